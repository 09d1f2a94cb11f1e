"""A closed book with one patient, as the tests of its file begin."""

from datetime import UTC, datetime
from pathlib import Path

from db.book import file, patients, stores
from db.book.rows import Address, Patient, Store

AT = datetime(2026, 3, 2, 12, tzinfo=UTC)
NAME = "Zebulonsdottir"
KEYS = {"last_key": "zebulonsdottir", "first_key": "", "phone_key": "", "local_key": ""}


def made(folder: Path) -> None:
    """A book with one patient, closed."""
    held = file.make_ready(folder)
    opened = file.connect(folder)
    with file.transaction(opened):
        stores.save(opened, Store(legal_name="Gulf Breeze"))
        patients.save(opened, Patient(last=NAME, address=Address(city="Rockport")), KEYS, [])
    opened.close()
    held.release()


def names(folder: Path) -> list[str | None]:
    """The last names in a book that can be opened."""
    held = file.make_ready(folder)
    opened = file.connect(folder)
    found = [patient.last for patient in patients.PATIENTS.find(opened)]
    opened.close()
    held.release()
    return found
