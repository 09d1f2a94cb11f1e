"""What the shipped catalogue knows, counted and asked on days; never a code of the AMA or the ADA."""

import json
import re
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

from db.connection import ask
from desktop import files
from desktop.core.codes import Catalogue, Code, Diagnosis
from desktop.desk import Desk
from desktop.operations.catalogue import ShippedCatalogue, open_catalogue, shipped
from desktop.rulefiles.load import load

CHECKOUT = Path(__file__).parents[2]
LAST_OF_2025, FIRST_OF_2026 = date(2025, 9, 30), date(2025, 10, 1)


def count(catalogue: ShippedCatalogue, question: str) -> int:
    return int(catalogue.ask(ask, question)[0][0])


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("select count(*) from codes where kind = 'code'", 8463),
        ("select count(*) from codes where kind = 'modifier'", 383),
        ("select count(*) from records", 8846),
        ("select count(*) from listed", 8725),
        ("select count(*) from listed where code not in (select code from codes)", 262),
        ("select count(*) from codes where kind = 'code' and code not in (select code from listed)", 0),
        ("select count(*) from places_of_service", 52),
        ("select count(*) from zip_prefixes", 933),
        ("select count(*) from fields", 29),
    ],
)
def test_it_holds_as_many_as_the_official_files(question: str, number: int, catalogue: ShippedCatalogue) -> None:
    assert count(catalogue, question) == number


@pytest.mark.parametrize(("on", "entries", "billable"), [("2025-09-30", 97584, 74260), ("2025-10-01", 98186, 74719)])
def test_it_holds_the_diagnoses_of_both_years(
    on: str, entries: int, billable: int, catalogue: ShippedCatalogue
) -> None:
    on_day = f"from diagnoses where first_day <= '{on}' and '{on}' < until"
    assert count(catalogue, f"select count(*) {on_day}") == entries
    assert count(catalogue, f"select count(*) {on_day} and billable") == billable
    assert count(catalogue, f"select count(distinct code) {on_day}") == entries


@pytest.mark.parametrize("table", ["codes", "records", "listed"])
def test_it_holds_no_code_of_the_ama_or_the_ada(table: str, catalogue: ShippedCatalogue) -> None:
    codes = [str(row[0]) for row in catalogue.ask(ask, f"select code from {table}")]  # noqa: S608 -- our own names
    assert len(codes) > 8000
    assert [code for code in codes if re.match(r"[0-9]|D[0-9]{4}$", code)] == []


def test_every_value_of_every_coded_field_has_a_meaning(catalogue: ShippedCatalogue) -> None:
    fields = catalogue.ask(ask, "select name, headings from fields where kind = 'coded'")
    meanings = set(catalogue.ask(ask, "select field, value from meanings"))
    records = [json.loads(row[0]) for row in catalogue.ask(ask, "select cells from records")]
    found = {
        (name, record[heading])
        for name, headings in fields
        for heading in json.loads(headings)
        for record in records
        if heading in record
    }
    assert len(found) > 150
    assert found - meanings == set()


def test_every_column_of_the_workbook_belongs_to_a_field(catalogue: ShippedCatalogue) -> None:
    headings = [heading for row in catalogue.ask(ask, "select headings from fields") for heading in json.loads(row[0])]
    assert len(set(headings)) == 48
    assert [heading for heading in headings if headings.count(heading) > 1] == ["HCPC", "HCPC"]


def test_a_code_comes_with_its_words_and_days(catalogue: ShippedCatalogue) -> None:
    assert catalogue.code("E1392") == Code(
        code="E1392",
        kind="code",
        short="Portable oxygen concentrator",
        long="Portable oxygen concentrator, rental",
        added=date(2006, 1, 1),
        terminated=None,
    )


def test_a_terminated_code_is_in_force_up_to_its_last_day(catalogue: ShippedCatalogue) -> None:
    [(code, last)] = catalogue.ask(ask, "select code, terminated from codes where terminated = '2025-09-30' limit 1")
    found = catalogue.code(code)
    assert found is not None
    assert (last, found.in_force(LAST_OF_2025), found.in_force(FIRST_OF_2026)) == ("2025-09-30", True, False)


def test_a_code_added_in_october_2025_is_in_force_from_its_day(catalogue: ShippedCatalogue) -> None:
    [(code,)] = catalogue.ask(ask, "select code from codes where added = '2025-10-01' limit 1")
    found = catalogue.code(code)
    assert found is not None
    assert (found.in_force(LAST_OF_2025), found.in_force(FIRST_OF_2026)) == (False, True)


def test_a_code_of_july_2026_is_known_without_words(catalogue: ShippedCatalogue) -> None:
    assert catalogue.code("A4295") == Code("A4295", "code", None, None, None, None)


@pytest.mark.parametrize("unknown", ["99213", "D0120", "E9999", "KX", "e1390", "", "E1390'"])
def test_what_is_no_code_is_unknown(unknown: str, catalogue: ShippedCatalogue) -> None:
    assert catalogue.code(unknown) is None


def test_modifiers_are_apart_from_codes(catalogue: ShippedCatalogue) -> None:
    found = catalogue.modifier("KX")
    assert found is not None
    assert (found.kind, found.long) == ("modifier", "Requirements specified in the medical policy have been met")
    assert catalogue.modifier("E1390") is None
    assert catalogue.modifier("A4295") is None
    assert catalogue.modifier("25") is None


