"""From one version to the next and back: the packaged program opens what an earlier one made, after a copy of it; the
earlier one refuses what the packaged program has opened, with a sentence, and changes nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaged import old_program
from tests.packaged.built.conftest import MOST, Packaged
from tests.ui.first_owner import NAME, PASSWORD

_OF_THE_OLD = 4  # the schema of old-program.zip
_SET_UP = """
import sys
from pathlib import Path
from db.book.rows import Patient, Store
from desktop.operations import patients
from desktop.operations.sign_in import Door
home, name, password = sys.argv[1:]
door = Door(Path(home))
book = door.open(door.set_up(Store(legal_name="Gulf Breeze Oxygen LLC"), name, password))
patients.save(book, Patient(first="Zoe", last="Alvarez"))
book.close()
door.close()
"""
_SIGN_IN = """
import sys
from pathlib import Path
from desktop.operations.sign_in import BookProblem, Door
home, name, password = sys.argv[1:]
try:
    door = Door(Path(home))
    print("in:", door.sign_in(name, password).user.name)
except BookProblem as problem:
    print(problem)
"""


class Old:
    """The earlier Oxydesk, run by the Python of the tests."""

    def __init__(self, program: Path, home: Path) -> None:
        self._program, self._home = program, home

    def does(self, script: str) -> str:
        """What a script says that is run with the earlier modules."""
        env = {**os.environ, "PYTHONPATH": str(self._program), "OXYDESK_HOME": str(self._home)}
        command = [sys.executable, "-c", script, str(self._home), NAME, PASSWORD]
        done = subprocess.run(
            command, cwd=self._program, env=env, capture_output=True, text=True, timeout=MOST, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder for a store."""
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture
def old(tmp_path: Path, home: Path) -> Old:
    """The earlier Oxydesk, and a store that it has set up."""
    made = Old(old_program.unpack(tmp_path / "old"), home)
    made.does(_SET_UP)
    assert made.does(_SIGN_IN) == f"in: {NAME}"
    return made


@pytest.fixture
def new(packaged: Packaged, home: Path) -> Packaged:
    """The packaged program, upon that folder."""
    return Packaged(packaged.folder, home)


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """The file that the password is read from."""
    (file := tmp_path / "password").write_text(PASSWORD, encoding="utf-8")
    return file


def test_the_new_one_opens_the_old_one_s_book_after_a_copy_that_the_old_one_opens(
    old: Old, new: Packaged, key: Path, tmp_path: Path
) -> None:
    made = new.door("backup", "--password-file", key)
    inside = new.door("restore", "--backup", made["name"], "--password-file", key)["contents"]
    assert (inside["store"], inside["patients"]) == ("Gulf Breeze Oxygen LLC", 1)
    assert new.door("verify", "--password-file", key)["whole"] is True
    (again := tmp_path / "again").mkdir()
    shutil.copy(new.home / f"book.schema-{_OF_THE_OLD}.db", again / "book.db")
    shutil.copy(new.home / "book.keys", again / "book.keys")
    assert Old(tmp_path / "old", again).does(_SIGN_IN) == f"in: {NAME}"


def test_the_old_one_refuses_the_new_one_s_book_and_changes_nothing(old: Old, new: Packaged, key: Path) -> None:
    new.door("backup", "--password-file", key)
    before = {name: (new.home / name).read_bytes() for name in ("book.db", "book.keys")}
    assert "was changed by a later Oxydesk than this one" in old.does(_SIGN_IN)
    assert {name: (new.home / name).read_bytes() for name in before} == before
    assert new.door("verify", "--password-file", key)["whole"] is True
