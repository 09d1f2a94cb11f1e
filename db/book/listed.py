"""Plans, doctors and products: the short lists of a store, read whole or by what their names hold."""

from typing import Protocol, TypeVar

from db.book.records import Table
from db.book.rows import Doctor, Plan, Product
from db.driver import Connection


class Listed(Protocol):
    """A row of one of the lists."""

    @property
    def id(self) -> int:
        """Its id in the book."""


L = TypeVar("L", bound=Listed)

PLANS = Table("plans", Plan, "plan")
DOCTORS = Table("doctors", Doctor, "doctor")
PRODUCTS = Table("products", Product, "product")

# What a product is found by goes on after its model; ordered by that, "G5 battery" would stand before "G5".
_ORDER = {PRODUCTS.name: "lower(maker), lower(model), search"}


def save(connection: Connection, table: Table[L], row: L, search: str) -> L:
    """Keeps a row; `search` is what it is found by."""
    return table.save(connection, row, search=search)


def set_deleted(connection: Connection, table: Table[L], number: int, *, deleted: bool) -> None:
    """Takes a row out of every list, or puts it back."""
    table.mark_deleted(connection, number, deleted=deleted)


def find(connection: Connection, table: Table[L], parts: list[str], limit: int) -> list[L]:
    """Rows whose `search` holds all parts, in the order of names. Parts are folded, so none of them is a pattern."""
    held = " and ".join(["deleted = 0", *["search like ?"] * len(parts)])
    order = _ORDER.get(table.name, "search")
    return table.find(connection, f"where {held} order by {order} limit ?", [*(f"%{part}%" for part in parts), limit])
