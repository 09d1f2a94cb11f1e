"""A book without its large contents, as a backup holds it; and the whole book again from that and its packs.

The copy is taken in one transaction of the database, so it is the book of one moment, while somebody goes on working.
"""

# ruff: noqa: S608 -- names of tables and columns are the book's own

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from db.book.backup import packs
from db.book.backup.packs import Pack, Shelf
from db.book.backup.place import Place
from db.driver import Connection

Report = Callable[[float], None]

_ISSUED = "document_id in (select id from documents where state in ('issued', 'voided'))"
_EVERY = 50  # rows between two words on how far it is


@dataclass(frozen=True, slots=True)
class Lifted:
    """A column whose cells lie in packs. `among`: which rows, those that never change. `digest`: the column with the
    checksum of the bytes, so that what lies in a pack already is not read again."""

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


# A table of attachments has one more line here.
LIFTED = (
    Lifted("papers", "document_id", "pdf", digest="sha256"),
    Lifted("contents", "document_id", "wire", among=_ISSUED, text=True),
    Lifted("contents", "document_id", "form", among=_ISSUED, text=True),
)


@dataclass
class Known:
    """What lies in packs already: the packs by name, and in which of them each content is, by its digest."""

    packs: dict[str, Pack] = field(default_factory=dict)
    held: dict[bytes, str] = field(default_factory=dict)


