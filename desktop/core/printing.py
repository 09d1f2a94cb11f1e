"""From the superbill as entered to the superbill as printed."""

import string
from datetime import date

from desktop.core import printed_lines, printed_money, printed_page, printed_parties
from desktop.core.codes import Catalogue
from desktop.core.money import ZERO
from desktop.core.printed import Amount, Columns, Printed, PrintedDiagnosis
from desktop.core.printed_money import owed, total
from desktop.core.printed_page import Paper
from desktop.core.superbill import Superbill
from desktop.core.wording import Label, PaperWords, Voice, voice

_CATEGORY = 3  # characters of an ICD-10-CM code before its dot


def complete(
    superbill: Superbill, catalogue: Catalogue, words: PaperWords, *, draft: bool, replaces: str | None = None
) -> Printed:
    """Everything that the paper says, ready to be placed. `replaces` is the number of the voided superbill that this
    one corrects. KeyError for a language without words."""
    speaks = voice(words, superbill.language)
    paper = Paper(
        speaks,
        lambda w: w.superbill,
        superbill.supplier,
        superbill.patient,
        superbill.number,
        superbill.issued_on,
    )
    return Printed(
        document=printed_page.document(paper, edition=catalogue.edition, draft=draft),
        head=printed_page.head(paper, _marks(superbill, replaces, speaks)),
        parties=printed_parties.parties(superbill, speaks),
        diagnoses_label=speaks.label(lambda w: w.diagnoses),
        diagnoses=_diagnoses(superbill, catalogue),
        columns=_columns(speaks),
        lines=tuple(printed_lines.printed_line(line, catalogue, words, speaks) for line in superbill.lines),
        notes=_places_of_service(superbill, catalogue, speaks),
        other_charges=printed_money.other_charges(superbill.other_charges, speaks.label(lambda w: w.other_charges)),
        amounts=_amounts(superbill, speaks),
        payments=printed_money.payments(superbill.payments, speaks.label(lambda w: w.payments), speaks),
        narratives=tuple(
            printed_lines.printed_narrative(place, line, line.narrative, words, speaks)
            for place, line in enumerate(superbill.lines)
            if line.narrative
        ),
        statement=_statement(superbill, speaks),
        signature=speaks.label(lambda w: w.signature),
        signed_on=speaks.label(lambda w: w.signed_on),
    )


def paid_in_full(superbill: Superbill, speaks: Voice) -> tuple[Label, ...]:
    """The mark that nothing is owed any more, where that is so."""
    settled = superbill.total > ZERO and superbill.balance <= ZERO
    return (speaks.label(lambda w: w.paid_in_full),) if settled else ()


def of_medicare(superbill: Superbill, speaks: Voice) -> Label | None:
    """That the page is no claim, and who files or that nobody can; None for a patient of any other plan."""
    if superbill.payer.kind != "medicare":
        return None
    if superbill.supplier.medicare_enrolled is False:
        return speaks.label(lambda w: w.medicare_not_enrolled)
    return speaks.label(lambda w: w.medicare_must_file)


def _marks(superbill: Superbill, replaces: str | None, speaks: Voice) -> tuple[Label, ...]:
    corrected = (speaks.label(lambda w: w.corrected, number=replaces),) if replaces is not None else ()
    return (*paid_in_full(superbill, speaks), *corrected)


def _diagnoses(superbill: Superbill, catalogue: Catalogue) -> tuple[PrintedDiagnosis, ...]:
    """Words of the set of the first line's day, with which an insurer reads the page; of the newest for a day that no
    set covers, which is a finding."""
    first = next((line.from_ for line in superbill.lines if line.from_), superbill.issued_on)
    return tuple(
        _diagnosis(string.ascii_uppercase[place : place + 1], code, first, catalogue)
        for place, code in enumerate(superbill.diagnoses)
    )


def _diagnosis(letter: str, code: str, on: date | None, catalogue: Catalogue) -> PrintedDiagnosis:
    known = catalogue.diagnosis(code, on) if on else None
    if known:
        return PrintedDiagnosis(letter, known.code, known.words)
    bare = code.replace(".", "")
    dotted = f"{bare[:_CATEGORY]}.{bare[_CATEGORY:]}" if len(bare) > _CATEGORY else bare
    covered = on is None or catalogue.has_diagnoses(on)
    return PrintedDiagnosis(letter, dotted, "" if covered else catalogue.newest_words(code))


def _columns(speaks: Voice) -> Columns:
    return Columns(
        days=speaks.label(lambda w: w.days),
        place_of_service=speaks.label(lambda w: w.place_of_service),
        code=speaks.label(lambda w: w.code),
        modifiers=speaks.label(lambda w: w.modifiers),
        description=speaks.label(lambda w: w.description),
        pointers=speaks.label(lambda w: w.pointers),
        units=speaks.label(lambda w: w.units),
        charge=speaks.label(lambda w: w.charge),
    )


def _places_of_service(superbill: Superbill, catalogue: Catalogue, speaks: Voice) -> tuple[str, ...]:
    """What each place of service on the lines is called, once each."""
    places = dict.fromkeys(line.pos for line in superbill.lines if line.pos)
    names = [(place, catalogue.place_of_service(place)) for place in places]
    return tuple(speaks.own.place_of_service_note.format(place=place, name=name) for place, name in names if name)


def _amounts(superbill: Superbill, speaks: Voice) -> tuple[Amount, ...]:
    """Subtotals only where there is something to tell apart."""
    apart: tuple[Amount, ...] = ()
    if superbill.other_charges:
        for_the_plan = sum((line.charge for line in superbill.lines), ZERO)
        others = superbill.total - for_the_plan - (superbill.tax or ZERO)
        apart = (
            total(speaks, lambda w: w.for_the_plan, for_the_plan),
            total(speaks, lambda w: w.not_for_the_plan, others),
        )
    return (*apart, *owed(superbill, speaks))


def _statement(superbill: Superbill, speaks: Voice) -> Label:
    """That nobody billed the plan; for a Medicare patient, that this page is no claim."""
    medicare = of_medicare(superbill, speaks)
    if medicare is not None:
        return medicare
    if superbill.payer.kind == "none":
        return speaks.label(lambda w: w.not_billed_no_plan)
    return speaks.label(lambda w: w.not_billed)
