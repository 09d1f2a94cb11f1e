"""What a receipt cannot do without: who sold, what, and on which day."""

from collections.abc import Iterator

from desktop.core import money
from desktop.core.codes import Catalogue
from desktop.core.equipment import is_equipment
from desktop.core.finding import Finding
from desktop.core.review_fields import Unprintable, unprintable_in
from desktop.core.rulebook import FindingRules, Rulebook
from desktop.core.superbill import Line, Superbill
from desktop.core.superbill_fields import fields

# What stands on a receipt, by the beginnings of the fields' paths.
_PRINTED = (
    "number",
    "supplier.",
    "patient.first",
    "patient.middle",
    "patient.last",
    "patient.phone",
    "patient.address.",
    "lines[",
    "other_charges[",
    "payments[",
)
_CODED = ("].pos", "].modifiers", "].pointers", ".purpose", ".related_code")


def review_receipt(
    sale: Superbill, rules: Rulebook, catalogue: Catalogue, letters_of: Unprintable
) -> tuple[Finding, ...]:
    """All findings on a sale's receipt. `letters_of` gives the characters of a text that no face prints."""
    findings = rules.findings
    return (
        *_who_and_when(sale, findings),
        *_sold(sale, findings, catalogue),
        *unprintable_in(printed_fields(sale), rules, letters_of),
        *_paid(sale, findings),
        *_customer(sale, findings),
    )


def _who_and_when(sale: Superbill, findings: FindingRules) -> Iterator[Finding]:
    if not (sale.supplier.dba or sale.supplier.legal_name):
        yield findings.finding("receipt-missing/store", field="supplier.legal_name")
    if sale.issued_on is None:
        yield findings.finding("receipt-missing/day", field="issued_on")


def printed_fields(sale: Superbill) -> Iterator[tuple[str, object]]:
    """The fields that a receipt prints."""
    for path, value in fields(sale):
        if path.startswith(_PRINTED) and not any(part in path for part in _CODED):
            yield path, value


def sells_equipment(sale: Superbill, rules: Rulebook) -> bool:
    """Whether any line is oxygen equipment that is sold, new or used."""
    return any(_sold_equipment(sale, line, rules) for line in sale.lines)


def _sold_equipment(sale: Superbill, line: Line, rules: Rulebook) -> bool:
    sets = rules.review.of_line(sale, line).sets
    sold = sets.equipment_modifiers - sets.rental_modifiers
    return is_equipment(line.code, rules.coding) and bool(sold & set(line.modifiers))


def _sold(sale: Superbill, findings: FindingRules, catalogue: Catalogue) -> Iterator[Finding]:
    if not (sale.lines or sale.other_charges):
        yield findings.finding("receipt-missing/sold", field="lines")
    for place, line in enumerate(sale.lines):
        if not named(line, catalogue):
            yield findings.finding("receipt-item-unnamed", field=f"lines[{place}].model", line=place + 1)
    for place, other in enumerate(sale.other_charges):
        if other.amount is None:
            yield findings.finding("receipt-missing/amount", field=f"other_charges[{place}].amount", charge=place + 1)


def named(line: Line, catalogue: Catalogue) -> bool:
    """Whether a line says what it is: by its product, its description, or a code whose words are known."""
    told = line.narrative.description if line.narrative else None
    code = catalogue.code(line.code) if line.code else None
    return bool(line.maker or line.model or told or (code and (code.long or code.short)))


def _paid(sale: Superbill, findings: FindingRules) -> Iterator[Finding]:
    if sale.balance < money.ZERO:
        total, paid, over = (money.printed(value) for value in (sale.total, sale.paid, -sale.balance))
        yield findings.finding("overpaid", field="payments", total=total, paid=paid, over=over)


def _customer(sale: Superbill, findings: FindingRules) -> Iterator[Finding]:
    if not (sale.patient.first or sale.patient.last):
        yield findings.finding("receipt-without-patient", field="patient.last")
