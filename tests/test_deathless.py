"""A long day at the counter: what Qt's bindings give back uncounted does not end the program."""

import subprocess
import sys

_LONG_DAY = """
from PySide6.QtCore import QObject
from desktop.ui.parts.deathless import keep_for_ever
keep_for_ever()
keep_for_ever()
of_a_call = QObject()
for _ in range(300_000):
    of_a_call.parent(), of_a_call.setObjectName("a"), of_a_call.blockSignals(True), of_a_call.isWidgetType()
print("evening")
"""


def test_none_and_true_last_through_a_long_day() -> None:
    day = subprocess.run([sys.executable, "-c", _LONG_DAY], capture_output=True, text=True, check=False)
    assert (day.stdout, day.stderr) == ("evening\n", "")
