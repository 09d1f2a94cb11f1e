"""The look of the window: the tokens of `resources/look` as a palette and one style sheet, light and dark.

A part that paints for itself asks `colors()` each time it paints, so that it follows a change of theme by itself.
"""

import tomllib
from dataclasses import asdict
from enum import StrEnum
from functools import cache
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop import files
from desktop.core.look import Colors, Sizes

_MIDDLE = 128
_MONOSPACED = "'Cascadia Mono', Consolas, Menlo, 'Noto Sans Mono', 'DejaVu Sans Mono', monospace"
_LINEAR = 0.04045  # below it, sRGB is a straight line (WCAG 2.2, relative luminance)


class Theme(StrEnum):
    """What was chosen in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@cache
def _tokens() -> dict[str, dict[str, object]]:
    # Read without msgspec, which would cost a tenth of the start; the tests check the same file with it.
    return tomllib.loads(files.resource("look/tokens.toml").decode("utf-8"))


@cache
def colors_of(*, dark: bool) -> Colors:
    """The colors of one theme."""
    return Colors(**{name: str(color) for name, color in _tokens()["dark" if dark else "light"].items()})


@cache
def sizes() -> Sizes:
    """The sizes of type, in pixels of a screen at 100 %."""
    return Sizes(**{name: int(str(size)) for name, size in _tokens()["type"].items()})


def space(steps: int) -> int:
    """The space of so many steps of 4 pixels at 100 %."""
    return 4 * steps


def is_dark() -> bool:
    """Whether the dark theme is in use."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < _MIDDLE


def colors() -> Colors:
    """The colors in use."""
    return colors_of(dark=is_dark())


def color(name: str) -> QColor:
    """One of the colors in use, by its token."""
    return QColor(getattr(colors(), name))


def monospaced() -> str:
    """The faces for codes, as a style sheet names them."""
    return _MONOSPACED


def apply(app: QApplication, theme: Theme) -> None:
    """Colors and type of the whole program; menus and the system's own dialogs follow."""
    schemes = {Theme.LIGHT: Qt.ColorScheme.Light, Theme.DARK: Qt.ColorScheme.Dark}
    app.styleHints().setColorScheme(schemes.get(theme, Qt.ColorScheme.Unknown))
    dark = theme is Theme.DARK or (theme is Theme.SYSTEM and app.styleHints().colorScheme() == Qt.ColorScheme.Dark)
    face = app.font()
    face.setPixelSize(sizes().body)
    app.setFont(face)
    app.setPalette(palette(colors_of(dark=dark)))


def sheet() -> str:
    """The style sheet in the colors in use, for a window.

    Never the program's: Qt would dress every part anew each time it is placed inside another, and making a page would
    take four times as long. So a page is dressed once, when it comes into the window.
    """
    return style_sheet(colors())


def palette(chosen: Colors) -> QPalette:
    """The colors for what Qt paints by itself."""
    roles = QPalette.ColorRole
    made = QPalette()
    for role, name in {
        roles.Window: chosen.canvas,
        roles.WindowText: chosen.ink,
        roles.Base: chosen.surface,
        roles.AlternateBase: chosen.canvas,
        roles.Text: chosen.ink,
        roles.PlaceholderText: chosen.ink2,
        roles.Button: chosen.surface,
        roles.ButtonText: chosen.ink,
        roles.BrightText: chosen.stop,
        roles.ToolTipBase: chosen.surface,
        roles.ToolTipText: chosen.ink,
        roles.Highlight: chosen.accent,
        roles.HighlightedText: chosen.on_accent,
        roles.Link: chosen.accent,
        roles.LinkVisited: chosen.accent,
        roles.Light: chosen.surface,
        roles.Midlight: chosen.line,
        roles.Mid: chosen.line,
        roles.Dark: chosen.edge,
        roles.Shadow: chosen.ink,
        roles.Accent: chosen.accent,
    }.items():
        made.setColor(role, QColor(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(chosen.edge))
    return made


@cache
def style_sheet(chosen: Colors) -> str:
    """The one style sheet, with the tokens filled in."""
    arrow = "light" if chosen == colors_of(dark=False) else "dark"
    measures = {f"size_{name}": str(size) for name, size in asdict(sizes()).items()}
    written = Template(files.resource("look/window.qss").decode("utf-8"))
    return written.substitute(
        asdict(chosen),
        **measures,
        radius=str(_tokens()["radius"]),
        monospaced=_MONOSPACED,
        arrow=(files.resources() / f"icons/down-{arrow}.svg").as_posix(),
        check=(files.resources() / f"icons/check-{arrow}.svg").as_posix(),
    )


def contrast(one: str, other: str) -> float:
    """How far apart two colors (`#RRGGBB`) are: 1 to 21, as WCAG 2.2 counts it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(name: str) -> float:
    parts = [int(name[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= _LINEAR else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
