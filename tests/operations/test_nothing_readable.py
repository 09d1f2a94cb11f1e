"""The main job by the real window, in folders of its own; then nothing of the patient can be read in any file."""

import os
import subprocess
import sys
from pathlib import Path

from tests.readable import OF_THE_PATIENT, readable

ROOT = Path(__file__).parents[2]
JOB = "tests/ui/test_main_job.py::test_from_the_first_start_to_the_paper"
WORDS = (*OF_THE_PATIENT, "green truck, nine pelicans")  # and the owner's password


def test_the_main_job_leaves_nothing_of_the_patient_readable(tmp_path: Path) -> None:
    own = {name: tmp_path / name for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    for folder in own.values():
        folder.mkdir(mode=0o700)
    surroundings = {**os.environ, **{name: str(folder) for name, folder in own.items()}}
    surroundings |= {"PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", JOB, f"--basetemp={tmp_path / 'base'}"]
    # what the tests' own tools keep for the next run is theirs
    surroundings["PYTEST_ADDOPTS"] = "-o tmp_path_retention_policy=all"
    done = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {"book.db", "book.keys", "window.ini"} <= {path.name for path in files}
    assert readable(files, WORDS) == []
    plant = tmp_path / "recent.ini"
    plant.write_bytes("last=ŻÓŁĆ".encode("utf-16-le"))
    assert readable([*files, plant], WORDS) == [("recent.ini", "Żółć")]
