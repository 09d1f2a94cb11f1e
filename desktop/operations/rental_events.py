"""What happens to a rental, in the store's words: in hospital, back home, stolen, picked up, new doctor's order, …

An event may be changed and removed; what changes by it can be shown before it is kept. Papers that were issued stay.
"""

from dataclasses import dataclass

from db.book.rental_rows import EventBefore, RentalEvent, RentalMonth
from desktop.core.rental_standing import Standing
from desktop.desk import Desk
from desktop.operations.book import Book


@dataclass(frozen=True, slots=True)
class EventKind:
    """Something that can happen, as the store says it. `key` is its own; `what` and `why` are those of its event.

    `asks` are fields of RentalEvent that its form asks for; `help` says what it does to the months.
    """

    key: str
    words: str
    help: str
    what: str
    why: str | None
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What an event would change. `problem`: a sentence where it cannot be; then nothing else is said.

    `words` say it in sentences; `billed` are months on issued papers that would have been others.
    """

    before: Standing | None
    after: Standing | None
    words: tuple[str, ...]
    billed: tuple[RentalMonth, ...]
    problem: str | None


def kinds() -> tuple[EventKind, ...]:
    """Everything that can happen, in the order in which a store meets it."""
    raise NotImplementedError


def kind_of(event: RentalEvent) -> EventKind:
    """What an event is called."""
    raise NotImplementedError


def possible(book: Book, desk: Desk, rental_id: int) -> tuple[EventKind, ...]:
    """What can happen to a rental as it stands today: nobody comes back home who did not leave."""
    raise NotImplementedError


def preview_change(book: Book, desk: Desk, event: RentalEvent, *, removed: bool = False) -> Change:
    """What would change if the event were kept (a new one, or with its id in place of how it stood), or `removed`."""
    raise NotImplementedError


def record(book: Book, desk: Desk, event: RentalEvent, serial: str | None = None) -> RentalEvent:
    """Keeps a new event, or one that was changed (what it was before is kept, too); as it now stands.

    `serial` is of what comes with a replacement. BookProblem, a sentence, where it cannot be; nothing was changed then.
    """
    raise NotImplementedError


def remove(book: Book, desk: Desk, number: int) -> None:
    """Removes an event that did not happen; `undo_remove` brings it back. BookProblem where the rest cannot be then."""
    raise NotImplementedError


def undo_remove(book: Book, desk: Desk, number: int) -> None:
    """Brings it back."""
    raise NotImplementedError


def before(book: Book, number: int) -> tuple[EventBefore, ...]:
    """How an event stood before each of its changes, the latest first."""
    raise NotImplementedError
