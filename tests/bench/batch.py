"""Ten thousand superbills through `superbill --lines`: time and memory of the first tenth against the last.

`python tests/bench/batch.py [HOW_MANY]` prints both and their ratios; flat is near 1.0. Time is the
process's own computing. Not part of the tests.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "resources" / "examples" / "bought-portable.json"
PARTS = 10


def main(count: int) -> None:
    """Prints the batch in parts of a tenth, each line sent once the one before is answered."""
    request = json.loads(EXAMPLE.read_bytes())
    part = count // PARTS
    with tempfile.TemporaryDirectory() as folder:
        arguments = [sys.executable, "-m", "desktop", "superbill", "-", "--lines", "--out-dir", folder]
        with subprocess.Popen(arguments, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
            assert running.stdin is not None
            assert running.stdout is not None
            _ask(running.stdin, running.stdout, {**request, "number": "first"})
            seconds, memory = [], []
            for start in range(0, part * PARTS, part):
                began = _spent(running.pid)
                for number in range(start, start + part):
                    _ask(running.stdin, running.stdout, {**request, "number": f"SB-{number:06}"})
                seconds.append((_spent(running.pid) - began) / part)
                memory.append(_resident(running.pid))
            running.stdin.close()
            assert running.wait() == 0
        assert len(list(Path(folder).iterdir())) == part * PARTS + 1
    _print(seconds, memory, part)


def _ask(requests: IO[bytes], answers: IO[bytes], request: dict[str, object]) -> None:
    requests.write(json.dumps(request).encode() + b"\n")
    requests.flush()
    assert json.loads(answers.readline())["sha256"]


def _spent(process: int) -> float:
    """Seconds of computing that a process has taken; others on the machine do not count."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _resident(process: int) -> float:
    """Megabytes that a process holds."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def _print(seconds: list[float], memory: list[float], part: int) -> None:
    for number, (each, held) in enumerate(zip(seconds, memory, strict=True), start=1):
        sys.stdout.write(f"{number * part:6} printed: {each * 1000:6.2f} ms each, {held:6.1f} MB held\n")
    sys.stdout.write(
        f"last tenth against first: time {seconds[-1] / seconds[0]:.2f}, memory {memory[-1] / memory[0]:.2f}\n"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
