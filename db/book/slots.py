"""The slots file beside the book: who can open it. Each slot holds the book's key, closed by a password or by the
recovery code; without one of these there is nothing in it to use.

It is read before anybody has shown who they are, so nothing in it is believed: `db.book.vault` notices every change.
A change is wholly on the disk or not at all, and a second copy lies beside it for the day on which one is damaged.
"""

import contextlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from db.book import beside
from db.problems import BookKeyProblem, BookNotWritten, KeysTooNew

NAME, COPY = beside.KEYS, beside.KEYS_COPY
VERSION = 1
USER, RECOVERY = "user", "recovery"
_LARGEST = 200_000  # bytes
_MOST_SLOTS = 200
_LONGEST_NAME = 200
_SALT, _NONCE, _WRAPPED, _SEAL, _ID = 16, 12, 48, 32, 8  # bytes
# What a file may ask of this computer at most: a hostile one must not take all memory or all day.
_MOST_KIB, _MOST_PASSES, _MOST_LANES = 2**21, 200, 16
_MOST_WORK = 2**25  # KiB times passes: some four times the dearest guess that is ever measured out
_LARGEST_NUMBER = 2**53


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs under Argon2id: memory in KiB, passes over it, lanes that work beside each other."""

    memory_kib: int
    passes: int
    lanes: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A way to the book's key. `user` and `name` are those of a user of the book; 0 and empty for the recovery code."""

    id: str
    kind: str
    user: int
    name: str
    salt: bytes
    cost: Cost
    nonce: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class Slots:
    """All ways, how often they were changed, and the seal that only who has the book's key can make."""

    slots: tuple[Slot, ...]
    changes: int
    seal: bytes

    @property
    def users(self) -> tuple[Slot, ...]:
        """The slots of users."""
        return tuple(slot for slot in self.slots if slot.kind == USER)

    @property
    def recovery(self) -> Slot | None:
        """The recovery code's slot."""
        return next((slot for slot in self.slots if slot.kind == RECOVERY), None)


def candidates(folder: Path) -> list[Slots]:
    """The slots to try, the likeliest first: of file and copy what can be read, unless the copy is only an earlier one.

    BookKeyProblem where neither can be read, KeysTooNew where a later Oxydesk has written them.
    """
    try:
        kept = read(folder / NAME)
    except KeysTooNew:
        raise
    except BookKeyProblem:
        with contextlib.suppress(BookKeyProblem):
            return [read(folder / COPY)]
        raise
    with contextlib.suppress(BookKeyProblem):
        copy = read(folder / COPY)
        if copy != kept and copy.changes == kept.changes:  # not a change that was cut off between the two
            return [kept, copy]
    return [kept]


def write(folder: Path, slots: Slots) -> None:
    """Puts the slots on the disk, each file wholly or not at all. BookNotWritten where the disk refuses."""
    data = written(slots)
    try:
        for name in (NAME, COPY):
            beside.replace(folder / name, data)
    except OSError as error:
        raise BookNotWritten(folder / NAME, (error.strerror or "the disk refused").lower()) from error


def mend(folder: Path, slots: Slots) -> None:
    """Writes what is not as these slots are, which have just opened the book."""
    data = written(slots)
    if any(_bytes(folder / name) != data for name in (NAME, COPY)):
        write(folder, slots)


def header(slot: Slot) -> bytes:
    """All of a slot but what it wraps: whoever changes any of it can no longer open it."""
    told = _told(slot)
    del told["wrapped"]
    return _canonical({"file": "oxydesk keys", "version": VERSION, **told})


def sealed(slots: tuple[Slot, ...], changes: int) -> bytes:
    """What the seal is made over."""
    return _canonical({"version": VERSION, "changes": changes, "slots": [_told(slot) for slot in slots]})


def written(slots: Slots) -> bytes:
    """The file's bytes."""
    told = {
        "oxydesk": "keys",
        "version": VERSION,
        "changes": slots.changes,
        "slots": [_told(slot) for slot in slots.slots],
        "seal": slots.seal.hex(),
    }
    return (json.dumps(told, ensure_ascii=True, indent=1) + "\n").encode("ascii")


def read(path: Path) -> Slots:
    """The slots of a file. BookKeyProblem where it is gone or not whole, KeysTooNew where it is of a later Oxydesk."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        with contextlib.suppress(OSError):  # a system without owners
            path.chmod(beside.OWNER_ONLY)
    except FileNotFoundError as error:
        raise BookKeyProblem(path, "is gone") from error
    except OSError as error:
        raise BookKeyProblem(path, "cannot be read") from error
    if len(data) > _LARGEST:
        raise BookKeyProblem(path, "is far too large for keys")
    return _parsed(data, path)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _told(slot: Slot) -> dict[str, Any]:
    told = asdict(slot)
    told.update(told.pop("cost"))
    return {name: value.hex() if isinstance(value, bytes) else value for name, value in told.items()}


def _canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode("ascii")


def _parsed(data: bytes, path: Path) -> Slots:
    try:
        raw = json.loads(data)
        if isinstance(raw, dict) and type(raw.get("version")) is int and raw["version"] > VERSION:
            raise KeysTooNew(path)
        _needs(_keys(raw) == {"oxydesk", "version", "changes", "slots", "seal"})
        _needs(raw["oxydesk"] == "keys" and raw["version"] == VERSION and isinstance(raw["slots"], list))
        _needs(len(raw["slots"]) <= _MOST_SLOTS)
        slots = tuple(_slot(each) for each in raw["slots"])
        _needs(len({slot.id for slot in slots}) == len(slots) > 0)
        return Slots(slots, _count(raw["changes"], 0, _LARGEST_NUMBER), _hex(raw["seal"], _SEAL))
    except (ValueError, RecursionError) as error:  # JSON's own errors are ValueErrors
        raise BookKeyProblem(path, "is damaged") from error


def _slot(raw: object) -> Slot:
    names = {"id", "kind", "user", "name", "salt", "memory_kib", "passes", "lanes", "nonce", "wrapped"}
    _needs(isinstance(raw, dict) and _keys(raw) == names)
    told: dict[str, Any] = dict(raw)  # type: ignore[call-overload]
    _needs(told["kind"] in (USER, RECOVERY))
    _needs(isinstance(told["name"], str) and len(told["name"].encode()) <= _LONGEST_NAME)
    cost = Cost(
        # Argon2 itself wants eight blocks a lane
        _count(told["memory_kib"], 8 * _count(told["lanes"], 1, _MOST_LANES), _MOST_KIB),
        _count(told["passes"], 1, _MOST_PASSES),
        told["lanes"],
    )
    _needs(cost.memory_kib * cost.passes <= _MOST_WORK)
    return Slot(
        id=_hex(told["id"], _ID).hex(),
        kind=told["kind"],
        user=_count(told["user"], 0, _LARGEST_NUMBER),
        name=told["name"],
        salt=_hex(told["salt"], _SALT),
        cost=cost,
        nonce=_hex(told["nonce"], _NONCE),
        wrapped=_hex(told["wrapped"], _WRAPPED),
    )


def _keys(raw: object) -> set[str]:
    return set(raw) if isinstance(raw, dict) else set()


def _hex(raw: object, length: int) -> bytes:
    _needs(isinstance(raw, str) and len(raw) == 2 * length and raw == raw.lower())
    return bytes.fromhex(str(raw))


def _count(raw: object, least: int, most: int) -> int:
    _needs(type(raw) is int and least <= raw <= most)
    return int(str(raw))


def _needs(fits: object) -> None:
    if not fits:
        raise ValueError("not as the file must be")
