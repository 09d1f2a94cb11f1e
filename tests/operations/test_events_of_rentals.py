"""What happens to a rental: noted in the store's words, shown before it is kept, changed and removed again."""

from dataclasses import replace
from datetime import date

import pytest

from db.book.rental_rows import Rental, RentalEvent
from db.book.rows import Plan
from desktop.core.rental_history import EndedWhy, InterruptedWhy, ReplacedWhy, What
from desktop.desk import Desk
from desktop.operations import equipment_register, rental_events, rentals
from desktop.operations.book import Book, BookProblem, happened
from desktop.operations.rentals import Asked
from tests.operations import rented
from tests.operations.rented import HOME, begun, going_out, happens, on, patient

LEFT, BACK = date(2026, 2, 5), date(2026, 2, 20)


@pytest.fixture
def rental(book: Book, desk: Desk) -> Rental:
    """A patient of Medicare with a home unit, in month 2 today."""
    rented.open_store(book)
    return begun(book, desk, patient(book, plan=Plan(kind="medicare", name="Medicare")))


def keys(book: Book, desk: Desk, rental: Rental) -> set[str]:
    """What can happen to the rental today."""
    return {kind.key for kind in rental_events.possible(book, desk, rental.id)}


def next_month(book: Book) -> date | None:
    """The first day of the next month of the only rental in the list."""
    (row,) = rentals.listed(book, Asked()).rows
    return row.standing.next_bill_on


def test_the_stores_words_say_all_that_the_cycle_knows() -> None:
    known = {(kind.what, kind.why) for kind in rental_events.kinds()}
    whys = {What.INTERRUPTED: InterruptedWhy, What.REPLACED: ReplacedWhy, What.ENDED: EndedWhy}
    assert known == {(what.value, None) for what in What if what not in whys} | {("new_order", None)} | {
        (what.value, why.value) for what, reasons in whys.items() for why in reasons
    }


def test_each_event_is_called_as_it_was_noted() -> None:
    for kind in rental_events.kinds():
        assert rental_events.kind_of(RentalEvent(what=kind.what, why=kind.why)) == kind


def test_a_stay_in_hospital_moves_the_next_month(book: Book, desk: Desk, rental: Rental) -> None:
    assert next_month(book) == date(2026, 3, 10)
    happens(book, desk, rental, "hospital", LEFT)
    assert next_month(book) is None
    happens(book, desk, rental, "back", BACK)
    assert next_month(book) == date(2026, 3, 20)


def test_nobody_comes_back_who_did_not_leave(book: Book, desk: Desk, rental: Rental) -> None:
    assert "hospital" in keys(book, desk, rental)
    assert "back" not in keys(book, desk, rental)
    with pytest.raises(BookProblem, match=r"^Back home, Feb 20, 2026: .*Nothing was changed"):
        happens(book, desk, rental, "back", BACK)
    happens(book, desk, rental, "hospital", LEFT)
    assert {"back", "moved", "picked_up"} <= keys(book, desk, rental)
    assert keys(book, desk, rental).isdisjoint({"hospital", "stolen", "service_visit"})
    happens(book, desk, rental, "died", BACK)
    assert keys(book, desk, rental) == set()


def test_what_changes_is_said_before_it_is_kept(book: Book, desk: Desk, rental: Rental) -> None:
    stay = RentalEvent(rental_id=rental.id, on=LEFT, what="interrupted", why="hospital")
    change = rental_events.preview_change(book, desk, stay)
    assert change.problem is None
    assert change.words[:2] == (
        "Home unit: on hold instead of renting.",
        "Home unit: month 1 instead of month 2.",
    )
    assert "Home unit: no further month begins (before: Mar 10, 2026)." in change.words
    assert change.before is not None
    assert change.after is not None
    assert rental_events.possible(book, desk, rental.id)
    assert rentals.show(book, desk, rental.id).events == ()


def test_what_changes_nothing_says_nothing(book: Book, desk: Desk, rental: Rental) -> None:
    moved = RentalEvent(rental_id=rental.id, on=LEFT, what="moved")
    assert rental_events.preview_change(book, desk, moved).words == ()


