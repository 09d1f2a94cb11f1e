"""All of the look's tokens: colors, spaces and sizes that the window and the paper share."""

from dataclasses import dataclass

from desktop.core.look import Colors, Sizes


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
class Tokens:
    """All tokens; spaces and the radius are points at 96 dpi."""

    spaces: tuple[int, ...]
    radius: int
    motion_ms: int
    type: Sizes
    light: Colors
    dark: Colors
    paper: PaperTokens
