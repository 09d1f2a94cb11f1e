"""Which month a rental is in: the anniversaries, what moves them, and the cap, below, at and above each day."""

import pytest

from desktop.core.rental_history import Payer, What
from desktop.core.rental_standing import Phase
from desktop.core.rulebook import Rulebook
from tests.core.rentals import Asked, back, day, ended, event, history, home, portable, replaced, stop


@pytest.mark.parametrize(
    ("on", "month", "starts", "ends"),
    [
        ("2023-04-15", 1, "2023-04-15", "2023-05-14"),
        ("2024-01-14", 9, "2023-12-15", "2024-01-14"),
        ("2024-01-15", 10, "2024-01-15", "2024-02-14"),
        ("2026-03-14", 35, "2026-02-15", "2026-03-14"),
        ("2026-03-15", 36, "2026-03-15", "2026-04-14"),
        ("2026-04-14", 36, "2026-03-15", "2026-04-14"),
    ],
)
def test_a_month_lasts_to_the_day_before_its_anniversary(
    on: str, month: int, starts: str, ends: str, rules: Rulebook
) -> None:
    unit = Asked(rules, history(home("2023-04-15")), on).unit()
    assert (unit.month, unit.service_month, unit.months_paid) == (month, month, month)
    assert (unit.month_from, unit.month_to) == (day(starts), day(ends))
    assert unit.phase is Phase.RENTING
    assert (unit.cap_ends, unit.useful_life_ends) == (day("2026-04-14"), day("2028-04-15"))
    assert unit.maintenance_from == day("2026-10-15")


def test_after_the_last_day_of_the_cap_month_the_rent_is_over(rules: Rulebook) -> None:
    unit = Asked(rules, history(home("2023-04-15")), "2026-04-15").unit()
    assert (unit.phase, unit.month, unit.service_month) == (Phase.CAPPED, 36, 37)
    assert (unit.month_from, unit.month_to, unit.next_bill_on) == (None, None, None)
    assert unit.months_paid == 36


@pytest.mark.parametrize(("on", "next_bill"), [("2026-03-14", "2026-03-15"), ("2026-03-15", None)])
def test_from_the_cap_month_on_no_bill_follows(on: str, next_bill: str | None, rules: Rulebook) -> None:
    unit = Asked(rules, history(home("2023-04-15")), on).unit()
    assert unit.next_bill_on == (day(next_bill) if next_bill else None)


def test_months_that_begin_on_the_31st_are_clipped_and_never_chained(rules: Rulebook) -> None:
    rental = history(home("2023-01-31"))
    starts = [Asked(rules, rental, on).unit().month_from for on in ("2023-02-28", "2023-03-31", "2023-04-30")]
    assert starts == [day("2023-02-28"), day("2023-03-31"), day("2023-04-30")]
    assert Asked(rules, rental, "2023-03-30").unit().month == 2


def test_before_the_delivery_nothing_has_begun(rules: Rulebook) -> None:
    unit = Asked(rules, history(home("2024-01-10")), "2024-01-09").unit()
    assert (unit.phase, unit.month, unit.service_month, unit.months_paid) == (Phase.NOT_STARTED, None, None, 0)
    assert (unit.month_from, unit.month_to, unit.next_bill_on) == (None, None, day("2024-01-10"))
    assert Asked(rules, history(home("2024-01-10")), "2024-01-10").unit().month == 1


@pytest.mark.parametrize(
    ("resumed", "month", "starts", "ends"),
    [
        ("2024-07-09", 6, "2024-06-10", "2024-07-09"),
        ("2024-07-10", 7, "2024-07-10", "2024-08-09"),
        ("2024-07-11", 7, "2024-07-11", "2024-08-10"),
        ("2024-08-29", 7, "2024-08-29", "2024-09-28"),
    ],
)
def test_a_stop_over_the_anniversary_moves_it(
    resumed: str, month: int, starts: str, ends: str, rules: Rulebook
) -> None:
    asked = Asked(rules, history(home(), stop("2024-06-20"), back(resumed)), resumed)
    unit = asked.unit()
    assert (unit.period, unit.month) == (1, month)
    assert (unit.month_from, unit.month_to) == (day(starts), day(ends))
    assert ("anniversary-moved" in asked.rules) == (resumed > "2024-07-10")


