"""Whether a book is whole: its pages as they were written, its tables in order, and every paper as it was issued."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from db import driver
from db.book import audit_check
from db.driver import Connection

Report = Callable[[float], None]

_MOST_TOLD = 20  # of one check; who reads more learns no more


@dataclass(frozen=True, slots=True)
class Looked:
    """One check: what was looked at, how much of it, and what is wrong."""

    what: str
    count: int
    wrong: tuple[str, ...] = ()


Check = Callable[[Connection, Report], Looked]


def check(connection: Connection, report: Report) -> list[Looked]:
    """All checks of a book that is open, one after the other; a book that cannot be read on is a finding, too."""
    return _all(connection, CHECKS, report)


def check_pages(connection: Connection) -> list[Looked]:
    """The checks that need no contents: for a backup, whose contents lie apart."""
    return _all(connection, PAGE_CHECKS, lambda _done: None)


def _all(connection: Connection, checks: tuple[tuple[str, Check], ...], report: Report) -> list[Looked]:
    looked = []
    for place, (what, one) in enumerate(checks):

        def so_far(done: float, before: int = place) -> None:
            report((before + done) / len(checks))

        so_far(0.0)
        try:
            looked.append(one(connection, so_far))
        except driver.DatabaseError as error:
            looked.append(Looked(what, 0, (str(error),)))
    return looked


def _pages(connection: Connection, _report: Report) -> Looked:
    """Every page as SQLCipher has sealed it. A page that is written meanwhile is looked at once more."""
    ((count,),) = connection.execute("PRAGMA page_count").fetchall()
    wrong: list[str] = []
    for _again in range(2):
        _settle(connection)
        try:
            wrong = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check").fetchall()]
        finally:
            if connection.in_transaction:
                connection.execute("rollback")
        if not wrong:
            break
    return Looked("pages", int(count), tuple(wrong[:_MOST_TOLD]))


def _settle(connection: Connection) -> None:
    """Puts all into the file, and keeps others from writing pages into it while it is read."""
    if not _writable(connection):
        return
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("begin")
    connection.execute("select count(*) from sqlite_master").fetchone()


def _writable(connection: Connection) -> bool:
    ((mode,),) = connection.execute("PRAGMA journal_mode").fetchall()
    return str(mode) == "wal"


def _structure(connection: Connection, _report: Report) -> Looked:
    """Every table and index in order."""
    said = [str(row[0]) for row in connection.execute(f"PRAGMA integrity_check({_MOST_TOLD})").fetchall()]
    ((count,),) = connection.execute("select count(*) from sqlite_master where type in ('table', 'index')").fetchall()
    return Looked("structure", int(count), tuple(line for line in said if line != "ok"))


def _belonging(connection: Connection, _report: Report) -> Looked:
    """Every row that belongs to another one has it."""
    lost = connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST_TOLD)
    ((count,),) = connection.execute("select count(*) from sqlite_master where type = 'table'").fetchall()
    return Looked("belonging", int(count), tuple(f"{table}, row {row}" for table, row, *_ in lost))


def _papers(connection: Connection, report: Report) -> Looked:
    """Every issued paper by its checksum."""
    issued = "from documents where state in ('issued', 'voided')"
    numbers = connection.execute(f"select id, number, sha256 {issued} order by id").fetchall()
    wrong = []
    for place, (document, number, told) in enumerate(numbers):
        if place % 50 == 0:
            report(place / len(numbers))
        kept = connection.execute("select pdf, sha256 from papers where document_id = ?", [document]).fetchone()
        if kept is None or not (hashlib.sha256(kept[0] or b"").hexdigest() == kept[1] == told):
            wrong.append(str(number))
    return Looked("papers", len(numbers), tuple(wrong[:_MOST_TOLD]))


def _scans(connection: Connection, report: Report) -> Looked:
    """Every scan by its checksum."""
    numbers = connection.execute("select id, sha256 from attachments order by id").fetchall()
    wrong = []
    for place, (number, told) in enumerate(numbers):
        if place % 50 == 0:
            report(place / len(numbers))
        ((data,),) = connection.execute("select data from attachments where id = ?", [number]).fetchall()
        if hashlib.sha256(data or b"").hexdigest() != told:
            wrong.append(str(number))
    return Looked("scans", len(numbers), tuple(wrong[:_MOST_TOLD]))


def _audit(connection: Connection, report: Report) -> Looked:
    """Every entry of what happened, each by the one before; none where an earlier schema has no chain."""
    if not audit_check.is_there(connection):
        return Looked("audit", 0)
    count, wrong = audit_check.broken(connection, report)
    return Looked("audit", count, () if wrong is None else (wrong,))


# What is looked at, in this order.
PAGE_CHECKS: tuple[tuple[str, Check], ...] = (
    ("pages", _pages),
    ("structure", _structure),
    ("belonging", _belonging),
)
CHECKS: tuple[tuple[str, Check], ...] = (*PAGE_CHECKS, ("papers", _papers), ("scans", _scans), ("audit", _audit))
