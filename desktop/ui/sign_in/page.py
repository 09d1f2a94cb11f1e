"""Who is there: name and password, before anything of the store is shown."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout

from desktop.ui.parts.bars import Busy
from desktop.ui.parts.buttons import primary, quiet_button
from desktop.ui.parts.labelled import Field
from desktop.ui.parts.words import Words
from desktop.ui.sign_in.frame import BeforeStore, PasswordField, show_tick
from desktop.ui.to_about import about_button

_LOOK_AGAIN_MS = 500

Try = Callable[[str, str], object]


class SignInPage(BeforeStore):
    """`sign_in` is given name and password; `wait` says how long the next try has to wait; `forgotten` leads to the
    recovery code, `bring_back` to the backups. `name` is that of whoever was here last."""

    def __init__(
        self,
        sign_in: Try,
        forgotten: Callable[[], object],
        bring_back: Callable[[], object],
        wait: Callable[[], timedelta],
        *,
        name: str = "",
    ) -> None:
        super().__init__(self.tr("Oxydesk is locked"), self.tr("Nothing that was typed is lost."))
        self._sign_in, self._wait = sign_in, wait
        self._name = Field(self.tr("&Name"), needed=self.tr("Type your name."))
        self._name.put(name)
        self._password = PasswordField(self.tr("&Password"), needed=self.tr("Type your password."))
        self._said = Words("", tone="stop")
        self._said.hide()
        self._busy = Busy(self.tr("Opening the store's book …"))
        self._busy.hide()
        self._open = primary(self.tr("Open"), self._tried)
        self._forgotten = quiet_button(self.tr("Password forgotten?"), forgotten)
        self._again = QTimer(self)
        self._again.setInterval(_LOOK_AGAIN_MS)
        self._again.timeout.connect(self._look)
        self._name.edit.returnPressed.connect(self._password.setFocus)
        self._password.edit.returnPressed.connect(self._tried)
        for widget in (self._name, self._password, show_tick(self.tr("Sho&w it"), self._password), self._said):
            self.card.inside.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self._open)
        buttons.addWidget(self._busy, 1)
        buttons.addStretch()
        buttons.addWidget(self._forgotten)
        buttons.addWidget(about_button(self))
        self.card.inside.addLayout(buttons)
        below = QHBoxLayout()
        below.addStretch()
        below.addWidget(quiet_button(self.tr("Bring back a backup …"), bring_back))
        self.card.inside.addLayout(below)

    def shown(self) -> None:
        """Typing goes into the first empty field; what the last wrong try waits is told."""
        (self._password if self._name.text else self._name).setFocus(Qt.FocusReason.OtherFocusReason)
        self._look()

    def wrong(self, words: str) -> None:
        """Says why nobody was let in."""
        self._working(now=False)
        self._password.put("")
        self._password.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(words)
        self._look()

    @property
    def said(self) -> str:
        """What stands there of the last try."""
        return "" if self._said.isHidden() else self._said.text()

    def _tried(self) -> None:
        if not self._open.isEnabled():
            return
        wrong = [field for field in (self._name, self._password) if not field.look()]
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._said.hide()
        self._working(now=True)
        self._sign_in(self._name.text, self._password.secret)

    def _working(self, *, now: bool) -> None:
        self._busy.setVisible(now)
        self._open.setEnabled(not now)

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()

    def _look(self) -> None:
        """Keeps the button away while a try would have to wait, and says how long."""
        if not self._busy.isHidden():
            return
        left = self._wait()
        self._open.setEnabled(not left)
        if left:
            seconds = max(1, round(left.total_seconds()))
            self._say(self.tr("Too many wrong tries. Wait %n second(s).", "", seconds))
            self._again.start()
        elif self._again.isActive():
            self._again.stop()
            self._said.hide()
