"""What the sheet for Medicare's ABN form cannot do without, and what to know before the form is used."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from desktop.core.abn import Notice
from desktop.core.codes import Catalogue
from desktop.core.finding import Finding
from desktop.core.money import ZERO
from desktop.core.receipt_review import named, printed_fields, sells_equipment
from desktop.core.review_fields import Unprintable, unprintable_in
from desktop.core.rulebook import FindingRules, Rulebook


def review_notice(
    notice: Notice, rules: Rulebook, catalogue: Catalogue, letters_of: Unprintable
) -> tuple[Finding, ...]:
    """All findings on a sheet. `letters_of` gives the characters of a text that no face prints."""
    findings = rules.findings
    return (
        *_for_medicare(notice, rules),
        *_missing(notice, findings),
        *_items(notice, findings, catalogue),
        *_unprintable(notice, rules, letters_of),
        *_to_know(notice, rules),
    )


def _for_medicare(notice: Notice, rules: Rulebook) -> Iterator[Finding]:
    """The plans whose claims the supplier files are those of Original Medicare."""
    held = rules.review.on(notice.sale.issued_on or date.max).sets
    if notice.sale.payer.kind not in held.plans_filed_by_supplier:
        yield rules.findings.finding("abn-not-medicare", field="payer.kind")


def _missing(notice: Notice, findings: FindingRules) -> Iterator[Finding]:
    store, patient = notice.sale.supplier, notice.sale.patient
    name = store.dba or store.legal_name
    asked: tuple[tuple[str, str, object], ...] = (
        ("store", "supplier.phone", name and store.phone and store.address.line1 and store.address.city),
        ("patient", "patient.last", patient.first and patient.last),
        ("items", "lines", notice.sale.lines),
        ("reason", "reasons", notice.reasons or notice.own_reason),
    )
    for what, path, value in asked:
        if not value:
            yield findings.finding(f"abn-missing/{what}", field=path)


def _items(notice: Notice, findings: FindingRules, catalogue: Catalogue) -> Iterator[Finding]:
    for place, line in enumerate(notice.sale.lines):
        if not named(line, catalogue):
            yield findings.finding("abn-missing/item", field=f"lines[{place}].model", line=place + 1)
        if line.charge == ZERO:
            yield findings.finding("abn-missing/cost", field=f"lines[{place}].charge", line=place + 1)


def _to_know(notice: Notice, rules: Rulebook) -> Iterator[Finding]:
    findings = rules.findings
    yield findings.finding("abn-edition")
    if notice.sale.supplier.medicare_enrolled is False:
        yield findings.finding("abn-not-enrolled", field="supplier.medicare_enrolled")
    elif sells_equipment(notice.sale, rules):
        yield findings.finding("abn-voluntary", field="lines")
    if notice.own_reason:
        yield findings.finding("abn-own-reason", field="own_reason")


def _unprintable(notice: Notice, rules: Rulebook, letters_of: Unprintable) -> Iterator[Finding]:
    """Every text on the sheet with a character that no face has."""
    for finding in unprintable_in([("abn.own_reason", notice.own_reason)], rules, letters_of):
        yield replace(finding, field="own_reason")
    left_out = ("payments[", "other_charges[")
    shown = (field for field in printed_fields(notice.sale) if not field[0].startswith(left_out))
    yield from unprintable_in(shown, rules, letters_of)
