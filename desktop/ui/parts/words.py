"""Words on the window: headings, quiet lines, codes, keys; and what dresses a widget for the style sheet."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.ui.parts import theme


def dress(widget: QWidget, **properties: str) -> None:
    """Sets what the style sheet looks at (`kind`, `tone`, `state`, `ground`) and dresses the widget anew."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Words(QLabel):
    """Plain words that wrap. `kind`: small, label, title, heading, display; `tone`: quiet, stop, warn, ok, note."""

    def __init__(self, text: str = "", kind: str = "", tone: str = "", *, wraps: bool = True) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setProperty("kind", kind)
        self.setProperty("tone", tone)


class WordsByButton(Words):
    """Words in a row with a button (`stand_by`), as high as that is: the row stays so high when the button goes."""

    _button: QWidget | None = None

    def stand_by(self, button: QWidget) -> None:
        """The button of the row."""
        self._button = button
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """At least as high as the button."""
        needed = super().minimumSizeHint()
        return needed.expandedTo(QSize(0, self._button.sizeHint().height())) if self._button is not None else needed


def heading(text: str) -> Words:
    """The name of a page, once at its top."""
    return Words(text, "heading")


def section(text: str) -> Words:
    """The heading of a part of a page."""
    return Words(text, "title")


def quiet(text: str) -> Words:
    """A line that helps and may be overlooked."""
    return Words(text, tone="quiet")


def code_label(code: str, size: str = "") -> Words:
    """A code or modifier, always monospaced. `size`: title, heading, display."""
    label = Words(code, "code", wraps=False)
    label.setProperty("large", size)  # not "size": that is the widget's own
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def key_label(key: str) -> Words:
    """A key of the keyboard, drawn as one."""
    return Words(key, "key", wraps=False)


def divider() -> QFrame:
    """A hairline across."""
    line = QFrame()
    line.setProperty("kind", "divider")
    return line


class Card(QFrame):
    """A ground for what belongs together. Put widgets into `inside`."""

    def __init__(self, title: str = "", *, kind: str = "card") -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(*(theme.space(4),) * 4)
        self.inside.setSpacing(theme.space(3))
        if title:
            self.inside.addWidget(section(title))
            self.setAccessibleName(title)
