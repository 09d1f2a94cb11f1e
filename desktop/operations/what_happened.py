"""What happened in the store, for its owner: who did what, to what, when; found, looked at, taken out as a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from db.book import audit_read as entries
from db.book import users
from db.book.audit_names import TABLE_OF, Names
from db.book.audit_read import Entry
from db.book.user_rows import User
from desktop.core import csv_table
from desktop.operations import audit, happened_words, rights
from desktop.operations.book import Book

PAGE = 100  # rows that are read at once
_MANY = 2_000  # of a table that is taken out
_HEADINGS = ("Number", "When", "Who", "Through", "What", "Of what", "Patient", "Field", "Before", "After")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for; what is empty or None asks nothing. `kind` is one of the shipped list's; both days count."""

    user_id: int | None = None
    patient_id: int | None = None
    kind: str = ""
    since: date | None = None
    until: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """A field in a person's words; empty where it held nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Row:
    """An entry in a person's words. `at` is None and `who` empty where nobody has told."""

    number: int
    at: datetime | None
    who: str
    through: str
    did: str
    thing: str
    patient: str
    fields: tuple[Changed, ...]


def page(book: Book, asked: Asked, below: int | None = None) -> list[Row]:
    """The rows that are asked for, the latest first: the first of them, or the next below an entry's number.

    NotAllowed for who may not see them.
    """
    rights.need(book, rights.HAPPENED)
    names = Names(book.connection)
    return [_row(entry, names) for entry in entries.page(book.connection, _asked(asked), PAGE, below)]


def who_has_been(book: Book) -> list[User]:
    """All users, those who were removed, too."""
    return users.everybody(book.connection)


def table(book: Book, asked: Asked) -> bytes:
    """All rows that are asked for as CSV, a line for each field; no cell becomes a formula. NotAllowed."""
    rights.need(book, rights.HAPPENED)
    audit.note(book, audit.EXPORTED, "happened")
    return csv_table.write(_HEADINGS, _lines(book, asked))


def _lines(book: Book, asked: Asked) -> Iterator[tuple[str, ...]]:
    names, below = Names(book.connection), None
    while found := entries.page(book.connection, _asked(asked), _MANY, below):
        for row in (_row(entry, names) for entry in found):
            at = f"{row.at.astimezone():%Y-%m-%d %H:%M:%S}" if row.at else ""
            told = (str(row.number), at, row.who, row.through, row.did, row.thing, row.patient)
            for changed in row.fields or (Changed("", "", ""),):
                yield (*told, changed.label, changed.before, changed.after)
        below = found[-1].id


def _asked(asked: Asked) -> entries.Asked:
    kind = happened_words.kinds().get(asked.kind)
    return entries.Asked(
        user_id=asked.user_id,
        patient_id=asked.patient_id,
        whats=kind.whats if kind else (),
        nouns=kind.nouns if kind else (),
        not_whats=kind.not_whats if kind else (),
        since=_begin(asked.since),
        before=_begin(asked.until + timedelta(days=1)) if asked.until else None,
        text=asked.text,
    )


def _begin(day: date | None) -> datetime | None:
    """The moment at which a day begins here."""
    return datetime.combine(day, time()).astimezone() if day else None


def _row(entry: Entry, names: Names) -> Row:
    patient = names.of("patients", entry.patient_id) if entry.patient_id else None
    fields = tuple(
        Changed(
            happened_words.label(each.name),
            happened_words.value(each.name, each.before, names),
            happened_words.value(each.name, each.after, names),
        )
        for each in entry.fields
    )
    through = happened_words.value("door", entry.door, names)
    return Row(
        entry.id,
        entry.at,
        entry.user_name or "",
        through,
        happened_words.did(entry.what),
        _thing(entry, names),
        patient or "",
        fields,
    )


def _thing(entry: Entry, names: Names) -> str:
    """What it was done to: its noun, and its name where it has one; a user is only named."""
    words, name = happened_words.thing(entry.noun), names.of_noun(entry.noun, entry.noun_id)
    if entry.noun == "user":
        return name or ("" if entry.noun_id else "somebody with another name")
    if name is None and entry.noun in TABLE_OF and entry.noun_id:
        name = str(entry.noun_id)
    return " ".join(part for part in (words, name) if part)
