"""A field with its label above it, and beside it (below the line) what is wrong with what stands in it.

What is wrong is said shortly after typing stops and when the field is left; once it is right, at once no more.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.core.wrong import Wrong
from desktop.ui.parts.icons import Drawing
from desktop.ui.parts.words import Words, dress

Reads = Callable[[str], object]

_SAID_AFTER_MS = 600


class Labelled(QWidget):
    """A control under its label (its buddy), with a hint or a problem below it."""

    edited = Signal()

    def __init__(self, label: str, control: QWidget, *, hint: str = "") -> None:
        """`label` may hold an & before its key. The hint also describes the control to a screen reader."""
        super().__init__()
        self.control = control
        self._hint = hint
        name = label.replace("&", "")
        control.setAccessibleName(name)
        control.setAccessibleDescription(hint)
        self.setFocusProxy(control)
        self.label = QLabel(label)
        self.label.setProperty("kind", "label")
        self.label.setBuddy(control)
        self._sign = Drawing("stop", "stop", 16)
        self._below = Words(hint, "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.label)
        column.addWidget(control)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self._sign)
        line.addWidget(self._below, 1)
        column.addLayout(line)
        column.addStretch()
        self._sign.hide()
        self._below.setVisible(bool(hint))

    @property
    def problem(self) -> str:
        """What is said to be wrong now; empty where nothing is."""
        return "" if self._sign.isHidden() else self._below.text()

    def say(self, problem: str | None, tone: str = "stop") -> None:
        """Shows what is wrong (or, with the tone warn, what to look at), or with None the hint again."""
        words = problem or self._hint
        if words == self._below.text() and bool(problem) != self._sign.isHidden():
            return
        self._below.setText(words)
        self._below.setVisible(bool(words))
        dress(self._below, tone=tone if problem else "")
        self._sign.setVisible(bool(problem))
        if problem:
            self._sign.show_drawing(tone, tone)
        dress(self.control, state=tone if problem else "")
        self.control.setAccessibleDescription(words)


class Field(Labelled):
    """A line to type in. `reads` (of `core.entry`) understands a text, or says what is wrong with it.

    When the field is left, a text that was understood stands there in its usual form.
    """

    left = Signal()

    def __init__(
        self, label: str, *, hint: str = "", reads: Reads | None = None, needed: str = "", edit: QLineEdit | None = None
    ) -> None:
        """`needed` is what is said where nothing stands in a field that cannot be empty."""
        self.edit = edit or QLineEdit()
        super().__init__(label, self.edit, hint=hint)
        self._reads = reads or _plain
        self._needed = needed
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SAID_AFTER_MS)
        self._later.timeout.connect(self.say_wrong)
        self.edit.textChanged.connect(self._typed)
        self.edit.editingFinished.connect(self._finished)

    @property
    def text(self) -> str:
        """What stands in it, without the spaces around it."""
        return self.edit.text().strip()

    @property
    def value(self) -> Any:
        """What is meant by what stands in it: as `reads` gives it; None where nothing is, or nothing that fits."""
        found = self._reads(self.text)
        return None if isinstance(found, Wrong) else found

    def put(self, text: str | None) -> None:
        """Puts a text in as if it had been typed, unless it stands there already."""
        if (text or "") != self.edit.text():
            self.edit.setText(text or "")

    def say_wrong(self) -> None:
        """Says what is wrong with what stands in it, if anything does."""
        self.say(self._wrong())

    def look(self) -> bool:
        """Says what is wrong, also that nothing stands where something is needed; whether all is right."""
        problem = self._wrong() or (self._needed if not self.text else "")
        self.say(problem)
        return not problem

    def _wrong(self) -> str:
        found = self._reads(self.text)
        return sentence_of(found) if isinstance(found, Wrong) else ""

    def _typed(self) -> None:
        if self.problem and not self._wrong():
            self.say(None)
        self._later.start()
        self.edited.emit()

    def _finished(self) -> None:
        self._later.stop()
        self.say_wrong()
        if isinstance(self.value, str):
            self.put(self.value)
        self.left.emit()


def sentence_of(wrong: Wrong) -> str:
    """What is wrong with a field's text, as a sentence."""
    return f"{wrong.words[:1].upper()}{wrong.words[1:]}."


def _plain(text: str) -> str | None:
    return text or None


class Choice(Labelled):
    """A choice of a few: (value, words) each."""

    chosen = Signal(str)

    def __init__(self, label: str, choices: list[tuple[str, str]], *, hint: str = "") -> None:
        self.box = QComboBox()
        for value, words in choices:
            self.box.addItem(words, value)
        super().__init__(label, self.box, hint=hint)
        self.box.currentIndexChanged.connect(self._changed)

    @property
    def value(self) -> str:
        """The value chosen."""
        return str(self.box.currentData())

    def put(self, value: str) -> None:
        """Chooses a value, if it is one of them."""
        place = self.box.findData(value)
        if place >= 0:
            self.box.setCurrentIndex(place)

    def _changed(self) -> None:
        self.chosen.emit(self.value)
        self.edited.emit()


class Longer(Labelled):
    """Several lines to type in; Tab leaves it."""

    def __init__(self, label: str, *, hint: str = "", lines: int = 3) -> None:
        self.box = QPlainTextEdit()
        self.box.setTabChangesFocus(True)
        self.box.setFixedHeight(self.box.fontMetrics().lineSpacing() * lines + 20)
        super().__init__(label, self.box, hint=hint)
        self.box.textChanged.connect(self.edited)

    @property
    def text(self) -> str:
        """What stands in it, without the spaces around it."""
        return self.box.toPlainText().strip()

    def put(self, text: str | None) -> None:
        """Puts a text in, unless it stands there already."""
        if (text or "") != self.box.toPlainText():
            self.box.setPlainText(text or "")


def tick(text: str, *, hint: str = "") -> QCheckBox:
    """A yes or no that names itself."""
    box = QCheckBox(text)
    box.setAccessibleName(text.replace("&", ""))
    box.setAccessibleDescription(hint)
    box.setToolTip(hint)
    return box
