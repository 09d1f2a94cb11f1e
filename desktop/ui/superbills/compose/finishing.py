"""What ends a draft, in a worker: it is issued, or a receipt is given instead. Then it leads to the paper."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.desk import Desk
from desktop.operations.book import Book
from desktop.ui.page import Services
from desktop.ui.superbills.elsewhere import elsewhere
from desktop.ui.ways import OpenDocument

if TYPE_CHECKING:  # loaded with the paper's libraries, when something is issued
    from desktop.operations.issuing import Issued
    from desktop.operations.receipt_instead import Given

T = TypeVar("T")


class Finishing(QObject):
    """Ends one draft at a time. `still` tells that nothing more can be typed until it is over, or asked for twice;
    `left` that the draft has become a paper; `stopped` the findings for which it has not."""

    still = Signal(bool)
    left = Signal()
    stopped = Signal(object)

    def __init__(self, parent: QObject, desk: Desk, services: Services) -> None:
        super().__init__(parent)
        self._desk, self._services = desk, services
        self._busy = False

    def issue(self, number: int) -> None:
        """Numbers, prints and stores a draft."""
        book, desk = self._services.book, self._desk
        self._run(lambda: _issued(book, desk, number), self._issued)

    def give(self, number: int, wrong: dict[str, str]) -> None:
        """Gives a receipt instead; `wrong` as of `composing.findings`."""
        book, desk = self._services.book, self._desk
        self._run(lambda: _given(book, desk, number, wrong), self._given)

    def _run(self, work: Callable[[], T], then: Callable[[T], object]) -> None:
        if self._busy:
            return
        self._stand_still(still=True)

        def over(result: T) -> None:
            self._stand_still(still=False)
            then(result)

        def problem(words: str) -> None:
            self._stand_still(still=False)
            self._services.complain(words)

        self._services.work.run(work, over, problem)

    def _stand_still(self, *, still: bool) -> None:
        self._busy = still
        self.still.emit(still)

    def _issued(self, issued: "Issued") -> None:
        if issued.done:
            self._done(issued.document.id)
        elif issued.problem:
            self._services.complain(issued.problem)
        else:
            self.stopped.emit(issued.findings)

    def _given(self, given: "Given") -> None:
        if given.receipt is None:
            self._services.complain(" ".join(given.stops))
            return
        self._done(given.receipt.id)
        if given.waits is not None:
            self._services.say(self.tr("The superbill waits for what is missing; it stands on the waiting-for list."))

    def _done(self, document: int) -> None:
        self.left.emit()
        self._services.go(OpenDocument(document))


def _issued(book: Book, desk: Desk, number: int) -> "Issued":
    from desktop.operations import issuing  # noqa: PLC0415 -- start-up time: reportlab, warm by now

    with elsewhere(book, desk) as (own_book, own_desk):
        return issuing.issue(own_book, own_desk, number)


def _given(book: Book, desk: Desk, number: int, wrong: dict[str, str]) -> "Given":
    from desktop.operations import receipt_instead  # noqa: PLC0415 -- start-up time: reportlab, warm by now

    with elsewhere(book, desk) as (own_book, own_desk):
        return receipt_instead.give(own_book, own_desk, number, wrong)
