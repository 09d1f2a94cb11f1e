"""No month of rent is billed twice or lost: not by a draft that comes back, by what is noted later, or by hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from db.book.rental_rows import Rental, RentalEvent
from db.book.rows import Document
from desktop.desk import Desk
from desktop.operations import documents, issuing, rental_events, rental_run, rentals
from desktop.operations.book import Book, BookProblem
from desktop.operations.documents import Content
from desktop.operations.rental_run import Bill
from tests.operations import rented
from tests.operations.rented import begun, happens, on, patient

SPRING = date(2026, 4, 25)


def go_on(_done: int, _all: int) -> bool:
    """Never stops."""
    return True


def bills(book: Book, desk: Desk) -> list[Bill]:
    """What would be billed on the desk's day."""
    return rental_run.looked_at(book, desk, desk.today, go_on)


def given_back(book: Book, desk: Desk, number: int) -> Document:
    """A credit of all of a superbill."""
    draft = issuing.credit(book, number, reason="billed in error")
    done = issuing.issue(book, desk, draft.id)
    assert done.done, (done.problem, done.findings)
    return done.document


@pytest.fixture
def rental(book: Book, desk: Desk) -> Rental:
    """A rental that began on the 10th of January, of which nothing is billed yet."""
    rented.open_store(book)
    return begun(book, desk, patient(book))


def test_a_draft_does_not_come_back_once_its_month_is_billed_anew(book: Book, desk: Desk, rental: Rental) -> None:
    first, second = bills(book, desk)
    draft = rental_run.as_draft(book, desk, first)
    documents.drop(book, draft.id)
    documents.undo_drop(book, draft.id)
    assert bills(book, desk) == [second]
    documents.drop(book, draft.id)
    assert rental_run.run(book, desk, desk.today, go_on).issued == 2
    with pytest.raises(BookProblem, match="This month is settled already"):
        documents.undo_drop(book, draft.id)
    with pytest.raises(BookProblem, match="was dropped"):
        issuing.issue(book, desk, draft.id)
    assert [month.month for month in rentals.show(book, desk, rental.id).months] == [1, 2]


def test_a_hospital_stay_that_is_noted_late_loses_and_doubles_no_month(book: Book, desk: Desk, rental: Rental) -> None:
    march = on(desk, date(2026, 3, 12))
    assert rental_run.run(book, march, march.today, go_on).issued == 3
    happens(book, march, rental, "hospital", date(2026, 2, 5))
    back = RentalEvent(rental_id=rental.id, on=date(2026, 2, 20), what="resumed")
    stay_over = rental_events.preview_change(book, march, back)
    assert stay_over.billed == ()  # while the stay was open, months 2 and 3 were none any more
    happens(book, march, rental, "back", date(2026, 2, 20))
    assert bills(book, march) == []
    april = on(desk, SPRING)
    (bill,) = bills(book, april)
    assert ([(month.month, month.starts) for month in bill.months], bill.aside) == ([(4, date(2026, 4, 20))], None)


def test_the_change_names_the_billed_months_that_it_moves_also_those_billed_ahead(
    book: Book, desk: Desk, rental: Rental
) -> None:
    rental_run.run(book, desk, SPRING, go_on)
    away = RentalEvent(rental_id=rental.id, on=date(2026, 2, 5), what="interrupted", why="hospital")
    change = rental_events.preview_change(book, desk, away)
    assert [(month.month, month.starts) for month in change.billed] == [
        (2, date(2026, 2, 10)),
        (3, date(2026, 3, 10)),
        (4, date(2026, 4, 10)),
    ]


