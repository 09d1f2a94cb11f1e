"""Every right is held to where something is done, for every role, and what a role may do is data."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from db.book import replaced
from db.problems import BookProblem, NotAllowed
from desktop.operations import (
    backups,
    protection,
    re_encrypting,
    replaced_books,
    restoring,
    rights,
    store,
    takeout,
    users,
    what_happened,
)
from desktop.operations.book import Book
from desktop.operations.sign_in import Entered
from desktop.operations.unlocking import Secret
from desktop.operations.what_happened import Asked
from tests.operations.at_the_door import CHEAP, GULF, OTHER, WORDS, Clock, Knock

BO = "Bo Lê"


def unheard(_words: str, _done: float) -> None:
    """Nobody has to hear how far it is."""


@dataclass
class Shop:
    """A store with an owner and one of the staff, a backup, a replaced book, and a stick."""

    book: Book
    stick: Path
    clock: Clock

    @property
    def old(self) -> replaced.ReplacedBook:
        """A replaced book, made anew each time."""
        folder = self.book.folder / "replaced" / "20260101T000000Z-00ff"
        folder.mkdir(parents=True, exist_ok=True)
        return replaced.listed(self.book.folder)[0]


@pytest.fixture
def shop(knock: Knock, begun: Entered, tmp_path: Path, clock: Clock) -> Iterator[Shop]:
    """The store, in its owner's hands."""
    stick = tmp_path.with_name(f"{tmp_path.name} stick")
    stick.mkdir()
    with knock().open(begun) as book:
        users.add(book, BO, "staff", OTHER, CHEAP)
        backups.make(book, unheard)
        yield Shop(book, stick, clock)


# What each right is needed for: all that the operations do under it.
NEEDED: Mapping[str, tuple[Callable[[Shop], object], ...]] = {
    rights.USERS: (
        lambda shop: users.add(shop.book, "Cy", "staff", OTHER, CHEAP),
        lambda shop: users.give_password(shop.book, 2, "another good phrase", CHEAP),
        lambda shop: users.set_role(shop.book, 2, "staff"),
        lambda shop: users.remove(shop.book, 2),
    ),
    rights.STORE: (
        lambda shop: store.save(shop.book, replace(GULF, dba="Gulf")),
        lambda shop: store.set_logo(shop.book, b""),
    ),
    rights.LOCK: (lambda shop: users.set_lock_minutes(shop.book, protection.lock_rule().choices[0]),),
    rights.RECOVERY: (lambda shop: users.new_recovery_code(shop.book, CHEAP),),
    rights.RE_ENCRYPT: (lambda shop: re_encrypting.asked(shop.book),),
    rights.BACKUP_PLACE: (
        lambda shop: backups.choose_second(shop.book, shop.stick, unheard),
        lambda shop: backups.forget_second(shop.book),
    ),
    rights.RESTORE: (lambda shop: restoring.look(shop.book, backups.listed(shop.book)[0], None, shop.clock),),
    rights.REPLACED: (lambda shop: replaced_books.remove(shop.book, shop.old),),
    rights.EVERYTHING: (lambda shop: takeout.take_out(shop.book, shop.stick, unheard, lambda: True),),
    rights.HAPPENED: (
        lambda shop: what_happened.table(shop.book, Asked()),
        lambda shop: what_happened.page(shop.book, Asked()),
    ),
}


def refused(act: Callable[[Shop], object], shop: Shop, right: str) -> bool:
    """Whether something is refused for want of a right; whatever else is wrong with it comes after that."""
    try:
        act(shop)
    except NotAllowed as problem:
        return str(problem).startswith(f"Only an owner may {protection.rights()[right]}; ask one to sign in")
    except BookProblem:
        return False
    return False


def walked(shop: Shop, role: str) -> set[str]:
    """The rights that a role turns out to have; for each of them all or nothing is refused."""
    user = shop.book.user
    assert user
    shop.book.user = replace(user, role=role)
    has = set()
    for right, acts in NEEDED.items():
        said = {refused(act, shop, right) for act in acts}
        assert len(said) == 1, right
        assert rights.may(shop.book, right) is not said.copy().pop()
        if said == {False}:
            has.add(right)
    shop.book.user = user
    return has


def test_every_right_is_walked() -> None:
    assert set(NEEDED) == set(protection.rights())


def test_each_role_may_what_its_data_says_and_nothing_else(shop: Shop) -> None:
    for role, may in sorted(protection.roles().items(), key=lambda each: len(each[1])):  # who may least changes least
        assert walked(shop, role) == may


@pytest.mark.parametrize("right", list(NEEDED))
def test_a_right_alone_opens_its_own_and_nothing_else(shop: Shop, right: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protection, "roles", lambda: {"tried": frozenset({right}), "owner": frozenset(NEEDED)})
    assert walked(shop, "tried") == {right}


def test_a_role_that_nobody_knows_may_nothing(shop: Shop) -> None:
    assert walked(shop, "somebody") == set()


def test_from_outside_a_backup_opens_for_who_may_bring_one_back(shop: Shop, begun: Entered) -> None:
    backup = backups.listed(shop.book)[0]
    home = shop.book.folder
    with pytest.raises(NotAllowed, match="Only an owner may bring back a backup"):
        restoring.look_from_outside(home, backup, Secret(BO, OTHER), shop.clock)
    assert restoring.look_from_outside(home, backup, Secret("ana ruiz", WORDS), shop.clock).key == begun.key
    assert restoring.look_from_outside(home, backup, Secret.typed("", (begun.code or "").lower()), shop.clock)
