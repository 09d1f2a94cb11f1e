"""The day of the window's tests and of the pictures: always the same, so that the sample store's papers have the same
days and numbers, whatever day it is."""

import time
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Self
from unittest.mock import patch

TODAY = date(2026, 3, 10)
_BEGAN = time.monotonic()
_AFTERNOON = 15  # after what the sample store has done on that day


class _OnThatDay(datetime):
    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        """That afternoon, and so much later as has gone by."""
        began = cls(TODAY.year, TODAY.month, TODAY.day, _AFTERNOON, tzinfo=UTC)
        return (began + timedelta(seconds=time.monotonic() - _BEGAN)).astimezone(tz)


STANDING = patch("desktop.clock.datetime", _OnThatDay)
"""A program of its own begins with `STANDING.start()`; the tests of the window all do."""
