"""Where everything stands on the page: inside the margins, nothing over anything else, nothing lost."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.printed import Printed
from desktop.core.printing import complete
from desktop.core.superbill import OtherCharge, Payment, Superbill
from desktop.operations.paper_look import paper_look, paper_words
from desktop.paper.document import Page
from desktop.paper.faces import printable
from desktop.paper.logo import Logo
from desktop.paper.superbill import draw, lay_out
from tests.paper import samples
from tests.paper.boxes import check, letters_stay_inside
from tests.paper.typed import ADDRESSES, AMOUNTS, WORDS

LOOK = paper_look()


def printed(superbill: Superbill) -> Printed:
    return complete(superbill, samples.SmallCatalogue(), paper_words(), draft=False)


def pages_of(superbill: Superbill, logo: Logo | None = None) -> list[Page]:
    return lay_out(printed(superbill), LOOK, logo)


def twelve_diagnoses() -> Superbill:
    return replace(samples.one_line(), diagnoses=("J44.9", "J96.11", "I27.20", "G47.36") * 3)


def two_hundred_payments() -> Superbill:
    start = samples.one_line()
    return replace(start, payments=tuple(Payment(samples.DAY, "card", Decimal("1.00"), f"no. {n}") for n in range(200)))


SUPERBILLS = {
    "one line": samples.one_line(),
    "sixty lines": samples.many_lines(60),
    "longest names": samples.longest(),
    "twelve diagnoses": twelve_diagnoses(),
    "without a code of its own": samples.without_own_code(),
    "other charges": samples.with_other_charges(),
    "two hundred payments": two_hundred_payments(),
    "no lines": replace(samples.one_line(), lines=(), diagnoses=(), payments=()),
}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", SUPERBILLS)
def test_nothing_leaves_the_margins_and_nothing_overlaps(name: str, language: str) -> None:
    check(pages_of(replace(SUPERBILLS[name], language=language)))


def test_a_logo_stands_free() -> None:
    logo = Logo(None, 150.0, 46.0)
    first = pages_of(samples.longest(), logo)[0]
    assert first.picture is not None
    right, bottom = first.picture.x + first.picture.width, first.picture.top + first.picture.height
    assert not [text for text in first.texts if text.x < right and text.top < bottom]


@pytest.mark.parametrize("name", SUPERBILLS)
def test_the_letters_themselves_stay_inside_the_margins(name: str) -> None:
    letters_stay_inside(draw(printed(SUPERBILLS[name]), LOOK).pdf)


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (10, 1), (60, 4), (200, 10)])
def test_lines_run_over_as_many_pages_as_they_need(count: int, pages: int) -> None:
    superbill = samples.many_lines(count)
    laid_out = pages_of(superbill)
    assert len(laid_out) == pages
    words = [text.words for page in laid_out for text in page.texts]
    for place in range(count):
        assert sum(f"SN-{place:05}" in said for said in words) == 1


def test_each_page_of_the_table_has_its_headings_and_its_number() -> None:
    laid_out = pages_of(samples.many_lines(200))
    for number, page in enumerate(laid_out, 1):
        words = [text.words for text in page.texts]
        table = any("SN-" in said for said in words)
        assert ("HCPCS / CPT" in words) is table
        assert any(f"page {number} of {len(laid_out)}" in said for said in words)
        assert any(said.startswith("SB-2026-000417") for said in words)


@pytest.mark.parametrize("last", ["Szczepańska-Wójcik", "Szczepańska-" * 40])
def test_every_page_tells_the_number_however_long_the_name(last: str) -> None:
    start = samples.many_lines(60)
    for page in pages_of(replace(start, patient=replace(start.patient, last=last)))[1:]:
        assert any(text.words.startswith("SB-2026-000417") for text in page.texts)


@pytest.mark.parametrize("count", range(12, 40))
def test_a_line_and_the_totals_are_never_torn_apart(count: int) -> None:
    for page in pages_of(samples.many_lines(count)):
        words = [text.words for text in page.texts]
        codes = sum(text.words in ("E1392", "E1390", "E1356", "A4616") for text in page.texts)
        assert codes == sum("SN-" in said for said in words)
        assert len({"Tax", "Total", "Paid", "Balance"} & set(words)) in (0, 4)
        assert ("Supplier's signature" in words) is ("Date" in words)


def test_a_text_longer_than_a_page_runs_on_and_is_whole() -> None:
    start = samples.one_line()
    novel = " ".join(f"word{number}" for number in range(4000))
    superbill = replace(
        start,
        patient=replace(start.patient, first=novel),
        supplier=replace(start.supplier, dba=novel),
        lines=(replace(samples.line(), model=novel),),
    )
    laid_out = pages_of(superbill)
    check(laid_out)
    said = " ".join(text.words for page in laid_out for text in page.texts).split()
    assert all(said.count(f"word{number}") == 3 for number in (0, 1999, 3999))


@st.composite
def superbills(draw_: st.DrawFn) -> Superbill:
    start = samples.one_line()

    def say() -> str:
        return draw_(WORDS)

    address = draw_(ADDRESSES)
    modifiers = draw_(st.lists(st.sampled_from(["RR", "NU", "QF", "N1", "RA", say()]), max_size=6))
    lines = [
        replace(
            samples.line(),
            model=say(),
            serial=say(),
            code=draw_(st.sampled_from(["E1392", say()])),
            pos=draw_(st.sampled_from(["12", say()])),
            modifiers=tuple(modifiers),
            charge=draw_(AMOUNTS),
            units=draw_(st.integers(1, 10**9)),
            to=draw_(st.dates(date(2026, 3, 2))),
        )
        for _ in range(draw_(st.integers(0, 4)))
    ]
    return replace(
        start,
        language=draw_(st.sampled_from(["en", "es"])),
        number=say(),
        supplier=replace(start.supplier, dba=say(), legal_name=say(), email=say(), address=address),
        patient=replace(start.patient, first=say(), last=say(), member_id=say(), address=address),
        prescriber=replace(start.prescriber, last=say()),
        diagnoses=tuple(draw_(st.lists(st.sampled_from(["J44.9", "G47.36", say()]), max_size=30))),
        lines=tuple(lines),
        other_charges=(OtherCharge(say(), draw_(AMOUNTS)),),
        payments=(Payment(samples.DAY, say(), draw_(AMOUNTS), say()),),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(superbills())
def test_whatever_is_typed_nothing_overlaps_and_nothing_is_lost(superbill: Superbill) -> None:
    pages = pages_of(superbill)
    check(pages)
    said = "".join(text.words for page in pages for text in page.texts).replace(" ", "")
    serials = [printable(line.serial or "", LOOK.faces.regular).replace(" ", "") for line in superbill.lines]
    assert all(serial.replace("\xa0", "") in said.replace("\xa0", "") for serial in serials)
