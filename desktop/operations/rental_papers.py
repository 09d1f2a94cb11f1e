"""The papers that a rental needs, with their days, and their scans: each scan is in the encrypted book once."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from db.book import file, rental_papers
from db.book.rental_rows import Attachment, RentalPaper
from db.problems import NotAllowed
from desktop import files
from desktop.core.rental_changes import said
from desktop.desk import Desk
from desktop.operations import rental_looking
from desktop.operations.book import Book
from desktop.operations.rental_words import PaperKind, rental_words

__all__ = ["PaperKind"]

W = TypeVar("W")

MISSING, HAVE, EXPIRED = "missing", "have", "expired"
_MOST = "bytes.scan"
_MEGABYTE = 1_000_000
_TYPES = {b"%PDF-": ("application/pdf", ".pdf"), b"\x89PNG\r\n\x1a\n": ("image/png", ".png"),
          b"\xff\xd8\xff": ("image/jpeg", ".jpg")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan: what it is saved as, its type (`application/pdf`, `image/png`, `image/jpeg`), its bytes."""

    name: str
    kind: str
    data: bytes


def kinds() -> tuple[PaperKind, ...]:
    """All kinds, the ones that every rental needs first."""
    return rental_words().papers


def state(paper: RentalPaper, today: date) -> str:
    """MISSING, HAVE, or EXPIRED where its last day is over."""
    over = paper.state == HAVE and paper.until is not None and paper.until < today
    return EXPIRED if over else paper.state


def save(book: Book, desk: Desk, paper: RentalPaper) -> RentalPaper:
    """Keeps a paper; as it now stands, with an id. BookProblem where its last day is before its day."""
    if paper.on is not None and paper.until is not None and paper.until < paper.on:
        of, until = said(paper.on), said(paper.until)
        raise NotAllowed(f"The paper is of {of}, and its last day, {until}, is before that; correct one of them")

    def write() -> RentalPaper:
        return rental_papers.save(book.connection, paper)

    return _looked(book, desk, paper.rental_id, write)


def remove(book: Book, desk: Desk, number: int) -> None:
    """Takes a paper out of its rental's list; `undo_remove` brings it back. Its scan stays in the book."""
    _set_removed(book, desk, number, removed=True)


def undo_remove(book: Book, desk: Desk, number: int) -> None:
    """Brings it back."""
    _set_removed(book, desk, number, removed=False)


def attach(book: Book, desk: Desk, number: int, path: Path) -> RentalPaper:
    """Attaches a scan (PDF, PNG or JPEG); the paper is then there. The file itself stays where it is.

    BookProblem or FileProblem, a sentence: too big, of another type, not to be read.
    """
    most = files.limit(_MOST)
    data = files.read_up_to(path, most)
    if data is None:
        raise NotAllowed(
            f"{path.name} is larger than {most // _MEGABYTE} MB; scan it in gray at 150 dots an inch, or in parts"
        )
    kind = next((kind for begins, (kind, _) in _TYPES.items() if data.startswith(begins)), None)
    if kind is None:
        raise NotAllowed(f"{path.name} is no PDF, PNG or JPEG; save the scan as one of these")
    paper = rental_papers.PAPERS.read(book.connection, number)

    def write() -> RentalPaper:
        fresh = Attachment(sha256=hashlib.sha256(data).hexdigest(), kind=kind, size=len(data))
        kept = rental_papers.keep_bytes(book.connection, fresh, data)
        now = rental_papers.save(book.connection, replace(paper, attachment_id=kept.id, state=HAVE))
        _forget(book, paper.attachment_id)
        return now

    return _looked(book, desk, paper.rental_id, write)


def detach(book: Book, desk: Desk, number: int) -> RentalPaper:
    """Takes the scan off a paper; its bytes leave the book where no other paper has them."""
    paper = rental_papers.PAPERS.read(book.connection, number)

    def write() -> RentalPaper:
        now = rental_papers.save(book.connection, replace(paper, attachment_id=None))
        _forget(book, paper.attachment_id)
        return now

    return _looked(book, desk, paper.rental_id, write)


def scan(book: Book, number: int) -> Scan | None:
    """The scan of a paper, for a viewer."""
    paper = rental_papers.PAPERS.read(book.connection, number)
    if paper.attachment_id is None:
        return None
    attachment, data = rental_papers.read_bytes(book.connection, paper.attachment_id)
    words = next(kind.words for kind in kinds() if kind.key == paper.kind)
    ending = next(ending for kind, ending in _TYPES.values() if kind == attachment.kind)
    return Scan(f"{words}{f' {paper.on}' if paper.on else ''}{ending}", attachment.kind, data)


def save_scan(book: Book, number: int, path: Path) -> Path:
    """Writes a paper's scan where the person says; the path. FileProblem where that cannot be, BookProblem where the
    paper has none."""
    held = scan(book, number)
    if held is None:
        raise NotAllowed("This paper has no scan; attach one first")
    files.save(path, held.data)
    return path


def _set_removed(book: Book, desk: Desk, number: int, *, removed: bool) -> None:
    paper = rental_papers.PAPERS.read(book.connection, number)
    _looked(
        book,
        desk,
        paper.rental_id,
        lambda: rental_papers.set_removed(book.connection, number, removed=removed),
    )


def _forget(book: Book, attachment_id: int | None) -> None:
    if attachment_id is not None:
        rental_papers.forget_unused(book.connection, attachment_id)


def _looked(book: Book, desk: Desk, rental_id: int, write: Callable[[], W]) -> W:
    """Writes, and looks at the rental again: what is missing is on the due list."""
    with file.transaction(book.connection):
        done = write()
        rental_looking.look_leniently(book, desk, rental_id)
        return done
