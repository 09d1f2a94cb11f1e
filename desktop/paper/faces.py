"""The faces that the paper is set in, and which characters they cannot print."""

import io
import struct
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_THOUSAND = 1000


class Box(NamedTuple):
    """The outline of a character at size 1, from its origin on the baseline."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        """Its middle from left to right."""
        return (self.left + self.right) / 2

    @property
    def height(self) -> float:
        """From its lowest to its highest point."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Face:
    """One face, known to reportlab by its name. `advances` are the widths of its characters at size 1."""

    name: str
    advances: Mapping[str, float]
    font: Any

    def width(self, text: str, size: float) -> float:
        """The width of a text in points. KeyError for a character that the face does not have."""
        return sum(map(self.advances.__getitem__, text)) * size

    def has(self, text: str) -> bool:
        """Whether the face has every character of the text."""
        return self.advances.keys() >= set(text)

    def box(self, letter: str) -> Box:
        """The outline's box, from the font's table of outlines (count of contours, then the box, 16 bits each)."""
        glyph = self.font.charToGlyph[ord(letter)]
        start, end = self.font.glyphPos[glyph : glyph + 2]
        if start == end:
            return Box(0.0, 0.0, 0.0, 0.0)
        left, bottom, right, top = struct.unpack_from(">4h", self.font.get_table("glyf"), start + 2)
        scale = 1 / self.font.unitsPerEm
        return Box(left * scale, bottom * scale, right * scale, top * scale)


@dataclass(frozen=True, slots=True)
class Faces:
    """The two faces for words and the two for codes."""

    regular: Face
    bold: Face
    mono: Face
    mono_bold: Face


def faces(regular: bytes, bold: bytes, mono: bytes, mono_bold: bytes) -> Faces:
    """The faces of four TrueType files, read once in a process. Each page embeds what it uses of them."""
    return Faces(_face(regular), _face(bold), _face(mono), _face(mono_bold))


def composed(text: str) -> str:
    """The text as it is printed: letters typed with separate accents become one character where there is one."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def unprintable(text: str, face: Face) -> tuple[str, ...]:
    """The characters of a text that cannot be printed, once each, in their order: those that the face does not have,
    and those that print nothing (control characters, line breaks, invisible marks)."""
    return tuple(dict.fromkeys(letter for letter in composed(text) if letter not in face.advances))


def printable(text: str, face: Face) -> str:
    """The text with a visible sign in place of each character that cannot be printed."""
    text = composed(text)
    if face.has(text):
        return text
    return "".join(letter if letter in face.advances else REPLACEMENT for letter in text)


@cache
def _face(data: bytes) -> Face:
    font = TTFont("face", io.BytesIO(data), asciiReadable=False, shapable=False)
    font.fontName = font.face.name.decode("ascii")
    pdfmetrics.registerFont(font)
    advances = {chr(code): width / _THOUSAND for code, width in font.face.charWidths.items()}
    visible = {letter: width for letter, width in advances.items() if unicodedata.category(letter) not in _INVISIBLE}
    return Face(font.fontName, visible, font.face)