def test_a_stop_that_begins_on_the_anniversary_holds_that_month_back(rules: Rulebook) -> None:
    rental = history(home(), stop("2024-07-10"), back("2024-07-12"))
    assert Asked(rules, rental, "2024-07-10").unit().month == 6
    assert Asked(rules, rental, "2024-07-12").unit().month_from == day("2024-07-12")
    assert Asked(rules, rental, "2024-08-12").unit().month == 8


def test_a_stop_on_the_day_of_the_delivery_finds_month_one_paid(rules: Rulebook) -> None:
    unit = Asked(rules, history(home(), stop("2024-01-10")), "2024-03-01").unit()
    assert (unit.phase, unit.month, unit.months_paid) == (Phase.SUSPENDED, 1, 1)


@pytest.mark.parametrize("why", ["other_payer", "away", "need_ended"])
def test_only_stays_are_told_in_item_19(why: str, rules: Rulebook) -> None:
    asked = Asked(rules, history(home(), stop("2024-07-01", why), back("2024-07-15")), "2024-07-15")
    assert asked.unit().month_from == day("2024-07-15")
    assert asked.rules == []


def test_a_stay_is_told_with_its_days_for_item_19(rules: Rulebook) -> None:
    rental = history(home(), stop("2024-07-01", "skilled_nursing"), back("2024-07-15"))
    words = Asked(rules, rental, "2024-07-15").finding("anniversary-moved").words
    assert "2024-07-01 to 2024-07-15; new anniversary date 2024-07-15" in words


def test_while_a_stop_is_open_the_coming_days_are_unknown(rules: Rulebook) -> None:
    unit = Asked(rules, history(home(code="E0424"), stop("2024-06-20")), "2024-09-30").unit()
    assert (unit.phase, unit.month, unit.service_month) == (Phase.SUSPENDED, 6, 6)
    assert (unit.month_from, unit.month_to) == (day("2024-06-10"), day("2024-07-09"))
    assert (unit.cap_ends, unit.next_bill_on, unit.contents_from, unit.maintenance_from) == (None,) * 4
    assert unit.useful_life_ends == day("2029-01-10")


@pytest.mark.parametrize(("stopped", "phase"), [("2026-12-10", Phase.SUSPENDED), ("2026-12-11", Phase.RENTING)])
def test_once_the_cap_month_has_begun_a_stop_changes_nothing(stopped: str, phase: Phase, rules: Rulebook) -> None:
    unit = Asked(rules, history(home(), stop(stopped)), "2026-12-20").unit()
    assert unit.phase is phase
    assert unit.cap_ends == (None if phase is Phase.SUSPENDED else day("2027-01-09"))


def test_a_stop_over_the_beginning_of_the_cap_month_moves_the_cap(rules: Rulebook) -> None:
    unit = Asked(rules, history(home(), stop("2026-12-01"), back("2027-01-05")), "2027-01-05").unit()
    assert (unit.month, unit.cap_ends) == (36, day("2027-02-04"))


def test_months_paid_to_another_supplier_are_counted(rules: Rulebook) -> None:
    rental = history(home(months_paid_before=13, useful_life_from=day("2022-12-10")))
    unit = Asked(rules, rental, "2024-01-10").unit()
    assert (unit.month, unit.months_paid, unit.useful_life_ends) == (14, 14, day("2027-12-10"))
    assert unit.cap_ends == day("2025-12-09")


def test_after_a_restart_the_count_begins_at_one_again(rules: Rulebook) -> None:
    unit = home(months_paid_before=13, useful_life_from=day("2022-12-10"))
    stands = Asked(rules, history(unit, replaced("2024-05-02", "stolen")), "2024-05-02").unit()
    assert (stands.period, stands.month, stands.useful_life_ends) == (2, 1, day("2029-05-02"))


