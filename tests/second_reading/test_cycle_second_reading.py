"""The rental cycle against a second reading of its rules. The whole ten thousand: `tests.second_reading.compare`."""

from random import Random

from tests.second_reading.compare import differences, drawn

HISTORIES = 400


def test_both_readings_agree_on_histories_drawn_by_chance() -> None:
    asked = drawn(Random(20_231_021), HISTORIES)  # noqa: S311 -- the same histories for the same seed
    differing = [(one, found) for one, found in zip(asked, differences(asked), strict=True) if found]
    assert differing == []
