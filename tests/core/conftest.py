"""What the finder's tests stand on: the shipped rules and a guide through the questions for any day."""

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from desktop import files
from desktop.core.guide import Guide
from desktop.core.rulebook import Rulebook
from desktop.rulefiles.load import load
from tests.core.oxygen_codes import OxygenCodes, counter_code


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    """The shipped rules."""
    return load(files.resources())


@pytest.fixture(scope="session")
def guide(rulebook: Rulebook) -> Callable[[date], Guide]:
    """The guide of a date of service, made once."""
    return cache(lambda on: Guide(on, rulebook, OxygenCodes(), counter_code))
