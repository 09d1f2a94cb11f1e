"""A patient's rental in one picture: its bands under each other, and beside them what happened and what comes.

Embedding it:

    picture = RentalPicture(desk)            # builds nothing heavy; any time after the rules are open
    picture.show_rental(shown)               # a `rentals.Shown`, read in a worker; drawing it is under a frame
    picture.month_picked.connect(...)        # PictureMonth: unit id, period, number, first and last day, the sentence
    picture.print_asked.connect(...)         # Ctrl+P or its button: show `ui.rentals.paper.RentalPaper`
    picture.entry_opened.connect(...)        # Entry: Enter on a row of "what happened" or "what comes"

It is as high as it needs to be: put it where something scrolls.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.desk import Desk
from desktop.operations.rentals import Shown


class RentalPicture(QWidget):
    """The picture of the rental that it was given last.

    Keyboard: Left and Right go month by month, Up and Down between the units, Page Up and Page Down by a year, Home and
    End to the ends, T to today; L shows the same as a list. The line below says the month in one sentence.
    """

    month_picked = Signal(object)
    """A `core.rental_picture.PictureMonth` was gone to by keyboard or clicked."""
    entry_opened = Signal(object)
    """A `core.rental_picture.Entry` was opened: its `event_id`, `document_id` or `due` says what it is about."""
    print_asked = Signal()
    """The page is wanted on paper."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def show_rental(self, shown: Shown) -> None:
        """Shows a rental. Where its history contradicts itself, the sentence in the place of the bands."""
        raise NotImplementedError

    def clear(self) -> None:
        """Shows nothing: no rental is chosen."""
        raise NotImplementedError
