"""Tables of other programs: guessed, remembered, shown first, brought in wholly or not at all, and out again."""

import dataclasses
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.book.rental_rows import Piece, Rental, RentalUnit
from db.book.rows import Address, Coverage, Doctor, Patient, Plan, Product
from desktop.core.csv_cells import _READ
from desktop.core.wrong import Wrong
from desktop.desk import Desk
from desktop.operations import csv_exchange, doctors, patients, plans, products
from desktop.operations.book import Book, BookProblem
from desktop.operations.csv_exchange import Preview

TABLE = (
    "Patient Last;FNAME;D.O.B.;Home Phone;Insurance;Policy #;Zip Code;Gender;Our own\r\n"
    "Treviño-O'Neill;Marisol;8/17/51;(361) 555-0177;Lone Star Health Plan;XJH884;78404;female;x\r\n"
    "Bùi;Nguyệt;11031949;;;;;F;y\r\n"
).encode("utf-8-sig")


def shown(book: Book, desk: Desk, noun: str, data: bytes, **chosen: Any) -> Preview:
    """The preview of a table that is one."""
    found = csv_exchange.preview(book, desk, noun, data, **chosen)
    assert isinstance(found, Preview)
    return found


@pytest.fixture
def plan(book: Book) -> Plan:
    """The one plan of the book."""
    return plans.save(book, Plan(name="Lone Star Health Plan"))


@pytest.mark.parametrize("noun", csv_exchange.NOUNS)
def test_the_shipped_columns_are_of_the_book(noun: str) -> None:
    kinds: dict[str, tuple[type[Any], ...]] = {
        "patients": (Patient, Address, Coverage),
        "plans": (Plan, Address),
        "doctors": (Doctor,),
        "products": (Product,),
        "rentals": (Rental, RentalUnit, Piece, Patient, Coverage),
    }
    known = {field.name for kind in kinds[noun] for field in dataclasses.fields(kind)} | {"plan"}
    fields = csv_exchange.fields(noun)
    assert {field.name for field in fields} <= known
    assert {field.kind for field in fields} <= set(_READ)
    names = [name for field in fields for name in field.also]
    assert len(names) == len(set(names))
    assert all(name == name.lower() and name.isalnum() for name in names)


def test_columns_are_guessed_and_rows_read(book: Book, desk: Desk, plan: Plan) -> None:
    found = shown(book, desk, "patients", TABLE)
    assert found.delimiter == ";"
    assert found.mapped == ("last", "first", "dob", "phone", "plan", "member_id", "zip", "sex", None)
    assert found.wrong == ()
    assert csv_exchange.bring_in(book, found) == 2
    (marisol,) = patients.find(book, "xjh884", desk.today)
    assert (marisol.dob, marisol.phone, marisol.sex, marisol.address.zip) == (
        date(1951, 8, 17),
        "361-555-0177",
        "F",
        "78404",
    )
    (coverage,) = patients.belonging(book, marisol.id).coverages
    assert (coverage.plan_id, coverage.member_id, coverage.relationship) == (plan.id, "XJH884", "self")


def test_a_chosen_mapping_is_remembered(book: Book, desk: Desk) -> None:
    data = b"One,Two\nSmith,Mary\n"
    found = shown(book, desk, "patients", data)
    assert [error.heading for error in found.rows[0].errors] == ["Last name", "First name"]
    chosen = shown(book, desk, "patients", data, mapped=("last", "first"))
    assert csv_exchange.bring_in(book, chosen) == 1
    assert shown(book, desk, "patients", b"ONE;two\nNez;Ray\n").mapped == ("last", "first")
    assert shown(book, desk, "doctors", data).mapped == (None, None)


@pytest.mark.parametrize(
    ("cells", "heading", "says"),
    [
        (",Mary,,,", "Last name", "is blank"),
        ("Smith,Mary,2/30/1951,,", "Birth date", "has no day 30"),
        ("Smith,Mary,3/3/2026,,", "Birth date", "lies ahead"),
        ("Smith,Mary,,55,", "Phone", "ten digits"),
        ("Smith,Mary,,,Nobody's Plan", "Plan", "bring in the plans first"),
    ],
)
def test_a_row_that_is_wrong_says_so_and_nothing_is_half_done(  # noqa: PLR0917 -- the three of the case
    book: Book, desk: Desk, plan: Plan, cells: str, heading: str, says: str
) -> None:
    data = f"Last,First,DOB,Phone,Plan\nKowalczyk,Walter,,,\n{cells}\nNez,Ray,,,\n".encode()
    found = shown(book, desk, "patients", data)
    (row,) = found.wrong
    (error,) = row.errors
    assert (row.line, error.heading) == (3, heading)
    assert says in error.words
    with pytest.raises(BookProblem, match=r"1 rows? cannot be brought in; in line 3.*Nothing was brought in"):
        csv_exchange.bring_in(book, found)
    assert patients.find(book, "", desk.today) == []
    assert csv_exchange.bring_in(book, found, without=frozenset({3})) == 2


