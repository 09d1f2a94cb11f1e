"""What the store sells and rents."""

from db.book import listed
from db.book.rows import Product
from desktop.operations.listing import Listing


def _found_by(product: Product) -> tuple[str | None, ...]:
    return (product.maker, product.model, product.description, product.item)


_PRODUCTS = Listing(listed.PRODUCTS, _found_by)

read, find, save = _PRODUCTS.read, _PRODUCTS.find, _PRODUCTS.save
delete, undo_delete = _PRODUCTS.delete, _PRODUCTS.undo_delete
