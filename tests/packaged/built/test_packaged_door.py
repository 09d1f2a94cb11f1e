"""The packaged headless door answers what it answers from source, letter by letter, without Python or source there."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop.core.version import VERSION
from tests.packaged.built.conftest import MOST, ROOT, Packaged, words_of

EXAMPLES = ROOT / "resources/examples"
COMMANDS = {
    "code": ["code", str(Path(__file__).parent / "portable-sold.json")],
    "cycle": ["cycle", str(EXAMPLES / "cycle/two-units.json"), "--on", "2026-05-10"],
    "search": ["search", "inogen one", "--limit", "5"],
    "search in Spanish": ["search", "tanque chico"],
    "show": ["show", "E1390"],
    "show what is not there": ["show", "E0000"],
    "help": ["superbill", "--help"],
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_it_answers_as_the_source_does(packaged: Packaged, command: list[str]) -> None:
    there, here = _packaged(packaged, command), _from_source(packaged, command)
    assert there.stdout
    assert (there.returncode, there.stdout) == (here.returncode, here.stdout)


def test_the_folder_names_its_version(packaged: Packaged) -> None:
    assert packaged.door("--version").strip() == f"Oxydesk {VERSION}"


def test_a_concentrator_sold_has_its_code_and_modifier(packaged: Packaged) -> None:
    answer = packaged.door(*COMMANDS["code"])
    assert "E1392" in json.dumps(answer)
    assert "NU" in json.dumps(answer)


@pytest.mark.parametrize("example", ["bought-portable", "rented-home-unit", "spanish"])
def test_a_superbill_is_the_same_bytes_and_can_be_read_back(packaged: Packaged, tmp_path: Path, example: str) -> None:
    request, paper = EXAMPLES / f"{example}.json", tmp_path / "superbill.pdf"
    answer: dict[str, Any] = packaged.door("superbill", request, "--out", paper)
    source = _from_source(packaged, ["superbill", str(request), "--out", str(tmp_path / "from-source.pdf")])
    assert answer == json.loads(source.stdout)
    assert hashlib.sha256(paper.read_bytes()).hexdigest() == answer["sha256"]
    words = words_of(paper)
    (line, *_others) = json.loads(request.read_text(encoding="utf-8"))["lines"]
    for part in (answer["number"], line["code"], *line["modifiers"]):
        assert part in words


def test_it_keeps_a_password_on_a_paper(packaged: Packaged, tmp_path: Path) -> None:
    (key := tmp_path / "password").write_text("nine pelicans", encoding="utf-8")
    paper = tmp_path / "locked.pdf"
    packaged.door("superbill", EXAMPLES / "bought-portable.json", "--out", paper, "--password-file", key)
    assert "E1392" in words_of(paper, "nine pelicans")


def _packaged(packaged: Packaged, command: list[str]) -> subprocess.CompletedProcess[bytes]:
    door = [str(packaged.folder / "oxydesk-door"), *command]
    return subprocess.run(
        door, env=packaged.surroundings, cwd=packaged.home, capture_output=True, timeout=MOST, check=False
    )


def _from_source(packaged: Packaged, command: list[str]) -> subprocess.CompletedProcess[bytes]:
    surroundings = {**os.environ, "OXYDESK_HOME": str(packaged.home)}
    door = [sys.executable, "-m", "desktop", *command]
    return subprocess.run(door, env=surroundings, cwd=ROOT, capture_output=True, timeout=MOST, check=False)
