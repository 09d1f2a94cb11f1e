"""After the cap: contents, service visits in their blocks, and the useful life, below, at and above each day."""

import pytest

from desktop.core.finding import Mark, Severity
from desktop.core.rental_history import Payer, What
from desktop.core.rental_standing import DueWhat, Phase
from desktop.core.rulebook import Rulebook
from tests.core.rentals import Asked, back, day, ended, event, history, home, portable, replaced, stop, visit

OLD = "2022-01-10"  # capped 2025-01-09, first block from 2025-07-10, useful life to 2027-01-10


@pytest.mark.parametrize(
    ("code", "contents"),
    [
        ("E0424", "E0441"),
        ("E0439", "E0442"),
        ("E1390", None),
        ("E1391", None),
        ("E1405", None),
        ("E1406", None),
    ],
)
def test_contents_of_the_home_unit_follow_its_cap(code: str, contents: str | None, rules: Rulebook) -> None:
    unit = Asked(rules, history(home(OLD, code)), "2024-12-01").unit()
    assert (unit.contents_code, unit.contents_from) == (contents, day("2025-01-10") if contents else None)


@pytest.mark.parametrize(
    ("code", "high_flow", "contents"),
    [
        ("E0431", False, "E0443"),
        ("E0431", True, "E0443"),
        ("E0434", False, "E0444"),
        ("E0434", True, "E0447"),
        ("E1392", False, None),
        ("K0738", False, None),
        ("E0433", True, None),
    ],
)
def test_a_portable_alone_takes_contents_from_its_own_first_service(
    code: str, *, high_flow: bool, contents: str | None, rules: Rulebook
) -> None:
    unit = Asked(rules, history(portable(OLD, code, high_flow=high_flow)), "2022-02-01").unit("p")
    assert (unit.contents_code, unit.contents_from) == (contents, day(OLD) if contents else None)


@pytest.mark.parametrize(("on", "since"), [("2022-05-09", "2022-01-10"), ("2022-05-10", "2025-01-10")])
def test_with_a_home_unit_a_portable_waits_for_its_own_cap(on: str, since: str, rules: Rulebook) -> None:
    rental = history(portable(OLD), home("2022-05-10"))
    assert Asked(rules, rental, on).unit("p").contents_from == day(since)


def test_a_home_unit_that_has_left_still_lets_the_portable_wait(rules: Rulebook) -> None:
    rental = history(portable(OLD), home("2022-05-10"), ended("2022-08-01", "s"))
    assert Asked(rules, rental, "2023-01-01").unit("p").contents_from == day("2025-01-10")


@pytest.mark.parametrize(("on", "noticed"), [("2026-04-30", False), ("2026-05-01", True), ("2028-02-01", True)])
def test_between_the_caps_a_contractor_may_allow_contents(on: str, *, noticed: bool, rules: Rulebook) -> None:
    asked = Asked(rules, history(home("2023-05-01"), portable("2025-01-10")), on)
    assert ("contents-between-caps" in asked.rules) == noticed
    if noticed:
        found = asked.finding("contents-between-caps")
        assert (found.severity, found.mark, found.equipment) == (Severity.NOTE, Mark.CONFLICT, "p")
        assert found.on == day("2026-05-01")
        assert "2026-05-01" in found.words


@pytest.mark.parametrize("code", ["E1392", "K0738"])
def test_a_portable_without_contents_has_nothing_between_the_caps(code: str, rules: Rulebook) -> None:
    rental = history(home("2023-05-01"), portable("2025-01-10", code))
    assert "contents-between-caps" not in Asked(rules, rental, "2027-01-01").rules


def test_a_portable_that_is_capped_first_is_not_between_the_caps(rules: Rulebook) -> None:
    rental = history(home("2023-05-01"), portable("2022-01-10"))
    assert "contents-between-caps" not in Asked(rules, rental, "2028-01-01").rules


@pytest.mark.parametrize(
    ("on", "starts", "ends"),
    [
        ("2025-07-09", "2025-07-10", "2025-08-09"),
        ("2025-07-10", "2025-07-10", "2025-08-09"),
        ("2025-08-09", "2025-07-10", "2025-08-09"),
        ("2025-08-10", "2026-01-10", "2026-02-09"),
    ],
)
def test_the_next_visit_is_in_the_first_month_of_a_block(on: str, starts: str, ends: str, rules: Rulebook) -> None:
    unit = Asked(rules, history(home(OLD)), on).unit()
    assert unit.maintenance_from == day("2025-07-10")
    assert (unit.maintenance_next, unit.maintenance_window_ends) == (day(starts), day(ends))


@pytest.mark.parametrize(
    ("made", "outside", "following"),
    [
        ("2025-07-09", True, "2025-07-10"),
        ("2025-07-10", False, "2026-01-10"),
        ("2025-08-09", False, "2026-01-10"),
        ("2025-08-10", True, "2026-01-10"),
        ("2025-01-10", True, "2025-07-10"),
    ],
)
def test_a_visit_belongs_into_the_first_month_of_a_block(
    made: str, *, outside: bool, following: str, rules: Rulebook
) -> None:
    asked = Asked(rules, history(home(OLD), visit(made)), made)
    assert asked.rules == (["ms-outside-window"] if outside else [])
    assert asked.unit().maintenance_next == day(following)


def test_a_visit_before_the_cap_is_nobodys_matter(rules: Rulebook) -> None:
    assert Asked(rules, history(home(OLD), visit("2025-01-09")), "2025-01-09").rules == []


