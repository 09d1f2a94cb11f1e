"""The list of licenses: complete, each with its text, and what is nobody's stops the build."""

import re
import tomllib
from importlib import metadata

import pytest

from tests.packaged import licenses
from tests.packaged.licenses import LICENSES, Collected, NobodysFile

PARTS = tomllib.loads((LICENSES / "parts.toml").read_text(encoding="utf-8"))["part"]
KNOWN = tomllib.loads((LICENSES / "known.toml").read_text(encoding="utf-8"))
PROJECT = tomllib.loads((LICENSES.parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SHORTEST = 150  # characters: even SQLite's blessing is longer


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_library_that_the_program_asks_for_is_on_the_list() -> None:
    named = {plain(part["file"].removesuffix(".txt")) for part in PARTS} | {plain(part["name"]) for part in PARTS}
    asked = {plain(re.split(r"[\[>=<]", line)[0]) for line in PROJECT["dependencies"]}
    of_qt = {"pyside6-essentials", "pyside6-pdf"}
    never_imported = {"python-stdnum"}
    assert asked - named == of_qt | never_imported
    assert {"Qt", "PySide6 (Qt for Python)", "PySide6 (Qt for Python), PDF"} <= {part["name"] for part in PARTS}


def test_every_part_says_its_license_and_has_its_text() -> None:
    for part in PARTS:
        assert set(part) == {"name", "version", "license", "file"}
        assert re.fullmatch(r"[\w.+() -]+", part["license"]), part
        assert len((LICENSES / "texts" / part["file"]).read_text(encoding="utf-8")) > SHORTEST, part


def test_no_text_lies_there_for_nobody() -> None:
    wanted = {part["file"] for part in PARTS} | {
        row["text"] for rows in KNOWN.values() for row in rows if "text" in row
    }
    assert {path.name for path in (LICENSES / "texts").iterdir()} == wanted


def test_a_file_that_is_nobody_s_is_named() -> None:
    with pytest.raises(NobodysFile, match=r"libmystery\.so\.1.*known\.toml"):
        Collected(["desktop/start.pyc", "libmystery.so.1"])


def test_whose_a_file_is_brings_that_part_and_what_is_inside_it() -> None:
    names = {part.name for part in Collected(["click/core.pyc", "PySide6/Qt/lib/libQt6Gui.so.6", "libz.so.1"]).parts}
    assert {"Python", "PyInstaller's start-up program", "click", "Qt", "HarfBuzz (in Qt)", "zlib"} <= names
    assert "SQLCipher" not in names


def test_a_distribution_without_a_license_s_text_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licenses, "_own_text", _without)
    with pytest.raises(NobodysFile, match="click"):
        Collected(["click/core.pyc"])


def _without(found: metadata.Distribution) -> str:
    raise NobodysFile(found.name)
