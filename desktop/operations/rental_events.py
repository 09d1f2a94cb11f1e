"""What happens to a rental, in the store's words: in hospital, back home, stolen, picked up, new doctor's order, …

An event may be changed and removed; what changes by it can be shown before it is kept. Papers that were issued stay.
"""

from dataclasses import dataclass, replace
from datetime import date

from db.book import file, rental_events
from db.book.rental_rows import EventBefore, Piece, RentalEvent, RentalMonth
from db.problems import NotAllowed
from desktop.core import rental_changes
from desktop.core.rental_standing import Phase, Standing
from desktop.core.rental_timeline import Timeline, UnitTimeline
from desktop.desk import Desk
from desktop.operations import equipment_register, rental_beginning, rental_held, rental_looking
from desktop.operations.book import Book
from desktop.operations.rental_held import NEW_ORDER, Held
from desktop.operations.rental_words import EventKind, rental_words

__all__ = ["EventKind"]

_IN_USE, _STOPPED, _WAITING = "in_use", "stopped", "waiting"
_LAST = float("inf")


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
    return rental_words().events


def kind_of(event: RentalEvent) -> EventKind:
    """What an event is called."""
    return next(kind for kind in kinds() if kind.what == event.what and kind.why in (None, event.why))


def possible(book: Book, desk: Desk, rental_id: int) -> tuple[EventKind, ...]:
    """What can happen to a rental as it stands today: nobody comes back home who did not leave."""
    seen = rental_looking.see(rental_held.read(book.connection, rental_id), desk, desk.today)
    if seen.timeline is None:
        return kinds()
    stands = {_stands(unit) for unit in seen.timeline.units if unit.standing.phase is not Phase.ENDED}
    return tuple(kind for kind in kinds() if stands and (not kind.when or stands.intersection(kind.when)))


def read(book: Book, number: int) -> RentalEvent:
    """The event with this id, a removed one too. BookProblem where there is none."""
    return rental_events.EVENTS.read(book.connection, number)


def preview_change(book: Book, desk: Desk, event: RentalEvent, *, removed: bool = False) -> Change:
    """What would change if the event were kept (a new one, or with its id in place of how it stood), or `removed`."""
    held = rental_held.read(book.connection, event.rental_id)
    problem = _lacks(event)
    before = rental_looking.see(held, desk, desk.today).timeline
    changed = _with(held, event, removed=removed)
    seen = rental_looking.see(changed, desk, desk.today)
    if problem is not None or seen.timeline is None:
        return Change(_standing(before) if before else None, None, (), (), problem or seen.problem)
    stood, stands = _standing(before) if before else None, _standing(seen.timeline)
    named = {phase.key: phase.words for phase in rental_words().phases}
    words = tuple(rental_changes.sentences(stood, stands, named)) if stood else ()
    last = max([desk.today, *(month.starts for month in held.months if month.starts)])  # months may be billed ahead
    was, would_be = (rental_looking.see(each, desk, last).timeline for each in (held, changed))
    return Change(stood, stands, words, tuple(_other_months(held, was, would_be)) if would_be else (), None)


def record(book: Book, desk: Desk, event: RentalEvent, piece: Piece | str | None = None) -> RentalEvent:
    """Keeps a new event, or one that was changed (what it was before is kept, too); as it now stands.

    `piece` is what comes with a replacement: its serial number alone where the register has it, else with maker and
    model, which a superbill asks for. BookProblem, a sentence, where it cannot be; nothing was changed then.
    """
    problem = _lacks(event)
    if problem is not None:
        raise NotAllowed(problem)
    with file.transaction(book.connection) as connection:
        if piece:
            meant = Piece(serial=piece) if isinstance(piece, str) else piece
            event = replace(event, piece_id=equipment_register.known(book, meant).id)
        kept = rental_events.save(connection, replace(event, recorded_at=event.recorded_at or book.now()), book.now())
        rental_beginning.look(book, desk, kept.rental_id)
        return kept


def remove(book: Book, desk: Desk, number: int) -> None:
    """Removes an event that did not happen; `undo_remove` brings it back. BookProblem where the rest cannot be then."""
    _set_removed(book, desk, number, removed=True)


def undo_remove(book: Book, desk: Desk, number: int) -> None:
    """Brings it back."""
    _set_removed(book, desk, number, removed=False)


def before(book: Book, number: int) -> tuple[EventBefore, ...]:
    """How an event stood before each of its changes, the latest first."""
    return tuple(rental_events.before(book.connection, number))


def _set_removed(book: Book, desk: Desk, number: int, *, removed: bool) -> None:
    with file.transaction(book.connection) as connection:
        rental_events.set_removed(connection, number, book.now(), removed=removed)
        rental_beginning.look(book, desk, read(book, number).rental_id)


def _lacks(event: RentalEvent) -> str | None:
    """What an event must say and does not."""
    if event.on is None:
        return "The day is not filled in; type the day on which it happened"
    if event.what == NEW_ORDER and event.order_ends is not None and event.order_ends < event.on:
        return f"The order is of {event.on}, and ends on {event.order_ends}, before that; correct one of the days"
    return None


def _with(held: Held, event: RentalEvent, *, removed: bool) -> Held:
    """The rental as if the event were kept (or removed) already."""
    others = [each for each in held.events if event.id == 0 or each.id != event.id]
    events = others if removed else [*others, event]
    ordered = sorted(events, key=lambda each: (each.on or date.min, each.id or _LAST))
    return replace(held, events=tuple(ordered))


def _standing(seen: Timeline) -> Standing:
    return Standing(seen.on, tuple(unit.standing for unit in seen.units), seen.due, seen.findings)


def _stands(unit: UnitTimeline) -> str:
    if unit.standing.phase is Phase.NEW_PERIOD_NEEDED:
        return _WAITING
    stopped = any(each.ends is None for each in unit.interruptions)
    return _STOPPED if stopped else _IN_USE


def _other_months(held: Held, before: Timeline | None, after: Timeline) -> list[RentalMonth]:
    """The months on issued papers that were right before, and would not be months of the rental any more."""
    known = _months(held, before) if before else set()
    now = _months(held, after)
    keys = ((month, (month.unit_id, month.month, month.starts)) for month in held.months if month.document_id)
    return [month for month, key in keys if key in known and key not in now]


def _months(held: Held, seen: Timeline) -> set[tuple[int, int, date | None]]:
    return {
        (held.number(unit.equipment.id), month.number, month.starts)
        for unit in seen.units
        for period in unit.periods
        for month in period.months
        if not month.projected
    }
