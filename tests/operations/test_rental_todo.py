"""What is to do as it is read: what has a day comes first, a missing paper is named, and days are written as here."""

import re
from dataclasses import replace
from datetime import date

import pytest

from db.book.rental_rows import Rental, RentalEvent
from db.book.rows import Plan
from desktop.core import rental as cycle
from desktop.core.rulebook import Rulebook
from desktop.desk import Desk
from desktop.operations import due, rental_events, rental_held, rental_page, rental_papers, rentals
from desktop.operations.book import Book
from tests.operations import rented
from tests.operations.rented import HOME, begun, going_out, on, patient

AS_DATA = re.compile(r"\d{4}-\d{2}-\d{2}")
TEST = date(2025, 12, 20)
AFTER_CAP = date(2029, 7, 20)  # the first visit's month


@pytest.fixture
def rental(book: Book, desk: Desk) -> Rental:
    """A patient of Medicare with a home unit, delivered in January; no paper is there yet."""
    rented.open_store(book)
    return begun(book, desk, patient(book, plan=Plan(kind="medicare", name="Medicare")))


def test_what_has_a_day_comes_before_papers_that_are_missing(book: Book, desk: Desk, rental: Rental) -> None:
    begun(book, desk, patient(book, "Zebulon"), going_out(HOME, "EVF-2"))
    later = on(desk, date(2026, 4, 20))
    due.bring_up_to_date(book, later)
    for rows in (due.listed(book, later.today, due.Span.MONTH).rows, due.of_rental(book, rental.id)):
        dated = [due.is_dated(row.due.what) for row in rows]
        assert dated == sorted(dated, reverse=True)
        assert set(dated) == {True, False}
        days = [row.due.on for row in rows if due.is_dated(row.due.what)]
        assert days == sorted(days)
    first, rest = (
        due.listed(book, later.today, due.Span.MONTH, limit=1).rows,
        due.listed(book, later.today, due.Span.MONTH).rows,
    )
    assert first == rest[:1]


def test_missing_papers_of_a_rental_are_one_row_that_names_them(book: Book, desk: Desk, rental: Rental) -> None:
    (row,) = [row for row in due.of_rental(book, rental.id) if row.due.what == "paper_missing"]
    assert row.due.words == "3 papers missing: Doctor's order, Qualifying test, Proof of delivery."
    for paper in rentals.show(book, desk, rental.id).papers:
        if paper.kind != "proof_of_delivery":
            rental_papers.save(book, desk, replace(paper, on=TEST, state=rental_papers.HAVE))
    (row,) = [row for row in due.of_rental(book, rental.id) if row.due.what == "paper_missing"]
    assert row.due.words == "Proof of delivery is missing."
    printed = next(
        cells for cells in due.rows_for_paper(due.listed(book, desk.today, due.Span.TODAY)) if row.due.words in cells
    )
    assert printed[0] == ""


def test_days_in_sentences_are_written_as_on_the_screen(
    book: Book, desk: Desk, rental: Rental, rules: Rulebook
) -> None:
    later = on(desk, AFTER_CAP)
    due.bring_up_to_date(book, later)
    said = [row.due.words for row in due.listed(book, later.today, due.Span.MONTH).rows]
    picture = rental_page.picture(rentals.show(book, later, rental.id), later)
    assert picture is not None
    said += [row.said for row in (*picture.happened, *picture.comes)]
    back = RentalEvent(rental_id=rental.id, on=date(2026, 2, 20), what="resumed")
    preview = rental_events.preview_change(book, later, back)
    said += [preview.problem or "", *preview.words]
    stop = RentalEvent(rental_id=rental.id, on=date(2026, 2, 20), what="interrupted", why="hospital")
    said += rental_events.preview_change(book, later, stop).words
    assert any("paid when it is made by Aug 9, 2029" in each for each in said)
    assert any("found resumed on Feb 20, 2026" in each for each in said)
    assert [each for each in said if AS_DATA.search(each) or "never" in each] == []
    (history,) = rental_held.histories(rental_held.read(book.connection, rental.id), later.today, rules.rental)
    as_data = cycle.standing(history, later.today, rules).due
    assert any("paid when it is made by 2029-08-09" in each.words for each in as_data)
