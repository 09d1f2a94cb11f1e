"""While the store is open, and when it is locked: printed, previewed, backed up, half typed, and still nothing of the
patient can be read in any file, in the store's folder or where programs put what is temporary.

`tests/operations/test_nothing_readable.py` runs it, in folders of its own.
"""

import os
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDir
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.operations import backups, documents
from desktop.ui.main_window import MainWindow
from desktop.ui.parts.ask import letter_printer
from desktop.ui.sign_in.page import SignInPage
from desktop.ui.ways import NewSuperbill, OpenDocument
from tests.readable import OF_THE_PATIENT, readable
from tests.ui.test_main_job import Newcomer

# What the job types of the order, too: who has ordered it, and which machine the patient has.
WORDS = (*OF_THE_PATIENT, "Krishnamurthy", "krishnamurthy", "1679576722", "FSC-2291-0047", "FSC22910047")


def around() -> set[tuple[Path, int, int]]:
    """All files of the folders that this run has for itself (the store's, temporary ones, a home), as they are now."""
    roots = {Path(os.environ[name]) for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "OWN_FOLDER")}
    assert Path(QDir.tempPath()) in roots
    paths = [path for root in roots for path in root.rglob("*") if path.is_file()]
    return {(path, path.stat().st_size, path.stat().st_mtime_ns) for path in paths}


@pytest.fixture
def before(first_start: MainWindow) -> set[tuple[Path, int, int]]:
    """What lies there before anything is typed: the catalog above all."""
    assert first_start.front
    return around()


@pytest.fixture
def person(first_start: MainWindow, keys: Any, qtbot: QtBot) -> Newcomer:
    """Somebody with a superbill that was issued a moment ago."""
    somebody = Newcomer(first_start, keys, qtbot)
    somebody.set_up_store()
    keys.press("Ctrl+N")
    somebody.settle()
    somebody.name_patient()
    somebody.name_plan_doctor_and_diagnosis()
    somebody.find_line()
    somebody.describe_and_pay()
    somebody.issue()
    return somebody


def printer_to(path: Path) -> QPrinter:
    """A printer that puts its page where nobody looks."""
    printer = letter_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_open_and_locked_nothing_of_the_patient_can_be_read(
    before: set[tuple[Path, int, int]], person: Newcomer, answers: Any, unblocked: Any
) -> None:
    window, paper = person.window, Path(os.environ["PRINTER"])
    answers.printer = printer_to(paper)
    window.go(OpenDocument(person.only_paper().id))
    person.settle()
    person.keys.press("Ctrl+P")
    person.settle()
    assert paper.stat().st_size > 1_000
    with unblocked.aside(), person.book.another() as other:
        backups.make(other, lambda _words, _done: None)
    window.go(NewSuperbill())
    person.settle()
    person.take("Patient", "Nguyễn-Żółć, Zoë Second")
    person.keys.wait(20)
    person._qtbot.waitUntil(lambda: len(documents.listed(person.book)) == 2, timeout=20_000)
    with unblocked.aside():
        found = [path for path, *_ in around() - before]
        assert (person.book.folder / "book.db-wal").stat().st_size > 0
        assert {"book.db", "book.db-wal", "set.json"} <= {path.name for path in found}
        assert readable(found, WORDS) == []
    person.keys.press("Ctrl+L")
    person._qtbot.waitUntil(lambda: isinstance(window.front, SignInPage), timeout=20_000)
    person.settle()
    clipboard = QApplication.clipboard().text()
    assert not [word for word in WORDS if word in clipboard]
    with unblocked.aside():
        assert readable([path for path, *_ in around() - before], WORDS) == []
