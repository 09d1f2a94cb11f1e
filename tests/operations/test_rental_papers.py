"""The papers of a rental and their scans: each scan is in the encrypted book once."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.book.rental_rows import Rental, RentalPaper
from desktop import files
from desktop.desk import Desk
from desktop.files import FileProblem
from desktop.operations import rental_papers, rentals
from desktop.operations.book import Book, BookProblem
from desktop.operations.rental_papers import EXPIRED, HAVE, MISSING
from tests.operations import rented
from tests.operations.rented import begun, patient

PDF = b"%PDF-1.7 signed by Zebulonsdottir " + bytes(range(256)) * 40


@pytest.fixture
def rental(book: Book, desk: Desk) -> Rental:
    """A rental with two papers that are missing."""
    rented.open_store(book)
    return begun(book, desk, patient(book))


@pytest.fixture
def scanned(tmp_path: Path) -> Path:
    """A scan on the disk."""
    path = tmp_path / "scan.pdf"
    path.write_bytes(PDF)
    return path


def papers(book: Book, desk: Desk, rental: Rental) -> list[RentalPaper]:
    """The rental's papers."""
    return list(rentals.show(book, desk, rental.id).papers)


def kept(book: Book) -> int:
    """How many scans the book holds."""
    ((found,),) = book.connection.execute("select count(*) from attachments").fetchall()
    return int(found)


def test_a_scan_is_kept_once_however_many_papers_have_it(
    book: Book, desk: Desk, rental: Rental, scanned: Path, tmp_path: Path
) -> None:
    order, delivery = papers(book, desk, rental)
    attached = [rental_papers.attach(book, desk, each.id, scanned) for each in (order, delivery)]
    assert attached[0].attachment_id == attached[1].attachment_id
    assert {paper.state for paper in papers(book, desk, rental)} == {HAVE}
    assert kept(book) == 1
    scan = rental_papers.scan(book, order.id)
    assert scan is not None
    assert (scan.name, scan.kind, scan.data) == ("Doctor's order.pdf", "application/pdf", PDF)
    saved = rental_papers.save_scan(book, order.id, tmp_path / "out.pdf")
    assert saved.read_bytes() == PDF
    rental_papers.detach(book, desk, order.id)
    assert kept(book) == 1
    rental_papers.detach(book, desk, delivery.id)
    assert kept(book) == 0
    assert rental_papers.scan(book, order.id) is None
    with pytest.raises(BookProblem, match="has no scan"):
        rental_papers.save_scan(book, order.id, tmp_path / "none.pdf")


def test_another_scan_takes_the_place_of_the_first(
    book: Book, desk: Desk, rental: Rental, scanned: Path, tmp_path: Path
) -> None:
    (order, _) = papers(book, desk, rental)
    rental_papers.attach(book, desk, order.id, scanned)
    picture = tmp_path / "scan.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\nbody")
    rental_papers.attach(book, desk, order.id, picture)
    assert kept(book) == 1
    scan = rental_papers.scan(book, order.id)
    assert scan is not None
    assert scan.kind == "image/png"


def test_no_word_of_a_scan_lies_readable_on_the_disk(book: Book, desk: Desk, rental: Rental, scanned: Path) -> None:
    rental_papers.attach(book, desk, papers(book, desk, rental)[0].id, scanned)
    for path in book.folder.iterdir():
        assert b"Zebulonsdottir" not in path.read_bytes()


def test_what_is_too_big_or_no_scan_gets_a_sentence(
    book: Book, desk: Desk, rental: Rental, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = papers(book, desk, rental)[0]
    word = tmp_path / "order.docx"
    word.write_bytes(b"PK\x03\x04")
    with pytest.raises(BookProblem, match=r"order.docx is no PDF, PNG or JPEG"):
        rental_papers.attach(book, desk, order.id, word)
    monkeypatch.setattr(files, "limit", lambda _name: 1_000_000)
    for size in (1_000_000, 1_000_001):
        big = tmp_path / "big.pdf"
        big.write_bytes(b"%PDF-".ljust(size, b"x"))
        if size == 1_000_000:
            assert rental_papers.attach(book, desk, order.id, big).attachment_id
        else:
            with pytest.raises(BookProblem, match=r"big.pdf is larger than 1 MB"):
                rental_papers.attach(book, desk, order.id, big)
    with pytest.raises(FileProblem, match="no such file"):
        rental_papers.attach(book, desk, order.id, tmp_path / "none.pdf")


def test_a_paper_is_over_after_its_last_day(book: Book, desk: Desk, rental: Rental) -> None:
    paper = RentalPaper(rental_id=rental.id, kind="prior_authorization", state=HAVE, until=date(2026, 3, 2))
    assert rental_papers.state(paper, date(2026, 3, 2)) == HAVE
    assert rental_papers.state(paper, date(2026, 3, 3)) == EXPIRED
    assert rental_papers.state(replace(paper, state=MISSING), date(2027, 1, 1)) == MISSING
    with pytest.raises(BookProblem, match="before that"):
        rental_papers.save(book, desk, replace(paper, on=date(2026, 3, 3)))


def test_a_paper_is_removed_and_put_back(book: Book, desk: Desk, rental: Rental, scanned: Path) -> None:
    order = papers(book, desk, rental)[0]
    rental_papers.attach(book, desk, order.id, scanned)
    rental_papers.remove(book, desk, order.id)
    assert [paper.kind for paper in papers(book, desk, rental)] == ["proof_of_delivery"]
    rental_papers.undo_remove(book, desk, order.id)
    assert rental_papers.scan(book, order.id) is not None


def test_each_kind_of_paper_rests_on_a_source(desk: Desk) -> None:
    known = desk.rules.sources.by_id
    assert all(kind.sources and all(source in known for source in kind.sources) for kind in rental_papers.kinds())
