"""The faces that the paper is set in, and which characters they cannot print."""

import io
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Face:
    """One face, known to reportlab by its name. `advances` are the widths of its characters at size 1."""

    name: str
    advances: Mapping[str, float]

    def width(self, text: str, size: float) -> float:
        """The width of a text in points. KeyError for a character that the face does not have."""
        return sum(map(self.advances.__getitem__, text)) * size

    def has(self, text: str) -> bool:
        """Whether the face has every character of the text."""
        return self.advances.keys() >= set(text)


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
    font = TTFont("face", io.BytesIO(data), shapable=False)
    font.fontName = font.face.name.decode("ascii")
    pdfmetrics.registerFont(font)
    advances = {chr(code): width / _THOUSAND for code, width in font.face.charWidths.items()}
    visible = {letter: width for letter, width in advances.items() if unicodedata.category(letter) not in _INVISIBLE}
    return Face(font.fontName, visible)
