"""A command line that is not right: status 3, the option's or argument's name, a sentence, and nothing written."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop import headless

Ended = subprocess.CompletedProcess[bytes]
Door = Callable[..., Ended]

Wrong = tuple[tuple[str, ...], str, str]

WRONG: list[Wrong] = [
    ((), "", "Missing command"),
    (("sell",), "", "No such command 'sell'"),
    (("--loud",), "--loud", "No such option"),
    (("code",), "REQUEST", "is missing"),
    (("code", "--lines"), "REQUEST", "is missing"),
    (("code", "request.json", "more.json"), "", "unexpected extra argument"),
    (("code", "request.json", "--out", "x.pdf"), "--out", "No such option"),
    (("code", "absent.json"), "REQUEST", "absent.json cannot be read: there is no such file"),
    (("code", "folder"), "REQUEST", "it is a folder"),
    (("code", "--lines", "absent.json"), "REQUEST", "there is no such file"),
    (("code", ""), "REQUEST", "cannot be read"),
    (("superbill", "--out", "x.pdf"), "REQUEST", "is missing"),
    (("superbill", "request.json"), "--out", "is missing"),
    (("superbill", "request.json", "--out"), "--out", "requires an argument"),
    (("superbill", "request.json", "--out", ""), "--out", "is missing"),
    (("superbill", "request.json", "--out", "-"), "--out", "standard output holds the answer"),
    (("superbill", "request.json", "--out-dir", "out"), "--out-dir", "is for --lines"),
    (("superbill", "request.json", "--out", "x.pdf", "--out-dir", "out"), "--out-dir", "is for --lines"),
    (("superbill", "request.json", "--lines"), "--out-dir", "is missing"),
    (("superbill", "request.json", "--lines", "--out", "x.pdf"), "--out", "is for one superbill"),
    (("superbill", "request.json", "--lines", "--out", "x.pdf", "--out-dir", "out"), "--out", "is for one superbill"),
    (("superbill", "absent.json", "--out", "x.pdf"), "REQUEST", "there is no such file"),
    (("search",), "TEXT", "is missing"),
    (("search", "tank", "--limit", "0"), "--limit", "found 0; allowed is a whole number from 1 to 50"),
    (("search", "tank", "--limit", "51"), "--limit", "found 51"),
    (("search", "tank", "--limit", "-1"), "--limit", "found -1"),
    (("search", "tank", "--limit", "ten"), "--limit", "found ten"),
    (("search", "tank", "--limit", "5.0"), "--limit", "found 5.0"),
    (("search", "tank", "--limit", "٥"), "--limit", "found ٥"),
    (("search", "tank", "--limit", "1" * 5000), "--limit", "found 111"),
    (("search", "tank", "--limit", ""), "--limit", "allowed is a whole number"),
    (("search", "--lines"), "TEXT", "found 0 of them"),
    (("search", "--lines", "a", "b"), "TEXT", "found 2 of them"),
    (("search", "ox\udcedgeno"), "TEXT", "holds a character"),
    (("search", "--lines", "request.json", "--limit", "5"), "--limit", "each line says its own"),
    (("show",), "CODE", "is missing"),
    (("show", " "), "CODE", "is missing"),
    (("show", "E1390", "E1392"), "", "unexpected extra argument"),
]

PASSWORDS = [
    (None, "no such file"),
    (b"", "has no password in its first line"),
    (b"\n\nsecret\n", "has no password in its first line"),
    (b"  \t\r\nsecret", "has no password in its first line"),
    (b"\xef\xbb\xbf\r\n", "has no password in its first line"),
    (b"caf\xe9\n", "not UTF-8"),
    (b"x" * 128, "over 127 bytes"),
    ("é".encode() * 64, "over 127 bytes"),
]


@pytest.mark.parametrize("wrong", WRONG)
def test_a_command_line_that_is_not_right_names_what_is_wrong(
    wrong: Wrong, door: Door, example: dict[str, Any], tmp_path: Path
) -> None:
    arguments, path, words = wrong
    (tmp_path / "request.json").write_text(json.dumps(example), encoding="utf-8")
    (tmp_path / "folder").mkdir()
    ended = door(*arguments)
    assert ended.returncode == 3
    error = json.loads(ended.stdout)
    assert list(error) == ["error"]
    assert error["error"]["path"] == path
    assert words in error["error"]["words"]
    assert words in ended.stderr.decode()
    assert sorted(found.name for found in tmp_path.iterdir()) == ["folder", "request.json"]


@pytest.mark.parametrize(("password", "words"), PASSWORDS)
def test_a_password_file_that_holds_none_is_refused(
    password: bytes | None, words: str, door: Door, example: dict[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "request.json").write_text(json.dumps(example), encoding="utf-8")
    if password is not None:
        (tmp_path / "password").write_bytes(password)
    ended = door("superbill", "request.json", "--out", "x.pdf", "--password-file", "password")
    assert ended.returncode == 3
    error = json.loads(ended.stdout)["error"]
    assert error["path"] == "--password-file"
    assert words in error["words"]
    assert not (tmp_path / "x.pdf").exists()


def test_a_folder_is_no_password_file(door: Door, example: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "request.json").write_text(json.dumps(example), encoding="utf-8")
    ended = door("superbill", "request.json", "--out", "x.pdf", "--password-file", ".")
    assert (ended.returncode, json.loads(ended.stdout)["error"]["path"]) == (3, "--password-file")


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ("superbill", "--help"), ("search", "-h")])
def test_help_is_help_and_not_an_answer(arguments: tuple[str, ...], door: Door) -> None:
    ended = door(*arguments)
    assert ended.returncode == 0
    assert ended.stdout.startswith(b"Usage: oxydesk")


@pytest.mark.parametrize("error", [KeyError("Maria Treadwell"), RecursionError("Maria"), MemoryError()])
def test_whatever_happens_a_person_gets_a_sentence_without_the_patient(
    error: Exception, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(headless, "show_answer", fail)
    ended = door("show", "E1390")
    assert ended.returncode == 1
    words = ended.stderr.decode()
    assert type(error).__name__ in words
    assert "desktop.headless, line " in words
    assert "Maria" not in words + ended.stdout.decode()
    assert json.loads(ended.stdout)["error"]["words"] == words.strip()


def test_ctrl_c_is_a_sentence(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(headless, "show_answer", interrupt)
    ended = door("show", "E1390")
    assert (ended.returncode, ended.stdout, ended.stderr.strip()) == (1, b"", b"Stopped.")
