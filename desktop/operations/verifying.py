"""Whether the store's book and its backups are whole, in words: `oxydesk verify`, and quietly once a week."""

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from db.book import audit_check, file, integrity
from db.book.backup import making
from db.book.backup import place as layout
from db.book.backup.place import BackupSet
from db.book.backup.problems import BackupProblem
from db.book.integrity import Looked
from db.driver import Connection
from db.problems import BookDamaged, BookProblem
from desktop.operations import audit, backup_memory, backup_places, backups
from desktop.operations.backup_memory import moment
from desktop.operations.backup_rules import backup_rules
from desktop.operations.book import Book

Report = Callable[[str, float], None]

_WELL = {
    "pages": "All {count} pages of the book are as Oxydesk wrote them.",
    "structure": "All {count} tables and indexes of the book are in order.",
    "belonging": "Everything that belongs to something else has it, in {count} tables.",
    "papers": "{count} issued papers are, byte by byte, as they were issued.",
    "scans": "{count} scans are, byte by byte, as they were attached.",
    "audit": "{count} entries of what happened follow each other, each as it was written.",
    "backups": "Backups that can be read and are whole: {count}.",
    "second": "The newest backup in the second place can be read and is whole.",
}
_WRONG = {
    "pages": "Pages of the book are damaged, or were changed by something else than Oxydesk: {wrong}.",
    "structure": "Tables of the book are damaged: {wrong}.",
    "belonging": "Something that rows of the book belong to is gone: {wrong}.",
    "papers": "These papers are not as they were issued: {wrong}.",
    "scans": "These scans are not as they were attached: number {wrong}.",
    "audit": "The record of what happened is not as it was written: {wrong}.",
    "backups": "Not all backups are whole: {wrong}",
    "second": "The newest backup in the second place is not whole: {wrong}",
}
_DO = " Stop working in this book, and bring back the latest backup from before (Settings, Backup)."
_OF_BACKUPS = ("backups", "second")
_DO_BACKUP = " Make a new backup now (Settings, Backup)."


@dataclass(frozen=True, slots=True)
class Found:
    """What one check has found: how much it looked at, what is wrong, and both in words."""

    what: str
    count: int
    wrong: tuple[str, ...]
    words: str


def verify(home: Path, key: str, report: Report) -> tuple[Found, ...]:
    """Reads all of the book and of the backups beside it. What is damaged is found, not raised."""
    known = backup_places.keys(home, key)
    sets = [each for one in known for each in layout.listed(layout.of_book(home, one))]
    looked = _book(home, known, sets, lambda done: report("Reading the book", done))
    return tuple(_told(each) for each in (*looked, _backups(sets, known, report)))


def verify_backups(sets: list[BackupSet], known: list[str], report: Report) -> tuple[Found, ...]:
    """Reads all of those of some backups that lie under one of these keys."""
    own = [each for each in sets if backup_places.key_for(each, known) is not None]
    return (_told(_backups(own, known, report)),)


def whole(found: tuple[Found, ...]) -> bool:
    """Whether nothing was found."""
    return not any(each.wrong for each in found)


def weekly(book: Book) -> bool:
    """Whether all is to be read through again."""
    verified = moment(backup_memory.read(book.folder).verified)
    late = verified is None or not verified <= book.now() < verified + backup_rules().verify
    return backups.has_backups(book) and late


def verify_now(book: Book, report: Report) -> tuple[Found, ...]:
    """As `verify`, for whoever has signed in, and the newest backup of the second place if that is there.

    When it was done and whether all was well is remembered.
    """
    found = verify_quietly(book, report)
    backup = _newest_in_second(book)
    if backup is None:
        return found
    looked = _second(book, backup, set(), lambda: False)
    return found if looked is None else (*found, looked)


def verify_quietly(book: Book, report: Report) -> tuple[Found, ...]:
    """As `verify_now` without the second place, which is read in pieces: `second_due`, `verify_second`."""
    found = verify(book.folder, book.key or file.key_beside(book.folder), report)
    remembered = backup_memory.read(book.folder)
    words = " ".join(each.words for each in found if each.wrong) or None
    backup_memory.keep(book.folder, replace(remembered, verified=book.now().isoformat(), found=words))
    note(book, found)
    return found


