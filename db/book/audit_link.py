"""The links of the audit's chain: what an entry's bytes are, its hash, and whose hand writes through a connection.

The hash is SHA-256 over all of an entry and the hash of the entry before it. It is not keyed: whoever can write into
the book at all has its key already, since the book is encrypted with it, and a key made of that one would keep nobody
out. So everybody to whom the entries are given, an expert of a court too, can follow the chain without any secret.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from db.driver import Connection

FIRST = b""  # what stands for the hash before the first entry
_FORM = 1
_KINDS = frozenset((str, int, type(None)))
# made once: they are used at every change
_BYTES = json.JSONEncoder(separators=(",", ":"))
_DETAILS = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False)

Value = str | int | None


@dataclass(frozen=True, slots=True)
class By:
    """Whose hand writes through a connection: a user by number and name, from the window or by another `door` (the
    headless one), and what says the moment. Nobody and no moment where nobody has told."""

    user_id: int | None = None
    user_name: str | None = None
    door: str | None = None
    now: Callable[[], datetime] | None = None


NOBODY = By()


class Told(NamedTuple):
    """An entry of the audit, but for its links. `details` is the JSON of (field, before, after)."""

    id: int
    at: str | None
    user_id: int | None
    user_name: str | None
    door: str | None
    what: str
    noun: str
    noun_id: int | None
    patient_id: int | None
    details: str | None


def moment(at: datetime) -> str:
    """A moment as the audit keeps it: in UTC, so that moments compare as texts."""
    return at.astimezone(UTC).isoformat()


def encoded(told: Told, previous: bytes) -> bytes:
    """An entry and the hash before it as bytes: a list of fixed length in JSON's ASCII, so that no two are alike.

    TypeError or ValueError for what is no entry.
    """
    if not _KINDS.issuperset(map(type, told)):
        raise TypeError("an entry has texts and whole numbers only")
    return _BYTES.encode([_FORM, *told, previous.hex()]).encode("ascii")


def digest(told: Told, previous: bytes) -> bytes:
    """The entry's own hash."""
    from hashlib import sha256  # noqa: PLC0415 -- start-up time

    return sha256(encoded(told, previous)).digest()


def write_by(connection: Connection, by: By) -> None:
    """From now on the hand that writes through a connection. The triggers of the audit ask these functions, so a
    connection without them changes nothing that is recorded."""
    functions: Sequence[tuple[str, int, Callable[..., object]]] = (
        ("audit_user_id", 0, lambda: by.user_id),
        ("audit_user_name", 0, lambda: by.user_name),
        ("audit_door", 0, lambda: by.door),
        ("audit_now", 0, lambda: None if by.now is None else moment(by.now())),
        ("audit_hash", 11, _hash),
        ("audit_changed", -1, _changed),
        ("audit_holds", 3, _holds),
    )
    for name, count, function in functions:
        connection.create_function(name, count, function)


def _hash(*values: Value | bytes) -> bytes:
    *told, previous = values
    assert isinstance(previous, bytes)  # noqa: S101 -- as the trigger gives it
    return digest(Told(*told), previous)  # type: ignore[arg-type]


def _changed(*values: object) -> str:
    """The JSON of what has changed, of names each followed by its values before and after."""
    names, before, after = values[::3], values[1::3], values[2::3]
    told = [(name, _plain(old), _plain(new)) for name, old, new in zip(names, before, after, strict=True) if old != new]
    return _DETAILS.encode(told)


def _holds(text: str, *told: str | None) -> bool:
    """Whether something that an entry tells holds a folded text."""
    return any(each is not None and text in each.casefold() for each in told)


def _plain(value: object) -> object:
    """A cell as the audit tells it: of bytes only their checksum."""
    if not isinstance(value, bytes):
        return value
    from hashlib import sha256  # noqa: PLC0415 -- start-up time

    return f"sha256 {sha256(value).hexdigest()}"
