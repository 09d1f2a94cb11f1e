"""The rows that are read before the window's first frame: the store, and what every row may hold.

Apart from the others because each costs a moment of the start. All rows are named in `rows.py`.
"""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

NEW = 0


@dataclass(frozen=True, slots=True)
class Address:
    """A US postal address."""

    line1: str | None = None
    line2: str | None = None
    city: str | None = None
    state: str | None = None
    zip: str | None = None


@dataclass(frozen=True, slots=True)
class Store:
    """The store. `tax_rate` is in percent; the prefixes begin its documents' numbers; `sample`: it is invented."""

    legal_name: str | None = None
    dba: str | None = None
    npi: str | None = None
    ein: str | None = None
    taxonomy: str | None = None
    license: str | None = None
    phone: str | None = None
    email: str | None = None
    address: Address = field(default_factory=Address)
    medicare_enrolled: bool | None = None
    tax_rate: Decimal | None = None
    language: str = "en"
    superbill_prefix: str = "SB"
    receipt_prefix: str = "RC"
    credit_prefix: str = "CR"
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """What a document waits for: the field's path on it, and the sentence that says why."""

    field: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Happened:
    """What happened to what, when (None: nobody has told); without names."""

    at: datetime | None
    what: str
    noun: str
    id: int
