"""`oxydesk cycle`: one history, many of them, the day by option or in the request, and how each ends."""

import copy
import json
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

from desktop import files

Ended = subprocess.CompletedProcess[bytes]
Door = Callable[..., Ended]
Request = dict[str, Any]


@pytest.fixture
def asked() -> Request:
    """The shipped example, without its day."""
    loaded: Request = json.loads(files.resource("examples/cycle/two-units.json"))
    del loaded["on"]
    return loaded


@pytest.fixture
def stopped(asked: Request) -> Request:
    """A replacement before the useful life is over."""
    changed = copy.deepcopy(asked)
    changed["events"] = [{"on": "2024-06-20", "what": "replaced", "why": "useful_life"}]
    return changed


@pytest.fixture
def wrong(asked: Request) -> Request:
    """Back without having been away."""
    changed = copy.deepcopy(asked)
    changed["events"] = [{"on": "2024-06-27", "what": "resumed"}]
    return changed


@pytest.fixture
def cycle(door: Door, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Ended]:
    """Writes the requests, a line each, and runs the door on them."""
    folder = tmp_path_factory.mktemp("asked")

    def run(*requests: Request | str, options: tuple[str, ...] = ()) -> Ended:
        texts = [each if isinstance(each, str) else json.dumps(each) for each in requests]
        (folder / "asked").write_text("\n".join(texts) + "\n", encoding="utf-8")
        return door("cycle", str(folder / "asked"), *options)

    return run


def test_a_history_is_answered_for_a_day(cycle: Door, asked: Request) -> None:
    ended = cycle(asked, options=("--on", "2026-05-10"))
    answer = json.loads(ended.stdout)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert [unit["phase"] for unit in answer["equipment"]] == ["capped", "renting"]
    assert cycle(asked | {"on": "2026-05-10"}).stdout == ended.stdout


def test_a_stop_ends_with_two_and_is_told(cycle: Door, stopped: Request) -> None:
    ended = cycle(stopped, options=("--on", "2026-05-10"))
    assert ended.returncode == 2
    assert b"useful life" in ended.stderr
    assert json.loads(ended.stdout)["findings"][0]["severity"] == "stop"


def test_a_contradiction_ends_with_three_and_its_path(cycle: Door, wrong: Request) -> None:
    ended = cycle(wrong, options=("--on", "2026-05-10"))
    assert ended.returncode == 3
    assert json.loads(ended.stdout)["error"]["path"] == "events[0].on"
    assert ended.stderr.startswith(b"events[0].on: ")


@pytest.mark.parametrize("day", ["2026-02-30", "today", "20260510", "2026-5-10", "2026-05-10T00:00:00", ""])
def test_a_day_that_is_none_is_refused(cycle: Door, asked: Request, day: str) -> None:
    ended = cycle(asked, options=("--on", day))
    assert ended.returncode == 3
    assert json.loads(ended.stdout)["error"]["path"] == "--on"


def test_a_day_is_asked_for(cycle: Door, asked: Request) -> None:
    ended = cycle(asked)
    assert ended.returncode == 3
    assert json.loads(ended.stdout)["error"]["path"] == "on"


def test_lines_carry_their_own_day_and_the_worst_counts(
    cycle: Door, asked: Request, stopped: Request, wrong: Request
) -> None:
    on = {"on": "2026-05-10"}
    ended = cycle(asked | on, stopped | on, wrong | on, "", "{", asked, asked | on, options=("--lines",))
    answers = [json.loads(line) for line in ended.stdout.splitlines()]
    assert ended.returncode == 3
    assert [answer.get("error", {}).get("path", "done") for answer in answers] == [
        "done",
        "done",
        "events[0].on",
        "",
        "on",
        "done",
    ]
    assert answers[0] == answers[-1]
    assert cycle(asked | on, stopped | on, options=("--lines",)).returncode == 2


def test_a_day_for_all_lines_is_not_also_in_one(cycle: Door, asked: Request) -> None:
    ended = cycle(asked, asked | {"on": "2026-05-10"}, options=("--lines", "--on", "2026-05-10"))
    first, second = (json.loads(line) for line in ended.stdout.splitlines())
    assert (ended.returncode, first["on"]) == (3, "2026-05-10")
    assert second["error"]["path"] == "on"
