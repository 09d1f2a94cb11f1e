"""The review of a superbill's single fields: is it there, can it be printed, can it be true."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from desktop.core import ein, npi, zip_code
from desktop.core.equipment import is_equipment, needs_narrative
from desktop.core.finding import Finding
from desktop.core.review_rules import Sets
from desktop.core.rulebook import Rulebook
from desktop.core.superbill import Superbill
from desktop.core.superbill_fields import fields, kind, places

Unprintable = Callable[[str], tuple[str, ...]]

_EMPTY = (None, "", ())


def missing(superbill: Superbill, rules: Rulebook, sets: Sets) -> Iterator[Finding]:
    """Every field that an insurer needs and that is empty."""
    without_flow = not _flow_given(superbill, sets) and _needs_flow(superbill, rules)
    for path, value in fields(superbill):
        if kind(path) in sets.fields_of_flow and without_flow:
            without_flow = False  # one of them is enough, so the first speaks for all
        elif value not in _EMPTY or not _needed(path, superbill, rules, sets):
            continue
        yield rules.findings.finding("field-missing", field=path, label=rules.review.label(path))


def unprintable(superbill: Superbill, rules: Rulebook, letters_of: Unprintable) -> Iterator[Finding]:
    """Every text with a character that the paper's faces do not have."""
    return unprintable_in(fields(superbill), rules, letters_of)


def unprintable_in(found: Iterable[tuple[str, object]], rules: Rulebook, letters_of: Unprintable) -> Iterator[Finding]:
    """The same for some fields only."""
    for path, value in found:
        letters = letters_of(value) if isinstance(value, str) else ()
        if letters:
            named = ", ".join(_named(letter) for letter in letters)
            label = rules.review.label(path)
            yield rules.findings.finding("character-unprintable", field=path, label=label, characters=named)


def identifiers(superbill: Superbill, rules: Rulebook, sets: Sets) -> Iterator[Finding]:
    """Numbers that cannot be what they are given for: NPIs, the EIN, ZIP codes."""
    supplier, patient, doctor = superbill.supplier, superbill.patient, superbill.prescriber
    for path, number in (("supplier.npi", supplier.npi), ("prescriber.npi", doctor.npi)):
        if number and not npi.valid(number):
            yield rules.findings.finding("npi-invalid", field=path, npi=number, label=rules.review.label(path))
    if supplier.ein and not ein.well_formed(supplier.ein):
        yield rules.findings.finding("ein-invalid", field="supplier.ein", ein=supplier.ein)
    elif supplier.ein and ein.prefix(supplier.ein) not in sets.ein_prefixes:
        yield rules.findings.finding("ein-unusual", field="supplier.ein", prefix=ein.prefix(supplier.ein))
    zips = (("supplier.address.zip", supplier.address.zip), ("patient.address.zip", patient.address.zip))
    for path, number in zips:
        if number and not zip_code.valid(number):
            yield rules.findings.finding("zip-invalid", field=path, zip=number, label=rules.review.label(path))


def dates(superbill: Superbill, rules: Rulebook) -> Iterator[Finding]:
    """Days that cannot be true beside each other."""
    issued = superbill.issued_on
    starts = [line.from_ for line in superbill.lines if line.from_]
    first = min(starts, default=None)
    pairs = [("patient.dob", "born_after_issue", issued, superbill.patient.dob)]
    pairs += [("prescriber.order_date", "ordered_after_start", first, superbill.prescriber.order_date)]
    pairs += [(f"payments[{n}].on", "paid_after_issue", issued, paid.on) for n, paid in enumerate(superbill.payments)]
    for path, reason, latest, day in pairs:
        if latest and day and day > latest:
            yield _impossible(rules, path, reason, day, latest)
    for number, line in enumerate(superbill.lines):
        if line.from_ and line.to and line.to < line.from_:
            yield _impossible(rules, f"lines[{number}].to", "ends_before_start", line.to, line.from_)


def _impossible(rules: Rulebook, path: str, reason: str, day: date, other: date) -> Finding:
    words = rules.review.reasons[reason].format(day=day, other=other)
    return rules.findings.finding("date-impossible", field=path, reason=words, label=rules.review.label(path))


def _needed(path: str, superbill: Superbill, rules: Rulebook, sets: Sets) -> bool:
    field = kind(path)
    if field in sets.fields_optional or field in sets.fields_of_flow:
        return False
    if field in sets.fields_of_plan:
        return superbill.payer.kind not in sets.plans_none
    if field in sets.fields_of_insured:
        return superbill.patient.relationship != "self"
    if field in sets.fields_of_equipment:
        return is_equipment(superbill.lines[places(path)[0] - 1].code, rules.coding)
    return True


def _flow_given(superbill: Superbill, sets: Sets) -> bool:
    return any(value is not None for path, value in fields(superbill) if kind(path) in sets.fields_of_flow)


def _needs_flow(superbill: Superbill, rules: Rulebook) -> bool:
    codes = [line.code for line in superbill.lines]
    return any(is_equipment(code, rules.coding) or needs_narrative(code, rules.coding) for code in codes)


def _named(letter: str) -> str:
    number = f"U+{ord(letter):04X}"
    return f"“{letter}” ({number})" if letter.isprintable() else number
