"""Receipt, credit and ABN sheet as PDFs: text read back, boxes, the same bytes every time."""

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from desktop.core.abn import Notice
from desktop.core.abn_printing import complete_sheet
from desktop.core.credit import Credit, ReturnedLine
from desktop.core.credit_printing import complete_credit
from desktop.core.printed import PrintedReceipt, PrintedSheet
from desktop.core.receipt_printing import complete_receipt
from desktop.core.superbill import OtherCharge, Superbill
from desktop.operations.paper_look import abn_words, paper_look, paper_words
from desktop.paper.document import Drawn, Page
from desktop.paper.faces import printable
from desktop.paper.logo import Logo
from desktop.paper.receipt import draw_receipt, lay_out_receipt
from desktop.paper.sheet import draw_sheet, lay_out_sheet
from tests.paper import other_samples, samples
from tests.paper.boxes import check, letters_stay_inside
from tests.paper.reading import text_of
from tests.paper.typed import ADDRESSES, AMOUNTS, WORDS

ROOT = Path(__file__).parents[2]
LOOK = paper_look()
CATALOGUE = samples.SmallCatalogue()
SHA_OF_ALL = """
import hashlib
from tests.paper.test_other_papers import PAPERS, drawn
print(hashlib.sha256(b"".join(drawn(PAPERS[name]("es")).pdf for name in PAPERS)).hexdigest())
"""
Printed = PrintedReceipt | PrintedSheet


def of_receipt(sale: Superbill, *, sells: bool = True, draft: bool = False) -> PrintedReceipt:
    return complete_receipt(sale, CATALOGUE, paper_words(), sells_equipment=sells, draft=draft)


def of_credit(credit: Credit, *, draft: bool = False) -> PrintedReceipt:
    return complete_credit(credit, CATALOGUE, paper_words(), draft=draft)


def of_notice(notice: Notice, *, draft: bool = False) -> PrintedSheet:
    return complete_sheet(notice, CATALOGUE, paper_words(), abn_words(), draft=draft)


def drawn(printed: Printed) -> Drawn:
    return draw_sheet(printed, LOOK) if isinstance(printed, PrintedSheet) else draw_receipt(printed, LOOK)


def pages_of(printed: Printed) -> list[Page]:
    return lay_out_sheet(printed, LOOK) if isinstance(printed, PrintedSheet) else lay_out_receipt(printed, LOOK)


def receipt(sale: Superbill) -> Callable[[str], Printed]:
    return lambda language: of_receipt(replace(sale, language=language))


def credit(back: Credit) -> Callable[[str], Printed]:
    return lambda language: of_credit(replace(back, language=language))


def notice(sale: Superbill, *reasons: str, own: str | None = None) -> Callable[[str], Printed]:
    return lambda language: of_notice(Notice(replace(sale, language=language), reasons, own))


PAPERS = {
    "receipt": receipt(samples.one_line()),
    "receipt for Medicare": receipt(other_samples.medicare_sale()),
    "receipt for nobody known": receipt(other_samples.unknown_customer()),
    "receipt with other charges": receipt(samples.with_other_charges()),
    "receipt of the longest": receipt(samples.longest()),
    "receipt of sixty lines": receipt(samples.many_lines(60)),
    "receipt without lines": receipt(replace(samples.one_line(), lines=(), payments=())),
    "credit": credit(other_samples.credit()),
    "credit with charges": credit(other_samples.credit_with_charges()),
    "credit of the longest": credit(other_samples.credit_of_longest()),
    "credit of sixty lines": credit(other_samples.credit_of_many(60)),
    "ABN": notice(other_samples.medicare_sale(), "bought"),
    "ABN with every reason": notice(samples.with_other_charges(), *abn_words().reasons, own="So the plan said. " * 9),
    "ABN of the longest": notice(samples.longest(), "bought"),
    "ABN of sixty lines": notice(samples.many_lines(60), "no_order"),
}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", PAPERS)
def test_nothing_leaves_the_margins_and_nothing_overlaps(name: str, language: str) -> None:
    check(pages_of(PAPERS[name](language)))


@pytest.mark.parametrize("name", ["receipt of the longest", "credit of the longest", "ABN of the longest"])
def test_the_letters_themselves_stay_inside_the_margins(name: str) -> None:
    letters_stay_inside(drawn(PAPERS[name]("es")).pdf)


@pytest.mark.parametrize("name", PAPERS)
def test_the_same_paper_is_the_same_bytes(name: str) -> None:
    assert drawn(PAPERS[name]("en")).pdf == drawn(PAPERS[name]("en")).pdf


