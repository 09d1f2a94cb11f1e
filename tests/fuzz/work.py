"""How much work reading takes, counted and not timed, so that a slow and busy computer counts the same."""

import sys
import tracemalloc
from collections.abc import Callable
from types import FrameType


class TooMuch(BaseException):
    """More work than these bytes may take. Nobody may catch it on the way."""


def calls(does: Callable[[], object], most: int) -> int:
    """How many functions, Python's own too, were called. TooMuch as soon as they are more than that."""
    count = 0

    def counted(_frame: FrameType, event: str, _value: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")
        if count > most:
            sys.setprofile(None)
            raise TooMuch(f"more than {most:,} calls")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        does()
    finally:
        sys.setprofile(before)
    return count


def memory(does: Callable[[], object]) -> int:
    """The most bytes that Python held at a time meanwhile."""
    tracemalloc.start()
    try:
        does()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
