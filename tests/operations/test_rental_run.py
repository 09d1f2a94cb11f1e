"""This month's rentals become superbills in one go: each once, whatever is asked twice or cut off."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from db import driver
from db.book.rental_rows import Rental
from db.book.rows import Plan, Store
from desktop.desk import Desk
from desktop.operations import documents, due, issuing, rental_run, rentals, store
from desktop.operations.book import Book, BookProblem, open_book
from desktop.operations.documents import DRAFT, ISSUED, VOIDED
from desktop.operations.rental_run import Came, Paid
from tests.operations import rented
from tests.operations.rented import HOME, PORTABLE, begun, going_out, happens, on, patient

TODAY = date(2026, 3, 2)
MANY = 12
RUNS = """
import sys
from datetime import date
from pathlib import Path
from desktop import files
from desktop.desk import Desk
from desktop.operations import rental_run
from desktop.operations.book import open_book
from desktop.operations.catalogue import open_catalogue
from desktop.rulefiles.load import load

catalogue = open_catalogue(Path(sys.argv[2]), lambda _words, _done: None)
desk = Desk(catalogue, load(files.resources()), lambda _description: None, date(2026, 3, 2))
with open_book(Path(sys.argv[1])) as book:
    def heard(came):
        print(came.document and came.document.number, flush=True)
    result = rental_run.run(book, desk, date(2026, 3, 2), lambda _done, _all: True, heard=heard)
    print("done", result.issued, len(result.aside), flush=True)
