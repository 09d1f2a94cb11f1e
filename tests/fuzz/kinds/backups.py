"""Backups that somebody brings on a stick: what is told of them, their books, slots and packs; looked at, read, brought
back. And the book itself, with a key that fits.

`backup-inside` is one that was made by who has the key: what is inside is hostile, and every checksum is right.
"""

import contextlib
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from db.book import file, integrity
from db.book.backup import bringing_back, making, packs
from db.book.backup import place as layout
from db.book.backup.place import BackupSet, Place
from db.book.version import VERSION
from db.driver import DatabaseError
from db.problems import BookProblem
from desktop.operations import backups, unlocking, verifying
from desktop.operations.unlocking import Secret
from tests.faults import small_store
from tests.faults.small_store import WORDS
from tests.fuzz.kinds import keys
from tests.fuzz.target import Attempt, Form, Target

_TOLD = "set.json"


@dataclass(frozen=True, slots=True)
class Stick:
    """A store, and a backup of it elsewhere, as it was written."""

    home: Path
    key: str
    backup: BackupSet


def targets() -> list[Target]:
    """All of them."""
    return [
        Target("backup-told", Form.JSON, _told, _telling),
        Target("backup-keys", Form.JSON, keys.slots_written, _with_keys, longest=210_000),
        Target("backup-book", Form.JSON, _harms, _harming(_book), dear=True),
        Target("backup-pack", Form.JSON, _harms, _harming(_pack), dear=True),
        Target("backup-inside", Form.JSON, _edits, _inside, dear=True),
        Target("book-file", Form.JSON, _harms, _own_book, dear=True),
    ]


def stick(room: Path) -> Stick:
    """A store with three papers and a scan, and its backup in a second place."""
    home = room / "home"
    key = small_store.begin(home).key
    place = small_store.place(home, key)
    with contextlib.closing(file.connect(home, key)) as book:
        for number in (1, 2, 3):
            small_store.issue(book, number)
        small_store.attach(book, 1)
    made = making.make(home, key, place, small_store.at(1), _unheard)
    copied = making.mirror(made, key, layout.of_book(room / "stick", key), _unheard)
    return Stick(home, key, copied)


def _book(made: Stick) -> Path:
    return made.backup.folder / "book.db"


def _pack(made: Stick) -> Path:
    return made.backup.place.packs / layout.packs(made.backup.place)[0]


def _told() -> list[bytes]:
    """What is told of a backup, with words where the right values of the one that is tried are put."""
    files = {name: {"size": f"{name} size", "sha256": f"{name} sum"} for name in ("book", "keys")}
    told = {"oxydesk": "backup", "version": 1, "at": small_store.BEGAN.isoformat(), "schema": VERSION, **files}
    return [json.dumps(told).encode()]


def _harms() -> list[bytes]:
    """What may happen to a file that looks like noise: bytes put somewhere, or its end cut off."""
    puts = [[[0, "00"]], [[16, "ff"]], [[5000, "80"], [5001, "80"]], [[-40, "00"]], [[0, "00" * 64]]]
    return [*(json.dumps({"put": put}).encode() for put in puts), b'{"cut": 4096}', b'{"cut": 1}', b'{"cut": 9000}']


def harmed(right: bytes, data: bytes) -> bytes:
    """The bytes with the harm that is asked for; as they are where it is none."""
    try:
        asked = json.loads(data)
        changed = bytearray(right)
        for place, digits in asked.get("put", ()):
            put = bytes.fromhex(digits)
            place %= len(right)
            changed[place : place + len(put)] = put
        return bytes(changed[: len(changed) - int(asked.get("cut", 0))])
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        return right


@contextlib.contextmanager
def _telling(room: Path) -> Iterator[Attempt]:
    made = stick(room)
    path = made.backup.folder / _TOLD
    right = json.loads(path.read_bytes())

    def attempt(data: bytes) -> None:
        for name in ("book", "keys"):
            data = data.replace(f'"{name} size"'.encode(), str(right[name]["size"]).encode())
            data = data.replace(f"{name} sum".encode(), right[name]["sha256"].encode())
        path.write_bytes(data)
        _as_a_person_does(made)

    yield attempt


@contextlib.contextmanager
def _with_keys(room: Path) -> Iterator[Attempt]:
    """Slots of another store in place of its own, and all that is told fits."""
    made = stick(room)
    told = made.backup.folder / _TOLD
    raw = json.loads(told.read_bytes())

    def attempt(data: bytes) -> None:
        path = made.backup.folder / "book.keys"
        path.write_bytes(data)
        raw["keys"] = {"size": len(data), "sha256": layout.measured(path).sha256}
        told.write_text(json.dumps(raw))
        _as_a_person_does(made)

    yield attempt


