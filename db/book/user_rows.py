"""The rows of who may sign in, and of how the store is locked."""

from dataclasses import dataclass
from datetime import datetime

from db.book.first_rows import NEW


@dataclass(frozen=True, slots=True)
class User:
    """Who may sign in. `role` is one of those in `resources/book/roles.toml`; one who was removed is `deleted`."""

    id: int = NEW
    name: str = ""
    role: str = ""
    created_at: datetime | None = None
    last_sign_in: datetime | None = None
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Protection:
    """How the store is locked: after how many minutes of rest (None: as Oxydesk comes), and since when there is a
    recovery code and since when it is known that somebody kept it."""

    lock_minutes: int | None = None
    recovery_made_at: datetime | None = None
    recovery_proved_at: datetime | None = None
