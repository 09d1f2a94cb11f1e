"""The due list: read from what is stored, which is what looking anew would say, on whatever day."""

import itertools
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.book import rental_due
from db.book import rentals as rental_rows
from db.book.rental_rows import Rental, RentalPaper
from db.book.rows import Plan
from desktop.core import csv_table
from desktop.core.wrong import Wrong
from desktop.desk import Desk
from desktop.operations import (
    drafts,
    due,
    patients,
    plans,
    rental_events,
    rental_held,
    rental_looking,
    rental_papers,
    rentals,
)
from desktop.operations.book import Book, BookProblem
from desktop.operations.due import Span
from desktop.operations.rentals import Asked
from tests.operations import rented
from tests.operations.rented import HOME, PORTABLE, begun, going_out, happens, on, patient

MEDICARE = Plan(kind="medicare", name="Medicare")
TODAY = date(2026, 3, 2)


def told(book: Book, today: date, span: Span = Span.MONTH, *whats: str) -> list[tuple[date, str]]:
    """Day and kind of what the list shows."""
    return [(row.due.on, row.due.what) for row in due.listed(book, today, span, whats).rows]


def number(book: Book, rental: Rental, what: str) -> int:
    """The first entry of a kind for a rental."""
    return next(row.due.id for row in due.of_rental(book, rental.id) if row.due.what == what)


@pytest.fixture
def rental(book: Book, desk: Desk) -> Rental:
    """A rental whose months 1 and 2 have begun, and are not billed."""
    rented.open_store(book)
    return begun(book, desk, replace(patient(book), number="R-7"))


def test_months_papers_and_orders_are_due(book: Book, desk: Desk, rental: Rental) -> None:
    rentals.save(book, desk, replace(rental, order_ends=date(2026, 3, 20)))
    assert told(book, TODAY, Span.TODAY) == [
        (date(2026, 1, 10), "bill_month"), (date(2026, 2, 10), "bill_month"), (date(2026, 1, 10), "paper_missing"),
    ]  # fmt: skip
    assert told(book, TODAY, Span.WEEK) == told(book, TODAY, Span.TODAY)
    assert told(book, TODAY)[2:4] == [(date(2026, 3, 10), "bill_month"), (date(2026, 3, 20), "order_ends")]
    found = due.listed(book, TODAY, Span.MONTH, limit=1)
    assert (len(found.rows), found.total, found.counts["bill_month"]) == (1, 5, 3)
    assert told(book, TODAY, Span.MONTH, "order_ends") == [(date(2026, 3, 20), "order_ends")]


def test_what_is_done_or_put_off_stays_so_when_it_is_looked_at_again(book: Book, desk: Desk, rental: Rental) -> None:
    paper = number(book, rental, "paper_missing")
    due.done(book, paper)
    month = number(book, rental, "bill_month")
    due.snooze(book, month, date(2026, 3, 9))
    rentals.save(book, desk, replace(rental, note="x"))
    assert told(book, TODAY, Span.TODAY) == [(date(2026, 2, 10), "bill_month")]
    assert (date(2026, 1, 10), "bill_month") in told(book, TODAY, Span.WEEK)
    due.undo_done(book, paper)
    due.snooze(book, month, date(2026, 1, 1))
    assert len(told(book, TODAY, Span.TODAY)) == 3


def test_what_is_gone_cannot_be_marked(book: Book) -> None:
    with pytest.raises(BookProblem, match="no due entry"):
        due.done(book, 99)


def test_a_paper_that_has_come_is_asked_for_no_more_and_again_before_it_ends(
    book: Book, desk: Desk, rental: Rental
) -> None:
    for paper in rentals.show(book, desk, rental.id).papers:
        rental_papers.save(book, desk, replace(paper, state="have", on=date(2026, 1, 9)))
    assert told(book, TODAY, Span.MONTH, "paper_missing") == []
    fresh = RentalPaper(
        rental_id=rental.id, kind="prior_authorization", state="have", on=date(2026, 1, 9), until=date(2026, 4, 1)
    )
    kept = rental_papers.save(book, desk, fresh)
    assert told(book, TODAY, Span.TODAY, "paper_ends") == [(date(2026, 3, 2), "paper_ends")]
    rental_papers.remove(book, desk, kept.id)
    assert told(book, TODAY, Span.MONTH, "paper_ends") == []