def test_a_failure_in_the_middle_leaves_nothing(book: Book, desk: Desk, plan: Plan) -> None:
    found = shown(book, desk, "patients", TABLE)
    broken = replace(found.rows[1], values={**found.rows[1].values, "plan": 999})
    with pytest.raises(BookProblem):
        csv_exchange.bring_in(book, replace(found, rows=(found.rows[0], broken)))
    assert patients.find(book, "", desk.today) == []


def test_what_is_there_already_is_left_out(book: Book, desk: Desk, plan: Plan) -> None:
    csv_exchange.bring_in(book, shown(book, desk, "patients", TABLE))
    again = shown(book, desk, "patients", TABLE + "Bui;Nguyet;11/3/1949;;;;;F;\r\nBùi;Lan;;;;;;F;\r\n".encode())
    assert again.there == {2, 3, 4}
    assert csv_exchange.bring_in(book, again) == 1
    assert len(patients.find(book, "", desk.today)) == 3


def test_plans_doctors_and_products_come_in(book: Book, desk: Desk) -> None:
    tables = {
        "plans": "Payer,Type\nLone Star,Commercial\nMedicare,medicare\n",
        "doctors": "Physician,First,NPI,Phone\nKrishnamurthy,Anand,1679576722,361.555.0110\n",
        "products": 'Brand,Model,Type,Price,Runs all day\nCAIRE,Eclipse 5,portable concentrator,"$2,995",Y\n',
    }
    for noun, text in tables.items():
        found = shown(book, desk, noun, text.encode())
        assert found.wrong == (), noun
        csv_exchange.bring_in(book, found)
    assert [(row.name, row.kind) for row in plans.find(book)] == [("Lone Star", "commercial"), ("Medicare", "medicare")]
    assert [(row.name, row.npi, row.phone) for row in doctors.find(book)] == [
        ("Anand Krishnamurthy", "1679576722", "361-555-0110")
    ]
    (product,) = products.find(book)
    assert (product.item, product.price_new, product.runs_all_day) == (
        "portable_concentrator",
        Decimal("2995.00"),
        True,
    )


def test_a_word_that_is_no_item_names_those_that_are(book: Book, desk: Desk) -> None:
    found = shown(book, desk, "products", b"Model,Item\nX,teapot\n")
    assert "portable_concentrator" in found.wrong[0].errors[0].words
    kinds = shown(book, desk, "plans", b"Plan,Kind\nX,teapot\n")
    assert "medicare_advantage" in kinds.wrong[0].errors[0].words


def test_what_is_no_table_is_a_sentence(book: Book, desk: Desk) -> None:
    assert isinstance(csv_exchange.preview(book, desk, "plans", b"PK\x00"), Wrong)


NAMES = st.text(st.characters(categories=["L"]), min_size=1, max_size=12)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    last=NAMES,
    first=st.sampled_from(["Ana", "=1+1 Ann", "-Bo", "@x", "O'Neill", 'Q"uote', "semi;colon, comma"]),
    dob=st.none() | st.dates(date(1900, 1, 1), date(2026, 3, 1)),
)
def test_what_goes_out_comes_in_again(book: Book, desk: Desk, last: str, first: str, dob: date | None) -> None:
    for row in patients.find(book, "", desk.today, 500):
        patients.delete(book, row.id)
    one = plans.save(book, Plan(name="Plan"))
    row = patients.save(
        book, Patient(last=last, first=first, dob=dob, address=Address("1 A St", None, "X", "TX", "78404"))
    )
    patients.save_coverage(book, Coverage(patient_id=row.id, plan_id=one.id, member_id="+1", group="7"))
    data = csv_exchange.take_out(book, "patients")
    found = shown(book, desk, "patients", data)
    assert found.wrong == ()
    assert found.there == {2}
    patients.delete(book, row.id)
    plans.delete(book, one.id)
    plans.save(book, Plan(name="Plan"))
    assert csv_exchange.bring_in(book, shown(book, desk, "patients", data)) == 1
    (again,) = patients.find(book, "", desk.today)
    kept = replace(row, id=again.id, last=again.last)
    assert again == kept
    assert csv_exchange.take_out(book, "patients") == data
    plans.delete(book, plans.find(book)[0].id)


def test_all_nouns_go_out(book: Book) -> None:
    plans.save(book, Plan(name="Lone Star", wants_q=True))
    doctors.save(book, Doctor(last="Đặng", fax="361-555-0111"))
    products.save(book, Product(model="One G5", item="portable_concentrator", rent=Decimal("195.00")))
    out = {noun: csv_exchange.take_out(book, noun).decode("utf-8-sig") for noun in csv_exchange.NOUNS}
    assert out["plans"].splitlines()[1].startswith("Lone Star,commercial,")
    assert "Đặng" in out["doctors"]
    assert out["products"].splitlines()[1] == ",One G5,portable_concentrator,,1,no,yes,,,195.00"
    assert len(out["patients"].splitlines()) == 1
