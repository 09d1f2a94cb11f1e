"""The finder's box: who knows the code types it, and it is checked; words bring the codes that they may mean."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent

from desktop.desk import Desk
from desktop.operations import answer_card, finding_code
from desktop.ui.finder.question import ENTER
from desktop.ui.parts.labelled import Field

_SHOWN = 40  # letters of what was typed that are quoted


class CodeBox(Field):
    """A line for a code; Enter tells it by `entered` if it is one, else says a sentence."""

    entered = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("&Know the code? Type it, it is checked"), hint=self.tr("Like E1392 NU, then Enter."))
        self._desk = desk
        self.edit.setProperty("kind", "code")
        self.edit.setClearButtonEnabled(True)
        self.edit.installEventFilter(self)

    def enter(self) -> None:
        """As Enter does."""
        if answer_card.is_typed_code(self.text):
            self.say(None)
            self.entered.emit(self.text)
        elif self.text:
            self.say(*self._no_code(self.text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Enter checks what stands in the box, and presses nothing else."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in ENTER:
            self.enter()
            return True
        return super().eventFilter(watched, event)

    def _no_code(self, text: str) -> tuple[str, str]:
        """What is said of words that are no code, and how loud."""
        codes = finding_code.may_be(self._desk, text)
        if not codes:
            return self.tr("This is no code. Type one like E1392 NU, or answer the questions."), "warn"
        said = self.tr("“{words}” may be {codes}. Answer the questions to be sure.")
        return said.format(words=text[:_SHOWN], codes=", ".join(codes)), "note"
