"""Whatever requests come, right or wrong: `--lines` answers what one by one would have answered, and as badly."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Ended = subprocess.CompletedProcess[bytes]
Door = Callable[..., Ended]
Request = dict[str, Any]

KINDS = st.sampled_from(["medicare", "medicare_advantage", "medicaid", "tricare", "commercial", "none", "nobody"])
ITEMS = st.fixed_dictionaries(
    {
        "item": st.sampled_from(["stationary_concentrator", "portable_concentrator", "gas_portable", "cannula", "x"]),
        "transaction": st.sampled_from(["rent", "sell_new", "sell_used", "refill", "maintain"]),
        "quantity": st.integers(0, 3),
    }
)
ORDERS = st.fixed_dictionaries(
    {
        "on_file": st.booleans(),
        "day_lpm": st.sampled_from([None, 0.5, 1, 2, 4, 4.01, "2"]),
        "night_lpm": st.sampled_from([None, 2, 5]),
        "portable": st.booleans(),
    }
)
REQUESTS = st.fixed_dictionaries(
    {
        "on": st.sampled_from(["2018-03-31", "2023-03-31", "2023-04-01", "2026-03-02", "2026-02-29"]),
        "payer": st.fixed_dictionaries({"kind": KINDS}),
        "order": ORDERS,
        "items": st.lists(ITEMS, max_size=3),
    }
)
LINES = st.one_of(REQUESTS.map(json.dumps), st.sampled_from(["", "  ", "{", "null", "[]", '{"a": 1, "a": 2}']))


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(LINES, max_size=5))
def test_many_equal_one_by_one(lines: list[str], door: Door, tmp_path: Path) -> None:
    asked = [line for line in lines if line.strip()]
    alone = []
    for line in asked:
        (tmp_path / "one").write_text(line, encoding="utf-8")
        alone.append(door("code", "one"))
    (tmp_path / "lines").write_text("\n".join(lines), encoding="utf-8")
    ended = door("code", "--lines", "lines")
    assert ended.stdout == b"".join(each.stdout for each in alone)
    assert ended.returncode == max((each.returncode for each in alone), default=0)
