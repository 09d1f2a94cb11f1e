"""Everything out: all that the store's book holds, as files that any program reads, in one folder.

A folder and not a ZIP: a double click on a table opens it in a spreadsheet, a stick takes it whatever its size, and
whoever wants to send it packs it with what their system (and their encryption) offers.

All but `may`, `asks_password` and `warning` belongs into a worker. The book is read as it stands at one moment, while
the sales go on; memory does not grow with it.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

from db.book import everything, failed, place, slots, tries, vault
from db.problems import NotAllowed
from desktop.operations import audit, protection, rights, store
from desktop.operations.book import Book
from desktop.operations.book_places import places
from desktop.operations.sign_in import MustWait, NotLetIn
from desktop.operations.takeout_description import description
from desktop.operations.takeout_folder import NotTakenOut, Unfinished, forget_unfinished, refused
from desktop.operations.takeout_rows import Counts, Going, Report, Stopped, write_all

__all__ = ["Counts", "NotTakenOut", "Planned", "Taken", "take_out"]

_NAMELESS = "a store without a name"


@dataclass(frozen=True, slots=True)
class Planned:
    """What will be in the folder: rows by the titles of their tables, papers and scans, and about how many bytes."""

    rows: tuple[tuple[str, int], ...]
    papers: int
    scans: int
    size: int


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken out, and where it lies."""

    folder: Path
    counts: Counts


def may(book: Book) -> bool:
    """Whether whoever has signed in may take everything out."""
    return rights.may(book, rights.EVERYTHING)


def asks_password(book: Book) -> bool:
    """Whether the password is asked once more: an unlocked window alone is not enough to carry everything away."""
    return book.user is not None


def planned(book: Book) -> Planned:
    """What would be taken out now. NotAllowed, BookProblem."""
    rights.need(book, rights.EVERYTHING)
    with everything.at_one_moment(book.connection, book.folder) as connection:
        told = description()
        rows = tuple((table.title, everything.count(connection, table.name)) for table in told.tables)
        (papers, _), (scans, _) = (
            everything.size(connection, *column) for column in (("papers", "pdf"), ("attachments", "data"))
        )
        return Planned(rows, papers, scans, everything.whole_size(connection))


def warning(folder: Path) -> str | None:
    """A sentence where what lies in a folder comes to other computers, too."""
    why = place.elsewhere(folder, places())
    if why is None:
        return None
    return (
        f"What is written to {folder} does not stay on this computer: {why}. It is not encrypted; "
        "a stick that is encrypted is safer"
    )


def prove(book: Book, password: str) -> None:
    """That whoever is there knows the password of whoever has signed in. NotLetIn, MustWait."""
    if book.user is None:
        return
    left = tries.left(book.folder, protection.waits(), book.now())
    if left:
        raise MustWait(left)
    tries.count(book.folder, protection.waits(), book.now())
    opened = vault.open_by_password(slots.candidates(book.folder), book.user.name, password)
    if opened is None or opened.key != book.key:
        audit.note(book, failed.WHAT, failed.NOUN, book.user.id, details={"way": "password"})
        raise NotLetIn("This is not your password; type it again. Nothing was taken out")
    tries.forget(book.folder)


def take_out(book: Book, folder: Path, report: Report, going: Going) -> Taken | None:
    """Writes everything into a new folder inside this one; None where `going` says no, and then nothing is left there.

    NotTakenOut where the place refuses, NotAllowed for who is no owner or a folder of the book's own.
    """
    rights.need(book, rights.EVERYTHING)
    _not_inside(book, folder)
    _note(book, folder, rows=None)
    try:
        forget_unfinished(folder)
        _has_room(book, folder)
        unfinished = Unfinished(folder, book.now().astimezone().date())
    except OSError as error:
        raise refused(folder, error, None) from error
    try:
        counts = _written(book, unfinished, report, going)
        _note(book, folder, rows=counts.rows)
        return Taken(unfinished.finish(), counts)
    except Stopped:
        if not unfinished.dropped():
            raise NotTakenOut(folder, "it was stopped", unfinished.path) from None
        return None
    except OSError as error:
        raise refused(folder, error, None if unfinished.dropped() else unfinished.path) from error
    except BaseException:
        unfinished.dropped()
        raise


def _written(book: Book, unfinished: Unfinished, report: Report, going: Going) -> Counts:
    at, named = book.now(), store.read(book)
    with everything.at_one_moment(book.connection, book.folder) as connection:
        return write_all(connection, unfinished, named.legal_name or _NAMELESS, at.astimezone(), report, going)


def _note(book: Book, folder: Path, *, rows: int | None) -> None:
    """Who has taken everything out belongs into the audit: before the first byte, so that a stick that is pulled out
    half-way is known of, and with its `rows` before the folder gets its name."""
    told = {"folder": str(folder), "whole": rows is not None}
    audit.note(book, audit.TAKEN_OUT, "book", details=told | ({} if rows is None else {"rows": rows}))


def _not_inside(book: Book, folder: Path) -> None:
    asked, own = folder.resolve(), book.folder.resolve()
    if asked == own or own in asked.parents:
        raise NotAllowed(
            f"{folder} is in Oxydesk's own folder, where nothing unencrypted belongs; choose a stick or another folder"
        )


def _has_room(book: Book, folder: Path) -> None:
    """NotTakenOut where not even papers and scans find room: a full disk would keep the sales from being kept, too."""
    with everything.at_one_moment(book.connection, book.folder) as connection:
        contents = ((table.name, column.name) for table in description().tables for column in table.contents)
        needed = sum(everything.size(connection, *each)[1] for each in contents)
    if needed > shutil.disk_usage(folder).free:
        raise NotTakenOut(folder, f"it is full ({needed // 1_000_000 + 1} MB are needed)")
