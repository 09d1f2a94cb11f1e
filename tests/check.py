"""A developer's whole check in one command: format, lint, types, layers, tests, and the tests of the window.

`python tests/check.py` runs all; `python tests/check.py lint types` only those. Ends with 1 if any of them failed.
The window is tested apart and by one process, because how long it stands still is watched there.
"""

import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parent.parent
_PYTEST = [sys.executable, "-m", "pytest"]
CHECKS = {
    "format": [sys.executable, "-m", "ruff", "format", "--check", "."],
    "lint": [sys.executable, "-m", "ruff", "check", "."],
    "types": [sys.executable, "-m", "mypy"],
    "layers": [str(Path(sysconfig.get_path("scripts")) / "lint-imports")],
    "tests": [*_PYTEST, "-n", "auto", "--dist", "loadfile", "--ignore", "tests/ui"],
    "window": [*_PYTEST, "tests/ui"],
}


def main(names: list[str]) -> int:
    """Runs the checks of these names, or all; the exit status."""
    failed = []
    for name in names or CHECKS:
        if name not in CHECKS:
            sys.stderr.write(f"{name}: there is no such check; there are {', '.join(CHECKS)}\n")
            return 3
        sys.stdout.write(f"== {name}\n")
        sys.stdout.flush()
        if subprocess.run(CHECKS[name], cwd=ROOT, check=False).returncode != 0:
            failed.append(name)
    sys.stdout.write(f"failed: {', '.join(failed)}\n" if failed else "all well\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