def test_what_was_billed_for_days_of_a_new_count_is_set_aside_until_it_is_given_back(
    book: Book, desk: Desk, rental: Rental
) -> None:
    march = on(desk, date(2026, 3, 25))
    rental_run.run(book, march, march.today, go_on)
    unit = rentals.show(book, march, rental.id).units[0].unit
    happens(book, march, rental, "stolen", date(2026, 2, 20), unit_id=unit.id, serial="EVF-9")
    words = (
        "SB-2026-000003 has the home unit's month from Mar 10, 2026 already, and the months were moved since; "
        "give a credit for it, or mark this month as done."
    )
    found = bills(book, march)
    assert [(bill.on, bill.aside) for bill in found] == [(date(2026, 2, 20), words), (date(2026, 3, 20), words)]
    assert rental_run.run(book, march, march.today, go_on).issued == 0
    old = next(each for each in documents.listed(book) if each.number == "SB-2026-000003")
    given_back(book, march, old.id)
    assert [bill.aside for bill in bills(book, march)] == [None, None]


def test_a_month_that_was_billed_by_hand_is_set_aside(book: Book, desk: Desk, rental: Rental) -> None:
    first, _ = bills(book, desk)
    draft = rental_run.as_draft(book, desk, first)
    wire = documents.content(book, draft.id).wire
    documents.drop(book, draft.id)
    line = dict(wire["lines"][0]) | {"from": "2026-02-15", "to": "2026-02-15"}
    by_hand = documents.begin(book, "superbill", documents.whose(draft), Content(dict(wire) | {"lines": [line]}))
    assert issuing.issue(book, desk, by_hand.id).done
    assert [bill.aside for bill in bills(book, desk)] == [
        None,
        "SB-2026-000001 has E1390 for days of this month already; give a credit for it, or mark this month as done.",
    ]
    given_back(book, desk, by_hand.id)
    assert [bill.aside for bill in bills(book, desk)] == [None, None]


def test_a_credit_gives_back_the_money_and_the_month_only_where_a_person_says_so(
    book: Book, desk: Desk, rental: Rental
) -> None:
    rental_run.run(book, desk, date(2026, 1, 31), go_on)
    (month,) = rentals.show(book, desk, rental.id).months
    with pytest.raises(BookProblem, match="credit of all of it"):
        rental_run.undo_settle(book, desk, [month])
    given_back(book, desk, month.document_id or 0)
    assert [bill.on for bill in bills(book, desk)] == [date(2026, 2, 10)]
    rental_run.undo_settle(book, desk, [month])
    assert [(bill.on, bill.aside) for bill in bills(book, desk)] == [
        (date(2026, 1, 10), None),
        (date(2026, 2, 10), None),
    ]
    assert rental_run.run(book, desk, desk.today, go_on).issued == 2


class Meanwhile:
    """All bills; but before the first is issued, something is done to the book in another place."""

    def __init__(self, book: Book, does: Callable[[Book], object]) -> None:
        self._book, self._does = book, does

    def __contains__(self, _key: object) -> bool:
        does, self._does = self._does, lambda _window: None
        with self._book.another() as window:
            does(window)
        return True


def test_what_is_changed_while_the_run_goes_on_counts(book: Book, desk: Desk, rental: Rental) -> None:
    unit = rentals.show(book, desk, rental.id).units[0].unit
    dearer = replace(unit, charge=Decimal("99.00"))
    only = Meanwhile(book, lambda window: rentals.save_unit(window, desk, dearer))
    assert rental_run.run(book, desk, date(2026, 1, 31), go_on, only=only).total == Decimal("99.00")


def test_what_somebody_else_bills_while_the_run_goes_on_is_not_billed_again(
    book: Book, desk: Desk, rental: Rental
) -> None:
    first, _ = bills(book, desk)
    only = Meanwhile(book, lambda window: rental_run.as_draft(window, desk, first))
    result = rental_run.run(book, desk, desk.today, go_on, only=only)
    assert [came.aside for came in result.aside] == ["These months are on a superbill already, or need none any more"]
    assert result.issued == 1


def test_a_rental_that_was_begun_anew_does_not_bill_again_what_the_first_one_billed(
    book: Book, desk: Desk, rental: Rental
) -> None:
    rental_run.run(book, desk, desk.today, go_on)
    rentals.delete(book, desk, rental.id)
    begun(book, desk, rental)
    assert [str(bill.aside)[:36] for bill in bills(book, desk)] == [
        "SB-2026-000001 has E1390 for days of",
        "SB-2026-000002 has E1390 for days of",
    ]
