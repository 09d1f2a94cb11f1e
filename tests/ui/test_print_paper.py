"""Paper out of the printer, tried with one that writes a PDF: size, every pixel, several pages, and stopping."""

from pathlib import Path

import pypdf
import pypdfium2
import pytest
from PySide6.QtCore import QSize
from PySide6.QtPrintSupport import QPrinter

from desktop.operations import documents
from desktop.ui.parts.ask import letter_printer
from desktop.ui.superbills.pictures import Asked, NoPage, Paper, picture
from desktop.ui.superbills.printing import print_papers
from desktop.ui.ways import OpenDocument
from tests.ui.scene import Scene
from tests.ui.watch import Watch

BOUGHT = "Marisol Treviño-O'Neill"
DPI = 300  # of the comparison, before four by four pixels become one


def printer_to(path: Path) -> QPrinter:
    """The printer of the dialog, but that it writes a file."""
    printer = letter_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def greys(pdf: bytes, page: int = 0) -> tuple[QSize, bytes]:
    """A page as another program draws it, each four by four pixels as one gray: two ways to draw an edge are alike."""
    document = pypdfium2.PdfDocument(pdf)
    drawn = document[page].render(scale=DPI / 72).to_pil().convert("L").reduce(4)
    document.close()
    return QSize(drawn.width, drawn.height), drawn.tobytes()


def apart(one: bytes, other: bytes) -> float:
    """The part of the grays that clearly differ."""
    return sum(abs(a - b) > 40 for a, b in zip(one, other, strict=True)) / len(one)


@pytest.fixture
def paper(at: Scene) -> bytes:
    """A page that was issued."""
    return documents.pdf(at.book, at.paper_of(BOUGHT).id)


def test_ctrl_p_prints_the_page_as_it_was_issued(at: Scene, tmp_path: Path, paper: bytes, unblocked: Watch) -> None:
    at.answers.printer = printer_to(tmp_path / "out.pdf")
    at.window.go(OpenDocument(at.paper_of(BOUGHT).id))
    at.settle()
    at.keys.press("Ctrl+P")
    at.settle()
    assert at.answers.asked[-1] == "Print SB-2026-000001"
    printed = (tmp_path / "out.pdf").read_bytes()
    box = pypdf.PdfReader(tmp_path / "out.pdf").pages[0].mediabox
    assert (float(box.width), float(box.height)) == (612, 792)
    with unblocked.aside():
        (issued_size, issued), (printed_size, pixels) = greys(paper), greys(printed)
        assert printed_size == issued_size
        assert apart(issued, pixels) < 0.01
    assert "went to the printer" in at.window._passing.words


def test_a_shifted_page_would_be_seen(paper: bytes, unblocked: Watch) -> None:
    with unblocked.aside():
        size, pixels = greys(paper)
        shifted = pixels[size.width() :] + b"\xff" * size.width()
        assert apart(pixels, shifted) > 0.02


def test_it_is_printed_at_600_dots_an_inch_in_its_own_size(tmp_path: Path, paper: bytes, unblocked: Watch) -> None:
    printer = printer_to(tmp_path / "out.pdf")
    printer.setResolution(300)
    with unblocked.aside():  # the program has a worker for it
        assert print_papers(printer, [paper], lambda _done: None, lambda: False)
        (page,) = pypdf.PdfReader(tmp_path / "out.pdf").pages
        drawn = list(page.images)
    assert {image.image.width for image in drawn if image.image is not None} == {5100}
    assert sum(image.image.height for image in drawn if image.image is not None) == 6600


def test_papers_follow_each_other_in_one_go(tmp_path: Path, paper: bytes, unblocked: Watch) -> None:
    heard: list[float] = []
    with unblocked.aside():
        assert print_papers(printer_to(tmp_path / "out.pdf"), [paper, paper], heard.append, lambda: False)
    assert len(pypdf.PdfReader(tmp_path / "out.pdf").pages) == 2
    assert heard == sorted(heard)
    assert heard[-1] > 0.9


def test_it_stops_when_it_is_told_to(tmp_path: Path, paper: bytes, unblocked: Watch) -> None:
    heard: list[float] = []
    printer = printer_to(tmp_path / "out.pdf")
    with unblocked.aside():
        assert not print_papers(printer, [paper] * 5, heard.append, lambda: len(heard) > 5)
    assert len(heard) == 6


def test_no_printer_chosen_prints_nothing(at: Scene) -> None:
    at.window.go(OpenDocument(at.paper_of(BOUGHT).id))
    at.settle()
    at.keys.press("Ctrl+P")
    at.settle()
    assert at.window._passing.words == ""


def test_strips_make_the_same_picture_as_the_whole(paper: bytes) -> None:
    opened = Paper(paper)
    size = opened.pixels(0, 100)
    assert size == QSize(850, 1100)
    tops = [top for top, _strip in opened.strips(0, size)]
    assert tops == list(range(0, 1100, 200))
    whole = picture(paper, Asked(width=850)).picture
    for top, strip in opened.strips(0, size):
        assert whole.copy(0, top, 850, strip.height()) == strip
    opened.close()


@pytest.mark.parametrize("broken", [b"", b"not a PDF", b"%PDF-1.7\nbroken"])
def test_what_is_no_pdf_gets_a_sentence(broken: bytes) -> None:
    with pytest.raises(NoPage, match="cannot be shown"):
        Paper(broken)
