"""Every row of the book comes back as it was kept."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.book import file, listed, papers, patients, stores
from db.book.records import Table
from db.book.rows import Address, Coverage, Doctor, Document, OrderRow, Patient, Plan, Product, Reason, Store
from db.driver import Connection
from db.problems import BookProblem, NotInBook

AT = datetime(2026, 3, 2, 12, tzinfo=UTC)
TEXTS = st.none() | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
AMOUNTS = st.none() | st.decimals(-99999, 99999, places=2)
st.register_type_strategy(Decimal, st.decimals(-99999, 99999, places=2))
ADDRESSES = st.builds(Address, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS)
ROWS: dict[str, tuple[Table[object], st.SearchStrategy[object]]] = {
    "patients": (
        patients.PATIENTS,  # type: ignore[dict-item]
        st.builds(Patient, last=TEXTS, first=TEXTS, dob=st.none() | st.dates(), address=ADDRESSES, note=TEXTS),
    ),
    "plans": (listed.PLANS, st.builds(Plan, name=TEXTS, address=ADDRESSES, wants_q=st.booleans())),  # type: ignore[dict-item]
    "doctors": (listed.DOCTORS, st.builds(Doctor, last=TEXTS, npi=TEXTS)),  # type: ignore[dict-item]
    "products": (
        listed.PRODUCTS,  # type: ignore[dict-item]
        st.builds(Product, model=TEXTS, runs_all_day=st.booleans(), price_new=AMOUNTS, rent=AMOUNTS),
    ),
    "orders": (
        patients.ORDERS,  # type: ignore[dict-item]
        st.builds(
            OrderRow,
            patient_id=st.just(1),
            order_date=st.none() | st.dates(),
            day_lpm=st.none() | st.floats(0, 100),
            portable=st.none() | st.booleans(),
            diagnoses=st.lists(st.text(max_size=5), max_size=3).map(tuple),
        ),
    ),
    "documents": (
        papers.DOCUMENTS,  # type: ignore[dict-item]
        st.builds(
            Document,
            total=st.decimals(-99999, 99999, places=2),
            issued_on=st.none() | st.dates(),
            reasons=st.lists(st.builds(Reason, TEXTS, st.text(max_size=9)), max_size=2).map(tuple),
            changed_at=st.none() | st.datetimes(timezones=st.just(UTC)),
        ),
    ),
}


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """An open book with one patient and one plan."""
    folder: Path = tmp_path_factory.mktemp("book")
    held = file.make_ready(folder)
    opened = file.connect(folder)
    patients.PATIENTS.save(opened, Patient())
    listed.PLANS.save(opened, Plan())
    yield opened
    opened.close()
    held.release()


@pytest.mark.parametrize("name", ROWS)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_a_row_comes_back_as_it_was_kept(connection: Connection, name: str, data: st.DataObject) -> None:
    table, rows = ROWS[name]
    kept = table.save(connection, data.draw(rows))
    assert table.read(connection, kept.id) == kept  # type: ignore[attr-defined]
    assert table.save(connection, kept) == kept


def test_the_store_is_one_row(connection: Connection) -> None:
    store = Store(legal_name="One", tax_rate=Decimal("8.25"), medicare_enrolled=None, sample=True)
    stores.set_logo(connection, b"\x89PNG")
    stores.save(connection, store)
    stores.save(connection, store)
    assert stores.read(connection) == store
    assert stores.logo(connection) == b"\x89PNG"


def test_a_membership_needs_its_patient_and_plan(connection: Connection) -> None:
    kept = patients.COVERAGES.save(connection, Coverage(patient_id=1, plan_id=1))
    assert patients.COVERAGES.read(connection, kept.id) == kept
    with pytest.raises(BookProblem, match="is not in the book any more"):
        patients.COVERAGES.save(connection, Coverage(patient_id=999, plan_id=1))


def test_a_row_that_is_not_there_gets_a_sentence(connection: Connection) -> None:
    with pytest.raises(NotInBook, match="no plan number 999"):
        listed.PLANS.read(connection, 999)
    with pytest.raises(NotInBook, match="no doctor number 999"):
        listed.DOCTORS.save(connection, Doctor(id=999, last="Gone"))
    with pytest.raises(NotInBook, match="no product number 999"):
        listed.PRODUCTS.mark_deleted(connection, 999, deleted=True)


def test_days_are_days_again(connection: Connection) -> None:
    kept = patients.PATIENTS.save(connection, Patient(dob=date(1951, 8, 17)))
    assert patients.PATIENTS.read(connection, kept.id).dob == date(1951, 8, 17)
