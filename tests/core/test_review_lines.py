"""Codes, modifiers, pointers and diagnoses: each rule hit, and missed by a near one."""

import pytest

from desktop.core.finding import Severity
from tests.core.reviewed_lines import Request, Review, line, of

NARRATIVE = {
    "description": "Backpack for a portable concentrator",
    "purpose": "Carries the concentrator on the back",
    "maker": "CAIRE",
    "model": "MI382-1",
    "price": "119.00",
    "related_code": None,
}


@pytest.mark.parametrize("code", ["E1393", "E139", "99213", "0001U", "D0120", "NU"])
def test_a_code_of_no_edition_is_refused(code: str, bought: Request, reviewed: Review) -> None:
    found = [finding for finding in reviewed(line(bought, code=code)) if finding.rule == "code-unknown"]
    assert [(finding.field, finding.severity) for finding in found] == [("lines[0].code", Severity.STOP)]


@pytest.mark.parametrize(
    ("code", "word"), [("99213", "CPT"), ("0001U", "CPT"), ("D0120", "dental"), ("E1393", "letter by")]
)
def test_an_unknown_code_is_explained_by_what_it_looks_like(
    code: str, word: str, bought: Request, reviewed: Review
) -> None:
    found = [finding for finding in reviewed(line(bought, code=code)) if finding.rule == "code-unknown"]
    assert word in found[0].words


def test_a_code_of_the_bare_list_is_known(bought: Request, reviewed: Review) -> None:
    assert of("code-unknown", reviewed(line(bought, code="K9999"))) == []


@pytest.mark.parametrize(("on", "refused"), [("2018-12-31", True), ("2019-01-01", False)])
def test_a_code_holds_from_its_first_day(*, on: str, refused: bool, bought: Request, reviewed: Review) -> None:
    found = of("code-not-in-force", reviewed(line(bought, code="E0447", modifiers=[], on=on)))
    assert found == (["lines[0].code"] if refused else [])


def test_small_letters_are_read_as_capitals(bought: Request, reviewed: Review) -> None:
    bought["diagnoses"] = ["j44.9", "j9611"]
    findings = reviewed(line(bought, code="e1392", modifiers=["nu"], pointers=["a", "b"]))
    assert [finding.rule for finding in findings] == ["rental-only-descriptor"]


@pytest.mark.parametrize(
    ("modifier", "on", "refused"),
    [
        ("ZZ", "2026-03-02", True),
        ("QH", "2026-03-02", False),
        ("N1", "2022-12-31", True),
        ("N1", "2023-01-01", False),
        ("RP", "2008-12-31", False),
        ("RP", "2009-01-01", True),
        ("99", "2026-03-02", False),
    ],
)
def test_a_modifier_is_known_and_holds_on_that_day(
    *,
    modifier: str,
    on: str,
    refused: bool,
    bought: Request,
    reviewed: Review,
) -> None:
    found = of("modifier-unknown", reviewed(line(bought, modifiers=["RR", modifier], on=on)))
    assert found == (["lines[0].modifiers[1]"] if refused else [])


@pytest.mark.parametrize(("place", "refused"), [("12", False), ("11", False), ("98", True), ("1", True)])
def test_a_place_of_service_is_of_the_list(*, place: str, refused: bool, bought: Request, reviewed: Review) -> None:
    assert of("pos-unknown", reviewed(line(bought, pos=place))) == (["lines[0].pos"] if refused else [])


@pytest.mark.parametrize(
    "modifiers",
    [
        ["RR", "NU"],
        ["NU", "UE"],
        ["RR", "LL"],
        ["RR", "MS"],
        ["RR", "QE", "QA"],
        ["RR", "QF", "QB"],
        ["RR", "QG", "QR"],
        ["RR", "N1", "N2"],
        ["RR", "N3", "KX"],
        ["RR", "KX", "GA"],
        ["RR", "KX", "GZ"],
        ["RR", "KX", "GY"],
        ["RR", "N1", "GZ"],
        ["RR", "RR"],
        ["RR", "CR", "CR"],
    ],
)
def test_modifiers_that_exclude_each_other(modifiers: list[str], bought: Request, reviewed: Review) -> None:
    findings = [f for f in reviewed(line(bought, modifiers=modifiers)) if f.rule == "modifier-conflict"]
    assert [(finding.field, finding.severity) for finding in findings] == [("lines[0].modifiers", Severity.STOP)]
    assert modifiers[-1] in findings[0].words


