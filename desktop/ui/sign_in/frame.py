"""What the pages before the store share: the drawing, a heading, a card in the middle, and a password to type."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.page import Page
from desktop.ui.parts import theme
from desktop.ui.parts.icons import Drawing
from desktop.ui.parts.labelled import Field, tick
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.parts.words import Card, Words, heading

_WIDEST = 560


class BeforeStore(Page):
    """A page that stands alone in the middle. Put widgets into `card.inside`."""

    def __init__(self, title: str, lead: str, card: Card | None = None) -> None:
        super().__init__()
        self.card = card or Card()
        self.card.setMaximumWidth(_WIDEST)
        self.lead = Words(lead, tone="quiet")
        self.lead.setMaximumWidth(_WIDEST)
        content = QWidget()
        middle = QVBoxLayout()
        middle.setSpacing(theme.space(4))
        middle.addStretch(1)
        middle.addWidget(Drawing("oxydesk", "", 48))
        middle.addWidget(heading(title))
        middle.addWidget(self.lead)
        middle.addWidget(self.card)
        middle.addStretch(2)
        across = QHBoxLayout(content)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addLayout(middle, 1000)
        across.addStretch(1)
        self.column.addWidget(scrolling(content))


class PasswordField(Field):
    """A line for a password, which is taken as it is, blanks and all."""

    def __init__(self, label: str, *, hint: str = "", needed: str = "") -> None:
        super().__init__(label, hint=hint, needed=needed, reads=_untouched)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)

    @property
    def secret(self) -> str:
        """What was typed."""
        return self.edit.text()

    def say_wrong(self) -> None:
        """What is wrong with it is said when it is used, and stands until something else is typed."""

    def show_letters(self, shown: bool) -> None:  # noqa: FBT001 -- a signal's value
        """Shows what was typed, or dots."""
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


def show_tick(words: str, *fields: PasswordField) -> QCheckBox:
    """A tick that shows what stands in these fields."""
    box = tick(words)
    for field in fields:
        box.toggled.connect(field.show_letters)
    return box


def length_words() -> str:
    """How long a password has to be."""
    from desktop.operations import protection  # noqa: PLC0415 -- start-up time: where a password is chosen

    words = QCoreApplication.translate("Password", "{count} letters or more.")
    return words.format(count=protection.password_rule().shortest)


def when(moment: datetime) -> str:
    """A moment as the screen's language writes it."""
    at = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(at, QLocale.FormatType.ShortFormat)


def _untouched(_text: str) -> None:
    """A password has no other form to be put into."""
