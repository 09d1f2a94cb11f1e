"""A rental in one picture: every month with its days, what is projected, what happened, and what lies after the cap."""

from desktop.core.rental import month_on, timeline
from desktop.core.rental_history import History, InterruptedWhy, Payer, What
from desktop.core.rental_timeline import Period, UnitTimeline
from desktop.core.request import Cycle
from desktop.core.rulebook import Rulebook
from tests.core.rentals import back, day, ended, event, history, home, portable, replaced, stop, visit


def drawn(rules: Rulebook, asked: History, on: str, name: str = "s") -> UnitTimeline:
    picture = timeline(asked, day(on), rules)
    return next(unit for unit in picture.units if unit.equipment.id == name)


def projected(period: Period) -> list[int]:
    return [month.number for month in period.months if month.projected]


def test_a_running_rental_is_projected_to_the_end_of_its_useful_life(rules: Rulebook) -> None:
    (period,) = drawn(rules, history(home("2024-01-10")), "2024-03-10").periods
    assert [month.number for month in period.months] == list(range(1, 61))
    assert projected(period) == list(range(4, 61))
    assert [month.number for month in period.months if month.paid_on is not None] == list(range(1, 37))
    third = period.months[2]
    assert (third.starts, third.ends, third.paid_on) == (day("2024-03-10"), day("2024-04-09"), day("2024-03-10"))
    assert period.months[-1].ends == day("2029-01-09")
    assert (period.cap_ends, period.useful_life_ends) == (day("2027-01-09"), day("2029-01-10"))


def test_a_gap_stands_between_the_months_that_an_interruption_parted(rules: Rulebook) -> None:
    asked = history(home("2024-01-10"), stop("2024-06-20"), back("2024-08-29"))
    unit = drawn(rules, asked, "2024-09-01")
    sixth, seventh = unit.periods[0].months[5:7]
    assert (sixth.ends, seventh.starts) == (day("2024-07-09"), day("2024-08-29"))
    (gap,) = unit.interruptions
    assert (gap.starts, gap.ends, gap.why) == (day("2024-06-20"), day("2024-08-29"), InterruptedWhy.HOSPITAL)


def test_while_a_stop_is_open_nothing_is_projected(rules: Rulebook) -> None:
    unit = drawn(rules, history(home("2024-01-10"), stop("2024-06-20")), "2024-09-01")
    assert projected(unit.periods[0]) == []
    assert [month.number for month in unit.periods[0].months] == [1, 2, 3, 4, 5, 6]
    assert unit.interruptions[0].ends is None
    assert unit.periods[0].blocks == ()


def test_a_replacement_closes_one_period_and_opens_the_next(rules: Rulebook) -> None:
    asked = history(home("2024-01-10"), replaced("2024-09-03", "stolen", code="E1391"))
    unit = drawn(rules, asked, "2024-10-01")
    old, new = unit.periods
    assert [month.number for month in old.months] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert (old.over_on, old.cap_ends, old.useful_life_ends) == (day("2024-09-03"), None, day("2029-01-10"))
    assert (new.began_by, new.starts, new.over_on) == ("stolen", day("2024-09-03"), None)
    assert [(each.day, each.code) for each in unit.codes] == [
        (day("2024-01-10"), "E1390"),
        (day("2024-09-03"), "E1391"),
    ]


def test_a_break_in_need_begins_a_period_of_its_own(rules: Rulebook) -> None:
    asked = history(home("2024-01-10"), stop("2024-06-20", "need_ended"), back("2024-10-15", papers=True))
    assert [period.began_by for period in drawn(rules, asked, "2024-11-01").periods] == [
        "first_service",
        "break_in_need",
    ]


def test_a_gap_of_the_plan_begins_a_period_of_its_own(rules: Rulebook) -> None:
    asked = history(
        home("2024-01-10"), stop("2024-06-20"), back("2024-10-15"), payer=Payer("commercial", 13, reset_gap_days=60)
    )
    old, new = drawn(rules, asked, "2024-11-01").periods
    assert (new.began_by, len(old.months), len(new.months)) == ("reset_gap", 6, 13)


def test_blocks_show_their_first_month_and_the_visit_in_it(rules: Rulebook) -> None:
    asked = history(home("2022-01-10"), visit("2025-07-20"), visit("2025-09-01"))
    (period,) = drawn(rules, asked, "2025-10-01").periods
    assert [str(block.starts) for block in period.blocks] == ["2025-07-10", "2026-01-10", "2026-07-10"]
    first, second = period.blocks[:2]
    assert (first.window_ends, first.ends, first.visit) == (day("2025-08-09"), day("2026-01-09"), day("2025-07-20"))
    assert second.visit is None


def test_blocks_go_on_with_the_days_and_end_with_the_period(rules: Rulebook) -> None:
    asked = history(home("2022-01-10"), replaced("2028-01-20", "useful_life"))
    old = drawn(rules, asked, "2028-02-01").periods[0]
    assert str(old.blocks[-1].starts) == "2028-01-10"
    assert (old.cap_ends, old.over_on) == (day("2025-01-09"), day("2028-01-20"))


def test_a_plan_without_end_shows_what_has_begun(rules: Rulebook) -> None:
    (period,) = drawn(rules, history(home("2024-01-10"), payer=Payer("none")), "2024-03-10").periods
    assert [month.number for month in period.months] == [1, 2, 3]
    assert period.blocks == ()


def test_what_has_ended_keeps_its_months(rules: Rulebook) -> None:
    moved = event("2024-02-01", What.MOVED, out_of_area=True)
    unit = drawn(rules, history(home("2024-01-10"), moved, ended("2024-03-15")), "2025-01-01")
    assert [month.number for month in unit.periods[0].months] == [1, 2, 3]
    assert (unit.ended_on, unit.periods[0].over_on, unit.moves) == (
        day("2024-03-15"),
        day("2024-03-15"),
        (day("2024-02-01"),),
    )


def test_a_patient_from_another_supplier_begins_in_the_middle(rules: Rulebook) -> None:
    asked = history(home("2024-01-10", months_paid_before=13, useful_life_from=day("2022-12-10")))
    (period,) = drawn(rules, asked, "2024-01-10").periods
    assert (period.months[0].number, period.months[0].starts) == (14, day("2024-01-10"))


def test_choosing_codes_is_told_the_months_of_service(rules: Rulebook) -> None:
    asked = history(home("2022-01-10"), portable("2025-01-10"), ended("2025-06-01", "p"))
    assert month_on(asked, day("2025-01-09"), rules) == Cycle(36, None)
    assert month_on(asked, day("2025-05-31"), rules) == Cycle(41, 5)
    assert month_on(asked, day("2025-06-01"), rules) == Cycle(41, None)
