"""What a clerk must know about a code: a file that is not right is refused, and what is shipped is complete."""

import re
import shutil
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from desktop import files
from desktop.core.finding import Mark
from desktop.core.knowledge import Knowledge
from desktop.rulefiles import findings, knowledge
from desktop.rulefiles.checks import RuleFileProblem

RESOURCES = Path(__file__).parents[1] / "resources"
OFFICIAL = "catalogue/official/HCPC2025_OCT_ANWEB.xlsx"

EXPLAINED = tomllib.loads((RESOURCES / "explained.toml").read_text(encoding="utf-8"))
OXYGEN_CODES: list[str] = EXPLAINED["codes"]
MODIFIERS: list[str] = EXPLAINED["modifiers"]
CODE_HEADINGS = {
    "What it is and is not",
    "Who gets it",
    "Common modifiers",
    "Papers to keep",
    "Why it is denied, and what prevents it",
    "How plans differ",
    "Mistaken for it",
    "How to check a bill",
}
E1399_HEADINGS = {
    "Its narrative",
    "Letter of medical necessity",
    "Prior authorization",
    "Following up a slow claim",
}
MODIFIER_HEADINGS = {"What it tells the payer", "When it is right", "Never with"}

WAYS = [
    ("unknown-key", "rent.toml", "paragraph[0].colour", "is not a field here"),
    ("no-source", "rent.toml", "paragraph[0]", "has no source"),
    ("unknown-source", "rent.toml", "paragraph[0]", "names the source 'HEARSAY'"),
    ("unknown-mark", "rent.toml", "paragraph[0].mark", 'found "certain"; allowed is published'),
    ("unknown-heading", "rent.toml", "paragraph[0].heading", "found 'What it costs'"),
    ("heading-of-another-kind", "rent.toml", "paragraph[0].heading", "for a modifier allowed are What it tells"),
    ("heading-missing", "tanks.toml", "E0431", "has nothing under 'Mistaken for it'"),
    ("heading-twice", "headings.toml", "What it is", "stands twice"),
    ("paragraph-twice", "rent.toml", "paragraph[1]", "says the same as paragraph[0]"),
    ("code-explained-twice", "rent.toml", "RR", "stands twice"),
    ("code-not-explained", "rent.toml", "paragraph[0].holds_for", "names NU"),
    ("code-named-twice", "tanks.toml", "paragraph[0].holds_for", "names E0424 twice"),
    ("no-code", "rent.toml", "paragraph[0].holds_for", "names no code"),
    ("group-holds-stranger", "groups.toml", "tanks", "holds E9999"),
    ("group-twice", "groups.toml", "tanks", "stands twice"),
    ("group-unused", "groups.toml", "spare", "is used by no paragraph"),
    ("place-not-filled", "tanks.toml", "paragraph[0].words", "has the place {nmae}"),
    ("brace-open", "rent.toml", "paragraph[0].words", "has a brace"),
]

BRITISH = re.compile(
    r"\b(\w*(?:colour|favour|honour|labour|behaviou)\w*|litres?|metres?|centres?|programmes?|authoris\w*|itemis\w*|"
    r"recognis\w*|organis\w*|cheques?|licen[c]e|oedema|haem\w+|anaem\w+|judgement|cancelled|travell\w+|grey|whilst)\b",
    re.IGNORECASE,
)
CODE = re.compile(r"\b[A-Z]\d{4}\b")
MODIFIER = re.compile(r"\b(?:[A-Z]{2}|[A-Z]\d)\b")
NOT_MODIFIERS = {
    "ID": "an abbreviation",
    "AC": "current from the wall",
    "DC": "current from a car",
    "CO": "begins the number of a denial",
    "M2": "a remark of a denial",
    "RP": "gone since 2009, named so that nobody looks for it",
}
DIAGNOSIS = re.compile(r"\b[A-Z]\d\d\.\d+\b")

Known = Mapping[str, tuple[Knowledge, ...]]


def told(root: Path) -> Known:
    return knowledge.load(root, findings.sources(root))


@pytest.fixture(scope="module")
def shipped() -> Known:
    return told(files.resources())


@pytest.fixture(scope="module")
def official() -> frozenset[str]:
    """Every code and modifier of the official release of October 2025."""
    sheet = CalamineWorkbook.from_path(str(files.resources() / OFFICIAL)).get_sheet_by_index(0)
    return frozenset(str(row[0]).strip() for row in sheet.to_python())


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RESOURCES / "sound-knowledge", tmp_path / "resources"))


def words(known: Known) -> list[tuple[str, str]]:
    return [(code, paragraph.words) for code, paragraphs in known.items() for paragraph in paragraphs]


