"""Pages are drawn while the window forgets what was connected: neither ever waits for the other."""

import os
import subprocess
import sys
from pathlib import Path

from tests.ui.watch import Watch

ROOT = Path(__file__).parents[2]
PATIENCE_S = 120

# A process of its own: what goes wrong here stands for ever, or ends the process.
DRAWS = """
import io, os, sys, threading
from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen import canvas
from desktop.ui.superbills.pictures import Paper

sys.setswitchinterval(0.0005)
app = QApplication([])
written = io.BytesIO()
sheet = canvas.Canvas(written)
sheet.drawString(50, 700, "Paid in full")
sheet.save()
pages = []

def draw():
    for _ in range(200):
        paper = Paper(written.getvalue())
        pages.append(paper.drawn(0, QSize(60, 80)).size())
        paper.close()

class Hears(QObject):
    def hear(self):
        pass

def forget():
    timers, hears = [QTimer() for _ in range(10)], Hears()
    for each in timers:
        each.timeout.connect(hears.hear)
    del hears
    for each in timers:
        each.deleteLater()
    if not any(each.is_alive() for each in drawing):
        app.quit()

drawing = [threading.Thread(target=draw) for _ in range(3)]
for each in drawing:
    each.start()
again = QTimer()
again.timeout.connect(forget)
again.start(0)
app.exec()
sys.stdout.write(f"{len(pages)} {set(pages) == {QSize(60, 80)}}")
"""


def test_pages_are_drawn_while_the_window_forgets_pages(unblocked: Watch) -> None:
    with unblocked.aside():
        done = subprocess.run(
            [sys.executable, "-c", DRAWS],
            cwd=ROOT,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
    assert (done.returncode, done.stdout) == (0, "600 True"), done.stderr
