"""A field with its label above it, and beside it (below the line) what is wrong with what stands in it.

What is wrong is said shortly after typing stops and when the field is left; once it is right, at once no more.
"""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.ui.parts.icons import Drawing
from desktop.ui.parts.words import Words, dress

Check = Callable[[str], str | None]

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
    """A line to type in. `check` gives a sentence on what is wrong with a text, or None."""

    left = Signal()

    def __init__(
        self, label: str, *, hint: str = "", check: Check | None = None, edit: QLineEdit | None = None
    ) -> None:
        self.edit = edit or QLineEdit()
        super().__init__(label, self.edit, hint=hint)
        self._check = check
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SAID_AFTER_MS)
        self._later.timeout.connect(self.look)
        self.edit.textChanged.connect(self._typed)
        self.edit.editingFinished.connect(self._finished)

    @property
    def text(self) -> str:
        """What stands in it, without the spaces around it."""
        return self.edit.text().strip()

    def put(self, text: str | None) -> None:
        """Puts a text in as if it had been typed, unless it stands there already."""
        if (text or "") != self.edit.text():
            self.edit.setText(text or "")

    def look(self) -> bool:
        """Checks what stands in it and says what is wrong; whether nothing is."""
        problem = self._check(self.text) if self._check else None
        self.say(problem)
        return problem is None

    def _typed(self) -> None:
        if self.problem and self._check and self._check(self.text) is None:
            self.say(None)
        self._later.start()
        self.edited.emit()

    def _finished(self) -> None:
        self._later.stop()
        self.look()
        self.left.emit()


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
