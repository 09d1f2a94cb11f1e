"""What the finder's tests stand on: a guide through the questions for any day."""

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from desktop.core.guide import Guide
from desktop.core.rulebook import Rulebook
from tests.core.oxygen_codes import OxygenCodes, counter_code


@pytest.fixture(scope="session")
def guide(rules: Rulebook) -> Callable[[date], Guide]:
    """The guide of a date of service, made once."""
    return cache(lambda on: Guide(on, rules, OxygenCodes(), counter_code))
