"""What a month of rent becomes on a superbill: its lines coded by the finder, its charge, and why it may not go out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from db.book import file, rental_due
from db.book import patients as patient_rows
from db.book.rental_rows import Piece
from db.book.rows import OrderRow, Plan
from desktop.core import money
from desktop.core.finding import Finding, Severity
from desktop.core.rental_changes import said
from desktop.core.rental_history import ReplacedWhy
from desktop.core.rental_standing import DueWhat
from desktop.core.request import Transaction
from desktop.desk import Desk
from desktop.operations import code as coding
from desktop.operations import (
    composing,
    equipment_register,
    parties,
    plans,
    rental_held,
    rental_looking,
    rental_pieces,
    rental_service,
    rental_twice,
    sale_lines,
)
from desktop.operations.book import Book
from desktop.operations.code import CodeAnswer
from desktop.operations.documents import Whose
from desktop.operations.rental_looking import Open, Seen


@dataclass(frozen=True, slots=True)
class Composed:
    """The months of a rental that begin on one day, as a request; `aside` says why it may not go out by itself.

    `state` is the book's when this was read.
    """

    state: int
    seen: Seen
    plan: Plan | None
    on: date
    months: tuple[Open, ...]
    charges: tuple[Decimal, ...]
    wire: Mapping[str, Any]
    whose: Whose
    aside: str | None

    @property
    def total(self) -> Decimal:
        """The rents and the tax."""
        return sum(self.charges, money.ZERO) + money.parse(self.wire["tax"])


def composed(book: Book, desk: Desk, number: int, up_to: date, *, by_the_store: bool = False) -> Iterator[Composed]:
    """What a rental's months up to a day become, one request for each day on which some begin; the earliest first.

    Nothing of months that were marked as done on the due list, nor of a rental whose months the store bills itself,
    unless these are wanted, too.
    """
    state = file.state(book.connection)
    held = rental_held.read(book.connection, number)
    if held.rental.deleted or not (held.rental.by_superbill or by_the_store):
        return
    seen = rental_looking.see(held, desk, max(desk.today, up_to))
    done = rental_due.done(book.connection, number, DueWhat.BILL_MONTH)
    due = (each for each in rental_looking.months_due(seen, up_to) if (each.unit.id, each.month.starts) not in done)
    for on, months in groupby(due, key=lambda each: each.month.starts):
        yield _composed(book, desk, state, seen, on, tuple(months))


@dataclass(frozen=True, slots=True)
class _Begun:
    """The months of a rental that begin on a day, with what the finder and the request want to know of them."""

    seen: Seen
    on: date
    months: tuple[Open, ...]
    plan: Plan | None
    order: OrderRow


def _composed(  # noqa: PLR0913, PLR0917 -- what a request is made from, each once
    book: Book, desk: Desk, state: int, seen: Seen, on: date, months: tuple[Open, ...]
) -> Composed:
    rental = seen.held.rental
    whose = Whose(rental.patient_id, rental.coverage_id, rental.order_id)
    order = patient_rows.ORDERS.read(book.connection, rental.order_id) if rental.order_id else OrderRow()
    begun = _Begun(seen, on, months, _plan(book, rental.coverage_id), order)
    answers = {
        started: coding.code(desk, _asked(desk, begun, started)) for started in {_started(each) for each in months}
    }
    to_price = rental_held.pays_to_price(rental, desk.rules.rental)
    charges = tuple(_charge(seen, each, to_price=to_price) for each in months)
    wire = parties.wire(book, whose)
    wire |= {
        "lines": [
            sale_lines.line(desk, wire, each.code, _modifiers(desk, answers[_started(each)], place, each))
            | _rented(book, seen, each, charge)
            for place, (each, charge) in enumerate(zip(months, charges, strict=True))
        ],
        "tax": composing.tax(book, sum(charges, money.ZERO)),
    }
    reasons = [*_lacks(begun, charges)]
    for each in months:
        reasons += rental_twice.billed(book, desk, seen, each)
    for started, answer in answers.items():
        reasons += [*stops(_about(answer, months, started)), *_not_known(desk, answer)]
    return Composed(state, seen, begun.plan, on, months, charges, wire, whose, " ".join(dict.fromkeys(reasons)) or None)


def _started(due: Open) -> date:
    """The first day of the count that a month belongs to: of another supplier's, where that began it."""
    first = due.unit.useful_life_from if due.unit.months_paid_before and due.period.number == 1 else None
    return first or due.period.starts


def _about(answer: CodeAnswer, months: tuple[Open, ...], started: date) -> Iterator[Finding]:
    """The findings of an answer that hold: of an item only where its count began on that day."""
    for finding in answer.findings:
        if finding.item is None or _started(months[finding.item]) == started:
            yield finding


