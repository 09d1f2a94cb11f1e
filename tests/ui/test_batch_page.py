"""Several papers in one go, by keyboard: marked, checked, issued, printed or saved; one that fails stops no other."""

from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrinter

from db.book.rows import Document
from desktop.operations import documents
from desktop.operations.documents import DRAFT, ISSUED, WAITING, Content, Whose
from desktop.ui.parts.ask import letter_printer
from tests.ui.scene import Scene

BOUGHT = "Marisol Treviño-O'Neill"


@pytest.fixture
def ready(at: Scene) -> list[Document]:
    """Three drafts that can be issued, and one that cannot, between them."""
    for paper in at.papers(states=[DRAFT, WAITING]):
        documents.drop(at.book, paper.id)
    sold = at.paper_of(BOUGHT)
    wire = dict(documents.content(at.book, sold.id).wire) | {"number": None, "issued_on": None}
    whose = Whose(sold.patient_id, sold.coverage_id, sold.order_id)
    made = []
    for place in range(4):
        line = dict(wire["lines"][0]) | {"serial": None if place == 2 else f"SER-{place}"}
        made.append(documents.begin(at.book, whose=whose, content=Content(wire | {"lines": [line]})))
    at.page.list.show_part("drafts")
    at.settle()
    return made


def take_all(at: Scene) -> None:
    """Marks everything and goes on with it."""
    at.page.list.table.setFocus()
    at.keys.press("Ctrl+A")
    at.page.list._go_on.setFocus()
    at.keys.press("Space")
    at.settle()


def outcomes(at: Scene) -> list[str]:
    """What the table says of each."""
    return [str(one.outcome) for one in at.page.together.rows]


@pytest.mark.usefixtures("ready")
class TestMarks:
    """Which rows are marked."""

    def test_space_marks_one_and_takes_the_mark_away(self, at: Scene) -> None:
        table = at.page.list.table
        table.setFocus()
        at.keys.press("Space")
        assert len(table.marked) == 1
        assert at.page.list._said.text() == "1 marked"
        at.keys.press("Space")
        assert table.marked == set()

    def test_shift_marks_as_it_goes(self, at: Scene) -> None:
        table = at.page.list.table
        table.setFocus()
        at.keys.press("Home")
        at.keys.press("Shift+Down", 2)
        assert len(table.marked) == 3

    def test_marks_of_what_is_not_shown_any_more_are_gone(self, at: Scene) -> None:
        at.page.list.table.setFocus()
        at.keys.press("Ctrl+A")
        at.page.list.show_part("superbills")
        at.settle()
        assert at.page.list.table.marked == set()


def test_what_would_come_of_each_is_said_before(at: Scene, ready: list[Document], unblocked: Any) -> None:
    take_all(at)
    assert sorted(outcomes(at)) == ["ready", "ready", "ready", "stopped"]
    (stopped,) = [one for one in at.page.together.rows if one.outcome == "stopped"]
    assert stopped.document.id == ready[2].id
    assert "serial" in stopped.why
    assert {paper.state for paper in at.papers(states=[DRAFT])} == {DRAFT}
    assert len(at.papers(states=[DRAFT])) == 4


def test_one_that_fails_stops_no_other_and_all_are_printed(
    at: Scene, ready: list[Document], unblocked: Any, tmp_path: Path
) -> None:
    printer = letter_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "all.pdf"))
    at.answers.printer = printer
    take_all(at)
    at.keys.press("Ctrl+P")
    at.qtbot.waitUntil(lambda: "went to the printer" in at.window._passing.words, timeout=30_000)
    assert sorted(outcomes(at)) == ["done", "done", "done", "stopped"]
    issued = [paper for paper in at.papers(states=[ISSUED]) if paper.id in {one.id for one in ready}]
    assert sorted(paper.number or "" for paper in issued) == ["SB-2026-000007", "SB-2026-000008", "SB-2026-000009"]
    assert documents.read(at.book, ready[2].id).state == DRAFT
    assert len(pypdf.PdfReader(tmp_path / "all.pdf").pages) == 3


def test_saved_in_a_folder_each_under_its_name(at: Scene, ready: list[Document], tmp_path: Path) -> None:
    at.answers.folder = tmp_path / "out"
    at.answers.folder.mkdir()
    take_all(at)
    at.keys.press("Alt+S")
    at.settle()
    names = sorted(path.name for path in at.answers.folder.iterdir())
    assert names == [f"Superbill SB-2026-00000{number} Treviño-O'Neill.pdf" for number in (7, 8, 9)]
    for paper in at.papers(states=[ISSUED]):
        saved = at.answers.folder / f"Superbill {paper.number} Treviño-O'Neill.pdf"
        assert paper.id not in {one.id for one in ready} or saved.read_bytes() == documents.pdf(at.book, paper.id)


def test_asked_twice_nothing_is_doubled(at: Scene, ready: list[Document], tmp_path: Path) -> None:
    at.answers.folder = tmp_path
    take_all(at)
    for _ in range(2):
        at.keys.press("Alt+S")
        at.settle()
    assert sorted(outcomes(at)) == ["done", "done", "done", "stopped"]
    assert at.page.together._print_button.text() == "Print"
    assert not at.page.together._only_button.isVisible()
    numbers = [paper.number for paper in at.papers(states=[ISSUED]) if paper.number and paper.number > "SB-2026-000006"]
    assert sorted(numbers) == ["SB-2026-000007", "SB-2026-000008", "SB-2026-000009"]


def test_cancelled_before_the_first_nothing_is_issued(at: Scene, ready: list[Document]) -> None:
    take_all(at)
    at.page.together._issue_and(lambda _numbers: None)
    at.page.together.stop()
    at.settle()
    states = {documents.read(at.book, paper.id).state for paper in ready}
    done = outcomes(at).count("done")
    assert outcomes(at).count("not reached") == 4 - done - outcomes(at).count("stopped")
    assert states == ({DRAFT} if done == 0 else {DRAFT, ISSUED})
