"""Settings, What happened, by keyboard: what an owner did stands there, is found, looked into and taken out as a table;
staff is told who may. And the window tells who came, looked at whom, locked and left."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from db.book import audit_read as entries
from db.book.rows import Patient
from desktop.operations import audit, patients, users
from desktop.operations.sign_in import Door
from desktop.program import Program
from desktop.ui.counter.page import CounterPage
from desktop.ui.main_window import MainWindow
from desktop.ui.patients.page import PatientsPage
from desktop.ui.settings.happened import HappenedPart
from desktop.ui.sign_in.page import SignInPage
from desktop.ui.ways import OpenPatient, OpenSettings, ToPlace
from tests.faults import small_store
from tests.faults.small_store import ANA, CHEAP, WORDS
from tests.ui.person import Person
from tests.ui.watch import Watch

Start = Callable[..., Program]
BO, BOS = "Bo Lind", "eleven brown kettles sing"


class AtTheList(Person):
    """Somebody before a store of their own."""

    def __init__(self, program: Program, keys: Any, qtbot: QtBot) -> None:
        super().__init__(program.window, keys, qtbot)
        self.program, self.bot = program, qtbot

    def signs_in(self, name: str = ANA, password: str = WORDS) -> None:
        self.bot.waitUntil(lambda: isinstance(self.window.front, SignInPage), timeout=20_000)
        line = next(line for line in self.window.findChildren(QLineEdit) if line.accessibleName() == "Name")
        if line.text() != name:
            self.fill("Name", name)
        self.fill("Password", password)
        self.keys.press("Return")
        self.bot.waitUntil(lambda: isinstance(self.window.front, CounterPage), timeout=20_000)
        self.settle()

    @property
    def part(self) -> HappenedPart:
        (part,) = self.window.findChildren(HappenedPart)
        return part

    def goes_there(self) -> None:
        self.window.go(OpenSettings("happened"))
        self.settle()

    def shown(self) -> list[tuple[str, str, str]]:
        """Who did what to what, as the list shows it."""
        return [(row.who, row.did, row.thing) for row in self.part.table.rows.rows]

    def told(self) -> list[tuple[str, str]]:
        """What the book was told last, the latest first."""
        found = entries.page(self.book.connection, entries.Asked(), 30)
        return [(entry.what, entry.noun) for entry in found]


@pytest.fixture
def ana(start: Start, keys: Any, qtbot: QtBot, home: Path) -> AtTheList:
    """Ana before her open store, in which there are two patients."""
    entered = small_store.begin(home)
    door = Door(home, cost=CHEAP)
    with door.open(entered) as book:
        for first, last in (("Ida", "Abernathy"), ("Zoë", "Bùi")):
            patients.save(book, Patient(first=first, last=last))
        users.add(book, BO, "staff", BOS, CHEAP)
    door.close()
    owner = AtTheList(start(), keys, qtbot)
    owner.signs_in()
    return owner


def test_what_was_done_is_found_looked_into_and_taken_out(
    ana: AtTheList, answers: Any, home: Path, unblocked: Any
) -> None:
    ana.window.go(OpenPatient(1))
    ana.settle()
    with unblocked.aside():  # by the test's own hand, maybe after a worker's
        patients.save(ana.book, Patient(1, "Ida", last="Abernathy", phone="361-555-0130"))
    ana.goes_there()
    assert ana.shown()[:2] == [(ANA, "Changed", "patient Ida Abernathy"), (ANA, "Looked at", "patient Ida Abernathy")]
    part = ana.part
    assert [(each.label, each.before, each.after) for each in part.fields.rows.rows] == [("Phone", "", "361-555-0130")]
    # by kind
    ana.to("What")
    ana.keys.type("Looked")
    ana.settle()
    assert ana.shown() == [(ANA, "Looked at", "patient Ida Abernathy")]
    ana.keys.press("Home")
    ana.settle()
    # by patient, found as everywhere; the chip takes the question away
    ana.to("Patient", "Shift+Tab")
    ana.keys.type("bui")
    ana.keys.press("Return")
    ana.settle()
    assert ana.shown() == [(ANA, "New", "patient Zoë Bùi")]
    ana.to("Zoë Bùi")
    ana.keys.press("Space")
    ana.settle()
    assert len(ana.shown()) > 5
    # by words, from anywhere on the page
    ana.keys.press("Ctrl+F")
    ana.keys.type("0130")
    ana.keys.wait(250)
    ana.settle()
    assert ana.shown() == [(ANA, "Changed", "patient Ida Abernathy")]
    # into what it changed and back
    ana.to("What happened")
    ana.keys.press("Return")
    assert part.fields.hasFocus()
    ana.keys.press("Escape")
    assert part.table.hasFocus()
    answers.file = home / "out.csv"
    ana.press("Save as CSV")
    written = answers.file.read_text(encoding="utf-8-sig").splitlines()
    assert len(written) == 2
    assert written[1].endswith("Changed,patient Ida Abernathy,Ida Abernathy,Phone,,361-555-0130")
    assert ana.told()[0] == ("exported", "happened")


def test_nothing_like_it_is_said_and_days_are_typed_as_everywhere(ana: AtTheList) -> None:
    ana.goes_there()
    ana.fill("From", "1/1/2020")
    ana.keys.press("Tab")
    ana.keys.wait(250)
    ana.settle()
    many = len(ana.shown())
    assert many > 5
    ana.fill("To", "1/2/2020")
    ana.keys.press("Tab")
    ana.keys.wait(250)
    ana.settle()
    assert ana.shown() == []
    assert "Nothing like this happened" in words(ana.window)


def test_staff_is_told_who_may(ana: AtTheList) -> None:
    ana.keys.press("Ctrl+L")
    ana.signs_in(BO, BOS)
    ana.goes_there()
    assert "an owner may see" in words(ana.window)
    assert not ana.part.search()
    assert not ana.part.back()


def test_thousands_come_as_one_scrolls_and_nobody_waits(ana: AtTheList, unblocked: Watch) -> None:
    with unblocked.aside():
        audit.note_each(ana.book, audit.PRINTED, [("superbill", 1)] * 2_500)
    ana.goes_there()
    table = ana.part.table
    assert len(table.rows.rows) == 100
    table.setFocus()
    for many in (200, 300, 400):
        ana.keys.press("Ctrl+End")
        ana.settle()
        assert len(table.rows.rows) == many
    numbers = [row.number for row in table.rows.rows]
    assert numbers == list(range(numbers[0], numbers[0] - len(numbers), -1))


def test_the_window_tells_who_looked_at_whom_once_who_locked_and_who_left(
    ana: AtTheList, home: Path, unblocked: Any
) -> None:
    for _again in range(2):
        ana.window.go(OpenPatient(2))
        ana.settle()
        page = ana.window.page
        assert isinstance(page, PatientsPage)
        page.shown()  # drawn anew: no opening
        ana.settle()
        ana.window.go(ToPlace("counter"))
        ana.settle()
    assert ana.told()[:3] == [("opened", "patient"), ("opened", "patient"), ("signed in", "user")]
    ana.keys.press("Ctrl+L")
    ana.signs_in(BO, BOS)
    assert [each for each in ana.told()[:3] if each != ("backed up", "backup")][:2] == [
        ("signed in", "user"),
        ("locked", "user"),
    ]
    with ana.book.another() as book, unblocked.aside():  # closing waits for a backup that writes
        ana.program.close()
        found = entries.page(book.connection, entries.Asked(whats=["signed in", "signed out"]), 2)
    assert [(entry.what, entry.user_name) for entry in found] == [("signed out", BO), ("signed in", BO)]


def test_what_is_printed_and_saved_is_told(
    window: MainWindow, keys: Any, qtbot: QtBot, answers: Any, home: Path
) -> None:
    person = Person(window, keys, qtbot)
    from desktop.operations import documents  # noqa: PLC0415 -- the sample store's papers
    from desktop.ui.ways import OpenDocument  # noqa: PLC0415

    paper = next(each for each in documents.listed(person.book, states=["issued"]) if each.patient_id)
    window.go(OpenDocument(paper.id))
    person.settle()
    answers.printer = QPrinter()
    answers.printer.setOutputFileName(str(home / "printed.pdf"))
    keys.press("Ctrl+P")
    person.settle()
    answers.file = home / "saved.pdf"
    keys.press("Alt+S")
    person.settle()
    QApplication.processEvents()
    found = entries.page(person.book.connection, entries.Asked(whats=["opened", "printed", "saved"]), 5)
    assert [entry.what for entry in found] == ["saved", "printed", "opened"]
    assert {(entry.noun, entry.noun_id, entry.patient_id) for entry in found} == {
        (paper.kind, paper.id, paper.patient_id)
    }
    assert {each.name: each.after for each in found[0].fields} == {"name": str(answers.file), "password": False}


def words(window: MainWindow) -> str:
    """What can be read."""
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
