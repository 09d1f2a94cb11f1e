"""How a new key of the book comes to everybody who may open it, though only one of them is there to type a password.

Each slot has a pair of keys of its own (X25519). The public one lies open in it; the private one and the book's key of
the day are wrapped together by the password. When the book gets a new key, that is handed to each slot: closed to its
public key and under the book's key before, so that only who knew that one can have handed it, and only who has the
private one can take it. Handing it on needs nobody's password, and teaches nothing about one.

The keys before are put by under the book's key, for the backups of their days.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # start-up time
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32  # of the book's key, and of each half of a pair
_NONCE, _TAG = 12, 16
BOX_BYTES = KEY_BYTES + _NONCE + KEY_BYTES + _TAG  # the giver's public half, the nonce, the key closed
PUT_BY_BYTES = _NONCE + KEY_BYTES + _TAG
_HANDED, _PUT_BY = b"oxydesk book key handed on", b"oxydesk book key put by"


def pair() -> tuple[bytes, bytes]:
    """A new pair: the private half, the public one."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey  # noqa: PLC0415 -- start-up time

    made = X25519PrivateKey.generate()
    return made.private_bytes_raw(), made.public_key().public_bytes_raw()


def hand(public: bytes, before: bytes, key: bytes, about: bytes) -> bytes:
    """A key for whoever has the private half of `public`, by one who knew the key before. `about` is held to it.

    ValueError for a public half that is none.
    """
    private, own = pair()
    nonce = _random(_NONCE)
    between = _between(private, public, own + public, before)
    return own + nonce + _closing(between).encrypt(nonce, key, about)


def take(private: bytes, public: bytes, before: bytes, box: bytes, about: bytes) -> bytes | None:
    """The key that was handed to the pair; None where it is not as it was handed, or not by one who knew `before`."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 -- start-up time

    giver, nonce, closed = box[:KEY_BYTES], box[KEY_BYTES : KEY_BYTES + _NONCE], box[KEY_BYTES + _NONCE :]
    try:
        return _closing(_between(private, giver, giver + public, before)).decrypt(nonce, closed, about)
    except (InvalidTag, ValueError):
        return None


def put_by(key: bytes, earlier: bytes) -> bytes:
    """An earlier key, for whoever has the book's key."""
    nonce = _random(_NONCE)
    return nonce + _closing(_derived(key, b"", _PUT_BY)).encrypt(nonce, earlier, None)


def fetched(key: bytes, put: bytes) -> bytes | None:
    """The earlier key that was put by; None where this is not the key that it lies under."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 -- start-up time

    try:
        return _closing(_derived(key, b"", _PUT_BY)).decrypt(put[:_NONCE], put[_NONCE:], None)
    except InvalidTag:
        return None


def _between(private: bytes, other: bytes, halves: bytes, before: bytes) -> bytes:
    """What only these two can make, and only where the key before is known. ValueError for a half that is none."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import (  # noqa: PLC0415 -- start-up time
        X25519PrivateKey,
        X25519PublicKey,
    )

    shared = X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(other))
    return _derived(shared + before, halves, _HANDED)


def _derived(secret: bytes, salt: bytes, purpose: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415 -- start-up time
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415 -- start-up time

    return HKDF(SHA256(), KEY_BYTES, salt, purpose).derive(secret)


def _closing(key: bytes) -> "AESGCM":
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 -- start-up time

    return AESGCM(key)


def _random(count: int) -> bytes:
    import secrets  # noqa: PLC0415 -- start-up time

    return secrets.token_bytes(count)
