"""The packaged window's first frame, against a bare window with one label packaged the same way, and one from source.

    pyinstaller build.spec
    python -m tests.bench.start_up_packaged [dist/Oxydesk] [--rounds 15] [--patients 10000]

The programs are measured as they are, on a screen of their own, whose middle is looked at until it lights up. Prints
milliseconds from the start of the process to that, and the ratios (at most 2.0 is wanted).
The bare window is built at each run with the settings of `build.spec`; it is never shipped.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.start_up import FRAME_AT_MOST, ROOT, prepare
from tests.packaged.screen import Screen, screen
from tests.packaged.x11 import wait_lit

_MIDDLE = (640, 400)
_MOST = 60.0
_BARE = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
window = QLabel("Oxydesk"); window.resize(1280, 800)
window.show(); app.exec()
"""
_SPEC = """
import sys
sys.path.insert(0, {root!r})
from tests.packaged import trimming
found = Analysis(["bare.py"], excludes=trimming.MODULES, noarchive=True)
found.binaries = trimming.reached(trimming.used(found.binaries))
found.datas = trimming.leading_somewhere(trimming.used(found.datas), found.binaries)
linux = sys.platform.startswith("linux")
program = EXE(PYZ(found.pure), found.scripts, name="bare", exclude_binaries=True, console=False, strip=linux, upx=False)
COLLECT(program, found.binaries, found.datas, name="bare", strip=linux, upx=False)
"""


def package_bare(folder: Path) -> list[str]:
    """Builds the bare window; the command that starts it."""
    (folder / "bare.py").write_text(_BARE, encoding="utf-8")
    (folder / "bare.spec").write_text(_SPEC.format(root=str(ROOT)), encoding="utf-8")
    build = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "bare.spec"]
    subprocess.run(build, cwd=folder, check=True)
    return [str(folder / "dist/bare/bare")]


def first_frame(command: list[str], shown: Screen) -> float:
    """Milliseconds from starting a program to the first frame of its window on the screen."""
    display = shown.surroundings["DISPLAY"]
    assert wait_lit(display, *_MIDDLE, lit=False, most=_MOST), "the window before it did not go"
    began = time.monotonic()
    with subprocess.Popen(command, env=os.environ | shown.surroundings, stderr=subprocess.DEVNULL) as program:
        assert wait_lit(display, *_MIDDLE, lit=True, most=_MOST), f"{command[0]} brought no frame to the screen"
        took = time.monotonic() - began
        program.kill()
    return took * 1000


def main() -> None:
    """Measures and prints."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("folder", nargs="?", type=Path, default=ROOT / "dist/Oxydesk")
    reader.add_argument("--rounds", type=int, default=15)
    reader.add_argument("--patients", type=int, default=10_000)
    asked = reader.parse_args()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as home, screen() as shown:
        shown.surroundings.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON")  # nobody listens here
        os.environ["OXYDESK_HOME"] = home
        prepare(Path(home), asked.patients)
        program = str(asked.folder / "Oxydesk")
        commands = {
            "bare": package_bare(Path(folder)),
            "bare from source": [sys.executable, "-c", _BARE],
            "Counter": [program, "--demo"],
            "who is there": [program],
        }
        for command in commands.values():  # once for the disk
            first_frame(command, shown)
        rounds = [
            {name: first_frame(command, shown) for name, command in commands.items()} for _ in range(asked.rounds)
        ]
    took = {name: statistics.median(each[name] for each in rounds) for name in commands}
    for name in ("Counter", "who is there"):
        sys.stdout.write(
            f"first frame, packaged, {name}: {took[name]:.0f} ms; bare window packaged {took['bare']:.0f} ms, "
            f"ratio {took[name] / took['bare']:.2f} (at most {FRAME_AT_MOST}); from source "
            f"{took['bare from source']:.0f} ms, ratio {took[name] / took['bare from source']:.2f}\n"
        )


if __name__ == "__main__":
    main()
