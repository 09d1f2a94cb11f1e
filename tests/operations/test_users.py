"""Users, what they may do, the recovery code and the lock."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from db.book import beside, slots
from db.book.first_rows import Store
from db.book.slots import Cost
from db.book.user_rows import User
from db.problems import BookNotWritten, LastWayIn, NameTaken, NotAllowed
from desktop.operations import protection, rights, store, users
from desktop.operations.book import Book, happened
from desktop.operations.sign_in import Door, Entered, NotLetIn

CHEAP = Cost(8, 1, 1)
WORDS = "green truck, nine pelicans"
OTHER = "a wholly other phrase 7"


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    """The door of a store with one owner, Ana Ruiz."""
    stands = Door(tmp_path, cost=CHEAP)
    yield stands
    stands.close()


@pytest.fixture
def begun(door: Door) -> Entered:
    """The first owner, let in."""
    return door.set_up(Store(legal_name="Gulf Breeze Oxygen"), "Ana Ruiz", WORDS)


@pytest.fixture
def owned(door: Door, begun: Entered) -> Iterator[Book]:
    """The book in the owner's hands."""
    with door.open(begun) as book:
        yield book


def bo(book: Book, role: str = "staff") -> User:
    """Another user."""
    return users.add(book, " Bo  Lê ", role, OTHER, CHEAP)


def test_a_user_is_added_signs_in_and_is_removed(owned: Book, door: Door) -> None:
    added = bo(owned)
    assert [user.name for user in users.listed(owned)] == ["Ana Ruiz", "Bo Lê"]
    assert door.sign_in("bo lê", OTHER).user.id == added.id
    users.remove(owned, added.id)
    assert [user.name for user in users.listed(owned)] == ["Ana Ruiz"]
    with pytest.raises(NotLetIn):
        door.sign_in("Bo Lê", OTHER)
    again = bo(owned)
    assert again.id > added.id
    assert door.sign_in("Bo Lê", OTHER).user.id == again.id


def test_two_of_one_name_and_weak_passwords_are_refused(owned: Book) -> None:
    with pytest.raises(NameTaken):
        users.add(owned, "ANA RUIZ", "staff", OTHER, CHEAP)
    with pytest.raises(NotAllowed, match="at least 15"):
        users.add(owned, "Bo", "staff", "short", CHEAP)
    with pytest.raises(NotAllowed, match="needs a name"):
        users.add(owned, "  ", "staff", OTHER, CHEAP)
    with pytest.raises(NotAllowed, match="no role admin"):
        users.add(owned, "Bo", "admin", OTHER, CHEAP)
    assert len(users.listed(owned)) == 1


def test_the_last_owner_stays_an_owner(owned: Book) -> None:
    added = bo(owned)
    with pytest.raises(LastWayIn, match="last way into the book"):
        users.remove(owned, 1)
    with pytest.raises(LastWayIn, match="last way into the book"):
        users.set_role(owned, 1, "staff")
    users.set_role(owned, added.id, "owner")
    users.remove(owned, 1)
    assert [user.role for user in users.listed(owned)] == ["owner"]


def test_what_staff_may_not_is_refused_with_a_sentence(owned: Book, door: Door) -> None:
    bo(owned)
    with door.open(door.sign_in("Bo Lê", OTHER)) as book:
        changes: list[Callable[[], object]] = [
            lambda: users.add(book, "Cy", "owner", WORDS, CHEAP),
            lambda: users.give_password(book, 1, OTHER, CHEAP),
            lambda: users.set_role(book, book.user.id if book.user else 0, "owner"),
            lambda: users.remove(book, 1),
            lambda: users.new_recovery_code(book, CHEAP),
            lambda: users.set_lock_minutes(book, 30),
            lambda: store.save(book, Store(legal_name="Mine")),
            lambda: store.set_logo(book, b"x"),
        ]
        for change in changes:
            with pytest.raises(NotAllowed, match=r"Only an owner may .*ask one to sign in\. Nothing was changed"):
                change()
        users.change_password(book, OTHER, "another good phrase", CHEAP)
    assert door.sign_in("Bo Lê", "another good phrase")
    assert store.read(owned).legal_name == "Gulf Breeze Oxygen"


