"""What starts a new period and what does not: breaks in need, gaps of a plan, replacements, below, at and above."""

import pytest

from desktop.core.finding import Mark, Severity
from desktop.core.rental_history import Event, Payer, What
from desktop.core.rental_standing import DueWhat, Phase
from desktop.core.rulebook import Rulebook
from tests.core.rentals import Asked, back, day, ended, event, history, home, portable, replaced, stop

NEED_ENDED = stop("2024-06-20", "need_ended")  # month 6 ends 2024-07-09


@pytest.mark.parametrize(
    ("resumed", "period", "month", "noticed"),
    [
        ("2024-08-01", 1, 7, []),
        ("2024-09-07", 1, 7, []),
        ("2024-09-08", 1, 7, ["interruption-boundary"]),
        ("2024-09-09", 2, 1, ["break-in-need"]),
        ("2024-10-15", 2, 1, ["break-in-need"]),
    ],
)
def test_a_break_longer_than_the_month_and_sixty_days_starts_anew(
    resumed: str, period: int, month: int, noticed: list[str], rules: Rulebook
) -> None:
    asked = Asked(rules, history(home(), NEED_ENDED, back(resumed, papers=True)), resumed)
    unit = asked.unit()
    assert (unit.period, unit.month, unit.month_from) == (period, month, day(resumed))
    assert asked.rules == noticed
    assert unit.useful_life_ends == day("2029-01-10" if period == 1 else str(2024 + 5) + resumed[4:])


def test_use_that_ceased_on_an_anniversary_is_counted_from_the_day_before(rules: Rulebook) -> None:
    rental = history(home(), stop("2024-07-10", "need_ended"), back("2024-09-08"))
    assert Asked(rules, rental, "2024-09-08").rules == ["interruption-boundary"]


def test_the_useful_life_after_a_break_is_not_settled(rules: Rulebook) -> None:
    found = Asked(rules, history(home(), NEED_ENDED, back("2024-10-15", papers=True)), "2024-10-15")
    assert found.finding("break-in-need").mark is Mark.UNVERIFIED


def test_papers_that_are_missing_hold_everything_up(rules: Rulebook) -> None:
    without_test = event("2024-10-15", What.RESUMED, new_order=True, new_test=False, reason="new disease")
    rental = history(home(), NEED_ENDED, without_test, back("2024-12-01", papers=True))
    asked = Asked(rules, rental, "2024-11-30")
    unit = asked.unit()
    assert (unit.phase, unit.period, unit.month, unit.next_bill_on) == (Phase.NEW_PERIOD_NEEDED, 1, 6, None)
    assert (unit.month_from, unit.month_to, unit.cap_ends) == (day("2024-06-10"), day("2024-07-09"), None)
    found = asked.finding("break-in-need-documents")
    assert (found.severity, found.on) == (Severity.STOP, day("2024-10-15"))
    assert "missing: a new test." in found.words
    assert asked.due_on(DueWhat.NEW_PERIOD_PAPERS) == ["2024-10-15"]
    assert asked.due_on(DueWhat.BILL_MONTH) == []
    healed = Asked(rules, rental, "2024-12-01")
    assert (healed.unit().period, healed.unit().month, healed.unit().phase) == (2, 1, Phase.RENTING)
    assert healed.rules == ["break-in-need-documents", "break-in-need"]


@pytest.mark.parametrize(
    "lacking",
    [
        event("2024-10-15", What.RESUMED, new_test=True, reason="new disease"),
        event("2024-10-15", What.RESUMED, new_order=True, reason="new disease"),
        event("2024-10-15", What.RESUMED, new_order=True, new_test=True),
    ],
)
def test_each_of_the_three_papers_is_needed(lacking: Event, rules: Rulebook) -> None:
    asked = Asked(rules, history(home(), NEED_ENDED, lacking), "2024-10-15")
    assert asked.unit().phase is Phase.NEW_PERIOD_NEEDED


