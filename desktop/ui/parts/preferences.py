"""What the window remembers: look, size, the page that was open; an ini file in Oxydesk's folder, no patient in it."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from desktop.ui.parts.theme import Theme

SCALES = (100, 125, 150, 175, 200)
_FILE = "window.ini"


class Preferences(QObject):
    """What the person chose. A theme changes at once; a scale or a language when Oxydesk is opened again."""

    theme_chosen = Signal()
    open_again = Signal()

    def __init__(self, home: Path) -> None:
        super().__init__()
        self._kept = QSettings(str(home / _FILE), QSettings.Format.IniFormat)

    @property
    def theme(self) -> Theme:
        """Light, dark, or as the system has it."""
        named = self._text("look/theme")
        return Theme(named) if named in list(Theme) else Theme.SYSTEM

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._kept.setValue("look/theme", theme.value)
        self.theme_chosen.emit()

    @property
    def scale(self) -> int:
        """How large everything is, in percent of the system's own size."""
        kept = self._text("look/scale")
        return next((scale for scale in SCALES if str(scale) == kept), SCALES[0])

    @scale.setter
    def scale(self, scale: int) -> None:
        self._kept.setValue("look/scale", scale)

    @property
    def language(self) -> str:
        """The language of the screen (`en`, `es`, …); empty: the system's."""
        return self._text("look/language")

    @language.setter
    def language(self, language: str) -> None:
        self._kept.setValue("look/language", language)

    @property
    def geometry(self) -> QByteArray:
        """Size and place of the window, as Qt keeps them; empty at first."""
        kept = self._value("window/geometry")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._kept.setValue("window/geometry", geometry)

    @property
    def place(self) -> str:
        """The page that was open."""
        return self._text("window/place")

    @place.setter
    def place(self, place: str) -> None:
        self._kept.setValue("window/place", place)

    def text(self, name: str) -> str:
        """What a page remembers under a name of its own, such as `finder/splitter`."""
        return self._text(f"page/{name}")

    def remember(self, name: str, text: str) -> None:
        """Keeps what a page remembers. Never anything of a patient."""
        self._kept.setValue(f"page/{name}", text)

    def keep(self) -> None:
        """Writes it to the disk now."""
        self._kept.sync()

    def _text(self, name: str) -> str:
        kept = self._value(name)
        return kept if isinstance(kept, str) else str(kept) if isinstance(kept, int) else ""

    def _value(self, name: str) -> object:
        """What is kept under a name; None where the file was damaged there."""
        try:
            return self._kept.value(name)
        except RuntimeError:  # what Qt makes of it is nothing that Python has
            return None
