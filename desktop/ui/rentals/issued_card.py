"""What came of a run of this month's rentals: how many were issued, for how much; all printed, all saved."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.core import money
from desktop.desk import Desk
from desktop.operations import documents
from desktop.operations.book import Book
from desktop.ui.page import Services
from desktop.ui.parts.buttons import secondary
from desktop.ui.parts.form import Flow
from desktop.ui.parts.words import Card, Words
from desktop.ui.superbills.delivery import Delivery

if TYPE_CHECKING:  # start-up time: reportlab; it is loaded in the worker
    from desktop.operations.rental_run import Came, Result

GoOn = Callable[[int, int], bool]
Run = Callable[[str, Callable[[Book, Desk, GoOn], object], Callable[..., object]], None]


class IssuedCard(Card):
    """Hidden until something was issued. `run` does work that takes long, with its progress shown."""

    def __init__(self, services: Services, run: Run) -> None:
        super().__init__(self.tr("What came of it"))
        self._services = services
        self._run = run
        self._numbers: list[int] = []
        self.delivery = Delivery(services)
        self._came_of = Words("")
        self.inside.addWidget(self._came_of)
        flow = Flow()
        flow.addWidget(secondary(self.tr("P&rint all"), self.print_all, drawing="print"))
        flow.addWidget(secondary(self.tr("&Save all …"), self._save, drawing="save"))
        self.inside.addLayout(flow)
        self.hide()

    def tell(self, result: "Result", came: "list[Came]", left: int) -> None:
        """Shows what a run issued; `left` were not reached."""
        self._numbers = [each.document.id for each in came if each.document is not None]
        said = self.tr("{count} issued, {total} in all, {paid} of it paid.").format(
            count=result.issued, total=money.printed(result.total), paid=money.printed(result.paid)
        )
        if left:
            said += self.tr(" {count} were not reached; go on when you like, none is made twice.").format(count=left)
        self._came_of.setText(said)
        self.show()

    def print_all(self) -> bool:
        """Prints all superbills of the run; whether there are any."""
        if not self._numbers:
            return False
        book, numbers = self._services.book, list(self._numbers)

        def work() -> list[bytes]:
            with book.another() as another:
                return [documents.pdf(another, number) for number in numbers]

        title = self.tr("{count} superbills").format(count=len(numbers))
        self.delivery.things = [(documents.SUPERBILL, number) for number in numbers]
        self._services.work.run(work, lambda pdfs: self.delivery.print_pdfs(pdfs, title), self._services.complain)
        return True

    def _save(self) -> None:
        services, numbers = self._services, list(self._numbers)
        folder = services.ask.folder(self.window(), self.tr("Save the superbills in"), "")
        if folder is None:
            return

        def work(book: Book, _desk: Desk, go_on: GoOn) -> int:
            from desktop.operations import together  # noqa: PLC0415 -- start-up time: reportlab

            return together.saved(book, numbers, folder, lambda done: go_on(done, len(numbers)))

        said = self.tr("Saved {count} in {folder}.")
        self._run(self.tr("Saving …"), work, lambda count: services.say(said.format(count=count, folder=folder)))
