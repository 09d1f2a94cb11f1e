"""What a text may mean, on words made for it."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.lexicon import Lexicon
from desktop.core.meant import meant
from desktop.core.sayings import Meaning, Note, Saying, Words

CONCENTRATOR = Meaning("E1390", "code", "stationary concentrator", equipment=True)
PORTABLE = Meaning("E1392", "code", "portable concentrator", along=("E1390",), equipment=True)
TANK = Meaning("E0431", "code", "portable tank", sold="E0430", equipment=True)
BATTERY = Meaning("E1356", "code", "battery")
OTHER = Meaning("E1399", "code", "something else")
BOUGHT = Meaning("NU", "modifier", "bought", sells=True)
COPD = Meaning("J44.9", "diagnosis", "COPD")

LEXICON = Lexicon(
    Words(
        sayings=(
            Saying("concentrator", CONCENTRATOR),
            Saying("oxygen", CONCENTRATOR, hint=True),
            Saying("portable concentrator", PORTABLE),
            Saying("Inogen One", PORTABLE, product=True),
            Saying("tank", TANK),
            Saying("pull around can", TANK),
            Saying("battery", BATTERY),
            Saying("dock", OTHER),
            Saying("bought", BOUGHT),
            Saying("copd", COPD),
        ),
        excepted=("dock",),
        given=(Saying("ambulatory device", PORTABLE),),
        notes=(Note(("cpt", "cpt code"), "There is none."),),
        same={"tanque": "tank", "02": "oxygen"},
        fillers=frozenset({"the", "one", "for", "with", "code"}),
        refusals=frozenset({"refused"}),
        companions=frozenset({"with"}),
        asks_for={"modifier": "modifier"},
        noc="E1399",
        first_letters=frozenset("E"),
    )
)


def codes(text: str) -> list[str]:
    """The codes that a text means together."""
    return [hit.meaning.code for hit in meant(LEXICON.read(text), 0).first]


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("tank", ["E0431"]),
        ("the tanks", ["E0431"]),
        ("TANQUE", ["E0431"]),
        ("can around pull", ["E0431"]),
        ("portable concentrator", ["E1392"]),
        ("concentrator, portable", ["E1392"]),
        ("portableconcentrator", ["E1392"]),
        ("ino gen", ["E1392"]),
        ("02", ["E1390"]),
        ("oxygen tank", ["E0431"]),
        ("bought tank", ["E0431", "NU"]),
        ("copd, needs a tank", ["E0431", "J44.9"]),
        ("battery for the inogen one", ["E1356", "E1392"]),
        ("inogen one with battery", ["E1392", "E1356"]),
        ("modifier for a tank that was bought", ["NU", "E0431"]),
        ("xylophone", []),
        ("", []),
    ],
)
def test_several_things_are_meant_at_once_in_their_order(text: str, meanings: list[str]) -> None:
    assert codes(text) == meanings


def test_what_was_refused_and_what_answers_the_words_is_heard() -> None:
    reading = LEXICON.read("E0433 refused, what is the CPT code")
    assert reading.refused
    assert reading.notes == ("There is none.",)
    assert not LEXICON.read("tank").refused


def test_what_nothing_explains_is_left() -> None:
    reading = LEXICON.read("tank xylophone")
    assert meant(reading, 0).left == 0b10


def test_what_a_code_explains_means_nothing_else() -> None:
    reading = LEXICON.read("tank")
    assert meant(reading, 0b1).first == ()
    assert meant(reading, 0b1).others == ()


@pytest.mark.parametrize(
    ("description", "code"),
    [
        ("Portable concentrator, 5 lb", "E1392"),
        ("portable oxygen concentrator", "E1390"),
        ("The BATTERIES", "E1356"),
        ("battery for Inogen One", "E1356"),
        ("Inogen One", "E1392"),
        ("ambulatory device", "E1392"),
        ("battery dock", None),
        ("dock for the portable concentrator", None),
        ("oxygen", None),
        ("batter", None),
        ("concentratory", None),
        ("bought", None),
        ("copd", None),
        ("", None),
    ],
)
def test_a_description_with_a_phrase_of_a_code_and_no_excepted_one_has_that_code(
    description: str, code: str | None
) -> None:
    assert LEXICON.noc_code_for(description) == code


def test_a_code_and_its_modifier_typed_together_are_two() -> None:
    assert LEXICON.spaced("E1392NU") == "E1392 NU"
    assert LEXICON.spaced("t8450xa") == "t8450xa"


@given(st.text(max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    reading = LEXICON.read(text)
    assert len(reading.words) <= 40
    assert all(hit.score > 0 for hit in reading.hits)
    LEXICON.noc_code_for(text)


@given(
    st.lists(
        st.sampled_from(
            ["concentrator", "portable", "tank", "pull", "can", "battery", "bought", "copd", "oxygen", "zz"]
        ),
        unique=True,
        max_size=6,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_words_is_nothing(words: list[str], shuffled: random.Random) -> None:
    other = list(words)
    shuffled.shuffle(other)
    assert codes(" ".join(words)) == codes(" ".join(other))
