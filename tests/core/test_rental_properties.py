"""What holds for every rental: months in order and never more than the cap, a past that no future changes, findings
that stay, and one answer however it is asked."""

from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop.core import months
from desktop.core.finding import Severity
from desktop.core.rental import check, month_on, standing, timeline
from desktop.core.rental_history import (
    EndedWhy,
    Equipment,
    Event,
    History,
    HistoryNotRight,
    InterruptedWhy,
    Payer,
    ReplacedWhy,
    Role,
    What,
)
from desktop.core.rental_standing import Phase, UnitStanding
from desktop.core.rental_timeline import Month, UnitTimeline
from desktop.core.rulebook import Rulebook

BEGIN = date(2022, 1, 28)
HOME_CODES = st.sampled_from(["E0424", "E0439", "E1390", "E1391", "E1405"])
PORTABLE_CODES = st.sampled_from(["E0431", "E0433", "E0434", "E1392", "K0738"])
SPAN = 8 * 365
QUICK = settings(max_examples=60)


def days(most: int = SPAN) -> st.SearchStrategy[date]:
    return st.integers(min_value=0, max_value=most).map(lambda count: BEGIN + timedelta(days=count))


PAYERS = st.one_of(
    st.just(Payer("medicare")),
    st.builds(
        Payer,
        st.sampled_from(["medicare_advantage", "commercial"]),
        st.sampled_from([None, 10, 13, 36]),
        st.sampled_from([None, 30, 60]),
    ),
)


@st.composite
def equipments(draw: st.DrawFn, role: Role) -> Equipment:
    first = draw(days(600))
    paid = draw(st.sampled_from([0, 0, 0, 5]))
    return Equipment(
        role[0],
        role,
        draw(HOME_CODES if role is Role.STATIONARY else PORTABLE_CODES),
        first,
        paid,
        first - timedelta(days=160) if paid else None,
        draw(st.none() | days()),
        draw(st.booleans()),
    )


@st.composite
def events(draw: st.DrawFn) -> Event:
    what = draw(st.sampled_from([*What, What.INTERRUPTED, What.RESUMED, What.RESUMED]))
    on, about, papers = draw(days()), draw(st.sampled_from([None, "s", "p"])), draw(st.booleans())
    whys: dict[What, list[str]] = {
        What.INTERRUPTED: [*InterruptedWhy, InterruptedWhy.NEED_ENDED],
        What.REPLACED: list(ReplacedWhy),
        What.ENDED: list(EndedWhy),
    }
    why = draw(st.sampled_from(whys[what])) if what in whys else None
    if what is What.RESUMED:
        return Event(on, what, about, new_order=papers, new_test=papers, reason="it was over" if papers else None)
    if what is What.CHANGED_MODALITY:
        about = about or "s"
        return Event(on, what, about, code=draw(HOME_CODES if about == "s" else PORTABLE_CODES))
    return Event(on, what, about, why=why, out_of_area=what is What.MOVED and papers)


def taken(history: History, rules: Rulebook) -> bool:
    try:
        check(history, rules.rental)
    except HistoryNotRight:
        return False
    return True


@st.composite
def histories(draw: st.DrawFn, rules: Rulebook) -> History:
    """A history that does not contradict itself: events that would are left out."""
    equipment = draw(
        st.one_of(
            st.tuples(equipments(Role.STATIONARY)),
            st.tuples(equipments(Role.PORTABLE)),
            st.tuples(equipments(Role.STATIONARY), equipments(Role.PORTABLE)),
        )
    )
    history = History(draw(PAYERS), equipment, (), draw(st.sampled_from([None, 1, 2])), draw(st.none() | days()))
    for event in sorted(draw(st.lists(events(), max_size=14)), key=lambda each: each.on):
        longer = with_events(history, *history.events, event)
        history = longer if taken(longer, rules) else history
    return history


def with_events(history: History, *happened: Event) -> History:
    return History(history.payer, history.equipment, happened, history.coverage_group, history.order_ends)


def paid_months(unit: UnitTimeline) -> list[tuple[int, Month]]:
    return [
        (period.number, month)
        for period in unit.periods
        for month in period.months
        if month.paid_on is not None and not month.projected
    ]


@QUICK
@given(st.data())
def test_never_more_than_the_cap_is_paid_in_a_period(rules: Rulebook, data: st.DataObject) -> None:
    history, on = data.draw(histories(rules)), data.draw(days())
    cap = rules.rental.terms(history.payer).cap
    for unit in timeline(history, on, rules).units:
        before = unit.equipment.months_paid_before
        for period in unit.periods:
            paid = [month for month in period.months if month.paid_on is not None]
            assert cap is None or len(paid) + (before if period.number == 1 else 0) <= cap
        assert cap is None or unit.standing.months_paid <= cap


@QUICK
@given(st.data())
def test_months_come_in_order_without_overlap(rules: Rulebook, data: st.DataObject) -> None:
    history, on = data.draw(histories(rules)), data.draw(days())
    for unit in timeline(history, on, rules).units:
        for period in unit.periods:
            numbers = [month.number for month in period.months]
            assert numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True
            assert all(month.starts <= month.ends for month in period.months)
            assert all(month.paid_on in (None, month.starts) for month in period.months)
            assert all(month.projected == (month.starts > on) for month in period.months)
            for before, after in zip(period.months, period.months[1:], strict=False):
                assert before.ends < after.starts
        starts = [period.starts for period in unit.periods]
        assert starts == sorted(starts)
        assert [period.number for period in unit.periods] == list(range(1, len(starts) + 1))


