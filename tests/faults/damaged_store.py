"""A store that is harmed on purpose, and what it does then: its operations, and the headless door."""

import contextlib
import io
import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from db.book import file
from db.book.beside import TRIES
from desktop import headless
from desktop.files import FileProblem
from desktop.operations import backups, documents, due, issuing, patients, store, verifying
from desktop.operations.book import Book, BookProblem
from desktop.operations.due import Span
from tests.faults import shop, small_store
from tests.faults.small_store import WORDS
from tests.operations import rented

PAPERS = 6
PAGE = 4096


def begin(home: Path) -> str:
    """A store with patients, a rental, papers, and a backup; closed, all in the one file. Its key."""
    shop.begin(home)
    with shop.opened(home) as book:
        rented.begun(book, shop.desk(), rented.patient(book))
        for _ in range(PAPERS):
            assert issuing.issue(book, shop.desk(), shop.draft(book)).done
        backups.make(book, shop.unheard)
        return book.key or ""


def _issue(book: Book) -> object:
    issued = issuing.issue(book, shop.desk(), shop.draft(book))
    assert issued.done or issued.problem
    return issued


USES: dict[str, Callable[[Book], object]] = {
    "reads the store": store.read,
    "lists papers": documents.listed,
    "reads a paper": lambda book: documents.pdf(book, 1),
    "looks for a patient": lambda book: patients.find(book, "abernathy", shop.TODAY),
    "sees what is due": lambda book: due.listed(book, shop.TODAY, Span.TODAY, []),
    "issues a paper": _issue,
    "backs up": lambda book: backups.make(book, shop.unheard),
    "looks whether all is whole": lambda book: verifying.verify_now(book, shop.unheard),
}
"""What a store does in a day, by what it is."""


def used(home: Path) -> dict[str, str]:
    """Does all that, each for itself; the sentences of what could not be done. Any other problem goes through."""
    problems: dict[str, str] = {}
    for what, does in USES.items():
        (home / TRIES).unlink(missing_ok=True)  # here nobody waits where keys cannot be read
        try:
            with shop.opened(home) as book:
                does(book)
        except (BookProblem, FileProblem) as problem:
            problems[what] = str(problem)
    return problems


class HeadlessDoor:
    """`oxydesk` without its window, for the store in a folder; status and answer."""

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.home = home
        monkeypatch.setenv("OXYDESK_HOME", str(home))
        self._password = home.parent / "a password"
        self._password.write_text(WORDS + "\n", encoding="utf-8")

    def __call__(self, *arguments: str) -> tuple[int, Any]:
        said, errors = io.BytesIO(), io.StringIO()
        output = io.TextIOWrapper(said)
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
            status = headless.main([*arguments, "--password-file", str(self._password)])
        output.detach()
        assert "Traceback" not in errors.getvalue()
        return status, json.loads(said.getvalue())

    def sentence(self, *arguments: str) -> str:
        """What it says of something that it cannot do."""
        status, answer = self(*arguments)
        assert status in (1, 3), answer
        words = str(answer["error"]["words"])
        assert "does not know" not in words
        return words


def flip(path: Path, at: int) -> None:
    """One other bit."""
    with path.open("rb+") as file:
        file.seek(at)
        byte = file.read(1)
        file.seek(at)
        file.write(bytes([byte[0] ^ 0x10]))


def cut(path: Path, length: int) -> None:
    """Only the beginning is left."""
    os.truncate(path, length)


def as_if_killed(home: Path, key: str, papers: int, into: Path) -> Path:
    """The store as it lies there when somebody has issued papers and the power fails: all of these are in the WAL."""
    in_use = shutil.copytree(home, into.with_name(f"{into.name} in use"))
    with contextlib.closing(file.connect(in_use, key)) as book:
        for number in range(papers):
            small_store.issue(book, 1000 + number)
        shutil.copytree(in_use, into)
    return into


@contextlib.contextmanager
def unchanged(path: Path) -> Iterator[None]:
    """A file is, after all, as it was."""
    before = path.read_bytes()
    yield
    assert path.read_bytes() == before