@pytest.mark.parametrize(
    "modifiers", [["RR", "QF", "N1", "RA"], ["RR", "KX", "CR"], ["RR", "QE", "GA", "EY"], ["NU", "QH"]]
)
def test_modifiers_that_stand_beside_each_other(modifiers: list[str], bought: Request, reviewed: Review) -> None:
    findings = reviewed(line(bought, modifiers=modifiers))
    assert {f.rule for f in findings} <= {"rental-only-descriptor", "rental-purchase-price"}


@pytest.mark.parametrize("code", [
    "E0424", "E0425", "E0430", "E0431", "E0433", "E0434", "E0435", "E0439", "E0440",
    "E1390", "E1391", "E1392", "E1405", "E1406", "K0738", "E1399",
])  # fmt: skip
@pytest.mark.parametrize(
    ("modifiers", "missing"),
    [(["RR"], False), (["NU"], False), (["UE"], False), (["MS"], True), (["LL"], True), ([], True), (["QH"], True)],
)
def test_equipment_says_how_it_was_given(
    *,
    modifiers: list[str],
    missing: bool,
    code: str,
    bought: Request,
    reviewed: Review,
) -> None:
    found = of("modifier-missing", reviewed(line(bought, code=code, modifiers=modifiers)))
    assert found == (["lines[0].modifiers"] if missing else [])


@pytest.mark.parametrize("code", ["A4615", "E0443", "E1356", "K9999"])
def test_what_is_no_equipment_need_not_say_how_it_was_given(code: str, bought: Request, reviewed: Review) -> None:
    assert of("modifier-missing", reviewed(line(bought, code=code, modifiers=[]))) == []


@pytest.mark.parametrize(
    ("modifiers", "refused"),
    [
        (["RR", "QF", "N1"], False),
        (["RR", "QF", "N1", "99"], False),
        (["RR", "QF", "N1", "RA", "CR"], True),
        (["RR", "QF", "N1", "99", "CR"], True),
    ],
)
def test_a_line_has_room_for_four_modifiers(
    *,
    modifiers: list[str],
    refused: bool,
    bought: Request,
    reviewed: Review,
) -> None:
    found = of("modifier-too-many", reviewed(line(bought, modifiers=modifiers)))
    assert found == (["lines[0].modifiers"] if refused else [])


@pytest.mark.parametrize("pointer", ["C", "Z", "AB", "1", "Ä"])
def test_a_letter_without_a_diagnosis_points_nowhere(pointer: str, bought: Request, reviewed: Review) -> None:
    assert of("pointer-invalid", reviewed(line(bought, pointers=["A", pointer]))) == ["lines[0].pointers[1]"]


@pytest.mark.parametrize(("pointers", "refused"), [("ABCD", False), ("ABCDE", True)])
def test_a_line_points_at_four_diagnoses_at_most(
    *, pointers: str, refused: bool, bought: Request, reviewed: Review
) -> None:
    bought["diagnoses"] = ["J44.9", "J96.11", "R09.02", "J44.9", "J44.9"]
    found = of("pointer-invalid", reviewed(line(bought, pointers=list(pointers))))
    assert found == (["lines[0].pointers"] if refused else [])


