"""Who tried to sign in and was not let in, kept beside the book until somebody is: then the audit is told of it.

A try is kept before it is looked at, so that ending the program meanwhile hides nothing. Only the number of the user
whose name was typed is kept: what is typed there may be a password, by mistake. Whoever can take files away from the
folder can take this one away, too; that the book itself cannot notice.
"""

import contextlib
import json
from dataclasses import astuple, dataclass
from datetime import datetime
from pathlib import Path

from db.book import audit
from db.book.audit_link import moment
from db.book.beside import FAILED, replace
from db.book.records import ask
from db.driver import Connection
from db.problems import BookNotWritten

WHAT, NOUN = "sign-in failed", "user"
_LARGEST = 100_000  # bytes
_MOST = 500


@dataclass(frozen=True, slots=True)
class Try:
    """A try: when, as which user (0: nobody has that name), by a password or the recovery code, by which other door
    than the window."""

    at: str
    user: int
    way: str
    door: str | None = None


def keep(folder: Path, at: datetime, user: int, way: str, door: str | None = None) -> None:
    """Keeps a try before it is looked at; of very many the last ones. BookNotWritten."""
    _write(folder, [*read(folder), Try(moment(at), user, way, door)][-_MOST:])


def was_right(folder: Path) -> None:
    """The last try let somebody in. BookNotWritten."""
    _write(folder, read(folder)[:-1])


def read(folder: Path) -> list[Try]:
    """What is kept; nothing where it cannot be read."""
    try:
        with (folder / FAILED).open("rb") as file:
            found = [Try(*each) for each in json.loads(file.read(_LARGEST))]
        for each in found:
            datetime.fromisoformat(each.at)
    except (OSError, ValueError, TypeError, RecursionError):
        return []
    return [each for each in found if isinstance(each.user, int) and isinstance(each.way, str)]


def tell(connection: Connection, folder: Path) -> None:
    """Tells the audit of all tries that are kept; once, though this may have been cut off before."""
    for each in read(folder):
        asked = "select 1 from audit where noun = ? and noun_id = ? and what = ? and at = ?"
        if not ask(connection, asked, [NOUN, each.user, WHAT, each.at]):
            details = {"way": each.way} | ({"door": each.door} if each.door else {})
            audit.note(connection, datetime.fromisoformat(each.at), WHAT, NOUN, each.user, details=details)


def forget(folder: Path) -> None:
    """The audit has been told."""
    with contextlib.suppress(OSError):
        (folder / FAILED).unlink(missing_ok=True)


def _write(folder: Path, kept: list[Try]) -> None:
    try:
        replace(folder / FAILED, json.dumps([astuple(each) for each in kept]).encode("ascii"))
    except OSError as error:
        raise BookNotWritten(folder / FAILED, (error.strerror or "the disk refused").lower()) from error