def test_blocks_are_fixed_and_clipped_from_their_base(rules: Rulebook) -> None:
    unit = Asked(rules, history(home("2022-03-01")), "2026-03-01").unit()
    assert (unit.maintenance_from, unit.maintenance_next) == (day("2025-09-01"), day("2026-03-01"))
    late = history(home("2022-01-10", warranty_labour_ends=day("2025-08-30")))
    assert Asked(rules, late, "2025-09-01").unit().maintenance_from == day("2026-02-28")
    assert Asked(rules, late, "2025-09-01").unit().maintenance_window_ends == day("2026-03-30")


@pytest.mark.parametrize(
    ("warranty", "first"), [("2025-01-08", "2025-07-10"), ("2025-01-09", "2025-07-10"), ("2025-01-10", "2025-07-11")]
)
def test_a_warranty_that_lasts_longer_than_the_cap_counts(warranty: str, first: str, rules: Rulebook) -> None:
    unit = Asked(rules, history(home(OLD, warranty_labour_ends=day(warranty))), "2024-12-01").unit()
    assert unit.maintenance_from == day(first)


@pytest.mark.parametrize("code", ["E0424", "E0439", "E1405", "E1406"])
def test_equipment_without_a_service_fee_has_no_visits(code: str, rules: Rulebook) -> None:
    asked = Asked(rules, history(home(OLD, code), visit("2025-10-01")), "2025-10-01")
    assert (asked.unit().maintenance_from, asked.unit().maintenance_next) == (None, None)
    assert asked.rules == []


def test_one_fee_is_the_patients(rules: Rulebook) -> None:
    rental = history(home(OLD), portable("2022-03-10", "E1392"))
    due = Asked(rules, rental, "2025-07-10").due(DueWhat.MAINTENANCE)
    assert [(each.on, each.equipment) for each in due] == [(day("2025-07-10"), "s")]


def test_a_visit_in_the_month_of_one_unit_is_not_outside_for_the_other(rules: Rulebook) -> None:
    rental = history(home(OLD), portable("2022-03-10", "E1392"), visit("2025-07-15"))
    assert "ms-outside-window" not in Asked(rules, rental, "2025-07-15").rules
    named = history(home(OLD), portable("2022-03-10", "E1392"), visit("2025-07-15", "p"))
    assert Asked(rules, named, "2025-07-15").finding("ms-outside-window").equipment == "p"


@pytest.mark.parametrize(("on", "phase"), [("2027-01-09", Phase.CAPPED), ("2027-01-10", Phase.USEFUL_LIFE_OVER)])
def test_the_useful_life_ends_after_sixty_months(on: str, phase: Phase, rules: Rulebook) -> None:
    asked = Asked(rules, history(home(OLD)), on)
    assert asked.unit().phase is phase
    assert ("after-useful-life" in asked.rules) == (phase is Phase.USEFUL_LIFE_OVER)


def test_visits_go_on_after_the_useful_life_until_a_replacement(rules: Rulebook) -> None:
    unit = Asked(rules, history(home(OLD)), "2028-01-01").unit()
    assert unit.maintenance_next == day("2028-01-10")
    new = Asked(rules, history(home(OLD), replaced("2028-01-05", "useful_life")), "2028-01-05")
    assert (new.unit().month, new.unit().maintenance_from) == (1, day("2031-07-05"))
    assert new.finding("after-useful-life").on == day("2027-01-10")


def test_the_useful_life_may_end_before_the_cap(rules: Rulebook) -> None:
    rental = history(home(OLD), stop("2022-02-01", "other_payer"), back("2025-02-01"))
    asked = Asked(rules, rental, "2027-01-10")
    unit = asked.unit()
    assert (unit.phase, unit.useful_life_ends) == (Phase.RENTING, day("2027-01-10"))
    assert unit.month == 25
    assert "after-useful-life" not in asked.rules
    late = Asked(rules, rental, "2028-02-01")
    assert late.unit().phase is Phase.USEFUL_LIFE_OVER
    assert late.finding("after-useful-life").on == day("2028-01-01")


@pytest.mark.parametrize(
    ("on", "life"), [("2022-05-09", "2027-01-10"), ("2022-05-10", "2027-05-10"), ("2022-08-01", "2027-01-10")]
)
def test_a_portable_takes_the_useful_life_of_a_home_unit_in_service(on: str, life: str, rules: Rulebook) -> None:
    rental = history(portable(OLD), home("2022-05-10"), ended("2022-08-01", "s"))
    assert Asked(rules, rental, on).unit("p").useful_life_ends == day(life)


def test_a_changed_code_changes_what_follows_the_cap(rules: Rulebook) -> None:
    rental = history(home(OLD, "E0424"), event("2025-03-01", What.CHANGED_MODALITY, code="E1390"))
    before, after = (Asked(rules, rental, on).unit() for on in ("2025-02-28", "2025-03-01"))
    assert (before.contents_code, before.maintenance_from) == ("E0441", None)
    assert (after.contents_code, after.maintenance_from) == (None, day("2025-07-10"))


def test_of_what_has_ended_nothing_follows(rules: Rulebook) -> None:
    unit = Asked(rules, history(home(OLD, "E0424"), ended("2025-03-01")), "2025-03-01").unit()
    assert (unit.contents_code, unit.contents_from, unit.cap_ends) == (None, None, day("2025-01-09"))


def test_other_plans_have_none_of_it(rules: Rulebook) -> None:
    rental = history(home(OLD, "E0424"), visit("2025-02-01"), payer=Payer("commercial", 13))
    asked = Asked(rules, rental, "2028-01-01")
    unit = asked.unit()
    assert (unit.phase, unit.contents_code, unit.maintenance_from, unit.useful_life_ends) == (
        Phase.CAPPED,
        None,
        None,
        None,
    )
    assert asked.rules == []
