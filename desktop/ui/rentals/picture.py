"""A patient's rental in one picture: its bands under each other, and beside them what happened and what comes.

Embedding it:

    picture = RentalPicture(desk)            # builds nothing heavy; any time after the rules are open
    picture.show_rental(shown)               # a `rentals.Shown`, read in a worker; drawing it is under a frame
    picture.month_picked.connect(...)        # PictureMonth: unit id, period, number, first and last day, the sentence
    picture.print_asked.connect(...)         # Ctrl+P or its button: show `ui.rentals.paper.RentalPaper`
    picture.entry_opened.connect(...)        # Entry: Enter on a row of "what happened" or "what comes"

It is as high as it needs to be: put it where something scrolls.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.band import Entry, Picture, PictureMonth
from desktop.desk import Desk
from desktop.operations import rental_page
from desktop.operations.rentals import Shown
from desktop.ui.counter.columns import Columns
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import icon_button, quiet_button
from desktop.ui.parts.words import Card, Words, quiet
from desktop.ui.rentals.band import Band, Legend
from desktop.ui.rentals.entries import EntryList
from desktop.ui.rentals.month_table import MonthTable

_LEAST = 380


class RentalPicture(QWidget):
    """The picture of the rental that it was given last.

    Keyboard: Left and Right go month by month, Up and Down between the units, Page Up and Page Down by a year, Home and
    End to the ends, T to today; L shows the same as a list. The line below says the month in one sentence.
    """

    month_picked = Signal(object)
    """A `core.band.PictureMonth` was gone to by keyboard or clicked."""
    entry_opened = Signal(object)
    """A `core.band.Entry` was opened: its `event_id`, `document_id` or `due` says what it is about."""
    print_asked = Signal()
    """The page is wanted on paper."""

    def __init__(self, desk: Desk, *, short: bool = False) -> None:
        """A `short` one is without the lists of what happened and what comes."""
        super().__init__()
        self._desk = desk
        self._short = short
        self.picture: Picture | None = None
        self.band = Band()
        self.legend = Legend()
        self.months = MonthTable()
        sources, words = desk.rules.sources.by_id, rental_page.picture_words()
        self.happened = EntryList(self.tr("What happened"), sources, words)
        self.comes = EntryList(self.tr("What comes"), sources, words)
        self._nothing_comes = quiet(words.nothing_comes)
        self._next = Words("")
        self._unit = Words("", "label", wraps=False)
        self._said = Words("")
        self._problem = Words("", tone="stop")
        self._as_list = quiet_button(self.tr("As a &list"), self.turn)
        self._place()
        self._connect()
        self.clear()

    @property
    def said(self) -> str:
        """The sentence of the line below the bands."""
        return self._said.text()

    @property
    def problem(self) -> str:
        """Why there is no picture; empty where there is one."""
        return self._problem.text()

    def show_rental(self, shown: Shown) -> None:
        """Shows a rental. Where its history contradicts itself, the sentence in the place of the bands."""
        self._problem.setText(shown.problem or "")
        self._show(rental_page.picture(shown, self._desk))

    def clear(self) -> None:
        """Shows nothing: no rental is chosen."""
        self._problem.setText("")
        self._show(None)

    def turn(self) -> None:
        """L: the months as a list, or back in the bands."""
        listed = self.months.isHidden()
        self.months.setVisible(listed)
        self.band.setVisible(not listed)
        self.legend.setVisible(not listed)
        self._as_list.setText(self.tr("As a &picture") if listed else self.tr("As a &list"))
        if listed and self.picture is not None:
            self.months.show_picture(self.picture, self.band.month)
        (self.months if listed else self.band).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """L turns between bands and list."""
        if event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.turn()
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        head.addWidget(Words(self.tr("The rental in one picture"), "title", wraps=False), 1)
        head.addWidget(self._as_list)
        head.addWidget(icon_button(self.tr("On paper"), "print", self.print_asked.emit))
        bands = Card()
        bands.inside.addLayout(head)
        for part in (self._next, self._problem, self.band, self.months):
            bands.inside.addWidget(part)
        detail = QHBoxLayout()
        detail.setSpacing(theme.space(2))
        detail.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignTop)
        detail.addWidget(self._said, 1)
        bands.inside.addLayout(detail)
        bands.inside.addWidget(self.legend)
        self._comes = Card(self.tr("What comes"))
        self._comes.inside.addWidget(self.comes)
        self._comes.inside.addWidget(self._nothing_comes)
        self._comes.inside.addStretch()
        self._happened = Card(self.tr("What happened"))
        self._happened.inside.addWidget(self.happened)
        self._happened.inside.addStretch()
        self._lists = Columns([self._happened, self._comes], _LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        column.addWidget(bands)
        column.addWidget(self._lists)
        self.months.hide()

    def _connect(self) -> None:
        self.band.gone_to.connect(self._went)
        self.band.opened.connect(self._open_month)
        self.months.picked.connect(self._went)
        self.months.opened.connect(self._open_month)
        self.happened.opened.connect(self._open_entry)
        self.comes.opened.connect(self._open_entry)

    def _show(self, picture: Picture | None) -> None:
        self.picture = picture
        self.band.show_picture(picture)
        self.legend.show_picture(picture)
        self.happened.put(picture.happened if picture else ())
        self.comes.put(picture.comes if picture else ())
        self.comes.setVisible(bool(self.comes.entries))
        self._nothing_comes.setVisible(not self.comes.entries)
        if not self.months.isHidden() and picture is not None:
            self.months.show_picture(picture, self.band.month)
        following = picture.next if picture else None
        self._next.setText(
            self.tr("Next: {day}, {words}").format(day=following.when, words=following.said) if following else ""
        )
        for words in (self._next, self._problem):
            words.setVisible(bool(words.text()))
        self._lists.setVisible(picture is not None and not self._short)
        self._as_list.setEnabled(picture is not None)
        self._tell(self.band.month)

    def _went(self, month: PictureMonth) -> None:
        self._tell(month)
        self.month_picked.emit(month)

    def _tell(self, month: PictureMonth | None) -> None:
        lanes = self.picture.lanes if self.picture else ()
        self._unit.setText(next((lane.title for lane in lanes if month and lane.unit_id == month.unit_id), ""))
        self._said.setText(month.sentence if month else "")

    def _open_entry(self, entry: Entry) -> None:
        self.entry_opened.emit(entry)

    def _open_month(self, month: PictureMonth) -> None:
        """Enter on a billed month leads to its paper."""
        if month.document_id is not None and self.picture is not None:
            first = month.span.starts
            when = rental_page.picture_words().on(first)
            self.entry_opened.emit(Entry(first, when, "", month.sentence, document_id=month.document_id))
