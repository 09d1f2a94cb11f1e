"""The door for tests: as a process of its own, and in this process where many answers are asked."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop import headless

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "resources" / "examples" / "bought-portable.json"

Ended = subprocess.CompletedProcess[bytes]


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose catalogue is built."""
    folder = tmp_path_factory.mktemp("home")
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "show", "E1390"],
        cwd=ROOT,
        env={**os.environ, "OXYDESK_HOME": str(folder)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return folder


@pytest.fixture
def surroundings(home: Path) -> dict[str, str]:
    """The environment in which a door's process runs."""
    return {**os.environ, "OXYDESK_HOME": str(home), "PYTHONPATH": str(ROOT)}


@pytest.fixture
def process(surroundings: dict[str, str], tmp_path: Path) -> Callable[..., Ended]:
    """Runs `python -m desktop` as a process of its own, in an empty folder."""

    def run(*arguments: str, stdin: bytes = b"", env: dict[str, str] | None = None, **more: Any) -> Ended:
        return subprocess.run(
            [sys.executable, "-m", "desktop", *arguments],
            input=stdin,
            env={**surroundings, **(env or {})},
            cwd=tmp_path,
            capture_output=True,
            check=False,
            timeout=60,
            **more,
        )

    return run


@pytest.fixture
def door(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., Ended]:
    """Runs the door in this process, in an empty folder; a traceback or anything else that it raises fails the test."""
    monkeypatch.setenv("OXYDESK_HOME", str(home))
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Ended:
        capsysbinary.readouterr()
        status = headless.main(arguments)
        captured = capsysbinary.readouterr()
        assert b"Traceback" not in captured.err
        return subprocess.CompletedProcess(list(arguments), status, captured.out, captured.err)

    return run


@pytest.fixture
def example() -> dict[str, Any]:
    """The superbill of README's main job, to be changed at will."""
    loaded: dict[str, Any] = json.loads(EXAMPLE.read_bytes())
    return loaded


@pytest.fixture
def rental() -> dict[str, Any]:
    """A Medicare rental, as the contract shows it, to be changed at will."""
    return {
        "on": "2026-03-02",
        "payer": {"kind": "medicare"},
        "order": {"on_file": True, "day_lpm": 2, "night_lpm": 2, "exertion_lpm": 3, "portable": True},
        "coverage": {
            "met": True,
            "group": 1,
            "basis": "rest",
            "started": "2026-03-02",
            "phe": "none",
            "abn": "none",
            "statutory_exclusion": False,
        },
        "cycle": {"stationary_month": 1, "portable_month": 1},
        "items": [
            {"item": "stationary_concentrator", "transaction": "rent", "ports": 1},
            {"item": "gas_portable", "transaction": "rent"},
        ],
    }