@QUICK
@given(st.data())
def test_no_event_of_the_future_changes_the_past(rules: Rulebook, data: st.DataObject) -> None:
    history, on = data.draw(histories(rules)), data.draw(days())
    past = with_events(history, *(event for event in history.events if event.on <= on))
    assert standing(history, on, rules) == standing(past, on, rules)
    assert timeline(history, on, rules) == timeline(past, on, rules)


@settings(max_examples=25)
@given(st.data())
def test_asking_day_by_day_equals_asking_once(rules: Rulebook, data: st.DataObject) -> None:
    history = data.draw(histories(rules))
    first = data.draw(days())
    last = first + timedelta(days=120)
    once = timeline(history, last, rules)
    delivered = min(each.first_service for each in history.equipment)  # of this day is what a plan does otherwise
    seen: dict[str, dict[tuple[int, int], date]] = {drawn.equipment.id: {} for drawn in once.units}
    findings = standing(history, first, rules).findings
    for count in range(121):
        stands = standing(history, first + timedelta(days=count), rules)
        assert set(findings) <= set(stands.findings)
        assert all(finding.on is None or finding.on <= max(stands.on, delivered) for finding in stands.findings)
        findings = stands.findings
        for unit in stands.equipment:
            if unit.month is not None and unit.month_from is not None:
                seen[unit.id][unit.period, unit.month] = unit.month_from
    assert set(findings) == set(once.findings)
    for drawn in once.units:
        told = {(period, month.number): month.starts for period, month in paid_months(drawn)}
        met = seen[drawn.equipment.id]
        assert met.items() <= told.items()
        # Of two months that begin on one day (a replacement on an anniversary) the day itself shows the later one.
        assert {starts for starts in told.values() if first <= starts <= last} <= set(met.values())


@QUICK
@given(st.data())
def test_an_event_that_changes_nothing_changes_nothing(rules: Rulebook, data: st.DataObject) -> None:
    history, on, when = data.draw(histories(rules)), data.draw(days()), data.draw(days())
    nothing = data.draw(
        st.sampled_from(
            [
                (Event(when, What.MOVED, out_of_area=False),),
                (Event(when, What.INTERRUPTED, why=InterruptedWhy.AWAY), Event(when, What.RESUMED)),
            ]
        )
    )
    longer = with_events(history, *history.events, *nothing)
    assume(taken(longer, rules))
    assert standing(longer, on, rules) == standing(history, on, rules)


@QUICK
@given(st.data())
def test_the_order_in_which_days_are_written_does_not_count(rules: Rulebook, data: st.DataObject) -> None:
    history, on = data.draw(histories(rules)), data.draw(days())
    by_day: dict[date, list[Event]] = {}
    for event in history.events:
        by_day.setdefault(event.on, []).append(event)
    order = data.draw(st.permutations(list(by_day)))
    shuffled = with_events(history, *(event for when in order for event in by_day[when]))
    assert standing(shuffled, on, rules) == standing(history, on, rules)


@QUICK
@given(st.data())
def test_every_answer_agrees_with_itself(rules: Rulebook, data: st.DataObject) -> None:
    history, on = data.draw(histories(rules)), data.draw(days())
    stands = standing(history, on, rules)
    cap = rules.rental.terms(history.payer).cap
    for unit in stands.equipment:
        agrees(unit, on, cap)
    for due in stands.due:
        assert due.on <= on + timedelta(days=90)
        assert due.words.strip()
    assert list(stands.due) == sorted(stands.due, key=lambda due: due.on)
    assert all(found.mark.may_stop for found in stands.findings if found.severity is Severity.STOP)
    cycle = month_on(history, on, rules)
    by_role = {each.role: unit for each, unit in zip(history.equipment, stands.equipment, strict=True)}
    for role, month in ((Role.STATIONARY, cycle.stationary_month), (Role.PORTABLE, cycle.portable_month)):
        unit_of_role = by_role.get(role)
        gone = unit_of_role is None or unit_of_role.phase is Phase.ENDED
        assert month == (None if gone or unit_of_role is None else unit_of_role.service_month)


def agrees(unit: UnitStanding, on: date, cap: int | None) -> None:
    """What one piece of equipment is told holds together."""
    assert (unit.month is None) == (unit.service_month is None)
    if unit.month is not None and unit.service_month is not None:
        assert unit.month == unit.months_paid == (unit.service_month if cap is None else min(unit.service_month, cap))
    if unit.month_from is not None and unit.month_to is not None:
        assert unit.month_from <= on
        assert unit.month_from < unit.month_to
    if unit.phase is Phase.RENTING and unit.month_to is not None:
        assert on <= unit.month_to
        assert unit.next_bill_on in (None, months.after(unit.month_to))
    if unit.next_bill_on is not None:
        assert unit.next_bill_on > on
    if unit.phase in (Phase.CAPPED, Phase.USEFUL_LIFE_OVER):
        assert unit.cap_ends is not None
        assert unit.cap_ends < on
    if unit.phase in (Phase.SUSPENDED, Phase.NEW_PERIOD_NEEDED):
        assert (unit.cap_ends, unit.next_bill_on, unit.contents_from, unit.maintenance_next) == (None,) * 4
    if unit.maintenance_next is not None and unit.maintenance_window_ends is not None:
        assert on <= unit.maintenance_window_ends
        assert unit.maintenance_next < unit.maintenance_window_ends
