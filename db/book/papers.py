"""Documents, and what was issued: its bytes, its request, its words as they were. Triggers keep all that as it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from db.book.records import END, Table, ask, cell
from db.book.rows import Document, IssuedLine, Payment
from db.driver import Connection
from db.problems import NotInBook

DOCUMENTS = Table("documents", Document, "document")
_LINES = Table("issued_lines", IssuedLine, "line")
_PAYMENTS = Table("payments", Payment, "payment")


@dataclass(frozen=True, slots=True)
class Held:
    """What a document holds: the JSON of its request and of its form; and what it is found by."""

    wire: str
    form: str
    search: str


@dataclass(frozen=True, slots=True)
class Paper:
    """What an issue keeps for ever: the document's bytes, the edition that its codes are of, and the moment."""

    pdf: bytes
    sha256: str
    edition: str
    at: datetime


def save(connection: Connection, document: Document, held: Held, at: datetime) -> Document:
    """Keeps a document that is not issued yet."""
    kept = DOCUMENTS.save(connection, replace(document, changed_at=at), search=held.search)
    _keep_content(connection, kept.id, held)
    return kept


def change(connection: Connection, document: Document, at: datetime) -> Document:
    """Keeps a new state of a document; its content stays."""
    return DOCUMENTS.save(connection, replace(document, changed_at=at))


def waiting_since(connection: Connection) -> dict[int, datetime]:
    """When each waiting document was put on the list for the first time, by its id."""
    asked = (
        "select documents.id, min(at) from documents join audit on noun_id = documents.id and noun = kind "
        "and what = 'waits' where state = 'waiting' group by documents.id having min(at) is not null"
    )
    return {number: datetime.fromisoformat(at) for number, at in ask(connection, asked)}


def content(connection: Connection, number: int) -> tuple[str, str]:
    """The JSON of a document's request and form. NotInBook where there is none."""
    found = ask(connection, "select wire, form from contents where document_id = ?", [number])
    if not found:
        raise NotInBook(DOCUMENTS.noun, number)
    return found[0][0], found[0][1]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which documents; what is empty or None asks nothing. `parts` are folded words of numbers and names."""

    states: Sequence[str] = ()
    kinds: Sequence[str] = ()
    patient_id: int | None = None
    parts: Sequence[str] = ()
    since: date | None = None


def listed(connection: Connection, asked: Asked, limit: int) -> list[Document]:
    """The documents, the one changed last first."""
    held = ["deleted = 0"]
    values: list[object] = []
    for column, allowed in (("state", asked.states), ("kind", asked.kinds)):
        if allowed:
            held.append(f"{column} in ({', '.join('?' * len(allowed))})")
            values += list(allowed)
    if asked.patient_id is not None:
        held.append("patient_id = ?")
        values.append(asked.patient_id)
    if asked.since is not None:
        held.append("issued_on >= ?")
        values.append(asked.since.isoformat())
    for part in asked.parts:
        held.append("search like ?")
        values.append(f"%{part}%")
    rest = f"where {' and '.join(held)} order by changed_at desc, id desc limit ?"
    return DOCUMENTS.find(connection, rest, [*values, limit])


def latest(connection: Connection, parts: Sequence[str], among: int, limit: int) -> list[Document]:
    """Those of the documents changed last whose number and name hold all parts; no others are read."""
    newest = "id in (select id from documents where deleted = 0 order by changed_at desc limit ?)"
    held = " and ".join([newest, *["search like ?"] * len(parts)])
    rest = f"where {held} order by changed_at desc limit ?"
    return DOCUMENTS.find(connection, rest, [among, *(f"%{part}%" for part in parts), limit])


def of_patients(connection: Connection, patients: Sequence[int], limit: int) -> list[Document]:
    """The documents of some patients, the one changed last first."""
    rest = f"where patient_id in ({', '.join('?' * len(patients))}) and deleted = 0 order by changed_at desc limit ?"
    return DOCUMENTS.find(connection, rest, [*patients, limit])


def numbered_from(connection: Connection, beginning: str, limit: int) -> list[Document]:
    """The issued documents whose numbers begin so, the highest first."""
    rest = "where number >= ? and number < ? and deleted = 0 order by number desc limit ?"
    return DOCUMENTS.find(connection, rest, [beginning, beginning + END, limit])


def numbered(connection: Connection, numbers: Sequence[str]) -> list[Document]:
    """The documents with these numbers, those that there are."""
    rest = f"where number in ({', '.join('?' * len(numbers))}) and deleted = 0"
    return DOCUMENTS.find(connection, rest, numbers)


def series(connection: Connection) -> list[tuple[str, int]]:
    """Kind and year of every row of running numbers that was begun."""
    return [(kind, year) for kind, year in ask(connection, "select kind, year from series")]


def linked(connection: Connection, number: int) -> list[Document]:
    """The documents that name this one, but for dropped ones."""
    rest = 'where ("of" = ?1 or replaces = ?1) and deleted = 0 order by id'
    return DOCUMENTS.find(connection, rest, [number])


def last_issued(connection: Connection, patient_id: int, kind: str) -> str | None:
    """The request of the patient's last issued document of a kind that was not voided."""
    asked = (
        "select wire from documents join contents on document_id = id "
        "where patient_id = ? and kind = ? and state = 'issued' order by issued_on desc, id desc limit 1"
    )
    found = ask(connection, asked, [patient_id, kind])
    return found[0][0] if found else None


