"""The large contents of a book that a backup does not hold itself, and in which packs they lie."""

from dataclasses import dataclass, field
from pathlib import Path

from db.book.backup.packs import Pack
from db.book.backup.place import Place, is_pack
from db.book.backup.problems import BackupDamaged
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
    for number, pack in numbered(connection, book).items():
        path = place.packs / pack.name
        if path.is_file() and path.stat().st_size == pack.size:
            there.packs[pack.name] = pack
            numbers[number] = pack.name
    for digest, number in connection.execute("select digest, pack from backup_items"):
        if number in numbers:
            there.held[digest] = numbers[number]
    return there


def needed(connection: Connection, backup: Path) -> list[Pack]:
    """The packs that a backup needs. BackupDamaged."""
    return list(numbered(connection, backup).values())


def numbered(connection: Connection, backup: Path) -> dict[int, Pack]:
    """The packs that a backup needs by the numbers that it has for them. BackupDamaged where one is named so that it
    would lie elsewhere."""
    found = connection.execute("select id, name, size, sha256 from backup_packs order by id").fetchall()
    for _number, name, size, sha256 in found:
        if not (is_pack(name) and isinstance(size, int) and isinstance(sha256, str)):
            raise BackupDamaged(backup, "what is noted of its large contents cannot be read")
    return {number: Pack(name, size, sha256) for number, name, size, sha256 in found}
