"""Reads the files that the government publishes into plain rows, and refuses what is not what it says it is.

HCPCS comes as a workbook of one row a code, ICD-10-CM as a zip with an order file of fixed columns. Codes of the AMA
(CPT: a digit first) and the ADA (CDT: D and four digits) are theirs, and a file that holds one is not used.
"""

import csv
import gzip
import hashlib
import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from db.problems import OfficialFileRefused

CODE = "HCPC"
KINDS = {"3": "code", "7": "modifier"}  # RECID: the first line of a procedure's or of a modifier's record

_RECID = "RECID"
_SHORT = "SHORT DESCRIPTION"
_LONG = "LONG DESCRIPTION"
_ADDED = "ADD DT"
_LAST_DAY = "TERM DT"
_SHAPES = {"code": re.compile(r"[A-Z][0-9]{4}"), "modifier": re.compile(r"[A-Z][A-Z0-9]")}
_NOT_OURS = re.compile(r"[0-9].*|D[0-9]{4}")
_YYYYMMDD = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_LONG_FROM = 63  # after code, order number and blanks: column 78 of the order file
_DIAGNOSIS = re.compile(r"[A-Z][0-9A-Z]{2,6}")

Cells = tuple[str | None, ...]
CodeCells = tuple[str, str, str | None, str | None, str, str | None]
DiagnosisCells = tuple[str, str, str, int, str, str]


def verified(name: str, data: bytes, sha256: str) -> bytes:
    """The bytes, if they are the published ones."""
    if hashlib.sha256(data).hexdigest() != sha256:
        raise OfficialFileRefused(name, "its bytes are not the published ones; install Oxydesk again")
    return data


def records(name: str, workbook: bytes, headings: Sequence[str]) -> list[Cells]:
    """Every record of a HCPCS workbook (ANWEB), cells in the order of `headings`, blank ones None."""
    rows = _sheet(name, workbook)
    first = [str(cell) for cell in rows[0]] if rows else []
    missing = [heading for heading in headings if heading not in first]
    if missing:
        raise OfficialFileRefused(name, f"it has no column {missing[0]}")
    places = [first.index(heading) for heading in headings]
    return [tuple(_cell(row[place]) for place in places) for row in rows[1:]]


def codes(name: str, records: Iterable[Cells], headings: Sequence[str]) -> list[CodeCells]:
    """Code, kind, short and long words, day added and last day of each record, checked."""
    wanted = (CODE, _RECID, _SHORT, _LONG, _ADDED, _LAST_DAY)
    places = [headings.index(heading) for heading in wanted]
    read: list[CodeCells] = []
    for cells in records:
        code, recid, short, long, added, last = (cells[place] for place in places)
        if code is None or recid not in KINDS:
            raise OfficialFileRefused(name, f"the record of {code or 'a blank code'} has the record id {recid}")
        kind = KINDS[recid]
        _refuse_foreign(name, code)
        if not _SHAPES[kind].fullmatch(code):
            raise OfficialFileRefused(name, f"{code} does not look like a {kind}")
        read.append((code, kind, short, long, _day(name, code, added), _day(name, code, last) if last else None))
    _refuse_twice(name, [row[0] for row in read])
    return read


def code_list(name: str, zipped: bytes) -> list[str]:
    """The codes of a bare list, one a line, gzip'ed."""
    try:
        listed = gzip.decompress(zipped).decode("ascii").split()
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise OfficialFileRefused(name, f"it cannot be read: {error}") from error
    for code in listed:
        _refuse_foreign(name, code)
        if not _SHAPES["code"].fullmatch(code):
            raise OfficialFileRefused(name, f"{code[:20]} does not look like a code")
    _refuse_twice(name, listed)
    return listed


def table(name: str, data: bytes, headings: Sequence[str]) -> list[tuple[str, ...]]:
    """The cells of a comma-separated file, in the order of `headings`."""
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    missing = [heading for heading in headings if heading not in (rows.fieldnames or ())]
    if missing:
        raise OfficialFileRefused(name, f"it has no column {missing[0]}")
    return [tuple(row[heading] for heading in headings) for row in rows]


def diagnoses(name: str, zipped: bytes, member: str) -> dict[str, str]:
    """An ICD-10-CM order file: code without a dot -> the rest of its line, which `spans` takes apart."""
    try:
        with zipfile.ZipFile(io.BytesIO(zipped)) as archive:
            lines = archive.read(member).decode("ascii").splitlines()
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError, zlib.error) as error:
        raise OfficialFileRefused(name, f"{member} in it cannot be read: {error}") from error
    read = {line[6:13].rstrip(): line[14:] for line in lines if line}
    for code, rest in read.items():
        if rest[:1] not in {"0", "1"} or len(rest) <= _LONG_FROM or not _DIAGNOSIS.fullmatch(code):
            raise OfficialFileRefused(name, f"the line of {code[:20]} is not an order line")
    return read


def spans(sets: Iterable[tuple[str, str, Mapping[str, str]]]) -> list[DiagnosisCells]:
    """The entries of one set after the other (first day, the day after the last, entries) as one table, by code.

    An entry that adjoining sets hold in the same words is one row over both.
    """
    done: list[DiagnosisCells] = []
    held: dict[str, tuple[str, str]] = {}
    ended = ""
    for first_day, until, entries in sets:
        going_on = held if first_day == ended else {}
        new = {}
        for code, rest in entries.items():
            since, before = going_on.get(code, (first_day, rest))
            new[code] = (since if before == rest else first_day, rest)
        done += [_span(code, *old, ended) for code, old in held.items() if new.get(code) != old]
        held, ended = new, until
    done += [_span(code, *old, ended) for code, old in held.items()]
    return sorted(done)


def _span(code: str, first_day: str, rest: str, until: str) -> DiagnosisCells:
    """One entry; of its line, billable or not stands first, then short words, then long words."""
    return (code, first_day, until, int(rest[0]), rest[2:_LONG_FROM].rstrip(), rest[_LONG_FROM:].rstrip())


def _sheet(name: str, workbook: bytes) -> Sequence[Sequence[object]]:
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 -- start-up time

    try:
        return CalamineWorkbook.from_object(io.BytesIO(workbook)).get_sheet_by_index(0).to_python()
    except CalamineError as error:
        raise OfficialFileRefused(name, f"it is not a workbook that can be read: {error}") from error


def _cell(cell: object) -> str | None:
    """A cell's text without the blanks around it. Six records of October 2025 have numbers where texts belong."""
    return str(int(cell)) if isinstance(cell, float) else str(cell).strip() or None


def _day(name: str, code: str, text: str | None) -> str:
    """YYYYMMDD as YYYY-MM-DD."""
    shape = _YYYYMMDD.fullmatch(text or "")
    try:
        return date.fromisoformat("-".join(shape.groups() if shape else ())).isoformat()
    except ValueError as error:
        raise OfficialFileRefused(name, f"the record of {code} has the day {text}") from error


def _refuse_foreign(name: str, code: str) -> None:
    if _NOT_OURS.fullmatch(code):
        raise OfficialFileRefused(name, f"it holds {code[:20]}, which is the AMA's or the ADA's and not HCPCS Level II")


def _refuse_twice(name: str, codes: Sequence[str]) -> None:
    [(code, times)] = Counter(codes).most_common(1) or [("", 0)]
    if times > 1:
        raise OfficialFileRefused(name, f"it holds {code} {times} times")
