"""The tokens of the window's look: its colors and sizes, read before its first frame."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colors:
    """The window's colors (`#RRGGBB`) in one of its two themes. Each of stop, warn, ok and note has its ground."""

    canvas: str
    surface: str
    ink: str
    ink2: str
    line: str
    edge: str
    accent: str
    on_accent: str
    stop: str
    stop_ground: str
    warn: str
    warn_ground: str
    ok: str
    ok_ground: str
    note: str
    note_ground: str


@dataclass(frozen=True, slots=True)
class Sizes:
    """The window's sizes of type, in points at 96 dpi."""

    small: int
    body: int
    title: int
    heading: int
    display: int
