"""The months of rentals that are settled: each once. One whose draft was dropped is not settled any more."""

from db.book.records import Table, cell
from db.book.rental_rows import RentalMonth
from db.driver import Connection

MONTHS = Table("rental_months", RentalMonth, "rental month")
_STANDS = "(document_id is null or exists (select 1 from documents where documents.id = document_id and deleted = 0))"


def settle(connection: Connection, month: RentalMonth) -> RentalMonth:
    """Keeps a month as settled. A month that is settled already is refused by the book itself."""
    dropped = (
        f"delete from rental_months where unit_id = ? and ((period = ? and month = ?) or starts = ?) and not {_STANDS}"  # noqa: S608 -- own names
    )
    connection.execute(dropped, [month.unit_id, month.period, month.month, cell(month.starts)])
    return MONTHS.save(connection, month)


def of_rental(connection: Connection, rental_id: int) -> list[RentalMonth]:
    """A rental's settled months, the earliest first."""
    return MONTHS.find(connection, f"where rental_id = ? and {_STANDS} order by starts, id", [rental_id])


def forget(connection: Connection, number: int) -> bool:
    """Makes a month that no document has due again; whether there was such a one."""
    done = connection.execute("delete from rental_months where id = ? and document_id is null", [number])
    return bool(done.rowcount)
