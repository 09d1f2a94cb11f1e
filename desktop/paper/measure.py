"""How wide texts are."""

from collections.abc import Iterable

from desktop.paper.faces import printable
from desktop.paper.look import Style


def widest(texts: Iterable[str], style: Style) -> float:
    """The width in points of the widest of some texts, each in the face that it will be set in."""
    return max((width(text, style) for text in texts), default=0.0)


def width(text: str, style: Style) -> float:
    """The width in points of a text on one line."""
    said = printable(text, style.fallback)
    face = style.face if style.face.has(said) else style.fallback
    return face.width(said, style.size)