@pytest.mark.parametrize(("seed", "zone"), [("0", "Pacific/Auckland"), ("12345", "America/Chicago")])
def test_another_process_draws_the_same_bytes(seed: str, zone: str) -> None:
    here = hashlib.sha256(b"".join(drawn(PAPERS[name]("es")).pdf for name in PAPERS)).hexdigest()
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    told = subprocess.run(
        [sys.executable, "-c", SHA_OF_ALL], cwd=ROOT, env=environment, capture_output=True, check=True, text=True
    )
    assert told.stdout.strip() == here


RECEIPT = [
    *("RECEIPT", "Proof of purchase", "R-2026-000031", "issued 2 Mar 2026", "NOT FOR FILING WITH MEDICARE"),
    *("Gulf Breeze Oxygen", "418 Everhart Rd, Suite 3", "361-555-0142", "PAID IN FULL"),
    *("CUSTOMER (PATIENT)", "Marisol Treviño-O'Neill", "77 Ocean Dr", "361-555-0177"),
    *("Portable oxygen concentrator, purchased new", "CAIRE FreeStyle Comfort · serial FSC-2291-0047"),
    *("Tax 0.00", "Total 2,495.00", "Paid 2,495.00", "Balance 0.00", "card · auth 00417 2,495.00"),
    *("a patient cannot send it to Medicare", "no claim is filed for what was sold here", "page 1 of 1"),
]


@pytest.mark.parametrize("element", RECEIPT)
def test_every_element_of_a_receipt_stands_on_the_page(element: str) -> None:
    assert element in text_of(drawn(PAPERS["receipt for Medicare"]("en")).pdf)


@pytest.mark.parametrize(
    "private", ["E1392", "NU", "J44.9", "1951", "XJH884120973", "Lone", "Krishnamurthy,", "L/min:"]
)
def test_a_receipt_tells_nothing_of_plan_doctor_diagnoses_and_codes(private: str) -> None:
    words = text_of(drawn(PAPERS["receipt"]("en")).pdf)
    assert private not in words.split()


CREDIT = [
    *("CREDIT", "CR-2026-000004", "issued 9 Mar 2026", "CREDIT FOR", "SB-2026-000417", "issued 2 Mar 2026"),
    *("REASON", "Too heavy for the patient; returned", "line 1 of SB-2026-000417 · E1392 NU", "serial FSC-2291-0047"),
    *("-1 -2,495.00", "Credit -2,495.00", "Paid back 2,495.00", "Credit left 0.00", "card · auth 00502"),
    "stays as it was issued",
]


@pytest.mark.parametrize("element", CREDIT)
def test_every_element_of_a_credit_stands_on_the_page(element: str) -> None:
    assert element in text_of(drawn(PAPERS["credit"]("en")).pdf)


ABN = [
    *("FOR THE ABN FORM", "NOT MEDICARE'S FORM", "must not be signed", "cms.gov", "Before anything is handed over"),
    *("A Notifier", "Gulf Breeze Oxygen", "361-555-0142", "B Patient Name", "Marisol Treviño-O'Neill"),
    *("C Identification Number", "R-2026-000031", "Never the Medicare number", "CAIRE FreeStyle Comfort"),
    *("E Reason Medicare May Not Pay", "as a rental only", "F Estimated Cost", "$2,495.00", "G Options"),
    *("Option 1", "Option 2", "Option 3", "H Additional Information", "I Signature", "J Date"),
]


@pytest.mark.parametrize("element", ABN)
def test_every_element_of_the_abn_sheet_stands_on_the_page(element: str) -> None:
    assert element in text_of(drawn(PAPERS["ABN"]("en")).pdf)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "receipt for Medicare",
            ("RECIBO", "NO PRESENTAR A MEDICARE NOT FOR FILING WITH MEDICARE", "IMPORTE", "AMOUNT"),
        ),
        ("credit", ("NOTA DE CRÉDITO", "CRÉDITO POR", "CREDIT FOR", "Reembolsado / Paid back 2,495.00")),
        ("ABN", ("PARA EL ABN", "NOT MEDICARE'S FORM", "Costo estimado / Estimated Cost", "Opción 2")),
    ],
)
def test_a_spanish_page_has_its_english_beside_it(name: str, words: tuple[str, ...]) -> None:
    said = text_of(drawn(PAPERS[name]("es")).pdf)
    assert not [word for word in words if word not in said]


