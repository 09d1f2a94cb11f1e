"""An earlier Oxydesk to try upgrading with: its headless door and its book, without window, code catalog and papers.

`python -m tests.packaged.old_program COMMIT` makes `tests/packaged/old-program.zip` of a commit of this project: run it
when a version is released, with that version's commit. The same commit makes the same bytes.
"""

import io
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

ZIP = Path(__file__).parent / "old-program.zip"
_ROOT = Path(__file__).parent.parent.parent
_KEPT = ("db", "desktop", "resources/book", "resources/rules", "resources/sources.toml")
_APART = ("desktop/ui/", "desktop/paper/", "desktop/app.py")
_WHEN = (1980, 1, 1, 0, 0, 0)
_TAKEN_FROM = "COMMIT"


def make(commit: str) -> None:
    """Writes the zip from what git knows of that commit."""
    asked = ["/usr/bin/env", "git", "archive", "--format=tar", commit, *_KEPT]
    archive = subprocess.run(asked, cwd=_ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as old, zipfile.ZipFile(ZIP, "w") as new:
        _put(new, _TAKEN_FROM, f"{commit}\n".encode())
        for member in sorted(old.getmembers(), key=lambda each: each.name):
            if (content := old.extractfile(member)) and not member.name.startswith(_APART):
                _put(new, member.name, content.read())


def unpack(folder: Path) -> Path:
    """Puts the old program into a folder; that folder."""
    with zipfile.ZipFile(ZIP) as old:
        old.extractall(folder)  # noqa: S202 -- our own
    return folder


def _put(new: zipfile.ZipFile, name: str, content: bytes) -> None:
    new.writestr(zipfile.ZipInfo(name, _WHEN), content, zipfile.ZIP_DEFLATED, 9)


if __name__ == "__main__":
    make(sys.argv[1])
