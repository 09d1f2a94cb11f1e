"""Books that earlier Oxydesks made, one of each schema, open in this one with everything in them."""

import re
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from db.book import file, listed, papers, patients, stores
from db.book.rental_rows import Rental, RentalUnit
from db.book.rentals import RENTALS, UNITS
from db.book.version import VERSION
from db.problems import BookProblem

STORED = Path(__file__).parent / "stored"
SCHEMAS = [int(path.name.removeprefix("schema-")) for path in sorted(STORED.iterdir())]


@pytest.fixture(params=SCHEMAS)
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The folder of a book as that schema left it."""
    shutil.copytree(STORED / f"schema-{request.param}", tmp_path / "home")
    return tmp_path / "home"


def test_every_earlier_schema_is_stored() -> None:
    assert list(range(1, VERSION)) == SCHEMAS


def test_everything_in_it_is_there_and_a_copy_lies_beside_it(stored: Path) -> None:
    held = file.make_ready(stored)
    opened = file.connect(stored)
    try:
        assert opened.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert stores.read(opened).legal_name == "Gulf Breeze Oxygen"
        (patient,) = patients.PATIENTS.find(opened)
        (plan,) = listed.PLANS.find(opened)
        assert (patient.name, plan.name, plan.wants_kx) == ("Ida Abernathy", "Lone Star", True)
        assert (plan.cap_months, plan.caps_at_price, plan.converts_to_ownership) == (None, False, None)
        (document,) = papers.DOCUMENTS.find(opened)
        assert (document.number, document.total) == ("SB-2026-000001", Decimal("95.00"))
        pdf, _ = papers.paper(opened, document.id)
        assert pdf.startswith(b"%PDF-")
    finally:
        opened.close()
        held.release()
    assert [path for path in stored.iterdir() if re.fullmatch(r"book\.schema-\d+\.db", path.name)]


def test_what_later_schemas_hold_can_be_written_into_it(stored: Path) -> None:
    held = file.make_ready(stored)
    opened = file.connect(stored)
    try:
        with file.transaction(opened):
            rental = RENTALS.save(opened, Rental(patient_id=1, coverage_id=1, payer_kind="commercial"), number_key="")
            UNITS.save(opened, RentalUnit(rental_id=rental.id, code="E1390", first_service=date(2026, 3, 2)))
            (plan,) = listed.PLANS.find(opened)
            listed.save(opened, listed.PLANS, type(plan)(id=plan.id, name="Lone Star", cap_months=10), "lone star")
        assert RENTALS.read(opened, rental.id).cap_months == 10
        with pytest.raises(BookProblem), file.transaction(opened):
            RENTALS.save(opened, Rental(patient_id=99), number_key="")
    finally:
        opened.close()
        held.release()
