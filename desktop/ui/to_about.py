"""The way to what Oxydesk this is, from pages before the store: for a clerk who cannot come in and calls somebody."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.parts.buttons import quiet_button


def about_button(page: QWidget) -> QPushButton:
    """A small button for a page of the main window; Shift+F1 does the same everywhere."""
    return quiet_button(QCoreApplication.translate("About", "About Oxydesk"), lambda: _ask(page.window()))


def _ask(window: QWidget) -> None:
    from desktop.ui.main_window import MainWindow  # noqa: PLC0415 -- the window knows its pages, not they the window

    if isinstance(window, MainWindow):
        window.tell_about()
