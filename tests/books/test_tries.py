"""Wrong tries: each waits longer, and neither a new start nor another clock spares the wait."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.book import tries
from db.book.tries import Waits

WAITS = Waits(free=3, first=timedelta(seconds=2), longest=timedelta(minutes=15))
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def wrong(folder: Path, times: int, at: datetime = NOON) -> None:
    """So many wrong tries."""
    for _ in range(times):
        tries.count(folder, WAITS, at)


@pytest.mark.parametrize(
    ("times", "seconds"), [(0, 0), (3, 0), (4, 2), (5, 4), (6, 8), (12, 512), (13, 900), (40, 900), (400, 900)]
)
def test_the_wait_grows(tmp_path: Path, times: int, seconds: int) -> None:
    assert WAITS.after(times) == timedelta(seconds=seconds)
    wrong(tmp_path, min(times, 40))
    assert tries.left(tmp_path, WAITS, NOON) == WAITS.after(min(times, 40))


def test_the_wait_passes_and_the_count_stays(tmp_path: Path) -> None:
    wrong(tmp_path, 4)
    assert tries.left(tmp_path, WAITS, NOON + timedelta(seconds=1)) == timedelta(seconds=1)
    assert tries.left(tmp_path, WAITS, NOON + timedelta(seconds=2)) == timedelta()
    wrong(tmp_path, 1, NOON + timedelta(seconds=2))
    assert tries.left(tmp_path, WAITS, NOON + timedelta(seconds=2)) == timedelta(seconds=4)


def test_a_clock_set_back_begins_the_wait_anew(tmp_path: Path) -> None:
    wrong(tmp_path, 5)
    before = NOON - timedelta(days=400)
    assert tries.left(tmp_path, WAITS, before) == timedelta(seconds=4)
    assert tries.left(tmp_path, WAITS, before + timedelta(seconds=3)) == timedelta(seconds=1)


def test_a_right_try_forgets_the_wrong_ones(tmp_path: Path) -> None:
    wrong(tmp_path, 9)
    tries.forget(tmp_path)
    assert tries.left(tmp_path, WAITS, NOON) == timedelta()
    tries.forget(tmp_path)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"wrong": -5, "at": "x"}', '{"wrong": 1, "at": "2026-03-02"}', "[" * 999]
)
def test_a_file_that_was_changed_waits_longest(tmp_path: Path, text: str) -> None:
    tries.path(tmp_path).write_text(text, encoding="ascii")
    assert tries.left(tmp_path, WAITS, NOON) == WAITS.longest
    assert tries.left(tmp_path, WAITS, NOON + timedelta(minutes=14)) == timedelta(minutes=1)
