"""This month's rentals: all months that patients pay themselves become superbills in one go, up to a day.

Each superbill and the months on it are kept in one transaction: what a power cut leaves is whole, and asked again
nothing is doubled. What is doubtful is set aside with its reason. For a worker; loads the paper's libraries.

A month that was on an issued superbill is never due again by itself. A corrected copy takes the months of what it takes
the place of. A credit gives back money, not the month: where all of the superbill was credited, `undo_settle` makes the
month due again, if a person wants it so. A month whose draft was dropped is due again; once it is billed anew, the book
refuses to bring that draft back.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from db.book import file, rental_due, rental_months
from db.book.rental_rows import RentalMonth
from db.book.rows import Document
from db.problems import NotAllowed
from desktop.border import NotRight
from desktop.core import money
from desktop.core.rental_standing import DueWhat
from desktop.desk import Desk
from desktop.operations import documents, due, issuing, patients, rental_bills, rental_looking, rental_twice, reviewing
from desktop.operations.book import Book, BookProblem
from desktop.operations.documents import SUPERBILL, Content
from desktop.operations.rental_bills import Composed
from desktop.operations.rental_looking import Open


@dataclass(frozen=True, slots=True)
class MonthDue:
    """A month of a unit that is not settled yet."""

    unit_id: int
    role: str
    code: str
    period: int
    month: int
    starts: date
    ends: date
    charge: Decimal


@dataclass(frozen=True, slots=True)
class Bill:
    """What becomes one superbill: the months of a patient's rental that begin on one day.

    `key` names it in `run`; `aside` is the reason why it cannot be issued by itself; `codes` are its lines' codes with
    their modifiers; `pays_by` how the patient mostly pays.
    """

    key: str
    rental_id: int
    patient_id: int
    patient_name: str
    number: str | None
    plan: str | None
    on: date
    months: tuple[MonthDue, ...]
    codes: tuple[str, ...]
    total: Decimal
    pays_by: str | None
    aside: str | None


@dataclass(frozen=True, slots=True)
class Paid:
    """How a superbill of the run was paid, whole and today."""

    method: str
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Came:
    """What came of one bill: its superbill, or the reason why it was set aside."""

    bill: Bill
    document: Document | None
    aside: str | None


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a run. `total` is the issued superbills', `paid` what was paid on them."""

    issued: int
    aside: tuple[Came, ...]
    total: Decimal
    paid: Decimal


def looked_at(book: Book, desk: Desk, up_to: date, go_on: Callable[[int, int], bool]) -> list[Bill]:
    """What would become superbills, each checked as an insurer would; nothing is changed. `go_on` hears how far it is
    and may stop it."""
    return [_bill(book, each, each.aside or _review(desk, each)) for each in _composed(book, desk, up_to, go_on)]


def of_rental(book: Book, desk: Desk, rental_id: int) -> list[Bill]:
    """What would become superbills of one rental today, the earliest first, whoever bills its months."""
    composed = rental_bills.composed(book, desk, rental_id, desk.today, by_the_store=True)
    return [_bill(book, each, each.aside or _review(desk, each)) for each in composed]


def run(  # noqa: PLR0913 -- what is asked of a run, each once
    book: Book,
    desk: Desk,
    up_to: date,
    go_on: Callable[[int, int], bool],
    *,
    only: Container[str] | None = None,
    paid: Mapping[str, Paid] | None = None,
    heard: Callable[[Came], object] = lambda _: None,
) -> Result:
    """Issues all that can be issued (`only` some, by their keys); `heard` is told of each.

    `paid`: how bills were paid, by their keys; None: each as its rental mostly is. False of `go_on` stops before the
    next rental; what was issued stays.
    """
    aside, issued, total, received = list[Came](), 0, money.ZERO, money.ZERO
    for each in _composed(book, desk, up_to, go_on):
        key = _key(each.seen.held.rental.id, each.on)
        if only is not None and key not in only:
            continue
        came = _issued(book, desk, each, _mostly(each) if paid is None else paid.get(key))
        heard(came)
        if came.document is None:
            aside.append(came)
        else:
            issued, total, received = issued + 1, total + came.document.total, received + came.document.paid
    return Result(issued, tuple(aside), total, received)


def as_draft(book: Book, desk: Desk, bill: Bill) -> Document:
    """A draft of a bill that was set aside, with all that is known, to be finished by hand; its months are then no
    longer due. Dropped, they are due again. BookProblem where they are settled by now."""
    with file.transaction(book.connection):
        found = _again(book, desk, bill.rental_id, bill.on, by_the_store=True)
        document = documents.begin(book, SUPERBILL, found.whose, Content(found.wire))
        _settle(book, found, document.id, None)
        rental_looking.look_leniently(book, desk, bill.rental_id)
        return document


def settle(book: Book, desk: Desk, bill: Bill, why: str) -> tuple[RentalMonth, ...]:
    """Says of its months that nothing is to be billed here: the store bills the plan, or does without."""
    with file.transaction(book.connection):
        months = _settle(book, _again(book, desk, bill.rental_id, bill.on, by_the_store=True), None, why)
        rental_looking.look_leniently(book, desk, bill.rental_id)
        return months


