"""The door of the store: who is there, by name and password or by the recovery code; and how a store gets its first
owner, when it is set up or when it comes from an Oxydesk that had no passwords.

The guess takes half a second on purpose, so all but `Door.open` belongs into a worker.
"""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from db.book import (
    audit_link,
    failed,
    file,
    recovery_code,
    rekeying,
    replacing,
    slots,
    stores,
    tries,
    users,
    vault,
)
from db.book.audit_link import By
from db.book.first_rows import Store
from db.book.recovery_code import Mistyped
from db.book.slots import Cost, Slots
from db.book.user_rows import Protection, User
from db.driver import Connection
from db.problems import BookKeyProblem, BookProblem, NotAllowed, NotInBook
from desktop import clock
from desktop.operations import passwords, protection
from desktop.operations.book import Book
from desktop.operations.doorstep import Doorstep, State
from desktop.operations.rights import OWNER

__all__ = ["BookProblem", "Door", "Entered", "MustWait", "NotLetIn", "Recovered", "State"]

Now = Callable[[], datetime]


class NotLetIn(BookProblem):
    """Name, password or code is not right. Which of them, nobody is told."""


class MustWait(BookProblem):
    """Too many wrong tries."""

    def __init__(self, left: timedelta) -> None:
        self.left = left
        seconds = max(1, round(left.total_seconds()))
        said = f"{seconds} seconds" if seconds < 120 else f"{round(seconds / 60)} minutes"
        super().__init__(f"Too many wrong tries; wait {said}, then try again. The recovery code opens at once")


@dataclass(frozen=True, slots=True)
class Entered:
    """Who was let in, with the book's key. `before` is when they were there last; `code` a recovery code that was just
    made; `notice` a sentence on something that has to be looked at."""

    key: str = field(repr=False)
    user: User
    before: datetime | None = None
    code: str | None = field(default=None, repr=False)
    notice: str | None = None


@dataclass(frozen=True, slots=True)
class Recovered:
    """What the recovery code has opened: the owners, one of whom gets a new password with `Door.new_password`."""

    key: str = field(repr=False)
    slots: Slots
    owners: tuple[User, ...]


