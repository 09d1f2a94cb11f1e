"""Official files of a handful of entries, made as the government makes them and pinned like real ones."""

import gzip
import hashlib
import io
import shutil
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from desktop import files
from desktop.rulefiles.findings import sources
from desktop.rulefiles.indicators import load as load_indicators
from tests.books.shop import Shop

Workbook = Callable[[Sequence[Mapping[str, str | float]]], bytes]
Order = Callable[[str, Sequence[tuple[str, int, str]]], bytes]

_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="ANWEB" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>',
}


def _cell(value: str | float) -> str:
    if isinstance(value, float):
        return f"<c><v>{value:.0f}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


@pytest.fixture(scope="session")
def headings() -> list[str]:
    """The columns of CMS's workbook."""
    root = files.resources()
    return load_indicators(root, sources(root)).headings


@pytest.fixture(scope="session")
def workbook(headings: list[str]) -> Workbook:
    """Makes a workbook as CMS does; what a record does not say is blank, but for what every record has."""

    def make(records: Sequence[Mapping[str, str | float]]) -> bytes:
        always: dict[str, str | float] = {
            "RECID": "3",
            "SEQNUM": "0010",
            "LONG DESCRIPTION": "Words",
            "ADD DT": "20000101",
        }
        names: dict[str, str | float] = dict(zip(headings, headings, strict=True))
        rows = [names, *({**always, **record} for record in records)]
        lines = ["".join(_cell(row.get(heading, "")) for heading in headings) for row in rows]
        sheet = "".join(f"<row>{line}</row>" for line in lines)
        start = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w") as archive:
            for name, text in {**_PARTS, "xl/worksheets/sheet1.xml": f"{start}{sheet}</sheetData></worksheet>"}.items():
                archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
        return written.getvalue()

    return make


@pytest.fixture(scope="session")
def order() -> Order:
    """Makes a zip with an ICD-10-CM order file of (code, billable, words)."""

    def make(member: str, entries: Sequence[tuple[str, int, str]]) -> bytes:
        lines = [
            f"{number:05} {code:<7} {billable} {words[:60]:<60} {words}\r\n"
            for number, (code, billable, words) in enumerate(entries, start=1)
        ]
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w") as archive:
            archive.writestr(member, "".join(lines))
        return written.getvalue()

    return make


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workbook: Workbook, order: Order) -> Path:
    """The shipped resources with official files of a handful of entries, in place of the real ones."""
    root = tmp_path / "resources"
    skipped = shutil.ignore_patterns("official", "fonts")
    shutil.copytree(files.resources(), root, ignore=skipped)
    official = {
        "HCPC2025_OCT_ANWEB.xlsx": workbook(
            [{"HCPC": "E1390"}, {"HCPC": "E1392"}, {"HCPC": "   RR", "RECID": "7", "COV": "C"}]
        ),
        "hcpcs_level2_2026q3.txt.gz": gzip.compress(b"A4295\nE1390\nE1392\n", mtime=0),
        "icd10cm-code-descriptions-2025.zip": order("icd10cm_order_2025.txt", [("J44", 0, "COPD"), ("J449", 1, "Old")]),
        "icd10cm-code-descriptions-2026.zip": order("icd10cm-order-2026.txt", [("J44", 0, "COPD"), ("J449", 1, "New")]),
        "cms_place_of_service_2024-05-02.csv": b"code,name,effective_note\n12,Home,\n",
        "zip3_state.csv": b"zip3,states,in_cms_lists\n787,TX,Y\n",
    }
    (root / "catalogue/official").mkdir()
    edition = (root / "catalogue/edition.toml").read_text(encoding="utf-8")
    for name, data in official.items():
        real = hashlib.sha256((files.resources() / "catalogue/official" / name).read_bytes()).hexdigest()
        edition = edition.replace(real, hashlib.sha256(data).hexdigest())
        (root / "catalogue/official" / name).write_bytes(data)
    (root / "catalogue/edition.toml").write_text(edition, encoding="utf-8")
    monkeypatch.setattr(files, "resources", lambda: root)
    return root


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """A store in a folder with a blank and letters of another keyboard."""
    return Shop(tmp_path / "Ñandú home")
