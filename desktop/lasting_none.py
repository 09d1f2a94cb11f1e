"""Keeps the program alive on Python 3.10 and 3.11, where None is counted like any object: Qt's bindings miscount it.

The wheels of PySide6 are built where None is not counted (Python 3.12 and later). On an older one each call of a Qt
function that returns nothing takes away a reference that nobody gave, and so it is with True and False. After some
hundred visits to the window's pages, or an hour's typing, the last one is gone, and Python ends the program
("deallocating None"). So they get as many references as no working day uses up.
"""

import sys

_COUNTED_BEFORE = (3, 12)
_ENOUGH = 1 << 40  # a window that paints all day takes away some millions


def keep_none() -> None:
    """Early, in a program that uses Qt; does nothing where None is not counted, or the second time."""
    if sys.version_info >= _COUNTED_BEFORE:
        return
    import ctypes  # noqa: PLC0415 -- start-up time

    for one in (None, True, False, NotImplemented):
        count = ctypes.c_ssize_t.from_address(id(one))
        if count.value < _ENOUGH:
            count.value += _ENOUGH
