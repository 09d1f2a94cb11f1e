"""Every row of rentals comes back as it was kept, and an event as it was before."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.book import file, patients, pieces, rental_events, rental_months, rental_papers, rentals
from db.book.records import Table
from db.book.rental_rows import Piece, Rental, RentalEvent, RentalMonth, RentalPaper, RentalUnit
from db.book.rows import Patient
from db.driver import Connection
from db.problems import BookProblem

AT = datetime(2026, 3, 2, 12, tzinfo=UTC)
TEXTS = st.none() | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
DAYS = st.none() | st.dates()
AMOUNTS = st.none() | st.decimals(0, 99999, places=2)
ONE = st.just(1)
ROWS: dict[str, tuple[Table[object], st.SearchStrategy[object]]] = {
    "rentals": (
        rentals.RENTALS,  # type: ignore[dict-item]
        st.builds(
            Rental,
            patient_id=ONE,
            coverage_id=st.none(),
            order_id=st.none(),
            number=TEXTS,
            note=TEXTS,
            order_ends=DAYS,
            caps_at_price=st.booleans(),
            converts_to_ownership=st.none() | st.booleans(),
            by_superbill=st.booleans(),
        ),
    ),
    "units": (
        rentals.UNITS,  # type: ignore[dict-item]
        st.builds(
            RentalUnit, rental_id=ONE, first_service=DAYS, paid_before=AMOUNTS, charge=AMOUNTS, high_flow=st.booleans()
        ),
    ),
    "pieces": (pieces.PIECES, st.builds(Piece, maker=TEXTS, serial=TEXTS, note=TEXTS)),  # type: ignore[dict-item]
    "events": (
        rental_events.EVENTS,  # type: ignore[dict-item]
        st.builds(
            RentalEvent,
            rental_id=ONE,
            on=DAYS,
            words=TEXTS,
            new_test=st.booleans(),
            order_ends=DAYS,
            recorded_at=st.just(AT),
        ),
    ),
    "papers": (
        rental_papers.PAPERS,  # type: ignore[dict-item]
        st.builds(RentalPaper, rental_id=ONE, kind=st.just("order"), on=DAYS, until=DAYS, note=TEXTS),
    ),
}


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """An open book with one patient, whose rental has one unit."""
    folder: Path = tmp_path_factory.mktemp("book")
    held = file.make_ready(folder)
    opened = file.connect(folder)
    patients.PATIENTS.save(opened, Patient())
    rentals.RENTALS.save(opened, Rental(patient_id=1))
    rentals.UNITS.save(opened, RentalUnit(rental_id=1))
    yield opened
    opened.close()
    held.release()


@pytest.mark.parametrize("name", ROWS)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_a_row_of_rentals_comes_back_as_it_was_kept(connection: Connection, name: str, data: st.DataObject) -> None:
    table, rows = ROWS[name]
    kept = table.save(connection, data.draw(rows))
    assert table.read(connection, kept.id) == kept  # type: ignore[attr-defined]
    assert table.save(connection, kept) == kept


def test_what_an_event_was_is_kept_cell_by_cell(connection: Connection) -> None:
    event = RentalEvent(rental_id=1, on=date(2026, 2, 5), what="resumed", new_test=True, words="Ñ", recorded_at=AT)
    kept = rental_events.save(connection, event, AT)
    rental_events.save(connection, RentalEvent(id=kept.id, rental_id=1, what="moved"), AT)
    rental_events.set_removed(connection, kept.id, AT, removed=True)
    assert [before.event.what for before in rental_events.before(connection, kept.id)] == ["moved", "resumed"]
    assert rental_events.before(connection, kept.id)[-1].event == kept


def test_a_month_is_settled_once_by_number_and_by_day(connection: Connection) -> None:
    month = RentalMonth(rental_id=1, unit_id=1, starts=date(2026, 1, 10), ends=date(2026, 2, 9), why="elsewhere")
    kept = rental_months.settle(connection, month)
    with pytest.raises(BookProblem, match="settled already"):
        rental_months.settle(connection, month)
    assert rental_months.of_rental(connection, 1) == [kept]
    rental_months.forget(connection, kept.id)
    assert rental_months.of_rental(connection, 1) == []
