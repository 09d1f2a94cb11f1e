"""What whoever has signed in may do. In a store without users (the sample store) everybody may do everything."""

from db.problems import NotAllowed
from desktop.operations.book import Book

OWNER = "owner"
USERS, STORE, LOCK, RECOVERY, HAPPENED = "users", "store", "lock", "recovery", "happened"
EVERYTHING = "everything"
RE_ENCRYPT, BACKUP_PLACE, RESTORE, REPLACED = "re_encrypt", "backup_place", "restore", "replaced"


def may(book: Book, right: str) -> bool:
    """Whether whoever has opened this book has a right."""
    if book.user is None:
        return True
    return role_may(book.user.role, right)


def need(book: Book, right: str) -> None:
    """NotAllowed, with a sentence, where the right is missing."""
    if book.user is not None:
        role_needs(book.user.role, right)


def role_may(role: str | None, right: str) -> bool:
    """Whether a role has a right; None for somebody without one."""
    from desktop.operations import protection  # noqa: PLC0415 -- start-up time

    return role is not None and right in protection.roles().get(role, frozenset())


def role_needs(role: str | None, right: str) -> None:
    """NotAllowed, with a sentence, where a role has not the right."""
    if not role_may(role, right):
        from desktop.operations import protection  # noqa: PLC0415 -- start-up time

        raise NotAllowed(f"Only an owner may {protection.rights()[right]}; ask one to sign in. Nothing was changed")
