"""A new password in the settings: typed twice, and the button that uses it."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.parts import theme
from desktop.ui.parts.buttons import secondary
from desktop.ui.sign_in.frame import length_words
from desktop.ui.sign_in.new_password import NewPassword


class PasswordForm(QWidget):
    """A new password, typed twice, and the button that uses it.

    `problem` says what is wrong with it; "" where something else is, which it has told already.
    """

    def __init__(self, does: str, use: Callable[[str], object], problem: Callable[[str], str | None]) -> None:
        super().__init__()
        self._use, self._problem = use, problem
        self._new = NewPassword(self.tr("New password"), length_words(), across=True)
        self._button = secondary(does, self._used)
        self._new.done.connect(self._used)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addWidget(self._new)
        under = QHBoxLayout()
        under.addWidget(self._button)
        under.addStretch()
        column.addLayout(under)

    def _used(self) -> None:
        said = self._problem(self._new.first.secret)
        if said == "":
            return
        if self._new.good(lambda _typed: said):
            password = self._new.secret
            self._new.empty()
            self._use(password)
