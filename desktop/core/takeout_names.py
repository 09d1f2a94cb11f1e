"""How the files of papers and scans are called when everything is taken out: by what they are known by, and so that
every system can bear the name. No two are called alike, and each name says which row it belongs to."""

import re

_PLAIN = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)+")  # no blank, no dot, no small letter: as it is on every system
_OTHER = re.compile(r"[^A-Za-z0-9]+")
_LONGEST = 60
_VOID = "_VOID"
_IN_A_FOLDER = 1_000  # files in one folder: some sticks bear no more than a few thousand with long names


def paper(number: str | None, document_id: int, year: int | None, *, voided: bool) -> str:
    """Where the PDF of an issued paper lies, by its number; one that was voided says so in its name."""
    folder = f"papers/{year:04}" if year is not None else "papers/undated"
    plain = number is not None and len(number) <= _LONGEST and _PLAIN.fullmatch(number)
    name = number if plain else f"{_OTHER.sub('-', number or '')[:_LONGEST].strip('-')}_{document_id}"
    return f"{folder}/{name}{_VOID if voided else ''}.pdf"


def scan(number: int, ending: str) -> str:
    """Where a scan lies, by its number in the book; a thousand of them in a folder."""
    first = number // _IN_A_FOLDER * _IN_A_FOLDER
    return f"scans/{first:06}/{number:06}{ending}"
