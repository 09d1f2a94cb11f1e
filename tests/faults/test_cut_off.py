"""Operations of a store, killed and on a full disk: a few times each here, more by `python -m tests.faults 300`.

In processes of their own, for copies are made of them, and that is not done to one that may have threads, like this.
"""

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.faults import moments
from tests.faults.__main__ import OPERATIONS
from tests.faults.killed_opening import SettingUp

_ROOT = Path(__file__).parents[2]
_ALL = list(OPERATIONS)
_TIMES, _SEED = "5", "20260302"
_STEP_BY_STEP = """
import errno, sys
from pathlib import Path
from tests.faults import steps
folder = Path(sys.argv[1])

def work(say):
    for name in "abc":
        try:
            (folder / name).mkdir()
            say(name)
        except OSError as error:
            say(f"{steps.TROUBLE}{errno.errorcode[error.errno]}")

def left(ran):
    names = [path.name for path in sorted(folder.iterdir())]
    for name in names:
        (folder / name).rmdir()
    print(ran.steps, ran.status, "".join(names), *ran.said, sep="|")

if steps.there():
    left(steps.run(work))
    for step in range(1, 8):
        left(steps.run(work, kill_at=step))
    left(steps.run(work, full_from=3))
"""
_LEFT = """
6|0|abc|a|b|c
1|None|
2|None|a
3|None|a|a
4|None|ab|a
5|None|ab|a|b
6|None|abc|a|b
6|0|abc|a|b|c
7|0|ac|a|! ENOSPC|c
"""


def _run(*command: str) -> str:
    done = subprocess.run([sys.executable, *command], cwd=_ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("names", [_ALL[:4], _ALL[4:-2], _ALL[-2:]], ids=["papers", "opening", "backups"])
def test_what_is_cut_off_loses_nothing_and_doubles_nothing(names: list[str]) -> None:
    assert "nothing lost" in _run("-m", "tests.faults", _TIMES, *names, "--seed", _SEED)


def test_a_process_is_killed_before_each_step_and_a_full_disk_refuses_until_that_is_said(tmp_path: Path) -> None:
    assert _run("-c", _STEP_BY_STEP, str(tmp_path)).strip() in (_LEFT.strip(), "")  # nothing where none are counted


def test_where_a_process_cannot_be_copied_one_is_begun(tmp_path: Path) -> None:
    operation = SettingUp()
    operation.begin(tmp_path / "home")
    work = partial(operation.work, tmp_path / "home")
    assert moments.run(work, 0.0, "spawn").said in ((), ("in",))
    assert moments.run(work, None, "spawn").said == ("in",)
    operation.look(tmp_path / "home", ("in",), 1)
