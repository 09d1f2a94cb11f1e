"""The main job by the real window, in folders of its own; then nothing of the patient can be read in any file."""

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

ROOT = Path(__file__).parents[2]
JOB = "tests/ui/test_main_job.py::test_from_the_first_start_to_the_paper"
# Name, address, member ID, phone and birth date as the job types them, and as a search would keep them.
OF_THE_PATIENT = (
    "Nguyễn",
    "nguyen",
    "Żółć",
    "Zoë",
    "7 Pearl St",
    "pearl",
    "LSH90071",
    "361-555-0177",
    "3615550177",
    "1951-08-17",
)
TYPED = "green truck, nine pelicans"


def written(word: str) -> set[bytes]:
    """A word in every form in which a program may write it."""
    forms = {
        unicodedata.normalize(form, cased) for form in ("NFC", "NFD") for cased in (word, word.lower(), word.upper())
    }
    encodings = ("utf-8", "utf-16-le", "utf-16-be")
    return {form.encode(encoding) for form in forms for encoding in encodings}


def readable(files: list[Path]) -> list[tuple[str, str]]:
    """Which file holds which of the words."""
    words = {word: written(word) for word in (*OF_THE_PATIENT, TYPED)}
    return [
        (path.name, word)
        for path in files
        for data in [path.read_bytes()]
        for word, forms in words.items()
        if any(form in data for form in forms)
    ]


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
    assert readable(files) == []
    plant = tmp_path / "recent.ini"
    plant.write_bytes("last=ŻÓŁĆ".encode("utf-16-le"))
    assert readable([*files, plant]) == [("recent.ini", "Żółć")]
