"""Backups and bringing them back, killed at random moments: `python -m tests.faults.backups_killed 300`.

A process of its own issues papers and backs them up (or brings back one backup after the other) until it is killed.
Whatever the moment: the book opens, no paper that was acknowledged is lost, every backup that is listed is whole, and
after bringing back there is the one book or the other, and nothing between them.
"""

import contextlib
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from db.book import file, integrity, lock
from db.book.backup import bringing_back, making
from db.book.backup import place as layout
from tests.faults import small_store

_ROOT = Path(__file__).parents[2]
_LONGEST = 0.8  # seconds that a process is let live; some die before they have begun
_KEPT = 4
_CHANCE = random.Random()  # noqa: S311 -- moments, not secrets


def killed(what: str, home: Path, key: str, seconds: float) -> list[str]:
    """Runs a process that does `what` and kills it so long after it was ready; what it has acknowledged."""
    command = [sys.executable, "-m", "tests.faults.backups_killed", what, str(home)]
    process = subprocess.Popen(command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(key + "\n")
    process.stdin.close()
    assert process.stdout.readline() == "ready\n"
    time.sleep(seconds)
    process.kill()
    said = process.stdout.read().splitlines()
    process.stdout.close()
    process.wait()
    return said


def back_up_killed(home: Path, key: str, seconds: float) -> None:
    """Issuing and backing up, killed: what was told to be there is there."""
    said = [line.split() for line in killed("back-up", home, key, seconds) if line.count(" ") == 1]
    last = {what: max((int(number) for told, number in said if told == what), default=0) for what in ("issued", "kept")}
    file.finish_making(home)
    with contextlib.closing(file.connect(home, key)) as book:
        assert small_store.issued(book) >= last["issued"]
        _whole(book)
    for root in (home, home / "second"):
        place = layout.of_book(root, key)
        listed = layout.listed(place)
        assert all(making.check(each, key, set(), _unheard) >= 0 for each in listed)
        if last["kept"]:
            assert bringing_back.contents(listed[0], key).papers >= last["kept"]
            assert len(listed) <= _KEPT + 1


def bring_back_killed(home: Path, key: str, seconds: float) -> None:
    """Bringing back, killed: the book is one of the two, whole."""
    killed("bring-back", home, key, seconds)
    taken = lock.take(home / file.NAME)
    file.finish_making(home)
    taken.release()
    listed = layout.listed(small_store.place(home, key))
    with contextlib.closing(file.connect(home, key)) as book:
        assert small_store.issued(book) in {bringing_back.contents(each, key).papers for each in listed}
        _whole(book)
    assert not [path.name for path in home.iterdir() if path.name in ("restore.ready", "restore.placing")]


def _whole(book: object) -> None:
    assert [each for each in integrity.check(book, _unheard) if each.wrong] == []


def _issue_and_back_up(home: Path, key: str) -> None:
    book = file.connect(home, key)
    place, second = small_store.place(home, key), layout.of_book(home / "second", key)
    for number in range(small_store.issued(book) + 1, 100_000):
        small_store.issue(book, number)
        _say(f"issued {number}")
        made = making.make(home, key, place, small_store.at(number), _unheard)
        making.mirror(made, key, second, _unheard)
        for each in (place, second):
            making.keep_only(each, key, [one.name for one in layout.listed(each)[:_KEPT]])
        _say(f"kept {number}")


def _bring_back(home: Path, key: str) -> None:
    _held = lock.take(home / file.NAME)
    file.finish_making(home)
    while True:
        for each in layout.listed(small_store.place(home, key)):
            bringing_back.bring_back(each, key, home, small_store.at(0), _unheard)


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def _unheard(_done: float) -> None:
    """Nobody has to hear how far it is."""


def two_backups(home: Path) -> str:
    """A store with two backups of different books; its key."""
    key = small_store.begin(home).key
    with contextlib.closing(file.connect(home, key)) as book:
        for number in (1, 2):
            small_store.issue(book, number)
            making.make(home, key, small_store.place(home, key), small_store.at(number), _unheard)
    return key


def main(arguments: list[str]) -> None:
    """A number: so many kills of each. Else what a process is to do until it is killed."""
    if len(arguments) == 2:
        does: dict[str, Callable[[Path, str], None]] = {"back-up": _issue_and_back_up, "bring-back": _bring_back}
        key = sys.stdin.readline().strip()
        _say("ready")
        does[arguments[0]](Path(arguments[1]), key)
        return
    times = int(arguments[0]) if arguments else 100
    with tempfile.TemporaryDirectory() as folder:
        one, other = Path(folder) / "Ñandú one", Path(folder) / "two"
        keys = small_store.begin(one).key, two_backups(other)
        for number in range(1, times + 1):
            back_up_killed(one, keys[0], _CHANCE.uniform(0, _LONGEST))
            bring_back_killed(other, keys[1], _CHANCE.uniform(0, _LONGEST))
            sys.stdout.write(f"\r{number} of {times} kills of each, nothing lost")
            sys.stdout.flush()
    sys.stdout.write("\n")


if __name__ == "__main__":
    main(sys.argv[1:])
