"""Where the backups of a book lie, and which of its keys opens which of them.

A book that was encrypted anew has its backups in a place of its own; those from before stay under the key of their day,
which the book's owner still has through the one of now, until they are not kept any more.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db.book import beside, slots, vault
from db.book.backup import making
from db.book.backup import place as layout
from db.book.backup.place import BackupSet, Place
from db.book.backup.problems import BackupProblem
from db.problems import BookKeyProblem
from desktop.core import retention
from desktop.operations import backup_memory
from desktop.operations.backup_memory import moment
from desktop.operations.backup_rules import backup_rules
from desktop.operations.book import Book


@dataclass(frozen=True, slots=True)
class Second:
    """The second place: the folder that was chosen, whether it can be reached now, when it was last."""

    folder: Path
    there: bool
    seen: datetime | None
    same_disk: bool


def key_of(book: Book) -> str:
    """The book's key. BackupProblem for one whose key lies beside it."""
    if book.key is None:
        raise BackupProblem(
            "There is no backup of a store without a password: nobody could open it. Open Oxydesk and choose one"
        )
    return book.key


def keys(home: Path, key: str) -> list[str]:
    """The key of the book in a folder, and those that it had before, the latest first."""
    if not beside.has_slots(home):
        return [key]
    try:
        found = slots.candidates(home)
    except BookKeyProblem:
        return [key]
    whole = next((each for each in found if vault.fits(key, each)), None)
    return [key, *vault.earlier(whole, key)] if whole is not None else [key]


def key_for(backup: BackupSet, known: list[str]) -> str | None:
    """Which of some keys a backup lies under, by the folder that it is in."""
    return next((key for key in known if layout.of_book(Path(), key).root.name == backup.place.root.name), None)


def own_place(book: Book) -> Place:
    """Where this computer keeps the backups, beside the book."""
    return layout.of_book(book.folder, key_of(book))


def second_place(book: Book) -> Place | None:
    """The second place, if one was chosen."""
    chosen = backup_memory.read(book.folder).second
    return layout.of_book(Path(chosen), key_of(book)) if chosen else None


def second_is_there(book: Book) -> bool:
    """Whether the second place can be reached now: made ready for the book of now, or for one of its keys before."""
    chosen = backup_memory.read(book.folder).second
    return chosen is not None and any(each.is_there for each, _key in places_in(Path(chosen), book))


def second(book: Book) -> Second | None:
    """What is known of the second place."""
    remembered, place = backup_memory.read(book.folder), second_place(book)
    if place is None or remembered.second is None:
        return None
    folder, seen = Path(remembered.second), moment(remembered.second_seen)
    return Second(folder, second_is_there(book), seen, _same_disk(book.folder, place.root))


def places_in(folder: Path, book: Book) -> list[tuple[Place, str]]:
    """The places in a folder for the backups of a book, that of now first, each with its key."""
    return [(layout.of_book(folder, key), key) for key in keys(book.folder, key_of(book))]


def keep_rule(folder: Path, book: Book, made: BackupSet) -> None:
    """Takes away what is not kept any more in all places of a folder; one of an earlier key goes with its last backup.

    BackupProblem.
    """
    places = places_in(folder, book)
    listed = [each for place, _key in places for each in layout.listed(place)]
    days = [(each.at.astimezone().date(), each.name) for each in listed]
    kept = retention.kept(days, backup_rules().keep) | {made.name}
    for number, (place, key) in enumerate(places):
        if place.is_there:
            making.keep_only(place, key, kept)
            if number and not layout.holds_any(place):
                layout.take_away(place)


def _same_disk(one: Path, other: Path) -> bool:
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False
