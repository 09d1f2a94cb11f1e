"""What stands alone in the window while the book is backed up before closing, or brought back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from desktop.ui.parts.bars import Busy
from desktop.ui.parts.buttons import quiet_button, secondary
from desktop.ui.parts.words import Words
from desktop.ui.sign_in.frame import BeforeStore


class WaitingPage(BeforeStore):
    """How far it is. Where it did not work: the sentence, another try, and the way on without it."""

    def __init__(  # noqa: PLR0913 -- two texts, and what the two buttons do
        self,
        title: str,
        lead: str,
        *,
        again: Callable[[], object],
        without: str,
        go_on: Callable[[], object],
        at_once: bool = False,
    ) -> None:
        """`without` are the words of the button that goes on all the same, `at_once` while it is under way, too."""
        super().__init__(title, lead)
        self._at_once = at_once
        self._busy = Busy(self.tr("One moment …"))
        self._said = Words("", tone="stop")
        self._again = secondary(self.tr("Try again"), again)
        self._without: QPushButton = quiet_button(without, go_on)
        self.card.inside.addWidget(self._busy)
        self.card.inside.addWidget(self._said)
        across = QHBoxLayout()
        across.addWidget(self._again)
        across.addStretch()
        across.addWidget(self._without)
        self.card.inside.addLayout(across)
        self.working()

    def working(self) -> None:
        """It has begun."""
        self._busy.show()
        for widget in (self._said, self._again):
            widget.hide()
        self._without.setVisible(self._at_once)

    def tell(self, words: str, done: float) -> None:
        """How far it is."""
        self._busy.tell(words, done)

    def wrong(self, words: str) -> None:
        """Why it did not work."""
        self._busy.hide()
        self._said.setText(words)
        for widget in (self._said, self._again, self._without):
            widget.show()
        self._again.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> None:
        """Enter does not go on without it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
