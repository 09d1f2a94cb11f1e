"""Whatever is written in the book, and whatever its papers are numbered: the tables, JSON and names bear it."""

import csv
import io
import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core import csv_exact, takeout_names
from desktop.operations.takeout_description import Column, Kind, description
from desktop.operations.takeout_values import in_csv, in_json, name_in_json

SAFE = re.compile(r"[A-Za-z0-9._/-]+")
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
TEXTS = st.text(st.characters(codec="utf-8"), max_size=40) | st.text("'= +-@\t\r\n\",1.", max_size=8)


@given(cells=st.lists(st.none() | TEXTS, min_size=2, max_size=5))
@UNHURRIED
def test_any_text_survives_a_table(cells: list[str | None]) -> None:
    written = csv_exact.line(cells)
    (row,) = csv.reader(io.StringIO(written, newline=""), strict=True)
    assert [csv_exact.text(cell) for cell in row] == [cell or "" for cell in cells]
    for cell in row:
        bare = cell.strip().lstrip("'").strip()
        assert cell.startswith("'") or not bare.startswith(("=", "+", "@")) or cell != cell.lstrip("'")
    assert written.count('""') >= sum(cell == "" for cell in cells)


VALUES = st.none() | st.integers() | st.floats(allow_nan=False) | TEXTS


@given(value=VALUES, kind=st.sampled_from(sorted(description().kinds)))
@UNHURRIED
def test_any_value_is_valid_json_and_the_same_again(value: object, kind: str) -> None:
    column = Column("a", Kind(kind, "any", ""), "")
    read = json.loads(in_json([name_in_json("a")], [value], [column]), parse_constant=pytest.fail)
    found = read["a"]
    if isinstance(value, str) and kind in ("list", "object") and found != value:
        found = json.dumps(found, ensure_ascii=False)
        value = json.dumps(json.loads(value), ensure_ascii=False)
    elif value in (float("inf"), float("-inf")):
        value = repr(value)
    assert found == value
    assert in_csv(value, column) is None or isinstance(in_csv(value, column), str)


@given(number=st.none() | TEXTS, other=st.none() | TEXTS, year=st.none() | st.integers(1, 9999))
@UNHURRIED
def test_any_number_makes_a_name_that_every_system_bears(
    number: str | None, other: str | None, year: int | None
) -> None:
    name = takeout_names.paper(number, 7, year, voided=False)
    assert SAFE.fullmatch(name)
    assert ".." not in name
    assert name.count("/") == 2
    assert len(name) < 120
    if number != other:
        assert name.casefold() != takeout_names.paper(other, 8, year, voided=False).casefold()
        assert name.casefold() != takeout_names.paper(other, 8, year, voided=True).casefold()


def test_scans_lie_by_the_thousand() -> None:
    assert [takeout_names.scan(number, ".png") for number in (1, 999, 1_000, 1_234_567)] == [
        "scans/000000/000001.png",
        "scans/000000/000999.png",
        "scans/001000/001000.png",
        "scans/1234000/1234567.png",
    ]
