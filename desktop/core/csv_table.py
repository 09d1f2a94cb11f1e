"""A table that another program wrote or will read: CSV in whatever form, as cells and back."""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.core.wrong import Wrong

_DELIMITERS = (",", ";", "\t", "|")
_BYTE_ORDER_MARKS = (("utf-8-sig", b"\xef\xbb\xbf"), ("utf-16", b"\xff\xfe"), ("utf-16", b"\xfe\xff"))
_LAST_RESORT = "cp1252"  # what spreadsheets on Windows write where they write no Unicode
_LOOKED_AT = 20  # lines by which the delimiter is guessed
# What a spreadsheet takes for a formula, in the wide letters of East Asia too; with an apostrophe before it, it is text
# there. A plain number stays one, below zero too.
_FORMULA = re.compile(r"'*[=+\-@＝＋－＠]")
_MARKED = re.compile(r"'+[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"-[0-9]+(?:\.[0-9]+)?")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\A\ufeff+")
_LINES = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")


@dataclass(frozen=True, slots=True)
class Most:
    """How much of a table is read: lines, columns, letters of a cell."""

    lines: int
    columns: int
    letters: int


@dataclass(frozen=True, slots=True)
class CsvTable:
    """The headings, and each row with the number of the line that it begins on; blank rows are left out."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    delimiter: str
    encoding: str


def read(data: bytes, most: Most) -> CsvTable | Wrong:
    """The table that a file holds. Wrong where it is none, or has more than is read."""
    found = _decoded(data)
    if isinstance(found, Wrong):
        return found
    text, encoding = found
    lines = [line for line in _LINES.split(text) if line]
    if len(lines) > most.lines:
        return Wrong(f"this file has {len(lines):,} lines; bring it in in parts of {most.lines:,} lines")
    delimiter = _delimiter(lines[:_LOOKED_AT])
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    rows: list[tuple[int, tuple[str, ...]]] = []
    begins = 1
    try:
        for cells in reader:
            if len(cells) > most.columns or max(map(len, cells), default=0) > most.letters:
                return Wrong(_too_large(begins, cells, most))
            bare = [_bare(cell) for cell in cells]
            if any(bare):
                rows.append((begins, tuple(_unmarked(cell) for cell in bare)))
            begins = reader.line_num + 1
    except csv.Error as error:
        return Wrong(f"line {begins} is not CSV ({error}); open the file in a spreadsheet and save it as CSV again")
    if not rows:
        return Wrong("there is nothing in this file; choose another one")
    return CsvTable(rows[0][1], tuple(rows[1:]), delimiter, encoding)


def write(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table that spreadsheets of any country open rightly, and in which no cell becomes a formula."""
    lines = (",".join(_cell(cell) for cell in row) for row in (headings, *rows))
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")


def _too_large(line: int, cells: Sequence[str], most: Most) -> str:
    if len(cells) > most.columns:
        return f"line {line} has {len(cells):,} columns; leave out some, so that there are {most.columns} at most"
    longest = max(map(len, cells))
    return f"a cell of line {line} has {longest:,} letters; shorten it to {most.letters:,}, or close a quote before it"


def _decoded(data: bytes) -> tuple[str, str] | Wrong:
    for encoding, mark in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if b"\x00" in data:
        return Wrong("this is not a CSV file; in a spreadsheet, save it as CSV first")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _strictly(data, _LAST_RESORT)


def _strictly(data: bytes, encoding: str) -> tuple[str, str] | Wrong:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        return Wrong("the letters of this file cannot be read; in a spreadsheet, save it as CSV with UTF-8")


def _delimiter(lines: Sequence[str]) -> str:
    """The one that cuts the lines into most cells, the same number in each of them being worth more than all."""

    def worth(delimiter: str) -> tuple[bool, int]:
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        counts: list[int] = []
        try:
            counts.extend(len(cells) for cells in reader if cells)
        except csv.Error:
            if reader.line_num < len(lines):  # else a cell goes on below the lines that are looked at
                return False, 0
        return min(counts, default=0) > 1 and len(set(counts)) == 1, counts[0] if counts else 0

    return max(_DELIMITERS, key=worth)


def _bare(text: str) -> str:
    return _CONTROLS.sub("", text).strip()


def _unmarked(cell: str) -> str:
    return cell[1:] if _MARKED.match(cell) else cell


def _cell(text: str) -> str:
    bare = _bare(text)
    marked = f"'{bare}" if _FORMULA.match(bare) and not _NUMBER.fullmatch(bare) else bare
    return f'"{marked.replace(chr(34), chr(34) * 2)}"' if re.search(r'[",;|\t\r\n]', marked) else marked
