"""A scan that somebody else has made: kept as the bytes that it is, once by content, whatever it holds."""

from pathlib import Path

import pytest

from db.book.rental_rows import Rental
from desktop.desk import Desk
from desktop.operations import rental_papers, rentals
from desktop.operations.book import Book
from tests.operations import rented

_SCRIPTS = Path(__file__).parents[1] / "fuzz/cases/scan-pdf/scripts-launch-and-an-embedded-program.pdf"


@pytest.fixture
def rental(book: Book, desk: Desk) -> Rental:
    """A rental with papers to have."""
    rented.open_store(book)
    return rented.begun(book, desk, rented.patient(book))


def test_a_pdf_with_scripts_is_kept_as_bytes_once_and_comes_back_the_same(
    book: Book, desk: Desk, rental: Rental, tmp_path: Path
) -> None:
    data = _SCRIPTS.read_bytes()
    first, second = rentals.show(book, desk, rental.id).papers
    for paper in (first, second):
        rental_papers.attach(book, desk, paper.id, _SCRIPTS)
    ((count,),) = book.connection.execute("select count(*) from attachments").fetchall()
    assert count == 1
    for number, paper in enumerate((first, second)):
        saved = rental_papers.save_scan(book, paper.id, tmp_path / f"{number}.pdf")
        assert saved.read_bytes() == data
