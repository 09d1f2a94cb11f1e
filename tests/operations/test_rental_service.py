"""The months in which a patient's rented equipment is, as choosing codes is told of them."""

from dataclasses import replace
from datetime import date

import pytest

from db.book import patients as patient_rows
from db.book.rows import Plan
from desktop.core.request import Cycle
from desktop.desk import Desk
from desktop.operations import finding_code, patients, rental_run, rental_service, rentals
from desktop.operations.book import Book
from desktop.operations.rental_run import Bill
from tests.operations import rented
from tests.operations.rented import HOME, PORTABLE, begun, going_out, happens, on, patient

MEDICARE = Plan(kind="medicare", name="Medicare")
ADVANTAGE = Plan(kind="medicare_advantage", name="Prairie")
TOLD = {
    "payer": "medicare", "door": "home_unit", "which_home_unit": "one_tube", "transaction": "rent", "order": "yes",
    "flow_day": "2", "flow_night": "same", "met": "yes", "started": "2023-03-01", "basis": "rest",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _store(book: Book) -> None:
    rented.open_store(book)


def bills(book: Book, desk: Desk) -> list[Bill]:
    """What would be billed on the desk's day."""
    return rental_run.looked_at(book, desk, desk.today, lambda _done, _all: True)


def test_every_month_up_to_the_cap_has_the_same_modifiers_and_none_comes_after_it(book: Book, desk: Desk) -> None:
    began = date(2023, 5, 10)
    asked = replace(patient(book, plan=ADVANTAGE), coverage_group=1, bills_from=began)
    begun(book, desk, asked, going_out(replace(HOME, first_service=began)))
    found = bills(book, on(desk, date(2026, 9, 1)))
    assert [bill.months[0].month for bill in found] == list(range(1, 37))
    assert {bill.codes for bill in found} == {("E1390 RR N1",)}


def test_two_counts_on_one_superbill_have_each_its_own_coverage_modifier(book: Book, desk: Desk) -> None:
    home = replace(HOME, first_service=date(2023, 3, 10))
    portable = replace(PORTABLE, first_service=date(2023, 4, 10))
    asked = replace(patient(book, plan=ADVANTAGE), coverage_group=1, bills_from=date(2026, 2, 1))
    begun(book, desk, asked, going_out(home), going_out(portable, "POC-1"))
    (bill,) = bills(book, desk)
    assert (bill.codes, bill.aside) == (("E1390 RR KX", "E1392 RR N1"), None)


def test_a_count_that_another_supplier_began_has_the_modifier_of_its_own_beginning(book: Book, desk: Desk) -> None:
    unit = replace(HOME, first_service=date(2026, 2, 10), months_paid_before=35, useful_life_from=date(2023, 3, 10))
    asked = replace(patient(book, plan=ADVANTAGE), coverage_group=1, bills_from=date(2026, 2, 1))
    begun(book, desk, asked, going_out(unit))
    (bill,) = bills(book, desk)
    assert (bill.months[0].month, bill.codes) == (36, ("E1390 RR KX",))


def test_the_finder_is_told_of_a_portable_whose_month_begins_on_another_day(book: Book, desk: Desk) -> None:
    asked = replace(patient(book, plan=ADVANTAGE), coverage_group=1)
    order = patient_rows.ORDERS.read(book.connection, asked.order_id or 0)
    patients.save_order(book, replace(order, day_lpm=6, night_lpm=6, portable=False))
    rental = begun(book, desk, asked, going_out(HOME))
    (january, _) = bills(book, desk)
    assert january.codes == ("E1390 RR QG N1",)
    rentals.add_unit(book, desk, rental.id, going_out(replace(PORTABLE, first_service=date(2026, 1, 25)), "POC-1"))
    assert [bill.codes for bill in bills(book, desk)] == [
        ("E1390 RR QG N1",),
        ("E1392 RR QF N1",),
        ("E1390 RR QF N1",),
        ("E1392 RR QF N1",),
    ]
    assert rental_service.of_patient(book, desk, rental.patient_id, desk.today) == Cycle(2, 2)
    assert rental_service.of_patient(book, desk, rental.patient_id, date(2026, 1, 12)) == Cycle(1, None)


def test_the_finder_is_not_asked_what_the_book_knows_and_stops_after_the_cap(book: Book, desk: Desk) -> None:
    unit = replace(HOME, first_service=date(2023, 3, 1))
    rental = begun(book, desk, patient(book, plan=MEDICARE), going_out(unit))
    known = rental_service.answers(book, desk, rental.patient_id)
    assert known == (("home_month", "37"),)
    talk = finding_code.begin(desk, {**TOLD, **dict(known)})
    assert talk.answers["home_month"] == "37"
    assert talk.question is None
    assert "cap-reached" in {finding.rule for finding in talk.stops}


def test_what_has_ended_is_in_no_month(book: Book, desk: Desk) -> None:
    rental = begun(book, desk, patient(book, plan=MEDICARE))
    happens(book, desk, rental, "picked_up", date(2026, 2, 20))
    assert rental_service.of_patient(book, desk, rental.patient_id, desk.today) == Cycle(None, None)


def test_a_patient_without_rentals_is_in_no_month(book: Book, desk: Desk) -> None:
    assert rental_service.of_patient(book, desk, patient(book).patient_id, desk.today) == Cycle(None, None)
    assert rental_service.answers(book, desk, None) == ()
