"""Forms that were left half-made, a line each, above the list they belong to."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.ui.parts.buttons import quiet_button

_MOST = 3
_LONGEST = 34  # letters that have room in a narrow list

Lines = Sequence[tuple[str, Callable[[], object]]]


class HalfMade(QWidget):
    """Nothing where nothing is half-made. A line's words, and what goes on with it.

    A form is kept every half second while somebody types, and each time the lines are put anew. So they are the same
    buttons all the time: nobody's focus is lost who stands on one.
    """

    def __init__(self) -> None:
        super().__init__()
        self._then: list[Callable[[], object]] = []
        self._buttons = [self._button(place) for place in range(_MOST)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for button in self._buttons:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def put(self, lines: Lines) -> None:
        """Shows the first few; whoever stands on a line stands on it wherever it comes to lie."""
        shown = lines[:_MOST]
        self._then = [then for _words, then in shown]
        stood_on = next((button.accessibleName() for button in self._buttons if button.hasFocus()), "")
        for button, (words, _then) in zip(self._buttons, shown, strict=False):
            short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
            button.setText(short.replace("&", "&&"))
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.show()
        names = [words for words, _then in shown]
        if stood_on in names and not any(
            each.hasFocus() and each.accessibleName() == stood_on for each in self._buttons
        ):
            self._buttons[names.index(stood_on)].setFocus(Qt.FocusReason.OtherFocusReason)
        for button in self._buttons[len(shown) :]:
            button.hide()
        self.setVisible(bool(shown))

    def _button(self, place: int) -> QPushButton:
        button = quiet_button("", partial(self._go_on, place), drawing="edit")
        button.hide()
        return button

    def _go_on(self, place: int) -> None:
        self._then[place]()
