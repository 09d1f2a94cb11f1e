"""The small catalogue of the finder's tests says of each code and modifier what the official files say."""

import pytest

from desktop.operations.catalogue import ShippedCatalogue
from tests.core.oxygen_codes import MODIFIERS, OTHERS, RENTAL, OxygenCodes


@pytest.mark.parametrize("code", [*RENTAL, *OTHERS])
def test_a_code_has_its_official_days_and_word(code: str, catalogue: ShippedCatalogue) -> None:
    official = catalogue.code(code)
    small = OxygenCodes().code(code)
    assert official is not None
    assert small is not None
    assert (small.added, small.terminated) == (official.added, official.terminated)
    assert ("rental" in (official.long or "").lower()) == (code in RENTAL)


@pytest.mark.parametrize("modifier", MODIFIERS)
def test_a_modifier_has_its_official_days(modifier: str, catalogue: ShippedCatalogue) -> None:
    official = catalogue.modifier(modifier)
    small = OxygenCodes().modifier(modifier)
    assert official is not None
    assert small is not None
    assert (small.added, small.terminated) == (official.added, official.terminated)
