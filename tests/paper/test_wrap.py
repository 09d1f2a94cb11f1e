"""How texts are broken into lines."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.operations.paper_look import paper_look
from desktop.paper.faces import printable
from desktop.paper.measure import width
from desktop.paper.wrap import wrapped

STYLE = paper_look().body
SLACK = 0.02


def test_a_column_as_wide_as_a_text_holds_it_on_one_line() -> None:
    text = "RR QF N1 RA and what follows"
    assert wrapped(text, STYLE, width(text, STYLE)) == [text]
    assert wrapped(text, STYLE, width(text, STYLE) - 0.1) == ["RR QF N1 RA and what", "follows"]


def test_a_word_wider_than_the_column_breaks_after_a_sign_where_there_is_one() -> None:
    assert wrapped("billing-department@example", STYLE, width("department@e", STYLE)) == [
        "billing-",
        "department@",
        "example",
    ]
    assert wrapped("WWWWWW", STYLE, width("WW", STYLE)) == ["WW", "WW", "WW"]


def test_an_accent_stays_with_its_letter() -> None:
    lines = wrapped("o\u0328\u0301" * 30, STYLE, width("ooo", STYLE))
    assert not [line for line in lines if unicodedata.combining(line[0])]


@pytest.mark.parametrize("text", ["", " ", "   "])
def test_nothing_takes_no_line(text: str) -> None:
    assert wrapped(text, STYLE, 100.0) == []


@given(st.text(st.sampled_from("aW i-ł@ễ\u0301"), max_size=200), st.floats(20, 200))
def test_lines_fit_and_hold_every_letter(text: str, room: float) -> None:
    text = printable(text, STYLE.face)
    lines = wrapped(text, STYLE, room)
    assert all(width(line, STYLE) <= room + SLACK for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
