"""Ways from page to page: what one page asks of another, each a small frozen value.

A page says `services.go(OpenPatient(7))`; the window shows the page that the way leads to and hands it the way
(`Page.arrive`). Pages never know each other.

What the finder found goes along as a `Found` of `desktop/operations/found.py`: its lines (code, modifiers, units, item,
description, narrative, findings) and the request that they answer.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:  # start-up time: the first frame needs no rules
    from desktop.operations.found import Found


@dataclass(frozen=True, slots=True)
class Way:
    """A way to a place."""

    place: ClassVar[str] = "counter"


@dataclass(frozen=True, slots=True)
class ToPlace(Way):
    """To a page as it was left. `name` is a place's."""

    name: str


@dataclass(frozen=True, slots=True)
class ToSearch(Way):
    """To the one search box, with words already in it if there are any."""

    words: str = ""


@dataclass(frozen=True, slots=True)
class OpenPatient(Way):
    """To a patient of the book."""

    place: ClassVar[str] = "patients"
    patient: int


@dataclass(frozen=True, slots=True)
class NewPatient(Way):
    """To an empty patient, with what was typed in the search box."""

    place: ClassVar[str] = "patients"
    typed: str = ""


@dataclass(frozen=True, slots=True)
class NewSuperbill(Way):
    """To a new superbill: for a patient, for a product of the list, or with what the finder found."""

    place: ClassVar[str] = "superbills"
    patient: int | None = None
    product: int | None = None
    found: "Found | None" = None


@dataclass(frozen=True, slots=True)
class PutOnSuperbill(Way):
    """To the superbill that is being made (a new one if there is none), with what the finder found.

    `at` is the line that wanted a code (`FindCode.line`), counted from 0; None adds lines.
    """

    place: ClassVar[str] = "superbills"
    found: "Found"
    at: int | None = None


@dataclass(frozen=True, slots=True)
class OpenDocument(Way):
    """To a superbill, receipt or credit that was issued."""

    place: ClassVar[str] = "superbills"
    document: int


@dataclass(frozen=True, slots=True)
class OpenDraft(Way):
    """To a half-made superbill, as it was left (one that waits for something, too); `field` is the path of the field to
    stand in, if any."""

    place: ClassVar[str] = "superbills"
    draft: int
    field: str = ""


@dataclass(frozen=True, slots=True)
class OpenRentals(Way):
    """To a part of the rentals: `list`, `due` (what is to do), `month` (this month's rentals), `equipment`."""

    place: ClassVar[str] = "rentals"
    part: str = "list"


@dataclass(frozen=True, slots=True)
class OpenRental(Way):
    """To a rental of the book."""

    place: ClassVar[str] = "rentals"
    rental: int


@dataclass(frozen=True, slots=True)
class BeginRental(Way):
    """To a rental that begins: by hand, for a patient (None: to be chosen there), or from a line (counted from 0) of an
    issued superbill."""

    place: ClassVar[str] = "rentals"
    patient: int | None = None
    document: int | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class FindCode(Way):
    """To the finder's first question; `words` is what was said at the counter (or a typed code, which is checked).

    `line` is the line of the superbill that wants a code, counted from 0; `payer` the kind of its plan, then not asked
    again. `answers` are given already: questions' ids with their answers. What comes before them is asked first.
    """

    place: ClassVar[str] = "finder"
    words: str = ""
    line: int | None = None
    payer: str | None = None
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OpenCode(Way):
    """To what the catalog says of a code or modifier."""

    place: ClassVar[str] = "catalog"
    code: str


@dataclass(frozen=True, slots=True)
class OpenSettings(Way):
    """To a part of the settings: `store`, `users`, `look`, `plans`, `doctors`, `products`; `field` is one of the
    store's, if any."""

    place: ClassVar[str] = "settings"
    part: str = "store"
    field: str = ""