def next_number(connection: Connection, kind: str, year: int) -> int:
    """The next of a year's running numbers of a kind; used up with the transaction that asks, or not at all."""
    asked = (
        "insert into series (kind, year, last) values (?, ?, 1) "
        "on conflict (kind, year) do update set last = last + 1 returning last"
    )
    ((number,),) = ask(connection, asked, [kind, year])
    return int(number)


@dataclass(frozen=True, slots=True)
class Told:
    """What an issued document says apart from its page."""

    lines: Iterable[IssuedLine]
    payments: Iterable[Payment]


def issue(connection: Connection, document: Document, content: Held, paper: Paper, told: Told) -> Document:
    """Keeps what is issued, all of it for ever. `document` has its number, day and checksum."""
    _keep_content(connection, document.id, content)
    values = [document.id, paper.pdf, paper.sha256, paper.edition, cell(paper.at)]
    connection.execute(
        "insert into papers (document_id, pdf, sha256, edition, issued_at) values (?, ?, ?, ?, ?)", values
    )
    for place, line in enumerate(told.lines):
        _LINES.add(connection, line, place=place)
    for place, payment in enumerate(told.payments):
        _PAYMENTS.add(connection, payment, place=place)
    return DOCUMENTS.save(connection, replace(document, changed_at=paper.at), search=content.search)


def given_back(connection: Connection, number: int) -> list[str]:
    """The requests of the issued credits of a document, the earliest first."""
    asked = (
        "select wire from documents join contents on document_id = id "
        """where "of" = ? and kind = 'credit' and state = 'issued' order by number"""
    )
    return [wire for (wire,) in ask(connection, asked, [number])]


def paper(connection: Connection, number: int) -> tuple[bytes, str]:
    """The bytes of an issued document and its checksum. NotInBook where it was not issued."""
    found = ask(connection, "select pdf, sha256 from papers where document_id = ?", [number])
    if not found:
        raise NotInBook("issued document", number)
    return found[0][0], found[0][1]


def lines(connection: Connection, number: int) -> list[IssuedLine]:
    """The lines of an issued document."""
    return _LINES.find(connection, "where document_id = ? order by place", [number])


def payments(connection: Connection, number: int) -> list[Payment]:
    """The payments of an issued document."""
    return _PAYMENTS.find(connection, "where document_id = ? order by place", [number])


def _keep_content(connection: Connection, number: int, held: Held) -> None:
    values = [number, held.wire, held.form]
    asked = "insert into contents (document_id, wire, form) values (?, ?, ?) "
    connection.execute(
        f"{asked} on conflict (document_id) do update set wire = excluded.wire, form = excluded.form", values
    )
