"""The built folder, copied away from the project, and run with nothing else: no Python, no source, no variables.

`pytest tests/packaged/built` after `pyinstaller build.spec`; the folder is dist/Oxydesk, or what OXYDESK_PACKAGED names.
"""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent.parent
MOST = 600  # seconds for one command, on a machine that is slow and busy


@dataclass(frozen=True)
class Packaged:
    """The program's folder, and a person's folder with nothing in it."""

    folder: Path
    home: Path

    @property
    def surroundings(self) -> dict[str, str]:
        """All the variables that a packaged program gets: where its data lie, and a PATH that leads nowhere."""
        (nowhere := self.home / "nowhere").mkdir(exist_ok=True)
        return {"HOME": str(self.home), "OXYDESK_HOME": str(self.home), "LANG": "C.UTF-8", "PATH": str(nowhere)}

    def door(self, *arguments: str | Path, typed: str = "", status: int = 0) -> Any:
        """What the headless door answers; its exit status has to be this one."""
        done = subprocess.run(
            [self.folder / "oxydesk-door", *arguments],
            input=typed,
            env=self.surroundings,
            cwd=self.home,
            capture_output=True,
            text=True,
            timeout=MOST,
            check=False,
        )
        assert done.returncode == status, done.stderr + done.stdout
        return json.loads(done.stdout) if done.stdout.startswith("{") else done.stdout


def words_of(paper: Path, password: str = "") -> str:
    """What a reader of the paper reads, in one line, by a program that is not ours."""
    read = ["/usr/bin/env", "pdftotext", "-raw", *(["-upw", password] if password else []), str(paper), "-"]
    return " ".join(subprocess.run(read, capture_output=True, text=True, check=True).stdout.split())


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built folder, copied to where no source lies beside it."""
    built = Path(os.environ.get("OXYDESK_PACKAGED", ROOT / "dist/Oxydesk"))
    assert built.is_dir(), f"{built} is not there: pyinstaller build.spec makes it"
    return Path(shutil.copytree(built, tmp_path_factory.mktemp("program") / "Oxydesk", symlinks=True))


@pytest.fixture(scope="session")
def packaged(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Packaged:
    """The program as it was unpacked, and its first user's folder."""
    return Packaged(folder, tmp_path_factory.mktemp("home"))
