"""What many tests stand on: the shipped rules, a small code catalog, and a superbill that nobody sends back."""

import copy
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import settings

from desktop import files
from desktop.core.codes import Code, Diagnosis
from desktop.core.finding import Finding
from desktop.core.review import review
from desktop.core.rulebook import Rulebook
from desktop.operations.superbill_wire import from_wire
from desktop.rulefiles.load import load

# A run is the same wherever it runs: HYPOTHESIS_PROFILE=default looks for new examples instead.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

# Code or modifier, first day, last day; from the HCPCS file of October 2025 (RP from CGS's notice of January 2009).
_CODES = {
    "E0424": (date(1993, 1, 1), None),
    "E0425": (date(1986, 1, 1), None),
    "E0430": (date(1986, 1, 1), None),
    "E0431": (date(1993, 1, 1), None),
    "E0433": (date(2010, 1, 1), None),
    "E0434": (date(1993, 1, 1), None),
    "E0435": (date(1986, 1, 1), None),
    "E0439": (date(1993, 1, 1), None),
    "E0440": (date(1986, 1, 1), None),
    "E0443": (date(1993, 1, 1), None),
    "E0447": (date(2019, 1, 1), None),
    "E1356": (date(2009, 1, 1), None),
    "E1390": (date(2000, 1, 1), None),
    "E1391": (date(2004, 1, 1), None),
    "E1392": (date(2006, 1, 1), None),
    "E1399": (date(1986, 1, 1), None),
    "E1405": (date(1988, 1, 1), None),
    "E1406": (date(1988, 1, 1), None),
    "K0738": (date(2006, 10, 1), None),
    "A4615": (date(1990, 1, 1), None),
    "A4616": (date(1990, 1, 1), None),
}
_SAYS_RENTAL = {"E0424", "E0431", "E0433", "E0434", "E0439", "E1392", "K0738"}
_MODIFIERS = {
    **dict.fromkeys(("RR", "NU", "UE", "LL"), (date(1984, 1, 1), None)),
    **dict.fromkeys(("MS", "QE", "QF", "QG"), (date(1989, 1, 1), None)),
    **dict.fromkeys(("QA", "QB", "QR"), (date(2018, 4, 1), None)),
    **dict.fromkeys(("N1", "N2", "N3"), (date(2023, 1, 1), None)),
    **dict.fromkeys(("KX", "GY", "GZ"), (date(2002, 1, 1), None)),
    **dict.fromkeys(("GA", "EY", "CR", "RA", "QH"), (date(1995, 1, 1), None)),
    "RP": (date(1986, 1, 1), date(2008, 12, 31)),
}
_DIAGNOSES = {
    "J44": ("Other chronic obstructive pulmonary disease", False),
    "J44.9": ("Chronic obstructive pulmonary disease, unspecified", True),
    "J96.11": ("Chronic respiratory failure with hypoxia", True),
    "R09.02": ("Hypoxemia", True),
}
_PLACES = {"11": "Office", "12": "Home", "31": "Skilled Nursing Facility"}


@dataclass(frozen=True)
class SmallCatalogue:
    """A few true rows of each official set."""

    edition: str = "HCPCS October 2025"
    as_of: date = date(2025, 10, 1)

    def code(self, code: str) -> Code | None:
        """One of the oxygen codes, or K9999: known from a bare list, without words or days."""
        if code == "K9999":
            return Code(code, "code", None, None, None, None)
        words = "Oxygen system, rental" if code in _SAYS_RENTAL else "Oxygen"
        return Code(code, "code", None, words, *_CODES[code]) if code in _CODES else None

    def modifier(self, modifier: str) -> Code | None:
        """One of the modifiers that oxygen meets."""
        return Code(modifier, "modifier", None, None, *_MODIFIERS[modifier]) if modifier in _MODIFIERS else None

    def place_of_service(self, place: str) -> str | None:
        """One of three places."""
        return _PLACES.get(place)

    def has_diagnoses(self, on: date) -> bool:
        """Fiscal years 2025 and 2026."""
        return date(2024, 10, 1) <= on <= date(2026, 9, 30)

    def diagnosis(self, code: str, on: date) -> Diagnosis | None:
        """One of four, in the days that are covered; dots are not looked at."""
        bare = code.replace(".", "")
        dotted = f"{bare[:3]}.{bare[3:]}" if bare[3:] else bare
        return Diagnosis(dotted, *_DIAGNOSES[dotted]) if dotted in _DIAGNOSES and self.has_diagnoses(on) else None

    def newest_words(self, diagnosis: str) -> str:
        """Of the same four."""
        found = self.diagnosis(diagnosis, date(2026, 9, 30))
        return found.words if found else ""


def _without_kanji(text: str) -> tuple[str, ...]:
    return tuple(letter for letter in dict.fromkeys(text) if letter > "一" or letter < " ")


@pytest.fixture(scope="session")
def rules() -> Rulebook:
    """The shipped rules."""
    return load(files.resources())


@pytest.fixture(scope="session")
def small_catalogue() -> SmallCatalogue:
    """A few true rows of each official set."""
    return SmallCatalogue()


@pytest.fixture(scope="session")
def _bought() -> dict[str, Any]:
    example: dict[str, Any] = json.loads(files.resource("examples/bought-portable.json"))
    return example


@pytest.fixture
def bought(_bought: dict[str, Any]) -> dict[str, Any]:
    """The request of a portable concentrator that was sold and paid: nobody sends it back. Yours to change."""
    return copy.deepcopy(_bought)


Review = Callable[[dict[str, Any]], tuple[Finding, ...]]


@pytest.fixture(scope="session")
def reviewed(rules: Rulebook, small_catalogue: SmallCatalogue) -> Review:
    """The findings on a request."""
    return lambda request: review(from_wire(request), rules, small_catalogue, _without_kanji)
