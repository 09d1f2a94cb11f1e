"""Bad input meets one border, which names the field, what was found and what is allowed."""

from datetime import date
from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Meta, Struct

from desktop import border

Amount = Annotated[str, Meta(pattern=r"\A[0-9]+\.[0-9]{2}\Z", description="an amount like 12.00")]


class _Line(Struct, forbid_unknown_fields=True, frozen=True):
    charge: Amount
    on: date | None = None
    units: Annotated[int, Meta(ge=1)] = 1


class _Bill(Struct, forbid_unknown_fields=True, frozen=True):
    kind: Literal["new", "used"]
    lines: tuple[_Line, ...] = ()
    named: dict[str, _Line] = {}


@pytest.mark.parametrize(
    ("text", "path", "words"),
    [
        ("{}", "kind", "is missing; new, used is needed"),
        ('{"kind": "old"}', "kind", 'found "old"; allowed is new, used'),
        ('{"kind": 1}', "kind", "found 1; allowed is new, used"),
        ('{"kind": "new", "knd": 1}', "knd", "is not a field here; allowed are kind, lines, named"),
        ('{"kind": "new", "kind": "used"}', "kind", "stands twice"),
        ('{"kind": "new", "lines": {}}', "lines", "found an object; allowed is a list"),
        ('{"kind": "new", "lines": [4]}', "lines[0]", "found 4; allowed is an object"),
        ('{"kind": "new", "lines": [{"charge": "1.00"}, {}]}', "lines[1].charge", "is missing"),
        ('{"kind": "new", "lines": [{"charge": "1.00"}, {"charge": "1"}]}', "lines[1].charge", "an amount like 12.00"),
        ('{"kind": "new", "lines": [{"charge": "1.00\\n"}]}', "lines[0].charge", "an amount like 12.00"),
        ('{"kind": "new", "lines": [{"charge": "1.00", "on": "2026-02-30"}]}', "lines[0].on", "a day like 2026-03-02"),
        ('{"kind": "new", "lines": [{"charge": "1.00", "units": 0}]}', "lines[0].units", "at least 1"),
        ('{"kind": "new", "lines": [{"charge": "1.00", "units": true}]}', "lines[0].units", "a whole number"),
        ('{"kind": "new", "lines": [{"charge": "1.00", "unit": 1}]}', "lines[0].unit", "is not a field here"),
        ('{"kind": "\\ud83d"}', "kind", "half a character"),
        ("[]", "", "found a list; allowed is an object"),
        ("NaN", "", "NaN"),
        ('{"kind"', "", "not JSON"),
        ("[" * 100_000, "", "nested too deeply"),
        ("1" * 5_000, "", "too many digits"),
    ],
)
def test_what_is_wrong_is_named(text: str, path: str, words: str) -> None:
    with pytest.raises(border.NotRight) as wrong:
        border.convert(border.from_json(text.encode()), _Bill)
    assert wrong.value.path == path
    assert words in wrong.value.words


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(border.NotRight, match="not UTF-8"):
        border.from_json(b'{"kind": "\xff"}')


def test_a_byte_order_mark_is_no_fault() -> None:
    assert border.convert(border.from_json(b'\xef\xbb\xbf{"kind": "new"}'), _Bill) == _Bill("new")


def test_an_entry_of_a_table_is_named_by_its_key() -> None:
    with pytest.raises(border.NotRight) as wrong:
        border.convert({"kind": "new", "named": {"a": {"charge": "1.00"}, "b": {"charge": "x"}}}, _Bill)
    assert wrong.value.path == "named[b].charge"


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from(["kind", "lines", "named", "charge", "on", "units", "x"]), inner)
        ),
    )
)
def test_any_value_is_a_bill_or_names_what_is_wrong(value: object) -> None:
    try:
        said: object = border.convert(value, _Bill)
    except border.NotRight as wrong:
        said = wrong.words
    assert said


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"[" * 1_000_000, "nested too deeply"),
        (b"[" * 900 + b'"\\u0041"' + b"]" * 900, "nested too deeply"),
        (b"[" * 41 + b"]" * 41, "nested too deeply"),
        (b"9" * 1_000_000, "a number has too many digits"),
        (b"[1e400]", "found 1e400, which is larger than any number here"),
        (
            b"{" + b",".join(b'"%d": 1' % number for number in range(9_000)) + b', "8999": 1}',
            "8999: this key stands twice",
        ),
        (b" " * 1_001, "more than 1,000 bytes"),
    ],
)
def test_what_is_made_to_take_all_of_a_computer_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(border.NotRight, match=words):
        border.from_json(data, 1_000 if "bytes" in words else None)


def test_what_is_as_deep_as_allowed_is_read() -> None:
    assert border.from_json(b"[" * 40 + b"]" * 40, 80)
