"""The look's tokens: colors, spaces and sizes that the window and the paper share."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaperTokens:
    """The paper's measures in points (1/72 inch); inks from 0 (black) to 1 (white); `leading` as a factor of a size."""

    width: float
    height: float
    margin: float
    ink: float
    ink2: float
    hairline_ink: float
    rule_ink: float
    draft_ink: float
    hairline: float
    rule: float
    leading: float
    label: float
    small: float
    body: float
    strong: float
    name: float
    draft: float
    gap: float
    logo_height: float
    logo_width: float
    logo_pixels: int


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


@dataclass(frozen=True, slots=True)
class Tokens:
    """All tokens; spaces and the radius are points at 96 dpi."""

    spaces: tuple[int, ...]
    radius: int
    motion_ms: int
    type: Sizes
    light: Colors
    dark: Colors
    paper: PaperTokens
