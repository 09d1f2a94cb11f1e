"""A window that did not end as it should is noticed at the next start, and where it was, but nothing that it held."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from desktop.log import Log
from desktop.operations import last_time

ROOT = Path(__file__).parents[2]
SAYS = """
import os, sys
from pathlib import Path
from desktop import log
from desktop.operations import last_time
home = Path(sys.argv[1])
log.begin(home)
mark = last_time.LastTime(home)
print(mark.unexpected, len(last_time.frames(home)), flush=True)
"""
ENDS = SAYS + "mark.end()"
IS_KILLED = SAYS + "os.kill(os.getpid(), 9)"
STAYS = SAYS + "sys.stdin.read()\nmark.end()"
CRASHES = (
    SAYS
    + """
import ctypes
from desktop.core import money

def crash(phone):
    ctypes.string_at(0)

money.Decimal = crash
money.parse("3615550177.00")
"""
)


def run(script: str, home: Path) -> str:
    """A window of its own, up to its end; what it said of the time before."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", script, str(home)], capture_output=True, text=True, check=False, env=env
    ).stdout.strip()


def marks(home: Path) -> list[str]:
    """What lies in the log's folder beside the log."""
    return sorted(path.name for path in (home / "log").iterdir() if path.suffix != ".jsonl")


def test_a_window_that_ended_as_it_should_leaves_no_mark(tmp_path: Path) -> None:
    assert run(ENDS, tmp_path) == "False 0"
    assert marks(tmp_path) == []
    assert run(ENDS, tmp_path) == "False 0"


def test_a_killed_window_is_noticed_once(tmp_path: Path) -> None:
    assert run(IS_KILLED, tmp_path) == "False 0"
    assert run(ENDS, tmp_path) == "True 0"
    assert run(ENDS, tmp_path) == "False 0"
    assert marks(tmp_path) == []


def test_a_crash_leaves_where_it_was_and_nothing_that_it_held(tmp_path: Path) -> None:
    assert run(CRASHES, tmp_path) == "False 0"
    assert run(ENDS, tmp_path) == "True 1"
    assert marks(tmp_path) == ["crash.txt"]
    left = (tmp_path / "log" / "crash.txt").read_text("utf-8")
    assert "3615550177" not in left
    (frame,) = last_time.frames(tmp_path)
    assert re.fullmatch(r"desktop/core/money\.py:\d+ parse", frame)
    assert [json.loads(line).get("count") for line in Log(tmp_path).newest(9)] == [1]


def test_a_window_that_is_at_work_is_left_alone(tmp_path: Path) -> None:
    command = [sys.executable, "-c", STAYS, str(tmp_path)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "False 0\n"
        assert run(ENDS, tmp_path) == "False 0"
        assert len(marks(tmp_path)) == 2
        other.stdin.close()
    assert marks(tmp_path) == []


def test_where_no_mark_can_be_left_the_window_opens_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file where the folder should be")
    assert run(ENDS, tmp_path) == "False 0"
    assert run(ENDS, tmp_path / "nowhere") == "False 0"
