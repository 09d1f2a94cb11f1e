"""Who takes everything out: an owner, who shows the password once more; and no secret is in it."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from db.book.user_rows import User
from db.problems import NotAllowed
from desktop.operations import takeout, users
from desktop.operations.book import Book, happened
from desktop.operations.sign_in import MustWait, NotLetIn
from tests.faults import small_store
from tests.faults.small_store import WORDS
from tests.operations import taken_out


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Where everything is taken out to."""
    folder = tmp_path / "a stick"
    folder.mkdir()
    return folder


@pytest.fixture
def owned(tmp_path: Path) -> Iterator[Book]:
    """A store with a password, opened by its owner."""
    home = tmp_path / "store"
    entered = small_store.begin(home)
    with Book(home, lambda: small_store.at(5), None, entered.key, entered.user) as opened:
        yield opened


def test_only_an_owner_takes_everything_out(owned: Book, stick: Path) -> None:
    owned.user = replace(owned.user or User(), role="staff")
    for asked in (lambda: takeout.planned(owned), lambda: taken_out.take(owned, stick)):
        with pytest.raises(NotAllowed, match="Only an owner may take everything out"):
            asked()
    assert not takeout.may(owned)
    assert list(stick.iterdir()) == []


def test_no_secret_is_in_it(owned: Book, stick: Path) -> None:
    out = taken_out.take(owned, stick)
    (kept,) = json.loads((out / "json" / "users.json").read_text("utf-8"))
    assert (kept["name"], kept["role"]) == ("Ana Ruiz", "owner")
    slots = json.loads((owned.folder / "book.keys").read_text("utf-8"))
    secrets = [owned.key or "", WORDS, *re.findall(r'"([0-9a-zA-Z+/=]{16,})"', json.dumps(slots))]
    assert len(secrets) > 4
    texts = [path.read_text("utf-8") for path in out.rglob("*") if path.is_file()]
    assert not [secret for secret in secrets if any(secret in text for text in texts)]


def test_the_password_is_asked_once_more_and_wrong_tries_wait(owned: Book) -> None:
    assert takeout.asks_password(owned)
    takeout.prove(owned, WORDS)
    for _ in range(3):
        with pytest.raises(NotLetIn, match="not your password"):
            takeout.prove(owned, "not this")
    assert [each.what for each in happened(owned, 3)] == ["sign-in failed"] * 3
    with pytest.raises((NotLetIn, MustWait)):
        takeout.prove(owned, "not this")
    with pytest.raises(MustWait):
        takeout.prove(owned, WORDS)


def test_another_users_password_is_not_ones_own(owned: Book) -> None:
    users.add(owned, "Ben Ito", "staff", "blue boat, seven gulls", small_store.CHEAP)
    with pytest.raises(NotLetIn):
        takeout.prove(owned, "blue boat, seven gulls")
    assert [user.name for user in users.listed(owned)] == ["Ana Ruiz", "Ben Ito"]
