"""The superbill's PDF: every element read back, the same bytes every time, title and language set."""

import hashlib
import io
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from desktop.core.printing import complete
from desktop.core.superbill import Superbill
from desktop.core.version import VERSION
from desktop.operations.paper_look import paper_look, paper_words
from desktop.paper.document import Drawn
from desktop.paper.superbill import draw
from tests.paper import samples
from tests.paper.reading import text_of

ROOT = Path(__file__).parents[2]
SHA_OF_THE_LONGEST = """
import hashlib
from tests.paper.test_superbill_pdf import drawn
from tests.paper import samples
print(hashlib.sha256(drawn(samples.longest()).pdf).hexdigest())
"""


def drawn(superbill: Superbill, *, draft: bool = False) -> Drawn:
    return draw(complete(superbill, samples.SmallCatalogue(), paper_words(), draft=draft), paper_look())


ELEMENTS = [
    *("SUPERBILL", "SB-2026-000417", "issued 2 Mar 2026", "PAID IN FULL"),
    *("Gulf Breeze Oxygen", "Gulf Breeze Home Medical LLC", "418 Everhart Rd, Suite 3", "Corpus Christi TX 78411-0001"),
    *("361-555-0142", "counter@gulfbreeze.example", "NPI 1234567893", "EIN 91-1144442", "332B00000X", "TX-DME-00412"),
    *("PATIENT", "Marisol Treviño-O'Neill", "born 17 Aug 1951 · F", "77 Ocean Dr", "361-555-0177"),
    *("PLAN", "Lone Star Health Plan", "member XJH884120973", "group 70219", "PO Box 555"),
    *(
        "Anand Krishnamurthy, MD",
        "NPI 1679576722",
        "361-555-0110",
        "ordered 20 Feb 2026",
        "2 at rest, 2 asleep, 3 active",
    ),
    *(
        "A J44.9 Chronic obstructive pulmonary disease, unspecified",
        "B J96.11 Chronic respiratory failure with hypoxia",
    ),
    *("HCPCS / CPT", "E1392", "NU", "Portable oxygen concentrator, purchased new", "12", "A B"),
    *("CAIRE FreeStyle Comfort", "serial FSC-2291-0047", "Place of service 12: Home"),
    *("E1399", "Inogen BA-403", "NARRATIVE FOR LINE 2: E1399 NU", "for E1392", "Charges the spare battery outside"),
    *("PAYMENTS", "card · auth 00417", "Tax", "0.00", "2,495.00", "2,874.00", "Balance"),
    *("has not billed the plan", "does not accept assignment", "Supplier's signature", "Date"),
    *(f"Oxydesk {VERSION} · codes: HCPCS Oct 2025", "page 1 of 1"),
]


@pytest.mark.parametrize("element", ELEMENTS)
def test_every_element_stands_on_the_page(element: str) -> None:
    assert element in text_of(drawn(samples.without_own_code()).pdf)


def test_another_reader_reads_the_same() -> None:
    page = pypdfium2.PdfDocument(drawn(samples.one_line()).pdf)[0]
    words = " ".join(page.get_textpage().get_text_range().split())
    assert "Portable oxygen concentrator, purchased new" in words
    assert "Marisol Treviño-O'Neill" in words


def test_a_spanish_page_is_read_by_both() -> None:
    text = text_of(drawn(replace(samples.with_other_charges(), language="es")).pdf)
    for words in ("PACIENTE PATIENT", "CARGO", "CHARGE", "PAGADO EN SU TOTALIDAD PAID IN FULL", "2 mar 2026"):
        assert words in text
    assert "Oxygen concentrator, single delivery port, rental (alquiler)" in text


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Thị Ánh Tuyết",
        "Łucja Dąbrowska-Święs",
        "Зоя Ольховська",
        "Ελένη Παπαδοπούλου",
        "İpek Çağlayan Şişli",
        "Hózhǫ́ Yázhí Ą́ą́ Ǫ́",
        "Nguyê\u0303n Thi\u0323 A\u0301nh",
    ],
)
def test_names_of_the_world_are_printed(name: str) -> None:
    start = samples.one_line()
    superbill = replace(start, patient=replace(start.patient, first=name, last=None))
    pdf = drawn(superbill).pdf
    composed = name.replace("ê\u0303", "ễ").replace("i\u0323", "ị").replace("A\u0301n", "Án")
    assert composed in text_of(pdf)


def test_what_cannot_be_printed_shows_a_sign_instead_of_an_empty_box() -> None:
    start = samples.one_line()
    superbill = replace(start, patient=replace(start.patient, first="李\tMary"))
    assert "\ufffd\ufffdMary" in text_of(drawn(superbill, draft=True).pdf)


def test_a_draft_says_so_on_every_page() -> None:
    document = drawn(samples.many_lines(60), draft=True)
    pages = PdfReader(io.BytesIO(document.pdf)).pages
    assert len(pages) == document.pages > 1
    assert all("DRAFT" in page.extract_text() for page in pages)
    assert "DRAFT" not in text_of(drawn(samples.many_lines(60)).pdf)


@pytest.mark.parametrize(("language", "tag"), [("en", "en-US"), ("es", "es-US")])
def test_language_title_and_author_are_set(language: str, tag: str) -> None:
    reader = PdfReader(io.BytesIO(drawn(replace(samples.one_line(), language=language)).pdf))
    assert str(reader.root_object["/Lang"]) == tag
    assert reader.metadata is not None
    assert reader.metadata.title == "Superbill SB-2026-000417"
    assert reader.metadata.author == "Gulf Breeze Oxygen"
    assert reader.metadata.subject
    assert "Treviño" not in str(reader.metadata)


def test_every_font_is_embedded() -> None:
    reader = PdfReader(io.BytesIO(drawn(samples.longest(), draft=True).pdf))
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]


def test_the_same_superbill_is_the_same_bytes() -> None:
    assert drawn(samples.longest()).pdf == drawn(samples.longest()).pdf
    assert drawn(samples.one_line()).pdf != drawn(samples.one_line(), draft=True).pdf


def test_pages_drawn_at_the_same_time_do_not_mix() -> None:
    superbills = [replace(samples.one_line(), number=f"SB-{number}") for number in range(12)]
    alone = [drawn(superbill).pdf for superbill in superbills]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda superbill: drawn(superbill).pdf, superbills)) == alone


@pytest.mark.parametrize("odd", ["\x07bell", "漢字", "😀", "(bracket", "back\\slash", "line\nbreak", "%", "\xad"])
def test_odd_characters_in_number_and_name_still_make_a_draft(odd: str) -> None:
    start = samples.one_line()
    superbill = replace(start, number=odd, supplier=replace(start.supplier, dba=odd))
    reader = PdfReader(io.BytesIO(drawn(superbill, draft=True).pdf))
    assert reader.metadata is not None
    assert reader.metadata.author == odd
    assert len(reader.pages) == 1


@pytest.mark.parametrize(("seed", "zone"), [("0", "Pacific/Auckland"), ("12345", "America/Chicago")])
def test_another_process_draws_the_same_bytes(seed: str, zone: str) -> None:
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    told = subprocess.run(
        [sys.executable, "-c", SHA_OF_THE_LONGEST],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=True,
        text=True,
    )
    assert told.stdout.strip() == hashlib.sha256(drawn(samples.longest()).pdf).hexdigest()
