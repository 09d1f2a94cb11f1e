"""One question: its words, a line of help, and large answers with a digit each, or a field to type into."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.core.questions import Kind
from desktop.core.wrong import Wrong
from desktop.operations.finding_code import Asked, Row
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import AnswerRow, primary
from desktop.ui.parts.labelled import Field
from desktop.ui.parts.words import Words, quiet

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_DIGITS = 9
_MOST_DOWN = 6  # more answers stand in two columns
_FIELD_WIDEST = 320


class QuestionPart(QWidget):
    """Shows what is asked; `answered` tells the answer's value or what was typed, `typed` that somebody types."""

    answered = Signal(str)
    typed = Signal()
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(2))
        self._inside: QWidget | None = None
        self._field: Field | None = None
        self._rows: list[AnswerRow] = []
        self._first: QWidget | None = None
        self._refused = ("", "")

    @property
    def text(self) -> str:
        """What was typed into the field and is not answered yet; empty where there is none."""
        return self._field.text if self._field else ""

    def put(self, text: str) -> None:
        """Puts a half-typed answer back into the field, if there is one."""
        if self._field:
            self._field.put(text)

    def ask(self, asked: Asked) -> None:
        """Shows a question in place of the one before."""
        self.clear()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(Words(asked.words, "heading"))
        column.addWidget(quiet(asked.help))
        if asked.typed:
            column.addWidget(self._made_field(asked))
        rows = QGridLayout()
        rows.setSpacing(theme.space(2))
        down = len(asked.rows) if len(asked.rows) <= _MOST_DOWN else (len(asked.rows) + 1) // 2
        for place, row in enumerate(asked.rows):
            digit = place + 1 if not asked.typed and place < _MOST_DIGITS else None
            rows.addWidget(self._made_row(digit, row), place % down, place // down)
        column.addLayout(rows)
        self._first = self._field or next(
            (made for made, row in zip(self._rows, asked.rows, strict=True) if row.given), self._rows[0]
        )
        self._column.addWidget(self._inside)
        self._inside.show()  # now and not with the next event: who types fast has pressed the next digit already

    def clear(self) -> None:
        """Shows nothing."""
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside, self._field, self._first, self._rows = None, None, None, []
        self._refused = ("", "")

    def take_focus(self) -> None:
        """To the field, the answer that was given, or the first one."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_wrong(self, sentence: str) -> None:
        """Why what was typed is no answer."""
        if self._field:
            self._refused = (self._field.text, sentence)
            self._field.say_wrong()
            self._field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Up and down go along the answers; in the field Enter answers, and Backspace goes back if it is empty."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self._step(watched, step):
                return True
            if event.key() in ENTER and isinstance(watched, QLineEdit):
                self.answered.emit(self.text)
                return True
            if event.key() == Qt.Key.Key_Backspace and isinstance(watched, QLineEdit) and not watched.text():
                self.back.emit()
                return True
        return super().eventFilter(watched, event)

    def _step(self, watched: QObject, step: int) -> bool:
        """Moves the focus along the field and the answers."""
        stops: list[QWidget] = [*([self._field.edit] if self._field else []), *self._rows]
        place = next((number for number, stop in enumerate(stops) if stop is watched), None)
        if place is None or not 0 <= place + step < len(stops):
            return False
        stops[place + step].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _made_row(self, digit: int | None, row: Row) -> AnswerRow:
        made = AnswerRow(digit, row.words, row.help, self._says(row.value), drawing="ok" if row.given else "")
        made.installEventFilter(self)
        self._rows.append(made)
        return made

    def _made_field(self, asked: Asked) -> QWidget:
        self._field = Field(self._label(asked.kind), hint=self._hint(asked.kind), reads=self._read)
        self._field.put(asked.given)
        self._field.edit.selectAll()
        self._field.edit.installEventFilter(self)
        self._field.edited.connect(self.typed)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(self._field)
        self._field.edit.setMaximumWidth(_FIELD_WIDEST)
        column.addWidget(primary(self.tr("Next"), lambda: self.answered.emit(self.text)))
        return inside

    def _read(self, text: str) -> str | Wrong | None:
        """What was refused stays wrong until it is typed otherwise."""
        refused, sentence = self._refused
        return Wrong(sentence.removesuffix(".")) if sentence and text == refused else text or None

    def _says(self, value: str) -> Callable[[], None]:
        return lambda: self.answered.emit(value)

    def _label(self, kind: Kind) -> str:
        return {
            Kind.FLOW: self.tr("Liters a minute"),
            Kind.DAY: self.tr("Day"),
            Kind.MONTH: self.tr("Month of service"),
            Kind.MONEY: self.tr("Dollars"),
        }.get(kind, self.tr("In a few words"))

    def _hint(self, kind: Kind) -> str:
        return {
            Kind.FLOW: self.tr("A number like 2 or 2.5. Enter goes on."),
            Kind.DAY: self.tr("Like 08/17/2024 or Aug 17 2024. Enter goes on."),
            Kind.MONTH: self.tr("1 is the first month. Enter goes on."),
            Kind.MONEY: self.tr("Like 2495.00. Enter goes on."),
        }.get(kind, self.tr("Enter goes on."))
