"""A long working day does not use None up: Qt's bindings miscount it where Python counts it."""

import os
import subprocess
import sys
from pathlib import Path

_CALLS = 60_000  # more than a fresh Python has references to None, True or False

_DAY = f"""
from PySide6.QtWidgets import QApplication, QLabel
from desktop.lasting_none import keep_none
app = QApplication([])
keep_none()
label = QLabel()
for _ in range({_CALLS}):
    label.update(), label.blockSignals(True), label.isModal()
print("still here")
"""


def test_the_program_lives_through_more_calls_than_none_has_references() -> None:
    asked = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    root = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", _DAY], capture_output=True, text=True, check=False, env=asked, cwd=root
    )
    assert done.stdout == "still here\n", done.stderr
    assert done.returncode == 0
