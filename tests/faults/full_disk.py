"""A stick that is really full, and one that is read-only. It mounts, so only root on Linux can try it."""

import os
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from db.book import file
from db.book.backup import making
from db.book.backup import place as layout
from db.book.backup.problems import BackupNotWritten
from tests.faults import small_store


def main() -> None:
    """Fills sticks of growing size with backups until one holds them; each smaller one costs a sentence."""
    if sys.platform != "linux" or os.geteuid() != 0:
        sys.stdout.write("a stick that is full: not tried, only root can mount one\n")
        return
    with tempfile.TemporaryDirectory() as folder:
        home, stick = Path(folder) / "home", Path(folder) / "stick"
        key = small_store.begin(home).key
        with closing(file.connect(home, key)) as book:
            for number in range(1, 41):
                small_store.issue(book, number, size=20_000)
        backup = making.make(home, key, small_store.place(home, key), small_store.at(0), _unheard)
        stick.mkdir()
        for size in range(16, 4_000, 128):
            _run("mount", "-t", "tmpfs", "-o", f"size={size}k", "stick", str(stick))
            try:
                if _copied(backup, key, layout.of_book(stick, key), f"{size} KiB"):
                    _run("mount", "-o", "remount,ro", str(stick))
                    second = making.make(home, key, small_store.place(home, key), small_store.at(1), _unheard)
                    assert not _copied(second, key, layout.of_book(stick, key), "read-only")
                    break
            finally:
                _run("umount", str(stick))


def _copied(backup: layout.BackupSet, key: str, second: layout.Place, named: str) -> bool:
    try:
        making.mirror(backup, key, second, _unheard)
    except BackupNotWritten as problem:
        sys.stdout.write(f"{named}: {problem}\n")
        assert making.check(backup, key, set(), _unheard) > 0
        assert all(making.check(each, key, set(), _unheard) for each in layout.listed(second))
        return False
    sys.stdout.write(f"{named}: copied\n")
    return True


def _run(*command: str) -> None:
    subprocess.run(command, check=True)


def _unheard(_done: float) -> None:
    """Nobody has to hear how far it is."""
