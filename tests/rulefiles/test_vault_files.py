"""The shipped lists of the vault, which are read without the border for start-up time: held to their shape here."""

from typing import Annotated

from msgspec import Meta, Struct

from desktop import border, files
from desktop.operations import protection, recovery_sheet, rights

Words = Annotated[str, Meta(min_length=1)]
Count = Annotated[int, Meta(ge=1)]
Sources = Annotated[tuple[Words, ...], Meta(min_length=1)]


class Cost(Struct, forbid_unknown_fields=True):
    """What a guess costs."""

    memory_kib: Count
    passes: Count
    lanes: Count


class Guess(Struct, forbid_unknown_fields=True):
    """Argon2id."""

    seconds: float
    least: Cost
    most: Cost
    sources: Sources


class Password(Struct, forbid_unknown_fields=True):
    """What a password must be."""

    shortest: Count
    longest: Count
    common_pieces: Count
    different_letters: Count
    sources: Sources


class Common(Struct, forbid_unknown_fields=True):
    """The list of common ones."""

    file: Words
    origin: Words
    sources: Sources


class Wrong(Struct, forbid_unknown_fields=True):
    """What wrong tries wait, in seconds."""

    free: Count
    first: Count
    longest: Count
    sources: Sources


class Lock(Struct, forbid_unknown_fields=True):
    """Minutes of rest."""

    minutes: Count
    choices: tuple[Count, ...]
    alone: tuple[Count, ...]
    sources: Sources


class ReEncrypting(Struct, forbid_unknown_fields=True):
    """How much of the book is encrypted anew in a second."""

    bytes_a_second: Count
    measured: Words


class Vault(Struct, forbid_unknown_fields=True):
    """The whole file."""

    guess: Guess
    password: Password
    common: Common
    wrong: Wrong
    lock: Lock
    re_encrypting: ReEncrypting


class Role(Struct, forbid_unknown_fields=True):
    """What a role may do."""

    id: Words
    rights: tuple[Words, ...]


class Roles(Struct, forbid_unknown_fields=True):
    """All roles, and what their rights are called."""

    role: tuple[Role, ...]
    rights: dict[str, Words]


class Sheet(Struct, forbid_unknown_fields=True):
    """What stands on the recovery sheet."""

    title: Words
    heading: Words
    made: Words
    notices: tuple[Words, ...]


def test_the_words_of_the_recovery_sheet_have_their_shape() -> None:
    read = border.convert(border.from_toml(files.resource(recovery_sheet.WORDS)), Sheet)
    assert "{day}" in read.made


def test_the_protection_has_its_shape_and_is_no_weaker_than_its_sources() -> None:
    read = border.convert(border.from_toml(files.resource(protection.VAULT)), Vault)
    least = read.guess.least
    assert (least.memory_kib, least.passes, least.lanes) == (64 * 1024, 3, 4)  # RFC 9106, the second recommended option
    assert read.guess.most.memory_kib >= least.memory_kib
    assert read.password.shortest >= 15  # NIST SP 800-63B-4, 3.1.1.2: where the password stands alone
    assert read.password.longest >= 64
    assert read.lock.minutes in read.lock.choices
    assert max(read.lock.choices) < min(read.lock.alone)


def test_the_roles_name_known_rights_and_an_owner_has_all() -> None:
    read = border.convert(border.from_toml(files.resource(protection.ROLES)), Roles)
    for role in read.role:
        assert set(role.rights) <= set(read.rights)
    assert protection.roles()[rights.OWNER] == frozenset(read.rights)


def test_the_common_passwords_are_in_the_form_in_which_they_are_compared() -> None:
    listed = protection.common_passwords()
    assert len(listed) > 10_000
    assert {"password", "qwerty123", "letmein"} <= listed
    assert all(word == word.casefold() and len(word) >= 5 for word in listed)
