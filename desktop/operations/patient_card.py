"""Everything that the book has of one patient, to be shown on one page."""

from dataclasses import dataclass

from db.book.rows import Coverage, Doctor, Document, OrderRow, Patient, Plan
from desktop.operations import doctors, documents, patients, plans
from desktop.operations.book import Book

_UNFINISHED = (documents.DRAFT, documents.WAITING)


@dataclass(frozen=True, slots=True)
class PatientCard:
    """A patient; memberships (the one taken first is first) with their plans, orders with their doctors, papers."""

    patient: Patient
    memberships: tuple[tuple[Coverage, Plan], ...]
    orders: tuple[tuple[OrderRow, Doctor | None], ...]
    papers: tuple[Document, ...]

    @property
    def unfinished(self) -> Document | None:
        """The superbill that was begun for the patient and is not issued; the one changed last."""
        return next(
            (paper for paper in self.papers if paper.kind == documents.SUPERBILL and paper.state in _UNFINISHED), None
        )


def read(book: Book, number: int) -> PatientCard:
    """The card of the patient with this id. BookProblem where there is none."""
    held = patients.belonging(book, number)
    return PatientCard(
        patient=patients.read(book, number),
        memberships=tuple((coverage, plans.read(book, coverage.plan_id)) for coverage in held.coverages),
        orders=tuple(
            (order, doctors.read(book, order.doctor_id) if order.doctor_id else None) for order in held.orders
        ),
        papers=tuple(documents.listed(book, patient_id=number)),
    )
