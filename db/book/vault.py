"""The book's key, and how a password or the recovery code opens it. Only here and in `handing` is cryptography known.

The book's key is 256 random bits and lies on the disk only wrapped: by AES-256-GCM under a key that Argon2id makes of
the password (NFKC, so that every keyboard's ü is the same) and the slot's salt. The slot's own header is the
associated data, so a changed name, cost or salt opens nothing; a seal under a key of the book's notices a slot that was
added, taken away or put back by somebody without it.

A book that is encrypted anew has another key, which is handed on to every slot; whoever signs in next has it wrapped.
"""

import time
import unicodedata
from dataclasses import dataclass, field, replace

from db.book import handing
from db.book.slots import MOST_EARLIER, MOST_HANDED, RECOVERY, USER, VERSION, Cost, Slot, Slots, header, sealed
from db.problems import LastWayIn, NameTaken, NotEnoughMemory, TooOftenHanded

KEY_BYTES = handing.KEY_BYTES
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
    """What a right guess gives: the book's key in hexadecimal digits, the slot that it opened, and whether the slots
    were as Oxydesk left them. `slots` are these with a key that was handed on wrapped anew, to be written."""

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
    return _sealed(slots, (*others, _new(USER, who, key, password, cost)), key)


def with_recovery(slots: Slots, key: str, code: str, cost: Cost) -> Slots:
    """The slots with this recovery code, in place of an earlier one."""
    others = tuple(slot for slot in slots.slots if slot.kind != RECOVERY)
    return _sealed(slots, (*others, _new(RECOVERY, Who(0, ""), key, code, cost)), key)


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

    return hmac.compare_digest(slots.seal, _seal(key, slots))


def handed_on(slots: Slots, key: str, new: str) -> Slots:
    """The same ways to a book that has a new key, without anybody's password; the one before is put by under it.

    TooOftenHanded where somebody has not signed in for too many keys, or not since slots have pairs.
    """
    late = [slot.name for slot in slots.slots if not slot.has_pair or len(slot.handed) >= MOST_HANDED]
    if late:
        raise TooOftenHanded(late)
    before, after = bytes.fromhex(key), bytes.fromhex(new)
    given = tuple(
        replace(slot, handed=(*slot.handed, handing.hand(slot.public, before, after, header(slot))))
        for slot in slots.slots
    )
    kept = [key, *earlier(slots, key)][:MOST_EARLIER]
    put_by = tuple(handing.put_by(after, bytes.fromhex(each)) for each in kept)
    return _sealed(replace(slots, earlier=put_by), given, new)


def earlier(slots: Slots, key: str) -> list[str]:
    """The keys that the book had before this one, the latest first."""
    fetched = [handing.fetched(bytes.fromhex(key), closed) for closed in slots.earlier]
    return [each.hex() for each in fetched if each is not None]


def _tried(slots: Slots, slot: Slot | None, secret: str) -> Opened | None:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 -- start-up time
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 -- start-up time

    # who is not known costs as long as who is, so that nobody learns which names there are
    tried = slot or max(slots.slots, key=lambda each: each.cost.memory_kib * each.cost.passes)
    wrapping = _stretched(secret if slot else secret + _OPENS_NOTHING, tried.salt, tried.cost)
    try:
        both = AESGCM(wrapping).decrypt(tried.nonce, tried.wrapped, header(tried))
    except InvalidTag:
        return None
    if slot is None:
        return None
    private = both[KEY_BYTES:]
    key: bytes | None = both[:KEY_BYTES]
    for box in tried.handed:
        key = handing.take(private, tried.public, key, box, header(tried)) if key is not None else None
    return None if key is None else _opened(slots, tried, key, private, wrapping)


def _opened(slots: Slots, slot: Slot, key: bytes, private: bytes, wrapping: bytes) -> Opened:
    untouched = fits(key.hex(), slots)
    if untouched and (slot.handed or not slot.has_pair):
        private, public = (private, slot.public) if slot.has_pair else handing.pair()
        wrapped = _wrapped(wrapping, replace(slot, nonce=_random(_NONCE), public=public, handed=()), key + private)
        slots = _sealed(slots, tuple(wrapped if each == slot else each for each in slots.slots), key.hex())
        slot = wrapped
    return Opened(key.hex(), slot, slots, untouched)


def _new(kind: str, who: Who, key: str, secret: str, cost: Cost) -> Slot:
    private, public = handing.pair()
    empty = Slot(_random(_ID).hex(), kind, who.user, who.name, _random(_SALT), cost, _random(_NONCE), public, b"")
    return _wrapped(_stretched(secret, empty.salt, cost), empty, bytes.fromhex(key) + private)


def _wrapped(wrapping: bytes, slot: Slot, both: bytes) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 -- start-up time

    return replace(slot, wrapped=AESGCM(wrapping).encrypt(slot.nonce, both, header(slot)))


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
    made = replace(before, slots=slots, changes=before.changes + 1, version=VERSION)
    return replace(made, seal=_seal(key, made))


def _seal(key: str, slots: Slots) -> bytes:
    import hmac  # noqa: PLC0415 -- start-up time

    own = hmac.digest(bytes.fromhex(key), _SEAL_OF, "sha256")
    return hmac.digest(own, sealed(slots), "sha256")
