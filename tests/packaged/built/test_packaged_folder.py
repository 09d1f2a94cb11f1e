"""The packaged folder: small, whole, nothing unneeded in it, and everybody's license with it."""

import fnmatch
import os
import sys
import tomllib
from pathlib import Path

import pytest

from tests.packaged import licenses
from tests.packaged.built.conftest import ROOT

MOST = 170_000_000
LARGE = 5_000_000
_JUSTIFIED = "#   "


@pytest.fixture(scope="module")
def inside(folder: Path) -> Path:
    """What both programs share."""
    return folder / "_internal"


def size(path: Path) -> int:
    """Bytes of a file, or of all files in a folder; links count nothing."""
    files = [path] if path.is_file() else path.rglob("*")
    return sum(file.stat().st_size for file in files if file.is_file() and not file.is_symlink())


def test_both_programs_share_one_folder(folder: Path) -> None:
    programs = {path.name for path in folder.iterdir() if path.is_file() and os.access(path, os.X_OK)}
    assert {"Oxydesk", "oxydesk-door"} <= programs
    assert size(folder / "Oxydesk") + size(folder / "oxydesk-door") < LARGE


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is Linux's")
def test_it_is_small(folder: Path) -> None:
    assert size(folder) <= MOST


@pytest.mark.skipif(sys.platform != "linux", reason="the parts have other names elsewhere")
def test_each_large_part_is_justified_and_each_justified_part_is_large(inside: Path) -> None:
    lines = (ROOT / "build.spec").read_text(encoding="utf-8").splitlines()
    justified = {line.split()[1] for line in lines if line.startswith(_JUSTIFIED)}
    parts = [*inside.iterdir(), *(path for path in inside.rglob("*") if path.is_file())]
    large = {str(path.relative_to(inside)) for path in parts if not path.is_symlink() and size(path) > LARGE}
    matched = {part: [name for name in justified if fnmatch.fnmatchcase(part, name)] for part in large}
    assert [part for part, names in matched.items() if not names] == []
    assert justified - {name for names in matched.values() for name in names} == set()


def test_every_link_leads_somewhere(inside: Path) -> None:
    assert [path for path in inside.rglob("*") if path.is_symlink() and not path.exists()] == []


def test_no_other_sqlite_no_network_no_developer_s_tool_is_in_it(inside: Path) -> None:
    names = {path.relative_to(inside).as_posix() for path in inside.rglob("*")}
    unneeded = (
        "sqlite3*",
        "lib*sqlite3*",
        "ssl.*",
        "*/_ssl*",
        "libssl*",
        "*gtk*",
        "*wayland*",
        "pytest*",
        "*/tls/*",
        "PyInstaller*",
    )
    assert [name for name in names if any(fnmatch.fnmatchcase(name, pattern) for pattern in unneeded)] == []


def test_the_resources_are_those_of_the_project(inside: Path) -> None:
    apart = ("licenses", "look/pictures", "packaging", "translations")
    here = ROOT / "resources"
    ours = {path.relative_to(here).as_posix(): path for path in here.rglob("*") if path.is_file()}
    wanted = {name: path.read_bytes() for name, path in ours.items() if not name.startswith(apart)}
    assert wanted == {name: (inside / "resources" / name).read_bytes() for name in wanted}
    assert (inside / "resources/look/tokens.toml").is_file()


def test_everything_in_it_has_its_license_with_its_text(folder: Path, inside: Path) -> None:
    collected = licenses.Collected(licenses.files_of(folder))
    told = inside / "resources/licenses"
    rows = tomllib.loads((told / "parts.toml").read_text(encoding="utf-8"))["part"]
    parts = [licenses.Part(row["name"], row["version"], row["license"], row["file"]) for row in rows]
    assert parts == collected.parts
    assert {path.name: path.read_text(encoding="utf-8") for path in (told / "texts").iterdir()} == collected.texts
    for name in ("Qt", "Python", "SQLCipher", "PySide6 (Qt for Python)", "Noto Sans and Noto Sans Mono"):
        assert [part for part in parts if part.name == name]
