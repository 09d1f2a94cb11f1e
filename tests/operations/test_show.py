"""The official record as it is shown, held against what a public reference prints."""

from datetime import date

import msgspec
import pytest

from db.connection import ask
from desktop import files
from desktop.desk import Desk
from desktop.operations.catalogue import ShippedCatalogue
from desktop.operations.show import Shown, show
from desktop.rulefiles import knowledge
from desktop.rulefiles.load import load


@pytest.fixture(scope="module")
def desk(catalogue: ShippedCatalogue) -> Desk:
    return Desk(catalogue, load(files.resources()), lambda _description: None, date(2026, 3, 2))


def values(shown: Shown, field: str) -> list[str | None]:
    return [entry.value for entry in shown.record if entry.field == field]


def meanings(shown: Shown, field: str) -> list[str]:
    return [entry.meaning for entry in shown.record if entry.field == field]


LONG_E1390 = (
    "Oxygen concentrator, single delivery port, capable of delivering 85 percent or greater oxygen concentration "
    "at the prescribed flow rate"
)
OF_E1390 = (LONG_E1390, "Oxygen concentrator", "2000-01-01", "2004-01-01")
OF_E1392 = ("Portable oxygen concentrator, rental", "Portable oxygen concentrator", "2006-01-01", "2006-01-01")


@pytest.mark.parametrize(("code", "own"), [("E1390", OF_E1390), ("E1392", OF_E1392)])
def test_the_record_agrees_with_the_public_reference(code: str, own: tuple[str, str, str, str], desk: Desk) -> None:
    long, short, added, effective = own
    shown = show(desk, code)
    assert (shown.code, shown.kind) == (code, "code")
    assert {entry.field: entry.value for entry in shown.record if entry.value is not None} == {
        "HCPCS_CD": code,
        "HCPCS_SQNC_NUM": "0010",
        "HCPCS_REC_IDENT_CD": "3",
        "HCPCS_LONG_DESC_TXT": long,
        "HCPCS_SHRT_DESC_TXT": short,
        "HCPCS_PRCNG_IND_CD": "33",
        "HCPCS_MLTPL_PRCNG_IND_CD": "A",
        "HCPCS_CIM_RFRNC_SECT_NUM": "60-4",
        "HCPCS_CVRG_CD": "D",
        "HCPCS_BETOS_CD": "D1C",
        "HCPCS_TYPE_SRVC_CD": "R",
        "HCPCS_ANSTHSA_BASE_UNIT_QTY": "0",
        "HCPCS_CD_ADD_DT": added,
        "HCPCS_ACTN_EFCTV_DT": effective,
        "HCPCS_ACTN_CD": "N",
        "status": "in force",
    }


@pytest.mark.parametrize(
    ("field", "meaning"),
    [
        ("HCPCS_PRCNG_IND_CD", "oxygen and oxygen equipment (price subject to floors and ceilings)"),
        ("HCPCS_MLTPL_PRCNG_IND_CD", "not applicable, priced under one methodology"),
        ("HCPCS_CIM_RFRNC_SECT_NUM", "section 60-4 of the Coverage Issues Manual"),
        ("HCPCS_CVRG_CD", "special coverage instructions apply"),
        ("HCPCS_BETOS_CD", "oxygen and supplies"),
        ("HCPCS_TYPE_SRVC_CD", "rental of DME (durable medical equipment)"),
        ("HCPCS_CD_ADD_DT", "in HCPCS since January 1, 2000"),
        ("HCPCS_ACTN_EFCTV_DT", "CMS's last action on it holds from January 1, 2004"),
        ("HCPCS_TRMNTN_DT", "no last day is set"),
        ("HCPCS_ACTN_CD", "no maintenance for this code"),
    ],
)
def test_every_value_of_e1390_has_its_meaning(field: str, meaning: str, desk: Desk) -> None:
    assert meanings(show(desk, "E1390"), field) == [meaning]


def test_all_29_fields_are_there_in_the_order_of_the_record(desk: Desk) -> None:
    fields = [entry.field for entry in show(desk, "E1390").record]
    assert len(fields) == 30
    assert fields[0] == "HCPCS_CD"
    assert fields[-3:] == ["HCPCS_ACTN_CD", "FILLER", "status"]
    assert fields.count("FILLER") == 2


def test_every_entry_of_every_kind_has_label_and_meaning(desk: Desk) -> None:
    for code in ("E1390", "E1399", "KX", "A4295", "J44.9", "G35", "C1742", "G0436"):
        for entry in show(desk, code).record:
            assert entry.label
            assert entry.meaning
            assert "{" not in entry.meaning


def test_a_field_that_occurs_several_times_stands_once_for_each(desk: Desk) -> None:
    shown = show(desk, "E1399")
    assert values(shown, "HCPCS_TYPE_SRVC_CD") == ["A", "P", "R"]
    assert meanings(shown, "HCPCS_TYPE_SRVC_CD")[0] == "used durable medical equipment"
    assert values(shown, "HCPCS_LONG_DESC_TXT") == ["Durable medical equipment, miscellaneous"]


def test_a_modifier_is_shown_with_its_record(desk: Desk) -> None:
    shown = show(desk, "KX")
    assert (shown.code, shown.kind) == ("KX", "modifier")
    assert values(shown, "HCPCS_MDFR_CD") == ["KX"]
    assert values(shown, "HCPCS_REC_IDENT_CD") == ["7"]
    assert values(shown, "HCPCS_LONG_DESC_TXT") == ["Requirements specified in the medical policy have been met"]
    assert values(shown, "status") == ["in force"]


