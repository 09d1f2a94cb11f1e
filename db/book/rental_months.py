"""The months of rentals that are settled: each once. One whose draft was dropped is not settled any more."""

from db.book.papers import DOCUMENTS
from db.book.records import Table
from db.book.rental_rows import RentalMonth
from db.book.rows import Document
from db.driver import Connection

MONTHS = Table("rental_months", RentalMonth, "rental month")


def settle(connection: Connection, month: RentalMonth) -> RentalMonth:
    """Keeps a month as settled. A month that is settled already is refused by the book itself."""
    return MONTHS.save(connection, month)


def of_rental(connection: Connection, rental_id: int) -> list[RentalMonth]:
    """A rental's settled months, the earliest first."""
    return MONTHS.find(connection, "where rental_id = ? and dropped = 0 order by starts, id", [rental_id])


def of_document(connection: Connection, document_id: int) -> list[RentalMonth]:
    """The months that a document has on it, the earliest first."""
    return MONTHS.find(connection, "where document_id = ? and dropped = 0 order by starts, id", [document_id])


def forget(connection: Connection, number: int) -> None:
    """Makes a settled month due again."""
    connection.execute("delete from rental_months where id = ?", [number])


def superbills_beside(connection: Connection, patient_id: int, rental_id: int, code: str) -> list[Document]:
    """A patient's issued superbills with a code on a line that have no month of that rental."""
    rest = (
        "where patient_id = ? and kind = 'superbill' and state = 'issued' "
        "and not exists (select 1 from rental_months where document_id = documents.id and rental_id = ?) "
        "and exists (select 1 from issued_lines where document_id = documents.id and code = ?) order by id"
    )
    return DOCUMENTS.find(connection, rest, [patient_id, rental_id, code])