def test_what_cannot_be_is_said_before_too(book: Book, desk: Desk, rental: Rental) -> None:
    back = RentalEvent(rental_id=rental.id, on=BACK, what="resumed")
    change = rental_events.preview_change(book, desk, back)
    assert change.after is None
    assert change.problem is not None
    assert change.problem.startswith("Back home, Feb 20, 2026: ")
    without_day = rental_events.preview_change(book, desk, replace(back, on=None))
    assert without_day.problem == "The day is not filled in; type the day on which it happened"
    order = replace(back, what="new_order", order_ends=LEFT)
    assert "before that" in str(rental_events.preview_change(book, desk, order).problem)


def test_an_event_is_changed_and_what_it_was_is_kept(book: Book, desk: Desk, rental: Rental) -> None:
    stay = happens(book, desk, rental, "hospital", LEFT, words="St. Mary's")
    happens(book, desk, rental, "back", BACK)
    later = rental_events.record(book, desk, replace(stay, on=date(2026, 2, 12)))
    assert next_month(book) == date(2026, 3, 10)
    assert later.recorded_at == stay.recorded_at
    (before,) = rental_events.before(book, stay.id)
    assert before.event == stay
    told = [(entry.what, entry.noun) for entry in happened(book) if entry.id == stay.id]
    assert ("changed", "rental event") in told


def test_what_an_event_is_changed_to_is_shown_in_its_own_place(book: Book, desk: Desk, rental: Rental) -> None:
    stay = happens(book, desk, rental, "hospital", LEFT)
    happens(book, desk, rental, "back", BACK)
    change = rental_events.preview_change(book, desk, replace(stay, on=date(2026, 2, 12)))
    assert "Home unit: the next month begins Mar 10, 2026 (before: Mar 20, 2026)." in change.words
    gone = rental_events.preview_change(book, desk, stay, removed=True)
    assert gone.problem is not None


def test_an_event_is_removed_and_put_back(book: Book, desk: Desk, rental: Rental) -> None:
    stay = happens(book, desk, rental, "hospital", LEFT)
    back = happens(book, desk, rental, "back", BACK)
    with pytest.raises(BookProblem, match="Nothing was changed"):
        rental_events.remove(book, desk, stay.id)
    rental_events.remove(book, desk, back.id)
    assert next_month(book) is None
    rental_events.remove(book, desk, stay.id)
    assert next_month(book) == date(2026, 3, 10)
    rental_events.undo_remove(book, desk, stay.id)
    assert [event.id for event in rentals.show(book, desk, rental.id).events] == [stay.id]


def test_an_undone_theft_gives_the_piece_back_unless_another_has_it(book: Book, desk: Desk, rental: Rental) -> None:
    unit = rentals.show(book, desk, rental.id).units[0].unit
    stolen = happens(book, desk, rental, "stolen", LEFT, unit_id=unit.id, serial="EVF-9")
    rental_events.remove(book, desk, stolen.id)
    found = equipment_register.by_serial(book, "EVF-1")
    assert found is not None
    assert found.patient_name == "Ida Abernathy"
    rental_events.undo_remove(book, desk, stolen.id)
    begun(book, desk, patient(book, "Zebulon"), going_out(replace(HOME, first_service=BACK)))
    with pytest.raises(BookProblem, match="is with Ida Zebulon"):
        rental_events.remove(book, desk, stolen.id)
    assert rentals.show(book, desk, rental.id).events[0].id == stolen.id


def test_a_new_order_holds_from_its_day(book: Book, desk: Desk, rental: Rental) -> None:
    rentals.save(book, desk, replace(rental, order_ends=date(2026, 3, 20)))
    happens(book, desk, rental, "new_order", date(2026, 3, 15), order_ends=date(2027, 3, 15))
    assert rentals.show(book, desk, rental.id).order_ends == date(2026, 3, 20)
    later = on(desk, date(2026, 3, 15))
    assert rentals.show(book, later, rental.id).order_ends == date(2027, 3, 15)


def test_a_future_pick_up_leaves_the_piece_with_the_patient_until_then(book: Book, desk: Desk, rental: Rental) -> None:
    happens(book, desk, rental, "picked_up", date(2026, 3, 5))
    found = equipment_register.by_serial(book, "EVF-1")
    assert found is not None
    assert found.piece.state == "with_patient"
