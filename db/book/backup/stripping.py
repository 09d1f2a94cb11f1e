"""A book without its large contents, as a backup holds it, and these in packs.

The copy is taken in one transaction of the database, so it is the book of one moment, while somebody goes on working.
What an earlier backup has and can never have changed comes from there, so that a backup takes as long as what is new.
"""

# ruff: noqa: S608 -- names of tables and columns are the book's own

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from db.book.backup import packs
from db.book.backup.lifted import LIFTED, Known, Lifted
from db.book.backup.packs import Pack
from db.book.backup.place import Place
from db.driver import Connection

Report = Callable[[float], None]

_EVERY = 50  # cells between two words on how far it is


@dataclass(frozen=True, slots=True)
class Job:
    """A backup that is being made: of which book, by its key, into which place, by which name, at which moment."""

    book: Path
    key: str
    place: Place
    name: str
    at: datetime


@dataclass
class _Cells:
    """The contents of a book on their way into packs: which cell holds what, and in which new pack what is new lies."""

    found: list[tuple[Lifted, object, bytes]] = field(default_factory=list)
    new: dict[bytes, int] = field(default_factory=dict)


def strip(job: Job, target: Path, known: Known, report: Report) -> None:
    """Makes `target` from the book, its large contents in packs of the place. OSError, DatabaseError, BackupDamaged."""
    target.touch(mode=0o600)
    connection = packs.opened(target, job.key, "rwc")
    try:
        _attach(connection, job.book, "live", "rw", job.key)
        if known.book is not None:
            _attach(connection, known.book, "earlier", "ro", job.key)
        connection.execute("begin")
        _settle(connection, known)
        schema = _tables(connection)
        cells = _Cells()
        _lift(connection, job, known, cells, report)
        made = packs.finish(job.place, job.key, job.name, max(cells.new.values(), default=0))
        _note(connection, job, known, cells, made)
        for sql in schema:
            connection.execute(sql)
        ((version,),) = connection.execute("PRAGMA live.user_version").fetchall()
        connection.execute(f"PRAGMA main.user_version = {version:d}")
        connection.execute("commit")
    finally:
        connection.close()


def _attach(connection: Connection, path: Path, name: str, mode: str, key: str) -> None:
    connection.execute(f"attach ? as {name} key \"x'{key}'\"", [f"{path.absolute().as_uri()}?mode={mode}"])


def _settle(connection: Connection, known: Known) -> None:
    """Notes the rows that come from the earlier backup: those whose lifted cells lie in packs already.

    None where the book does not go on from that backup: another one was brought back since, or it was migrated.
    """
    for table in {each.table for each in LIFTED}:
        connection.execute(f"create temp table settled_{table} (key integer primary key)")
    if known.book is None or not _goes_on(connection):
        return
    connection.execute("create temp table usable (pack integer primary key)")
    for number, name in connection.execute("select id, name from earlier.backup_packs").fetchall():
        if name in known.packs:
            connection.execute("insert into usable values (?)", [number])
    for table in {each.table for each in LIFTED}:
        ways = [
            f"select places.key from earlier.{each.places} places join earlier.backup_items items on items.id = item "
            f'where pack in usable and places.key in (select "{each.key}" from live."{table}")'
            for each in LIFTED
            if each.table == table
        ]
        connection.execute(f"insert into settled_{table} {' intersect '.join(ways)}")


def _goes_on(connection: Connection) -> bool:
    """Whether the book has the whole past of the earlier backup: its last entry of the audit, which only grows."""
    versions = [connection.execute(f"PRAGMA {name}.user_version").fetchone() for name in ("live", "earlier")]
    last = "select * from {name}.audit where id = (select max(id) from earlier.audit)"
    before, now = (connection.execute(last.format(name=name)).fetchone() for name in ("earlier", "live"))
    return versions[0] == versions[1] and before is not None and before == now


def _tables(connection: Connection) -> list[str]:
    """Copies all tables but the lifted cells; what else belongs to the schema, to be made once they are full."""
    later = []
    own = "sql is not null and name not like 'sqlite@_%' escape '@'"
    asked = f"select type, name, sql from live.sqlite_master where {own} order by rowid"
    for kind, name, sql in connection.execute(asked).fetchall():
        if kind == "table":
            connection.execute(sql)
            _rows(connection, name)
        else:
            later.append(sql)
    return later


