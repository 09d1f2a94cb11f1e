"""The bell of an open store: rung with one word, deaf to anything else, wherever the folder lies."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from desktop.bell import Bell, Ring, addresses

PATIENCE_MS = 60_000


class Rung:
    """A bell, and how often somebody came."""

    def __init__(self) -> None:
        self.times = 0
        self.bell = Bell(self._came)

    def _came(self) -> None:
        self.times += 1


@pytest.fixture
def rung() -> Iterator[Rung]:
    """A bell of a window that stands."""
    rung = Rung()
    rung.bell.first_frame_stands()
    yield rung
    rung.bell.of(None)


@pytest.fixture
def pull(qtbot: QtBot) -> Callable[[Path], bool]:
    """Rings, and waits for the answer."""

    def pulled(folder: Path) -> bool:
        answers: list[bool] = []
        caller = QObject()
        Ring(folder, answers.append, caller)
        qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
        caller.deleteLater()
        return answers[0]

    return pulled


@pytest.mark.parametrize("name", ["store", "Øyvind 氧气 & Søn", "/".join(["deep" * 10] * 5)])
def test_it_is_heard_wherever_the_store_lies(
    rung: Rung, pull: Callable[[Path], bool], tmp_path: Path, name: str
) -> None:
    folder = tmp_path / name
    folder.mkdir(parents=True)
    rung.bell.of(folder)
    assert [pull(folder), pull(folder)] == [True, True]
    assert rung.times == 2


def test_it_hangs_in_the_folder_of_the_store_for_its_user_alone(rung: Rung, tmp_path: Path) -> None:
    rung.bell.of(tmp_path)
    (hung,) = tmp_path.iterdir()
    assert str(hung) == addresses(tmp_path)[0]
    assert hung.stat().st_mode & 0o077 == 0


def test_nobody_answers_where_no_store_is_open_any_more(
    rung: Rung, pull: Callable[[Path], bool], tmp_path: Path
) -> None:
    rung.bell.of(tmp_path)
    rung.bell.of(None)
    assert not pull(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_no_bell_hangs_before_the_window_stands(pull: Callable[[Path], bool], tmp_path: Path) -> None:
    early = Rung()
    early.bell.of(tmp_path)
    assert not pull(tmp_path)
    early.bell.first_frame_stands()
    assert pull(tmp_path)
    early.bell.of(None)


@pytest.mark.parametrize("said", [b"go\n", b"come in\n", b"COME\n", b"\0" * 4096, "kömm\n".encode()])
def test_anything_but_its_word_is_not_heard(
    rung: Rung, pull: Callable[[Path], bool], qtbot: QtBot, tmp_path: Path, said: bytes
) -> None:
    rung.bell.of(tmp_path)
    stranger = QLocalSocket()
    stranger.connectToServer(addresses(tmp_path)[0])
    stranger.write(said)
    qtbot.waitUntil(lambda: stranger.state() is QLocalSocket.LocalSocketState.UnconnectedState, timeout=PATIENCE_MS)
    assert rung.times == 0
    assert pull(tmp_path)


def test_a_word_that_comes_in_pieces_is_heard_once(rung: Rung, qtbot: QtBot, tmp_path: Path) -> None:
    rung.bell.of(tmp_path)
    caller = QLocalSocket()
    caller.connectToServer(addresses(tmp_path)[0])
    for piece in (b"co", b"me", b"\n"):
        caller.write(piece)
        caller.flush()
        qtbot.wait(10)
    qtbot.waitUntil(lambda: caller.bytesAvailable() > 0, timeout=PATIENCE_MS)
    assert (rung.times, bytes(caller.readAll().data())) == (1, b"came\n")