@pytest.mark.parametrize(("count", "refused"), [(11, False), (12, False), (13, True)])
def test_a_claim_has_room_for_twelve_diagnoses(*, count: int, refused: bool, bought: Request, reviewed: Review) -> None:
    bought["diagnoses"] = ["J44.9"] * count
    assert of("diagnosis-too-many", reviewed(bought)) == (["diagnoses"] if refused else [])


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        ("J44.9", None),
        ("J449", None),
        ("J44", "diagnosis-not-billable"),
        ("J44.99", "diagnosis-unknown"),
        ("J4.49", "diagnosis-unknown"),
        ("COPD", "diagnosis-unknown"),
    ],
)
def test_a_diagnosis_is_of_the_set_of_that_day(code: str, rule: str | None, bought: Request, reviewed: Review) -> None:
    bought["diagnoses"][1] = code
    found = [(f.rule, f.field) for f in reviewed(bought) if f.rule.startswith("diagnosis")]
    assert found == ([(rule, "diagnoses[1]")] if rule else [])


@pytest.mark.parametrize(("on", "covered"), [
    ("2024-09-30", False), ("2024-10-01", True), ("2026-09-30", True), ("2026-10-01", False),
])  # fmt: skip
def test_a_day_that_no_set_covers_only_warns(*, on: str, covered: bool, bought: Request, reviewed: Review) -> None:
    bought["diagnoses"][1] = "J44"
    found = [(f.rule, f.severity) for f in reviewed(line(bought, on=on)) if f.rule.startswith("diagnosis")]
    assert found == [("diagnosis-not-billable", Severity.STOP) if covered else ("diagnosis-edition", Severity.WARN)]


def test_the_first_line_decides_which_set_counts(bought: Request, reviewed: Review) -> None:
    bought["lines"].append({**bought["lines"][0], "from": "2026-10-01", "to": "2026-10-01"})
    assert of("diagnosis-edition", reviewed(bought)) == []


@pytest.mark.parametrize(
    ("code", "modifiers", "said"),
    [
        ("E1392", ["NU"], True),
        ("E1392", ["UE"], True),
        ("E1392", ["RR"], False),
        ("E1390", ["NU"], False),
        ("E0425", ["NU"], False),
        ("K0738", ["NU"], True),
    ],
)
def test_a_sale_under_words_of_rental_warns(
    *,
    code: str,
    modifiers: list[str],
    said: bool,
    bought: Request,
    reviewed: Review,
) -> None:
    findings = [f for f in reviewed(line(bought, code=code, modifiers=modifiers)) if f.rule == "rental-only-descriptor"]
    assert [(f.field, f.severity) for f in findings] == ([("lines[0].code", Severity.WARN)] if said else [])


@pytest.mark.parametrize("part", ["description", "purpose", "maker", "model", "price"])
def test_a_code_for_anything_needs_every_part_of_its_narrative(part: str, bought: Request, reviewed: Review) -> None:
    told = line(bought, code="E1399", narrative=dict(NARRATIVE), maker=None, model=None, serial=None)
    assert reviewed(told) == ()
    told["lines"][0]["narrative"][part] = None
    assert of("noc-narrative", reviewed(told)) == ["lines[0].narrative"]
    del told["lines"][0]["narrative"][part]
    assert of("noc-narrative", reviewed(told)) == ["lines[0].narrative"]


def test_a_code_for_anything_needs_a_narrative_and_a_code_of_its_own_does_not(
    bought: Request, reviewed: Review
) -> None:
    assert of("noc-narrative", reviewed(line(bought, code="E1399"))) == ["lines[0].narrative"]
    assert of("noc-narrative", reviewed(line(bought, code="E1390"))) == []


@pytest.mark.parametrize(("modifiers", "price", "said"), [
    (["RR"], None, True), (["RR"], "1150.00", False), (["NU"], None, False), (["LL"], None, True),
])  # fmt: skip
def test_some_plans_ask_what_rented_equipment_costs(
    *,
    modifiers: list[str],
    price: str | None,
    said: bool,
    bought: Request,
    reviewed: Review,
) -> None:
    rented = line(bought, modifiers=modifiers, purchase_price=price)
    findings = [f for f in reviewed(rented) if f.rule == "rental-purchase-price"]
    assert [(f.field, f.severity) for f in findings] == ([("lines[0].purchase_price", Severity.NOTE)] if said else [])
