"""What the rows are called that entries of the audit name by number: as they are called now."""

# ruff: noqa: S608 -- names of tables and columns are the book's own

from collections.abc import Mapping

from db.book.records import ask
from db.driver import Connection

_NAME = "trim(coalesce({row}.first || ' ', '') || coalesce({row}.last, ''))"
_PATIENT = _NAME.format(row="patients")
_OF_RENTAL = f"select coalesce(number || ', ', '') || {_PATIENT} from rentals join patients on patients.id = patient_id"
_ASKED: Mapping[str, str] = {
    "patients": f"select {_PATIENT} from patients where id = ?",
    "doctors": f"select {_NAME.format(row='doctors')} from doctors where id = ?",
    "plans": "select name from plans where id = ?",
    "products": (
        "select trim(coalesce(maker || ' ', '') || coalesce(model, description, '')) from products where id = ?"
    ),
    "coverages": "select name from coverages join plans on plans.id = plan_id where coverages.id = ?",
    "orders": "select order_date from orders where id = ?",
    "documents": "select number from documents where id = ?",
    "rentals": f"{_OF_RENTAL} where rentals.id = ?",
    "rental_units": "select role || ' ' || code from rental_units where id = ?",
    "pieces": "select trim(coalesce(serial || ' ', '') || coalesce(model, '')) from pieces where id = ?",
    "users": "select name from users where id = ?",
    "later_payments": "select amount from later_payments where id = ?",
    "attachments": "select kind from attachments where id = ?",
}
# What a noun of the audit is a row of.
TABLE_OF: Mapping[str, str] = {
    "patient": "patients",
    "doctor": "doctors",
    "plan": "plans",
    "product": "products",
    "coverage": "coverages",
    "superbill": "documents",
    "receipt": "documents",
    "credit": "documents",
    "rental": "rentals",
    "rented unit": "rental_units",
    "piece of equipment": "pieces",
    "user": "users",
    "payment": "later_payments",
}


class Names:
    """The names, each asked for once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[str, int], str | None] = {}

    def of(self, table: str, number: int) -> str | None:
        """What a row is called; None where it has no name, or is gone."""
        key = table, number
        if key not in self._known:
            found = ask(self._connection, _ASKED[table], [number])
            self._known[key] = str(found[0][0]) if found and found[0][0] else None
        return self._known[key]

    def of_noun(self, noun: str, number: int | None) -> str | None:
        """What the thing is called that an entry tells of."""
        table = TABLE_OF.get(noun)
        return self.of(table, number) if table is not None and number else None
