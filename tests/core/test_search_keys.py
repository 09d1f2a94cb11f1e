"""Names without case, accents and signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core import search_keys


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Treviño-O'Neill", "trevinooneill"), ("TREVIÑO", "trevino"), ("Trevin\u0303o", "trevino"),
        ("Łukasz", "lukasz"),
        ("Þórunn", "thorunn"), ("Đặng", "dang"), ("Straße", "strasse"), ("Yıldırım", "yildirim"), ("İnce", "ince"),
        ("De la Cruz", "delacruz"), ("Kamakawiwoʻole", "kamakawiwoole"), ("Ёлкина", "елкина"),
        ("Müller Jr.", "mullerjr"),
    ],
)  # fmt: skip
def test_a_name_is_folded(text: str, key: str) -> None:
    assert search_keys.name(text) == key


def test_a_longer_name_is_found_by_its_later_words() -> None:
    assert search_keys.later_words("García Márquez de Ávila") == ["marquezdeavila", "deavila", "avila"]
    assert search_keys.later_words("Smith") == []
    assert search_keys.later_words(None) == []


def test_a_phone_number_is_known_by_its_digits() -> None:
    assert search_keys.phone("+1 (361) 555-0142") == "3615550142"
    assert search_keys.local("361-555-0142") == "5550142"


def test_what_is_typed_may_mean_a_first_or_a_last_name() -> None:
    assert list(search_keys.splits("Tre, Mar")) == [("tre", "mar")]
    assert set(search_keys.splits("mar tre")) == {("martre", ""), ("mar", "tre"), ("tre", "mar"), ("", "martre")}
    assert ("delacruz", "maria") in list(search_keys.splits("maria de la cruz"))


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    once = search_keys.name(text)
    assert search_keys.name(once) == once