def test_other_events_do_not_end_the_waiting(rules: Rulebook) -> None:
    rental = history(
        home(),
        NEED_ENDED,
        back("2024-10-15"),
        stop("2024-11-01"),
        back("2024-11-05"),
        event("2024-11-06", What.MAINTENANCE_VISIT),
        event("2024-11-07", What.CHANGED_MODALITY, code="E1391"),
        replaced("2024-11-08", "worn"),
        event("2024-11-09", What.MOVED, out_of_area=True),
    )
    unit = Asked(rules, rental, "2024-12-01").unit()
    assert (unit.phase, unit.code, unit.month) == (Phase.NEW_PERIOD_NEEDED, "E1391", 6)
    assert Asked(rules, rental, "2024-11-02").unit().phase is Phase.NEW_PERIOD_NEEDED


def test_a_loss_ends_the_waiting(rules: Rulebook) -> None:
    rental = history(home(), NEED_ENDED, back("2024-10-15"), replaced("2024-11-08", "lost"))
    unit = Asked(rules, rental, "2024-11-08").unit()
    assert (unit.phase, unit.period, unit.month) == (Phase.RENTING, 2, 1)


def test_an_end_ends_the_waiting(rules: Rulebook) -> None:
    rental = history(home(), NEED_ENDED, back("2024-10-15"), ended("2024-11-08"))
    asked = Asked(rules, rental, "2024-11-08")
    assert (asked.unit().phase, asked.unit().months_paid) == (Phase.ENDED, 6)
    assert asked.standing.due == ()


@pytest.mark.parametrize("why", ["hospital", "skilled_nursing", "other_payer", "away"])
def test_no_other_reason_starts_a_new_period_however_long(why: str, rules: Rulebook) -> None:
    rental = history(home(), stop("2024-06-20", why), back("2026-06-20"))
    unit = Asked(rules, rental, "2026-06-20").unit()
    assert (unit.period, unit.month) == (1, 7)


@pytest.mark.parametrize(("stopped", "period"), [("2026-12-10", 2), ("2026-12-11", 1)])
def test_once_the_cap_is_reached_no_break_starts_a_new_period(stopped: str, period: int, rules: Rulebook) -> None:
    rental = history(home(), stop(stopped, "need_ended"), back("2027-12-01", papers=True))
    assert Asked(rules, rental, "2027-12-01").unit().period == period


@pytest.mark.parametrize(("resumed", "period"), [("2024-08-18", 1), ("2024-08-19", 2), ("2024-08-20", 2)])
@pytest.mark.parametrize("kind", ["medicare_advantage", "commercial", "medicaid"])
def test_a_plan_with_a_gap_starts_anew_after_it(kind: str, resumed: str, period: int, rules: Rulebook) -> None:
    payer = Payer(kind, None, 60)
    unit = Asked(rules, history(home(), stop("2024-06-20"), back(resumed), payer=payer), resumed).unit()
    assert unit.period == period
    assert unit.month == (7 if period == 1 else 1)


def test_the_gap_of_a_plan_is_not_asked_for_medicare(rules: Rulebook) -> None:
    rental = history(home(), stop("2024-06-20"), back("2025-06-20"), payer=Payer("medicare", None, 60))
    assert Asked(rules, rental, "2025-06-20").unit().period == 1


def test_a_plan_without_a_gap_never_starts_anew(rules: Rulebook) -> None:
    rental = history(home(), NEED_ENDED, back("2025-06-20"), payer=Payer("commercial"))
    asked = Asked(rules, rental, "2025-06-20")
    assert (asked.unit().period, asked.unit().month, asked.rules) == (1, 7, [])


def test_medicare_advantage_without_a_gap_goes_by_the_break(rules: Rulebook) -> None:
    rental = history(home(), NEED_ENDED, back("2024-10-15"), payer=Payer("medicare_advantage"))
    asked = Asked(rules, rental, "2024-10-15")
    assert asked.unit().phase is Phase.NEW_PERIOD_NEEDED
    assert asked.rules == ["plan-rules-vary", "break-in-need-documents"]