@dataclass
class _Cells:
    """The contents of a book on their way into packs."""

    found: list[tuple[Lifted, object, bytes]] = field(default_factory=list)
    new: dict[bytes, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Job:
    """A backup that is being made: of which book, by its key, into which place, by which name, at which moment."""

    book: Path
    key: str
    place: Place
    name: str
    at: datetime


def strip(job: Job, target: Path, known: Known, report: Report) -> None:
    """Makes `target` from the book, its large contents in packs of the place. OSError, DatabaseError, BackupDamaged."""
    target.touch(mode=0o600)
    connection = packs.opened(target, job.key, "rwc")
    try:
        connection.execute(f"attach ? as live key \"x'{job.key}'\"", [f"{job.book.absolute().as_uri()}?mode=rw"])
        connection.execute("begin")
        schema = _tables(connection)
        cells = _Cells()
        _lift(connection, job, known, cells, report)
        made = packs.finish(job.place, job.key, job.name, max(cells.new.values(), default=0))
        _note_packs(connection, known, cells, made)
        connection.execute("create table backup_made (at text)")
        connection.execute("insert into backup_made values (?)", [job.at.isoformat()])
        for sql in schema:
            connection.execute(sql)
        ((version,),) = connection.execute("PRAGMA live.user_version").fetchall()
        connection.execute(f"PRAGMA main.user_version = {version:d}")
        connection.execute("commit")
    finally:
        connection.close()


def known(connection: Connection, place: Place) -> Known:
    """What the packs of an earlier backup hold, of those packs that lie there still, as large as they were."""
    there = Known()
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


def fill(connection: Connection, key: str, place: Place, report: Report) -> None:
    """Makes a backup's book the whole book again, in one transaction. BackupDamaged, DatabaseError."""
    names = dict(connection.execute("select id, name from backup_packs").fetchall())
    triggers = connection.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall()
    asked = "select name from sqlite_master where name like 'backup@_%' escape '@' and type = 'table'"
    own = [name for (name,) in connection.execute(asked).fetchall()]
    connection.execute("begin immediate")
    for name, _sql in triggers:
        connection.execute(f'drop trigger "{name}"')
    with Shelf(place, key, names) as shelf:
        _put_back(connection, shelf, report)
    for name in own:
        connection.execute(f'drop table "{name}"')
    for _name, sql in triggers:
        connection.execute(sql)
    connection.execute("commit")


def _put_back(connection: Connection, shelf: Shelf, report: Report) -> None:
    there = {name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")}
    lifted = [each for each in LIFTED if each.places in there]
    count = sum(connection.execute(f"select count(*) from {each.places}").fetchone()[0] for each in lifted)
    done = 0
    for each in lifted:
        asked = f"select places.key, digest, pack from {each.places} places join backup_items items on items.id = item"
        for key, digest, pack in connection.execute(f"{asked} order by pack, item").fetchall():
            data = shelf.content(pack, digest)
            value = data.decode("utf-8") if each.text else data
            connection.execute(f'update "{each.table}" set "{each.column}" = ? where "{each.key}" = ?', [value, key])
            done += 1
            if done % _EVERY == 0:
                report(done / count)


def _tables(connection: Connection) -> list[str]:
    """Copies all tables but the lifted cells; what else belongs to the schema, to be made once they are full."""
    later = []
    asked = (
        "select type, name, sql from live.sqlite_master where sql is not null and name not like 'sqlite@_%' escape '@'"
    )
    for kind, name, sql in connection.execute(f"{asked} order by rowid").fetchall():
        if kind != "table":
            later.append(sql)
            continue
        connection.execute(sql)
        columns = [row[1] for row in connection.execute(f'PRAGMA live.table_info("{name}")').fetchall()]
        taken = ", ".join(_cell(name, column) for column in columns)
        connection.execute(f'insert into main."{name}" select {taken} from live."{name}"')
    return later


def _cell(table: str, column: str) -> str:
    for each in LIFTED:
        if (each.table, each.column) == (table, column):
            among = each.among.replace("from documents", "from live.documents")
            return f'case when {among} and "{column}" is not null then x\'\' else "{column}" end'
    return f'"{column}"'


def _lift(connection: Connection, job: Job, known: Known, cells: _Cells, report: Report) -> None:
    there = {table for (table,) in connection.execute("select name from live.sqlite_master where type = 'table'")}
    lifted = [each for each in LIFTED if each.table in there]
    count = sum(connection.execute(f'select count(*) from live."{each.table}"').fetchone()[0] for each in lifted)

    def unknown() -> Iterator[tuple[bytes, bytes]]:
        for each in lifted:
            for row in _cells_of(connection, each, known.held.keys() | cells.new.keys()):
                number, digest, data = row
                cells.found.append((each, number, digest))
                if len(cells.found) % _EVERY == 0:
                    report(min(len(cells.found) / max(count, 1), 1.0))
                if data is not None and digest not in known.held and digest not in cells.new:
                    yield digest, data

    for digest, pack in packs.write(job.place, job.key, job.name, unknown()):
        cells.new[digest] = pack


def _cells_of(connection: Connection, each: Lifted, held: "set[bytes]") -> Iterator[tuple[object, bytes, bytes | None]]:
    """Key, digest and bytes of each cell; no bytes where they lie in a pack already."""
    among = each.among.replace("from documents", "from live.documents")
    told = f'"{each.digest}"' if each.digest else "null"
    where = f'from live."{each.table}" where {among} and "{each.column}" is not null'
    one = f'select "{each.column}" from live."{each.table}" where "{each.key}" = ?'
    for key, digest in connection.execute(f'select "{each.key}", {told} {where}').fetchall():
        if digest is not None and bytes.fromhex(digest) in held:
            yield key, bytes.fromhex(digest), None
            continue
        ((cell,),) = connection.execute(one, [key]).fetchall()
        data = cell.encode("utf-8") if isinstance(cell, str) else bytes(cell)
        yield key, hashlib.sha256(data).digest(), data


def _note_packs(connection: Connection, known: Known, cells: _Cells, made: list[Pack]) -> None:
    """Writes into the copy which content lies in which pack."""
    own = {digest: made[number - 1].name for digest, number in cells.new.items()}
    used = {digest: own.get(digest) or known.held[digest] for _, _, digest in cells.found}
    told = {pack.name: pack for pack in (*known.packs.values(), *made)}
    numbers = {name: number for number, name in enumerate(sorted(set(used.values())), start=1)}
    items = {digest: number for number, digest in enumerate(used, start=1)}
    connection.execute("create table backup_packs (id integer primary key, name text, size integer, sha256 text)")
    connection.execute("create table backup_items (id integer primary key, digest blob, pack integer)")
    for name, number in numbers.items():
        connection.execute(
            "insert into backup_packs values (?, ?, ?, ?)", [number, name, told[name].size, told[name].sha256]
        )
    rows = ([number, digest, numbers[used[digest]]] for digest, number in items.items())
    connection.executemany("insert into backup_items values (?, ?, ?)", rows)
    for each in LIFTED:
        connection.execute(f"create table {each.places} (key integer primary key, item integer)")
    for each, key, digest in cells.found:
        connection.execute(f"insert into {each.places} values (?, ?)", [key, items[digest]])
