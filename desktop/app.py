"""Starts Qt and the window: size and language of the screen, and what is done when something unforeseen goes wrong.

`oxydesk` opens the store in the user's folder, `oxydesk --demo` the sample store in a folder of its own.
"""

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from desktop import files, last_resort, unheard
from desktop.health import Health
from desktop.last_resort import LastResort
from desktop.program import OPEN_AGAIN, Program
from desktop.ui.parts.ask import by_dialogs
from desktop.ui.parts.preferences import Preferences

DEMO = "--demo"
_SCALE = "QT_SCALE_FACTOR"
_MEASURED = "OXYDESK_FIRST_FRAME"


def run(arguments: Sequence[str]) -> int:
    """Runs the window until it is closed; the exit status."""
    home = files.home()
    remember_no_folders()
    scaled = _SCALE not in os.environ
    if scaled:
        os.environ[_SCALE] = f"{Preferences(home).scale / 100:g}"
    app = QApplication(["oxydesk", "-style", "fusion"])  # start-up time: setStyle makes all that PySide has of styles
    app.setApplicationName("Oxydesk")
    translators = translate(app, Preferences(home).language)
    health = Health(home)
    try:
        program = Program(app, home, by_dialogs(), demo=DEMO in arguments)
    except Exception as error:  # a folder that cannot be made, say
        last_resort.not_started(error)
        return 1
    status = _watched(app, home, program, health)
    health.end()
    if status == OPEN_AGAIN:
        if scaled:
            os.environ.pop(_SCALE)
        start_again(arguments)
        return 0
    del translators
    return status


def _watched(app: QApplication, home: Path, program: Program, health: Health) -> int:
    """From the first page to the closed book, whatever goes wrong; the exit status."""
    if _MEASURED in os.environ:
        program.window.painted.connect(_tell_moment)
    resort = LastResort(program.window, home, program.close, program.preferences.open_again.emit)
    unheard.listen(resort.hear)
    program.window.painted.connect(health.first_frame_stands)
    program.first_words = health.reminder
    program.window.fit_into(app.primaryScreen().availableSize())
    try:
        program.start()
        status = app.exec()
        program.window.close()
        program.close()
    except Exception as error:  # outside of any click or key, so that nothing can go on
        resort.end(error)
        return 1
    return status


def start_again(arguments: Sequence[str]) -> None:
    """Starts the program once more, on its own: this one ends."""
    from PySide6.QtCore import QProcess  # noqa: PLC0415 -- start-up: seldom needed

    program, *given = command(arguments)
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"  # the packaged program shall not take itself for a part of this
    QProcess.startDetached(program, given)


def command(arguments: Sequence[str]) -> list[str]:
    """How this program is started, packaged or from source."""
    itself = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop"]
    return [*itself, *arguments]


def _tell_moment() -> None:
    """The moment at which the first frame stood, for whoever measures the start (`tests/bench/start_up.py`)."""
    sys.stdout.write(f"{time.monotonic()}\n")
    sys.stdout.flush()


def remember_no_folders() -> None:
    """Qt's own file dialogs write down which folders they were in, and a folder may be named for a patient."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def translate(app: QApplication, language: str) -> list[QTranslator]:
    """Dresses the screen in a language of `resources/translations`, and Qt's own words too; English without one."""
    locale = QLocale(language) if language else QLocale.system()
    QLocale.setDefault(locale)
    loaded = []
    for name, folder in {
        "oxydesk": str(files.resources() / "translations"),
        "qtbase": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
    }.items():
        translator = QTranslator(app)
        if translator.load(locale, name, "_", folder):
            app.installTranslator(translator)
            loaded.append(translator)
    return loaded
