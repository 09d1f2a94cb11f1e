"""Whether the store's book and its backups are whole, in words: `oxydesk verify`, and quietly once a week."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from db.book import audit_check, file, integrity
from db.book.backup import making
from db.book.backup import place as layout
from db.book.backup.place import BackupSet
from db.book.backup.problems import BackupProblem
from db.book.integrity import Looked
from db.problems import BookDamaged, BookProblem
from desktop.operations import audit, backup_memory, backups
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
}
_WRONG = {
    "pages": "Pages of the book are damaged, or were changed by something else than Oxydesk: {wrong}.",
    "structure": "Tables of the book are damaged: {wrong}.",
    "belonging": "Something that rows of the book belong to is gone: {wrong}.",
    "papers": "These papers are not as they were issued: {wrong}.",
    "scans": "These scans are not as they were attached: number {wrong}.",
    "audit": "The record of what happened is not as it was written: {wrong}.",
    "backups": "Not all backups are whole: {wrong}",
}
_DO = " Stop working in this book, and bring back the latest backup from before (Settings, Backup)."
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
    looked = _book(home, key, lambda done: report("Reading the book", done))
    sets = layout.listed(layout.of_book(home, key))
    return tuple(_told(each) for each in (*looked, _backups(sets, key, report)))


def verify_backups(sets: list[BackupSet], key: str, report: Report) -> tuple[Found, ...]:
    """Reads all of some backups of one place."""
    return (_told(_backups(sets, key, report)),)


def whole(found: tuple[Found, ...]) -> bool:
    """Whether nothing was found."""
    return not any(each.wrong for each in found)


def weekly(book: Book) -> bool:
    """Whether all is to be read through again."""
    verified = moment(backup_memory.read(book.folder).verified)
    late = verified is None or not verified <= book.now() < verified + backup_rules().verify
    return backups.has_backups(book) and late


def verify_now(book: Book, report: Report) -> tuple[Found, ...]:
    """As `verify`, for whoever has signed in; when it was done and whether all was well is remembered."""
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


def _book(home: Path, key: str, report: Callable[[float], None]) -> list[Looked]:
    try:
        with contextlib.closing(file.connect(home, key)) as connection:
            return integrity.check(connection, report)
    except BookDamaged as problem:
        return [Looked("pages", 0, (str(problem),))]


def _backups(sets: list[BackupSet], key: str, report: Report) -> Looked:
    wrong = []
    read_already: set[str] = set()
    for number, backup in enumerate(sets):
        report("Reading the backups", number / len(sets))
        try:
            making.check(backup, key, read_already, lambda _done: None)
        except BackupProblem as problem:
            wrong.append(str(problem))
    return Looked("backups", len(sets), tuple(wrong))


def _told(looked: Looked) -> Found:
    if not looked.wrong:
        return Found(looked.what, looked.count, (), _WELL[looked.what].format(count=looked.count))
    said = _WRONG[looked.what].format(wrong="; ".join(looked.wrong))
    do = _DO_BACKUP if looked.what == "backups" else _DO
    return Found(looked.what, looked.count, looked.wrong, said + do)
