"""What is done with an issued document's page: found with all that belongs to it, named, saved, with a password too."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.book.rows import Document, IssuedLine, LaterPayment, Payment
from desktop import files
from desktop.core.finding import Finding
from desktop.desk import Desk
from desktop.operations import documents, later_payments
from desktop.operations.batch import file_name
from desktop.operations.book import Book
from desktop.operations.documents import CREDIT, RECEIPT, SUPERBILL

_KINDS = {SUPERBILL: "Superbill", RECEIPT: "Receipt", CREDIT: "Credit"}
_RENTAL = "Rental"
_LONGEST_NAME = 60  # letters of a patient's name in a file's


@dataclass(frozen=True, slots=True)
class Opened:
    """An issued (or voided) document with its page and what it is bound to; `correction` is the corrected copy that is
    begun; `of_medicare`: Medicare itself is the payer, so that the ABN form may be wanted."""

    document: Document
    pdf: bytes
    lines: tuple[IssuedLine, ...]
    payments: tuple[Payment, ...]
    later: tuple[LaterPayment, ...]
    replaces: Document | None
    replaced_by: Document | None
    correction: Document | None
    of: Document | None
    credits: tuple[Document, ...]
    of_medicare: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """What to write in the ABN form; marked as a draft where something stops it."""

    pdf: bytes
    findings: tuple[Finding, ...]
    may_go_out: bool


def opened(book: Book, desk: Desk, number: int) -> Opened:
    """The document with this id. BookProblem where it was not issued, or its page is not the one that was issued."""
    document = documents.read(book, number)
    return Opened(
        document,
        documents.pdf(book, number),
        tuple(documents.lines(book, number)),
        tuple(documents.payments(book, number)),
        later_payments.of(book, number),
        _bound(book, document.replaces),
        _bound(book, document.replaced_by),
        documents.correction_of(book, number),
        _bound(book, document.of),
        _credits(book, document),
        document.kind != CREDIT and _of_medicare(desk, documents.content(book, number).wire),
    )


def name(book: Book, number: int) -> str:
    """A sensible name for the file of an issued document, safe on every system."""
    document = documents.read(book, number)
    wire = documents.content(book, number).wire
    last = wire.get("original", wire).get("patient", {}).get("last") or ""
    return _named(_KINDS[document.kind], document.number, last)


def rental_name(number: str | None, last: str | None) -> str:
    """A sensible name for the file of a rental's page."""
    return _named(_RENTAL, number, last or "")


def abn_name(document: Document) -> str:
    """A sensible name for the file of a sheet for the ABN form."""
    return file_name(f"ABN {document.number}")


def save(book: Book, number: int, path: Path, password: str = "") -> None:
    """Writes the bytes of an issued document, whole or not at all; with a password, a copy that asks for it.

    FileProblem where it cannot be written, BookProblem where there is nothing that was issued.
    """
    write(documents.pdf(book, number), path, password)


def write(pdf: bytes, path: Path, password: str = "") -> None:
    """Writes a page like `save`."""
    if password:
        from desktop.paper.protect import encrypt  # noqa: PLC0415 -- start-up time: pypdf, cryptography

        pdf = encrypt(pdf, password)
    files.save(path, pdf)


def abn_reasons(book: Book, number: int) -> dict[str, str]:
    """The reasons that the ABN form may give, in the language of the document, by their ids."""
    from desktop.operations.receipt import abn_reasons as reasons  # noqa: PLC0415 -- start-up time: reportlab

    return reasons(str(documents.content(book, number).wire["language"]))


def abn_sheet(book: Book, desk: Desk, number: int, reasons: tuple[str, ...], own: str | None) -> Sheet:
    """What to write in Medicare's ABN form for an issued document, and what is still to be said of it."""
    from desktop.operations.receipt import abn_sheet as sheet  # noqa: PLC0415 -- start-up time: reportlab

    wire = documents.content(book, number).wire
    made = sheet(desk, wire, reasons=reasons, own_reason=own)
    if made.pdf is not None:
        return Sheet(made.pdf, made.answer.findings, may_go_out=True)
    drawn = sheet(desk, wire, reasons=reasons, own_reason=own, draft=True)
    return Sheet(drawn.pdf or b"", made.answer.findings, may_go_out=False)


def _bound(book: Book, number: int | None) -> Document | None:
    return documents.read(book, number) if number is not None else None


def _credits(book: Book, document: Document) -> tuple[Document, ...]:
    """The credits of a document, drafts too, the earliest first."""
    if document.kind == CREDIT:
        return ()
    return tuple(linked for linked in documents.linked(book, document.id) if linked.kind == CREDIT)


def _of_medicare(desk: Desk, wire: Mapping[str, Any]) -> bool:
    payer = wire.get("payer")
    kind = payer.get("kind") if isinstance(payer, Mapping) else None
    return kind in desk.rules.review.on(desk.today).sets.plans_filed_by_supplier


def _named(kind: str, number: str | None, last: str) -> str:
    words = (kind, number or "", unicodedata.normalize("NFC", last)[:_LONGEST_NAME])
    return file_name(" ".join(" ".join(words).split()))
