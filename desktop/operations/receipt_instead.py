"""Nobody leaves without paper: a receipt of what is being composed, when the superbill is forbidden or must wait."""

from dataclasses import dataclass

from db.book import file
from db.book.rows import Document
from desktop.core.finding import Finding, Severity
from desktop.desk import Desk
from desktop.operations import composing, documents, issuing, waiting
from desktop.operations.book import Book
from desktop.operations.documents import RECEIPT

MEDICARE = "medicare"


@dataclass(frozen=True, slots=True)
class Given:
    """What came of it: the receipt, and the superbill that waits now (None where there will be none).

    Where the receipt is stopped, nothing was changed: `stops` say why.
    """

    receipt: Document | None
    waits: Document | None = None
    stops: tuple[str, ...] = ()


class _Stopped(Exception):
    def __init__(self, stops: tuple[str, ...]) -> None:
        super().__init__()
        self.stops = stops


def give(book: Book, desk: Desk, number: int, wrong: dict[str, str]) -> Given:
    """Issues a receipt of a draft's superbill, in one transaction with what becomes of the superbill.

    What is missing puts it on the waiting list with its reasons; for Medicare there will never be one, so the draft is
    dropped; where nothing stops it, it stays a draft. `wrong` as of `composing.findings`. BookProblem where the book
    cannot be written.
    """
    try:
        with file.transaction(book.connection):
            return _given(book, desk, number, wrong)
    except _Stopped as stopped:
        return Given(None, stops=stopped.stops)


def _given(book: Book, desk: Desk, number: int, wrong: dict[str, str]) -> Given:
    superbill = documents.read(book, number)
    content = documents.content(book, number)
    found = composing.findings(desk, superbill.kind, content.wire, wrong)
    forbidden = content.wire["payer"]["kind"] == MEDICARE
    draft = documents.begin(book, RECEIPT, documents.whose(superbill), content, of=None if forbidden else number)
    issued = issuing.issue(book, desk, draft.id)
    if not issued.done:
        raise _Stopped(_sentences(issued.findings, issued.problem))
    if forbidden:
        documents.drop(book, number)
        return Given(issued.document)
    if any(finding.severity is Severity.STOP for finding in found):
        return Given(issued.document, waiting.put(book, number, found))
    return Given(issued.document)


def _sentences(findings: tuple[Finding, ...], problem: str | None) -> tuple[str, ...]:
    stops = tuple(finding.words for finding in findings if finding.severity is Severity.STOP)
    return (*stops, problem) if problem else stops
