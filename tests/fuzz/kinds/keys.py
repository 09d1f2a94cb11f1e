"""What lies beside the book and is read before anybody has shown who they are; and what is typed or handed in there."""

import contextlib
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from db.book import file, recovery_code, replacing, slots, tries, vault
from db.book.slots import Slots
from desktop import headless, headless_book
from desktop.operations import backup_memory, backups, protection
from desktop.operations.sign_in import Door, MustWait, NotLetIn
from tests.faults import small_store
from tests.faults.small_store import ANA, CHEAP, WORDS
from tests.fuzz.target import Attempt, Form, Target

_DEAREST = 64  # KiB: the file may ask for more, and that is looked at without doing it


def targets() -> list[Target]:
    """All of them."""
    return [
        Target("slots", Form.JSON, slots_written, _reading_slots, longest=210_000),
        Target("tries", Form.JSON, _tries, _reading_tries),
        Target("memory", Form.JSON, _memory, _reading_memory),
        Target("code-typed", Form.TEXT, lambda: [_code().encode()], _typing),
        Target("password-file", Form.TEXT, lambda: [WORDS.encode(), b"\xef\xbb\xbfx\r\ny"], _password_files),
        Target("key-file", Form.BYTES, lambda: [b"0" * 64 + b"\n", b"\x00" * 65], _key_files),
        Target("restore-note", Form.TEXT, lambda: [b"20260302T090000Z-ab12"], _restore_notes),
    ]


def _code() -> str:
    return recovery_code.write([place % 32 for place in range(recovery_code.GROUPS * 4)])


def _made() -> Slots:
    key = "ab" * vault.KEY_BYTES
    return vault.with_recovery(
        vault.with_password(vault.no_slots(), key, vault.Who(1, ANA), WORDS, CHEAP), key, _code(), CHEAP
    )


def slots_written() -> list[bytes]:
    """The slots of a store with one owner, as they are written."""
    return [slots.written(_made())]


def _tries() -> list[bytes]:
    told = {"wrong": 5, "at": small_store.BEGAN.isoformat()}
    return [json.dumps(told).encode(), json.dumps(told | {"at": "9999-12-31T23:59:59+00:00"}).encode()]


def _memory() -> list[bytes]:
    at = small_store.BEGAN.isoformat()
    told = {"second": "/media/stick", "second_since": at, "second_seen": at, "made": at, "state": "x", "verified": at}
    return [json.dumps(told | {"found": None}).encode()]


@contextlib.contextmanager
def _reading_slots(room: Path) -> Iterator[Attempt]:
    """As file, as copy, or as both; opened where a guess at it costs little."""

    def attempt(data: bytes) -> None:
        (room / slots.NAME).write_bytes(data)
        (room / slots.COPY).write_bytes(slots_written()[0] if len(data) % 2 else data)
        found = slots.candidates(room)
        for each in found:
            for slot in each.slots:
                cost = slot.cost.memory_kib * slot.cost.passes
                most = protection.limits().most
                assert cost <= 16 * most.memory_kib * most.passes, "a guess may cost minutes"
        cheap = [each for each in found if all(slot.cost.memory_kib <= _DEAREST for slot in each.slots)]
        if cheap:
            vault.open_by_password(cheap, ANA, WORDS)
            vault.open_by_code(cheap, _code())
            slots.mend(room, cheap[0])

    yield attempt


@contextlib.contextmanager
def _reading_tries(room: Path) -> Iterator[Attempt]:
    """What was tried wrongly; the wait is never longer than the longest."""

    def attempt(data: bytes) -> None:
        waits = protection.waits()
        tries.path(room).write_bytes(data)
        left = tries.left(room, waits, small_store.BEGAN)
        assert timedelta() <= left <= waits.longest, "waits too long"
        tries.count(room, waits, small_store.BEGAN)
        tries.left(room, waits, small_store.BEGAN)

    yield attempt


@contextlib.contextmanager
def _reading_memory(room: Path) -> Iterator[Attempt]:
    """What is remembered of backups, asked as the window asks it."""
    home = room / "home"
    entered = small_store.begin(home)
    door = Door(home, lambda: small_store.BEGAN, CHEAP)
    with door.open(entered) as book:

        def attempt(data: bytes) -> None:
            (home / "backups.json").write_bytes(data)
            kept = backup_memory.read(home)
            backup_memory.keep(home, kept)
            backups.warning(book)
            backups.due(book)
            backups.changed(book)
            backups.second(book)

        yield attempt
    door.close()


@contextlib.contextmanager
def _typing(room: Path) -> Iterator[Attempt]:
    """The recovery code as somebody types it."""
    (room / slots.NAME).write_bytes(slots_written()[0])
    door = Door(room, lambda: small_store.BEGAN, CHEAP)

    def attempt(data: bytes) -> None:
        typed = data.decode(errors="surrogateescape")
        assert isinstance(recovery_code.read(typed), str | recovery_code.Mistyped)
        with contextlib.suppress(NotLetIn, MustWait):
            door.recover(typed)

    yield attempt
    door.close()


@contextlib.contextmanager
def _password_files(room: Path) -> Iterator[Attempt]:
    """A file whose first line is a password or a recovery code."""

    def attempt(data: bytes) -> None:
        path = room / "password"
        path.write_bytes(data)
        for read in (headless._password, lambda name: headless_book._line("--password-file", name)):
            with contextlib.suppress(headless.NotRight):
                vault.open_by_password([_made()], ANA, read(str(path)))

    yield attempt


@contextlib.contextmanager
def _key_files(room: Path) -> Iterator[Attempt]:
    """The key that lies beside the sample's book, and one from before there were passwords."""
    home = room / "home"
    file.make_ready(_made_folder(home)).release()

    def attempt(data: bytes) -> None:
        (home / file.KEY).write_bytes(data)
        file.connect(home).close()

    yield attempt


@contextlib.contextmanager
def _restore_notes(room: Path) -> Iterator[Attempt]:
    """What a restore that was cut off wrote down of where the replaced book goes."""

    def attempt(data: bytes) -> None:
        home = _made_folder(room / "home")
        _made_folder(home / replacing.READY)
        (home / replacing.READY / "into.txt").write_bytes(data)
        (home / "book.tries").write_bytes(b"x")
        try:
            replacing.finish(home)
        finally:
            file.beside.remove(home)
            for left in (replacing.READY, replacing.PLACING, replacing.REPLACED):
                import shutil

                shutil.rmtree(home / left, ignore_errors=True)

    yield attempt


def _made_folder(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    return path