def test_a_shared_paragraph_speaks_of_each_code_by_its_own_name(sound: Path) -> None:
    known = told(sound)
    assert known["E0431"][0] == Knowledge(
        "What it is", "The portable tank is E0431. It is rented.", ("LIST",), Mark.PUBLISHED
    )
    assert known["RR"][0].words == "It is rented, and {nothing} is sold."


def test_headings_come_in_their_order_and_a_codes_own_words_before_shared_ones(sound: Path) -> None:
    assert [(one.heading, one.words) for one in told(sound)["E0424"]] == [
        ("What it is", "It holds its gas."),
        ("What it is", "The home tank is E0424. It is rented."),
        ("Mistaken for it", "E0431 is carried."),
    ]


def test_the_sources_in_use_are_known(sound: Path) -> None:
    assert knowledge.used_sources(told(sound)) == {"LIST"}


@pytest.mark.parametrize(("way", "file", "key", "reason"), WAYS)
def test_a_file_that_is_not_right_is_refused_with_file_key_and_reason(
    sound: Path, way: str, file: str, key: str, reason: str
) -> None:
    shutil.copytree(RESOURCES / "broken" / f"knowledge-{way}", sound, dirs_exist_ok=True)
    with pytest.raises(RuleFileProblem) as caught:
        told(sound)
    assert (caught.value.file, caught.value.key) == (f"knowledge/{file}", key)
    assert reason in caught.value.reason


def test_every_way_to_be_wrong_is_tried() -> None:
    there = {path.name.removeprefix("knowledge-") for path in (RESOURCES / "broken").glob("knowledge-*")}
    assert there == {way for way, _, _, _ in WAYS}


def test_every_oxygen_code_and_modifier_is_explained(shipped: Known) -> None:
    assert set(shipped) == {*OXYGEN_CODES, *MODIFIERS}


def test_every_code_has_all_headings(shipped: Known) -> None:
    for code in OXYGEN_CODES:
        wanted = CODE_HEADINGS | (E1399_HEADINGS if code == "E1399" else set())
        assert {paragraph.heading for paragraph in shipped[code]} == wanted, code


def test_every_modifier_has_all_headings(shipped: Known) -> None:
    for modifier in MODIFIERS:
        assert {paragraph.heading for paragraph in shipped[modifier]} == MODIFIER_HEADINGS, modifier


@pytest.mark.parametrize("heading", ["What it is and is not", "Mistaken for it"])
def test_what_a_code_is_and_what_is_mistaken_for_it_are_its_own_words(shipped: Known, heading: str) -> None:
    first = [next(one.words for one in shipped[code] if one.heading == heading) for code in OXYGEN_CODES]
    assert len(set(first)) == len(OXYGEN_CODES)


def test_mistaken_for_it_names_another_real_code(shipped: Known, official: frozenset[str]) -> None:
    for code in OXYGEN_CODES:
        said = " ".join(one.words for one in shipped[code] if one.heading == "Mistaken for it")
        assert (set(CODE.findall(said)) - {code}) & official, code


def test_no_paragraph_names_a_code_or_modifier_that_does_not_exist(shipped: Known, official: frozenset[str]) -> None:
    for code, said in words(shipped):
        named = {*CODE.findall(said), *MODIFIER.findall(DIAGNOSIS.sub("", said))} - set(NOT_MODIFIERS)
        assert named <= official, code


def test_a_paragraph_is_as_long_as_a_clerk_reads(shipped: Known) -> None:
    for code, said in words(shipped):
        assert 40 <= len(said) <= 700, f"{code}: {said}"


def test_spelling_is_american(shipped: Known) -> None:
    for code, said in words(shipped):
        assert BRITISH.search(said) is None, f"{code}: {said}"


def test_the_spelling_check_sees_british_words() -> None:
    assert [found.group() for found in BRITISH.finditer("5 litres, authorised, labour, grey, cheque, oedema")] == [
        "litres",
        "authorised",
        "labour",
        "grey",
        "cheque",
        "oedema",
    ]


def test_what_is_not_sure_tells_whom_to_ask(shipped: Known) -> None:
    unsure = [
        (code, one)
        for code, paragraphs in shipped.items()
        for one in paragraphs
        if one.mark in (Mark.UNVERIFIED, Mark.CONFLICT)
    ]
    assert unsure
    for code, one in unsure:
        # "Other plans: ask." is said where Medicare's own part is clear and only the rest is open.
        assert re.search(r"ask (?:the|your|for)|: ask|ask\.|check with the contractor", one.words, re.IGNORECASE), (
            f"{code}: {one.words}"
        )


def test_every_source_is_known(shipped: Known) -> None:
    assert knowledge.used_sources(shipped) <= set(findings.sources(files.resources()).by_id)
