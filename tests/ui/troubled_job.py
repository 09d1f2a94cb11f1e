"""The main job in the real program, from `run`, with something going wrong all the time in ways that quote the patient.

    python -m tests.ui.troubled_job FOLDER

Run as a program of its own on Oxydesk's folder (with the catalog in it); at the end a library crashes.
"""

import ctypes
import json
import subprocess
import sys
import threading
import traceback
import warnings
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer, qCritical, qWarning
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop import files, headless, start
from desktop.core import money
from desktop.operations import superbill
from desktop.program import Program
from desktop.ui.trouble_window import TroubleWindow
from tests.ui.conftest import CHEAP, Keys
from tests.ui.day import STANDING
from tests.ui.person import Bot
from tests.ui.test_main_job import Newcomer

PATIENT = "Zoë Nguyễn-Żółć, 7 Pearl St, (361) 555-0177, 3615550177, LSH90071, born 1951-08-17 (8/17/1951, 08171951)"


def wrong(*_any: object) -> Any:
    """Goes wrong in a line of ours, and quotes the patient."""
    return money.parse(PATIENT)


class Leaves:
    """Goes wrong where nobody can catch it."""

    def __del__(self) -> None:
        """As Python forgets it."""
        wrong()


class Paints(QWidget):
    """Cannot be drawn."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Goes wrong each time."""
        wrong()


class Troubled(Newcomer):
    """Goes on working whatever happens."""

    def troubled(self) -> None:
        """Everything that can go wrong, between two fields; then the window that tells of it is read."""
        QTimer.singleShot(0, wrong)
        self.window.workers.run(wrong, wrong, self.window.complain)
        self.window.workers.run(str, wrong, self.window.complain)
        thread = threading.Thread(target=wrong)
        thread.start()
        thread.join()
        Leaves()
        warnings.warn(PATIENT, UserWarning, stacklevel=1)
        qWarning(PATIENT)
        qCritical(PATIENT)
        part = Paints(self.window)
        part.show()
        self.settle()
        part.deleteLater()
        self.read_on()

    def read_on(self) -> None:
        """Enter, as often as a window tells of a problem; then the focus is where it was."""
        while any(isinstance(each, TroubleWindow) and each.isVisible() for each in QApplication.topLevelWidgets()):
            self.keys.press("Return")
            self.settle()
        self.window.activateWindow()
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def job(person: Troubled) -> None:
    """Half of the paper, trouble, the other half, trouble; then the door is asked, and a library crashes."""
    person.set_up_store()
    person.keys.press("Ctrl+N")
    person.settle()
    person.name_patient()
    person.troubled()
    person.name_plan_doctor_and_diagnosis()
    person.find_line()
    person.describe_and_pay()
    issued = person.issue()
    person.troubled()
    door()
    sys.stdout.write(f"{issued.number}\n")
    sys.stdout.flush()
    crash(PATIENT)


def door() -> None:
    """The headless door meets a mistake in the program, and a folder named for the patient that is not there."""
    request = json.loads(files.resource("examples/bought-portable.json"))
    request["patient"] |= {"first": "Zoë", "last": "Nguyễn-Żółć", "member_id": "LSH90071", "dob": "1951-08-17"}
    asked = Path("request.json")
    asked.write_text(json.dumps(request), encoding="utf-8")
    nowhere = Path("Nguyễn-Żółć") / "paper.pdf"  # which it says to whoever has asked, and to nobody else
    command = [sys.executable, "-m", "desktop", "superbill", str(asked), "--out", str(nowhere)]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    with pytest.MonkeyPatch.context() as mistake:
        mistake.setattr(superbill, "issue", wrong)
        headless.main(["superbill", str(asked), "--out", "paper.pdf"])
    asked.unlink()


def crash(_patient: str) -> None:
    """Reads where nothing is."""
    ctypes.string_at(0)


def main() -> int:
    """The program as a person starts it."""
    STANDING.start()
    started = Program.start

    def begin(program: Program) -> None:
        program._cost = CHEAP
        started(program)
        QTimer.singleShot(0, lambda: guarded(program))

    def guarded(program: Program) -> None:
        bot: Any = Bot()
        bot.waitUntil(lambda: program.ready and program.window.whole)
        program.window.activateWindow()
        try:
            job(Troubled(program.window, Keys(bot, program._app), bot))
        except BaseException:  # the test's own mistake, not the program's
            Path("mistake.txt").write_text(traceback.format_exc(), "utf-8")
            QApplication.exit(3)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Program, "start", begin)
        patch.setattr(sys, "argv", ["oxydesk"])
        return start.main()


if __name__ == "__main__":
    sys.exit(main())
