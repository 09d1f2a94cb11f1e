"""What every paper of the store has: its head, what a PDF reader is told of it, and the foot of each page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desktop.core import printed_parties
from desktop.core.printed import Document, Head
from desktop.core.superbill import Patient, Supplier
from desktop.core.version import VERSION
from desktop.core.wording import Label, PaperNames, Voice, Wording

_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Paper:
    """Which paper it is: its names among the words, whose, for whom, its number and its day."""

    speaks: Voice
    names: Callable[[Wording], PaperNames]
    supplier: Supplier
    patient: Patient
    number: str | None
    issued_on: date | None


def document(paper: Paper, *, edition: str | None = None, draft: bool = False) -> Document:
    """`edition` is that of the codes on the page, None where there are none."""
    own, supplier, patient = paper.speaks.own, paper.supplier, paper.patient
    names = paper.names(own)
    whose = (paper.number, printed_parties.person(patient.first, patient.middle, patient.last))
    foot = (own.edition.format(edition=_literal(edition), version=VERSION) if edition is not None else None, own.page)
    return Document(
        language=own.language_tag,
        title=names.document_title.format(number=paper.number or "").strip(),
        author=supplier.dba or supplier.legal_name or "",
        subject=names.subject,
        running=(_BETWEEN.join(part for part in whose if part), paper.number or ""),
        foot=_BETWEEN.join(part for part in foot if part),
        draft=own.draft if draft else None,
    )


def head(paper: Paper, marks: tuple[Label, ...]) -> Head:
    """Who issues what, with its number and day."""
    speaks, day = paper.speaks, paper.issued_on
    return Head(
        store=printed_parties.store(paper.supplier, speaks),
        heading=speaks.label(lambda w: paper.names(w).heading),
        itemized=speaks.label(lambda w: paper.names(w).itemized),
        number=paper.number or "",
        issued=speaks.own.issued.format(day=speaks.day(day)) if day else "",
        marks=marks,
    )


def _literal(text: str) -> str:
    """A text that stays as it is when places are filled."""
    return text.replace("{", "{{").replace("}", "}}")