@pytest.mark.parametrize("on", ["2024-03-10", "2024-06-01"])
def test_a_month_that_would_begin_on_the_day_of_the_end_does_not(on: str, rules: Rulebook) -> None:
    unit = Asked(rules, history(home(), ended("2024-03-10")), on).unit()
    assert (unit.phase, unit.month, unit.service_month, unit.months_paid) == (Phase.ENDED, 2, 2, 2)
    assert (unit.next_bill_on, unit.cap_ends, unit.maintenance_from) == (None, None, None)
    assert unit.useful_life_ends == day("2029-01-10")


@pytest.mark.parametrize(("left", "cap"), [("2026-12-10", None), ("2026-12-11", "2027-01-09")])
def test_the_cap_is_told_of_what_ended_only_if_it_was_reached(left: str, cap: str | None, rules: Rulebook) -> None:
    unit = Asked(rules, history(home(), ended(left)), "2028-01-01").unit()
    assert unit.cap_ends == (day(cap) if cap else None)


def test_an_event_without_equipment_concerns_what_is_in_service(rules: Rulebook) -> None:
    rental = history(home(), portable("2024-06-25"), stop("2024-06-20"), back("2024-07-20"))
    asked = Asked(rules, rental, "2024-07-26")
    assert asked.unit("s").month_from == day("2024-07-20")
    assert asked.unit("p").month_from == day("2024-07-25")


@pytest.mark.parametrize(
    ("payer", "cap"),
    [
        (Payer("commercial", 10), "2024-11-09"),
        (Payer("medicaid", 13), "2025-02-09"),
        (Payer("tricare", 36), "2027-01-09"),
        (Payer("commercial"), None),
        (Payer("medicare_advantage"), "2027-01-09"),
        (Payer("medicare_advantage", 13), "2025-02-09"),
        (Payer("medicare", 13), "2027-01-09"),
    ],
)
def test_each_plan_has_its_cap(payer: Payer, cap: str | None, rules: Rulebook) -> None:
    unit = Asked(rules, history(home(code="E0424"), payer=payer), "2024-02-01").unit()
    assert unit.cap_ends == (day(cap) if cap else None)
    medicares = payer.kind.startswith("medicare")
    assert (unit.contents_code is not None) == medicares
    assert (unit.useful_life_ends is not None) == medicares


def test_without_a_cap_the_rent_goes_on(rules: Rulebook) -> None:
    unit = Asked(rules, history(home(), payer=Payer("none")), "2034-01-10").unit()
    assert (unit.phase, unit.month, unit.next_bill_on) == (Phase.RENTING, 121, day("2034-02-10"))


def test_a_changed_modality_changes_the_code_only(rules: Rulebook) -> None:
    changed = event("2024-05-02", What.CHANGED_MODALITY, "s", code="E0439")
    asked = Asked(rules, history(home(), changed), "2024-05-02")
    plain = Asked(rules, history(home()), "2024-05-02").unit()
    unit = asked.unit()
    assert (unit.code, plain.code) == ("E0439", "E1390")
    assert (unit.period, unit.month, unit.month_to, unit.useful_life_ends) == (
        plain.period,
        plain.month,
        plain.month_to,
        plain.useful_life_ends,
    )
    assert unit.contents_code == "E0442"
    assert asked.rules == ["modality-needs-order"]


def test_moving_away_changes_nothing_before_the_cap(rules: Rulebook) -> None:
    moved = event("2027-01-09", What.MOVED, out_of_area=True)
    assert Asked(rules, history(home(), moved), "2027-02-01").rules == []


@pytest.mark.parametrize(("out_of_area", "noticed"), [(True, ["must-arrange-service"]), (False, [])])
def test_after_the_cap_the_store_arranges_service_elsewhere(
    *, out_of_area: bool, noticed: list[str], rules: Rulebook
) -> None:
    moved = event("2027-01-10", What.MOVED, out_of_area=out_of_area)
    assert Asked(rules, history(home(), moved), "2027-01-10").rules == noticed
