"""The claim's note of 80 characters."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core import claim_note as claim
from desktop.core.superbill import Narrative
from desktop.operations.paper_look import paper_words

LENGTH = 80

texts = st.none() | st.text(max_size=120)


def claim_note(narrative: Narrative) -> str:
    return claim.claim_note(narrative, LENGTH)


def test_the_shipped_note_has_eighty_characters() -> None:
    assert paper_words().claim_note_longest == LENGTH


@pytest.mark.parametrize("longest", [40, 80, 120])
def test_it_fills_the_room_that_the_claim_has(longest: int) -> None:
    note = claim.claim_note(Narrative(description="dock " * 60), longest)
    assert longest - len("dock ") <= len(note) <= longest


def test_what_fits_is_said_whole() -> None:
    narrative = Narrative("Battery dock", "charges a spare", "Inogen", "BA-403", Decimal("379.00"), "E1392")
    assert claim_note(narrative) == "Battery dock; charges a spare; Inogen BA-403; $379.00; for E1392"


def test_what_identifies_the_item_stays_when_room_is_short() -> None:
    narrative = Narrative("Dock " * 30, "charging " * 30, "Inogen", "BA-403", Decimal("379.00"), "E1392")
    note = claim_note(narrative)
    assert note.startswith("Dock Dock")
    assert note.endswith("Inogen BA-403; $379.00; for E1392")
    assert len(note) <= LENGTH


@pytest.mark.parametrize("more", [0, 1])
def test_a_description_is_cut_only_beyond_eighty(more: int) -> None:
    room = LENGTH - len("; $1.00")
    description = "dock " * 14 + "x" * (room - 70 + more)
    note = claim_note(Narrative(description=description, price=Decimal("1.00")))
    assert (note == f"{description}; $1.00") is (more == 0)


def test_letters_lose_accents_and_signs_of_the_claim_become_blanks() -> None:
    assert claim_note(Narrative(description="Estación*de~carga:básica")) == "Estacion de carga basica"


def test_an_empty_story_has_no_note() -> None:
    assert claim_note(Narrative()) == ""


@given(st.builds(Narrative, texts, texts, texts, texts, st.none() | st.just(Decimal("99999.99")), texts))
def test_it_is_always_at_most_eighty_plain_characters(narrative: Narrative) -> None:
    note = claim_note(narrative)
    assert len(note) <= LENGTH
    assert note.isascii()
    assert note == " ".join(note.split())
    assert not set(note) & set("*~:^|")
