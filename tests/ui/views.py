"""Every page and what lies inside it, with something on it, and the way there; for tests and for the contact sheet."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox

from desktop.operations import documents
from desktop.operations.documents import DRAFT, WAITING
from desktop.ui.superbills.page import SuperbillsPage
from desktop.ui.ways import (
    FindCode,
    NewPatient,
    NewSuperbill,
    OpenCode,
    OpenDocument,
    OpenDraft,
    OpenPatient,
    OpenRental,
    OpenRentals,
    OpenSettings,
    ToPlace,
    ToSearch,
    Way,
)
from tests.ui.person import Person

Go = Callable[[Person], object]
TABLE = """Surname;First;DOB;Handset;Plan;Member
Żółć;Zażółć;8/17/51;(361) 555-0188;Lone Star Health Plan;ZZ1
Nguyễn;Thị;13/45/1951;361 555 0189;;
"""
_SOLD, _OF_MEDICARE = "SB-2026-000001", "RC-2026-000001"
_ANSWERS = "22111"
_TWO_UNITS = 2  # the rental of the sample store that has both


def _way(way: Way, *keys: str, presses: str = "") -> Go:
    """A way, then keys, then a button."""

    def going(person: Person) -> None:
        person.window.go(way)
        person.settle()
        for key in keys:
            person.keys.press(key)
            person.settle()
        if presses:
            person.press(presses)

    return going


def _typed(words: str) -> Go:
    def going(person: Person) -> None:
        person.window.go(ToSearch())
        person.keys.type(words)
        person.keys.wait(250)
        person.settle()

    return going


def _paper(number: str, *keys: str) -> Go:
    def going(person: Person) -> None:
        (paper,) = documents.listed(person.book, text=number)
        _way(OpenDocument(paper.id), *keys)(person)

    return going


def _list(*keys: str) -> Go:
    """The list of papers, whatever was open on the page before."""

    def going(person: Person) -> None:
        person.window.go(ToPlace("superbills"))
        person.keys.press("Ctrl+F")
        person.settle()
        person.to("Papers")
        for key in keys:
            person.keys.press(key)
        person.settle()

    return going


def _waits(person: Person) -> None:
    _list()(person)
    page = person.window.page
    assert isinstance(page, SuperbillsPage)
    page.list.show_part("waiting")
    person.settle()
    person.keys.press("Return")
    person.settle()


def _together(person: Person) -> None:
    _list("Ctrl+A")(person)
    person.press("Issue and print")


def _draft(person: Person) -> None:
    """A begun superbill with a line, its details out, a payment and another charge."""
    draft = documents.listed(person.book, states=[DRAFT, WAITING], kinds=["superbill"])[-1]
    _way(OpenDraft(draft.id))(person)
    person.press("Details: Patient")
    person.press("Details: Doctor and order")
    person.press("Days, maker, place, diagnoses")
    person.keys.press("F8")
    person.settle()


def _credit(person: Person) -> None:
    """A return in which everything came back."""
    _paper(_SOLD, "Alt+R")(person)
    box = person.window.focusWidget()
    if isinstance(box, QCheckBox) and not box.isChecked():
        person.keys.press("Space")
    person.settle()
    person.keys.wait(250)
    person.settle()


def _undone(person: Person) -> None:
    """A new patient who is there already, with the line that offers to undo something below."""
    person.window.go(NewPatient("Somebody"))
    person.settle()
    person.press("Throw away")
    person.window.go(NewPatient("Treviño-O'Neill, Marisol"))
    person.settle()


VIEWS: dict[str, Go] = {
    "counter": _way(ToSearch(), "Ctrl+A", "Delete"),
    "counter-found": _typed("tre"),
    "counter-code": _typed("E1392 NU"),
    "counter-nothing": _typed("zzzz"),
    "finder": _way(FindCode()),
    "finder-answer": _way(FindCode(words="machine for her trips", payer="commercial"), *_ANSWERS),
    "patients": _way(ToPlace("patients")),
    "patients-one": _way(OpenPatient(1)),
    "patients-new": _way(NewPatient("Featherstonehaugh, Rosalind")),
    "patients-order": _way(OpenPatient(1), presses="Add an order"),
    "patients-double": _undone,
    "patients-csv": _way(ToPlace("patients"), "Ctrl+F", presses="From a CSV file"),
    "superbills": _list(),
    "superbills-marked": _list("Ctrl+A"),
    "superbills-issued": _paper(_SOLD),
    "superbills-password": _paper(_SOLD, "Alt+W"),
    "superbills-waits": _waits,
    "superbills-together": _together,
    "superbills-credit": _credit,
    "superbills-abn": _paper(_OF_MEDICARE, "Alt+A"),
    "superbills-new": _way(NewSuperbill()),
    "superbills-draft": _draft,
    "catalog": _way(ToPlace("catalog")),
    "catalog-code": _way(OpenCode("E1392")),
    "settings-store": _way(OpenSettings("store")),
    "settings-plans": _way(OpenSettings("plans"), "Ctrl+F"),
    "settings-plan": _way(OpenSettings("plans"), "Ctrl+F", presses="New plan"),
    "settings-doctors": _way(OpenSettings("doctors"), "Ctrl+F"),
    "settings-doctor": _way(OpenSettings("doctors"), "Ctrl+F", presses="New doctor"),
    "settings-products": _way(OpenSettings("products"), "Ctrl+F"),
    "settings-product": _way(OpenSettings("products"), "Ctrl+F", presses="New product"),
    "settings-csv": _way(OpenSettings("doctors"), "Ctrl+F", presses="From a CSV file"),
    "settings-out": _way(OpenSettings("out")),
    "settings-happened": _way(OpenSettings("happened")),
    "settings-look": _way(OpenSettings("look")),
}

# For the contact sheet: `test_rentals_seen.py` holds the page of rentals to what is held of the views.
RENTALS: dict[str, Go] = {
    "rentals": _way(OpenRentals()),
    "rentals-due": _way(OpenRentals("due")),
    "rentals-month": _way(OpenRentals("month")),
    "rentals-equipment": _way(OpenRentals("equipment")),
    "rentals-one": _way(OpenRental(_TWO_UNITS)),
}
