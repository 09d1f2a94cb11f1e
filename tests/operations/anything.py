"""A right request with anything put anywhere in it."""

import copy
from typing import Any

from hypothesis import strategies as st

Request = dict[str, Any]

VALUES: list[object] = [
    *(None, "", " ", "x", "东", "\u0000", "A" * 300, "2026-12-31", "1800-01-01", "9999-12-31", "0.00", "-1.00"),
    *("999999999999.99", 0, 1, 999_999, -1, 2.5, 1e300, True, [], {}, ["A"], [""], ["A"] * 30, [None]),
    *("E1390", "NU", "none", "medicare", "spouse", "es", "{code}", "%s"),
]


@st.composite
def changed(draw: st.DrawFn, base: Request) -> Request:
    """The request with one to four of its fields changed."""
    ways = st.sampled_from([way for way in _ways(base) if way])
    request = copy.deepcopy(base)
    for way, value in draw(st.lists(st.tuples(ways, st.sampled_from(VALUES)), min_size=1, max_size=4)):
        _put(request, way, copy.deepcopy(value))
    return request


def _ways(value: object, before: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [before, *(way for name, entry in inner for way in _ways(entry, (*before, name)))]


def _put(request: Any, way: tuple[str | int, ...], value: object) -> None:
    """Puts a value at the end of a way, unless an earlier change has cut the way off."""
    try:
        for step in way[:-1]:
            request = request[step]
        request[way[-1]] = value
    except (TypeError, IndexError, KeyError):
        return
