"""A rental of the book in one picture, and on paper: what was noted and billed, rules and sources, page by page."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pypdfium2
import pytest

from db.book.rental_rows import RentalMonth
from db.book.rows import Plan
from desktop.core.band import Kind, Sign
from desktop.core.codes import Catalogue
from desktop.core.rental_printing import complete_rental
from desktop.core.rulebook import Rulebook
from desktop.desk import Desk
from desktop.operations import parties, rental_page, rental_paper, rentals
from desktop.operations.book import Book
from desktop.operations.documents import Whose
from desktop.operations.paper_look import paper_look, paper_words
from desktop.operations.superbill_wire import from_wire
from desktop.paper.document import Page
from desktop.paper.rental import lay_out_rental
from tests.operations import rented
from tests.paper.boxes import check, letters_stay_inside
from tests.paper.reading import text_of

MEDICARE = Plan(kind="medicare", name="Medicare")
TODAY = date(2026, 5, 26)


@pytest.fixture
def desk(rules: Rulebook, small_catalogue: Catalogue) -> Desk:
    """A desk in May."""
    return Desk(small_catalogue, rules, lambda _: None, TODAY)


@pytest.fixture
def rental_id(book: Book, desk: Desk) -> int:
    """A rental of two units with a stay in hospital, its months billed here since January."""
    rented.open_store(book)
    patient = rented.patient(book, "Ǫ́shkíí-Nguyễn", MEDICARE)
    rental = rented.begun(
        book, desk, patient, rented.going_out(rented.HOME, "EVF-1"), rented.going_out(rented.PORTABLE, "G5-2")
    )
    rented.happens(book, desk, rental, "hospital", date(2026, 2, 20), words="pneumonia")
    rented.happens(book, desk, rental, "back", date(2026, 3, 20))
    return rental.id


def pages(book: Book, desk: Desk, rental_id: int) -> list[Page]:
    shown = rentals.show(book, desk, rental_id)
    picture = rental_page.picture(shown, desk)
    assert picture is not None
    wire = parties.wire(book, Whose(shown.rental.patient_id, shown.rental.coverage_id, shown.rental.order_id))
    whose = from_wire(wire | {"issued_on": desk.today.isoformat()})
    sources, own = desk.rules.sources.by_id, rental_page.picture_words()
    return lay_out_rental(complete_rental(whose, picture, sources, paper_words(), own), paper_look())


def test_the_book_tells_what_was_noted_and_billed(book: Book, desk: Desk, rental_id: int) -> None:
    picture = rental_page.picture(rentals.show(book, desk, rental_id), desk)
    assert picture is not None
    home, portable = picture.lanes[:2]
    assert (home.title, portable.title) == ("Home unit", "Portable unit")
    assert home.detail == "E1390 · Philips EverFlo · serial EVF-1"
    assert home.standing == "Renting, month 5 of 36"
    assert [month.number for month in home.months if month.to_bill] == [1, 2, 3, 4, 5]
    assert home.months[2].kind is Kind.IDLE
    assert "In hospital, Feb 20 to Mar 19, 2026." in home.months[1].sentence
    (stay,) = [row for row in picture.happened if row.words == "In hospital: pneumonia"]
    assert stay.event_id is not None
    assert stay.why[0].sources
    assert picture.next is not None
    assert picture.next.due is not None


def test_every_kind_of_due_and_of_event_has_its_rule(rules: Rulebook) -> None:
    known = rental_page.reasons(rules.rental, "medicare").by_key
    assert {f"due:{what}" for what in rules.rental.due} <= known.keys()
    assert {f"interrupted:{why}" for why in rules.rental.interrupted} <= known.keys()
    assert {f"replaced:{why}" for why in rules.rental.replaced} <= known.keys()
    assert all(why.words and why.sources for why in known.values())


def test_the_page_says_all_of_it(book: Book, desk: Desk, rental_id: int) -> None:
    sheet = rental_paper.page(book, desk, rental_id)
    assert sheet.name.startswith("Rental ")
    assert sheet.name.endswith(".pdf")
    said = text_of(sheet.draw())
    for words in (
        "Gulf Breeze Oxygen",
        "RENTAL",
        "Medicare",
        "Home unit",
        "E1390 · Philips EverFlo · serial EVF-1",
        "serial G5-2",
        "today, May 26, 2026",
        "cap ends Jan 19, 2029",
        "WHAT COMES",
        "WHAT HAPPENED",
        "In hospital: pneumonia",
        "A hospital stay never starts a new period",
        "published",
        desk.rules.sources.by_id["NOR-INPT"].title,
        "page 1 of",
    ):
        assert words in said, words


def test_nothing_on_the_page_stands_over_anything_else(book: Book, desk: Desk, rental_id: int) -> None:
    check(pages(book, desk, rental_id))
    letters_stay_inside(rental_paper.page(book, desk, rental_id).draw())


def test_the_page_is_drawn_in_black_and_gray_and_always_the_same(book: Book, desk: Desk, rental_id: int) -> None:
    pdf = rental_paper.page(book, desk, rental_id).draw()
    assert pdf == rental_paper.page(book, desk, rental_id).draw()
    page = pypdfium2.PdfDocument(pdf)[0]
    assert not list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))
    red, green, blue = page.render(scale=1.0).to_pil().convert("RGB").split()
    assert red.tobytes() == green.tobytes() == blue.tobytes()


def test_the_page_has_the_shapes_of_every_month(book: Book, desk: Desk, rental_id: int) -> None:
    drawn = [outline for page in pages(book, desk, rental_id) for outline in page.outlines]
    picture = rental_page.picture(rentals.show(book, desk, rental_id), desk)
    assert picture is not None
    assert len(drawn) > sum(len(lane.months) for lane in picture.lanes)
    width = paper_look().width
    assert all(-1 <= x <= width + 1 for outline in drawn for x, _ in outline.points)


def test_a_billed_month_leads_to_its_paper(book: Book, desk: Desk, rental_id: int) -> None:
    shown = rentals.show(book, desk, rental_id)
    unit = shown.units[0].unit
    billed = RentalMonth(rental_id=rental_id, unit_id=unit.id, month=1, starts=unit.first_service, document_id=7)
    settled = RentalMonth(rental_id=rental_id, unit_id=unit.id, month=2, why="The plan was billed", charge=Decimal(0))
    picture = rental_page.picture(replace(shown, months=(billed, settled)), desk)
    assert picture is not None
    first, second = picture.lanes[0].months[:2]
    assert (first.document_id, first.to_bill, second.to_bill) == (7, False, False)
    assert first.sentence.endswith("billed.")
    assert second.state.startswith("The plan was billed.")


def test_a_history_that_contradicts_itself_has_no_picture(book: Book, desk: Desk, rental_id: int) -> None:
    shown = replace(rentals.show(book, desk, rental_id), timeline=None, problem="It was back before it was away.")
    assert rental_page.picture(shown, desk) is None


def test_the_small_bar_has_a_tick_for_each_month_of_five_years(desk: Desk) -> None:
    assert rental_page.life_months(desk) == 60


def test_groups_that_are_tested_again_see_when(book: Book, desk: Desk, rental_id: int) -> None:
    shown = rentals.show(book, desk, rental_id)
    picture = rental_page.picture(replace(shown, rental=replace(shown.rental, coverage_group=2)), desk)
    assert picture is not None
    (retest,) = [mark for mark in picture.lanes[-1].marks if mark.sign is Sign.RETEST]
    assert (retest.span.starts, retest.span.ends) == (date(2026, 3, 11), date(2026, 4, 10))
