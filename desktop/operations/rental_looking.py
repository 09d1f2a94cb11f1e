"""Looking at a rental: where it stands today, what is to do, and until when that is true; kept for the lists."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from itertools import chain

from db.book import file, patients, rental_due
from db.book.rental_due import Looked
from db.book.rental_rows import RentalMonth, RentalUnit, UnitStanding
from db.driver import Connection
from desktop.core import rental as cycle
from desktop.core.rental_changes import said
from desktop.core.rental_history import History, HistoryNotRight
from desktop.core.rental_standing import Due, DueWhat, Phase
from desktop.core.rental_timeline import Month, Period, Timeline, UnitTimeline
from desktop.core.rulebook import Rulebook
from desktop.core.version import VERSION
from desktop.desk import Desk
from desktop.operations import rental_held, rental_pieces, rental_sentences, rental_todo
from desktop.operations.book import Book
from desktop.operations.rental_held import Held


@dataclass(frozen=True, slots=True)
class Seen:
    """A rental with its months on a day; `problem` instead of `timeline` where its history contradicts itself."""

    held: Held
    timeline: Timeline | None
    problem: str | None


class Contradicting(Exception):
    """A rental's history contradicts itself; the text is a sentence without its full stop."""


@dataclass(frozen=True, slots=True)
class Open:
    """A paid month of a unit that is not settled, with the code under which it is billed."""

    unit: RentalUnit
    period: Period
    month: Month
    code: str

    def settled(self, charge: Decimal, document_id: int | None, why: str | None, at: datetime) -> RentalMonth:
        """The month as it is kept once it is settled: by a document, or for a reason."""
        return RentalMonth(
            rental_id=self.unit.rental_id,
            unit_id=self.unit.id,
            period=self.period.number,
            month=self.month.number,
            starts=self.month.starts,
            ends=self.month.ends,
            charge=charge,
            document_id=document_id,
            why=why,
            recorded_at=at,
        )


def months_due(seen: Seen, up_to: date) -> list[Open]:
    """The months of a rental that begin up to a day and are not settled; the earliest first."""
    units = seen.timeline.units if seen.timeline else ()
    found = [
        Open(row, period, month, rental_todo.code_on(unit, month.starts))
        for unit in units
        if (row := seen.held.unit(seen.held.number(unit.equipment.id))) is not None
        for period, month in rental_todo.unbilled(seen.held, unit, up_to)
    ]
    return sorted(found, key=lambda each: each.month.starts)


def timeline(held: Held, desk: Desk, on: date) -> Timeline:
    """A rental's months as of a day. Contradicting where its history contradicts itself."""
    parts = [_timeline(history, on, desk) for history in rental_held.histories(held, on, desk.rules.rental)]
    if len(parts) == 1:
        return parts[0]
    return Timeline(
        on,
        tuple(chain.from_iterable(part.units for part in parts)),
        tuple(sorted(chain.from_iterable(part.due for part in parts), key=lambda due: due.on)),
        tuple(chain.from_iterable(part.findings for part in parts)),
    )


def _timeline(history: History, on: date, desk: Desk) -> Timeline:
    try:
        return cycle.timeline(history, on, _spoken(desk.rules))
    except HistoryNotRight as problem:
        raise Contradicting(rental_sentences.sentence(problem, history)) from problem


def _spoken(rules: Rulebook) -> Rulebook:
    """The rules, whose words write a day as window and paper do."""
    return replace(rules, rental=replace(rules.rental, day=said))


def reminded(held: Held, desk: Desk, today: Timeline) -> list[Due]:
    """What was due on a day of the last weeks, and nobody could do on that very day: still true, and to be marked as
    done."""
    on = today.on - rental_todo.REMINDED
    histories = rental_held.histories(held, on, desk.rules.rental)
    before = [cycle.standing(history, on, _spoken(desk.rules)) for history in histories]
    lives = {unit.id: unit.useful_life_ends for unit in chain.from_iterable(past.equipment for past in before)}
    return [
        due
        for due in chain.from_iterable(past.due for past in before)
        if due.on < today.on and rental_todo.still_true(due, today, lives)
    ]


