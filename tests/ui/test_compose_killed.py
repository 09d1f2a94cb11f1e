"""Nothing typed is lost: the program is killed while somebody types, and everything is there again."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLineEdit

from desktop.operations import documents
from desktop.ui.superbills.compose.view import ComposeView
from desktop.ui.superbills.page import SuperbillsPage
from desktop.ui.ways import OpenDraft
from tests.ui.watch import Watch

_TYPES = """
import sys, time
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from desktop.program import Program
from desktop.ui.parts.ask import by_dialogs
from desktop.ui.ways import NewSuperbill
from tests.ui.day import STANDING

STANDING.start()
app = QApplication([])
app.setStyle("Fusion")
program = Program(app, Path(sys.argv[1]), by_dialogs(), demo=True)
program.start()

def wait(until, seconds=30.0):
    end = time.monotonic() + seconds
    while not until() and time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)

wait(lambda: program.ready and not program.window.workers.busy)
program.window.activateWindow()
program.window.go(NewSuperbill())

def types(text):
    for letter in text:
        QTest.keyClick(app.focusWidget(), letter)

types("tre,mar")
QTest.keyClick(app.focusWidget(), "\\r")
types("freestyle")
QTest.keyClick(app.focusWidget(), "\\r")
types("FSC-2291-0047")
QTest.keyClick(app.focusWidget(), "\\r")
app.focusWidget().clear()
types("2x")
begun = time.monotonic()
wait(lambda: time.monotonic() - begun > 0.5)
print("typed", flush=True)
wait(lambda: False)
"""


def test_what_was_typed_half_a_second_before_a_kill_is_there_again(
    home: Path, start: Callable[..., Any], unblocked: Watch
) -> None:
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, "-c", _TYPES, str(home)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root)},
    )
    assert process.stdout is not None
    with unblocked.aside():  # the other program's time
        assert process.stdout.readline() == "typed\n"
        process.kill()
        process.wait()
        process.stdout.close()
    window = start(demo=True).window
    draft = documents.listed(window.services.book, states=["draft"])[0]
    window.go(OpenDraft(draft.id))
    assert isinstance(window.page, SuperbillsPage)
    view = window.page.front
    assert isinstance(view, ComposeView)
    wire = view.form.wire()
    assert wire["patient"]["last"] == "Treviño-O'Neill"
    assert (wire["lines"][0]["code"], wire["lines"][0]["serial"]) == ("E1392", "FSC-2291-0047")
    units = [line.text() for line in view.findChildren(QLineEdit) if line.accessibleName() == "Units"]
    assert units == ["2x"]
