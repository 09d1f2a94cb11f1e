"""From the superbill as entered to the superbill as printed."""

import string
from datetime import date

from desktop.core import printed_lines, printed_parties
from desktop.core.codes import Catalogue
from desktop.core.money import ZERO, printed
from desktop.core.printed import (
    Amount,
    Columns,
    Document,
    OtherCharges,
    Payments,
    Printed,
    PrintedDiagnosis,
    PrintedPayment,
)
from desktop.core.superbill import Superbill
from desktop.core.wording import Label, PaperWords, Voice, voice

_CATEGORY = 3  # characters of an ICD-10-CM code before its dot
_BETWEEN = " · "


def complete(superbill: Superbill, catalogue: Catalogue, words: PaperWords, *, draft: bool) -> Printed:
    """Everything that the paper says, ready to be placed. KeyError for a language without words."""
    speaks = voice(words, superbill.language)
    settled = superbill.total > ZERO and superbill.balance <= ZERO
    return Printed(
        document=_document(superbill, catalogue, speaks, draft=draft),
        heading=speaks.label(lambda w: w.heading),
        itemized=speaks.label(lambda w: w.itemized),
        number=superbill.number or "",
        issued=speaks.own.issued.format(day=speaks.day(superbill.issued_on)) if superbill.issued_on else "",
        paid_in_full=speaks.label(lambda w: w.paid_in_full) if settled else None,
        store=printed_parties.store(superbill.supplier, speaks),
        parties=printed_parties.parties(superbill, speaks),
        diagnoses_label=speaks.label(lambda w: w.diagnoses),
        diagnoses=_diagnoses(superbill, catalogue),
        columns=_columns(speaks),
        lines=tuple(printed_lines.printed_line(line, catalogue, words, speaks) for line in superbill.lines),
        notes=_places_of_service(superbill, catalogue, speaks),
        other_charges=_other_charges(superbill, speaks),
        amounts=_amounts(superbill, speaks),
        payments=_payments(superbill, speaks),
        narratives=tuple(
            printed_lines.printed_narrative(place, line, line.narrative, words, speaks)
            for place, line in enumerate(superbill.lines)
            if line.narrative
        ),
        statement=_statement(superbill, speaks),
        signature=speaks.label(lambda w: w.signature),
        signed_on=speaks.label(lambda w: w.signed_on),
    )


def _document(superbill: Superbill, catalogue: Catalogue, speaks: Voice, *, draft: bool) -> Document:
    own, supplier, patient = speaks.own, superbill.supplier, superbill.patient
    running = (superbill.number, printed_parties.person(patient.first, patient.middle, patient.last))
    return Document(
        language=own.language_tag,
        title=own.document_title.format(number=superbill.number or "").strip(),
        author=supplier.dba or supplier.legal_name or "",
        subject=own.subject,
        running=_BETWEEN.join(part for part in running if part),
        foot=_BETWEEN.join((own.edition.format(edition=_literal(catalogue.edition)), own.page)),
        draft=own.draft if draft else None,
    )


def _literal(text: str) -> str:
    """A text that stays as it is when places are filled."""
    return text.replace("{", "{{").replace("}", "}}")


def _diagnoses(superbill: Superbill, catalogue: Catalogue) -> tuple[PrintedDiagnosis, ...]:
    """Words of the set of the first line's day, with which an insurer reads the page."""
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
    return PrintedDiagnosis(letter, dotted, "")


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


def _other_charges(superbill: Superbill, speaks: Voice) -> OtherCharges | None:
    rows = tuple(
        (other.description or "", printed(other.amount) if other.amount is not None else "")
        for other in superbill.other_charges
    )
    return OtherCharges(speaks.label(lambda w: w.other_charges), rows) if rows else None


def _amounts(superbill: Superbill, speaks: Voice) -> tuple[Amount, ...]:
    """Subtotals only where there is something to tell apart."""
    apart: tuple[Amount, ...] = ()
    if superbill.other_charges:
        for_the_plan = sum((line.charge for line in superbill.lines), ZERO)
        others = superbill.total - for_the_plan - (superbill.tax or ZERO)
        apart = (
            Amount(speaks.label(lambda w: w.for_the_plan), printed(for_the_plan)),
            Amount(speaks.label(lambda w: w.not_for_the_plan), printed(others)),
        )
    tax = (Amount(speaks.label(lambda w: w.tax), printed(superbill.tax)),) if superbill.tax is not None else ()
    return (
        *apart,
        *tax,
        Amount(speaks.label(lambda w: w.total), printed(superbill.total), strong=True),
        Amount(speaks.label(lambda w: w.paid), printed(superbill.paid)),
        Amount(speaks.label(lambda w: w.balance), printed(superbill.balance), strong=True),
    )


def _payments(superbill: Superbill, speaks: Voice) -> Payments | None:
    rows = tuple(
        PrintedPayment(
            speaks.day(payment.on) if payment.on else "",
            _BETWEEN.join(part for part in (payment.method, payment.reference) if part),
            printed(payment.amount) if payment.amount is not None else "",
        )
        for payment in superbill.payments
    )
    return Payments(speaks.label(lambda w: w.payments), rows) if rows else None


def _statement(superbill: Superbill, speaks: Voice) -> Label:
    """That nobody billed the plan; for a Medicare patient, that this page is no claim."""
    if superbill.payer.kind == "medicare":
        if superbill.supplier.medicare_enrolled is False:
            return speaks.label(lambda w: w.medicare_not_enrolled)
        return speaks.label(lambda w: w.medicare_must_file)
    if superbill.payer.kind == "none":
        return speaks.label(lambda w: w.not_billed_no_plan)
    return speaks.label(lambda w: w.not_billed)
