"""The only place that knows cryptography: the book's key, and how a password or the recovery code opens it.

The book's key is 256 random bits and lies on the disk only wrapped: by AES-256-GCM under a key that Argon2id makes of
the password (NFKC, so that every keyboard's ü is the same) and the slot's salt. The slot's own header is the
associated data, so a changed name, cost or salt opens nothing; a seal under a key of the book's notices a slot that was
added, taken away or put back by somebody without it.
"""

import time
import unicodedata
from dataclasses import dataclass, field, replace

from db.book.slots import RECOVERY, USER, Cost, Slot, Slots, header, sealed
from db.problems import LastWayIn, NameTaken, NotEnoughMemory

KEY_BYTES = 32
_SALT, _NONCE, _ID = 16, 12, 8
_SEAL_OF = b"oxydesk book slots"
_OPENS_NOTHING = "nobody"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a guess shall cost: never under `least`, never over `most`, else about `seconds` on this computer."""

    least: Cost
    most: Cost
    seconds: float


@dataclass(frozen=True, slots=True)
class Who:
    """A user of the book: the number there, and the name that is typed."""

    user: int
    name: str


@dataclass(frozen=True, slots=True)
class Opened:
    """What a right guess gives: the book's key in hexadecimal digits, the slot that it opened, the slots it is of, and
    whether these are as Oxydesk left them."""

    key: str = field(repr=False)
    slot: Slot
    slots: Slots
    untouched: bool


def new_key() -> str:
    """A new book's key: 256 bits of the system's own randomness, as hexadecimal digits."""
    return _random(KEY_BYTES).hex()


def folded(name: str) -> str:
    """A user's name as it is compared: letters of every keyboard alike, in any case, blanks counted once."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def calibrated(limits: Limits) -> Cost:
    """What takes about `limits.seconds` on this computer: more memory first, then more passes over it."""
    cost = limits.least
    took = _seconds(cost)
    while took * 2 <= limits.seconds and cost.memory_kib * 2 <= limits.most.memory_kib:
        cost = replace(cost, memory_kib=cost.memory_kib * 2)
        took = _seconds(cost)
    passes = round(cost.passes * limits.seconds / took)
    return replace(cost, passes=min(max(passes, cost.passes), limits.most.passes))


def no_slots() -> Slots:
    """Slots of a book that has none yet."""
    return Slots((), 0, b"")


def with_password(slots: Slots, key: str, who: Who, password: str, cost: Cost) -> Slots:
    """The slots with one of this user's, in place of an earlier one. NameTaken where another user has that name."""
    if any(folded(slot.name) == folded(who.name) for slot in slots.users if slot.user != who.user):
        raise NameTaken(who.name)
    others = tuple(slot for slot in slots.slots if slot.kind != USER or slot.user != who.user)
    return _sealed(slots, (*others, _closed(key, Slot(_id(), USER, who.user, who.name, *_fresh(cost)), password)), key)


def with_recovery(slots: Slots, key: str, code: str, cost: Cost) -> Slots:
    """The slots with this recovery code, in place of an earlier one."""
    others = tuple(slot for slot in slots.slots if slot.kind != RECOVERY)
    return _sealed(slots, (*others, _closed(key, Slot(_id(), RECOVERY, 0, "", *_fresh(cost)), code)), key)


def without(slots: Slots, key: str, user: int) -> Slots:
    """The slots without that user's. LastWayIn where no user would be left."""
    left = tuple(slot for slot in slots.slots if slot.kind != USER or slot.user != user)
    if not any(slot.kind == USER for slot in left):
        raise LastWayIn
    return _sealed(slots, left, key)


def user_named(candidates: list[Slots], name: str) -> int:
    """The number of the user with that name, however it was typed; 0 where nobody has it."""
    return next((slot.user for slots in candidates for slot in slots.users if folded(slot.name) == folded(name)), 0)


def open_by_password(candidates: list[Slots], name: str, password: str) -> Opened | None:
    """What a user's password opens; None where name or password is not right, after as much work in both cases."""
    for slots in candidates:
        slot = next((slot for slot in slots.users if folded(slot.name) == folded(name)), None)
        opened = _tried(slots, slot, password)
        if opened is not None:
            return opened
    return None


def open_by_code(candidates: list[Slots], code: str) -> Opened | None:
    """What the recovery code (in its own form) opens."""
    for slots in candidates:
        opened = _tried(slots, slots.recovery, code)
        if opened is not None:
            return opened
    return None


def fits(key: str, slots: Slots) -> bool:
    """Whether the slots are as whoever had this key left them."""
    import hmac  # noqa: PLC0415 -- start-up time

    return hmac.compare_digest(slots.seal, _seal(key, slots.slots, slots.changes))


def _tried(slots: Slots, slot: Slot | None, secret: str) -> Opened | None:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 -- start-up time
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 -- start-up time

    # who is not known costs as long as who is, so that nobody learns which names there are
    tried = slot or max(slots.slots, key=lambda each: each.cost.memory_kib * each.cost.passes)
    wrapping = _stretched(secret if slot else secret + _OPENS_NOTHING, tried.salt, tried.cost)
    try:
        key = AESGCM(wrapping).decrypt(tried.nonce, tried.wrapped, header(tried))
    except InvalidTag:
        return None
    return Opened(key.hex(), tried, slots, fits(key.hex(), slots)) if slot else None


def _closed(key: str, slot: Slot, secret: str) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 -- start-up time

    wrapping = _stretched(secret, slot.salt, slot.cost)
    return replace(slot, wrapped=AESGCM(wrapping).encrypt(slot.nonce, bytes.fromhex(key), header(slot)))


def _fresh(cost: Cost) -> tuple[bytes, Cost, bytes, bytes]:
    return _random(_SALT), cost, _random(_NONCE), b""


def _id() -> str:
    return _random(_ID).hex()


def _random(count: int) -> bytes:
    """Bytes of the system's own randomness."""
    import secrets  # noqa: PLC0415 -- start-up time

    return secrets.token_bytes(count)


def _stretched(secret: str, salt: bytes, cost: Cost) -> bytes:
    from argon2.exceptions import HashingError  # noqa: PLC0415 -- start-up time
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 -- start-up time

    typed = unicodedata.normalize("NFKC", secret).encode(errors="surrogatepass")
    try:
        return hash_secret_raw(typed, salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID)
    except (HashingError, MemoryError) as error:
        raise NotEnoughMemory from error


def _seconds(cost: Cost) -> float:
    began = time.perf_counter()
    _stretched("how long does a guess take", bytes(_SALT), cost)
    return max(time.perf_counter() - began, 1e-6)


def _sealed(before: Slots, slots: tuple[Slot, ...], key: str) -> Slots:
    changes = before.changes + 1
    return Slots(slots, changes, _seal(key, slots, changes))


def _seal(key: str, slots: tuple[Slot, ...], changes: int) -> bytes:
    import hmac  # noqa: PLC0415 -- start-up time

    own = hmac.digest(bytes.fromhex(key), _SEAL_OF, "sha256")
    return hmac.digest(own, sealed(slots, changes), "sha256")
