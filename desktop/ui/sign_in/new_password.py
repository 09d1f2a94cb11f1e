"""A new password: typed twice, to be shown with a tick, and what is wrong with it said below the line where it is."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.ui.parts import theme
from desktop.ui.sign_in.frame import PasswordField, show_tick


class NewPassword(QWidget):
    """The two lines below each other, or `across`; then they have no keys of their own, for there are more of them.

    `done`: Enter in the second.
    """

    done = Signal()

    def __init__(self, label: str, hint: str, *, across: bool = False) -> None:
        super().__init__()
        again, show = self.tr("The password &again"), self.tr("Sho&w it")
        if across:
            label, again, show = (words.replace("&", "") for words in (label, again, show))
        self.first, self.again = PasswordField(label, hint=hint), PasswordField(again)
        self._different = self.tr("The two are not the same; type both again.")
        self.first.edit.returnPressed.connect(self.again.setFocus)
        self.again.edit.returnPressed.connect(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        way = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        lines = QBoxLayout(way)
        lines.setSpacing(theme.space(3))
        lines.addWidget(self.first)
        lines.addWidget(self.again)
        column.addLayout(lines)
        column.addWidget(show_tick(show, self.first, self.again))
        self.setFocusProxy(self.first)

    @property
    def secret(self) -> str:
        """What was typed first."""
        return self.first.secret

    def empty(self) -> None:
        """Forgets what was typed."""
        for field in (self.first, self.again):
            field.put("")

    def good(self, problem: Callable[[str], str | None]) -> bool:
        """Whether it can be used; else says below the line where it is what is wrong, and goes there."""
        said = problem(self.secret)
        same = self.secret == self.again.secret
        self.first.say(said)
        self.again.say(None if said or same else self._different)
        wrong = self.first if said else None if same else self.again
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
        return wrong is None
