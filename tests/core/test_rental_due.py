"""What is due: from the day asked to 90 days after it, and what is overdue, in order, one word for each."""

import pytest

from desktop.core.rental_standing import DueWhat
from desktop.core.rulebook import Rulebook
from tests.core.rentals import Asked, back, day, ended, history, home, later, portable, stop, visit


def test_each_month_that_begins_within_ninety_days_is_to_be_billed(rules: Rulebook) -> None:
    asked = Asked(rules, history(home("2024-01-01")), "2024-02-01")
    assert asked.due_on(DueWhat.BILL_MONTH) == ["2024-02-01", "2024-03-01", "2024-04-01", "2024-05-01"]
    assert asked.due(DueWhat.BILL_MONTH)[0].words == "Bill month 2 of the home unit (E1390)."
    assert Asked(rules, history(home("2024-01-01")), "2024-01-31").due_on(DueWhat.BILL_MONTH)[-1] == "2024-04-01"


def test_no_month_follows_the_cap(rules: Rulebook) -> None:
    asked = Asked(rules, history(home("2023-04-15")), "2026-02-15")
    assert asked.due_on(DueWhat.BILL_MONTH) == ["2026-02-15", "2026-03-15"]


@pytest.mark.parametrize(
    ("on", "caps"),
    [
        ("2025-10-16", []),
        ("2025-10-17", ["2026-01-15"]),
        ("2026-01-15", ["2026-01-15", "2026-02-15", "2026-03-15"]),
        ("2026-03-15", ["2026-03-15"]),
        ("2026-03-16", []),
    ],
)
def test_the_cap_is_told_when_months_34_35_and_36_begin(on: str, caps: list[str], rules: Rulebook) -> None:
    assert Asked(rules, history(home("2023-04-15")), on).due_on(DueWhat.CAP) == caps


@pytest.mark.parametrize(("days_before", "told"), [(91, False), (90, True), (1, True), (0, True), (-1, False)])
def test_first_contents_are_told_for_their_day(days_before: int, *, told: bool, rules: Rulebook) -> None:
    on = later(day("2026-04-15"), -days_before)
    due = Asked(rules, history(home("2023-04-15", "E0424")), on).due_on(DueWhat.CONTENTS)
    assert due == (["2026-04-15"] if told else [])


@pytest.mark.parametrize(
    ("on", "told"),
    [
        ("2026-07-16", []),
        ("2026-07-17", ["2026-10-15"]),
        ("2026-11-14", ["2026-10-15"]),
        ("2026-11-15", []),
    ],
)
def test_a_service_visit_is_told_until_its_month_is_over(on: str, told: list[str], rules: Rulebook) -> None:
    assert Asked(rules, history(home("2023-04-15")), on).due_on(DueWhat.MAINTENANCE) == told


def test_a_service_visit_that_was_made_is_done(rules: Rulebook) -> None:
    rental = history(home("2023-04-15"), visit("2026-10-20"))
    assert Asked(rules, rental, "2026-10-20").due_on(DueWhat.MAINTENANCE) == []


@pytest.mark.parametrize(
    ("days_before", "told"),
    [
        (151, []),
        (150, ["2028-02-15"]),
        (90, ["2028-02-15", "2028-04-15"]),
        (60, ["2028-02-15", "2028-04-15"]),
        (59, ["2028-04-15"]),
        (0, ["2028-04-15"]),
        (-1, []),
    ],
)
def test_the_end_of_the_useful_life_is_told_sixty_days_before_and_on_the_day(
    days_before: int, told: list[str], rules: Rulebook
) -> None:
    on = later(day("2028-04-15"), -days_before)
    assert Asked(rules, history(home("2023-04-15")), on).due_on(DueWhat.USEFUL_LIFE) == told


@pytest.mark.parametrize(("group", "asked_again"), [(1, False), (2, True), (3, True), (None, False)])
def test_groups_2_and_3_are_tested_again(group: int | None, *, asked_again: bool, rules: Rulebook) -> None:
    due = Asked(rules, history(home("2024-03-01"), coverage_group=group), "2024-03-01").due_on(DueWhat.RETEST)
    assert due == (["2024-04-30"] if asked_again else [])


@pytest.mark.parametrize(
    ("on", "told"), [("2024-01-30", False), ("2024-01-31", True), ("2024-05-29", True), ("2024-05-30", False)]
)
def test_the_retest_is_told_to_its_last_day(on: str, *, told: bool, rules: Rulebook) -> None:
    due = Asked(rules, history(home("2024-03-01"), coverage_group=2), on).due(DueWhat.RETEST)
    assert [each.on for each in due] == ([day("2024-04-30")] if told else [])
    assert all("2024-05-29" in each.words for each in due)


@pytest.mark.parametrize(("on", "told"), [("2024-04-01", False), ("2024-04-02", True), ("2025-01-01", True)])
def test_an_order_that_ends_is_told_until_there_is_a_new_one(on: str, *, told: bool, rules: Rulebook) -> None:
    rental = history(home(), portable(), order_ends=day("2024-07-01"))
    due = Asked(rules, rental, on).due(DueWhat.ORDER_ENDS)
    assert [(each.on, each.equipment) for each in due] == ([(day("2024-07-01"), None)] if told else [])


def test_of_what_has_ended_nothing_is_due(rules: Rulebook) -> None:
    rental = history(home(), ended("2024-03-01"), order_ends=day("2024-03-05"), coverage_group=2)
    assert Asked(rules, rental, "2024-03-01").standing.due == ()


def test_while_a_stop_is_open_no_month_is_due(rules: Rulebook) -> None:
    rental = history(home(), stop("2024-06-20"), back("2024-08-01"))
    assert Asked(rules, rental, "2024-06-20").due_on(DueWhat.BILL_MONTH) == []
    assert Asked(rules, rental, "2024-08-01").due_on(DueWhat.BILL_MONTH)[0] == "2024-08-01"


def test_due_is_in_the_order_of_days_then_kinds_then_equipment(rules: Rulebook) -> None:
    rental = history(portable("2023-05-01"), home("2023-05-01"), order_ends=day("2026-03-01"))
    due = Asked(rules, rental, "2026-02-02").standing.due
    assert [(str(each.on), str(each.what), each.equipment) for each in due][:5] == [
        ("2026-03-01", "bill_month", "p"),
        ("2026-03-01", "bill_month", "s"),
        ("2026-03-01", "cap", "p"),
        ("2026-03-01", "cap", "s"),
        ("2026-03-01", "order_ends", None),
    ]
