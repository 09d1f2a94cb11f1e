"""A forgotten password: the code from the recovery sheet, then a new password for an owner."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.book.user_rows import User
from desktop.ui.parts import theme
from desktop.ui.parts.bars import Busy
from desktop.ui.parts.buttons import primary, quiet_button
from desktop.ui.parts.labelled import Choice, Field
from desktop.ui.parts.words import Words
from desktop.ui.sign_in.frame import BeforeStore, length_words
from desktop.ui.sign_in.new_password import NewPassword
from desktop.ui.sign_in.owner import Good


class RecoverPage(BeforeStore):
    """`recover` is given the code; after `opened`, `choose` is given the owner's place in its list and a password."""

    def __init__(
        self,
        recover: Callable[[str], object],
        choose: Callable[[User, str], object],
        problem: Good,
        leave: Callable[[], object],
    ) -> None:
        super().__init__(
            self.tr("Password forgotten"),
            self.tr(
                "An owner types the code from the recovery sheet and chooses a new password. "
                "Whoever else has forgotten theirs asks an owner: Settings, Users."
            ),
        )
        self._recover, self._choose, self._problem, self._leave = recover, choose, problem, leave
        self._owners: tuple[User, ...] = ()
        self._code = Field(
            self.tr("&Code from the recovery sheet"),
            hint=self.tr("Eight groups of five signs. Small letters and blanks are fine."),
            needed=self.tr("Type the code from the sheet."),
        )
        self._owner = Choice(self.tr("&Owner"), [])
        self._new = NewPassword(self.tr("New &password"), length_words())
        self._said = Words("", tone="stop")
        self._said.hide()
        self._busy = Busy(self.tr("Looking …"))
        self._busy.hide()
        self._go = primary(self.tr("Go on"), self._gone_on)
        self._code.edit.returnPressed.connect(self._gone_on)
        self._new.done.connect(self._gone_on)
        self._second = QWidget()
        below = QVBoxLayout(self._second)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.space(3))
        for widget in (self._owner, self._new):
            below.addWidget(widget)
        self._second.hide()
        for part in (self._code, self._second, self._said):
            self.card.inside.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addWidget(self._go)
        buttons.addWidget(self._busy, 1)
        buttons.addStretch()
        buttons.addWidget(quiet_button(self.tr("Back"), leave, drawing="back"))
        self.card.inside.addLayout(buttons)

    def shown(self) -> None:
        """Typing goes into the code."""
        self._code.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> bool:
        """To name and password."""
        self._leave()
        return True

    def wrong(self, words: str) -> None:
        """Says what did not work."""
        self._working(now=False)
        self._said.setText(words)
        self._said.show()

    @property
    def said(self) -> str:
        """What it says of the last try."""
        return "" if self._said.isHidden() else self._said.text()

    def opened(self, owners: tuple[User, ...]) -> None:
        """The code was right: one of these gets a new password."""
        self._working(now=False)
        self._owners = owners
        for place, owner in enumerate(owners):
            self._owner.box.addItem(owner.name, str(place))
        self._code.setEnabled(False)
        self._second.show()
        self._new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _gone_on(self) -> None:
        if not self._go.isEnabled():
            return
        self._said.hide()
        if not self._owners:
            if self._code.look():
                self._working(now=True)
                self._recover(self._code.text)
            return
        owner = self._owners[int(self._owner.value)]
        if not self._new.good(lambda typed: self._problem(owner.name, typed)):
            return
        self._working(now=True)
        self._choose(owner, self._new.secret)

    def _working(self, *, now: bool) -> None:
        self._busy.setVisible(now)
        self._go.setEnabled(not now)
