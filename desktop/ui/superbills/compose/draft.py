"""The draft behind the form: what is typed is kept in the book, whoever it is about, until it becomes a paper."""

from PySide6.QtCore import QObject

from desktop.core.finding import Finding
from desktop.operations import composing
from desktop.operations.book import BookProblem
from desktop.operations.composing import Content, Opened, Whose
from desktop.operations.documents import SUPERBILL
from desktop.ui.page import Services
from desktop.ui.parts.keeper import Keeper
from desktop.ui.superbills.compose.form import Form


class DraftBehind(QObject):
    """One after the other. `number` is the draft's id, None before anything is kept; `open` whether there is one."""

    def __init__(self, services: Services, form: Form) -> None:
        super().__init__(form)
        self._services, self._form = services, form
        self._keeper = Keeper(self, self._save)
        self.open = False
        self.number: int | None = None
        self.kind = SUPERBILL
        self.whose = Whose()

    def show(self, opened: Opened) -> None:
        """Shows another in the form, after what was typed into the one before is kept."""
        self._keeper.keep()
        self.open = True
        self.number = opened.document.id if opened.document else None
        self.kind = opened.document.kind if opened.document else SUPERBILL
        self.whose = opened.whose
        self._form.fill(opened.content.wire, opened.content.form)
        self._form.verticalScrollBar().setValue(0)
        self._keeper.forget()

    def touch(self) -> None:
        """Something was typed."""
        self._keeper.touch()

    def keep(self) -> None:
        """Saves at once what was typed."""
        self._keeper.keep()

    def leave(self) -> None:
        """Forgets it: it has become something else, or was thrown away."""
        self._keeper.forget()
        self.open = False
        self.number = None

    def remembered(self) -> int | None:
        """Keeps what is typed, in the book's own rows too; its id, or None where the book cannot be written."""
        from desktop.operations import remembering  # noqa: PLC0415 -- not before something is finished

        try:
            self.whose = remembering.remember(self._services.book, self._form.wire(), self.whose, self._form.touched())
            self._keeper.touch()
            self._keeper.keep()
        except BookProblem as problem:
            self._services.complain(str(problem))
            return None
        return self.number

    def waits(self, findings: tuple[Finding, ...]) -> bool:
        """Puts it on the waiting-for list with what is missing; whether it stands there."""
        from desktop.operations import waiting  # noqa: PLC0415 -- start-up time

        number = self.remembered()
        if number is None:
            return False
        try:
            waiting.put(self._services.book, number, findings)
        except BookProblem as problem:
            self._services.complain(str(problem))
            return False
        self.leave()
        return True

    def drop(self) -> int | None:
        """Takes it out of every list; its id. None where nothing was kept, or the book cannot be written."""
        try:
            self._keeper.keep()
            number = self.number
            if number is None:
                return None
            composing.drop(self._services.book, number)
        except BookProblem as problem:
            self._services.complain(str(problem))
            return None
        self.leave()
        return number

    def _save(self) -> None:
        content = Content(self._form.wire(), self._form.beside())
        self.number = composing.keep(self._services.book, self.number, content, self.whose).id
