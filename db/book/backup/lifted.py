"""The large contents of a book that a backup does not hold itself, and in which packs they lie."""

from dataclasses import dataclass, field
from pathlib import Path

from db.book.backup.packs import Pack
from db.book.backup.place import Place
from db.driver import Connection

_ISSUED = "document_id in (select id from documents where state in ('issued', 'voided'))"


@dataclass(frozen=True, slots=True)
class Lifted:
    """A column whose cells lie in packs. `among`: which rows, only those that never change. `digest`: the column with
    the checksum of the bytes, so that what lies in a pack already is not read again."""

    table: str
    key: str
    column: str
    among: str = "true"
    digest: str = ""
    text: bool = False

    @property
    def places(self) -> str:
        """The table of the backup that says which cell holds what."""
        return f"backup_{self.table}_{self.column}"


LIFTED = (
    Lifted("papers", "document_id", "pdf", digest="sha256"),
    Lifted("attachments", "id", "data", digest="sha256"),
    Lifted("contents", "document_id", "wire", among=_ISSUED, text=True),
    Lifted("contents", "document_id", "form", among=_ISSUED, text=True),
)


@dataclass
class Known:
    """What an earlier backup has already: the packs that lie there still, by name, and in which of them each content
    is, by its digest. `book` is that backup's own."""

    book: Path | None = None
    packs: dict[str, Pack] = field(default_factory=dict)
    held: dict[bytes, str] = field(default_factory=dict)


def known(connection: Connection, book: Path, place: Place) -> Known:
    """What the packs of an earlier backup hold, of those packs that lie there still, as large as they were."""
    there = Known(book)
    numbers: dict[int, str] = {}
    for number, name, size, sha256 in connection.execute("select id, name, size, sha256 from backup_packs"):
        path = place.packs / name
        if path.is_file() and path.stat().st_size == size:
            there.packs[name] = Pack(name, size, sha256)
            numbers[number] = name
    for digest, number in connection.execute("select digest, pack from backup_items"):
        if number in numbers:
            there.held[digest] = numbers[number]
    return there


def needed(connection: Connection) -> list[Pack]:
    """The packs that a backup needs."""
    return [Pack(*row) for row in connection.execute("select name, size, sha256 from backup_packs order by id")]
