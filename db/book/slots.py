"""The slots file beside the book: who can open it. Each slot holds the book's key, closed by a password or by the
recovery code; without one of these there is nothing in it to use.

It is read before anybody has shown who they are, so nothing in it is believed: `db.book.vault` notices every change.
A change is wholly on the disk or not at all, and a second copy lies beside it for the day on which one is damaged.

Version 1 knew no pairs of keys: its slots are read, and get theirs when their secret is typed next.
"""

import contextlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from db.book import beside, handing
from db.problems import BookKeyProblem, BookNotWritten, KeysTooNew

NAME, COPY = beside.KEYS, beside.KEYS_COPY
VERSION = 2
_WITHOUT_PAIRS = 1
USER, RECOVERY = "user", "recovery"
_LARGEST = 1_000_000  # bytes
_MOST_SLOTS = 200
_LONGEST_NAME = 200
_SALT, _NONCE, _PUBLIC, _WRAPPED, _SEAL, _ID = 16, 12, 32, 80, 32, 8  # bytes
_WRAPPED_ALONE = 48  # the book's key without a private half
MOST_HANDED, MOST_EARLIER = 20, 50
# What a file may ask of this computer at most: a hostile one must not take all memory or all day.
_MOST_KIB, _MOST_PASSES, _MOST_LANES = 2**21, 200, 16
_MOST_WORK = 2**25  # KiB times passes: some four times the dearest guess that is ever measured out
_LARGEST_NUMBER = 2**53
_PAIRED = {"public", "handed"}
_FIELDS = {
    "id", "kind", "user", "name", "salt", "memory_kib", "passes", "lanes", "nonce", "wrapped", *_PAIRED,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs under Argon2id: memory in KiB, passes over it, lanes that work beside each other."""

    memory_kib: int
    passes: int
    lanes: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A way to the book's key. `user` and `name` are those of a user of the book; 0 and empty for the recovery code.

    `wrapped` holds the book's key of the day on which the secret was last typed, and the private half of the slot's own
    pair; `handed` are the keys that the book was given since, one after the other. A slot of version 1 has no pair.
    """

    id: str
    kind: str
    user: int
    name: str
    salt: bytes
    cost: Cost
    nonce: bytes
    public: bytes
    wrapped: bytes
    handed: tuple[bytes, ...] = ()

    @property
    def has_pair(self) -> bool:
        """Whether a new key of the book can be handed to it."""
        return bool(self.public)


@dataclass(frozen=True, slots=True)
class Slots:
    """All ways, how often they were changed, and the seal that only who has the book's key can make.

    `earlier` are the keys that the book had before, closed under the one of now, the latest first.
    """

    slots: tuple[Slot, ...]
    changes: int
    seal: bytes
    earlier: tuple[bytes, ...] = ()
    version: int = VERSION

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
    """All of a slot but what is closed in it: whoever changes any of it can no longer open it."""
    version = VERSION if slot.has_pair else _WITHOUT_PAIRS
    told = _told(slot, version)
    for inside in ("wrapped", "handed"):
        told.pop(inside, None)
    return _canonical({"file": "oxydesk keys", "version": version, **told})


def sealed(slots: Slots) -> bytes:
    """What the seal is made over."""
    told = _all_told(slots)
    del told["seal"]
    if slots.version == _WITHOUT_PAIRS:
        del told["oxydesk"]
    return _canonical(told)


def written(slots: Slots) -> bytes:
    """The file's bytes."""
    return (json.dumps(_all_told(slots), ensure_ascii=True, indent=1) + "\n").encode("ascii")


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


def _all_told(slots: Slots) -> dict[str, Any]:
    told = {
        "oxydesk": "keys",
        "version": slots.version,
        "changes": slots.changes,
        "slots": [_told(slot, slots.version) for slot in slots.slots],
        "seal": slots.seal.hex(),
    }
    return told if slots.version == _WITHOUT_PAIRS else {**told, "earlier": [closed.hex() for closed in slots.earlier]}


def _told(slot: Slot, version: int) -> dict[str, Any]:
    told = asdict(slot)
    told.update(told.pop("cost"))
    told["handed"] = [box.hex() for box in slot.handed]
    if version == _WITHOUT_PAIRS:
        for name in _PAIRED:
            del told[name]
    return {name: value.hex() if isinstance(value, bytes) else value for name, value in told.items()}


def _canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode("ascii")


def _parsed(data: bytes, path: Path) -> Slots:
    try:
        raw = json.loads(data)
        if isinstance(raw, dict) and type(raw.get("version")) is int and raw["version"] > VERSION:
            raise KeysTooNew(path)
        _needs(isinstance(raw, dict) and raw.get("oxydesk") == "keys")
        version = _count(raw.get("version"), _WITHOUT_PAIRS, VERSION)
        put_by = set() if version == _WITHOUT_PAIRS else {"earlier"}
        _needs(_keys(raw) == {"oxydesk", "version", "changes", "slots", "seal"} | put_by)
        _needs(isinstance(raw["slots"], list) and len(raw["slots"]) <= _MOST_SLOTS)
        slots = tuple(_slot(each, version) for each in raw["slots"])
        _needs(len({slot.id for slot in slots}) == len(slots) > 0)
        earlier = _each_hex(raw.get("earlier", []), handing.PUT_BY_BYTES, MOST_EARLIER)
        return Slots(slots, _count(raw["changes"], 0, _LARGEST_NUMBER), _hex(raw["seal"], _SEAL), earlier, version)
    except (ValueError, RecursionError) as error:  # JSON's own errors are ValueErrors
        raise BookKeyProblem(path, "is damaged") from error


def _slot(raw: object, version: int) -> Slot:
    _needs(isinstance(raw, dict) and _keys(raw) == (_FIELDS - _PAIRED if version == _WITHOUT_PAIRS else _FIELDS))
    told: dict[str, Any] = {"public": "", "handed": [], **raw}  # type: ignore[dict-item]
    paired = told["public"] != ""
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
        public=_hex(told["public"], _PUBLIC if paired else 0),
        wrapped=_hex(told["wrapped"], _WRAPPED if paired else _WRAPPED_ALONE),
        handed=_each_hex(told["handed"], handing.BOX_BYTES, MOST_HANDED if paired else 0),
    )


def _keys(raw: object) -> set[str]:
    return set(raw) if isinstance(raw, dict) else set()


def _hex(raw: object, length: int) -> bytes:
    _needs(isinstance(raw, str) and len(raw) == 2 * length and raw == raw.lower())
    return bytes.fromhex(str(raw))


def _each_hex(raw: object, length: int, most: int) -> tuple[bytes, ...]:
    _needs(isinstance(raw, list) and len(raw) <= most)
    return tuple(_hex(each, length) for each in raw)  # type: ignore[attr-defined]


def _count(raw: object, least: int, most: int) -> int:
    _needs(type(raw) is int and least <= raw <= most)
    return int(str(raw))


def _needs(fits: object) -> None:
    if not fits:
        raise ValueError("not as the file must be")
