"""Whatever goes wrong during the main job, and however it quotes the patient: nobody can read it in any file.

Nor on standard error, and the log says all the same what happened, of what kind, and where.
"""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from desktop.log import Log, What
from tests.readable import OF_THE_PATIENT, readable

ROOT = Path(__file__).parents[2]


def test_trouble_during_the_main_job_leaves_nothing_of_the_patient(home: Path, unblocked: Any) -> None:
    own = {name: home / name for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    work = home / "work"
    for folder in (*own.values(), work):
        folder.mkdir(mode=0o700)
    env = {**os.environ, **{name: str(folder) for name, folder in own.items()}, "OXYDESK_HOME": str(home)}
    env |= {"PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-W", "always", "-m", "tests.ui.troubled_job"]
    with unblocked.aside():  # the other program's time
        done = subprocess.run(command, cwd=work, env=env, capture_output=True, check=False)
    assert not (work / "mistake.txt").exists(), (work / "mistake.txt").read_text("utf-8")
    assert done.returncode == -signal.SIGSEGV, done.stderr[-3000:]
    assert done.stdout.endswith(b"SB-2026-000001\n")
    (home / "said.txt").write_bytes(done.stdout + done.stderr)
    searched = [path for path in home.rglob("*") if path.is_file() and not path.name.startswith("catalogue")]
    assert {"book.db", "book.keys", "oxydesk.jsonl", "said.txt"} <= {path.name for path in searched}
    (crashed,) = (path for path in searched if path.name.startswith("running-") and path.suffix == ".txt")
    assert " in crash\n" in crashed.read_text("ascii")
    assert readable(searched, OF_THE_PATIENT) == []
    noted = [json.loads(line) for line in Log(home).newest(1_000)]
    told = {What.STARTED, What.READY, What.UNCAUGHT, What.WORK, What.IGNORED, What.WARNED, What.DOOR}
    assert {line["what"] for line in noted} >= told | {What.QT_WARNING, What.QT_CRITICAL}
    assert {line["kind"] for line in noted if line["what"] == What.UNCAUGHT} == {"ValueError"}
    assert all(line["place"].startswith("desktop.core.money:") for line in noted if line.get("kind") == "ValueError")
