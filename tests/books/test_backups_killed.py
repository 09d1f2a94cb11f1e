"""Backups and bringing them back survive kill -9: a few times here, more by `python -m tests.faults.backups_killed`."""

import random
from pathlib import Path

import pytest

from tests.faults import backups_killed, small_store

_SOME = random.Random(20260302)  # noqa: S311 -- moments, not secrets


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a blank and letters of another keyboard."""
    return tmp_path / "Ñandú store"


def test_nothing_acknowledged_is_lost_when_a_backup_is_killed(home: Path) -> None:
    key = small_store.begin(home).key
    for _ in range(5):
        backups_killed.back_up_killed(home, key, _SOME.uniform(0, 0.6))


def test_a_book_is_brought_back_wholly_or_not_at_all(home: Path) -> None:
    key = backups_killed.two_backups(home)
    for _ in range(5):
        backups_killed.bring_back_killed(home, key, _SOME.uniform(0, 0.6))
