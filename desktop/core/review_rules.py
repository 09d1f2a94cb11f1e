"""What the review of a superbill goes by, beside the finder's rules: fields, modifiers and limits, from a day on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

from desktop.core import superbill_fields
from desktop.core.dated import Dated
from desktop.core.superbill import Line, Superbill

Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Sets:
    """The sets of one day."""

    transaction_modifiers: Names  # one of them at most says how a thing was given
    equipment_modifiers: Names  # one of them must stand on equipment
    rental_modifiers: Names
    ein_prefixes: Names
    plans_none: Names  # kinds of payer that are no plan
    plans_filed_by_supplier: Names
    fields_optional: Names
    fields_of_plan: Names
    fields_of_insured: Names  # asked when the patient is not the insured
    fields_of_equipment: Names
    fields_of_flow: Names  # one of them is asked with oxygen equipment


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one day; None where there is none."""

    diagnoses: int | None
    pointers: int | None


@dataclass(frozen=True, slots=True)
class DayRules:
    """What holds on one day."""

    sets: Sets
    limits: Limits


@dataclass(frozen=True, slots=True)
class OtherCodes:
    """A family of codes that a store may type but that is not HCPCS Level II; `form` is a regular expression."""

    form: str
    hint: str


@dataclass(frozen=True, slots=True)
class ReviewRules:
    """Everything that the review goes by. `labels` are plain names of fields by the kind of their path."""

    sets: Mapping[str, Dated[Names]]
    limits: Mapping[str, Dated[int]]
    labels: Mapping[str, str]
    reasons: Mapping[str, str]
    other_codes: tuple[OtherCodes, ...]

    def hint(self, code: str) -> str:
        """What a code that no edition has may be: another family's by its form, or mistyped."""
        for family in self.other_codes:
            if re.fullmatch(family.form, code):
                return family.hint
        return self.reasons["code_not_known"]

    def on(self, day: date) -> DayRules:
        """What holds on a day. Nothing is in a set before its first day, and no limit holds."""
        limits = {name: held.value if (held := dated.on(day)) else None for name, dated in self.limits.items()}
        return DayRules(
            Sets(**{name: _held(dated, day) for name, dated in self.sets.items()}),
            Limits(**limits),
        )

    def of_line(self, superbill: Superbill, line: Line) -> DayRules:
        """What holds for a line: its first day decides, or the day of issue where it has none."""
        return self.on(line.from_ or superbill.issued_on or date.max)

    def label(self, path: str) -> str:
        """What people call the field at a path: `the charge of line 2`. KeyError where it has no name."""
        return self.labels[superbill_fields.kind(path)].format(*superbill_fields.places(path))


REASONS = {  # each with the places that its words may have
    "born_after_issue": {"day", "other"},
    "ends_before_start": {"day", "other"},
    "ordered_after_start": {"day", "other"},
    "paid_after_issue": {"day", "other"},
    "modifier_not_known": set[str](),
    "modifier_not_in_force": {"day"},
    "modifiers_exclude": {"modifiers"},
    "modifier_twice": {"modifiers"},
    "pointers_too_many": {"found", "most"},
    "pointer_without_diagnosis": {"pointer"},
    "code_not_known": set[str](),
}
SET_NAMES = tuple(field.name for field in fields(Sets))
LIMIT_NAMES = tuple(field.name for field in fields(Limits))


def _held(dated: Dated[Names], day: date) -> Names:
    held = dated.on(day)
    return held.value if held else frozenset()
