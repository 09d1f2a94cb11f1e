"""What is in a backup, and the book that is brought back from one into the place of the book that is there."""

import contextlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from db import driver
from db.book import audit, file, integrity, replacing, slots
from db.book.audit_link import NOBODY, By, moment
from db.book.backup import making, packs
from db.book.backup import place as layout
from db.book.backup.filling import fill
from db.book.backup.place import BOOK, KEYS, BackupSet
from db.book.backup.problems import BackupDamaged, BackupTooNew, not_kept, refused
from db.book.slots import Slots
from db.book.version import VERSION
from db.problems import BookKeyProblem

Report = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a backup: its moment, the store, how many patients, papers and half-made papers, the last paper's
    number and day, and who could sign in."""

    at: datetime
    store: str | None
    patients: int
    papers: int
    half_made: int
    last_number: str | None
    last_day: date | None
    users: tuple[str, ...]


def ways_in(backup: BackupSet) -> list[Slots]:
    """The slots of a backup, to try a password or the recovery code on. BackupDamaged."""
    try:
        return [slots.read(backup.folder / KEYS)]
    except BookKeyProblem as error:
        raise BackupDamaged(backup.folder, "its keys cannot be read") from error


def contents(backup: BackupSet, key: str) -> Contents:
    """What is in a backup. BackupDamaged."""
    issued = "from documents where state in ('issued', 'voided')"
    with making.opened(backup, key) as book:
        ((at,),) = book.execute("select max(at) from backup_made").fetchall()
        store = book.execute("select coalesce(dba, legal_name) from store").fetchone()
        ((patients,),) = book.execute("select count(*) from patients where deleted = 0").fetchall()
        ((papers,),) = book.execute(f"select count(*) {issued}").fetchall()
        ((half,),) = book.execute("select count(*) from documents where state = 'draft' and deleted = 0").fetchall()
        last = book.execute(f"select number, issued_on {issued} order by issued_on desc, id desc limit 1").fetchone()
        users = tuple(name for (name,) in book.execute("select name from users where deleted = 0 order by id"))
    number, day = last or (None, None)
    try:
        made_at, last_day = datetime.fromisoformat(at), date.fromisoformat(day) if day else None
    except (ValueError, TypeError) as error:
        raise BackupDamaged(backup.folder, "a day in it cannot be read") from error
    return Contents(made_at, store[0] if store else None, patients, papers, half, number, last_day, users)


def bring_back(  # noqa: PLR0913, PLR0917 -- what a restoring is of, each once
    backup: BackupSet, key: str, folder: Path, at: datetime, report: Report, by: By = NOBODY
) -> Path:
    """Puts the book of a backup into the place of the one in a folder; where the replaced one lies now.

    Whoever calls holds the book's lock and has no connection to it. BackupProblem or BookProblem: nothing was changed.
    """
    if backup.schema > VERSION:
        raise BackupTooNew(backup.folder)
    making.look(backup, key)
    half_made = folder / replacing.MAKING
    name = layout.new_name(at)
    try:
        layout.remove(half_made)
        half_made.mkdir(parents=True)
        layout.copy(backup.folder / BOOK, half_made / file.NAME)
        layout.copy(backup.folder / KEYS, half_made / slots.NAME)
        layout.copy(backup.folder / KEYS, half_made / slots.COPY)
        _fill(half_made / file.NAME, key, backup, report)
        _bring_up(half_made, key, backup, report)
        _tell(half_made, key, backup, at, by)
        replacing.decide(folder, name)
    except OSError as error:
        raise refused(folder, error) from error
    except driver.DatabaseError as error:
        raise not_kept(folder, error) from error
    finally:
        with contextlib.suppress(OSError):
            shutil.rmtree(half_made)
    replacing.finish(folder)
    return folder / replacing.REPLACED / name


def _fill(path: Path, key: str, backup: BackupSet, report: Report) -> None:
    """Makes the copy the whole book."""
    with contextlib.closing(packs.opened(path, key, "rw")) as book:
        for pragma in ("journal_mode = OFF", "synchronous = OFF"):  # what is not whole is thrown away
            book.execute(f"PRAGMA {pragma}")
        fill(book, key, backup, lambda done: report(done / 2))
    layout.flush(path)


def _bring_up(folder: Path, key: str, backup: BackupSet, report: Report) -> None:
    """Makes it a book of the current schema, and reads all of it before anything is replaced.

    A broken chain of the audit keeps nobody from getting the book back; whoever looks through it is told.
    """
    file.bring_up(folder, key)
    with contextlib.closing(file.connect(folder, key)) as book:
        found = integrity.check(book, lambda done: report((1 + done) / 2))
    wrong = [line for looked in found if looked.what != "audit" for line in looked.wrong]
    if wrong:
        raise BackupDamaged(backup.folder, wrong[0])


def _tell(folder: Path, key: str, backup: BackupSet, at: datetime, by: By) -> None:
    """Tells the audit of the book that was brought back: which backup that was, and who did it."""
    with contextlib.closing(file.connect(folder, key, by)) as book:
        with file.transaction(book):
            details = {"name": backup.name, "made_at": moment(backup.at)}
            audit.note(book, at, "restored", "backup", 0, details=details)
        book.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    layout.flush(folder / file.NAME)