def _harming(which: Callable[[Stick], Path]) -> Callable[[Path], contextlib.AbstractContextManager[Attempt]]:
    """A file of the backup that is encrypted was changed."""

    @contextlib.contextmanager
    def opened(room: Path) -> Iterator[Attempt]:
        made = stick(room)
        path = which(made)
        right = path.read_bytes()

        def attempt(data: bytes) -> None:
            path.write_bytes(harmed(right, data))
            _as_a_person_does(made)

        yield attempt

    return opened


def _as_a_person_does(made: Stick) -> None:
    """All that door and window do with the backups in a folder."""
    root = made.backup.place.root
    for backup in backups.inside(root):
        with contextlib.suppress(BookProblem):
            if _is_cheap(backup):
                unlocking.key_of_backup(backup, Secret(password=WORDS))
        _all_of_it(made, backup)
    verifying.verify_backups(backups.inside(root), made.key, _unheard_words)


def _is_cheap(backup: BackupSet) -> bool:
    return all(slot.cost.memory_kib < 1_000 for each in bringing_back.ways_in(backup) for slot in each.slots)


def _all_of_it(made: Stick, backup: BackupSet) -> None:
    with contextlib.suppress(BookProblem):
        bringing_back.contents(backup, made.key)
    with contextlib.suppress(BookProblem):
        making.check(backup, made.key, set(), _unheard)
    into = made.home.parent / "into"
    try:
        into.mkdir()
        bringing_back.bring_back(backup, made.key, into, small_store.at(9), _unheard)
        _whole(into, made.key)
    finally:
        shutil.rmtree(into, ignore_errors=True)


def _whole(folder: Path, key: str) -> None:
    with contextlib.closing(file.connect(folder, key)) as book:
        assert [each for each in integrity.check(book, _unheard) if each.wrong] == [], "brought back and not whole"


def _edits() -> list[bytes]:
    """Statements that somebody with the key may have run on what is inside, by the table and column that is changed."""
    cells = [
        ("backup_packs", "name"), ("backup_packs", "size"), ("backup_packs", "sha256"), ("backup_items", "digest"),
        ("backup_items", "pack"), ("backup_made", "at"), ("documents", "state"), ("documents", "issued_on"),
        ("users", "name"), ("store", "legal_name"), ("papers", "sha256"), ("attachments", "kind"), ("audit", "what"),
    ]  # fmt: skip
    return [json.dumps([[table, column, value]]).encode() for table, column in cells for value in ("../../x", 0, None)]


@contextlib.contextmanager
def _inside(room: Path) -> Iterator[Attempt]:
    made = stick(room)
    path, told = _book(made), made.backup.folder / _TOLD
    right, right_told = path.read_bytes(), told.read_bytes()

    def attempt(data: bytes) -> None:
        try:
            edits = [each for each in json.loads(data) if isinstance(each, list) and len(each) == 3]
        except (ValueError, TypeError, RecursionError):
            return
        try:
            _edit(path, made.key, edits)
            raw = json.loads(right_told)
            raw["book"] = {"size": path.stat().st_size, "sha256": layout.measured(path).sha256}
            told.write_text(json.dumps(raw))
            (hostile,) = layout.listed(made.backup.place)
            second = Place(room / "third" / "deep")
            with contextlib.suppress(BookProblem):
                making.mirror(hostile, made.key, second, _unheard)
            _all_of_it(made, hostile)
        finally:
            shutil.rmtree(room / "third", ignore_errors=True)
            path.write_bytes(right)
            told.write_bytes(right_told)

    yield attempt


def _edit(path: Path, key: str, edits: list[list[object]]) -> None:
    with contextlib.closing(packs.opened(path, key, "rw")) as book:
        book.execute("PRAGMA foreign_keys = OFF")
        for (name,) in book.execute("select name from sqlite_master where type = 'trigger'").fetchall():
            book.execute(f'drop trigger "{name}"')
        for table, column, value in edits:
            plain = value if isinstance(value, str | int | float | None) else json.dumps(value)
            with contextlib.suppress(DatabaseError, OverflowError, UnicodeEncodeError, TypeError, ValueError):
                book.execute(f'update "{table}" set "{column}" = ?', [plain])  # noqa: S608 -- the attacker's own


@contextlib.contextmanager
def _own_book(room: Path) -> Iterator[Attempt]:
    """The book of the store, damaged: looked through and read."""
    made = stick(room)
    path = made.home / file.NAME
    right = path.read_bytes()

    def attempt(data: bytes) -> None:
        path.write_bytes(harmed(right, data))
        for end in ("-wal", "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)
        try:
            verifying.verify(made.home, made.key, _unheard_words)
        finally:
            path.write_bytes(right)

    yield attempt


def _unheard(_done: float) -> None:
    """Nobody has to hear how far it is."""


def _unheard_words(_words: str, _done: float) -> None:
    """Nobody has to hear how far it is."""
