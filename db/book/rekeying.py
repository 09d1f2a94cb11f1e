"""The book encrypted anew under another key: for the day on which somebody may still have the key of before, because
they could sign in once, or because it lay beside the book.

The new book is made beside the old one, read through and held to it row by row. Until it takes the place the old one is
as it was; then it is there with its own keys, whatever ends the program in between.
"""

import contextlib
import shutil
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path

from db import driver
from db.book import file, integrity, replacing, slots
from db.book.slots import Slots
from db.on_disk import flush, flush_folder
from db.problems import BookDamaged, BookNotWritten, book_problem

Report = Callable[[float], None]

_COPIED, _READ = 0.5, 0.75  # of all there is to do, when the copy is made and when it is read through
_STEPS = 20_000  # of the database's machine, between two words on how far it is


def make(folder: Path, key: str, new: str, ways: Slots, report: Report) -> Path:
    """The book of a folder under a new key, with these ways in, whole in a folder beside it, whose path it returns.

    Whoever calls holds the book's lock and has no connection to it; they may still write into the new one, and then
    call `take_over` or `drop`. BookProblem: nothing was changed.
    """
    making = folder / replacing.MAKING
    try:
        drop(folder)
        making.mkdir(mode=0o700)
        _encrypt(folder / file.NAME, key, making / file.NAME, new, lambda done: report(done * _COPIED))
        for copy in folder.glob(file.COPIES):
            try:
                _encrypt(copy, key, making / copy.name, new, lambda _done: None)
            except BookDamaged:  # what cannot be read any more stays as it is
                (making / copy.name).unlink()
        slots.write(making, ways)
        _look(making, new, folder, key, report)
    except OSError as error:
        drop(folder)
        raise BookNotWritten(folder / file.NAME, (error.strerror or "the disk refused").lower()) from error
    except BaseException:
        drop(folder)
        raise
    return making


def take_over(folder: Path) -> None:
    """The book that was made takes the place of the one under the old key. BookNotWritten."""
    making = folder / replacing.MAKING
    try:
        for path in making.iterdir():
            flush(path)
        flush_folder(making)
        replacing.decide(folder, None)
    except OSError as error:
        raise BookNotWritten(folder / file.NAME, (error.strerror or "the disk refused").lower()) from error
    replacing.finish(folder)


def drop(folder: Path) -> None:
    """Takes away what was made, if it has not taken the place."""
    shutil.rmtree(folder / replacing.MAKING, ignore_errors=True)


def _encrypt(source: Path, key: str, target: Path, new: str, report: Report) -> None:
    """A copy of a book under another key. BookProblem."""
    size = max(source.stat().st_size, 1)

    def so_far() -> int:
        report(min(target.stat().st_size / size, 1.0))
        return 0

    target.touch(mode=0o600)
    with contextlib.closing(driver.connect(f"{source.absolute().as_uri()}?mode=rw")) as book:
        try:
            for pragma in ("cipher_log_level = NONE", f"key = \"x'{key}'\"", "temp_store = MEMORY"):
                book.execute(f"PRAGMA {pragma}")
            book.execute(f"attach ? as fresh key \"x'{new}'\"", [f"{target.absolute().as_uri()}?mode=rw"])
            for pragma in ("journal_mode = OFF", "synchronous = OFF"):  # what is not whole is thrown away
                book.execute(f"PRAGMA fresh.{pragma}")
            book.set_progress_handler(so_far, _STEPS)
            book.execute("begin")
            book.execute("select sqlcipher_export('fresh')").fetchone()
            ((version,),) = book.execute("PRAGMA main.user_version").fetchall()
            book.execute(f"PRAGMA fresh.user_version = {version:d}")
            book.execute("commit")
            book.set_progress_handler(None, 0)
            book.execute("detach fresh")
        except driver.DatabaseError as error:
            raise book_problem(error, source) from error
    flush(target)


def _look(making: Path, new: str, folder: Path, key: str, report: Report) -> None:
    """BookDamaged where the new book is not whole, or not row by row the old one."""
    with contextlib.closing(file.connect(making, new)) as made, contextlib.closing(file.connect(folder, key)) as old:
        looked = integrity.check(made, lambda done: report(_COPIED + done * (_READ - _COPIED)))
        wrong = [line for each in looked for line in each.wrong]
        if wrong:
            raise BookDamaged(folder / file.NAME, wrong[0])
        asked = "select type, name, tbl_name, sql from sqlite_master order by type, name"
        schema = old.execute(asked).fetchall()
        if made.execute(asked).fetchall() != schema:
            raise BookDamaged(folder / file.NAME, "its tables did not come over")
        tables = [name for kind, name, *_ in schema if kind == "table"]
        for place, table in enumerate(tables):
            report(_READ + place / len(tables) * (1 - _READ))
            rows = f'select * from "{table}" not indexed'  # noqa: S608 -- the book's own names, in its own order
            if any(one != other for one, other in zip_longest(old.execute(rows), made.execute(rows))):
                raise BookDamaged(folder / file.NAME, f"{table} did not come over")
