"""The store's first owner chooses name and password: when the store is set up, or comes from before passwords."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from desktop.ui.parts.bars import Busy
from desktop.ui.parts.buttons import primary, quiet_button
from desktop.ui.parts.labelled import Field
from desktop.ui.parts.words import Words
from desktop.ui.sign_in.frame import BeforeStore
from desktop.ui.sign_in.new_password import NewPassword

Good = Callable[[str, str], str | None]


class OwnerPage(BeforeStore):
    """`choose` is given name and password; `problem` says what is wrong with a password for a name."""

    def __init__(
        self, choose: Callable[[str, str], object], problem: Good, leave: Callable[[], object] | None = None
    ) -> None:
        """`leave` goes back a step; without it the store was there before Oxydesk knew passwords."""
        lead = (
            self.tr("From now on the store's book opens with a password only. What is in it stays as it is.")
            if leave is None
            else self.tr("The store's book opens with your password only, so nobody else reads your patients' data.")
        )
        super().__init__(self.tr("Your name and a password"), lead)
        self._choose, self._problem, self._leave = choose, problem, leave
        self._name = Field(
            self.tr("Your &name"), hint=self.tr("You are the store's owner in Oxydesk; others can be added later.")
        )
        self._new = NewPassword(
            self.tr("&Password"), self.tr("Four or five words with blanks between them are easy to keep in mind.")
        )
        self._said = Words("", tone="stop")
        self._said.hide()
        self._busy = Busy(self.tr("Locking the store's book …"))
        self._busy.hide()
        self._go = primary(self.tr("Go on"), self._chosen)
        self._name.edit.returnPressed.connect(self._new.setFocus)
        self._new.done.connect(self._chosen)
        for widget in (self._name, self._new, self._said):
            self.card.inside.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self._go)
        buttons.addWidget(self._busy, 1)
        buttons.addStretch()
        if leave is not None:
            buttons.addWidget(quiet_button(self.tr("Back"), self.back, drawing="back"))
        self.card.inside.addLayout(buttons)

    def shown(self) -> None:
        """Typing goes into the name."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> bool:
        """To the store's own fields, while nothing is being made."""
        if self._leave is not None and self._go.isEnabled():
            self._leave()
        return True

    def wrong(self, words: str) -> None:
        """Says what did not work."""
        self._working(now=False)
        self._said.setText(words)
        self._said.show()

    def _chosen(self) -> None:
        if not self._go.isEnabled():
            return
        name = " ".join(self._name.text.split())
        self._name.say(None if name else self.tr("Type your name."))
        if not name:
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self._new.good(lambda typed: self._problem(name, typed)):
            return
        self._said.hide()
        self._working(now=True)
        self._choose(name, self._new.secret)

    def _working(self, *, now: bool) -> None:
        self._busy.setVisible(now)
        self._go.setEnabled(not now)
