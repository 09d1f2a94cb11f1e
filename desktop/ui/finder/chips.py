"""The answers so far, each a chip: a click, or Enter on it, answers it anew; later ones stay where they still hold."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.core.conversation import Chip
from desktop.ui.parts.buttons import chip
from desktop.ui.parts.form import Flow
from desktop.ui.parts.words import dress

DAY = "on"
_LONGEST = 28  # letters of a question on a chip; the whole of it is its tooltip
_SHORT = 5  # letters: "Yes" or "2.5" says nothing without its question


class ChipsPart(QWidget):
    """The day of service and the answers. `change` is given the id of a question, or `DAY`."""

    def __init__(self, change: Callable[[str], object]) -> None:
        super().__init__()
        self._change = change
        self._chips: dict[str, QPushButton] = {}
        self._flow = Flow(self)

    def show_chips(self, on: date, today: date, chips: tuple[Chip, ...], changing: str | None) -> None:
        """Shows them; the one that is being changed is marked, and so is a day that is not today."""
        self._flow.clear()
        self._chips = {DAY: self._made(DAY, self._day(on, today), self.tr("Date of service"))}
        dress(self._chips[DAY], ground="" if on == today else "warn")
        for each in chips:
            self._chips[each.question_id] = self._made(each.question_id, each.words, each.question)
        for question_id, made in self._chips.items():
            if question_id == changing:
                dress(made, ground="note")
            self._flow.addWidget(made)
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Left and right go along the chips."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
            chips = list(self._chips.values())
            place = next((number for number, each in enumerate(chips) if each is watched), None)
            if step is not None and place is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                chips[(place + step) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _made(self, question_id: str, words: str, question: str) -> QPushButton:
        hint = self.tr("{question} Click to change.").format(question=question)
        text = f"{_shortened(question)} {words}" if len(words) <= _SHORT and question_id != DAY else words
        made = chip(text.replace("&", "&&"), lambda: self._change(question_id), hint=hint)
        made.setAccessibleName(f"{question} {words}")
        made.installEventFilter(self)
        return made

    def _day(self, on: date, today: date) -> str:
        said = QLocale().toString(QDate(on.year, on.month, on.day), self.tr("MMM d, yyyy"))
        return self.tr("Today, {day}").format(day=said) if on == today else said


def _shortened(question: str) -> str:
    return question if len(question) <= _LONGEST else f"{question[:_LONGEST].rsplit(' ', 1)[0]} …"
