"""Rentals in the book: begun, shown, listed, changed; a serial number is with one patient at most."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from db import driver
from db.book.rental_rows import Piece, Rental, RentalUnit
from db.book.rows import Document, Plan
from desktop.core.rental_standing import Phase
from desktop.desk import Desk
from desktop.operations import (
    documents,
    due,
    equipment_register,
    issuing,
    parties,
    patients,
    plans,
    rentals,
    sale_lines,
)
from desktop.operations.book import Book, BookProblem
from desktop.operations.documents import Content, Whose
from desktop.operations.rentals import Asked, Beginning, UnitGoingOut
from tests.operations import rented
from tests.operations.rented import HOME, PORTABLE, begun, going_out, happens, on, patient

BACK = date(2026, 2, 20)


@pytest.fixture(autouse=True)
def _store(book: Book) -> None:
    rented.open_store(book)


def held(book: Book, serial: str = "EVF-1") -> tuple[str, str | None]:
    """Where a serial number is, and with whom."""
    found = equipment_register.by_serial(book, serial)
    assert found is not None
    return found.piece.state, found.patient_name


def test_what_begins_is_shown_with_its_months(book: Book, desk: Desk) -> None:
    rental = begun(book, desk, patient(book), going_out(HOME), going_out(PORTABLE, "POC-1"))
    shown = rentals.show(book, desk, rental.id)
    assert shown.problem is None
    assert [(unit.name, unit.piece.serial if unit.piece else None) for unit in shown.units] == [
        ("home unit", "EVF-1"),
        ("portable unit", "POC-1"),
    ]
    timeline = shown.units[0].timeline
    assert timeline is not None
    assert (timeline.standing.phase, timeline.standing.month) == (Phase.RENTING, 2)
    assert shown.doctor is not None
    assert [paper.kind for paper in shown.papers] == ["order", "proof_of_delivery"]
    assert rentals.of_patient(book, desk, rental.patient_id) == (shown,)


def test_a_rental_that_came_in_month_14_goes_on_from_there(book: Book, desk: Desk) -> None:
    medicare = Plan(kind="medicare", name="Medicare")
    unit = replace(HOME, months_paid_before=13, useful_life_from=date(2024, 12, 5))
    rental = begun(book, desk, patient(book, plan=medicare), going_out(unit))
    (row,) = rentals.listed(book, Asked()).rows
    assert (row.standing.month, row.standing.months_paid, row.standing.cap) == (15, 15, 36)
    assert row.standing.useful_life_ends == date(2029, 12, 5)
    assert rentals.read(book, rental.id).payer_kind == "medicare"


def test_what_cannot_be_is_a_sentence_and_begins_nothing(book: Book, desk: Desk) -> None:
    rental = patient(book, plan=Plan(kind="medicare", name="Medicare"))
    with pytest.raises(BookProblem, match="Nothing was changed"):
        begun(book, desk, rental, going_out(replace(HOME, months_paid_before=36, useful_life_from=date(2021, 1, 1))))
    with pytest.raises(BookProblem, match="not filled in"):
        begun(book, desk, rental, going_out(replace(HOME, first_service=None)))
    with pytest.raises(BookProblem, match="one home unit"):
        begun(book, desk, rental, going_out(HOME), going_out(HOME, "EVF-2"))
    assert rentals.listed(book, Asked()).total == 0
    assert equipment_register.by_serial(book, "EVF-1") is None


def test_a_serial_number_cannot_be_with_two_patients(book: Book, desk: Desk) -> None:
    begun(book, desk, patient(book, "Abernathy"))
    other = patient(book, "Zebulon")
    with pytest.raises(BookProblem, match="EVF-1 is with Ida Abernathy"):
        begun(book, desk, other, going_out(HOME, "evf 1"))
    assert held(book) == ("with_patient", "Ida Abernathy")
    assert rentals.of_patient(book, desk, other.patient_id) == ()


def test_the_book_itself_refuses_a_serial_number_with_two(book: Book, desk: Desk) -> None:
    first = begun(book, desk, patient(book, "Abernathy"))
    second = begun(book, desk, patient(book, "Zebulon"), going_out(HOME, "EVF-2"))
    one, other = (rentals.show(book, desk, rental.id).units[0] for rental in (first, second))
    assert one.piece is not None
    with pytest.raises(driver.DatabaseError, match="with another patient"):
        book.connection.execute("update pieces set unit_id = ? where id = ?", [other.unit.id, one.piece.id])
    with pytest.raises(driver.DatabaseError, match="UNIQUE"):
        book.connection.execute("update pieces set serial_key = 'evf1' where serial = 'EVF-2'")


def test_what_came_back_can_go_to_another_patient(book: Book, desk: Desk) -> None:
    first = begun(book, desk, patient(book, "Abernathy"))
    happens(book, desk, first, "picked_up", BACK)
    assert held(book) == ("to_check", None)
    begun(book, desk, patient(book, "Zebulon"), going_out(replace(HOME, first_service=date(2026, 3, 1))))
    assert held(book) == ("with_patient", "Ida Zebulon")


def test_what_was_stolen_is_lost_and_the_new_one_is_with_the_patient(book: Book, desk: Desk) -> None:
    rental = begun(book, desk, patient(book))
    unit = rentals.show(book, desk, rental.id).units[0].unit
    happens(book, desk, rental, "stolen", BACK, unit_id=unit.id, serial="EVF-9")
    assert held(book) == ("lost", None)
    assert held(book, "EVF-9") == ("with_patient", "Ida Abernathy")
    shown = rentals.show(book, desk, rental.id)
    assert shown.units[0].piece is not None
    assert shown.units[0].piece.serial == "EVF-9"


def test_a_piece_that_is_rented_stays_in_the_register(book: Book, desk: Desk) -> None:
    begun(book, desk, patient(book))
    found = equipment_register.by_serial(book, "EVF-1")
    assert found is not None
    with pytest.raises(BookProblem, match="rented by Ida Abernathy"):
        equipment_register.delete(book, found.piece.id)
    with pytest.raises(BookProblem, match="came back"):
        equipment_register.save(book, replace(found.piece, state="in_stock"))
    kept = equipment_register.save(book, replace(found.piece, note="loud"))
    assert (kept.note, kept.unit_id) == ("loud", found.piece.unit_id)


def test_the_register_is_searched_by_words_state_and_patient(book: Book, desk: Desk) -> None:
    begun(book, desk, patient(book))
    spare = equipment_register.save(book, Piece(maker="CAIRE", model="NewLife", serial="NL 7"))
    assert [each.piece.serial for each in equipment_register.find(book, "newlife")] == ["NL 7"]
    assert [each.piece.serial for each in equipment_register.find(book, states=["in_stock"])] == ["NL 7"]
    assert [each.patient_name for each in equipment_register.find(book, "aberna")] == ["Ida Abernathy"]
    with pytest.raises(BookProblem, match="in the register already"):
        equipment_register.save(book, Piece(maker="Other", serial="nl-7"))
    equipment_register.delete(book, spare.id)
    assert equipment_register.by_serial(book, "NL7") is None
    again = equipment_register.save(book, Piece(maker="Other", serial="nl-7"))
    with pytest.raises(BookProblem, match="in the register already"):
        equipment_register.undo_delete(book, spare.id)
    equipment_register.delete(book, again.id)
    equipment_register.undo_delete(book, spare.id)


def test_a_deleted_rental_is_gone_from_every_list_and_comes_back(book: Book, desk: Desk) -> None:
    rental = begun(book, desk, patient(book))
    assert due.of_rental(book, rental.id)
    rentals.delete(book, desk, rental.id)
    assert rentals.listed(book, Asked()).total == 0
    assert due.of_rental(book, rental.id) == ()
    assert held(book) == ("in_stock", None)
    rentals.undo_delete(book, desk, rental.id)
    assert rentals.listed(book, Asked()).total == 1
    assert held(book) == ("with_patient", "Ida Abernathy")


def test_a_deleted_rental_does_not_come_back_with_what_another_patient_has(book: Book, desk: Desk) -> None:
    rental = begun(book, desk, patient(book))
    rentals.delete(book, desk, rental.id)
    begun(book, desk, patient(book, "Zebulon"))
    with pytest.raises(BookProblem, match="is with Ida Zebulon"):
        rentals.undo_delete(book, desk, rental.id)
    assert rentals.read(book, rental.id).deleted


def test_rentals_of_a_deleted_patient_are_in_no_list(book: Book, desk: Desk) -> None:
    rental = begun(book, desk, patient(book))
    patients.delete(book, rental.patient_id)
    due.bring_up_to_date(book, desk)
    assert rentals.listed(book, Asked()).total == 0
    assert due.of_rental(book, rental.id) == ()
    patients.undo_delete(book, rental.patient_id)
    due.bring_up_to_date(book, desk)
    assert due.of_rental(book, rental.id)


def test_the_list_is_filtered_sorted_and_paged(book: Book, desk: Desk) -> None:
    names = ["Ochoa", "Abernathy", "Bùi"]
    for place, name in enumerate(names):
        unit = replace(HOME, first_service=date(2025, 3 + place, 5))
        begun(book, desk, replace(patient(book, name), number=f"R-{place}"), going_out(unit, f"S{place}"))
    happens(book, desk, rentals.read(book, 1), "picked_up", BACK)

    def listed(**asked: object) -> list[str | None]:
        return [row.number for row in rentals.listed(book, Asked(**asked)).rows]  # type: ignore[arg-type]

    assert listed() == ["R-1", "R-2", "R-0"]
    assert listed(descending=True) == ["R-0", "R-2", "R-1"]
    assert listed(sort="month", descending=True) == ["R-0", "R-1", "R-2"]
    assert listed(sort="next") == ["R-1", "R-2", "R-0"]
    assert listed(phases=["ended"]) == ["R-0"]
    assert listed(text="bui") == ["R-2"]
    assert listed(text="ida aber") == ["R-1"]
    assert listed(text="s2") == ["R-2"]
    assert listed(text="r1") == ["R-1"]
    assert listed(payer_kinds=["medicare"]) == []
    assert listed(until=date(2026, 3, 5)) == ["R-1", "R-2"]
    assert listed(limit=1, offset=1) == ["R-2"]
    assert rentals.listed(book, Asked(limit=1)).total == 3


def test_a_plan_that_says_more_moves_its_rentals_that_had_its_terms(book: Book, desk: Desk) -> None:
    rental = begun(book, desk, patient(book))
    own = begun(book, desk, replace(patient(book, "Zebulon"), cap_months=13), going_out(HOME, "EVF-2"))
    for each in plans.find(book):
        plans.save(book, replace(each, cap_months=10))
    due.bring_up_to_date(book, desk)
    caps = {row.standing.rental_id: row.standing.cap for row in rentals.listed(book, Asked()).rows}
    assert caps == {rental.id: 10, own.id: 13}


def test_a_plan_pays_up_to_the_price_and_each_unit_has_its_own(book: Book, desk: Desk) -> None:
    plan = Plan(kind="commercial", name="Prairie", caps_at_price=True, converts_to_ownership=True)
    home = replace(HOME, purchase_price=Decimal("500.00"))
    portable = replace(PORTABLE, purchase_price=Decimal("360.00"))
    rental = begun(book, desk, patient(book, plan=plan), going_out(home), going_out(portable, "POC-1"))
    shown = rentals.show(book, desk, rental.id)
    assert [unit.bought and (unit.bought.paid, unit.bought.left, unit.bought.months) for unit in shown.units] == [
        (Decimal("190.00"), Decimal("310.00"), 6),
        (Decimal("360.00"), Decimal("0.00"), 2),
    ]
    ends = [unit.timeline.standing.cap_ends for unit in shown.units if unit.timeline]
    assert ends == [date(2026, 7, 9), date(2026, 3, 9)]
    owned = [row.due.on for row in due.of_rental(book, rental.id) if row.due.what == "becomes_own"]
    assert owned == [date(2026, 3, 10), date(2026, 7, 10)]
    rentals.becomes_the_patients(book, on(desk, date(2026, 3, 10)), shown.units[1].unit.id, date(2026, 3, 10))
    assert held(book, "POC-1") == ("sold", None)


def test_a_unit_is_changed_and_added(book: Book, desk: Desk) -> None:
    rental = begun(book, desk, patient(book))
    unit = rentals.show(book, desk, rental.id).units[0].unit
    rentals.save_unit(book, desk, replace(unit, charge=Decimal("99.00"), first_service=date(2025, 12, 10)))
    assert rentals.listed(book, Asked()).rows[0].standing.month == 3
    rentals.add_unit(book, desk, rental.id, going_out(PORTABLE, "POC-1"))
    assert rentals.listed(book, Asked()).total == 2
    with pytest.raises(BookProblem, match="one home unit"):
        rentals.add_unit(book, desk, rental.id, going_out(PORTABLE, "POC-2"))
    rentals.save(book, desk, replace(rental, note="calls on Mondays", cap_months=10))
    assert rentals.read(book, rental.id).note == "calls on Mondays"
    assert {row.standing.cap for row in rentals.listed(book, Asked()).rows} == {10}


def test_by_hand_begins_with_what_the_patient_had_last(book: Book, desk: Desk) -> None:
    known = patient(book, plan=Plan(kind="medicaid", name="Texas Medicaid", cap_months=13))
    beginning = rentals.by_hand(book, desk, known.patient_id)
    assert beginning.rental.coverage_id == known.coverage_id
    assert beginning.rental.order_id == known.order_id
    assert (beginning.rental.cap_months, beginning.rental.by_superbill) == (13, False)
    assert beginning.units[0].unit.first_service == desk.today


def test_a_unit_without_a_serial_number_is_in_the_register_too(book: Book, desk: Desk) -> None:
    for name in ("Abernathy", "Zebulon"):
        begun(book, desk, patient(book, name), UnitGoingOut(RentalUnit(code="E1390", first_service=BACK), Piece()))
    assert [each.patient_name for each in equipment_register.find(book)] == ["Ida Abernathy", "Ida Zebulon"]


def test_a_beginning_keeps_its_own_first_day_of_billing(book: Book, desk: Desk) -> None:
    rental = rentals.begin(book, desk, Beginning(replace(patient(book), bills_from=None), (going_out(HOME),)))
    assert rental.bills_from == desk.today


def issued(book: Book, desk: Desk, rental: Rental, **said: object) -> Document:
    """A superbill with a line for a month of the home unit."""
    wire = parties.wire(book, Whose(rental.patient_id, rental.coverage_id, rental.order_id))
    line = sale_lines.line(desk, wire, "E1390", ["RR"]) | {"charge": "95.00", "purchase_price": "945.00"}
    line |= {"maker": "Philips", "model": "EverFlo", "serial": "EVF-1", "rental_month": 1} | said
    wire |= {"lines": [line], "tax": "0.00"}
    whose = Whose(rental.patient_id, rental.coverage_id, rental.order_id)
    done = issuing.issue(book, desk, documents.begin(book, whose=whose, content=Content(wire)).id)
    assert done.done, done
    return done.document


def test_a_line_with_rr_begins_a_rental_whose_month_is_billed(book: Book, desk: Desk) -> None:
    document = issued(book, desk, patient(book))
    rental = rentals.begin(book, desk, rentals.from_line(book, desk, document.id, 0))
    shown = rentals.show(book, desk, rental.id)
    (unit,) = shown.units
    assert (unit.unit.code, unit.unit.role, unit.unit.charge) == ("E1390", "stationary", Decimal("95.00"))
    assert unit.piece is not None
    assert unit.piece.serial == "EVF-1"
    assert [(month.month, month.document_id) for month in shown.months] == [(1, document.id)]
    assert [row.due.on for row in due.of_rental(book, rental.id) if row.due.what == "bill_month"] == [
        date(2026, 4, 2),
        date(2026, 5, 2),
    ]


def test_a_line_of_month_3_begins_a_rental_that_came_two_months_before(book: Book, desk: Desk) -> None:
    document = issued(book, desk, patient(book), rental_month=3)
    rental = rentals.begin(book, desk, rentals.from_line(book, desk, document.id, 0))
    shown = rentals.show(book, desk, rental.id)
    assert shown.units[0].unit.first_service == date(2026, 1, 2)
    assert [(month.month, month.document_id) for month in shown.months] == [(3, document.id)]


def test_a_line_that_rents_nothing_begins_nothing(book: Book, desk: Desk) -> None:
    sold = issued(book, desk, patient(book), modifiers=["NU"])
    with pytest.raises(BookProblem, match="begins from a line with RR"):
        rentals.from_line(book, desk, sold.id, 0)


def test_a_serial_number_that_was_typed_wrongly_is_corrected(book: Book, desk: Desk) -> None:
    rental = begun(book, desk, patient(book))
    shown = rentals.show(book, desk, rental.id).units[0]
    assert shown.piece is not None
    rentals.save_unit(book, desk, shown.unit, replace(shown.piece, serial="EVF-7"))
    assert equipment_register.by_serial(book, "EVF-1") is None
    assert held(book, "EVF-7") == ("with_patient", "Ida Abernathy")
    equipment_register.save(book, Piece(serial="SPARE"))
    rentals.save_unit(book, desk, shown.unit, Piece(serial="spare"))
    assert held(book, "SPARE") == ("with_patient", "Ida Abernathy")
    assert held(book, "EVF-7") == ("in_stock", None)


def test_the_serial_number_of_a_replacement_is_corrected_in_its_event(book: Book, desk: Desk) -> None:
    rental = begun(book, desk, patient(book))
    unit = rentals.show(book, desk, rental.id).units[0].unit
    happens(book, desk, rental, "stolen", BACK, unit_id=unit.id, serial="EVF-9")
    equipment_register.save(book, Piece(serial="EVF-10"))
    rentals.save_unit(book, desk, unit, Piece(serial="EVF-10"))
    assert held(book, "EVF-10") == ("with_patient", "Ida Abernathy")
    assert held(book) == ("lost", None)
