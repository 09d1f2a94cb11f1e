"""From start to end of a window: what is noted, and what is said after one that ended unexpectedly."""

import faulthandler
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desktop import last_resort, log
from desktop.files import FileProblem
from desktop.health import Health
from desktop.log import Log, What
from desktop.operations import drafts
from desktop.program import Program
from desktop.ui.parts.ask import by_dialogs
from desktop.ui.parts.bars import PassingBar
from desktop.ui.ways import NewPatient
from tests.ui.first_owner import become_owner
from tests.ui.letting_go import let_go
from tests.ui.person import Person

SAID = "Oxydesk ended unexpectedly the last time. What was typed then is kept, and there again."


@pytest.fixture(autouse=True)
def health_ends(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The tests' own watch over crashes stays as it is; nothing is noted after a test."""
    monkeypatch.setattr(faulthandler, "enable", lambda _file: None)
    monkeypatch.setattr(faulthandler, "disable", lambda: None)
    yield
    log.end()


def killed(health: Health) -> None:
    """The system lets go of what a process held."""
    held, mark = health._last._lock, health._last._mark
    assert held is not None
    assert mark is not None
    held.release()
    mark.close()


def test_after_an_unexpected_end_one_calm_line_says_so_once(
    home: Path, qapp: QApplication, qtbot: QtBot, unblocked: Any
) -> None:
    killed(Health(home))
    health = Health(home)
    assert health.reminder == SAID
    health.first_frame_stands()
    health.end()
    again = Health(home)
    assert again.reminder == ""
    again.end()
    noted = [json.loads(line) for line in Log(home).newest(99)]
    kinds = [What.STARTED, What.STARTED, What.DIED, What.READY, What.ENDED, What.STARTED, What.ENDED]
    assert [line["what"] for line in noted] == kinds
    assert all("seconds" in line for line in noted if line["what"] in (What.READY, What.ENDED))
    with unblocked.aside():
        program = Program(qapp, home, by_dialogs(), demo=True)
        program.first_words = health.reminder
        program.start()
        bar = program.window.findChild(PassingBar)
        assert bar is not None
        qtbot.waitUntil(lambda: bar.words == SAID, timeout=20_000)
        assert program.first_words == ""
        qtbot.waitUntil(lambda: program.ready and program.window.whole, timeout=20_000)
        let_go(program)


def test_what_keeps_oxydesk_from_starting_is_said_without_a_window_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "critical", lambda _window, _title, words: said.append(words))
    last_resort.not_started(FileProblem("The folder /srv/none cannot be made: you may not write or read there"))
    last_resort.not_started(KeyError("Marisol"))
    assert said[0] == "Oxydesk cannot start. The folder /srv/none cannot be made: you may not write or read there"
    assert "KeyError in an unknown place" in said[1]
    assert "Marisol" not in said[1]


def test_the_store_is_not_locked_over_what_cannot_be_kept_and_locks_afterwards(
    start: Callable[..., Program], keys: Any, qtbot: QtBot, unblocked: Any
) -> None:
    program = start()
    with unblocked.aside():
        keys.type("Gulf Breeze Oxygen LLC")
        person = Person(program.window, keys, qtbot)
        person.fill("ZIP code", "78411")
        person.to("Set up my store")
        keys.press("Space")
        become_owner(program.window, keys, qtbot)
        person.settle()
        program.window.go(NewPatient())
        person.settle()
        person.fill("First name", "Zoë")
        book = person.book
        rest = program._rest
        assert rest is not None
        book.connection.execute("pragma query_only = on")
        with pytest.raises(Exception, match="cannot be written"):
            program.lock()
        assert program.window.services is not None
        assert rest._timer.isActive()
        book.connection.execute("pragma query_only = off")
        program.window.keep_all()
        assert any("Zoë" in str(drafts.take_up(book, row.key)) for row in drafts.listed(book, "patient/"))
        program.lock()
        assert program.window.services is None