def test_a_day_of_action_left_blank_by_cms_is_the_day_added(desk: Desk, catalogue: ShippedCatalogue) -> None:
    blank = catalogue.ask(ask, "select code from records where cells not like '%\"ACT EFF DT\"%'")
    assert len(blank) == 117
    for (code,) in blank:
        shown = show(desk, code)
        assert values(shown, "HCPCS_ACTN_EFCTV_DT") == values(shown, "HCPCS_CD_ADD_DT")
        assert meanings(shown, "HCPCS_ACTN_EFCTV_DT")[0].startswith("left blank in CMS's workbook, filled in here")


def test_a_code_is_no_modifier(desk: Desk) -> None:
    assert values(show(desk, "E1390"), "HCPCS_MDFR_CD") == [None]


def test_a_terminated_code_says_so(desk: Desk) -> None:
    shown = show(desk, "G0436")
    assert values(shown, "HCPCS_TRMNTN_DT") == ["2016-09-30"]
    assert meanings(shown, "HCPCS_TRMNTN_DT") == ["may not be used after September 30, 2016"]
    assert values(shown, "status") == ["not in force"]


def test_a_cross_reference_to_the_ama_says_that_it_is_not_here(desk: Desk) -> None:
    assert meanings(show(desk, "G0436"), "HCPCS_XREF_CD") == [
        "see 99406, which Oxydesk does not carry",
        "see 99407, which Oxydesk does not carry",
    ]


def test_a_cross_reference_to_a_code_that_is_here_says_where_to_look(desk: Desk) -> None:
    assert meanings(show(desk, "K0014"), "HCPCS_XREF_CD") == ["none"]
    assert meanings(show(desk, "Q9989"), "HCPCS_XREF_CD") == ["see J3358"]


def test_a_code_known_from_the_bare_list_says_that_no_more_is_known(desk: Desk) -> None:
    shown = show(desk, "A4295")
    assert (shown.code, shown.kind) == ("A4295", "code")
    assert values(shown, "HCPCS_CD") == ["A4295"]
    assert values(shown, "status") == ["known without words"]
    assert meanings(shown, "status") == [
        "on CMS's list of July 2026; its words, days and coverage are not in the HCPCS Level II, October 2025 record"
    ]
    assert not shown.forbidden


@pytest.mark.parametrize("typed", ["E1390", "e1390", " E1390 ", "e 1390\t"])
def test_case_and_blanks_do_not_matter(typed: str, desk: Desk) -> None:
    assert show(desk, typed) == show(desk, "E1390")


def test_every_answer_names_its_edition_and_what_is_known_of_2026(desk: Desk) -> None:
    for code in ("E1390", "KX", "A4295", "99213"):
        assert show(desk, code).edition.startswith("HCPCS Level II, October 2025. Of 2026 Oxydesk knows")
    assert "fiscal year 2026" in show(desk, "J44.9").edition


@pytest.mark.parametrize("typed", ["99213", "D0120", "E9999", "", "J44.99", "E1390; drop table codes"])
def test_what_is_in_no_edition_is_a_finding_that_stops(typed: str, desk: Desk) -> None:
    shown = show(desk, typed)
    assert shown.forbidden
    assert [finding.rule for finding in shown.findings] == ["code-unknown"]
    assert (shown.kind, shown.record, shown.knowledge) == (None, (), ())


def test_the_finding_names_what_was_asked_for(desk: Desk) -> None:
    assert show(desk, "e 9999").findings[0].words.startswith("E9999 is in no HCPCS Level II edition")
    assert "CPT" in show(desk, "99213").findings[0].words
    assert "dental" in show(desk, "D0120").findings[0].words


def test_the_answer_has_the_contract_s_keys_and_no_others(desk: Desk) -> None:
    answer = msgspec.json.decode(msgspec.json.encode(show(desk, "E1392")))
    assert list(answer) == ["code", "kind", "record", "knowledge", "edition"]
    assert {tuple(entry) for entry in answer["record"]} == {("field", "label", "value", "meaning")}


def test_the_answer_to_an_unknown_code_holds_the_finding_too(desk: Desk) -> None:
    answer = msgspec.json.decode(msgspec.json.encode(show(desk, "99213")))
    assert list(answer) == ["code", "kind", "record", "knowledge", "edition", "findings"]
    assert answer["findings"][0]["severity"] == "stop"


def test_a_diagnosis_is_shown_in_the_same_shape(desk: Desk) -> None:
    shown = show(desk, "j449")
    assert (shown.code, shown.kind) == ("J44.9", "diagnosis")
    assert values(shown, "LONG") == ["Chronic obstructive pulmonary disease, unspecified"]
    assert values(shown, "BILLABLE") == ["1"]


def test_a_diagnosis_that_changed_is_shown_in_each_of_its_wordings(desk: Desk) -> None:
    shown = show(desk, "G35")
    assert values(shown, "BILLABLE") == ["1", "0"]
    assert meanings(shown, "CODE") == [
        "in the set from October 1, 2024 to the day before October 1, 2025",
        "in the set from October 1, 2025 to the day before October 1, 2026",
    ]


def test_what_is_known_of_a_code_stands_beside_its_record(desk: Desk) -> None:
    told = knowledge.load(files.resources(), desk.rules.sources)
    for code in ("E1390", "E1392", "E1399", "KX"):
        assert show(desk, code).knowledge == told[code]
        assert len(told[code]) >= 3


def test_knowledge_names_sources_that_there_are(desk: Desk) -> None:
    for paragraph in show(desk, "E1392").knowledge:
        assert paragraph.sources
        assert set(paragraph.sources) <= set(desk.rules.sources.by_id)


def test_a_code_of_another_trade_has_its_record_and_no_knowledge(desk: Desk) -> None:
    shown = show(desk, "A0021")
    assert (shown.kind, shown.knowledge) == ("code", ())