def test_ones_own_password_is_changed_with_the_old_one(owned: Book, door: Door) -> None:
    with pytest.raises(NotLetIn, match="that you have now is not right"):
        users.change_password(owned, OTHER, "another good phrase", CHEAP)
    users.change_password(owned, WORDS, "another good phrase", CHEAP)
    assert door.sign_in("Ana Ruiz", "another good phrase")
    with pytest.raises(NotLetIn):
        door.sign_in("Ana Ruiz", WORDS)


def test_an_owner_gives_a_forgotten_password_anew(owned: Book, door: Door) -> None:
    added = bo(owned)
    users.give_password(owned, added.id, WORDS, CHEAP)
    assert door.sign_in("Bo Lê", WORDS).user.id == added.id


def test_the_recovery_code_is_proved_and_replaced(owned: Book, door: Door, begun: Entered) -> None:
    assert not users.recovery_is_kept(owned)
    with pytest.raises(NotLetIn, match="Look at group"):
        users.prove_recovery(owned, "A" * 40)
    users.prove_recovery(owned, (begun.code or "").lower())
    assert users.recovery_is_kept(owned)
    code = users.new_recovery_code(owned, CHEAP)
    assert not users.recovery_is_kept(owned)
    with pytest.raises(NotLetIn, match="not the code that was made last"):
        users.prove_recovery(owned, begun.code or "")
    with pytest.raises(NotLetIn, match="replaced by a later one"):
        door.recover(begun.code or "")
    assert door.recover(code).owners


def test_a_long_stay_is_for_a_store_of_one(owned: Book) -> None:
    rule = protection.lock_rule()
    assert users.lock_minutes(owned) == rule.minutes
    users.set_lock_minutes(owned, rule.alone[-1])
    assert users.lock_minutes(owned) == rule.alone[-1]
    bo(owned)
    assert users.lock_minutes(owned) == rule.minutes
    with pytest.raises(NotAllowed, match="cannot be chosen here"):
        users.set_lock_minutes(owned, rule.alone[-1])
    users.set_lock_minutes(owned, rule.choices[0])
    assert users.lock_minutes(owned) == rule.choices[0]


def test_what_happens_to_users_is_noted(owned: Book) -> None:
    added = bo(owned)
    users.set_role(owned, added.id, "owner")
    users.remove(owned, added.id)
    noted = [entry.what for entry in happened(owned) if (entry.noun, entry.id) == ("user", added.id)]
    assert noted == ["deleted", "changed", "made"]


def test_a_disk_that_refuses_changes_neither_slots_nor_book(
    owned: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (tmp_path / slots.NAME).read_bytes()

    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(beside, "replace", full)
    with pytest.raises(BookNotWritten, match="no space left"):
        bo(owned)
    assert len(users.listed(owned)) == 1
    assert (tmp_path / slots.NAME).read_bytes() == before


def test_a_book_that_refuses_leaves_the_old_password(owned: Book, door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        """A book whose changes cannot be put on the disk."""

        in_transaction = False

        def execute(self, said: str, *_: object) -> object:
            if said == "commit":
                raise dbapi2.OperationalError("database or disk is full")
            return whole.execute(said, *_)

    whole = owned.connection
    monkeypatch.setattr(owned, "connection", Full())
    with pytest.raises(BookNotWritten):
        users.change_password(owned, WORDS, OTHER, CHEAP)
    monkeypatch.undo()
    whole.execute("rollback")
    assert door.sign_in("Ana Ruiz", WORDS)


def test_slots_that_came_from_elsewhere_go_with_the_next_change(owned: Book, tmp_path: Path) -> None:
    kept = slots.read(tmp_path / slots.NAME)
    stranger = replace(kept.users[0], id="ab" * 8, user=99, name="Stranger")
    slots.write(tmp_path, replace(kept, slots=(*kept.slots, stranger)))
    bo(owned)
    assert [slot.name for slot in slots.read(tmp_path / slots.NAME).users] == ["Ana Ruiz", "Bo Lê"]


def test_a_store_without_users_lets_everybody_do_everything(book: Book) -> None:
    assert all(rights.may(book, right) for right in protection.rights())
    assert users.recovery_is_kept(book)
    with pytest.raises(NotAllowed, match="sample store has no users"):
        bo(book)
