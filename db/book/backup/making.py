"""Makes a backup, copies it to a second place, looks whether one is whole, and takes away those that are not kept.

Nothing here changes the book. A backup has its name only once it was read back and found whole.
"""

import contextlib
import shutil
from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from pathlib import Path

from db import driver
from db.book import audit_check, beside, file, integrity, slots, vault
from db.book.audit_check import Head
from db.book.backup import lifted, packs
from db.book.backup import place as layout
from db.book.backup.lifted import Known
from db.book.backup.packs import Pack, Reader
from db.book.backup.place import BOOK, KEYS, PART, BackupSet, Place
from db.book.backup.problems import BackupDamaged, BackupProblem, not_kept, refused
from db.book.backup.stripping import Job, strip
from db.book.beside import flush_folder
from db.book.records import ask
from db.book.slots import Slots
from db.driver import Connection
from db.problems import BookDamaged, book_problem

Report = Callable[[float], None]

# What is told to the audit and is no change: on its own it needs no backup.
_PASSING = ("signed in", "signed out", "locked", "opened", "backed up", "verified")


def make(folder: Path, key: str, place: Place, at: datetime, report: Report) -> BackupSet:
    """A backup of the book in a folder. BackupProblem, or BookProblem where the book itself cannot be read."""
    keys = _slots(folder, key)
    layout.make_ready(place)
    name = layout.new_name(at)
    part = place.sets / (name + PART)
    try:
        part.mkdir()
        strip(Job(folder / file.NAME, key, place, name, at), part / BOOK, _known(place, key), report)
        layout.flush(part / BOOK)
        layout.write(part / KEYS, slots.written(keys))
        with contextlib.closing(packs.opened(part / BOOK, key, "ro")) as copy:
            _whole(copy, part, place)
            ((schema,),) = copy.execute("PRAGMA user_version").fetchall()
        layout.write_told(part, at, schema)
        flush_folder(part)
        part.rename(place.sets / name)
        flush_folder(place.sets)
    except OSError as error:
        raise refused(place.root, error) from error
    except driver.DatabaseError as error:
        raise _book_or_place(folder, key, place, error) from error
    finally:
        _leave_nothing(place, part)
    return layout.read(place, name)


def state(connection: Connection) -> str:
    """What tells that a book was changed since: the last entry of its audit, but for those that are no change, and what
    was typed last. BookProblem."""
    passing = ", ".join(f"'{what}'" for what in _PASSING)
    asked = (
        f"select (select id from audit where what not in ({passing}) order by id desc limit 1), "  # noqa: S608 -- own
        "(select max(changed_at) from documents), (select max(changed_at) from drafts), (select count(*) from drafts)"
    )
    return repr(ask(connection, asked)[0])


def mirror(backup: BackupSet, key: str, second: Place, report: Report) -> BackupSet:
    """Copies a backup, and those of its packs that are not there, to a second place; reads it back. BackupProblem."""
    layout.make_ready(second)
    part = second.sets / (backup.name + PART)
    if (second.sets / backup.name).is_dir():
        return layout.read(second, backup.name)
    try:
        with opened(backup, key) as book:
            wanted = lifted.needed(book, backup.folder)
        missing = [pack for pack in wanted if not _same_size(second, pack)]
        for number, pack in enumerate(missing):
            report(number / len(missing))
            _copy_pack(backup.place, second, pack)
        flush_folder(second.packs)
        part.mkdir()
        for path in sorted(backup.folder.iterdir()):
            layout.copy(path, part / path.name)
        _alike(backup.folder, part)
        flush_folder(part)
        part.rename(second.sets / backup.name)
        flush_folder(second.sets)
    except OSError as error:
        raise refused(second.root, error) from error
    finally:
        _leave_nothing(second, part)
    copied = layout.read(second, backup.name)
    with opened(copied, key) as book:
        _whole(book, copied.folder, second)
    return copied


def head(backup: BackupSet, key: str) -> tuple[Head | None, datetime]:
    """The last entry of the audit in a backup (None where it is of an earlier schema), and when it was made.
    BackupDamaged."""
    with opened(backup, key) as book:
        ((at,),) = book.execute("select at from backup_made").fetchall()
        return audit_check.head(book) if audit_check.is_there(book) else None, datetime.fromisoformat(at)


def check(backup: BackupSet, key: str, read_already: set[str], report: Report) -> int:
    """Reads all of a backup, its packs too but for those of `read_already`; how many large contents. BackupDamaged."""
    layout.unharmed(backup)
    with opened(backup, key) as book:
        _whole(book, backup.folder, backup.place)
        wanted = [pack for pack in lifted.needed(book, backup.folder) if pack.name not in read_already]
    count = 0
    for number, pack in enumerate(wanted):
        report(number / len(wanted))
        count += _check_pack(backup, pack, key)
        read_already.add(pack.name)
    return count


