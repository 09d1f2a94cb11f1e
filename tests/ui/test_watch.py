"""The watchdog itself: what it lets pass, what it does not, and when it looks twice."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.ui import yardstick
from tests.ui.watch import DidNotAnswer, Watch, own_time

ROOT = Path(__file__).parent.parent.parent
_TOO_LONG_MS, _JUST_RIGHT_MS = 150, 60

_A_SESSION = """
from tests.ui.test_watch import work_too_long

runs = []

def test_stands_once(qapp, unblocked):
    runs.append("once")
    if runs == ["once"]:
        work_too_long()

def test_stands_whenever_it_is_run(qapp, unblocked):
    work_too_long()

def test_is_wrong_and_stands(qapp, unblocked):
    work_too_long()
    assert not runs
"""


def work(ordinary_ms: float) -> None:
    """Keeps the window from answering for what an ordinary PC needs so long for."""
    for _ in range(round(ordinary_ms / yardstick.ORDINARY_MS)):
        yardstick.length_ms()


def work_too_long() -> None:
    """Longer than a window may stand, on a fast machine too."""
    began = own_time()
    work(_TOO_LONG_MS)
    while (own_time() - began) * 1000 < _TOO_LONG_MS:
        work(yardstick.ORDINARY_MS)


@pytest.fixture
def unblocked() -> None:
    """Nobody watches while the watchdog is tried."""


@pytest.fixture
def watch(qapp: object) -> Watch:
    """One of our own, that has begun to watch."""
    ours = Watch()
    ours.begin()
    return ours


def test_a_stand_is_told_with_its_place(watch: Watch, qtbot: QtBot) -> None:
    QTimer.singleShot(0, work_too_long)
    qtbot.wait(1)
    watch.close()
    with pytest.raises(DidNotAnswer, match=r"did not answer for \d+ ms in .*work_too_long"):
        watch.judge()


def test_a_moment_is_let_pass(watch: Watch, qtbot: QtBot) -> None:
    for _ in range(3):
        QTimer.singleShot(0, lambda: work(_JUST_RIGHT_MS))
        qtbot.wait(10)
    watch.close()
    watch.judge()


def test_what_a_test_does_aside_is_not_the_windows(watch: Watch) -> None:
    with watch.aside():
        work_too_long()
    watch.close()
    watch.judge()


def test_a_stand_is_believed_when_it_repeats(tmp_path: Path) -> None:
    (tmp_path / "test_session.py").write_text(_A_SESSION, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "tests.ui.watch", "-p", "no:cacheprovider", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTEST_QT_API": "pyside6", "PYTEST_ADDOPTS": "-c /dev/null"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "2 failed, 1 passed, 5 rerun" in done.stdout
    failed = [line.partition("::")[2] for line in done.stdout.splitlines() if line.startswith("FAILED")]
    assert [words.split()[0] for words in failed] == ["test_stands_whenever_it_is_run", "test_is_wrong_and_stands"]
