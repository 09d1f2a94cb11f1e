"""The window by keyboard: pages, back, help, first start, what is kept when it closes."""

import errno
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop import elsewhere
from desktop.bell import Bell
from desktop.operations import desk_making, store
from desktop.operations.book import is_there
from desktop.program import Program
from desktop.ui.main_window import MainWindow
from desktop.ui.parts import bars
from desktop.ui.parts.ask import by_dialogs
from desktop.ui.parts.bars import PassingBar
from desktop.ui.parts.theme import Theme
from desktop.ui.trouble import TroublePage
from desktop.ui.ways import OpenSettings
from tests.ui.first_owner import become_owner
from tests.ui.letting_go import let_go
from tests.ui.watch import Watch


def field(window: MainWindow, name: str) -> QLineEdit:
    """The line that a screen reader calls so, on the page at the front."""
    page = window.front
    assert page is not None
    return next(line for line in page.findChildren(QLineEdit) if line.accessibleName() == name)


def test_alt_and_a_digit_leads_to_each_page_and_esc_back(window: MainWindow, keys: Any) -> None:
    seen = []
    for number in range(1, 8):
        keys.press(f"Alt+{number}")
        seen.append(type(window.page).__name__)
    assert seen == [
        *("CounterPage", "FinderPage", "PatientsPage", "RentalsPage", "SuperbillsPage", "CatalogPage", "SettingsPage")
    ]
    keys.press("Esc", 6)
    assert type(window.page).__name__ == "CounterPage"


def test_pages_that_take_long_are_made_before_somebody_asks_for_them(window: MainWindow) -> None:
    assert list(window._pages.made) == ["counter", "patients", "rentals", "superbills"]
    made = dict(window._pages.made)
    window.go_to("patients")
    assert window.page is made["patients"]


