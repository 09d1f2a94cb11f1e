"""What was found, as rows in groups; each row leads where Enter goes."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QDate, QLocale, QObject

from db.book.rows import Document, Patient, Product
from desktop.operations.anything import Anything
from desktop.operations.documents import DRAFT, ISSUED, VOIDED, WAITING
from desktop.operations.search import Found
from desktop.ui.counter.rows import Row
from desktop.ui.page import Services
from desktop.ui.ways import FindCode, NewPatient, NewSuperbill, OpenCode, OpenDocument, OpenDraft, OpenPatient

_CODE = "code"
_LONGEST = 60


class FoundRows(QObject):
    """Makes the rows. `serve` takes a patient to be served here, `ask` shows what a code
    means."""

    def __init__(self, services: Services, serve: Callable[[Patient], object], ask: Callable[[str], object]) -> None:
        super().__init__()
        self._services, self._serve, self._ask = services, serve, ask

    def rows(self, found: Anything, served: Patient | None, door: Sequence[Row]) -> list[Row]:
        """All groups that have something. While a patient is served, only what can go on a superbill."""
        groups = [(self.tr("What goes out of the door?"), list(door))]
        named = [self._typed(found)] if found.answer is not None else []
        exact = [each for each in found.codes if _plain(each.code) == _plain(found.text)]
        groups.append((self.tr("Typed code"), [*named, *(self._code(each) for each in exact)]))
        if served is None:
            groups.append((self.tr("Patients"), [self._patient(each) for each in found.patients]))
        groups.append((self.tr("Products of your list"), [self._product(each, served) for each in found.products]))
        if served is None:
            groups.append((self.tr("Papers"), [self._document(each) for each in found.documents]))
        groups.append((self.tr("Codes"), [self._code(each) for each in found.codes if each not in exact]))
        rows = [row for name, some in groups if some for row in (Row(name), *some)]
        return [
            *rows,
            Row(self.tr("Or") if rows else self.tr("Nothing found. Instead:")),
            *self._or(found, served),
        ]

    def beginnings(self, products: Sequence[Product], served: Patient) -> list[Row]:
        """What may go out for a patient before anything is typed: choose it there, or a product of the list."""
        there = Row(
            self.tr("Superbill for {name}").format(name=served.name),
            self.tr("What goes out is chosen there"),
            drawing="superbills",
            does=self.tr("Enter: begin"),
            then=lambda: self._services.go(NewSuperbill(patient=served.id)),
        )
        listed = [self._product(each, served) for each in products]
        return [there, *([Row(self.tr("Products of your list")), *listed] if listed else [])]

    def about(self, patient: Patient) -> str:
        """By what a patient is told from another of the same name."""
        born = _day(QDate(patient.dob.year, patient.dob.month, patient.dob.day)) if patient.dob else ""
        parts = (self.tr("born {day}").format(day=born) if born else "", patient.phone, patient.address.city)
        return " · ".join(part for part in parts if part)

    def _typed(self, found: Anything) -> Row:
        assert found.answer is not None  # noqa: S101 -- asked only where there is one
        words = " + ".join(line.description for line in found.answer.found.lines if line.description)
        return Row(
            words or self.tr("No code that Oxydesk knows"),
            code=" + ".join(line.words for line in found.answer.found.lines),
            drawing="stop" if found.answer.forbidden and not found.answer.choices else "unit",
            does=self.tr("Enter: what it means"),
            then=lambda: self._ask(found.text),
        )

    def _patient(self, patient: Patient) -> Row:
        return Row(
            patient.name,
            self.about(patient),
            drawing="patients",
            does=self.tr("Enter: open · Ctrl+Enter: superbill"),
            then=lambda: self._services.go(OpenPatient(patient.id)),
            also=lambda: self._serve(patient),
        )

    def _product(self, product: Product, served: Patient | None) -> Row:
        prices = (
            (self.tr("new {price}"), product.price_new),
            (self.tr("used {price}"), product.price_used),
            (self.tr("a month {price}"), product.rent),
        )
        known = [words.format(price=f"{price:,.2f}") for words, price in prices if price is not None]
        return Row(
            product.name,
            " · ".join(
                part for part in (product.description if product.description != product.name else "", *known) if part
            ),
            drawing="unit",
            does=self.tr("Enter: new superbill"),
            then=lambda: self._services.go(NewSuperbill(patient=served.id if served else None, product=product.id)),
        )

    def _document(self, document: Document) -> Row:
        kinds = {"superbill": self.tr("Superbill"), "receipt": self.tr("Receipt"), "credit": self.tr("Credit")}
        states = {DRAFT: self.tr("Draft"), WAITING: self.tr("Waiting"), ISSUED: "", VOIDED: self.tr("Voided")}
        number = document.number or self.tr("not issued yet")
        still = document.state in (DRAFT, WAITING)
        return Row(
            document.patient_name or self.tr("Nobody yet"),
            f"{kinds[document.kind]} {number} · {document.total:,.2f}",
            drawing="superbills" if document.kind == "superbill" else "receipt",
            side=states[document.state],
            does=self.tr("Enter: go on") if still else self.tr("Enter: open"),
            then=lambda: self._services.go(OpenDraft(document.id) if still else OpenDocument(document.id)),
        )

    def _code(self, found: Found) -> Row:
        to_card = found.kind == _CODE
        return Row(
            found.description,
            found.because,
            code=found.code,
            drawing={"code": "unit", "modifier": "edit"}.get(found.kind, "catalog"),
            does=self.tr("Enter: what it means") if to_card else self.tr("Enter: in the catalog"),
            then=(lambda: self._ask(found.code)) if to_card else (lambda: self._services.go(OpenCode(found.code))),
        )

    def _or(self, found: Anything, served: Patient | None) -> Iterator[Row]:
        text = found.text
        short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        yield Row(
            self.tr("Find the code for “{text}”, question by question").format(text=short),
            drawing="finder",
            does=self.tr("Enter: code finder"),
            then=lambda: self._services.go(FindCode(words=text)),
        )
        if served is None and found.answer is None:
            yield Row(
                self.tr("New patient “{text}”").format(text=short),
                drawing="add",
                does=self.tr("Enter: new patient"),
                then=lambda: self._services.go(NewPatient(text)),
            )


def _plain(code: str) -> str:
    return code.replace(".", "").upper()


def _day(day: QDate) -> str:
    return QLocale().toString(day, "MMM d, yyyy")
