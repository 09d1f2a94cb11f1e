"""What whoever has signed in may do. In a store without users (the sample store) everybody may do everything."""

from db.problems import NotAllowed
from desktop.operations.book import Book

OWNER = "owner"
USERS, STORE, LOCK, RECOVERY = "users", "store", "lock", "recovery"
EVERYTHING, HAPPENED = "everything", "happened"


def may(book: Book, right: str) -> bool:
    """Whether whoever has opened this book has a right."""
    if book.user is None:
        return True
    from desktop.operations import protection  # noqa: PLC0415 -- start-up time

    return right in protection.roles().get(book.user.role, frozenset())


def need(book: Book, right: str) -> None:
    """NotAllowed, with a sentence, where the right is missing."""
    if not may(book, right):
        from desktop.operations import protection  # noqa: PLC0415 -- start-up time

        raise NotAllowed(f"Only an owner may {protection.rights()[right]}; ask one to sign in. Nothing was changed")