def test_medicare_advantage_with_a_gap_needs_no_papers(rules: Rulebook) -> None:
    rental = history(home(), NEED_ENDED, back("2024-10-15"), payer=Payer("medicare_advantage", None, 60))
    asked = Asked(rules, rental, "2024-10-15")
    assert (asked.unit().period, asked.unit().useful_life_ends) == (2, day("2029-10-15"))
    assert asked.rules == ["plan-rules-vary"]


@pytest.mark.parametrize("why", ["lost", "stolen", "damaged", "supplier_exit"])
def test_a_loss_starts_a_new_period_and_a_new_useful_life(why: str, rules: Rulebook) -> None:
    rental = history(home(warranty_labour_ends=day("2030-01-01")), replaced("2024-09-03", why, code="E1391"))
    asked = Asked(rules, rental, "2024-09-03")
    unit = asked.unit()
    assert (unit.period, unit.month, unit.code, unit.useful_life_ends) == (2, 1, "E1391", day("2029-09-03"))
    assert unit.maintenance_from == day("2028-03-03")
    assert asked.rules == ["replacement-narrative"]


def test_what_is_worn_is_replaced_free_and_nothing_changes(rules: Rulebook) -> None:
    asked = Asked(rules, history(home(), replaced("2024-09-03", "worn", code="E1391")), "2024-09-03")
    assert asked.unit() == Asked(rules, history(home()), "2024-09-03").unit()
    assert asked.rules == ["supplier-replaces-free"]


@pytest.mark.parametrize(("on", "period"), [("2029-01-09", 1), ("2029-01-10", 2), ("2029-01-11", 2)])
def test_the_useful_life_must_be_over(on: str, period: int, rules: Rulebook) -> None:
    asked = Asked(rules, history(home(), replaced(on, "useful_life")), on)
    assert asked.unit().period == period
    assert asked.rules[-1] == ("useful-life-not-over" if period == 1 else "replacement-narrative")


@pytest.mark.parametrize(("on", "period"), [("2028-04-30", 1), ("2028-05-01", 2)])
def test_a_portable_may_be_replaced_with_the_home_unit(on: str, period: int, rules: Rulebook) -> None:
    rental = history(home("2023-05-01"), portable("2025-01-10"), replaced(on, "useful_life"))
    assert Asked(rules, rental, on).unit("p").period == period


def test_a_portable_may_be_replaced_when_its_own_five_years_are_over(rules: Rulebook) -> None:
    rental = history(home("2025-01-10"), portable("2023-05-01"), replaced("2028-05-01", "useful_life", "p"))
    asked = Asked(rules, rental, "2028-05-01")
    assert (asked.unit("p").period, asked.unit("p").useful_life_ends) == (2, day("2030-01-10"))


@pytest.mark.parametrize(
    ("second", "noticed"), [(("2028-05-01", "stolen"), False), (("2028-05-02", "useful_life"), True)]
)
def test_both_are_to_be_replaced_on_one_day(second: tuple[str, str], *, noticed: bool, rules: Rulebook) -> None:
    on, why = second
    rental = history(
        home("2023-05-01"), portable("2023-06-01"), replaced("2028-05-01", "useful_life", "s"), replaced(on, why, "p")
    )
    found = [
        finding.on for finding in Asked(rules, rental, "2028-05-01").standing.findings if finding.rule == "replace-both"
    ]
    assert found == ([day("2028-05-01")] if noticed else [])


def test_one_unit_alone_has_no_other(rules: Rulebook) -> None:
    rental = history(home("2023-05-01"), replaced("2028-05-01", "useful_life"))
    assert "replace-both" not in Asked(rules, rental, "2028-05-01").rules


def test_a_plan_without_a_useful_life_is_not_held_to_it(rules: Rulebook) -> None:
    rental = history(home(), replaced("2024-09-03", "useful_life"), payer=Payer("commercial", 13))
    asked = Asked(rules, rental, "2024-09-03")
    assert (asked.unit().period, asked.rules) == (2, ["replacement-narrative"])