def _rows(connection: Connection, table: str) -> None:
    columns = [row[1] for row in connection.execute(f'PRAGMA live.table_info("{table}")').fetchall()]
    lifted = {each.column: each for each in LIFTED if each.table == table}
    taken = ", ".join(_emptied(lifted[column]) if column in lifted else f'"{column}"' for column in columns)
    rest = ""
    if lifted:
        key = next(iter(lifted.values())).key
        settled = f"(select key from settled_{table})"
        if connection.execute(f"select 1 from settled_{table} limit 1").fetchone():
            connection.execute(f'insert into main."{table}" select * from earlier."{table}" where "{key}" in {settled}')
        rest = f'where "{key}" not in {settled}'
    connection.execute(f'insert into main."{table}" select {taken} from live."{table}" {rest}')


def _emptied(each: Lifted) -> str:
    return f'case when {_among(each)} and "{each.column}" is not null then x\'\' else "{each.column}" end'


def _among(each: Lifted) -> str:
    return each.among.replace("from documents", "from live.documents")


def _lift(connection: Connection, job: Job, known: Known, cells: _Cells, report: Report) -> None:
    there = {table for (table,) in connection.execute("select name from live.sqlite_master where type = 'table'")}
    lifted = [each for each in LIFTED if each.table in there]
    count = sum(connection.execute(f'select count(*) from live."{each.table}"').fetchone()[0] for each in lifted)

    def unknown() -> Iterator[tuple[bytes, bytes]]:
        for each in lifted:
            cells.found += _settled_cells(connection, each)
            for key, digest, data in _fresh_cells(connection, each, known.held.keys() | cells.new.keys()):
                cells.found.append((each, key, digest))
                if len(cells.found) % _EVERY == 0:
                    report(min(len(cells.found) / count, 1.0))
                if data is not None and digest not in known.held and digest not in cells.new:
                    yield digest, data

    for digest, pack in packs.write(job.place, job.key, job.name, unknown()):
        cells.new[digest] = pack


def _settled_cells(connection: Connection, each: Lifted) -> list[tuple[Lifted, object, bytes]]:
    settled = f"select key from settled_{each.table}"
    if connection.execute(f"{settled} limit 1").fetchone() is None:
        return []
    joined = f"earlier.{each.places} places join earlier.backup_items items on items.id = item"
    rows = connection.execute(f"select places.key, digest from {joined} where places.key in ({settled})")
    return [(each, key, digest) for key, digest in rows]


def _fresh_cells(
    connection: Connection, each: Lifted, held: set[bytes]
) -> Iterator[tuple[object, bytes, bytes | None]]:
    """Key, digest and bytes of each cell that is not settled; no bytes where they lie in a pack already."""
    told = f'"{each.digest}"' if each.digest else "null"
    fresh = f'"{each.key}" not in (select key from settled_{each.table})'
    where = f'from live."{each.table}" where {fresh} and {_among(each)} and "{each.column}" is not null'
    one = f'select "{each.column}" from live."{each.table}" where "{each.key}" = ?'
    for key, digest in connection.execute(f'select "{each.key}", {told} {where}').fetchall():
        if digest is not None and bytes.fromhex(digest) in held:
            yield key, bytes.fromhex(digest), None
            continue
        ((cell,),) = connection.execute(one, [key]).fetchall()
        data = cell.encode("utf-8") if isinstance(cell, str) else bytes(cell)
        yield key, hashlib.sha256(data).digest(), data


def _note(connection: Connection, job: Job, known: Known, cells: _Cells, made: list[Pack]) -> None:
    """Writes into the copy when it was made, and which content lies in which pack."""
    own = {digest: made[number - 1].name for digest, number in cells.new.items()}
    used = {digest: own.get(digest) or known.held[digest] for _, _, digest in cells.found}
    told = {pack.name: pack for pack in (*known.packs.values(), *made)}
    numbers = {name: number for number, name in enumerate(sorted(set(used.values())), start=1)}
    items = {digest: number for number, digest in enumerate(used, start=1)}
    for columns in (
        "made (at text)",
        "packs (id integer primary key, name text, size integer, sha256 text)",
        "items (id integer primary key, digest blob, pack integer)",
    ):
        connection.execute(f"create table backup_{columns}")
    connection.execute("insert into backup_made values (?)", [job.at.isoformat()])
    for name, number in numbers.items():
        values = [number, name, told[name].size, told[name].sha256]
        connection.execute("insert into backup_packs values (?, ?, ?, ?)", values)
    rows = ([number, digest, numbers[used[digest]]] for digest, number in items.items())
    connection.executemany("insert into backup_items values (?, ?, ?)", rows)
    for each in LIFTED:
        connection.execute(f"create table {each.places} (key integer primary key, item integer)")
    for each, key, digest in cells.found:
        connection.execute(f"insert into {each.places} values (?, ?)", [key, items[digest]])