def undo_settle(book: Book, desk: Desk, months: Iterable[RentalMonth]) -> None:
    """Makes such months due again, also those of a superbill of which all was credited. BookProblem where another
    document has them."""
    with file.transaction(book.connection) as connection:
        for month in months:
            now = rental_months.MONTHS.read(connection, month.id)
            if now.document_id is not None and not rental_twice.given_back(book, documents.read(book, now.document_id)):
                raise NotAllowed(
                    "This month is on a superbill; a corrected copy changes that, or a credit of all of it"
                )
            rental_months.forget(connection, month.id)
            rental_looking.look_leniently(book, desk, month.rental_id)


class _Aside(Exception):
    """Takes everything back that was begun for a bill."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def _composed(book: Book, desk: Desk, up_to: date, go_on: Callable[[int, int], bool]) -> Iterator[Composed]:
    """What is due of every rental, one after the other, so that memory does not grow with their number."""
    if not _up_to_date(book, desk, go_on):
        return
    numbers = rental_due.rentals_with(book.connection, DueWhat.BILL_MONTH, up_to)
    for place, number in enumerate(numbers):
        if not go_on(place, len(numbers)):
            return
        yield from rental_bills.composed(book, desk, number, up_to)
    go_on(len(numbers), len(numbers))


def _up_to_date(book: Book, desk: Desk, go_on: Callable[[int, int], bool]) -> bool:
    """Looks at what a new day has moved; False where `go_on`, which hears that nothing is billed yet, stops that."""
    goes_on = True

    def asked(_done: int, every: int) -> bool:
        nonlocal goes_on
        goes_on = not every or go_on(0, every)
        return goes_on

    due.bring_up_to_date(book, desk, asked)
    return goes_on


def _bill(book: Book, each: Composed, aside: str | None) -> Bill:
    rental = each.seen.held.rental
    return Bill(
        key=_key(rental.id, each.on),
        rental_id=rental.id,
        patient_id=rental.patient_id,
        patient_name=patients.read(book, rental.patient_id).name,
        number=rental.number,
        plan=each.plan.name if each.plan else None,
        on=each.on,
        months=tuple(_month(due, charge) for due, charge in zip(each.months, each.charges, strict=True)),
        codes=tuple(" ".join((line["code"], *line["modifiers"])) for line in each.wire["lines"]),
        total=each.total,
        pays_by=rental.pays_by,
        aside=aside,
    )


def _month(due: Open, charge: Decimal) -> MonthDue:
    month = due.month
    return MonthDue(
        due.unit.id, due.unit.role, due.code, due.period.number, month.number, month.starts, month.ends, charge
    )


def _review(desk: Desk, each: Composed) -> str | None:
    """What an insurer would send back."""
    try:
        return " ".join(rental_bills.stops(reviewing.reviewed(desk, each.wire))) or None
    except NotRight as problem:
        return str(problem)


def _issued(book: Book, desk: Desk, each: Composed, paid: Paid | None) -> Came:
    bill = _bill(book, each, each.aside)
    if each.aside is not None:
        return Came(bill, None, each.aside)
    try:
        with file.transaction(book.connection):
            document = _one(book, desk, each, paid)
            return Came(bill, document, None)
    except _Aside as aside:
        return Came(bill, None, aside.why)
    except BookProblem as problem:
        return Came(bill, None, str(problem))
    except Exception as error:  # one page that cannot be drawn must not stop the others
        return Came(bill, None, f"The page could not be made ({type(error).__name__})")


def _one(book: Book, desk: Desk, each: Composed, paid: Paid | None) -> Document:
    """The superbill and its months, in the transaction of whoever asks. _Aside where it may not be issued.

    What somebody else has changed since it was composed counts: it is composed anew then.
    """
    if file.state(book.connection) != each.state:
        each = _again(book, desk, each.seen.held.rental.id, each.on)
        if each.aside is not None:
            raise _Aside(each.aside)
    wire = dict(each.wire) | {"payments": [_payment(desk, each.total, paid)] if paid else []}
    document = documents.begin(book, SUPERBILL, each.whose, Content(wire))
    _settle(book, each, document.id, None)
    issued = issuing.issue(book, desk, document.id)
    if not issued.done:
        raise _Aside(issued.problem or " ".join(rental_bills.stops(issued.findings)))
    rental_looking.look_leniently(book, desk, each.seen.held.rental.id)
    return issued.document


def _payment(desk: Desk, total: Decimal, paid: Paid) -> dict[str, str | None]:
    return {
        "on": desk.today.isoformat(),
        "method": paid.method,
        "amount": money.plain(total),
        "reference": paid.reference,
    }


def _settle(book: Book, each: Composed, document_id: int | None, why: str | None) -> tuple[RentalMonth, ...]:
    return tuple(
        rental_months.settle(book.connection, month.settled(charge, document_id, why, book.now()))
        for month, charge in zip(each.months, each.charges, strict=True)
    )


def _again(book: Book, desk: Desk, rental_id: int, on: date, *, by_the_store: bool = False) -> Composed:
    """The bill of a day as it is now. NotAllowed where its months are settled by now."""
    found = rental_bills.composed(book, desk, rental_id, on, by_the_store=by_the_store)
    same = next((each for each in found if each.on == on), None)
    if same is None:
        raise NotAllowed("These months are on a superbill already, or need none any more")
    return same


def _mostly(each: Composed) -> Paid | None:
    """As the patient mostly pays."""
    method = each.seen.held.rental.pays_by
    return Paid(method) if method else None


def _key(rental_id: int, on: date) -> str:
    return f"{rental_id}/{on}"
