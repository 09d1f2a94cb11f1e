"""The review of a superbill's diagnoses against the set that was in force when the first service began."""

from collections.abc import Iterator
from datetime import date

from desktop.core.codes import Catalogue
from desktop.core.finding import Finding
from desktop.core.review_rules import Limits
from desktop.core.rulebook import FindingRules
from desktop.core.superbill import Superbill


def diagnoses(superbill: Superbill, findings: FindingRules, catalogue: Catalogue, limits: Limits) -> Iterator[Finding]:
    """Too many, not in the set of that day, not billable; or that no set covers the day."""
    given = superbill.diagnoses
    if limits.diagnoses is not None and len(given) > limits.diagnoses:
        yield findings.finding("diagnosis-too-many", field="diagnoses", found=len(given), most=limits.diagnoses)
    day = superbill.lines[0].from_ if superbill.lines else None
    if day is None or not any(given):
        return
    if not catalogue.has_diagnoses(day):
        yield findings.finding("diagnosis-edition", field="diagnoses", day=day)
        return
    for number, code in enumerate(given):
        if code:
            yield from _diagnosis(code, f"diagnoses[{number}]", day, findings, catalogue)


def _diagnosis(code: str, path: str, day: date, findings: FindingRules, catalogue: Catalogue) -> Iterator[Finding]:
    found = catalogue.diagnosis(code, day)
    if found is None or code not in (found.code, found.code.replace(".", "")):
        yield findings.finding("diagnosis-unknown", field=path, code=code, day=day)
    elif not found.billable:
        yield findings.finding("diagnosis-not-billable", field=path, code=found.code, words=found.words)
