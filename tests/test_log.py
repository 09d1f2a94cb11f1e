"""The log takes no words: held to at the moment of noting, and by what its types can hold."""

import dataclasses
import json
import os
import stat
import sys
import threading
import types
import typing
from pathlib import Path
from typing import Any

import pytest

from desktop import log
from desktop.core.version import VERSION
from desktop.log import Entry, Log, QtCategory, Rotation, What
from desktop.problems import Place, kind_name

NAME = "Marisol Treviño"
SMALL = Rotation(largest_bytes=400, files=3)


class Text(str):
    """Words that somebody has dressed up."""

    __slots__ = ()


class Number(int):
    """A number that carries words."""

    words = NAME


def lines(home: Path) -> list[dict[str, Any]]:
    """What the log of a folder says, the oldest first."""
    return [json.loads(line) for line in Log(home).newest(1_000)]


def raised(text: str = NAME) -> ValueError:
    """An error that came through a line of ours and quotes a patient."""
    try:
        Place(text, 1)
    except ValueError as error:
        error.args = (text,)
        return error
    raise AssertionError


@pytest.mark.parametrize(
    "values",
    [
        {"what": NAME},
        {"what": Text("started")},
        {"kind": NAME},
        {"kind": str},
        {"kind": ValueError(NAME)},
        {"place": NAME},
        {"place": (NAME, 1)},
        {"category": NAME},
        {"count": NAME},
        {"count": 3615550177},
        {"count": -1},
        {"count": True},
        {"count": Number(3)},
        {"seconds": NAME},
        {"seconds": 3615550177.0},
        {"seconds": float("nan")},
    ],
)
def test_an_entry_takes_nothing_that_could_be_words(values: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="cannot stand in the log"):
        Entry(**{"what": What.WORK, **values})


def test_no_field_of_an_entry_is_a_text() -> None:
    hints = typing.get_type_hints(Entry)
    assert {field.name for field in dataclasses.fields(Entry)} == set(hints)
    kinds = {kind for hint in hints.values() for kind in typing.get_args(hint) or (hint,)}
    assert kinds == {What, type[BaseException], Place, QtCategory, int, float, types.NoneType}
    entry = Entry(What.STARTED)
    with pytest.raises(dataclasses.FrozenInstanceError):
        entry.what = What.ENDED  # type: ignore[misc]


@pytest.mark.parametrize("module", [NAME, "json", "desktop.nowhere", f"desktop.{NAME}", "desktop\n"])
def test_a_place_is_a_line_of_our_own_files(module: str) -> None:
    with pytest.raises(ValueError, match="no line of Oxydesk"):
        Place(module, 3)
    assert Place("desktop.log", 3).line == 3


@pytest.mark.parametrize("name", [NAME, "qt.Treviño", "qt." + "a" * 99, "qt.a b", "", "default\n", "patient"])
def test_of_qt_only_its_own_names_are_kept(name: str) -> None:
    assert QtCategory(name).name == "other"
    assert QtCategory("qt.qpa.fonts").name == "qt.qpa.fonts"


def test_a_kind_that_was_made_on_the_way_is_told_by_what_it_is() -> None:
    made = type(NAME, (KeyError,), {})
    assert kind_name(made) == "KeyError"
    assert kind_name(type(raised())) == "ValueError"


def test_an_error_is_noted_by_kind_and_place_alone(tmp_path: Path) -> None:
    folder = Log(tmp_path)
    folder.note(Entry.of(What.WORK, raised()))
    folder.note(Entry(What.READY, seconds=0.51239))
    (first, second) = lines(tmp_path)
    assert (first.pop("at")[:2], first.pop("version")) == ("20", VERSION)
    assert first.pop("place").startswith("desktop.problems:")
    assert first == {"what": "work off the window's thread failed", "kind": "ValueError"}
    assert second["seconds"] == 0.512
    assert b"Trevi" not in (folder.folder / "oxydesk.jsonl").read_bytes()


@pytest.mark.parametrize("path", ["", "oxydesk.jsonl"])
def test_only_its_owner_reads_it(tmp_path: Path, path: str) -> None:
    Log(tmp_path).note(Entry(What.STARTED))
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "log" / path).stat().st_mode) & 0o077 == 0


def test_it_is_rotated_by_size_and_the_oldest_goes(tmp_path: Path) -> None:
    folder = Log(tmp_path, SMALL)
    for count in range(40):
        folder.note(Entry(What.DIED, count=count))
    files = sorted((tmp_path / "log").iterdir())
    assert [file.name for file in files] == ["oxydesk.2.jsonl", "oxydesk.3.jsonl", "oxydesk.jsonl"]
    assert all(file.stat().st_size <= SMALL.largest_bytes for file in files)
    counts = [json.loads(line)["count"] for line in folder.newest(1_000)]
    assert counts == list(range(40 - len(counts), 40))
    assert [json.loads(line)["count"] for line in folder.newest(4)] == [36, 37, 38, 39]


def test_what_happens_sixty_times_a_second_does_not_fill_it(tmp_path: Path) -> None:
    folder = Log(tmp_path)
    error = raised()
    for _ in range(60):
        folder.note(Entry.of(What.UNCAUGHT, error))
    assert [line.get("count", 1) for line in lines(tmp_path)] == [1, 2, 4, 8, 16, 32]


def test_programs_that_note_at_once_leave_whole_lines(tmp_path: Path) -> None:
    def notes(begin: int) -> None:
        folder = Log(tmp_path)
        for count in range(begin, begin + 100):
            folder.note(Entry(What.DIED, count=count))

    threads = [threading.Thread(target=notes, args=[begin]) for begin in (0, 100, 200, 300)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(line["count"] for line in lines(tmp_path)) == list(range(400))


def test_where_nothing_can_be_noted_nothing_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = tmp_path / "nowhere"
    Log(nowhere).note(Entry(What.STARTED))
    assert not nowhere.exists()
    (tmp_path / "log").write_text("a file where the folder should be")
    Log(tmp_path).note(Entry(What.STARTED))
    assert Log(tmp_path).newest(5) == []
    monkeypatch.setattr(os, "open", lambda *_asked: sys.exit("never opened"))
    log.note(Entry(What.STARTED))  # no log was begun


def test_it_is_noted_from_its_beginning_to_its_end(tmp_path: Path) -> None:
    log.begin(tmp_path)
    try:
        log.note_error(What.WORK, raised())
        assert "ValueError" in log.for_support()
    finally:
        log.end()
    log.note(Entry(What.ENDED))
    assert [line["what"] for line in lines(tmp_path)] == [What.WORK.value]
    assert log.for_support() == ""