def test_places_and_states_are_found(catalogue: ShippedCatalogue) -> None:
    assert catalogue.place_of_service("12") == "Home"
    assert catalogue.place_of_service("00") is None
    assert catalogue.states("20500-0003") == ("DC", "MD", "VA")
    assert catalogue.states("00012") == ()


@pytest.mark.parametrize("written", ["J44.9", "J449", "j44.9"])
def test_a_diagnosis_is_found_with_and_without_its_dot(written: str, catalogue: ShippedCatalogue) -> None:
    expected = Diagnosis("J44.9", "Chronic obstructive pulmonary disease, unspecified", billable=True)
    assert catalogue.diagnosis(written, FIRST_OF_2026) == expected


@pytest.mark.parametrize("written", ["J4.49", "J449.", "J44..9", "J44.", ".J449", "E1390", ""])
def test_a_diagnosis_with_its_dot_elsewhere_is_unknown(written: str, catalogue: ShippedCatalogue) -> None:
    assert catalogue.diagnosis(written, FIRST_OF_2026) is None


def test_a_heading_is_not_billable(catalogue: ShippedCatalogue) -> None:
    found = catalogue.diagnosis("J44", FIRST_OF_2026)
    assert found == Diagnosis("J44", "Other chronic obstructive pulmonary disease", billable=False)


@pytest.mark.parametrize(
    ("on", "covered"),
    [
        (date(2024, 9, 30), False),
        (date(2024, 10, 1), True),
        (LAST_OF_2025, True),
        (FIRST_OF_2026, True),
        (date(2026, 9, 30), True),
        (date(2026, 10, 1), False),
    ],
)
def test_two_fiscal_years_are_covered(on: date, covered: bool, catalogue: ShippedCatalogue) -> None:  # noqa: FBT001
    assert catalogue.has_diagnoses(on) is covered
    assert (catalogue.diagnosis("J44.9", on) is not None) is covered


def test_a_diagnosis_of_2026_is_unknown_the_day_before(catalogue: ShippedCatalogue) -> None:
    assert catalogue.diagnosis("G35.A", LAST_OF_2025) is None
    added = catalogue.diagnosis("G35.A", FIRST_OF_2026)
    assert added == Diagnosis("G35.A", "Relapsing-remitting multiple sclerosis", billable=True)


def test_a_deleted_diagnosis_is_known_up_to_its_last_day(catalogue: ShippedCatalogue) -> None:
    rows = catalogue.ask(
        ask,
        "select code from diagnoses where until = '2025-10-01' and code not in "
        "(select code from diagnoses where until = '2026-10-01')",
    )
    assert len(rows) == 12
    for (code,) in rows:
        assert catalogue.diagnosis(code, LAST_OF_2025) is not None
        assert catalogue.diagnosis(code, FIRST_OF_2026) is None


def test_a_diagnosis_that_was_divided_is_billable_up_to_its_last_day(catalogue: ShippedCatalogue) -> None:
    before, after = catalogue.diagnosis("G35", LAST_OF_2025), catalogue.diagnosis("G35", FIRST_OF_2026)
    assert before is not None
    assert after is not None
    assert (before.billable, after.billable) == (True, False)


def test_it_says_its_edition_and_what_is_known_of_2026(catalogue: ShippedCatalogue) -> None:
    assert catalogue.edition == "HCPCS Level II, October 2025"
    assert catalogue.as_of == date(2025, 10, 1)
    assert "July 2026" in catalogue.of_2026
    assert "does not know" in catalogue.of_2026


def test_it_is_what_core_asks_for(catalogue: ShippedCatalogue) -> None:
    asked: Catalogue = catalogue
    desk = Desk(asked, load(files.resources()), lambda _description: None, date(2026, 3, 2))
    assert shipped(desk) is catalogue


def test_a_desk_with_another_catalogue_has_no_records(catalogue: ShippedCatalogue) -> None:
    class Lent:
        """A catalogue that answers what `core` asks and no more."""

        edition, as_of = catalogue.edition, catalogue.as_of
        code, modifier, place_of_service = catalogue.code, catalogue.modifier, catalogue.place_of_service
        has_diagnoses, diagnosis = catalogue.has_diagnoses, catalogue.diagnosis
        newest_words = catalogue.newest_words

    desk = Desk(Lent(), load(files.resources()), lambda _description: None, date(2026, 3, 2))
    with pytest.raises(TypeError, match="no shipped catalog"):
        shipped(desk)


def test_the_official_files_are_pinned_with_whose_they_are(catalogue: ShippedCatalogue) -> None:
    there = {path.name for path in (files.resources() / "catalogue/official").iterdir()}
    pinned = tomllib.loads((files.resources() / "catalogue/edition.toml").read_text(encoding="utf-8"))["file"]
    assert {file["file"] for file in pinned} == there
    rows = catalogue.ask(ask, "select file, sha256, origin, licence, released, known from files")
    assert {row[0] for row in rows} == there
    assert all(all(row) for row in rows)


def test_opening_it_again_loads_nothing_that_only_making_it_needs(tmp_path: Path) -> None:
    open_catalogue(tmp_path, lambda _words, _done: None).close()
    asking = (
        "import sys; from pathlib import Path; from desktop.operations.catalogue import open_catalogue as o;"
        f"o(Path({str(tmp_path)!r}), print).code('E1390');"
        "print(*{'sqlite_utils', 'python_calamine', 'reportlab', 'pypdf', 'click'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", asking], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    assert done.stdout == "\n"