"""


def go_on(_done: int, _all: int) -> bool:
    """Never stops."""
    return True


@pytest.fixture
def rental(book: Book, desk: Desk) -> Rental:
    """A rental whose months 1 and 2 are due."""
    rented.open_store(book)
    return begun(book, desk, patient(book))


def lines(book: Book, number: int) -> list[tuple[object, ...]]:
    """What stands on the lines of a document."""
    found = documents.content(book, number).wire["lines"]
    names = ("code", "modifiers", "from", "to", "charge", "serial", "rental_month", "pointers")
    return [tuple(line[name] for name in names) for line in found]


def test_each_month_becomes_a_superbill(book: Book, desk: Desk, rental: Rental) -> None:
    result = rental_run.run(book, desk, TODAY, go_on)
    assert (result.issued, result.aside, result.total, result.paid) == (2, (), Decimal("190.00"), Decimal("0.00"))
    second, first = documents.listed(book, states=[ISSUED])
    assert (first.number, second.number) == ("SB-2026-000001", "SB-2026-000002")
    assert lines(book, first.id) == [
        ("E1390", ["RR"], "2026-01-10", "2026-01-10", "95.00", "EVF-1", 1, ["A", "B"]),
    ]
    assert lines(book, second.id)[0][6] == 2
    months = rentals.show(book, desk, rental.id).months
    assert [(month.month, month.document_id, month.charge) for month in months] == [
        (1, first.id, Decimal("95.00")),
        (2, second.id, Decimal("95.00")),
    ]


def test_twice_makes_nothing_twice(book: Book, desk: Desk, rental: Rental) -> None:
    rental_run.run(book, desk, TODAY, go_on)
    assert rental_run.looked_at(book, desk, TODAY, go_on) == []
    assert rental_run.run(book, desk, TODAY, go_on).issued == 0
    assert len(documents.listed(book)) == 2
    later = on(desk, date(2026, 3, 10))
    assert rental_run.run(book, later, later.today, go_on).issued == 1


def test_the_book_itself_refuses_a_month_twice(book: Book, desk: Desk, rental: Rental) -> None:
    rental_run.run(book, desk, TODAY, go_on)
    month = rentals.show(book, desk, rental.id).months[0]
    row = "insert into rental_months (rental_id, unit_id, period, month, starts) values (?, ?, ?, ?, ?)"
    for period, number, starts in ((1, 1, "2030-01-01"), (7, 7, "2026-01-10")):
        with pytest.raises(driver.DatabaseError, match="UNIQUE"):
            book.connection.execute(row, [rental.id, month.unit_id, period, number, starts])


def test_home_and_portable_unit_of_one_day_are_on_one_superbill(book: Book, desk: Desk) -> None:
    rented.open_store(book)
    plan = Plan(kind="commercial", name="Lone Star", wants_q=True)
    begun(book, desk, patient(book, plan=plan), going_out(HOME), going_out(PORTABLE, "POC-1"))
    result = rental_run.run(book, desk, date(2026, 1, 31), go_on)
    assert (result.issued, result.total) == (1, Decimal("275.00"))
    (document,) = documents.listed(book)
    assert [line[0] for line in lines(book, document.id)] == ["E1390", "E1392"]


def test_what_is_paid_is_marked(book: Book, desk: Desk, rental: Rental) -> None:
    rentals.save(book, desk, replace(rental, pays_by="card"))
    bills = rental_run.looked_at(book, desk, TODAY, go_on)
    assert [bill.pays_by for bill in bills] == ["card", "card"]
    by = {bills[0].key: Paid("check", "No. 7")}
    result = rental_run.run(book, desk, TODAY, go_on, paid=by)
    assert (result.total, result.paid) == (Decimal("190.00"), Decimal("95.00"))
    first = documents.listed(book)[-1]
    (payment,) = documents.payments(book, first.id)
    assert (payment.method, payment.reference, payment.on) == ("check", "No. 7", TODAY)
    later = on(desk, date(2026, 3, 10))
    assert rental_run.run(book, later, later.today, go_on).paid == Decimal("95.00")


def test_only_some_are_issued(book: Book, desk: Desk, rental: Rental) -> None:
    first, _ = rental_run.looked_at(book, desk, TODAY, go_on)
    assert rental_run.run(book, desk, TODAY, go_on, only={first.key}).issued == 1
    assert [bill.months[0].month for bill in rental_run.looked_at(book, desk, TODAY, go_on)] == [2]


def test_what_is_doubtful_is_set_aside_with_its_reason(book: Book, desk: Desk) -> None:
    rented.open_store(book)
    begun(book, desk, patient(book, "Anders"), going_out(replace(HOME, charge=None), "A1"))
    begun(book, desk, replace(patient(book, "Bauer"), order_ends=date(2026, 2, 1)), going_out(HOME, "B1"))
    begun(book, desk, replace(patient(book, "Chen"), order_id=None), going_out(HOME, "C1"))
    begun(book, desk, patient(book, "Dietz"), going_out(HOME, None))
    begun(book, desk, patient(book, "Evans"), going_out(HOME, "E1"))
    heard: list[Came] = []
    looked = {(bill.patient_name, bill.on): bill.aside for bill in rental_run.looked_at(book, desk, TODAY, go_on)}
    result = rental_run.run(book, desk, TODAY, go_on, heard=heard.append)
    assert result.issued == 3
    aside = {(came.bill.patient_name, came.bill.on): came.aside for came in result.aside}
    assert {key: why for key, why in looked.items() if why} == aside
    february = date(2026, 2, 10)
    assert aside["Ida Anders", february] == "No monthly charge is noted for the home unit."
    assert aside["Ida Bauer", february] == (
        "The doctor's order ended on Feb 1, 2026, before the month begins; note the new order."
    )
    assert "order" in str(aside["Ida Chen", february])
    assert "serial" in str(aside["Ida Dietz", february])
    assert looked["Ida Evans", february] is None
    numbers = [came.document.number for came in heard if came.document]
    assert numbers == ["SB-2026-000001", "SB-2026-000002", "SB-2026-000003"]


def test_a_bill_that_was_set_aside_becomes_a_draft_and_is_due_again_when_that_is_dropped(
    book: Book, desk: Desk, rental: Rental
) -> None:
    unit = rentals.show(book, desk, rental.id).units[0].unit
    rentals.save_unit(book, desk, replace(unit, charge=None))
    first, second = rental_run.looked_at(book, desk, TODAY, go_on)
    draft = rental_run.as_draft(book, desk, first)
    assert draft.state == DRAFT
    assert rental_run.looked_at(book, desk, TODAY, go_on) == [second]
    with pytest.raises(BookProblem, match="on a superbill already"):
        rental_run.as_draft(book, desk, first)
    documents.drop(book, draft.id)
    assert rental_run.looked_at(book, desk, TODAY, go_on) == [first, second]
    rentals.save_unit(book, desk, unit)
    assert rental_run.run(book, desk, TODAY, go_on).issued == 2


def test_a_month_may_need_no_superbill(book: Book, desk: Desk, rental: Rental) -> None:
    first, second = rental_run.looked_at(book, desk, TODAY, go_on)
    months = rental_run.settle(book, desk, first, "The store bills the plan.")
    assert rental_run.looked_at(book, desk, TODAY, go_on) == [second]
    assert [month.why for month in rentals.show(book, desk, rental.id).months] == ["The store bills the plan."]
    rental_run.undo_settle(book, desk, months)
    assert rental_run.looked_at(book, desk, TODAY, go_on) == [first, second]
    rental_run.run(book, desk, TODAY, go_on)
    with pytest.raises(BookProblem, match="is on a superbill"):
        rental_run.undo_settle(book, desk, rentals.show(book, desk, rental.id).months)


def test_a_month_that_was_marked_as_done_is_not_billed(book: Book, desk: Desk, rental: Rental) -> None:
    first, second = rental_run.looked_at(book, desk, TODAY, go_on)
    row = due.of_rental(book, rental.id)[0].due
    assert row.on == first.on
    due.done(book, row.id)
    assert rental_run.looked_at(book, desk, TODAY, go_on) == [second]
    due.undo_done(book, row.id)
    assert rental_run.run(book, desk, TODAY, go_on).issued == 2


def test_a_correction_has_the_months_of_what_it_corrects(book: Book, desk: Desk, rental: Rental) -> None:
    rental_run.run(book, desk, date(2026, 1, 31), go_on)
    (old,) = documents.listed(book)
    dropped = issuing.corrected_copy(book, old.id)
    documents.drop(book, dropped.id)
    assert rental_run.looked_at(book, desk, date(2026, 1, 31), go_on) == []
    assert rentals.show(book, desk, rental.id).months[0].document_id == old.id
    copy = issuing.issue(book, desk, issuing.corrected_copy(book, old.id).id).document
    assert documents.read(book, old.id).state == VOIDED
    assert rentals.show(book, desk, rental.id).months[0].document_id == copy.id
    assert rental_run.looked_at(book, desk, date(2026, 1, 31), go_on) == []


def test_what_the_store_bills_itself_is_not_in_the_run(book: Book, desk: Desk, rental: Rental) -> None:
    rentals.save(book, desk, replace(rental, by_superbill=False))
    assert rental_run.looked_at(book, desk, TODAY, go_on) == []
    assert due.listed(book, TODAY, due.Span.TODAY, ["bill_month"]).total == 2


def test_the_last_month_up_to_the_price_costs_what_is_left(book: Book, desk: Desk) -> None:
    rented.open_store(book)
    plan = Plan(kind="commercial", name="Prairie", caps_at_price=True)
    unit = replace(HOME, purchase_price=Decimal("250.00"))
    begun(book, desk, patient(book, plan=plan), going_out(unit))
    later = on(desk, date(2026, 6, 1))
    result = rental_run.run(book, later, later.today, go_on)
    assert (result.issued, result.total) == (3, Decimal("250.00"))
    assert [document.total for document in documents.listed(book)] == [
        Decimal("60.00"),
        Decimal("95.00"),
        Decimal("95.00"),
    ]


def test_a_stolen_units_first_month_bears_its_modifier(book: Book, desk: Desk) -> None:
    rented.open_store(book)
    advantage = Plan(kind="medicare_advantage", name="Prairie")
    rental = begun(book, desk, replace(patient(book, plan=advantage), coverage_group=1))
    unit = rentals.show(book, desk, rental.id).units[0].unit
    happens(book, desk, rental, "stolen", date(2026, 2, 20), unit_id=unit.id, serial="EVF-9")
    bills = rental_run.looked_at(book, desk, TODAY, go_on)
    assert [(bill.codes, bill.aside) for bill in bills] == [
        (("E1390 RR N1",), None),
        (("E1390 RR N1",), None),
        (("E1390 RR N1 RA",), None),
    ]
    rental_run.run(book, desk, TODAY, go_on)
    serials = [lines(book, document.id)[0][5] for document in reversed(documents.listed(book))]
    assert serials == ["EVF-1", "EVF-1", "EVF-9"]


def test_a_group_that_nobody_noted_is_asked_for(book: Book, desk: Desk) -> None:
    rented.open_store(book)
    begun(book, desk, patient(book, plan=Plan(kind="medicare_advantage", name="Prairie")))
    (bill, _) = rental_run.looked_at(book, desk, TODAY, go_on)
    assert bill.aside is not None
    assert bill.aside.startswith("Not known yet: ")


def test_a_run_is_stopped_between_two_rentals(book: Book, desk: Desk, rental: Rental) -> None:
    begun(book, desk, patient(book, "Zebulon"), going_out(HOME, "EVF-2"))
    steps: list[tuple[int, int]] = []

    def once(done: int, every: int) -> bool:
        steps.append((done, every))
        return done < 1

    assert rental_run.run(book, desk, TODAY, once).issued == 2
    assert steps == [(0, 2), (1, 2)]
    assert rental_run.run(book, desk, TODAY, go_on).issued == 2


def test_a_number_that_is_taken_sets_aside_and_leaves_the_month_due(book: Book, desk: Desk, rental: Rental) -> None:
    rental_run.run(book, desk, date(2026, 1, 31), go_on)
    store.save(book, replace(store.read(book), superbill_prefix="X", receipt_prefix="SB"))
    book.connection.execute("update series set last = 0")
    store.save(book, replace(store.read(book), superbill_prefix="SB", receipt_prefix="X"))
    result = rental_run.run(book, desk, TODAY, go_on)
    assert result.issued == 0
    assert "in the book already" in str(result.aside[0].aside)
    assert len(rental_run.looked_at(book, desk, TODAY, go_on)) == 1
    assert len(documents.listed(book)) == 1


@pytest.fixture
def folder(tmp_path: Path, desk: Desk) -> Path:
    """A closed book with rentals of which each has two months to bill."""
    with open_book(tmp_path / "shop", lambda: datetime(2026, 3, 2, tzinfo=UTC)) as book:
        rented.open_store(book)
        for number in range(MANY):
            begun(book, desk, patient(book, f"Patient {number}"), going_out(HOME, f"S{number}"))
    return tmp_path / "shop"


def test_a_killed_run_loses_and_doubles_nothing(tmp_path: Path, folder: Path, desk: Desk) -> None:
    command = [sys.executable, "-c", RUNS, str(folder), str(tmp_path / "shelf")]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root) as running:
        assert running.stdout is not None
        told = [running.stdout.readline().decode().strip() for _ in range(MANY // 2)]
        os.kill(running.pid, signal.SIGKILL)
    with open_book(folder) as book:
        issued = documents.listed(book, states=[ISSUED])
        assert len(issued) < MANY * 2
        assert {document.number for document in issued} >= set(told)
        asked = "select count(*) from rental_months join documents on documents.id = document_id and state = 'issued'"
        assert book.connection.execute(asked).fetchone() == (len(issued),)
        assert documents.listed(book, states=[DRAFT]) == []
    done = subprocess.run(command, capture_output=True, cwd=root, text=True, check=True)
    assert done.stdout.splitlines()[-1] == f"done {MANY * 2 - len(issued)} 0"
    with open_book(folder) as book:
        every = documents.listed(book)
        assert sorted(str(document.number) for document in every) == [
            f"SB-2026-{number:06}" for number in range(1, MANY * 2 + 1)
        ]
        for rental in {row.standing.rental_id for row in rentals.listed(book, rentals.Asked()).rows}:
            months = rentals.show(book, desk, rental).months
            assert [month.month for month in months] == [1, 2]
            assert all(documents.pdf(book, month.document_id or 0) for month in months)


def test_a_store_without_a_name_sets_everything_aside(book: Book, desk: Desk, rental: Rental) -> None:
    store.save(book, Store(legal_name=None))
    result = rental_run.run(book, desk, TODAY, go_on)
    assert (result.issued, len(result.aside)) == (0, 2)
    assert documents.listed(book) == []
