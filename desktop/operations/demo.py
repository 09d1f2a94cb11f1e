"""The sample store: invented people, products and papers to try everything with, in a folder of its own."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from db.book import file
from desktop import files
from desktop.operations.book import Book, open_book

if TYPE_CHECKING:  # start-up time: all of core
    from desktop.desk import Desk

_FOLDER = "demo"
_HALF_MADE = "demo.part"


def folder(home: Path) -> Path:
    """Where the sample store lies, apart from the own one."""
    return home / _FOLDER


def open_demo(home: Path, desk: Callable[[], "Desk"]) -> Book:
    """The sample store's book, marked as one in its store; made at first use, on the same day the same on every
    computer.

    `desk` is asked only where it has to be made. BookProblem or FileProblem as of `open_book`.
    """
    place = folder(home)
    if not file.is_there(place):
        from desktop.operations import demo_store  # noqa: PLC0415 -- start-up time: reportlab, msgspec

        half = files.folder(home) / _HALF_MADE
        file.remove(half)
        demo_store.make(half, desk())
        file.move(half, place)
    return open_book(place)


def make_way(home: Path) -> None:
    """Before the sample store is made: takes away one that was left half-made. BookBusy where another Oxydesk is just
    making it."""
    file.remove(home / _HALF_MADE)


def begin_anew(home: Path, desk: Callable[[], "Desk"]) -> Book:
    """The sample store as it was at first, whatever was done to it. BookProblem where it is open."""
    file.remove(folder(home))
    return open_demo(home, desk)
