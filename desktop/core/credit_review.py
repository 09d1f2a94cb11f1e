"""What a credit cannot say: more given back than was sold, or nothing that names what came back."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from desktop.core.credit import Credit, amounts
from desktop.core.finding import Finding
from desktop.core.money import ZERO, printed
from desktop.core.receipt_review import printed_fields
from desktop.core.review_fields import Unprintable, unprintable_in
from desktop.core.rulebook import FindingRules, Rulebook


def review_credit(credit: Credit, rules: Rulebook, letters_of: Unprintable) -> tuple[Finding, ...]:
    """All findings on a credit. `letters_of` gives the characters of a text that no face prints."""
    findings = rules.findings
    return (
        *_missing(credit, findings),
        *_not_sold(credit, findings),
        *_too_many(credit, findings),
        *_too_much(credit, findings),
        *_days(credit, findings),
        *_refunds(credit, findings),
        *_unprintable(credit, rules, letters_of),
    )


def _missing(credit: Credit, findings: FindingRules) -> Iterator[Finding]:
    original, back = credit.original, credit.returned
    asked: tuple[tuple[str, str, object], ...] = (
        ("store", "original.supplier.legal_name", original.supplier.dba or original.supplier.legal_name),
        ("day", "issued_on", credit.issued_on),
        ("original-number", "original.number", original.number),
        ("original-day", "original.issued_on", original.issued_on),
        ("reason", "reason", credit.reason),
        ("returned", "lines", back.lines or back.other_charges or back.tax),
    )
    for what, path, value in asked:
        if not value:
            yield findings.finding(f"credit-missing/{what}", field=path)


def _not_sold(credit: Credit, findings: FindingRules) -> Iterator[Finding]:
    """Lines and charges that the original does not have."""
    original, back = credit.original, credit.returned
    for place, line in enumerate(back.lines):
        if not 0 <= line.line < len(original.lines):
            path = f"lines[{place}].line"
            yield findings.finding("credit-not-sold", field=path, line=line.line + 1, number=original.number or "")
    for place, charge in enumerate(back.other_charges):
        if not 0 <= charge.charge < len(original.other_charges):
            path = f"other_charges[{place}].charge"
            yield findings.finding("credit-not-sold", field=path, line=charge.charge + 1, number=original.number or "")


def _too_many(credit: Credit, findings: FindingRules) -> Iterator[Finding]:
    """More units of a line than were sold and have not come back before."""
    for place, sold in enumerate(credit.original.lines):
        before = sum(line.units for back in credit.earlier for line in back.lines if line.line == place)
        here = [(n, line) for n, line in enumerate(credit.returned.lines) if line.line == place]
        now = sum(line.units for _, line in here)
        if here and before + now > sold.units:
            yield findings.finding(
                "credit-too-many",
                field=f"lines[{here[-1][0]}].units",
                line=place + 1,
                sold=sold.units,
                before=before,
                now=now,
            )


def _too_much(credit: Credit, findings: FindingRules) -> Iterator[Finding]:
    """More money for a line, a charge or the tax than was asked for it and has not been given back before."""
    original, returns = credit.original, (*credit.earlier, credit.returned)
    given = amounts(original, returns)
    here, both = given[-1], list(zip(returns, given, strict=True))
    lines = [(line.line, amount) for back, got in both for line, amount in zip(back.lines, got.lines, strict=True)]
    others = [
        (charge.charge, amount)
        for back, got in both
        for charge, amount in zip(back.other_charges, got.other_charges, strict=True)
    ]
    asked_lines = {line.line: f"lines[{n}].amount" for n, line in enumerate(credit.returned.lines)}
    asked_others = {
        charge.charge: f"other_charges[{n}].amount" for n, charge in enumerate(credit.returned.other_charges)
    }
    for place, sold in enumerate(original.lines):
        if place in asked_lines and not _within(_sum(lines, place), sold.charge):
            yield _much(findings, asked_lines[place], sold.charge, _sum(lines, place))
    for place, other in enumerate(original.other_charges):
        if place in asked_others and not _within(_sum(others, place), other.amount or ZERO):
            yield _much(findings, asked_others[place], other.amount or ZERO, _sum(others, place))
    tax, taxed = sum((got.tax for got in given), ZERO), original.tax or ZERO
    if here.tax and tax > taxed:
        yield _much(findings, "tax", taxed, tax)
    if taxed > tax and here.lines and not here.tax:
        yield findings.finding("credit-tax-kept", field="tax", tax=printed(taxed - tax))


def _sum(given: list[tuple[int, Decimal]], place: int) -> Decimal:
    return sum((amount for where, amount in given if where == place), ZERO)


def _within(given: Decimal, whole: Decimal) -> bool:
    """Whether an amount is a part of a whole; a discount and what is taken back of it are negative."""
    return min(whole, ZERO) <= given <= max(whole, ZERO)


def _much(findings: FindingRules, path: str, asked: Decimal, given: Decimal) -> Finding:
    return findings.finding("credit-too-much", field=path, asked=printed(asked), given=printed(given))


def _days(credit: Credit, findings: FindingRules) -> Iterator[Finding]:
    issued, original = credit.issued_on, credit.original.issued_on
    if issued and original and issued < original:
        yield findings.finding("credit-before-sale", field="issued_on", day=issued, other=original)
    for place, refund in enumerate(credit.returned.refunds):
        if issued and refund.on and refund.on > issued:
            path = f"refunds[{place}].on"
            yield findings.finding("credit-refund-later", field=path, day=refund.on, other=issued)


def _refunds(credit: Credit, findings: FindingRules) -> Iterator[Finding]:
    """What was paid back against what is credited, and against what the original shows as paid."""
    given = amounts(credit.original, (*credit.earlier, credit.returned))
    here, paid_back = given[-1], sum((got.refunded for got in given), ZERO)
    if here.refunded > here.total:
        credited, refunded = printed(here.total), printed(here.refunded)
        yield findings.finding("credit-refund-too-much", field="refunds", credit=credited, refunded=refunded)
    elif here.refunded and paid_back > credit.original.paid:
        paid = printed(credit.original.paid)
        yield findings.finding("credit-refund-unpaid", field="refunds", paid=paid, refunded=printed(paid_back))
    elif credit.left > ZERO and credit.original.balance <= ZERO:
        yield findings.finding("credit-left", field="refunds", left=printed(credit.left))


def _unprintable(credit: Credit, rules: Rulebook, letters_of: Unprintable) -> Iterator[Finding]:
    """Every text on the page with a character that no face has: the credit's own, then the original's."""
    own: list[tuple[str, object]] = [("credit.number", credit.number), ("credit.reason", credit.reason)]
    for place, refund in enumerate(credit.returned.refunds):
        own.append((f"credit.refunds[{place}].method", refund.method))
        own.append((f"credit.refunds[{place}].reference", refund.reference))
    for finding in unprintable_in(own, rules, letters_of):
        yield replace(finding, field=(finding.field or "").removeprefix("credit."))
    kept = (field for field in printed_fields(credit.original) if not field[0].startswith("payments["))
    for finding in unprintable_in(kept, rules, letters_of):
        yield replace(finding, field=f"original.{finding.field}")
