"""The door of a store, for the tests that come to it; and what a kill at each step of something leaves behind it."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from db.book import file
from db.book.first_rows import Store
from db.book.slots import Cost
from desktop.operations import book as books
from desktop.operations import store
from desktop.operations.sign_in import Door

CHEAP = Cost(8, 1, 1)
WORDS = "green truck, nine pelicans"
OTHER = "a wholly other phrase 7"
GULF = Store(legal_name="Gulf Breeze Oxygen")
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)

Knock = Callable[[], Door]


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        return self.at


def old_store(folder: Path) -> str:
    """A store from before there were passwords; its key."""
    with books.open_book(folder) as book:
        store.save(book, GULF)
    return (folder / file.KEY).read_text(encoding="ascii").strip()


# Begins the same again and again, each time in a process of its own, whose calls that change a folder work once more
# than those of the one before; then it is killed. The last comes to its end.
_KILLS = """
import itertools, os, shutil, sys
from datetime import UTC, datetime
from pathlib import Path
import argon2.low_level, cryptography.hazmat.primitives.ciphers.aead, sqlite_utils.migrations
from db.book.rows import Store
from db.book.slots import Cost
from desktop.operations import protection, re_encrypting
from desktop.operations.sign_in import Door

OLD, GULF = {old!r}, Store(legal_name="Gulf Breeze Oxygen")
protection.common_passwords()

def dying(name):
    whole = getattr(os, name)
    def step(*given, **named):
        global left
        left -= 1
        if left < 0:
            os._exit(9)
        return whole(*given, **named)
    setattr(os, name, step)

for count in itertools.count():
    folder = Path(sys.argv[1]) / f"{{count:03}}"
    child = os.fork()
    if not child:
        left = count
        if OLD:
            shutil.copytree(OLD, folder)
        door = Door(folder, cost=Cost(8, 1, 1))
        for name in ("replace", "rename", "unlink", "rmdir", "mkdir"):
            dying(name)
        {does}
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status != 9:
        sys.exit(status)
"""


def killed_later_and_later(folder: Path, does: str, old: Path | None = None) -> list[Path]:
    """A folder for each call at which it was killed; the last is that of the run that came to its end.

    `does` is done before the `door` of a copy of the old store, or of an empty folder.
    """
    old_store = None if old is None else str(old)
    command = [sys.executable, "-c", _KILLS.format(does=does, old=old_store), str(folder)]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return sorted(folder.iterdir())