def test_what_nobody_has_seen_is_made_anew_for_another_theme(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("patients")
    made = dict(window._pages.made)
    window.preferences.theme = Theme.DARK
    assert list(window._pages.made) == ["counter", "patients"]
    qtbot.waitUntil(lambda: window.whole)
    kept = [name for name, page in window._pages.made.items() if page is made[name]]
    assert kept == ["counter", "patients"]
    window.preferences.theme = Theme.SYSTEM


def test_the_search_box_is_one_shortcut_away(window: MainWindow, keys: Any, unblocked: Any) -> None:
    keys.press("Alt+6")
    keys.press("Ctrl+K")
    keys.type("Treviño 氧")
    assert field(window, "Search everything").text() == "Treviño 氧"


def test_four_fields_begin_a_store(first_start: MainWindow, keys: Any, home: Any, qtbot: QtBot) -> None:
    assert not is_there(home)
    keys.type("Gulf Breeze Oxygen")
    keys.press("Tab")
    keys.type("(361) 555 0142")
    keys.press("Tab")
    keys.type("78411")
    keys.press("Tab")
    keys.type("1234567893")
    keys.press("Tab")
    keys.press("Space")
    become_owner(first_start, keys, qtbot)
    assert first_start.services is not None
    kept = store.read(first_start.services.book)
    assert (kept.legal_name, kept.phone, kept.npi) == ("Gulf Breeze Oxygen", "361-555-0142", "1234567893")
    assert (kept.address.zip, kept.address.state) == ("78411", "TX")
    assert first_start.windowTitle() == "Gulf Breeze Oxygen – Oxydesk"


def test_a_mistyped_npi_is_said_beside_the_field_and_nothing_begins(first_start: MainWindow, keys: Any) -> None:
    keys.type("Gulf Breeze Oxygen")
    keys.press("Tab", 3)
    keys.type("1234567890")
    keys.press("Tab")
    keys.press("Space")
    line = field(first_start, "NPI")
    assert "check digit" in line.accessibleDescription()
    assert QApplication.focusWidget() is line
    assert first_start.services is None


def test_the_store_is_kept_as_it_is_typed(window: MainWindow, keys: Any) -> None:
    assert window.services is not None
    window.go(OpenSettings())
    field(window, "Trade name (DBA)").clear()
    field(window, "Trade name (DBA)").setFocus()
    keys.type("Żółć & Søn Oxygen")
    keys.wait(500)
    assert store.read(window.services.book).dba == "Żółć & Søn Oxygen"


def test_what_is_not_right_yet_is_there_again_and_the_store_stays_right(window: MainWindow, keys: Any) -> None:
    assert window.services is not None
    window.go(OpenSettings())
    before = store.read(window.services.book).npi
    line = field(window, "NPI")
    line.selectAll()
    line.setFocus()
    line.clear()
    keys.type("12345")
    keys.press("Alt+1")
    keys.press("Alt+7")
    assert field(window, "NPI").text() == "12345"
    assert "ten digits" in field(window, "NPI").accessibleDescription()
    assert store.read(window.services.book).npi in (None, before)


def test_a_zip_code_fills_the_state(window: MainWindow, keys: Any) -> None:
    window.go(OpenSettings())
    for name in ("ZIP code", "State"):
        field(window, name).clear()
    field(window, "ZIP code").setFocus()
    keys.type("90210")
    keys.press("Tab")
    assert field(window, "State").text() == "CA"


def test_the_sample_store_is_plainly_marked_and_left_by_a_button(window: MainWindow, qtbot: QtBot) -> None:
    leave = [button for button in window.findChildren(QPushButton) if button.text() == "Set up my store"]
    assert [button.isVisible() for button in leave] == [True]
    leave[0].click()
    qtbot.waitUntil(lambda: window.services is None)
    assert field(window, "Name of the store").isVisible()


def test_size_and_page_are_there_again(start: Any, keys: Any, unblocked: Watch) -> None:
    first = start(demo=True)
    first.window.resize(QSize(777, 555))
    first.window.go_to("catalog")
    with unblocked.aside():
        first.window.close()
        first.close()
    again = start(demo=True)
    assert again.window.size() == QSize(777, 555)
    assert type(again.window.page).__name__ == "CatalogPage"


@pytest.mark.parametrize("key", ["Alt+U", "Ctrl+Z"])
def test_undo_brings_back_with_a_key(window: MainWindow, keys: Any, key: str) -> None:
    assert window.services is not None
    done: list[str] = []
    window.services.offer_undo("Deleted Marisol Treviño.", lambda: done.append("back"))
    bar = window.findChildren(PassingBar)[0]
    assert bar.words == "Deleted Marisol Treviño."
    window.go_to("patients")
    keys.press(key)
    assert (done, bar.words) == (["back"], "")


def test_the_offer_to_undo_leaves_when_work_has_gone_on_and_comes_back_with_its_key(
    window: MainWindow, keys: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bars, "_OFFERED_MS", 60)
    assert window.services is not None
    done: list[str] = []
    window.services.offer_undo("Deleted Marisol Treviño.", lambda: done.append("back"))
    (bar,) = window.findChildren(PassingBar)
    keys.wait(150)
    assert bar.words == "Deleted Marisol Treviño."  # nobody has done anything since
    keys.press("Alt+5")
    qtbot.waitUntil(lambda: bar.words == "", timeout=30_000)
    assert done == []
    keys.press("Alt+U")
    assert (done, bar.words) == ([], "Deleted Marisol Treviño.")
    window.services.say("Saved.")
    keys.press("Alt+U")
    assert (done, bar.words) == ([], "Deleted Marisol Treviño.")
    keys.press("Alt+U")
    assert (done, bar.words) == (["back"], "")
    keys.press("Alt+U")
    assert (done, bar.words) == (["back"], "")


def test_a_book_that_is_open_elsewhere_is_said_in_a_sentence(  # noqa: PLR0917 -- a second program by hand
    start: Any, qapp: QApplication, qtbot: QtBot, unblocked: Watch, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elsewhere, "_PATIENCE_MS", 0)
    monkeypatch.setattr(Bell, "_hang", lambda _bell: None)  # the other does not answer
    start(demo=True)
    with unblocked.aside():
        second = Program(qapp, home, by_dialogs(), demo=True)
        second.start()
        qtbot.waitUntil(lambda: isinstance(second.window.front, TroublePage), timeout=20_000)
    words = [label.text() for label in second.window.findChildren(QLabel)]
    assert any("open in another Oxydesk" in text for text in words)
    with unblocked.aside():
        let_go(second)


def test_a_catalog_that_did_not_fit_on_the_disk_is_made_when_the_store_opens(
    qapp: QApplication, home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, unblocked: Watch
) -> None:
    def full(*_asked: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    with unblocked.aside():
        program = Program(qapp, home, by_dialogs(), demo=False)
        with monkeypatch.context() as disk:
            disk.setattr(desk_making, "prepare", full)
            program.start()
            bar = program.window.findChild(PassingBar)
            assert bar is not None
            qtbot.waitUntil(lambda: not bar.isHidden(), timeout=20_000)
        assert not program.ready
        program._try_sample()
        qtbot.waitUntil(lambda: program.ready and program.window.whole, timeout=20_000)
        let_go(program)