def see(held: Held, desk: Desk, on: date) -> Seen:
    """Where a rental stands on a day."""
    try:
        return Seen(held, timeline(held, desk, on), None)
    except Contradicting as problem:
        return Seen(held, None, str(problem))


def look(book: Book, desk: Desk, number: int) -> Seen:
    """Looks at a rental and keeps what is seen, in the transaction of whoever asks: also which pieces are with the
    patient. BookProblem where a piece is with another patient."""
    seen = see(rental_held.read(book.connection, number), desk, desk.today)
    if seen.problem is None:
        rental_pieces.place(book, seen.held, desk.today)
    keep(book.connection, seen, desk)
    return seen


def look_leniently(book: Book, desk: Desk, number: int) -> None:
    """The same for one of many: what is wrong with it is noted with it, and the others go on."""
    with file.transaction(book.connection) as connection:
        seen = see(rental_held.read(connection, number), desk, desk.today)
        problem = seen.problem or rental_pieces.taken(book, seen.held, desk.today)
        if problem is None:
            rental_pieces.place(book, seen.held, desk.today)
        keep(connection, Seen(seen.held, seen.timeline, problem), desk)


def looked(seen: Seen, desk: Desk) -> Looked:
    """What is kept of a look."""
    held, today = seen.held, desk.today
    if seen.timeline is None or seen.problem is not None:
        found = rental_todo.contradicting(seen.problem or "", today)
    else:
        earlier = reminded(held, desk, seen.timeline)
        found = rental_todo.wanted(held, seen.timeline, desk.rules.rental, earlier)
    units = seen.timeline.units if seen.timeline else ()
    caps = rental_held.caps(held, today, desk.rules.rental)
    return Looked(
        held.rental.id,
        VERSION,
        today,
        rental_todo.next_change(held, units, found, today),
        seen.problem,
        [_standing(unit, held, caps.get(unit.equipment.id), today) for unit in units],
        found,
    )


def keep(connection: Connection, seen: Seen, desk: Desk) -> None:
    """Keeps what is seen for the lists; of a rental that was deleted, or whose patient was, nothing."""
    rental = seen.held.rental
    if rental.deleted or patients.PATIENTS.read(connection, rental.patient_id).deleted:
        rental_due.keep(connection, Looked(rental.id, VERSION, desk.today, None, None))
    else:
        rental_due.keep(connection, looked(seen, desk))


def _standing(unit: UnitTimeline, held: Held, cap: int | None, today: date) -> UnitStanding:
    now = unit.standing
    next_on, next_what = _next(unit, today)
    return UnitStanding(
        unit_id=held.number(now.id),
        rental_id=held.rental.id,
        role=unit.equipment.role.value,
        code=now.code,
        phase=now.phase.value,
        period=now.period,
        month=now.month,
        service_month=now.service_month,
        months_paid=now.months_paid,
        cap=cap,
        month_from=now.month_from,
        month_to=now.month_to,
        next_bill_on=now.next_bill_on,
        cap_ends=now.cap_ends,
        contents_from=now.contents_from,
        maintenance_next=now.maintenance_next,
        useful_life_ends=now.useful_life_ends,
        next_on=next_on,
        next_what=next_what,
    )


def _next(unit: UnitTimeline, today: date) -> tuple[date | None, str | None]:
    """The next day that matters for a unit, and why."""
    now = unit.standing
    if now.phase is Phase.ENDED:
        return None, None
    days = (
        (now.next_bill_on, DueWhat.BILL_MONTH),
        (now.maintenance_next, DueWhat.MAINTENANCE),
        (now.contents_from, DueWhat.CONTENTS),
        (now.cap_ends, DueWhat.CAP),
        (now.useful_life_ends, DueWhat.USEFUL_LIFE),
    )
    ahead = [(day, what.value) for day, what in days if day and (day >= today or what is DueWhat.MAINTENANCE)]
    return min(ahead, key=lambda each: each[0], default=(None, None))
