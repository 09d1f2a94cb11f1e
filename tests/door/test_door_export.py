"""`oxydesk export`: everything out through the headless door, for an owner alone."""

import json
from pathlib import Path
from typing import Any

import pytest

from db.book import file, lock
from desktop import headless
from desktop.operations import users
from desktop.operations.book import Book, happened
from tests.faults import small_store
from tests.faults.small_store import WORDS

STAFF = "blue boat, seven gulls"


class Door:
    """The door on a store with two papers, an owner and a clerk."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.home, self._capsys = folder, folder / "home", capsys
        self.stick = folder / "stick"
        self.stick.mkdir()
        entered = small_store.begin(self.home)
        self.key, self.code = entered.key, entered.code or ""
        with Book(self.home, lambda: small_store.at(5), None, entered.key, entered.user) as book:
            users.add(book, "Ben Ito", "staff", STAFF, small_store.CHEAP)
            small_store.issue(book.connection, 1)
            small_store.issue(book.connection, 2)

    def __call__(self, *arguments: str, secret: str = WORDS, way: str = "--password-file") -> tuple[int, Any]:
        """Status and answer."""
        kept = self.folder / "secret"
        kept.write_text(secret + "\n", encoding="utf-8")
        status = headless.main(["export", *arguments, way, str(kept)])
        return status, json.loads(self._capsys.readouterr().out)


@pytest.fixture
def door(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Door:
    """The door."""
    made = Door(tmp_path, capsys)
    monkeypatch.setenv("OXYDESK_HOME", str(made.home))
    return made


def test_an_owner_takes_everything_out(door: Door) -> None:
    status, answer = door("--to", str(door.stick), "--user", "ana RUIZ")
    out = Path(answer["folder"])
    assert (status, out.parent, answer["warning"]) == (0, door.stick, None)
    assert answer["files"] == len([path for path in out.rglob("*") if path.is_file()]) - 1
    assert sorted(path.name for path in out.glob("papers/2026/*")) == ["SB-1.pdf", "SB-2.pdf"]
    assert (out / "papers/2026/SB-1.pdf").read_bytes() == small_store.pdf(1)
    with Book(door.home, lambda: small_store.at(6), None, door.key) as book:
        assert [each.what for each in happened(book, 2)] == ["taken out", "taken out"]


def test_the_recovery_code_is_an_owners(door: Door) -> None:
    assert door("--to", str(door.stick), secret=door.code, way="--recovery-file")[0] == 0


def test_a_clerk_takes_nothing_out(door: Door) -> None:
    status, answer = door("--to", str(door.stick), "--user", "Ben Ito", secret=STAFF)
    assert (status, list(door.stick.iterdir())) == (1, [])
    assert "Only an owner may take everything out" in answer["error"]["words"]


@pytest.mark.parametrize(
    ("arguments", "secret", "path", "said"),
    [
        ((), WORDS, "--to", "is missing"),
        (("--to", "{stick}"), WORDS, "--password-file", "more than one user"),
        (("--to", "{stick}", "--user", "Ana Ruiz"), "not this", "--password-file", "is not right"),
    ],
)
def test_input_of_an_export_that_is_not_right_is_named(
    door: Door, arguments: tuple[str, ...], secret: str, path: str, said: str
) -> None:
    status, answer = door(*(each.format(stick=door.stick) for each in arguments), secret=secret)
    assert (status, answer["error"]["path"]) == (3, path)
    assert said in answer["error"]["words"]
    assert list(door.stick.iterdir()) == []


def test_a_synced_folder_costs_a_word(door: Door, capsys: pytest.CaptureFixture[str]) -> None:
    synced = door.folder / "Dropbox"
    synced.mkdir()
    status, answer = door("--to", str(synced), "--user", "Ana Ruiz")
    assert status == 0
    assert "is copied to other computers" in answer["warning"]


def test_a_folder_that_is_not_there_and_an_open_window_cost_a_sentence(door: Door) -> None:
    status, answer = door("--to", str(door.folder / "nowhere"), "--user", "Ana Ruiz")
    assert (status, "was it pulled out?" in answer["error"]["words"]) == (1, True)
    held = lock.take(door.home / file.NAME)
    status, answer = door("--to", str(door.stick), "--user", "Ana Ruiz")
    assert (status, "open in another Oxydesk" in answer["error"]["words"]) == (1, True)
    held.release()
