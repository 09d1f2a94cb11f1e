"""How the window looks: theme, size of everything, language of the screen."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import files
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import secondary
from desktop.ui.parts.labelled import Choice
from desktop.ui.parts.preferences import SCALES, Preferences
from desktop.ui.parts.words import Card

_WIDEST = 480


class LookPart(QWidget):
    """Three choices; the last two count when Oxydesk is opened again, which one button does."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._theme = Choice(
            self.tr("&Theme"),
            [
                (theme.Theme.SYSTEM, self.tr("As the computer has it")),
                (theme.Theme.LIGHT, self.tr("Light")),
                (theme.Theme.DARK, self.tr("Dark")),
            ],
        )
        self._scale = Choice(self.tr("Si&ze of everything"), [(str(scale), f"{scale} %") for scale in SCALES])
        self._language = Choice(
            self.tr("&Language of the screen"),
            [("", self.tr("As the computer has it")), *languages()],
            hint=self.tr("The language of the paper is chosen with each patient."),
        )
        self._again = secondary(self.tr("Open Oxydesk again now"), preferences.open_again.emit)
        self._again.setEnabled(False)
        self._theme.put(preferences.theme)
        self._scale.put(str(preferences.scale))
        self._language.put(preferences.language)
        self._theme.chosen.connect(self._theme_chosen)
        self._scale.chosen.connect(self._scale_chosen)
        self._language.chosen.connect(self._language_chosen)
        card = Card()
        card.setMaximumWidth(_WIDEST)
        for widget in (self._theme, self._scale, self._language, self._again):
            card.inside.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space(4), theme.space(2), 0)
        column.addWidget(card)
        column.addStretch()

    def _theme_chosen(self, chosen: str) -> None:
        self._preferences.theme = theme.Theme(chosen)

    def _scale_chosen(self, chosen: str) -> None:
        self._preferences.scale = int(chosen)
        self._later()

    def _language_chosen(self, chosen: str) -> None:
        self._preferences.language = chosen
        self._later()

    def _later(self) -> None:
        self._again.setEnabled(True)
        self._scale.say(self.tr("Size and language change when Oxydesk is opened again."), "note")


def languages() -> list[tuple[str, str]]:
    """English, and each language that the screen was translated to: code and its own name."""
    codes = ["en", *(name.split("_")[-1].removesuffix(".qm") for name in files.resource_names("translations", ".qm"))]
    return [(code, QLocale(code).nativeLanguageName().title()) for code in codes]
