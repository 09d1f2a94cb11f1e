"""The desk: all that an operation needs, in one frozen value."""

from dataclasses import dataclass
from datetime import date

from desktop.core.codes import Catalogue
from desktop.core.finder import NocCode
from desktop.core.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the desk while someone is served: the code catalogue, the rules, the code that a
    description already has (`noc`), and today's date."""

    catalogue: Catalogue
    rules: Rulebook
    noc: NocCode
    today: date