def _asked(desk: Desk, begun: _Begun, started: date) -> dict[str, Any]:
    """The finder's request for months of rent that begin on a day, in a count that began on the day `started`. It is
    told of all that the rental has out on that day, also of what has its own month's beginning on another."""
    rental, order, plan = begun.seen.held.rental, begun.order, begun.plan
    service = rental_service.months(begun.seen.held, desk, begun.on)
    return {
        "on": begun.on.isoformat(),
        "payer": {
            "kind": rental.payer_kind,
            "wants_q": bool(plan and plan.wants_q),
            "wants_kx": bool(plan and plan.wants_kx),
        },
        "order": {
            "on_file": order.order_date is not None,
            "portable": bool(order.portable) or service.portable_month is not None,
            **{name: getattr(order, name) for name in ("day_lpm", "night_lpm", "exertion_lpm")},
        },
        "coverage": {
            "met": True if rental.coverage_group else None,
            "group": rental.coverage_group,
            "basis": None,
            "started": started.isoformat(),
            "phe": "none",
            "abn": "none",
            "statutory_exclusion": False,
        },
        "cycle": {"stationary_month": service.stationary_month, "portable_month": service.portable_month},
        "items": [_item(desk, each) for each in begun.months],
    }


def _item(desk: Desk, due: Open) -> dict[str, Any]:
    """The finder's item that is rented under a code; what was replaced says so in its first month."""
    item, when = next(
        (item.id, choice.when)
        for item in desk.rules.coding.items.values()
        for choice in item.choices
        if choice.codes == (due.code,) and Transaction.RENT in choice.transactions
    )
    asked = {
        name: value
        for name in ("ports", "runs_all_day", "portable_definition_met")
        if (value := getattr(when, name)) is not None
    }
    if due.month.number == 1 and due.period.began_by in list(ReplacedWhy):
        return {"item": item, "transaction": Transaction.REPLACE.value, "replace_why": due.period.began_by, **asked}
    return {"item": item, "transaction": Transaction.RENT.value, **asked}


def _modifiers(desk: Desk, answer: CodeAnswer, place: int, due: Open) -> tuple[str, ...]:
    """Those that the finder chose for the code; the one for rent alone where it has no line for it."""
    rented = desk.rules.coding.modifiers.transactions[Transaction.RENT].modifier
    lines = (line.modifiers for line in answer.lines if (line.item, line.code) == (place, due.code))
    return next(lines, (rented,))


def _rented(book: Book, seen: Seen, due: Open, charge: Decimal) -> dict[str, Any]:
    """What a line says of a month of rent: its first day, its number, its charge, and the piece that was out then."""
    piece_id = rental_pieces.current(seen.held, due.unit, due.month.starts)
    piece = equipment_register.read(book, piece_id) if piece_id is not None else Piece()
    price, day = due.unit.purchase_price, due.month.starts.isoformat()
    return {
        "from": day,
        "to": day,
        "charge": money.plain(charge),
        "maker": piece.maker,
        "model": piece.model,
        "serial": piece.serial,
        "rental_month": due.month.number,
        "purchase_price": money.plain(price) if price is not None else None,
    }


def _charge(seen: Seen, due: Open, *, to_price: bool) -> Decimal:
    """A month's rent; where the plan pays up to the price, the last one only what is left of it."""
    towards = rental_held.paying(seen.held, due.unit, due.period.number) if to_price else None
    return towards.rent(due.month.number) if towards else due.unit.charge or money.ZERO


def _lacks(begun: _Begun, charges: Iterable[Decimal]) -> Iterator[str]:
    """What the rental itself lacks for a superbill."""
    for each, charge in zip(begun.months, charges, strict=True):
        if not charge:
            yield f"No monthly charge is noted for the {rental_held.named(each.unit)}."
    ends = rental_held.order_ends(begun.seen.held, begun.on)
    if ends is not None and ends < begun.on:
        yield f"The doctor's order ended on {said(ends)}, before the month begins; note the new order."


def _not_known(desk: Desk, answer: CodeAnswer) -> Iterator[str]:
    """What the finder would still ask."""
    for path in answer.missing:
        asking = (
            question.words
            for question in desk.rules.questions.questions
            if question.field == path or any(path in each.sets for each in question.answers)
        )
        yield f"Not known yet: {next(asking, path)}"


def stops(findings: Iterable[Finding]) -> Iterator[str]:
    """What forbids it, in words."""
    return (finding.words for finding in findings if finding.severity is Severity.STOP)


def _plan(book: Book, coverage_id: int | None) -> Plan | None:
    if coverage_id is None:
        return None
    return plans.read(book, patient_rows.COVERAGES.read(book.connection, coverage_id).plan_id)
