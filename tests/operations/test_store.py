"""The store, and the short lists of plans, doctors and products."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from db.book.rows import Address, Doctor, Plan, Product, Store
from desktop.operations import book as books
from desktop.operations import doctors, plans, products, store
from desktop.operations.book import Book, BookProblem


def test_a_new_book_waits_for_its_store(book: Book) -> None:
    assert not store.is_set_up(book)
    row = store.save(book, Store(legal_name="Gulf Breeze", tax_rate=Decimal("8.25"), address=Address(zip="78411")))
    assert store.is_set_up(book)
    assert store.read(book) == row


@pytest.mark.parametrize("row", [Store(receipt_prefix="SB"), Store(credit_prefix="")])
def test_each_kind_of_document_has_numbers_of_its_own(book: Book, row: Store) -> None:
    with pytest.raises(BookProblem, match="a beginning of their own"):
        store.save(book, row)


def test_a_logo_is_kept_and_forgotten(book: Book) -> None:
    assert store.logo(book) is None
    store.set_logo(book, b"\x89PNG")
    store.save(book, Store(legal_name="Gulf Breeze"))
    assert store.logo(book) == b"\x89PNG"
    store.set_logo(book, None)
    assert store.logo(book) is None


def test_whether_there_is_a_book_is_known_before_one_is_made(tmp_path: Path) -> None:
    assert not books.is_there(tmp_path)
    books.open_book(tmp_path).close()
    assert books.is_there(tmp_path)


def test_a_synced_folder_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(BookProblem, match="copied to other computers"):
        books.open_book(tmp_path / "Dropbox" / "Oxydesk")
    assert list(tmp_path.iterdir()) == []


def test_lists_are_found_by_every_word_and_in_order(book: Book) -> None:
    for name in ("Lone Star Health Plan", "Gulf Coast Mutual", "Águila Health"):
        plans.save(book, Plan(name=name))
    assert [plan.name for plan in plans.find(book)] == ["Águila Health", "Gulf Coast Mutual", "Lone Star Health Plan"]
    assert [plan.name for plan in plans.find(book, "health star")] == ["Lone Star Health Plan"]
    assert [plan.name for plan in plans.find(book, "aguila")] == ["Águila Health"]
    assert plans.find(book, "%") == plans.find(book)
    assert len(plans.find(book, limit=1)) == 1


def test_a_deleted_entry_can_be_brought_back(book: Book) -> None:
    doctor = doctors.save(book, Doctor(first="Anand", last="Krishnamurthy", npi="1679576722"))
    doctors.delete(book, doctor.id)
    assert doctors.find(book, "167957") == []
    doctors.undo_delete(book, doctor.id)
    assert doctors.find(book, "167957") == [doctor]


def test_a_change_takes_the_place_of_the_row(book: Book) -> None:
    product = products.save(book, Product(maker="CAIRE", model="FreeStyle", item="portable_concentrator"))
    products.save(book, replace(product, price_new=Decimal("2495.00")))
    (kept,) = products.find(book, "caire portable")
    assert kept.price_new == Decimal("2495.00")
    assert kept.name == "CAIRE FreeStyle"


def test_a_product_stands_before_its_longer_named_parts(book: Book) -> None:
    for model in ("One G5 battery, double", "One G5"):
        products.save(
            book, Product(maker="Inogen", model=model, item="portable_concentrator", description="for the bag")
        )
    assert [product.model for product in products.find(book, "inogen")] == ["One G5", "One G5 battery, double"]
