"""Which patients fit what was typed; asked at every key, so each question stops when it has enough."""

from collections.abc import Iterable, Iterator
from datetime import date

from db.book import patients
from db.book.rows import Patient
from desktop.core import search_keys, typed_day
from desktop.operations.book import Book

_FEWEST = 3  # digits or letters by which a phone number or member ID is looked for


def find(book: Book, text: str, today: date, limit: int) -> list[Patient]:
    """The patients, those who fit best first, nobody twice."""
    if not text.strip():
        return patients.latest(book.connection, limit)
    found: dict[int, Patient] = {}
    for some in _questions(book, text, today, limit):
        found |= {patient.id: patient for patient in some if patient.id not in found}
        if len(found) >= limit:
            break
    return list(found.values())[:limit]


def _questions(book: Book, text: str, today: date, limit: int) -> Iterator[Iterable[Patient]]:
    held = book.connection
    if any(letter.isdigit() for letter in text):
        born = typed_day.day(text, today)
        if isinstance(born, date):
            yield patients.by_day_of_birth(held, born, limit)
        digits = search_keys.phone(text)
        if len(digits) >= _FEWEST and not any(letter.isalpha() for letter in text):
            yield patients.by_phone(held, digits, limit)
        member = search_keys.member(text)
        if len(member) >= _FEWEST:
            yield patients.by_member(held, member, limit)
        return
    ways = list(dict.fromkeys(search_keys.splits(text)))
    for last, first in ways:
        yield patients.by_name(held, last, first, limit)
    for last, first in ways:
        if last:
            yield patients.by_later_word(held, last, first, limit)
    if "," not in text and len(search_keys.member(text)) >= _FEWEST:
        yield patients.by_member(held, search_keys.member(text), limit)
