"""The folder's own script puts the program into one person's menu, over an older one too; the book stays as it is."""

import os
import subprocess
from pathlib import Path

import pytest

from desktop.core.version import VERSION


class Person:
    """Somebody with a home, a book in it, and an unpacked folder."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.home, self.folder = home, folder
        self.book = home / ".local/share/Oxydesk/book.db"
        self.book.parent.mkdir(parents=True)
        self.book.write_bytes(b"precious")

    def install(self, *arguments: str) -> None:
        """Runs the script, as anybody but an administrator could."""
        env = {"HOME": str(self.home), "PATH": os.environ["PATH"]}
        script = ["/bin/sh", str(self.folder / "install.sh"), *arguments]
        done = subprocess.run(script, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    def files(self) -> set[str]:
        """All files of the home that are not the program's own folder's."""
        names = {path.relative_to(self.home).as_posix() for path in self.home.rglob("*") if not path.is_dir()}
        return {name for name in names if not name.startswith(".local/opt/oxydesk/")}


@pytest.fixture
def person(tmp_path: Path, folder: Path) -> Person:
    """The home has a blank in its name."""
    return Person(tmp_path / "Ana Ruiz", folder)


def test_it_is_in_the_menu_and_in_the_terminal(person: Person) -> None:
    person.install()
    entry = person.home / ".local/share/applications/oxydesk.desktop"
    subprocess.run(["/usr/bin/env", "desktop-file-validate", str(entry)], check=True)
    (exec_line,) = [line for line in entry.read_text(encoding="utf-8").splitlines() if line.startswith("Exec=")]
    assert Path(exec_line.removeprefix("Exec=").strip('"')).is_file()
    assert (person.home / ".local/share/icons/hicolor/256x256/apps/oxydesk.png").is_file()
    door = subprocess.run(
        [str(person.home / ".local/bin/oxydesk"), "--version"], env={}, capture_output=True, text=True, check=True
    )
    assert door.stdout.strip() == f"Oxydesk {VERSION}"


def test_a_new_version_replaces_the_old_one_and_removing_leaves_the_book_alone(person: Person) -> None:
    before = person.files()
    person.install()
    (left := person.home / ".local/opt/oxydesk/_internal/of-an-older-version.pyc").touch()
    person.install()
    assert not left.exists()
    person.install("--remove")
    assert person.files() == before
    assert not (person.home / ".local/opt/oxydesk").exists()
    assert person.book.read_bytes() == b"precious"
