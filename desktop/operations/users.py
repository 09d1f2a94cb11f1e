"""Who may sign in: added, given a password, changed, removed; the recovery code; when the window locks itself.

All but the lists takes a guess's time, so it belongs into a worker, with `book.another()`. A change of slots and of the
book comes together: cut off in between, nobody is let in who should not be, and whoever had a way in still has it.
"""

import contextlib
from collections.abc import Callable
from dataclasses import replace

from db.book import file, recovery_code, slots, users, vault
from db.book.recovery_code import Mistyped
from db.book.slots import Cost, Slots
from db.book.user_rows import Protection, User
from db.problems import BookLocked, BookProblem, LastWayIn, NotAllowed
from desktop.operations import passwords, protection, rights, store
from desktop.operations.book import Book
from desktop.operations.rights import OWNER
from desktop.operations.sign_in import NotLetIn, mistyped


def listed(book: Book) -> list[User]:
    """Who may sign in."""
    return users.listed(book.connection)


def protected(book: Book) -> Protection:
    """How the store is locked, and what is known of its recovery code."""
    return users.protection(book.connection)


def add(book: Book, name: str, role: str, password: str, cost: Cost | None = None) -> User:
    """A new user. NotAllowed for a password that is not good enough, NameTaken."""
    rights.need(book, rights.USERS)
    name = " ".join(name.split())
    _good(book, password, name)
    _known(role)
    before = _slots(book)
    number = max(users.next_id(book.connection), *(slot.user + 1 for slot in before.slots))
    user = User(number, name, role, created_at=book.now())
    made = vault.with_password(before, _key(book), vault.Who(number, name), password, _cost(cost))
    _both(book, made, lambda: users.add(book.connection, user))
    return user


def give_password(book: Book, number: int, password: str, cost: Cost | None = None) -> None:
    """A new password for another user, who has forgotten theirs."""
    rights.need(book, rights.USERS)
    _set_password(book, users.read(book.connection, number), password, cost)


def change_password(book: Book, old: str, new: str, cost: Cost | None = None) -> None:
    """A new password for whoever has signed in. NotLetIn where the old one is not right."""
    user = _who(book)
    if vault.open_by_password([_slots(book)], user.name, old) is None:
        raise NotLetIn("The password that you have now is not right; type it again")
    _set_password(book, user, new, cost)


def set_role(book: Book, number: int, role: str) -> None:
    """Makes a user an owner or not. LastWayIn where no owner would be left."""
    rights.need(book, rights.USERS)
    _known(role)
    user = users.read(book.connection, number)
    if role != OWNER:
        _another_owner(book, number)
    with file.transaction(book.connection) as connection:
        users.save(connection, replace(user, role=role))


def remove(book: Book, number: int) -> None:
    """Takes a user's way in away. What they did stays in the book under their number. LastWayIn for the last owner."""
    rights.need(book, rights.USERS)
    user = users.read(book.connection, number)
    _another_owner(book, number)
    left = vault.without(_slots(book), _key(book), number)
    _both(book, left, lambda: users.save(book.connection, replace(user, deleted=True)))


def new_recovery_code(book: Book, cost: Cost | None = None) -> str:
    """A new recovery code, shown this once; the one before opens nothing any more."""
    rights.need(book, rights.RECOVERY)
    code = recovery_code.make()
    made = vault.with_recovery(_slots(book), _key(book), code, _cost(cost))
    told = replace(protected(book), recovery_made_at=book.now(), recovery_proved_at=None)
    _both(book, made, lambda: _protect(book, told, "recovery code made"))
    return code


def prove_recovery(book: Book, typed: str) -> None:
    """Keeps that somebody has the recovery code, when it was typed back. NotLetIn says what does not fit."""
    code = recovery_code.read(typed)
    if isinstance(code, Mistyped):
        raise NotLetIn(mistyped(code))
    if vault.open_by_code([_slots(book)], code) is None:
        raise NotLetIn("This is not the code that was made last; look at the latest sheet")
    told = replace(protected(book), recovery_proved_at=book.now())
    with file.transaction(book.connection):
        _protect(book, told, "recovery code kept")


def recovery_is_kept(book: Book) -> bool:
    """Whether the recovery code was typed back since it was made; True where there are no users."""
    return book.user is None or protected(book).recovery_proved_at is not None


def lock_minutes(book: Book) -> int:
    """After how many minutes of rest the window locks itself."""
    chosen = protected(book).lock_minutes
    return chosen if chosen in lock_choices(book) else protection.lock_rule().minutes


def lock_choices(book: Book) -> tuple[int, ...]:
    """What may be chosen: a long stay only where nobody else comes to the computer."""
    rule = protection.lock_rule()
    return (*rule.choices, *rule.alone) if len(listed(book)) == 1 else rule.choices


def set_lock_minutes(book: Book, minutes: int) -> None:
    """Chooses one of them."""
    rights.need(book, rights.LOCK)
    if minutes not in lock_choices(book):
        raise NotAllowed(f"{minutes} minutes cannot be chosen here. Nothing was changed")
    with file.transaction(book.connection) as connection:
        told = replace(protected(book), lock_minutes=minutes)
        users.protect(connection, told)


def _set_password(book: Book, user: User, password: str, cost: Cost | None) -> None:
    _good(book, password, user.name)
    made = vault.with_password(_slots(book), _key(book), vault.Who(user.id, user.name), password, _cost(cost))
    _both(book, made, lambda: users.note(book.connection, user, "password changed", book.now()))


def _protect(book: Book, told: Protection, what: str) -> None:
    users.protect(book.connection, told)
    users.note_protection(book.connection, what, book.now())


def _both(book: Book, made: Slots, write: Callable[[], object]) -> None:
    """Slots and book together: where the book refuses after the slots were written, they are put back."""
    before = _on_disk(book)
    written = False
    try:
        with file.transaction(book.connection):
            write()
            slots.write(book.folder, made)
            written = True
    except BaseException:
        if written:
            with contextlib.suppress(BookProblem):
                slots.write(book.folder, before)
        raise


def _slots(book: Book) -> Slots:
    """The slots of the recovery code and of those whom the book knows; what a change that was cut off, or somebody from
    outside, has left of others opens nothing and is left out."""
    kept = _on_disk(book)
    known = {user.id for user in listed(book)}
    left = tuple(slot for slot in kept.slots if slot.kind != slots.USER or slot.user in known)
    return replace(kept, slots=left)


def _on_disk(book: Book) -> Slots:
    """The slots as they lie on the disk, rather those that whoever had the book's key has left."""
    key = _key(book)
    kept = slots.candidates(book.folder)
    return next((each for each in kept if vault.fits(key, each)), kept[0])


def _key(book: Book) -> str:
    if book.key is None:
        raise NotAllowed("The sample store has no users; set up your own store first")
    return book.key


def _who(book: Book) -> User:
    if book.user is None:
        raise BookLocked(book.folder / file.NAME)
    return book.user


def _cost(cost: Cost | None) -> Cost:
    return cost or vault.calibrated(protection.limits())


def _good(book: Book, password: str, name: str) -> None:
    if not name:
        raise NotAllowed("A user needs a name. Nothing was changed")
    kept = store.read(book)
    problem = passwords.wrong(password, (name, kept.legal_name, kept.dba))
    if problem is not None:
        raise NotAllowed(problem)


def _known(role: str) -> None:
    if role not in protection.roles():
        raise NotAllowed(f"There is no role {role}. Nothing was changed")


def _another_owner(book: Book, number: int) -> None:
    if not any(user.role == OWNER and user.id != number for user in listed(book)):
        raise LastWayIn
