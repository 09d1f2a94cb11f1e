"""What an insurer would send a superbill back for, said before it leaves the store."""

from collections.abc import Iterator
from datetime import date

from desktop.core import money, review_fields, review_lines
from desktop.core.codes import Catalogue
from desktop.core.finding import Finding
from desktop.core.review_diagnoses import diagnoses
from desktop.core.review_fields import Unprintable
from desktop.core.review_rules import Sets
from desktop.core.rulebook import FindingRules, Rulebook
from desktop.core.superbill import Superbill


def review(
    superbill: Superbill, rules: Rulebook, catalogue: Catalogue, unprintable: Unprintable
) -> tuple[Finding, ...]:
    """All findings, in the order of the document. `unprintable` gives the characters of a text that no face prints."""
    findings = rules.findings
    held = rules.review.on(superbill.issued_on or date.max)
    return (
        *review_fields.missing(superbill, rules, held.sets),
        *review_fields.unprintable(superbill, rules, unprintable),
        *review_fields.identifiers(superbill, rules, held.sets),
        *review_fields.dates(superbill, rules),
        *_plan(superbill, rules, held.sets),
        *diagnoses(superbill, findings, catalogue, held.limits),
        *review_lines.lines(superbill, rules, catalogue),
        *_payment(superbill, findings),
    )


def _plan(superbill: Superbill, rules: Rulebook, sets: Sets) -> Iterator[Finding]:
    payer, enrolled = superbill.payer.kind, superbill.supplier.medicare_enrolled
    if rules.coding.payers[payer].rules_vary:
        yield rules.findings.finding("plan-rules-vary", field="payer.kind")
    if payer in sets.plans_filed_by_supplier and enrolled is not None:
        rule = "medicare-supplier-must-file" if enrolled else "medicare-not-enrolled"
        yield rules.findings.finding(rule, field="payer.kind")


def _payment(superbill: Superbill, findings: FindingRules) -> Iterator[Finding]:
    total, paid = money.printed(superbill.total), money.printed(superbill.paid)
    apart = money.printed(abs(superbill.balance))
    if superbill.balance > money.ZERO:
        yield findings.finding("balance-due", field="payments", total=total, paid=paid, balance=apart)
    if superbill.balance < money.ZERO:
        yield findings.finding("overpaid", field="payments", total=total, paid=paid, over=apart)