def test_a_notice_of_one_day_stays_until_it_is_done(book: Book, desk: Desk, rental: Rental) -> None:
    unit = replace(HOME, first_service=date(2023, 5, 20))
    old = begun(book, desk, patient(book, "Zebulon", MEDICARE), going_out(unit, "EVF-2"))
    assert (date(2026, 2, 20), "cap") in told(book, TODAY, Span.TODAY)
    later = on(desk, date(2026, 3, 24))
    due.bring_up_to_date(book, later)
    assert (date(2026, 3, 20), "cap") in told(book, later.today, Span.TODAY)
    due.done(book, number(book, old, "cap"))
    due.bring_up_to_date(book, on(desk, date(2026, 3, 26)))
    assert (date(2026, 2, 20), "cap") not in told(book, date(2026, 3, 26), Span.TODAY)


def test_why_something_is_there_names_the_rule_and_its_sources(book: Book, desk: Desk, rental: Rental) -> None:
    (rule, *_) = due.why(book, desk, number(book, rental, "bill_month"))
    assert (rule.rule, rule.mark) == ("bill_month", "published")
    known = desk.rules.sources.by_id
    for kind in due.kinds():
        assert kind.because
        assert all(source in known for source in kind.sources)
    (own, *_) = due.why(book, desk, number(book, rental, "paper_missing"))
    assert own.sources


def test_every_kind_of_the_cycle_has_its_words(desk: Desk) -> None:
    assert {what.value for what in desk.rules.rental.due} < {kind.key for kind in due.kinds()}


def test_the_list_is_a_table_too(book: Book, rental: Rental) -> None:
    found = due.listed(book, TODAY, Span.MONTH)
    heading, first, *rest = due.rows_for_paper(found)
    assert heading[:3] == ("Day", "What", "Patient")
    assert first[:6] == ("01/10/2026", "Month to bill", "Ida Abernathy", "361-555-0130", "R-7", "E1390")
    assert len(rest) == found.total - 1
    table = csv_table.read(due.csv(found), csv_table.Most(1_000, 50, 500))
    assert not isinstance(table, Wrong)
    assert len(table.rows) == found.total


def test_only_what_has_moved_is_looked_at_on_a_new_day(book: Book, desk: Desk, rental: Rental) -> None:
    for place in range(3):
        unit = replace(HOME, first_service=date(2026, 1, 11 + place))
        begun(book, desk, patient(book, f"Z{place}"), going_out(unit, f"Z{place}"))
    assert due.bring_up_to_date(book, desk) == 0
    assert due.bring_up_to_date(book, on(desk, date(2026, 3, 9))) == 0
    assert due.bring_up_to_date(book, on(desk, date(2026, 3, 10))) == 1
    assert due.bring_up_to_date(book, on(desk, date(2026, 3, 12))) == 2


def test_a_clock_that_was_wrong_for_a_day_leaves_no_trace(book: Book, desk: Desk, rental: Rental) -> None:
    before = told(book, TODAY)
    due.bring_up_to_date(book, on(desk, date(2029, 1, 1)))
    due.bring_up_to_date(book, desk)
    assert told(book, TODAY) == before


