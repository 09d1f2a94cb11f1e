"""The sample store: invented, in its own folder, marked, the same on every computer."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.core import npi
from desktop.core.codes import Catalogue
from desktop.core.rulebook import Rulebook
from desktop.desk import Desk
from desktop.operations import (
    begun,
    demo,
    doctors,
    documents,
    drafts,
    due,
    equipment_register,
    patients,
    plans,
    products,
    rental_run,
    rentals,
    store,
    waiting,
)
from desktop.operations.book import Book, BookProblem
from desktop.operations.catalogue import ShippedCatalogue
from desktop.operations.due import Span

TODAY = date(2026, 3, 10)


@pytest.fixture
def shipped_desk(rules: Rulebook, catalogue: ShippedCatalogue) -> Desk:
    """A desk with the real catalog."""
    return Desk(catalogue, rules, lambda _: None, TODAY)


@pytest.fixture
def sample(tmp_path: Path, shipped_desk: Desk) -> Iterator[Book]:
    """The sample store."""
    with demo.open_demo(tmp_path, lambda: shipped_desk) as book:
        yield book


def test_it_is_marked_and_lies_apart(sample: Book, tmp_path: Path) -> None:
    assert store.read(sample).sample
    assert sorted(path.name for path in tmp_path.iterdir()) == ["demo"]


def test_it_has_something_of_everything(sample: Book) -> None:
    assert len(patients.find(sample, "", TODAY, 500)) >= 30
    assert len(products.find(sample)) == 12
    assert all(product.price_new or product.rent for product in products.find(sample))
    assert {plan.kind for plan in plans.find(sample)} >= {"commercial", "medicare", "medicaid", "medicare_advantage"}
    assert {document.state for document in documents.listed(sample)} == {"issued", "waiting", "draft"}
    assert len(documents.listed(sample, states=["issued"], kinds=["superbill"])) >= 5
    assert documents.listed(sample, states=["issued"], kinds=["receipt"])
    assert all(document.reasons and not document.ready for document in waiting.listed(sample))
    assert drafts.listed(sample)


def test_it_has_rentals_in_every_part_of_their_life(sample: Book, shipped_desk: Desk) -> None:
    due.bring_up_to_date(sample, shipped_desk)
    rows = rentals.listed(sample, rentals.Asked()).rows
    assert {row.standing.phase for row in rows} == {"renting", "suspended", "capped", "useful_life_over", "ended"}
    assert {35, 36} & {row.standing.month for row in rows}
    assert all(row.serial for row in rows if row.standing.phase != "ended")
    kinds = {row.due.what for row in due.listed(sample, TODAY, Span.MONTH).rows}
    assert kinds >= {"bill_month", "cap", "maintenance", "useful_life", "order_ends", "paper_missing", "becomes_own"}
    assert {held.piece.state for held in equipment_register.find(sample)} >= {"in_stock", "in_service", "to_check"}


@pytest.mark.parametrize("day", [TODAY, date(2027, 1, 4)])
def test_its_papers_are_of_the_days_before_it_was_made(tmp_path: Path, shipped_desk: Desk, day: date) -> None:
    with demo.open_demo(tmp_path, lambda: replace(shipped_desk, today=day)) as book:
        issued = [document.issued_on for document in documents.listed(book, states=["issued"])]
        assert issued
        assert all(on is not None and day - timedelta(days=10) <= on <= day for on in issued)
        assert all((day - since.date()).days <= 10 for since in begun.waiting_since(book).values())


@pytest.mark.parametrize("day", [date(2026, 3, 31), date(2028, 2, 29)])
def test_its_months_to_bill_become_superbills_on_any_day(tmp_path: Path, shipped_desk: Desk, day: date) -> None:
    desk = replace(shipped_desk, today=day)
    with demo.open_demo(tmp_path, lambda: desk) as book:
        result = rental_run.run(book, desk, day, lambda _done, _all: True)
        (came,) = result.aside
        assert came.aside is not None
        assert came.aside.startswith("There is no doctor's order on file.")
        assert result.issued >= 4
        assert result.paid > 0


def test_everybody_is_plainly_invented(sample: Book) -> None:
    for doctor in doctors.find(sample):
        assert npi.valid(doctor.npi or "")
        assert "-555-01" in (doctor.phone or "")
    assert all("-555-01" in (patient.phone or "") for patient in patients.find(sample, "", TODAY, 500))
    phones = [patient.phone for patient in patients.find(sample, "", TODAY, 500)]
    assert len(phones) == len(set(phones))


def test_two_made_apart_are_the_same(sample: Book, tmp_path: Path, shipped_desk: Desk) -> None:
    with demo.open_demo(tmp_path / "other", lambda: shipped_desk) as other:
        assert documents.listed(other) == documents.listed(sample)
        assert patients.find(other, "", TODAY, 500) == patients.find(sample, "", TODAY, 500)


def test_what_was_done_to_it_stays_until_it_is_begun_anew(
    tmp_path: Path, shipped_desk: Desk, small_catalogue: Catalogue
) -> None:
    def not_asked() -> Desk:
        raise AssertionError

    with demo.open_demo(tmp_path, lambda: shipped_desk) as book:
        doctors.delete(book, doctors.find(book)[0].id)
        left = len(doctors.find(book))
        with pytest.raises(BookProblem, match="open in another"):
            demo.begin_anew(tmp_path, not_asked)
    with demo.open_demo(tmp_path, not_asked) as book:
        assert len(doctors.find(book)) == left
    with demo.begin_anew(tmp_path, lambda: shipped_desk) as book:
        assert len(doctors.find(book)) == left + 1


def test_what_a_power_cut_left_is_made_anew(tmp_path: Path, shipped_desk: Desk) -> None:
    (tmp_path / "demo.part").mkdir()
    (tmp_path / "demo.part" / "book.key").write_text("half", encoding="ascii")
    with demo.open_demo(tmp_path, lambda: shipped_desk) as book:
        assert store.read(book).sample
