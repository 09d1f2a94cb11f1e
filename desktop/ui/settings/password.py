"""A new password in the settings: typed twice, and the button that uses it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.parts import theme
from desktop.ui.parts.buttons import secondary
from desktop.ui.sign_in.frame import PasswordField, length_words, show_tick
from desktop.ui.sign_in.owner import NewPassword


class PasswordForm(QWidget):
    """A new password, typed twice, and the button that uses it.

    `problem` says what is wrong with it; "" where something else is, which it has told already.
    """

    def __init__(self, does: str, use: Callable[[str], object], problem: Callable[[str], str | None]) -> None:
        super().__init__()
        self._use, self._problem = use, problem
        first = PasswordField(self.tr("New password"), hint=length_words())
        again = PasswordField(self.tr("The password again"))
        self._new = NewPassword(first, again, self.tr("The two are not the same; type both again."))
        self._button = secondary(does, self._used)
        first.edit.returnPressed.connect(again.setFocus)
        again.edit.returnPressed.connect(self._used)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        across = QHBoxLayout()
        across.addWidget(first)
        across.addWidget(again)
        column.addLayout(across)
        column.addWidget(show_tick(self.tr("Show it"), first, again))
        under = QHBoxLayout()
        under.addWidget(self._button)
        under.addStretch()
        column.addLayout(under)

    def _used(self) -> None:
        said = self._problem(self._new.first.secret)
        if said == "":
            return
        wrong = self._new.look(lambda _typed: said)
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        password = self._new.first.secret
        for field in (self._new.first, self._new.again):
            field.put("")
        self._use(password)
