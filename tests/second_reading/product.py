"""The program's own answers, asked at its door: one request a line in, one answer a line out."""

import json
import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent

Asked = tuple[dict[str, Any], date]


def answers(asked: list[Asked]) -> list[dict[str, Any]]:
    """The answer of `cycle` to each history and day; `{"error": {"path", "words"}}` where a history is refused."""
    return answers_to_lines([json.dumps({**told, "on": on.isoformat()}) for told, on in asked])


def answers_to_lines(lines: list[str]) -> list[dict[str, Any]]:
    """The same for requests that are lines already."""
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, "-m", "desktop", "cycle", "--lines", "-"],
            input="".join(f"{line}\n" for line in lines),
            capture_output=True,
            encoding="utf-8",
            check=False,
            cwd=ROOT,
            env={**os.environ, "OXYDESK_HOME": home},
        )
    if done.returncode not in {0, 2, 3} or "Traceback" in done.stderr:
        raise RuntimeError(done.stderr[-2000:])
    return [json.loads(line) for line in done.stdout.splitlines()]
