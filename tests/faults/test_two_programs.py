"""Two Oxydesks on one store: the second never writes while the first is there, and may as soon as that is gone."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from db.problems import BookBusy
from desktop.operations.sign_in import Door
from tests.faults import shop
from tests.faults.small_store import CHEAP, WORDS

_ROOT = Path(__file__).parents[2]
# Stands before the store's door until its standard input ends; with `once` it only tries.
_STANDS = """
import sys
from pathlib import Path
from db.problems import BookProblem
from desktop.operations.sign_in import Door
from tests.faults import shop
home, inside = Path(sys.argv[1]), Path(sys.argv[1]) / "somebody is inside"
print("ready", flush=True)
for _ in range(int(sys.argv[2])):
    sys.stdin.readline()
    try:
        door = Door(home, shop.now)
    except BookProblem as problem:
        print(type(problem).__name__, flush=True)
        continue
    inside.touch(exist_ok=False)
    print("inside", flush=True)
    sys.stdin.readline()
    inside.unlink()
    door.close()
    print("left", flush=True)
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A store."""
    shop.begin(tmp_path / "home")
    return tmp_path / "home"


@contextmanager
def program(home: Path, times: int = 1) -> Iterator[subprocess.Popen[str]]:
    """Another Oxydesk, ready; killed in the end."""
    command = [sys.executable, "-c", _STANDS, str(home), str(times)]
    running = subprocess.Popen(command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with running:
        try:
            assert told(running) == "ready"
            yield running
        finally:
            running.kill()


def ask(running: subprocess.Popen[str]) -> None:
    """Lets it take its next step."""
    assert running.stdin is not None
    running.stdin.write("\n")
    running.stdin.flush()


def told(running: subprocess.Popen[str]) -> str:
    """The next thing that it says."""
    assert running.stdout is not None
    return running.stdout.readline().strip()


def headless(home: Path, *arguments: str) -> tuple[int, str]:
    """`oxydesk` as a process of its own: status and sentence."""
    done = subprocess.run(
        [sys.executable, "-m", "desktop", *arguments, "--password-file", "-"],
        input=WORDS,
        cwd=_ROOT,
        env={**os.environ, "OXYDESK_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, str(json.loads(done.stdout).get("error", {}).get("words"))


def test_the_second_is_told_and_changes_nothing_and_after_a_kill_it_opens_at_once(home: Path) -> None:
    with program(home) as first:
        ask(first)
        assert told(first) == "inside"
        before = {path.name: path.read_bytes() for path in home.iterdir()}
        with pytest.raises(BookBusy, match="open in another Oxydesk"):
            Door(home, shop.now, CHEAP)
        status, words = headless(home, "backup")
        assert status == 1
        assert "open in another Oxydesk" in words
        assert {path.name: path.read_bytes() for path in home.iterdir()} == before
        first.kill()
        first.wait()
        with shop.opened(home) as book:
            assert shop.look_through(book).numbers == ()


def test_of_many_at_once_one_is_inside(home: Path) -> None:
    """Each that comes in marks the store, and would fail where another one's mark is there."""
    with program(home, 3) as one, program(home, 3) as two, program(home, 3) as three:
        for _ in range(3):
            running = [one, two, three]
            for each in running:
                ask(each)
            said = [told(each) for each in running]
            assert sorted(said) == ["BookBusy", "BookBusy", "inside"]
            inside = running[said.index("inside")]
            ask(inside)
            assert told(inside) == "left"
    with closing(Door(home, shop.now, CHEAP)):
        pass


def test_while_the_window_is_open_nothing_is_brought_back(home: Path) -> None:
    assert headless(home, "backup")[0] == 0
    with closing(Door(home, shop.now, CHEAP)):
        status, words = headless(home, "restore", "--backup", "latest", "--replace")
    assert status == 1
    assert "open in another Oxydesk" in words
    assert headless(home, "restore", "--backup", "latest", "--replace")[0] == 0
