"""Which papers fit what was typed in the box for everything; asked at every key, so none of its questions reads all.

The list of papers (`paper_list`) finds everything, and takes its time.
"""

from collections.abc import Iterable, Iterator, Sequence

from db.book import papers
from db.book.rows import Document, Patient
from desktop.core import search_keys
from desktop.operations import store
from desktop.operations.book import Book
from desktop.operations.numbers import number_of

_FEWEST = 2  # letters or digits by which a paper is looked for
_LATEST = 300  # papers among which every name and number is compared
_MOST_DIGITS = 6  # of a running number


def find(book: Book, text: str, people: Sequence[Patient], limit: int) -> list[Document]:
    """The papers of the people who fit, those whose number begins so or ends on it, and those of the latest that
    hold it; the one changed last first."""
    if len(search_keys.name(text)) < _FEWEST:
        return []
    found = {document.id: document for some in _questions(book, text, people, limit) for document in some}
    latest = sorted(found.values(), key=lambda document: (document.changed_at is not None, document.changed_at))
    return latest[: -limit - 1 : -1]


def _questions(book: Book, text: str, people: Sequence[Patient], limit: int) -> Iterator[Iterable[Document]]:
    held = book.connection
    yield papers.latest(held, search_keys.sought(text), _LATEST, limit)
    yield papers.of_patients(held, [patient.id for patient in people], limit)
    yield papers.numbered_from(held, text.strip().upper(), limit)
    if text.strip().isdecimal() and len(text.strip()) <= _MOST_DIGITS:
        row = store.read(book)
        running = int(text)
        yield papers.numbered(held, [number_of(row, *series, running) for series in papers.series(held)])
