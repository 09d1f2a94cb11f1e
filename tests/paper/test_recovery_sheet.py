"""The recovery sheet: the whole code on one page, in order, with what to do with it."""

import io
from datetime import date

from pypdf import PdfReader

from db.book import recovery_code
from desktop.operations import recovery_sheet

CODE = recovery_code.write(list(range(32)))


def words(pdf: bytes) -> str:
    """All that one page says."""
    (page,) = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(page.extract_text().split())


def test_the_code_stands_on_one_page_and_can_be_typed_back() -> None:
    said = words(recovery_sheet.draw(CODE, "Gulf Breeze Oxygen", date(2026, 3, 2)))
    groups = [word for word in said.split() if word in CODE.split("-")]
    assert recovery_code.read(" ".join(groups)) == CODE
    assert "Gulf Breeze Oxygen RECOVERY SHEET made March 2, 2026" in said
    assert "Whoever has it, and this computer or a backup, can read all that is in the book." in said


def test_a_sheet_of_the_same_day_is_the_same_to_the_byte() -> None:
    day = date(2026, 3, 2)
    assert recovery_sheet.draw(CODE, "Zoë’s Oxygen", day) == recovery_sheet.draw(CODE, "Zoë’s Oxygen", day)
