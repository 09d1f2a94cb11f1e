"""What a support call is told, and whose work is in the program."""

from pathlib import Path

import pytest

from db.book.first_rows import Store
from db.book.rows import Patient
from desktop import files, log
from desktop.core.version import VERSION
from desktop.operations import about, patients, store
from desktop.operations.book import open_book

SAMPLE = """
[[part]]
name = "Noto Sans"
version = "2.013"
license = "OFL-1.1"
file = "noto.txt"
"""


@pytest.fixture
def licenses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Resources with a list of one part."""
    (tmp_path / "licenses" / "texts").mkdir(parents=True)
    (tmp_path / "licenses" / "parts.toml").write_text(SAMPLE, "utf-8")
    (tmp_path / "licenses" / "texts" / "noto.txt").write_text("SIL OPEN FONT LICENSE", "utf-8")
    monkeypatch.setattr(files, "resources", lambda: tmp_path)
    return tmp_path


def test_each_part_is_told_with_its_license(licenses: Path) -> None:
    (part,) = about.parts()
    assert (part.name, part.version, part.license) == ("Noto Sans", "2.013", "OFL-1.1")
    assert about.license_text(part) == "SIL OPEN FONT LICENSE"


def test_without_the_list_the_program_names_itself(licenses: Path) -> None:
    (licenses / "licenses" / "parts.toml").unlink()
    (part,) = about.parts()
    assert (part.name, part.license, about.license_text(part)) == ("Oxydesk", "Apache-2.0", "")


def test_every_part_that_is_shipped_has_its_text() -> None:
    assert [part.name for part in about.parts() if not about.license_text(part)] == []


def test_support_is_told_how_much_there_is_and_no_name(tmp_path: Path) -> None:
    home = tmp_path / "Ana Ruiz"
    with open_book(home) as book:
        store.save(book, Store(legal_name="Gulf Breeze Oxygen"))
        for number in range(13):
            patients.save(book, Patient(first="Marisol", last=f"Treviño {number}"))
        log.begin(home)
        told = about.for_support(home, [("Qt", "6.9")], None, book)
        log.end()
    assert told.splitlines()[:2] == [f"Oxydesk: {VERSION}", "Qt: 6.9"]
    assert "patients ~10" in told
    assert "Last backup: none" in told
    assert not [name for name in ("Marisol", "Treviño", "Gulf Breeze", "Ruiz") if name in told]


def test_a_locked_store_tells_only_of_the_program(tmp_path: Path) -> None:
    told = about.for_support(tmp_path, [], None, None)
    assert "Rows" not in told
    assert f"Oxydesk: {VERSION}" in told
