"""The packaged window, used by keyboard from the first start to the PDF in the folder; then its book, by the door."""

import re
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from desktop import clock
from tests.packaged.built.conftest import MOST, Packaged, words_of
from tests.packaged.screen import Screen, screen
from tests.ui.first_owner import NAME, PASSWORD


@pytest.fixture(scope="module")
def paper(packaged: Packaged) -> Path:
    """The superbill that a newcomer saved: the main job, done once on a screen of its own."""
    saved = packaged.home / "superbill.pdf"
    with screen() as shown:
        surroundings = packaged.surroundings | shown.surroundings
        with subprocess.Popen([packaged.folder / "Oxydesk"], env=surroundings, cwd=packaged.home) as window:
            try:
                _set_up(shown)
                _fill_in(shown)
                _issue(shown, saved)
                shown.close("Gulf Breeze")
                assert window.wait(MOST) == 0
            except BaseException:
                window.kill()
                raise
    return saved


def test_the_paper_that_was_saved_says_what_was_typed(paper: Path) -> None:
    words = words_of(paper)
    for line in (
        "SUPERBILL",
        "Gulf Breeze Oxygen LLC 4400 Staples St · Corpus Christi TX 78411",
        "NPI 1234567893 · EIN 91-1144442",
        "Zoe Alvarez born 17 Aug 1951",
        "Lone Star Health member LSH90071",
        "Anais Krishnamurthy, MD NPI 1679576722",
        "12 E1392 NU",
        "CAIRE FreeStyle Comfort · serial FSC-2291-0047",
        "PAID IN FULL",
    ):
        assert line in words


def test_the_door_finds_the_window_s_book_whole_backs_it_up_and_brings_it_back(
    packaged: Packaged, paper: Path, tmp_path: Path
) -> None:
    key = tmp_path / "password"
    key.write_text(PASSWORD, encoding="utf-8")
    checks = packaged.door("verify", "--password-file", key)
    papers = next(check for check in checks["checks"] if check["what"] == "papers")
    assert (checks["whole"], papers["count"]) == (True, 1)
    made = packaged.door("backup", "--password-file", key)
    assert made["name"] in [backup["name"] for backup in packaged.door("restore")["backups"]]
    back = packaged.door("restore", "--backup", made["name"], "--password-file", key, "--replace")
    inside = back["contents"]
    assert (inside["store"], inside["patients"], inside["papers"]) == ("Gulf Breeze Oxygen LLC", 1, 1)
    assert (inside["last_number"], inside["users"]) == (_number(paper), [NAME])
    assert Path(back["replaced"]).is_dir()
    assert packaged.door("verify", "--password-file", key)["whole"] is True


def _number(paper: Path) -> str:
    found = re.search(r"SB-\d{4}-\d{6}", words_of(paper))
    assert found is not None
    return found.group()


def _set_up(shown: Screen) -> None:
    """The first start, and in the settings what a superbill needs beside it."""
    shown.turn_to("^Oxydesk$")
    shown.wait_on("Name of the store")
    shown.enter("Name of the store", "Gulf Breeze Oxygen LLC")
    shown.fill("Phone", "(361) 555 0142")
    shown.fill("ZIP code", "78411")
    shown.fill("NPI", "1234567893")
    shown.to("Set up my store")
    shown.press("space")
    shown.wait_on("Your name")
    shown.enter("Your name", NAME)
    shown.press("Return")
    shown.wait_on("Password")
    shown.type(PASSWORD)
    shown.press("Return")
    shown.wait_on("The password again")
    shown.type(PASSWORD)
    shown.press("Return")
    shown.wait_on("Type the code from the sheet")
    shown.to("Later")
    shown.press("space")
    shown.turn_to("Gulf Breeze")
    shown.press("alt+7")
    shown.wait_shown("EIN (tax number)")
    shown.fill("EIN (tax number)", "91-1144442")
    shown.to("Not said yet")  # whether the store is enrolled with Medicare
    shown.press("Down")
    shown.fill("Street", "4400 Staples St")
    shown.fill("City", "Corpus Christi")


def _fill_in(shown: Screen) -> None:
    """A new superbill, with a patient, a plan, a doctor and a product that the book does not know yet."""
    shown.press("ctrl+n")
    shown.wait_on("Patient")
    _take(shown, "Patient", "Alvarez, Zoe", "Change: Patient")
    shown.fill("Born", "08171951")
    shown.fill("Phone", "3615550177")
    shown.fill("Street", "7 Pearl St")
    shown.fill("ZIP code", "78401")
    shown.fill("City", "Corpus Christi")
    shown.fill("State", "TX")
    _take(shown, "Plan", "Lone Star Health", "Change: Plan")
    shown.fill("Member ID", "LSH90071")
    _take(shown, "Doctor", "Krishnamurthy", "Change: Doctor")
    shown.fill("Doctor's first name", "Anais", "shift+Tab")
    shown.fill("Credentials", "MD")
    shown.fill("Doctor's NPI", "1679576722")
    shown.fill("Ordered on", f"{clock.today() - timedelta(days=7):%m%d%Y}")
    shown.fill("Liters a minute by day", "2")
    _take(shown, "Diagnosis", "J44.9", "Take J44.9 away")
    _take(shown, "Item", "E1392 NU", "Line 1")
    shown.wait_on("Serial number")
    shown.enter("Serial number", "FSC-2291-0047")
    shown.press("Return")  # as a scanner does
    shown.fill("Amount for all", "2495", "shift+Tab")
    shown.to("Days, maker, place, diagnoses")
    shown.press("space")
    shown.fill("Maker", "CAIRE")
    shown.fill("Model", "FreeStyle Comfort")
    shown.press("F8")
    shown.wait_shown("Total 2,495.00 · paid 2,495.00 · balance 0.00")


def _take(shown: Screen, name: str, words: str, then: str) -> None:
    """Takes the first of what a search finds, or what was typed; `then` shows that it was taken."""
    shown.fill(name, words)
    shown.press("Return")
    shown.wait_shown(then)


def _issue(shown: Screen, saved: Path) -> None:
    """Ctrl+Enter, and the paper saved as a file."""
    shown.press("ctrl+Return")
    shown.wait_shown("Save as")
    shown.press("alt+s")
    shown.turn_to("Save as")
    shown.wait_on("File name")
    shown.press("ctrl+a")
    shown.type(str(saved))
    shown.press("Return")
    shown.wait(saved.is_file, "the saved paper")
    shown.turn_to("Gulf Breeze")
