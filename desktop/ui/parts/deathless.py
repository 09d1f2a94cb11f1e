"""Keeps the window alive through a long day at the counter, on Python 3.11.

The Qt bindings (PySide6 6.12) hand out None, True and False without counting them, as is right from Python 3.12 on,
where these live for ever (PEP 683). Before it every such call takes one away that was never given, and after some
hours of work, or minutes of typing, Python ends the program ("deallocating None"). So they are made to live for ever
here too.
"""

import sys

_FOR_EVER = sys.maxsize // 2


def keep_for_ever() -> None:
    """Gives None, True, False and NotImplemented so many references that they cannot be used up."""
    if sys.version_info >= (3, 12):
        return
    import ctypes  # noqa: PLC0415 -- start-up: Python 3.11 alone needs it

    for one in (None, True, False, NotImplemented):
        count = ctypes.c_ssize_t.from_address(id(one))  # CPython keeps the count at an object's beginning
        if count.value < _FOR_EVER:
            count.value += _FOR_EVER
