"""A page of somebody else's PDF: drawn elsewhere, so that whatever it does there, the window says a sentence; and
nothing that it names is opened, started or run."""

import re
import sys
from pathlib import Path

import pytest

from desktop import files
from desktop.ui.superbills import drawn_apart
from desktop.ui.superbills.pictures import Asked, NoPage
from tests.fuzz.kinds import pictures, window

_ROOT = Path(__file__).parents[2]
_SCRIPTS = Path(__file__).parent / "cases/scan-pdf/scripts-launch-and-an-embedded-program.pdf"
_OPENERS = re.compile(r"QDesktopServices|openUrl|os\.startfile|webbrowser|xdg-open|os\.system|os\.popen")
_MAY_OPEN = {"everything_out.py", "about.py"}  # they show a folder: of what was just written, of the book


@pytest.fixture(autouse=True)
def app() -> None:
    """Qt, without a screen."""
    window.application()


def test_a_page_that_is_drawn_elsewhere_is_the_page() -> None:
    shown = drawn_apart.picture(pictures.pdfs()[0], Asked(1, width=120))
    assert (shown.page, shown.pages, shown.picture.width()) == (1, 2, 120)
    colors = {shown.picture.pixelColor(x, y).name() for x in range(60) for y in range(60, shown.picture.height())}
    assert len(colors) > 1  # the square that was drawn


def test_a_pdf_with_scripts_is_a_picture_and_does_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = str(tmp_path / "oxydesk-was-here")
    data = _SCRIPTS.read_bytes()
    assert all(what in data for what in (b"/OpenAction", b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/URI"))
    shown = drawn_apart.picture(data.replace(b"/tmp/oxydesk-was-here", mark.encode()), Asked(width=100))
    assert shown.pages == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("import time; time.sleep(100)", "takes too long"),
        ("import os; os.abort()", "not a PDF"),
        ("import sys; sys.exit(1)", "not a PDF"),
        ("print('9 9 0 1')", "not a PDF"),
        ("print('-1 -1 0 1')", "not a PDF"),
        ("print('x' * 9_000)", "not a PDF"),
    ],
)
def test_whatever_becomes_of_that_process_is_a_sentence(
    program: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawn_apart, "_command", lambda: [sys.executable, "-c", program])
    if "sleep" in program:
        monkeypatch.setattr(files, "limit", lambda _name: 1)
    with pytest.raises(NoPage, match=said):
        drawn_apart.picture(b"%PDF-", Asked())


def test_nothing_is_handed_to_the_programs_of_the_system() -> None:
    sources = [path for folder in ("desktop", "db") for path in (_ROOT / folder).rglob("*.py")]
    assert len(sources) > 300
    assert {path.name for path in sources if _OPENERS.search(path.read_text(encoding="utf-8"))} <= _MAY_OPEN
