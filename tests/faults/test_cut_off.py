"""Operations of a store, killed and on a full disk: a few times each here, more by `python -m tests.faults 300`.

In processes of their own, for a copy is made of them again and again, and that is not done with this one's threads.
"""

import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_TIMES, _SEED = "5", "20260302"


@pytest.mark.parametrize(
    "names",
    [
        "issuing batch rentals",
        "migration-1 migration-2 migration-3 conversion set-up password",
        "backup restore",
    ],
)
def test_what_is_cut_off_loses_nothing_and_doubles_nothing(names: str) -> None:
    command = [sys.executable, "-m", "tests.faults", _TIMES, *names.split(), "--seed", _SEED]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "nothing lost" in done.stdout
