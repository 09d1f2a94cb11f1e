"""All of a store's running rentals from a table: each row checked against the book, all of them or none."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from db.book.rental_rows import Rental
from db.book.rows import Plan
from desktop.desk import Desk
from desktop.operations import csv_exchange, due, equipment_register, rentals
from desktop.operations.book import Book, BookProblem
from desktop.operations.csv_exchange import Preview
from desktop.operations.rentals import Asked
from tests.operations import rented
from tests.operations.rented import HOME, PORTABLE, begun, going_out, happens, patient

HEADINGS = "Last,First,DOB,HCPCS,Serial No,Manufacturer,Model,Setup Date,Months before,Five-year clock from,Rent"
HOME_ROW = "Abernathy,Ida,5/5/1950,E1390,EVF-1,Philips,EverFlo,4/15/2023,,,95.00"
PORTABLE_ROW = "Abernathy,Ida,5/5/1950,E1392,POC-1,Inogen,One G5,1/10/2025,,,180.00"


@pytest.fixture
def known(book: Book) -> Rental:
    """A patient of Medicare."""
    rented.open_store(book)
    return patient(book, plan=Plan(kind="medicare", name="Medicare"))


def shown(book: Book, desk: Desk, *rows: str) -> Preview:
    """The preview of a table with these rows."""
    found = csv_exchange.preview(book, desk, "rentals", "\n".join((HEADINGS, *rows)).encode())
    assert isinstance(found, Preview)
    return found


def wrong(book: Book, desk: Desk, *rows: str) -> list[tuple[int, str, str]]:
    """Line, heading and words of what is wrong."""
    return [(row.line, error.heading, error.words) for row in shown(book, desk, *rows).wrong for error in row.errors]


def test_rows_of_one_patient_become_one_rental(book: Book, desk: Desk, known: Rental) -> None:
    found = shown(book, desk, HOME_ROW, PORTABLE_ROW)
    assert found.wrong == ()
    assert csv_exchange.bring_in(book, found) == 2
    due.bring_up_to_date(book, desk)
    rows = rentals.listed(book, Asked()).rows
    assert [(row.standing.code, row.standing.month, row.serial) for row in rows] == [
        ("E1390", 35, "EVF-1"),
        ("E1392", 14, "POC-1"),
    ]
    (shown_,) = rentals.of_patient(book, desk, known.patient_id)
    assert shown_.rental.coverage_id == known.coverage_id
    assert shown_.units[0].unit.charge == Decimal("95.00")
    assert shown_.months == ()
    begins = [row.due.on for row in due.of_rental(book, shown_.rental.id) if row.due.what == "bill_month"]
    assert min(begins) == date(2026, 3, 10)  # months before the first day with Oxydesk were billed elsewhere
    assert shown(book, desk, HOME_ROW, PORTABLE_ROW).there == {2, 3}


@pytest.mark.parametrize(
    ("found", "put", "heading", "words"),
    [
        ("Abernathy", "Nobody", "Patient", "is not in the book; bring in the patients first"),
        (
            "5/5/1950",
            "",
            "Patient",
            "is not named; give last name, first name and birth date, or the member ID",
        ),
        ("E1390", "E9999", "Code", "found E9999; allowed is E0424"),
        ("EVF-1", "taken", "Serial number", "taken is with Ida Zebulon; note there first that it came back"),
        (",,,", ",many,,", "Months paid to another store", "found many; type a whole number like 14"),
        (",,,", ",36,4/15/2020,", "Rental", "Home unit, months paid to another store: found 36, but 36 is the cap; "),
        (",,,", ",12,,", "Rental", "Home unit, five-year clock from: is missing; "),
    ],
)
def test_what_is_wrong_is_said_in_its_row(  # noqa: PLR0917
    book: Book, desk: Desk, known: Rental, found: str, put: str, heading: str, words: str
) -> None:
    begun(book, desk, patient(book, "Zebulon"), going_out(HOME, "TAKEN"))
    ((line, where, said),) = wrong(book, desk, HOME_ROW.replace(found, put), PORTABLE_ROW)
    assert (line, where) == (2, heading)
    assert said.startswith(words)


def test_a_serial_or_a_kind_twice_in_the_table_is_wrong(book: Book, desk: Desk, known: Rental) -> None:
    second = HOME_ROW.replace("EVF-1", "EVF-2")
    assert [each[:2] for each in wrong(book, desk, HOME_ROW, second)] == [(3, "Code")]
    assert [each[:2] for each in wrong(book, desk, HOME_ROW, PORTABLE_ROW.replace("POC-1", "evf1"))] == [
        (3, "Serial number")
    ]


def test_a_row_with_an_error_brings_in_nothing(book: Book, desk: Desk, known: Rental) -> None:
    found = shown(book, desk, HOME_ROW, PORTABLE_ROW.replace("Abernathy", "Nobody"))
    with pytest.raises(BookProblem, match="Nothing was brought in"):
        csv_exchange.bring_in(book, found)
    assert equipment_register.find(book) == []
    assert csv_exchange.bring_in(book, found, frozenset({3})) == 1


def test_what_goes_out_comes_in_again_elsewhere(book: Book, desk: Desk, known: Rental) -> None:
    home = replace(HOME, months_paid_before=13, useful_life_from=date(2024, 12, 5), paid_before=Decimal("900.00"))
    rental = replace(known, number="R-7", coverage_group=2, order_ends=date(2027, 1, 1), pays_by="card")
    kept = begun(book, desk, rental, going_out(home), going_out(PORTABLE, "POC-1"))
    table = csv_exchange.take_out(book, "rentals")
    rentals.delete(book, desk, kept.id)
    found = csv_exchange.preview(book, desk, "rentals", table)
    assert isinstance(found, Preview)
    assert found.wrong == ()
    csv_exchange.bring_in(book, found)
    assert csv_exchange.take_out(book, "rentals") == table


def test_a_rental_that_ended_is_not_taken_up_again(book: Book, desk: Desk, known: Rental) -> None:
    old = begun(book, desk, known, going_out(replace(HOME, first_service=date(2020, 1, 10)), "OLD"))
    happens(book, desk, old, "picked_up", date(2024, 1, 1))
    csv_exchange.bring_in(book, shown(book, desk, PORTABLE_ROW))
    assert len(rentals.of_patient(book, desk, known.patient_id)) == 2


def test_the_patient_may_be_named_by_the_member_id(book: Book, desk: Desk, known: Rental) -> None:
    patient(book, "Zebulon")  # with the same member ID
    table = b"Member ID,Code,First day of rent\nXJ1,E1390,4/15/2023\nXJ9,E1390,4/15/2023\n"
    found = csv_exchange.preview(book, desk, "rentals", table)
    assert isinstance(found, Preview)
    words = [error.words for row in found.wrong for error in row.errors]
    assert words == [
        "is in the book more than once; give the member ID",
        "is not in the book; bring in the patients first",
    ]
