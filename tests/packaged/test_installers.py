"""What installs the program asks for no administrator, and never removes the book."""

import configparser
import re
from pathlib import Path

PACKAGING = Path(__file__).parent.parent.parent / "resources/packaging"
INNO = (PACKAGING / "windows/oxydesk.iss").read_text(encoding="utf-8")
INSTALL = (PACKAGING / "linux/install.sh").read_text(encoding="utf-8")


def sections(script: str) -> dict[str, list[str]]:
    """The lines of each section of an Inno Setup script, without remarks."""
    found: dict[str, list[str]] = {}
    for line in script.splitlines():
        if head := re.fullmatch(r"\[(\w+)\]", line):
            found[head[1]] = []
        elif found and line and not line.startswith(";"):
            found[list(found)[-1]].append(line)
    return found


def test_windows_installs_for_one_person() -> None:
    setup = dict(line.split("=", 1) for line in sections(INNO)["Setup"])
    assert setup["PrivilegesRequired"] == "lowest"
    assert setup["DefaultDirName"] == r"{localappdata}\Programs\Oxydesk"
    assert not {line for line in setup if line.startswith("Sign")}


def test_windows_removes_nothing_but_the_program() -> None:
    parts = sections(INNO)
    assert "UninstallDelete" not in parts
    assert [line for line in parts["InstallDelete"] if r'"{app}\_internal"' not in line] == []


def test_windows_and_linux_start_the_programs_that_are_built() -> None:
    spec = (PACKAGING.parent.parent / "build.spec").read_text(encoding="utf-8")
    names = set(re.findall(r'EXE\(.*?name="([\w-]+)"', spec, re.DOTALL))
    assert names == {"Oxydesk", "oxydesk-door"}
    assert set(re.findall(r"\{app\}\\([\w-]+)\.exe", INNO)) <= names
    assert "oxydesk-door" in INSTALL


def test_linux_finds_the_window_by_its_entry() -> None:
    reader = configparser.ConfigParser(interpolation=None)
    reader.optionxform = str  # type: ignore[assignment, method-assign]
    reader.read(PACKAGING / "linux/oxydesk.desktop", encoding="utf-8")
    entry = reader["Desktop Entry"]
    assert (entry["Type"], entry["Exec"], entry["Icon"], entry["Terminal"]) == (
        "Application",
        "Oxydesk",
        "oxydesk",
        "false",
    )
    assert 'Exec=Oxydesk"' in INSTALL