@pytest.fixture
def moved(book: Book, desk: Desk, rental: Rental, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk on a day that has moved three rentals, which are looked at one by one."""
    for place in range(2):
        begun(book, desk, patient(book, f"Z{place}"), going_out(HOME, f"Z{place}"))
    monkeypatch.setattr(due, "_AT_ONCE", 1)
    return on(desk, date(2026, 3, 10))


def test_looking_can_be_stopped_and_goes_on_later(book: Book, moved: Desk) -> None:
    assert due.bring_up_to_date(book, moved, lambda _done, _all: False) == 0
    heard: list[tuple[int, int]] = []

    def go_on(done: int, every: int) -> bool:
        heard.append((done, every))
        return done < 2

    assert due.bring_up_to_date(book, moved, go_on) == 2
    assert due.bring_up_to_date(book, moved, go_on) == 1
    assert heard == [(0, 3), (1, 3), (2, 3), (0, 1), (1, 1)]


def test_what_is_typed_meanwhile_is_kept_between_two_rentals(book: Book, moved: Desk) -> None:
    typed: list[str] = []

    def go_on(done: int, _all: int) -> bool:
        with book.another() as window:
            drafts.keep(window, "patient", {"typed": done})
            typed.append(str(drafts.take_up(window, "patient")))
        return True

    assert due.bring_up_to_date(book, moved, go_on) == 3
    assert len(set(typed)) == 4


def test_what_another_oxydesk_looked_at_is_looked_at_anew(
    book: Book, desk: Desk, rental: Rental, monkeypatch: pytest.MonkeyPatch
) -> None:
    for version in ("0.0.1", "99.0.0"):
        monkeypatch.setattr(due, "VERSION", version)
        monkeypatch.setattr(rental_looking, "VERSION", version)
        assert due.bring_up_to_date(book, desk) == 1
        assert due.bring_up_to_date(book, desk) == 0


KINDS = [kind.key for kind in rental_events.kinds()]
PLANS = [
    MEDICARE,
    Plan(kind="medicare_advantage", name="Prairie", reset_gap_days=60),
    Plan(kind="commercial", name="Ten", cap_months=10, converts_to_ownership=True),
    Plan(kind="commercial", name="Price", caps_at_price=True),
]
BEGINS = date(2023, 1, 10)


def test_what_is_stored_is_what_looking_anew_would_say(book: Book, desk: Desk) -> None:
    rented.open_store(book)
    names = itertools.count()

    @settings(max_examples=25, deadline=None)
    @given(
        st.sampled_from(PLANS),
        st.integers(0, 31),
        st.integers(0, 800) | st.none(),
        st.lists(st.tuples(st.sampled_from(KINDS), st.integers(1, 120)), max_size=5),
        st.lists(st.integers(1, 25), min_size=6, max_size=12),
        st.sampled_from([0, 300, 900, 1040, 1180, 1700]),
    )
    def walk(  # noqa: PLR0917 -- what hypothesis thinks up, each once
        plan: Plan,
        begins: int,
        portable: int | None,
        events: list[tuple[str, int]],
        steps: list[int],
        ahead: int,
    ) -> None:
        first = BEGINS + timedelta(days=begins)
        name = str(next(names))
        units = [going_out(replace(HOME, first_service=first, purchase_price=Decimal("665.00")), f"H{name}")]
        if portable is not None:
            units.append(going_out(replace(PORTABLE, first_service=first + timedelta(days=portable)), f"P{name}"))
        asked = replace(patient(book, plan=plan), coverage_group=2, order_ends=first + timedelta(days=1100))
        late = on(desk, first + timedelta(days=2500))
        rental = begun(book, late, replace(asked, bills_from=first), *units)
        day = first + timedelta(days=ahead // 2)
        for key, after in events:
            day += timedelta(days=after)
            with suppress(BookProblem):
                happens(book, late, rental, key, day, reason="need ended", new_order=True, new_test=True)
        today = first + timedelta(days=ahead)
        rental_due.make_old(book.connection, rental.id)
        for step in steps:
            today += timedelta(days=step)
            now = on(desk, today)
            due.bring_up_to_date(book, now)
            assert stored(book, rental, today) == anew(book, rental, now)
            assert_counted(book)
        rentals.delete(book, late, rental.id)

    walk()


def stored(book: Book, rental: Rental, today: date) -> tuple[list[object], set[object]]:
    """Where the units stand and what is due in the next month, as the lists read it."""
    units: list[object] = [row.standing for row in rentals.listed(book, rentals.Asked()).rows]
    month = today + timedelta(days=30)
    found = (row.due for row in due.of_rental(book, rental.id) if row.due.on <= month)
    return units, {(row.unit_id, row.what, row.on, row.words) for row in found}


def anew(book: Book, rental: Rental, desk: Desk) -> tuple[list[object], set[object]]:
    """The same, from the rental itself."""
    seen = rental_looking.see(rental_held.read(book.connection, rental.id), desk, desk.today)
    looked: rental_due.Looked = rental_looking.looked(seen, desk)
    month = desk.today + timedelta(days=30)
    return list(looked.units), {
        (each.unit_id, each.what, each.on, each.words) for each in looked.due if each.on <= month
    }


COUNTED = {
    "due_counts": "select shows_on, what, count(*) from rental_due where done_at is null group by shows_on, what",
    "standing_counts": "select phase, payer_kind, count(*) from unit_standings where hidden = 0 group by 1, 2",
}


def assert_counted(book: Book) -> None:
    """What is counted as it changes is what counting would say."""
    for counts, counting in COUNTED.items():
        kept = book.connection.execute(f"select * from {counts}").fetchall()  # noqa: S608 -- own names
        assert sorted(kept) == sorted(book.connection.execute(counting).fetchall()), counts


def test_the_counts_are_those_of_the_lists_whatever_happens(book: Book, desk: Desk, rental: Rental) -> None:
    plan = plans.save(book, Plan(kind="commercial", name="Ten", cap_months=10))
    other = begun(book, desk, patient(book, "Zebulon", plan), going_out(HOME, "EVF-2"), going_out(PORTABLE, "POC-2"))
    found = due.listed(book, TODAY, Span.MONTH)
    due.done(book, found.rows[0].due.id)
    due.snooze(book, found.rows[1].due.id, date(2026, 3, 20))
    plans.save(book, replace(plan, kind="medicaid"))
    assert_counted(book)
    assert [row.patient_name for row in rentals.listed(book, Asked(payer_kinds=["medicaid"])).rows] == [
        "Ida Zebulon"
    ] * 2
    patients.delete(book, rental.patient_id)
    assert rentals.listed(book, Asked()).total == 2
    patients.undo_delete(book, rental.patient_id)
    who = patients.read(book, other.patient_id)
    patients.save(book, replace(who, last="Aalto"))
    assert [row.patient_name for row in rentals.listed(book, Asked()).rows] == [
        "Ida Aalto",
        "Ida Aalto",
        "Ida Abernathy",
    ]
    rentals.delete(book, desk, other.id)
    assert rentals.listed(book, Asked()).total == 1
    rentals.undo_delete(book, desk, other.id)
    due.bring_up_to_date(book, on(desk, date(2026, 9, 1)))
    assert_counted(book)
    assert rentals.listed(book, Asked(text="aal")).total == 2


@pytest.mark.parametrize("few", [0, 1_000])
def test_the_list_is_the_same_however_its_rows_are_found(
    book: Book, desk: Desk, rental: Rental, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    for place in range(4):
        unit = replace(HOME, first_service=date(2023, 2 + place, 10))
        begun(book, desk, patient(book, f"Z{place}", MEDICARE), going_out(unit, f"Z{place}"))
    monkeypatch.setattr(rental_rows, "_FEW", few)
    for sort in rental_rows.SORTS:
        forth = rentals.listed(book, Asked(sort=sort, phases=["capped", "renting"])).rows
        back = rentals.listed(book, Asked(sort=sort, descending=True, phases=["capped", "renting"])).rows
        assert len(forth) == len(back) == 5
        assert {row.standing.unit_id for row in forth} == {row.standing.unit_id for row in back}
        pages = [rentals.listed(book, Asked(sort=sort, offset=at, limit=2)) for at in (0, 2, 4)]
        assert tuple(row for page in pages for row in page.rows) == forth
        assert {page.total for page in pages} == {5}
    by_month = rentals.listed(book, Asked(sort="month", descending=True, payer_kinds=["medicare"])).rows
    assert [row.patient_name for row in by_month] == ["Ida Z0", "Ida Z1", "Ida Z2", "Ida Z3"]
