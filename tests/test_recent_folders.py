"""Which folders somebody looked into is written down nowhere."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_SAVES = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from shiboken6 import delete
from desktop.app import remember_no_folders
if sys.argv[2] == "forget":
    remember_no_folders()
app = QApplication([])
dialog = QFileDialog(None, "Save as", sys.argv[1])
dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
dialog.selectFile("superbill.pdf")
dialog.show()
QTimer.singleShot(50, dialog.accept)
dialog.finished.connect(app.quit)
app.exec()
delete(dialog)
"""


@pytest.mark.parametrize("manner", ["forget", "as Qt does"])
def test_a_file_dialog_leaves_no_trace_of_its_folder(tmp_path: Path, manner: str) -> None:
    folder = tmp_path / "Marisol Trevino"
    folder.mkdir()
    surroundings = {**os.environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    surroundings["QT_QPA_PLATFORM"] = "offscreen"
    command = [sys.executable, "-c", _SAVES, str(folder), manner]
    subprocess.run(command, cwd=Path(__file__).parent.parent, env=surroundings, capture_output=True, check=True)
    traces = [path.name for path in tmp_path.rglob("*") if path.is_file() and b"Marisol" in path.read_bytes()]
    assert traces == ([] if manner == "forget" else ["QtProject.conf"])