@pytest.mark.parametrize("name", ["Nguyễn Thị Ánh Tuyết", "Łucja Dąbrowska-Święs", "Зоя Ольховська", "Hózhǫ́ Ą́ą́ Ǫ́"])
def test_names_of_the_world_are_printed(name: str) -> None:
    sale = other_samples.medicare_sale()
    sale = replace(sale, patient=replace(sale.patient, first=name, last=None))
    for printed in (receipt(sale), credit(replace(other_samples.credit(), original=sale)), notice(sale, "bought")):
        assert name in text_of(drawn(printed("en")).pdf)


@pytest.mark.parametrize(("language", "tag", "title"), [("en", "en-US", "Receipt"), ("es", "es-US", "Recibo")])
def test_language_title_and_author_are_set(language: str, tag: str, title: str) -> None:
    reader = PdfReader(io.BytesIO(drawn(PAPERS["receipt for Medicare"](language)).pdf))
    assert str(reader.root_object["/Lang"]) == tag
    assert reader.metadata is not None
    assert reader.metadata.title == f"{title} R-2026-000031"
    assert reader.metadata.author == "Gulf Breeze Oxygen"
    assert "Treviño" not in str(reader.metadata)


def test_a_draft_says_so_on_every_page() -> None:
    papers = (
        of_receipt(samples.many_lines(60), draft=True),
        of_credit(other_samples.credit_of_many(60), draft=True),
        of_notice(other_samples.notice(), draft=True),
    )
    for printed in papers:
        pages = PdfReader(io.BytesIO(drawn(printed).pdf)).pages
        assert all("DRAFT" in page.extract_text() for page in pages)
        assert "DRAFT" not in text_of(drawn(replace(printed, document=replace(printed.document, draft=None))).pdf)


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (10, 1), (60, 4), (200, 10)])
def test_lines_run_over_as_many_pages_as_they_need(count: int, pages: int) -> None:
    laid_out = pages_of(of_receipt(samples.many_lines(count)))
    assert len(laid_out) == pages
    words = [text.words for page in laid_out for text in page.texts]
    for place in range(count):
        assert sum(f"SN-{place:05}" in said for said in words) == 1


def test_a_logo_stands_free() -> None:
    first = lay_out_receipt(of_receipt(samples.longest()), LOOK, Logo(None, 150.0, 46.0))[0]
    assert first.picture is not None
    right, bottom = first.picture.x + first.picture.width, first.picture.top + first.picture.height
    assert not [text for text in first.texts if text.x < right and text.top < bottom]


def test_payments_stand_level_with_the_totals_where_there_is_no_note() -> None:
    page = pages_of(of_receipt(samples.one_line()))[0]
    tops = {text.words: text.top for text in page.texts}
    assert tops["PAYMENTS"] == tops["Tax"]


@st.composite
def sales(draw_: st.DrawFn) -> Superbill:
    start = other_samples.medicare_sale()

    def say() -> str:
        return draw_(WORDS)

    address = draw_(ADDRESSES)
    lines = [
        replace(
            samples.line(),
            model=say(),
            serial=say(),
            code=draw_(st.sampled_from(["E1392", None, say()])),
            charge=draw_(AMOUNTS),
            units=draw_(st.integers(1, 999_999)),
            to=draw_(st.dates(date(2026, 3, 2))),
        )
        for _ in range(draw_(st.integers(0, 4)))
    ]
    return replace(
        start,
        language=draw_(st.sampled_from(["en", "es"])),
        number=say(),
        supplier=replace(start.supplier, dba=say(), email=say(), address=address),
        patient=replace(start.patient, first=say(), last=say(), address=address),
        lines=tuple(lines),
        other_charges=(OtherCharge(say(), draw_(AMOUNTS)),),
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(sales(), WORDS)
def test_whatever_is_typed_nothing_overlaps_and_nothing_is_lost(sale: Superbill, words: str) -> None:
    back = other_samples.returned(*(ReturnedLine(place, 1, None) for place in range(len(sale.lines))))
    given_back = replace(
        other_samples.credit(), original=sale, returned=back, reason=words, number=words, language=sale.language
    )
    for printed in (of_receipt(sale), of_credit(given_back), of_notice(Notice(sale, ("no_order",), words or None))):
        pages = pages_of(printed)
        check(pages)
        said = "".join(text.words for page in pages for text in page.texts).replace(" ", "")
        models = [printable(line.model or "", LOOK.faces.regular).replace(" ", "") for line in sale.lines]
        assert all(model.replace("\xa0", "") in said.replace("\xa0", "") for model in models)
