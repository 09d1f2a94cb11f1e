"""`oxydesk backup`, `restore` and `verify`: the store's own book through the headless door."""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from db.book import file, lock
from desktop import headless
from tests.faults import small_store
from tests.faults.small_store import WORDS

_ROOT = Path(__file__).parents[2]


class Door:
    """The door on a store with two papers; `password` and `code` are files."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.home, self._capsys = folder / "home", capsys
        entered = small_store.begin(self.home)
        self.key = entered.key
        self.password, self.code = folder / "password", folder / "code"
        self.password.write_text(WORDS + "\n", encoding="utf-8")
        self.code.write_text((entered.code or "").lower(), encoding="utf-8")
        self.issue(1, 2)

    def issue(self, *numbers: int) -> None:
        with contextlib.closing(file.connect(self.home, self.key)) as book:
            for number in numbers:
                small_store.issue(book, number)

    def issued(self) -> int:
        with contextlib.closing(file.connect(self.home, self.key)) as book:
            return small_store.issued(book)

    def __call__(self, *arguments: str) -> tuple[int, Any]:
        """Status and answer; with the password unless another way in is named."""
        ways = ("--password-file", "--recovery-file")
        listing = arguments[0] == "restore" and "--backup" not in arguments
        own = () if listing or any(way in arguments for way in ways) else ("--password-file", str(self.password))
        status = headless.main([*arguments, *own])
        return status, json.loads(self._capsys.readouterr().out)


@pytest.fixture
def door(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Door:
    """The door."""
    made = Door(tmp_path, capsys)
    monkeypatch.setenv("OXYDESK_HOME", str(made.home))
    return made


def test_a_backup_is_made_shown_and_brought_back(door: Door) -> None:
    status, made = door("backup")
    assert (status, made["second"], made["copied_to"]) == (0, {"made": False, "words": None}, None)
    door.issue(3)
    status, listed = door("restore")
    assert (status, [each["name"] for each in listed["backups"]]) == (0, [made["name"]])
    status, shown = door("restore", "--backup", made["name"])
    assert (status, shown["replaced"], door.issued()) == (0, None, 3)
    told = {name: shown["contents"][name] for name in ("store", "papers", "last_number", "last_day", "users")}
    assert told == {
        "store": "Gulf Breeze Oxygen",
        "papers": 2,
        "last_number": "SB-2",
        "last_day": "2026-03-02",
        "users": ["Ana Ruiz"],
    }
    status, done = door("restore", "--backup", "latest", "--replace", "--recovery-file", str(door.code))
    assert (status, door.issued()) == (0, 2)
    with contextlib.closing(file.connect(Path(done["replaced"]), door.key)) as replaced:
        assert small_store.issued(replaced) == 3
    assert door("verify")[0] == 0


def test_a_new_computer_gets_the_book_from_the_stick(
    door: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    assert door("backup", "--to", str(stick))[0] == 0
    monkeypatch.setenv("OXYDESK_HOME", str(tmp_path / "new"))
    status, done = door("restore", "--from", str(stick), "--backup", "latest", "--replace")
    assert (status, done["contents"]["papers"]) == (0, 2)
    assert door("verify")[0] == 0
    assert door("verify", "--from", str(stick))[1]["checks"][0]["count"] == 1


def test_what_is_damaged_is_found_with_status_2(door: Door) -> None:
    made = door("backup")[1]
    book = Path(made["folder"]) / "book.db"
    book.write_bytes(book.read_bytes()[:-4096])
    status, answer = door("verify")
    assert (status, answer["whole"]) == (2, False)
    assert [each["what"] for each in answer["checks"] if each["wrong"]] == ["backups"]
    assert door("restore", "--backup", "latest")[0] == 1


@pytest.mark.parametrize(
    ("arguments", "path", "said"),
    [
        (("backup", "--password-file", "{wrong}"), "--password-file", "is not right"),
        (("backup", "--password-file", "{gone}"), "--password-file", "cannot be read"),
        (("backup", "--password-file", "{empty}"), "--password-file", "empty or too long"),
        (("backup", "--password-file", "{long}"), "--password-file", "empty or too long"),
        (("verify", "--recovery-file", "{wrong}"), "--password-file", "groups of five"),
        (("verify", "--recovery-file", "x", "--password-file", "y"), "--recovery-file", "one of them is needed"),
        (("verify", "--user", "Nobody"), "--password-file", "is not right"),
        (("restore", "--replace"), "--replace", "needs --backup"),
        (("restore", "--from", "{gone}"), "--from", "There is no backup"),
        (("restore", "--backup", "latest"), "--from", "There is no backup"),
    ],
)
def test_input_that_is_not_right_is_named(
    door: Door, tmp_path: Path, arguments: tuple[str, ...], path: str, said: str
) -> None:
    texts = {"wrong": "not this\n", "empty": "\n", "long": "x" * 2_000}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    names = {name: str(tmp_path / name) for name in (*texts, "gone")}
    status, answer = door(*(each.format(**names) for each in arguments))
    assert (status, answer["error"]["path"]) == (3, path)
    assert said in answer["error"]["words"]


def test_without_a_password_nothing_is_done(door: Door) -> None:
    assert headless.main(["backup"]) == 3
    assert not (door.home / "Oxydesk backups").exists()


def test_wrong_tries_wait_as_they_do_in_the_window(door: Door, tmp_path: Path) -> None:
    (tmp_path / "wrong").write_text("not this\n", encoding="utf-8")
    answers = [door("verify", "--password-file", str(tmp_path / "wrong")) for _ in range(5)]
    assert "Too many wrong tries" in answers[-1][1]["error"]["words"]
    assert "Too many wrong tries" in door("verify")[1]["error"]["words"]
    assert door("verify", "--recovery-file", str(door.code))[0] == 0


def test_while_a_window_has_the_store_open_nothing_is_done(door: Door) -> None:
    held = lock.take(door.home / file.NAME)
    for command in (("backup",), ("verify",)):
        status, answer = door(*command)
        assert status == 1
        assert "open in another Oxydesk" in answer["error"]["words"]
    held.release()


def test_the_password_comes_from_standard_input_of_a_real_process(door: Door) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "backup", "--password-file", "-"],
        input=WORDS,
        cwd=_ROOT,
        env={**os.environ, "OXYDESK_HOME": str(door.home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["name"]
    assert WORDS not in done.stdout + done.stderr
