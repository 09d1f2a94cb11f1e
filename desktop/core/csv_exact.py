"""Tables as CSV that lose nothing: what was written is found again, sign by sign, and no cell becomes a formula.

Cells are divided by commas, lines end in CR LF, and a text that holds one of these or a quotation mark stands in
quotation marks. What is not known is an empty cell; an empty text is one of two quotation marks. A text that a
spreadsheet would take for a formula has an apostrophe before it; `text` takes that one away again.
"""

import re
from collections.abc import Sequence

_FORMULA = re.compile(r"[\s'\x00]*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")  # one of these with a minus is an amount and no formula
_QUOTED = re.compile(r'[",;|\t\r\n]|^$')
_MARK = "'"


def line(cells: Sequence[str | None]) -> str:
    """A row of a table, with its end."""
    return ",".join(map(_cell, cells)) + "\r\n"


def text(cell: str) -> str:
    """The text of a cell that a reader of CSV has taken out of its quotation marks."""
    return cell[1:] if cell.startswith(_MARK) and _dangerous(cell[1:]) else cell


def _cell(value: str | None) -> str:
    if value is None:
        return ""
    marked = _MARK + value if _dangerous(value) else value
    return f'"{marked.replace(chr(34), chr(34) * 2)}"' if _QUOTED.search(marked) else marked


def _dangerous(value: str) -> bool:
    return _FORMULA.match(value) is not None and _NUMBER.fullmatch(value) is None
