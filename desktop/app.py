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


def run(arguments: Sequence[str]) -> int:
    """Runs the window until it is closed; the exit status."""
    home = files.home()
    remember_no_folders()
    os.environ.setdefault("QT_SCALE_FACTOR", f"{Preferences(home).scale / 100:g}")
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
        os.environ.pop("QT_SCALE_FACTOR")
        QProcess.startDetached(sys.executable, ["-m", "desktop", *arguments])
        return 0
    del translators
    return status


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
