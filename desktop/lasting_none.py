"""Keeps the program alive on Python 3.10 and 3.11, where None is counted like any object: Qt's bindings miscount it.

The wheels of PySide6 are built where None is not counted (Python 3.12 and later). On an older one each call of a Qt
function that returns nothing takes away a reference that nobody gave. After some hundred visits to the window's pages
the last one is gone, and Python ends the program ("deallocating None"). So None gets as many references as no working
day uses up.
"""

import sys

_COUNTED_BEFORE = (3, 12)
_ENOUGH = 1 << 40  # a window that paints all day takes away some millions


def keep_none() -> None:
    """Once, early, in a program that uses Qt; does nothing where None is not counted."""
    if sys.version_info >= _COUNTED_BEFORE:
        return
    import ctypes  # noqa: PLC0415 -- start-up time

    ctypes.c_ssize_t.from_address(id(None)).value += _ENOUGH