class Door:
    """The door of the store in a folder; while it stands, no other Oxydesk opens that store.

    `cost` is what a guess costs; None: measured on this computer. `step`: where somebody stands before it already.
    BookProblem where there is no way in at all.
    """

    def __init__(
        self, home: Path, now: Now = clock.now, cost: Cost | None = None, step: Doorstep | None = None
    ) -> None:
        self._step = step or Doorstep(home)
        self.home = home
        self.state = self._step.state
        self._now = now
        self._cost = cost

    def close(self) -> None:
        """Lets another Oxydesk open the store."""
        self._step.close()

    @property
    def wait(self) -> timedelta:
        """How long the next try has to wait."""
        return self._step.wait(self._now())

    def sign_in(self, name: str, password: str) -> Entered:
        """Who that is. NotLetIn, MustWait, or what keeps the book from opening."""
        from desktop.operations import set_back  # noqa: PLC0415 -- start-up time: papers

        left = self.wait
        if left:
            raise MustWait(left)
        tries.count(self.home, protection.waits(), self._now())
        candidates = slots.candidates(self.home)
        failed.keep(self.home, self._now(), vault.user_named(candidates, name), "password")
        opened = vault.open_by_password(candidates, name, password)
        if opened is None:
            raise self._refused()
        tries.forget(self.home)  # the password was right, whatever else keeps the book from opening
        failed.was_right(self.home)
        notice = self._seen(opened)
        file.bring_up(self.home, opened.key)
        with file.changing(self.home, opened.key, By(now=self._now)) as connection:
            user = _user(connection, opened.slot.user)
            if user is None or user.deleted:
                failed.keep(self.home, self._now(), opened.slot.user, "password")
                raise self._refused()
            failed.tell(connection, self.home)
            audit_link.write_by(connection, self._by(user))
            notice = notice or set_back.words(connection, self._now())
            users.signed_in(connection, user, self._now())
        failed.forget(self.home)
        self._forget_old()
        return Entered(opened.key, user, before=user.last_sign_in, notice=notice)

    def recover(self, typed: str) -> Recovered:
        """What the recovery code opens, however it was typed. NotLetIn says which group does not fit."""
        code = _code(typed)
        failed.keep(self.home, self._now(), 0, "recovery code")
        opened = vault.open_by_code(slots.candidates(self.home), code)
        if opened is None:
            raise NotLetIn("This code was replaced by a later one, or it is another store's. Look for the latest sheet")
        self._seen(opened)
        failed.was_right(self.home)
        file.bring_up(self.home, opened.key)
        with file.changing(self.home, opened.key, By(now=self._now)) as connection:
            failed.tell(connection, self.home)
            kept = replace(users.protection(connection), recovery_proved_at=self._now())
            users.protect(connection, kept)
            users.note_protection(connection, "recovery code used", self._now())
            owners = tuple(user for user in users.listed(connection) if user.role == OWNER)
        failed.forget(self.home)
        self._forget_old()
        return Recovered(opened.key, opened.slots, owners)

    def new_password(self, recovered: Recovered, owner: User, password: str) -> Entered:
        """Gives an owner a new password, after the recovery code was right."""
        _good(password, owner.name)
        who = vault.Who(owner.id, owner.name)
        made = vault.with_password(recovered.slots, recovered.key, who, password, self._guess_cost())
        with file.changing(self.home, recovered.key, By(now=self._now)) as connection:
            audit_link.write_by(connection, self._by(owner))
            users.note(connection, owner, "password recovered", self._now())
            users.signed_in(connection, owner, self._now())
            slots.write(self.home, made)
        tries.forget(self.home)
        return Entered(recovered.key, owner, before=owner.last_sign_in)

    def set_up(self, store: Store, name: str, password: str) -> Entered:
        """Begins the store's book with its first owner; the recovery code that was made is shown once."""
        _good(password, name, store.legal_name)
        key, code = vault.new_key(), recovery_code.make()
        made = self._first_slots(key, name, password, code)

        def fill(connection: Connection) -> None:
            self._first_owner(connection, name)
            stores.save(connection, store)

        file.make(self.home, key, lambda _key: slots.write(self.home, made), fill)
        self.state = State.LOCKED
        return _proved(self.home, key, name, password, code)

    def convert(self, name: str, password: str) -> Entered:
        """Gives a store whose key lies beside its book its first owner, and its book a key that never lay anywhere.

        Whatever ends it half-way: either the old key or the password opens the book.
        """
        _good(password, name)
        old, key, code = file.key_beside(self.home), vault.new_key(), recovery_code.make()
        file.bring_up(self.home)
        making = rekeying.make(self.home, old, key, self._first_slots(key, name, password, code), _unheard)
        try:
            with file.changing(making, key, By(now=self._now)) as connection:
                users.forget_all(connection)
                self._first_owner(connection, name)
            entered = _proved(making, key, name, password, code)
            rekeying.take_over(self.home)
        except BaseException:
            rekeying.drop(self.home)
            raise
        self.state = State.LOCKED
        self._forget_old()
        return entered

    def open(self, entered: Entered) -> Book:
        """The book for whoever was let in, for the thread that asks; this door goes on holding its lock."""
        return Book(self.home, self._now, None, entered.key, entered.user)

    def _by(self, user: User) -> By:
        return By(user.id, user.name, now=self._now)

    def _guess_cost(self) -> Cost:
        return self._cost or vault.calibrated(protection.limits())

    def _first_slots(self, key: str, name: str, password: str, code: str) -> Slots:
        cost = self._guess_cost()
        made = vault.with_password(vault.no_slots(), key, vault.Who(_FIRST, name), password, cost)
        return vault.with_recovery(made, key, code, cost)

    def _first_owner(self, connection: Connection, name: str) -> None:
        now = self._now()
        owner = User(_FIRST, name, OWNER, created_at=now, last_sign_in=now)
        audit_link.write_by(connection, self._by(owner))
        users.add(connection, owner)
        users.protect(connection, Protection(recovery_made_at=now))
        users.note_protection(connection, "recovery code made", now)
        users.note(connection, owner, "signed in", now)

    def _seen(self, opened: vault.Opened) -> str | None:
        """Mends what lies on the disk by what has opened it; a sentence where it is not as Oxydesk left it."""
        if opened.untouched:
            slots.mend(self.home, opened.slots)
            return None
        return (
            "The store's keys (book.keys) were changed by something else than Oxydesk. Look at the users in the "
            "settings, and give each of them a new password"
        )

    def _forget_old(self) -> None:
        """Takes away the book under its old key, now that somebody has opened the one under the new key."""
        with contextlib.suppress(OSError):  # tried again when somebody signs in next
            replacing.forget_old(self.home)

    def _refused(self) -> BookProblem:
        left = self.wait
        said = "Name or password is not right; type both again"
        return MustWait(left) if left else NotLetIn(said)


_FIRST = 1


def _proved(home: Path, key: str, name: str, password: str, code: str) -> Entered:
    """Opens a book by what lies on the disk beside it, both ways."""
    kept = slots.candidates(home)
    ways = (vault.open_by_password(kept, name, password), vault.open_by_code(kept, code))
    if any(way is None or way.key != key or not way.untouched for way in ways):
        raise BookKeyProblem(home / slots.NAME, "is not as it was just written")
    with file.changing(home, key) as connection:
        return Entered(key, users.read(connection, _FIRST), code=code)


def _code(typed: str) -> str:
    code = recovery_code.read(typed)
    if isinstance(code, Mistyped):
        raise NotLetIn(mistyped(code))
    return code


def mistyped(found: Mistyped) -> str:
    """What does not fit in a recovery code, as a sentence."""
    if not found.groups:
        return f"The code has {recovery_code.GROUPS} groups of five signs; {found.signs} signs were typed"
    groups = ", ".join(str(group) for group in found.groups)
    return f"Look at group {groups} once more: a sign there is not the one on the sheet"


def _good(password: str, *names: str | None) -> None:
    if not names[0]:
        raise NotAllowed("A user needs a name. Nothing was changed")
    problem = passwords.wrong(password, names)
    if problem is not None:
        raise NotAllowed(problem)


def _user(connection: Connection, number: int) -> User | None:
    try:
        return users.read(connection, number)
    except NotInBook:
        return None


def _unheard(_done: float) -> None:
    """The window says that it is under way."""
