"""How typed words are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.spelling import codes_in, distance, stem, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He has the pull-around can", ("he", "has", "the", "pull", "around", "can")),
        ("Cánula, BATERÍA; año", ("canula", "bateria", "ano")),
        ("O₂ / O2 / 02", ("o2", "o2", "02")),
        ("50ft 12V 5 L", ("50", "ft", "12", "v", "5", "l")),
        ("doctor's Inogen One® G5", ("doctors", "inogen", "one", "g5")),
        ("", ()),
        ("—!? 😀", ()),
    ],
)
def test_a_text_is_read_without_case_accents_and_signs(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("tanks", "tank"),
        ("batteries", "battery"),
        ("concentradores", "concentrador"),
        ("gas", "gas"),
        ("venous", "venous"),
        ("bronchiectasis", "bronchiectasis"),
        ("glass", "glass"),
        ("2000s", "2000"),
    ],
)
def test_singular_and_plural_are_one_form(word: str, form: str) -> None:
    assert stem(word) == form


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("E1390", {"E1390": ("e1390",)}),
        ("e 1390 and E-0431", {"E1390": ("e", "1390"), "E0431": ("e", "0431")}),
        ("EO43I", {"E0431": ("eo43i",)}),
        ("J44.9", {"J449": ("j44", "9")}),
        ("j449", {"J449": ("j449",)}),
        ("e13", {"E13": ("e13",)}),
        ("S72.001A", {"S72001A": ("s72", "001", "a")}),
        ("a 5 liter tank", {}),
        ("tank", {}),
    ],
)
def test_codes_are_seen_however_they_are_typed(text: str, codes: dict[str, tuple[str, ...]]) -> None:
    assert codes_in(text) == codes


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("tank", "tank", 0),
        ("tank", "tnak", 1),
        ("cannula", "canula", 1),
        ("cannula", "canulla", 2),
        ("tank", "rack", 2),
        ("tank", "mask", 2),
        ("oxygen", "tank", 3),
        ("a", "abcd", 3),
    ],
)
def test_slips_are_counted_up_to_the_most(one: str, other: str, slips: int) -> None:
    assert distance(one, other, 2) == slips
    assert distance(other, one, 2) == slips


@given(st.text(alphabet="abcde", max_size=8), st.text(alphabet="abcde", max_size=8))
def test_no_slips_means_the_same_word(one: str, other: str) -> None:
    assert (distance(one, other, 2) == 0) == (one == other)
    assert distance(one, other, 2) == distance(other, one, 2) <= 3
