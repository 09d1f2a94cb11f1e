"""Codes and modifiers as people type them straight in: `E1392 NU`, `e1392-nu`, `E0431 RR KX and E1390 RR KX`."""

import re
from dataclasses import dataclass

# A HCPCS code, or what people take for one (five digits, or four and a letter), and the modifiers that hang on it.
_TOKEN = re.compile(r"(?P<code>[A-Z][0-9]{4}|[0-9]{4}[0-9A-Z])(?P<modifiers>(?:[0-9A-Z]{2})*)")
_MODIFIER = re.compile(r"[0-9A-Z]{2}")
_PIECES = re.compile(r"[^\s,;:+&/()\-–—.]+")
_BETWEEN = {"AND", "Y", "WITH", "CON"}
_EXAMPLE = "type a code and its modifiers, like E1392 NU"
_SHOWN = 40


class NotTyped(Exception):
    """What was typed is no line of codes; its text is a sentence: what was found, and what to type."""


@dataclass(frozen=True, slots=True)
class TypedLine:
    """One code as it was typed, with its modifiers in their order."""

    code: str
    modifiers: tuple[str, ...]

    @property
    def words(self) -> str:
        """`E1392 NU`."""
        return " ".join((self.code, *self.modifiers))


def parse(text: str) -> tuple[TypedLine, ...]:
    """The lines that were typed, one or several. NotTyped where it is something else."""
    lines: list[TypedLine] = []
    for piece in _PIECES.findall(text.upper()):
        token = _TOKEN.fullmatch(piece)
        if token:
            hung = token["modifiers"]
            lines.append(TypedLine(token["code"], tuple(hung[at : at + 2] for at in range(0, len(hung), 2))))
        elif _MODIFIER.fullmatch(piece):
            if not lines:
                raise NotTyped(f"The modifier {piece} stands before any code; {_EXAMPLE}.")
            lines[-1] = TypedLine(lines[-1].code, (*lines[-1].modifiers, piece))
        elif piece not in _BETWEEN:
            raise NotTyped(f"“{piece[:_SHOWN]}” is neither a code nor a modifier; {_EXAMPLE}.")
    if not lines:
        raise NotTyped(f"There is no code in it; {_EXAMPLE}.")
    return tuple(lines)
