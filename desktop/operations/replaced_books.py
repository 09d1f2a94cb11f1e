"""The books that backups have replaced: the latest are kept, older ones go when they are no longer of use."""

import contextlib
from datetime import datetime, timedelta
from pathlib import Path

from db.book import file, replaced
from db.book.replaced import ReplacedBook
from db.problems import BookProblem
from desktop.operations import audit, rights
from desktop.operations.backup_rules import backup_rules
from desktop.operations.book import Book

__all__ = ["ReplacedBook", "listed", "prune", "remove"]


def listed(book: Book) -> list[ReplacedBook]:
    """Those beside the book, the latest first."""
    return replaced.listed(book.folder)


def remove(book: Book, which: ReplacedBook) -> None:
    """Takes one away that nobody wants any more. NotAllowed, BookProblem."""
    rights.need(book, rights.REPLACED)
    replaced.take_away(which)
    audit.note(book, "removed", audit.REPLACED_BOOK, details={"name": which.at.isoformat()})


def prune(home: Path, now: datetime) -> None:
    """Takes away those that the rule does not keep; none where the book itself is not there."""
    if not (home / file.NAME).is_file():
        return
    keep = backup_rules().replaced
    for old in replaced.listed(home)[keep.last :]:
        if now - old.at > timedelta(days=keep.days):
            with contextlib.suppress(BookProblem):  # it is tried again after the next one
                replaced.take_away(old)
