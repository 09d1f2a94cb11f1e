"""Slots as the Oxydesk of schema 4 wrote them, before a slot had a pair of keys: stored by it, never written anew."""

import dataclasses
from pathlib import Path

import pytest

from db.book import recovery_code, slots, vault
from db.book.slots import Cost, Slots
from db.book.vault import Who
from db.problems import TooOftenHanded

KEY = "5a" * 32
CODE = recovery_code.write(list(range(32)))
WORDS = "four words with blanks"
_OLD_KEYS = Path(__file__).parent / "keys-of-schema-4.json"


@pytest.fixture
def kept(tmp_path: Path) -> Slots:
    """As they are read from the disk."""
    (tmp_path / slots.NAME).write_bytes(_OLD_KEYS.read_bytes())
    return slots.read(tmp_path / slots.NAME)


def test_they_open_as_they_did_and_are_known_as_untouched(kept: Slots) -> None:
    for opened in (
        vault.open_by_password([kept], "Ana Ruiz", WORDS),
        vault.open_by_password([kept], "Bo", "another password"),
        vault.open_by_code([kept], CODE),
    ):
        assert opened is not None
        assert (opened.key, opened.untouched) == (KEY, True)
    assert slots.written(kept) == _OLD_KEYS.read_bytes()


def test_who_signs_in_gets_a_pair_and_the_others_open_on(kept: Slots, tmp_path: Path) -> None:
    for name, words in (("Bo", "another password"), ("Ana Ruiz", WORDS)):
        opened = vault.open_by_password([kept], name, words)
        assert opened is not None
        assert opened.slot.has_pair
        slots.write(tmp_path, opened.slots)
        kept = slots.read(tmp_path / slots.NAME)
        assert (kept.version, vault.fits(KEY, kept)) == (slots.VERSION, True)
    assert [slot.has_pair for slot in kept.slots] == [True, True, False]
    last = vault.open_by_code([kept], CODE)
    assert last is not None
    assert (last.key, last.untouched, last.slot.has_pair) == (KEY, True, True)


def test_no_key_is_handed_to_who_has_no_pair_yet(kept: Slots) -> None:
    with pytest.raises(TooOftenHanded, match="Ana Ruiz, Bo, the recovery sheet"):
        vault.handed_on(kept, KEY, "ab" * 32)
    opened = vault.open_by_password([kept], "Ana Ruiz", WORDS)
    assert opened is not None
    with pytest.raises(TooOftenHanded, match=": Bo, the recovery sheet"):
        vault.handed_on(opened.slots, KEY, "ab" * 32)


def test_a_changed_name_opens_nothing_and_a_lowered_version_is_noticed(kept: Slots) -> None:
    changed = dataclasses.replace(kept.slots[0], name="Eve")
    assert vault.open_by_password([dataclasses.replace(kept, slots=(changed,))], "Eve", WORDS) is None
    two = vault.with_password(vault.no_slots(), KEY, Who(2, "Bo"), "another password", Cost(8, 1, 1))
    lowered = vault.open_by_password([dataclasses.replace(two, version=1)], "Bo", "another password")
    assert lowered is None or not lowered.untouched
