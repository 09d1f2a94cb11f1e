"""Which known words a typed word may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.likeness import EXACT, Vocabulary

KNOWN = Vocabulary(["can", "cannula", "cart", "concentrator", "oximeter", "tank", "tankless", "5"])


def likely(typed: str) -> list[str]:
    """The words that `typed` may be, the likeliest first."""
    found = KNOWN.like(typed)
    return [KNOWN.word(place) for place in sorted(found, key=lambda place: -found[place])]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("tank", "tank"),
        ("concen", "concentrator"),
        ("tnak", "tank"),
        ("canula", "cannula"),
        ("consentrater", "concentrator"),
        ("oxymiter", "oximeter"),
        ("conzentr", "concentrator"),
        ("can", "can"),
        ("cann", "cannula"),
        ("5", "5"),
    ],
)
def test_a_word_its_beginning_and_its_misspelling_are_found(typed: str, first: str) -> None:
    assert likely(typed)[0] == first


@pytest.mark.parametrize("typed", ["zzz", "50", "nak", "bart"])
def test_what_is_like_no_word_is_none(typed: str) -> None:
    assert likely(typed) == []


def test_the_word_itself_fits_fully_and_whatever_it_begins_less() -> None:
    fits = KNOWN.like("tank")
    assert fits[KNOWN.place["tank"]] == EXACT
    assert 0 < fits[KNOWN.place["tankless"]] < 0.6


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=20))
def test_nothing_fits_better_than_the_word_itself(typed: str) -> None:
    assert all(0 < fits <= EXACT for fits in KNOWN.like(typed).values())
