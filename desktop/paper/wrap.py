"""Breaks a text into lines that fit a width; nothing is lost but the blanks at the breaks."""

import unicodedata

from desktop.paper.look import Style

_BREAKS_AFTER = "-/@,.;:_"
_ROUNDING = 0.01  # points: a column made as wide as a text holds it, whatever the order of summing


def wrapped(text: str, style: Style, width: float) -> list[str]:
    """The lines of a text: broken at blanks, and inside a word only where it is wider than the column. A column
    narrower than a character holds one character a line."""
    words = text.split(" ")
    if not text.strip():
        return []
    widths, size = style.face.advances, style.size
    width += _ROUNDING
    blank = widths[" "] * size
    lines: list[str] = []
    current, used = "", 0.0
    for word in words:
        wide = sum(map(widths.__getitem__, word)) * size
        if current and used + blank + wide <= width:
            current, used = f"{current} {word}", used + blank + wide
            continue
        if current:
            lines.append(current)
        current, used = word, wide
        if wide > width:
            *whole, current = _pieces(word, style, width)
            lines.extend(whole)
            used = style.face.width(current, size)
    if current:
        lines.append(current)
    return lines


def _pieces(word: str, style: Style, width: float) -> list[str]:
    """A word wider than the column in pieces that fit it, broken after a hyphen or the like where there is one."""
    pieces = []
    start = 0
    while start < len(word):
        end = _reach(word, start, style, width)
        if end < len(word):
            end = _after_sign(word, start, end)
        pieces.append(word[start:end])
        start = end
    return pieces


def _reach(word: str, start: int, style: Style, width: float) -> int:
    """How far a piece goes: as many characters as fit, at least one, accents with their letter."""
    used = 0.0
    for place in range(start, len(word)):
        used += style.face.advances[word[place]] * style.size
        if used > width and place > start and not unicodedata.combining(word[place]):
            return place
    return len(word)


def _after_sign(word: str, start: int, end: int) -> int:
    """The place after the last breaking sign in the second half of a piece, else its end."""
    for place in range(end, (start + end) // 2, -1):
        if word[place - 1] in _BREAKS_AFTER:
            return place
    return end
