"""Whatever is typed into a search box finds something or nothing: it never fails, and it never becomes SQL.

The boxes: counter and codes, anything, diagnoses, patients, papers, doctors, plans and products, equipment, rentals.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from db.book.rental_rows import Piece
from db.book.rows import Doctor, Patient, Plan, Product
from desktop.core.rulebook import Rulebook
from desktop.desk import Desk
from desktop.operations import (
    anything,
    diagnosing,
    doctors,
    equipment_register,
    looking_up,
    paper_list,
    patients,
    plans,
    products,
    rentals,
    search,
)
from desktop.operations.book import Book
from desktop.operations.catalogue import ShippedCatalogue
from desktop.operations.counter import Counter

Box = Callable[[Book, Desk, str], object]

BOXES: Mapping[str, Box] = {
    "codes": lambda _book, desk, text: looking_up.find(desk, text),
    "search": lambda _book, desk, text: search.search(desk, {"text": text}),
    "anything": lambda book, desk, text: anything.find(book, desk, text),
    "at a key": lambda book, desk, text: anything.at_a_key(book, desk, text),
    "without desk": lambda book, _desk, text: anything.without_desk(book, text),
    "diagnoses": lambda _book, desk, text: diagnosing.find(desk, text),
    "record": lambda _book, desk, text: looking_up.look_up(desk, text),
    "patients": lambda book, desk, text: patients.find(book, text, desk.today),
    "alike": lambda book, _desk, text: patients.alike(book, Patient(first=text, last=text, phone=text), text),
    "papers": lambda book, desk, text: paper_list.listed(book, paper_list.EVERYTHING, text, desk.today),
    "waiting": lambda book, desk, text: paper_list.looked_again(book, desk, text),
    "doctors": lambda book, _desk, text: doctors.find(book, text),
    "plans": lambda book, _desk, text: plans.find(book, text),
    "products": lambda book, _desk, text: products.find(book, text),
    "equipment": lambda book, _desk, text: equipment_register.find(book, text),
    "serial": lambda book, _desk, text: equipment_register.by_serial(book, text),
    "rentals": lambda book, _desk, text: rentals.listed(book, rentals.Asked(text=text)),
}
PIECES = (
    *(
        '"',
        "'",
        "''",
        "*",
        "%",
        "_",
        "^",
        "-",
        "--",
        "(",
        ")",
        "{",
        "}",
        ":",
        ";",
        "\\",
        "/*",
        "*/",
        "?",
        "?1",
        "@",
        "$a",
    ),
    *("NEAR(", "NEAR/2", " AND ", " OR ", " NOT ", "words:", "rowid:", '"a"*', "x'00'", "' or 1=1 --", "match", "rank"),
    *(
        "\x00",
        "\ud800",
        "\udfff",
        "\u202e",
        "\ufeff",
        "\U0010ffff",
        "İ",
        "ß",
        "ﬃ",
        "²",
        "１",
        "e\u0301",
        "东",
        "\n",
        "\t",
    ),
    *(
        "e13",
        "J44.9",
        "rr",
        "oxygen",
        "SB-1",
        "361-555",
        "03/02/2026",
        "9" * 400,
        "12/31/9999",
        "0",
        "2 lpm",
        "a" * 2_000,
    ),
)
PASTED = ("x-" * 2_000, "a" * 5_000, "東" * 3_000, "1" * 5_000, "l/min " * 400, "(((" * 900, "ab " * 900, "b, " * 900)
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=5).map("".join)


class Watched:
    """The connection, with every question that is asked through it."""

    def __init__(self, connection: Any, asked: list[str]) -> None:
        self._connection, self._asked = connection, asked

    def execute(self, question: str, values: Sequence[object] = ()) -> Any:
        self._asked.append(question)
        return self._connection.execute(question, values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


@pytest.fixture
def at(book: Book, rules: Rulebook, catalogue: ShippedCatalogue, desk: Desk) -> Iterator[tuple[Book, Desk]]:
    """A book with something to find, and a desk with the shipped catalog."""
    patients.save(book, Patient(first="Marisol", last="Treviño", phone="361-555-0177"))
    plans.save(book, Plan(name="Lone Star Health Plan"))
    doctors.save(book, Doctor(last="Okafor", first="Ada"))
    products.save(book, Product(item="concentrator", maker="Example Works", model="C-5"))
    equipment_register.save(book, Piece(maker="Example Works", model="C-5", serial="SN-1"))
    yield book, replace(desk, catalogue=catalogue, noc=Counter(rules))


@pytest.mark.parametrize("box", BOXES)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
@example(text="".join(PIECES))
def test_whatever_is_typed_finds_something_or_nothing(box: str, text: str, at: tuple[Book, Desk]) -> None:
    BOXES[box](*at, text)


@pytest.mark.parametrize("box", BOXES)
def test_a_page_that_was_pasted_into_it_is_no_error(box: str, at: tuple[Book, Desk]) -> None:
    for text in PASTED:
        BOXES[box](*at, text)


@pytest.mark.parametrize("box", BOXES)
def test_what_is_typed_is_never_a_part_of_a_question(box: str, at: tuple[Book, Desk]) -> None:
    book, desk = at
    asked: list[str] = []
    book.connection = Watched(book.connection, asked)
    opened = desk.catalogue._opened  # type: ignore[attr-defined]
    desk.catalogue._opened = Watched(opened, asked)  # type: ignore[attr-defined]
    try:
        BOXES[box](book, desk, "zqx 7731")
    finally:
        desk.catalogue._opened = opened  # type: ignore[attr-defined]
    assert not [question for question in asked if "zqx" in question.lower() or "7731" in question]
    assert asked or box in ("at a key", "codes")  # which open connections of their own
