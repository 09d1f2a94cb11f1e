"""Buttons: one primary a page, secondary and quiet ones, chips, and the large answers of the finder."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShortcutEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.parts import theme
from desktop.ui.parts.icons import Drawing, icon
from desktop.ui.parts.words import Words

Then = Callable[[], object]


def primary(text: str, then: Then, *, shortcut: str = "") -> QPushButton:
    """The one button of a page that does what the page is for."""
    return _button("primary", text, then, shortcut=shortcut)


def secondary(text: str, then: Then, *, drawing: str = "", shortcut: str = "") -> QPushButton:
    """A button for anything else that the page does."""
    return _button("secondary", text, then, drawing=drawing, shortcut=shortcut)


def quiet_button(text: str, then: Then, *, drawing: str = "", shortcut: str = "") -> QPushButton:
    """A button that looks like a link."""
    return _button("quiet", text, then, drawing=drawing, shortcut=shortcut)


def danger(text: str, then: Then, *, shortcut: str = "") -> QPushButton:
    """A button that takes something away. Offer its undoing with `services.offer_undo`."""
    return _button("danger", text, then, shortcut=shortcut)


def icon_button(name: str, drawing: str, then: Then) -> QPushButton:
    """A drawing alone; `name` is its name for the screen reader and its tooltip."""
    button = _button("quiet", "", then, drawing=drawing)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button


def chip(text: str, then: Then, *, hint: str = "") -> QPushButton:
    """An answer that was given: click to change it. `hint` says what the click does."""
    button = _button("chip", text, then)
    button.setToolTip(hint)
    button.setAccessibleDescription(hint)
    return button


def _button(kind: str, text: str, then: Then, *, drawing: str = "", shortcut: str = "") -> QPushButton:
    button = Button(text)
    button.setProperty("kind", kind)
    button.setAutoDefault(False)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    if drawing:
        button.setIcon(icon(drawing, "accent" if kind == "quiet" else "ink2"))
        button.setIconSize(QSize(18, 18))
    if shortcut:
        keys = QKeySequence(shortcut)
        QShortcut(keys, button).activated.connect(button.click)  # beside the letter that is underlined
        button.setToolTip(keys.toString(QKeySequence.SequenceFormat.NativeText))
    button.clicked.connect(lambda _checked=False: then())
    return button


class Button(QPushButton):
    """A button that Enter presses, as Space does."""

    def event(self, event: QEvent) -> bool:
        """Its key presses it at once: Qt would show it pressed for a tenth of a second, and lose the next key."""
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()
            return True
        return super().event(event)

    def keyPressEvent(self, event: object) -> None:  # noqa: N802 -- Qt's name
        """Enter presses it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]
            self.click()
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]


class LargeButton(Button):
    """A button as large as what lies on it; its name for the screen reader is `name`, then `help_line`."""

    def __init__(self, name: str, help_line: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "answer")
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setAccessibleDescription(help_line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """The size of what lies on it."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """The least size of what lies on it."""
        layout = self.layout()
        return layout.minimumSize() if layout else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 -- Qt's name
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 -- Qt's name
        """As high as its words are when they are so wide."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout else super().heightForWidth(width)


class AnswerRow(LargeButton):
    """An answer to the question: its digit, its words, a line of help, and a drawing if there is one."""

    def __init__(self, digit: int | None, words: str, help_line: str, then: Then, *, drawing: str = "") -> None:
        super().__init__(f"{digit}. {words}" if digit is not None else words, help_line)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(3), theme.space(3), theme.space(4), theme.space(3))
        row.setSpacing(theme.space(3))
        if digit is not None:
            label = Words(str(digit), "digit", wraps=False)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setFixedSize(32, 32)
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            self.setShortcut(QKeySequence(str(digit)))
        texts = QVBoxLayout()
        texts.setSpacing(theme.space(1))
        texts.addWidget(Words(words, "title"))
        if help_line:
            texts.addWidget(Words(help_line, tone="quiet"))
        row.addLayout(texts, 1)
        if drawing:
            row.addWidget(Drawing(drawing, "ink2", 28), 0, Qt.AlignmentFlag.AlignVCenter)
        for label in self.findChildren(Words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(lambda _checked=False: then())
