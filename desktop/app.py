"""Starts Qt and the window: size and language of the screen, and what is done when something unforeseen goes wrong.

`oxydesk` opens the store in the user's folder, `oxydesk --demo` the sample store in a folder of its own.
"""

import os
import sys
from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, QProcess, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from desktop import files, last_resort
from desktop.program import OPEN_AGAIN, Program
from desktop.ui.parts.ask import by_dialogs
from desktop.ui.parts.preferences import Preferences

DEMO = "--demo"
_SCALE = "QT_SCALE_FACTOR"


def run(arguments: Sequence[str]) -> int:
    """Runs the window until it is closed; the exit status."""
    home = files.home()
    remember_no_folders()
    scaled = _SCALE not in os.environ
    if scaled:
        os.environ[_SCALE] = f"{Preferences(home).scale / 100:g}"
    app = QApplication(["oxydesk"])
    app.setApplicationName("Oxydesk")
    app.setStyle("Fusion")
    translators = translate(app, Preferences(home).language)
    program = Program(app, home, by_dialogs(), demo=DEMO in arguments)
    sys.excepthook = last_resort.hook(program.window)
    program.start()
    status = app.exec()
    program.window.close()
    program.close()
    if status == OPEN_AGAIN:
        if scaled:
            os.environ.pop(_SCALE)
        start_again(arguments)
        return 0
    del translators
    return status


def start_again(arguments: Sequence[str]) -> None:
    """Starts the program once more, on its own: this one ends."""
    program, *given = command(arguments)
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"  # the packaged program shall not take itself for a part of this
    QProcess.startDetached(program, given)


def command(arguments: Sequence[str]) -> list[str]:
    """How this program is started, packaged or from source."""
    itself = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop"]
    return [*itself, *arguments]


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