def note(book: Book, found: tuple[Found, ...]) -> None:
    """Tells the audit that the book was read through, and whether all was whole; if that can still be written, and the
    book has an audit to tell."""
    with contextlib.suppress(BookProblem):
        if not audit_check.is_there(book.connection):
            return
        wrong = ", ".join(each.what for each in found if each.wrong)
        audit.note(book, audit.VERIFIED, "book", details={"wrong": wrong or None})


def second_due(book: Book) -> bool:
    """Whether the second place is to be read through again, and something lies there now."""
    place = backup_places.second_place(book) if backups.has_backups(book) else None
    if place is None or not place.is_there:
        return False
    verified = moment(backup_memory.read(book.folder).second_verified)
    return verified is None or not verified <= book.now() < verified + backup_rules().verify


def verify_second(book: Book, passed: Callable[[], float] = time.monotonic) -> Found | None:
    """Reads on in the newest backup of the second place, for about as long as the rule says; None if there is more.

    What was read is remembered, so that the next piece goes on from there, also after Oxydesk was closed.
    """
    backup, began = _newest_in_second(book), passed()
    packs = set((backup_memory.read(book.folder).second_packs or "").split())
    longest = backup_rules().read_second.total_seconds()
    looked = None if backup is None else _second(book, backup, packs, lambda: passed() - began >= longest)
    remembered = backup_memory.read(book.folder)
    if looked is not None or backup is None:
        remembered = replace(remembered, second_packs=None, second_verified=book.now().isoformat())
    else:
        remembered = replace(remembered, second_packs=" ".join(sorted(packs)))
    backup_memory.keep(book.folder, remembered)
    return looked


def _newest_in_second(book: Book) -> BackupSet | None:
    place = backup_places.second_place(book)
    return next(iter(layout.listed(place)), None) if place is not None else None


def _second(book: Book, backup: BackupSet, packs: set[str], enough: Callable[[], bool]) -> Found | None:
    """What was found when all is read; None when there is more, or it was pulled out meanwhile."""
    key = backup_places.key_of(book)
    try:
        making.check(backup, key, packs, lambda _done: None, enough)
        return _told(Looked("second", 1)) if making.is_read(backup, key, packs) else None
    except BackupProblem as problem:
        there = backup_places.second_is_there(book)
        return _told(Looked("second", 1, (str(problem),))) if there else None


def _book(home: Path, known: list[str], sets: list[BackupSet], report: Callable[[float], None]) -> list[Looked]:
    try:
        with contextlib.closing(file.connect(home, known[0])) as connection:
            looked = integrity.check(connection, report)
            return [_as_in_backups(connection, known, sets, each) if each.what == "audit" else each for each in looked]
    except BookDamaged as problem:
        return [Looked("pages", 0, (str(problem),))]


def _as_in_backups(connection: Connection, known: list[str], sets: list[BackupSet], looked: Looked) -> Looked:
    """Whether the audit goes on from where it stood in each backup; a backup that cannot be read has its own check."""
    if looked.wrong or not looked.count:
        return looked
    for backup in sorted(sets, key=lambda each: each.at):
        with contextlib.suppress(BackupProblem):
            head, at = making.head(backup, backup_places.key_for(backup, known) or "")
            if head is not None and audit_check.differs(connection, head, at):
                said = f"entry {head.count} or one before it is not the one that is in the backup {backup.name}"
                return replace(looked, wrong=(said,))
    return looked


def _backups(sets: list[BackupSet], known: list[str], report: Report) -> Looked:
    wrong = []
    read_already: set[str] = set()
    for number, backup in enumerate(sets):
        report("Reading the backups", number / len(sets))
        try:
            making.check(backup, backup_places.key_for(backup, known) or "", read_already, lambda _done: None)
        except BackupProblem as problem:
            wrong.append(str(problem))
    return Looked("backups", len(sets), tuple(wrong))


def _told(looked: Looked) -> Found:
    if not looked.wrong:
        return Found(looked.what, looked.count, (), _WELL[looked.what].format(count=looked.count))
    said = _WRONG[looked.what].format(wrong="; ".join(looked.wrong))
    do = _DO_BACKUP if looked.what in _OF_BACKUPS else _DO
    return Found(looked.what, looked.count, looked.wrong, said + do)
