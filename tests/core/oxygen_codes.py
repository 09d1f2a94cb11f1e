"""A small catalogue for tests: the oxygen codes and their neighbors, with true first days and the word that matters."""

from dataclasses import dataclass
from datetime import date

from desktop.core.codes import Code, Diagnosis

# Code or modifier and its first day, from the HCPCS file of October 2025.
RENTAL = {
    "E0424": "1993-01-01", "E0431": "1993-01-01", "E0433": "2010-01-01", "E0434": "1993-01-01", "E0439": "1993-01-01",
    "E1392": "2006-01-01", "K0738": "2006-10-01",
}  # fmt: skip
OTHERS = {
    "E0425": "1986-01-01", "E0430": "1986-01-01", "E0435": "1986-01-01", "E0440": "1986-01-01", "E0441": "1993-01-01",
    "E0442": "1993-01-01", "E0443": "1993-01-01", "E0444": "1993-01-01", "E0445": "2003-01-01", "E0447": "2019-01-01",
    "E0455": "1986-01-01", "E0555": "1986-01-01", "E0580": "1986-01-01", "E0601": "1988-01-01", "E1353": "1986-01-01",
    "E1354": "2009-01-01", "E1355": "1986-01-01", "E1356": "2009-01-01", "E1357": "2009-01-01", "E1358": "2009-01-01",
    "E1390": "2000-01-01", "E1391": "2004-01-01", "E1399": "1986-01-01", "E1405": "1988-01-01", "E1406": "1988-01-01",
    "A4608": "2001-01-01", "A4615": "1990-01-01", "A4616": "1990-01-01", "A4617": "1990-01-01", "A4619": "1990-01-01",
    "A4620": "1990-01-01", "A7525": "2004-01-01", "E0550": "1986-01-01", "S8120": "2003-10-01",
}  # fmt: skip
MODIFIERS = {
    "RR": "1984-01-01", "NU": "1984-01-01", "UE": "1984-01-01", "LL": "1984-01-01", "MS": "1989-01-01",
    "QE": "1989-01-01", "QF": "1989-01-01", "QG": "1989-01-01", "QA": "2018-04-01", "QB": "2018-04-01",
    "QR": "2018-04-01", "N1": "2023-01-01", "N2": "2023-01-01", "N3": "2023-01-01", "KX": "2002-07-01",
    "GA": "1995-01-01", "GY": "2002-01-01", "GZ": "2002-01-01", "GX": "2010-04-01", "EY": "2003-01-01",
    "CR": "2005-08-21", "RA": "2009-01-01",
}  # fmt: skip


@dataclass(frozen=True)
class OxygenCodes:
    """The oxygen codes as core asks for them."""

    edition: str = "HCPCS October 2025"
    as_of: date = date(2025, 10, 1)

    def code(self, code: str) -> Code | None:
        """One of the codes; its long words say only whether it is a rental."""
        first = RENTAL.get(code) or OTHERS.get(code)
        words = f"Words of {code}{', rental' if code in RENTAL else ''}"
        return Code(code, "code", code, words, date.fromisoformat(first), None) if first else None

    def modifier(self, modifier: str) -> Code | None:
        """One of the modifiers that oxygen meets."""
        first = MODIFIERS.get(modifier)
        return Code(modifier, "modifier", modifier, modifier, date.fromisoformat(first), None) if first else None

    def place_of_service(self, place: str) -> str | None:
        """Home alone."""
        return "Home" if place == "12" else None

    def has_diagnoses(self, on: date) -> bool:
        """No day is."""
        return on == date.min

    def diagnosis(self, code: str, on: date) -> Diagnosis | None:
        """None is known; an empty one would be a mistake."""
        assert code, on
        return None

    def newest_words(self, diagnosis: str) -> str:
        """None is known; an empty one would be a mistake."""
        assert diagnosis
        return ""


def counter_code(words: str) -> str | None:
    """Words of the counter that have a code: an oximeter, here."""
    return "E0445" if "oximeter" in words.lower() else None
