"""The papers that a rental needs, with their days, and their scans: each scan is in the encrypted book once."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from db.book.rental_rows import RentalPaper
from desktop.desk import Desk
from desktop.operations.book import Book

MISSING, HAVE, EXPIRED = "missing", "have", "expired"
MOST_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A kind of paper: `key` stands in the book, `words` on the screen, `help` says what it must say."""

    key: str
    words: str
    help: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan: what it is saved as, its type (`application/pdf`, `image/png`, `image/jpeg`), its bytes."""

    name: str
    kind: str
    data: bytes


def kinds() -> tuple[PaperKind, ...]:
    """All kinds, the ones that every rental needs first."""
    raise NotImplementedError


def state(paper: RentalPaper, today: date) -> str:
    """MISSING, HAVE, or EXPIRED where its last day is over."""
    raise NotImplementedError


def save(book: Book, desk: Desk, paper: RentalPaper) -> RentalPaper:
    """Keeps a paper; as it now stands, with an id. BookProblem where its last day is before its day."""
    raise NotImplementedError


def remove(book: Book, desk: Desk, number: int) -> None:
    """Takes a paper out of its rental's list; `undo_remove` brings it back. Its scan stays in the book."""
    raise NotImplementedError


def undo_remove(book: Book, desk: Desk, number: int) -> None:
    """Brings it back."""
    raise NotImplementedError


def attach(book: Book, desk: Desk, number: int, path: Path) -> RentalPaper:
    """Attaches a scan (PDF, PNG or JPEG); the paper is then there. The file itself stays where it is.

    BookProblem or FileProblem, a sentence: too big, of another type, not to be read.
    """
    raise NotImplementedError


def detach(book: Book, desk: Desk, number: int) -> RentalPaper:
    """Takes the scan off a paper; its bytes leave the book where no other paper has them."""
    raise NotImplementedError


def scan(book: Book, number: int) -> Scan | None:
    """The scan of a paper, for a viewer."""
    raise NotImplementedError


def save_scan(book: Book, number: int, path: Path) -> Path:
    """Writes a paper's scan where the person says; the path. FileProblem where that cannot be."""
    raise NotImplementedError