def look(backup: BackupSet, key: str) -> None:
    """BackupDamaged where the files of a backup are not as they were written, are another key's, or lack a pack."""
    layout.unharmed(backup)
    with opened(backup, key) as book:
        _whole(book, backup.folder, backup.place)


def keep_only(place: Place, key: str, names: Collection[str]) -> None:
    """Takes away all backups but these, and the packs that no backup needs any more. BackupProblem."""
    try:
        for backup in layout.listed(place):
            if backup.name not in names:
                gone = backup.folder.with_name(backup.name + PART)
                backup.folder.rename(gone)
                shutil.rmtree(gone)
        left = layout.listed(place)
        if len(left) < sum(1 for path in place.sets.iterdir() if not path.name.endswith(PART)):
            return  # what a damaged backup needs nobody knows, so all packs stay
        wanted: set[str] = set()
        for backup in left:
            with opened(backup, key) as book:
                wanted |= {pack.name for pack in lifted.needed(book, backup.folder)}
        for name in layout.packs(place):
            if name not in wanted:
                (place.packs / name).unlink()
        flush_folder(place.packs)
    except BackupDamaged:
        return  # here, too
    except OSError as error:
        raise refused(place.root, error) from error


@contextlib.contextmanager
def opened(backup: BackupSet, key: str) -> Iterator[Connection]:
    """The book of a backup, for reading. BackupDamaged."""
    try:
        with contextlib.closing(packs.opened(backup.folder / BOOK, key, "ro")) as connection:
            yield connection
    except driver.DatabaseError as error:
        raise BackupDamaged(backup.folder, str(error)) from error


def _slots(folder: Path, key: str) -> Slots:
    if not beside.has_slots(folder):
        raise BackupProblem(
            "There is no backup of a store without a password: nobody could open it. Open Oxydesk and choose one"
        )
    found = slots.candidates(folder)
    return next((each for each in found if vault.fits(key, each)), found[0])


def _known(place: Place, key: str) -> Known:
    """What lies in packs already, by the latest backup that can be read."""
    for backup in layout.listed(place):
        with contextlib.suppress(BackupDamaged), opened(backup, key) as book:
            return lifted.known(book, backup.folder / BOOK, place)
    return Known()


def _whole(book: Connection, folder: Path, place: Place) -> None:
    """BackupDamaged where the book of a backup is not whole, or a pack that it needs is not there."""
    wrong = [line for looked in integrity.check_pages(book) for line in looked.wrong]
    if wrong:
        raise BackupDamaged(folder, wrong[0])
    missing = [pack.name for pack in lifted.needed(book, folder) if not _same_size(place, pack)]
    if missing:
        raise BackupDamaged(folder, f"{missing[0]} is missing or cut off")


def _same_size(place: Place, pack: Pack) -> bool:
    path = place.packs / pack.name
    return path.is_file() and path.stat().st_size == pack.size


def _check_pack(backup: BackupSet, pack: Pack, key: str) -> int:
    path = backup.place.packs / pack.name
    try:
        told = layout.measured(path)
    except OSError as error:
        raise BackupDamaged(backup.folder, f"{path.name} cannot be read") from error
    if (told.size, told.sha256) != (pack.size, pack.sha256):
        raise BackupDamaged(backup.folder, f"{path.name} is not as it was written")
    with Reader(path, key) as reader:
        return reader.check()


def _copy_pack(first: Place, second: Place, pack: Pack) -> None:
    part = second.packs / (pack.name + PART)
    part.unlink(missing_ok=True)
    layout.copy(first.packs / pack.name, part)
    if layout.measured(part).sha256 != pack.sha256:
        raise BackupDamaged(part, "it is not as it was just written")
    part.replace(second.packs / pack.name)


def _alike(first: Path, second: Path) -> None:
    for path in first.iterdir():
        if layout.measured(second / path.name) != layout.measured(path):
            raise BackupDamaged(second, f"{path.name} is not as it was just written")


def _leave_nothing(place: Place, part: Path) -> None:
    """Takes away what is half-written, where that can be done now."""
    with contextlib.suppress(OSError):
        layout.remove(part)
        for path in place.packs.glob(f"*{PART}"):
            path.unlink()


def _book_or_place(folder: Path, key: str, place: Place, error: Exception) -> BackupProblem | BookDamaged:
    """Whose fault it is where the database refuses: a damaged book's, or the place's."""
    with contextlib.suppress(driver.DatabaseError), contextlib.closing(file.connect(folder, key)) as book:
        if book.execute("PRAGMA cipher_integrity_check").fetchall():
            return BookDamaged(folder / file.NAME, str(error))
    found = book_problem(error, folder / file.NAME)
    return found if isinstance(found, BookDamaged) else not_kept(place.root, error)
