"""Every form with something half-typed in it, by keyboard; run as a program of its own, which waits to be killed.

    python -m tests.ui.half_typed FORM FOLDER

Says `typed` half a second after the last key, as long as a form may take to keep it.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from desktop.operations import documents
from desktop.program import Program
from desktop.ui.parts.ask import by_dialogs
from desktop.ui.ways import NewPatient, OpenDocument, OpenPatient, OpenSettings
from tests.ui.conftest import Keys
from tests.ui.day import STANDING
from tests.ui.person import Bot, Person

_LONGEST_S = 60.0
_KEPT_AFTER_S = 0.5
_SOLD, _GIVEN = "SB-2026-000001", "RC-2026-000001"


@dataclass(frozen=True)
class Form:
    """How one comes to a form, how one comes back to it, and what is typed into its fields, wrong or half or right."""

    begin: Callable[[Person], object]
    again: Callable[[Person], object]
    fields: dict[str, str]
    sample: bool = True


def _press(name: str) -> Callable[[Person], object]:
    return lambda person: person.press(name)


def _of_list(part: str, new: str) -> Callable[[Person], object]:
    def going(person: Person) -> None:
        person.window.go(OpenSettings(part))
        person.settle()
        person.press(new)

    return going


def _of_paper(number: str, key: str) -> Callable[[Person], object]:
    """To an issued paper, and by a key to what is made of it."""

    def going(person: Person) -> None:
        (paper,) = documents.listed(person.book, text=number)
        person.window.go(OpenDocument(paper.id))
        person.settle()
        person.keys.press(key)
        person.settle()

    return going


def _credit(person: Person) -> None:
    _of_paper(_SOLD, "Alt+R")(person)
    person.keys.press("Space")


def _of_patient(button: str) -> Callable[[Person], object]:
    def going(person: Person) -> None:
        (paper,) = documents.listed(person.book, text=_SOLD)
        person.window.go(OpenPatient(paper.patient_id or 0))
        person.settle()
        person.press(button)

    return going


def _to_half_made_patient(person: Person) -> None:
    person.keys.press("Alt+3")
    person.press("New, half-made: Zoë")


def _to_settings(person: Person) -> None:
    person.window.go(OpenSettings("store"))
    person.settle()


def _nowhere(person: Person) -> None:
    """It is what the window opens with."""
    person.settle()


FORMS = {
    "first start": Form(
        _nowhere,
        _nowhere,
        {"Name of the store": "Gulf Bree", "Phone": "361 555", "ZIP code": "784", "NPI": "12345"},
        sample=False,
    ),
    "store": Form(
        _to_settings,
        _to_settings,
        {"Trade name (DBA)": "Gulf Bree", "NPI": "12345", "EIN (tax number)": "91-11", "Street": "44 St"},
    ),
    "patient": Form(
        lambda person: person.window.go(NewPatient()),
        _to_half_made_patient,
        {"First name": "Zoë", "Last name": "Nguyễn-Żó", "Birth date": "4/19/5", "Phone": "361", "ZIP code": "784"},
    ),
    "patient's plan": Form(
        _of_patient("Add a plan"), _of_patient("Add a plan"), {"Member ID": "XJH88", "Group": "702"}
    ),
    "patient's order": Form(
        _of_patient("Add an order"), _of_patient("Add an order"), {"Months of need": "9", "Diagnoses": "J44"}
    ),
    "plan": Form(
        _of_list("plans", "New plan"), _of_list("plans", "Half-made: Lone"), {"Name of the plan": "Lone", "Phone": "36"}
    ),
    "doctor": Form(
        _of_list("doctors", "New doctor"),
        _of_list("doctors", "Half-made"),
        {"First name": "Świę", "Last name": "Ødeg", "NPI": "16795"},
    ),
    "product": Form(
        _of_list("products", "New product"),
        _of_list("products", "Half-made"),
        {"Maker": "Škoda", "Model": "Mini", "Price new": "2,4x"},
    ),
    "credit": Form(
        _credit,
        _of_paper(_SOLD, "Alt+R"),
        {"Why it came back": "demasiado rui", "Paid back": "2,4x", "Method": "ca", "Reference": "00"},
    ),
    "sheet for the ABN form": Form(
        _of_paper(_GIVEN, "Alt+A"), _of_paper(_GIVEN, "Alt+A"), {"Another reason": "Medicare pays for no bag"}
    ),
    "receipt": Form(_of_paper(_GIVEN, "Alt+C"), _of_paper(_GIVEN, "Alt+C"), {"Amount for all": "12x", "Units": "2x"}),
}


def main() -> None:
    """Types, says so, and waits to be killed."""
    STANDING.start()
    form, home = FORMS[sys.argv[1]], Path(sys.argv[2])
    app = QApplication([])
    app.setStyle("Fusion")
    program = Program(app, home, by_dialogs(), demo=form.sample)
    program.start()
    bot: Any = Bot()
    bot.waitUntil(lambda: program.ready and not program.window.workers.busy)
    program.window.activateWindow()
    person = Person(program.window, Keys(bot, app), bot)
    form.begin(person)
    for name, text in form.fields.items():
        person.fill(name, text)
    bot.wait(int(_KEPT_AFTER_S * 1000))
    sys.stdout.write("typed\n")
    sys.stdout.flush()
    bot.wait(int(_LONGEST_S * 1000))


if __name__ == "__main__":
    main()
