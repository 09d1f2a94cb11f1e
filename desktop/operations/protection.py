"""How the book is protected, from the shipped lists; read without the border, for start-up time."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

from db.book.slots import Cost
from db.book.tries import Waits
from db.book.vault import Limits
from desktop import files

VAULT = "book/vault.toml"
ROLES = "book/roles.toml"


@dataclass(frozen=True, slots=True)
class PasswordRule:
    """How many letters a password has, how many of them different, and of how few common ones it must not be made."""

    shortest: int
    longest: int
    common_pieces: int
    different_letters: int


@dataclass(frozen=True, slots=True)
class LockRule:
    """Minutes of rest until the window locks: what Oxydesk comes with, what may be chosen, and what a store of one."""

    minutes: int
    choices: tuple[int, ...]
    alone: tuple[int, ...]


@cache
def limits() -> Limits:
    """What a guess shall cost."""
    read = _vault()["guess"]
    return Limits(Cost(**read["least"]), Cost(**read["most"]), read["seconds"])


@cache
def waits() -> Waits:
    """What wrong tries wait."""
    read = _vault()["wrong"]
    return Waits(read["free"], timedelta(seconds=read["first"]), timedelta(seconds=read["longest"]))


@cache
def password_rule() -> PasswordRule:
    """What a password must be."""
    read = _vault()["password"]
    return PasswordRule(read["shortest"], read["longest"], read["common_pieces"], read["different_letters"])


@cache
def common_passwords() -> frozenset[str]:
    """Passwords that everybody tries first."""
    import gzip  # noqa: PLC0415 -- start-up time

    data = gzip.decompress(files.resource(_vault()["common"]["file"]))
    return frozenset(data.decode("ascii").split("\n")) - {""}


@cache
def lock_rule() -> LockRule:
    """When the window locks itself."""
    read = _vault()["lock"]
    return LockRule(read["minutes"], tuple(read["choices"]), tuple(read["alone"]))


@cache
def bytes_a_second() -> int:
    """How much of the book is encrypted anew in a second, on a slow computer."""
    read: int = _vault()["re_encrypting"]["bytes_a_second"]
    return read


@cache
def roles() -> Mapping[str, frozenset[str]]:
    """The rights of each role, in the order in which roles are offered."""
    return {role["id"]: frozenset(role["rights"]) for role in _toml(ROLES)["role"]}


@cache
def rights() -> Mapping[str, str]:
    """What each right allows, in words that go on after "Only an owner may"."""
    read: dict[str, str] = _toml(ROLES)["rights"]
    return read


@cache
def _vault() -> dict[str, Any]:
    return _toml(VAULT)


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files.resource(name).decode("utf-8"))
