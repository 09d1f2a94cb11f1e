"""A rental in one picture: no day of a band is missing or told twice, and each month says all that is known of it."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.band import Kind, Picture, Sign, Span
from desktop.core.band_told import Happening, Settled
from desktop.core.rental_history import Payer
from desktop.core.rulebook import Rulebook
from tests.core.pictured import ON, pictured, sentences, words
from tests.core.rentals import back, day, ended, event, history, home, portable, replaced, stop, visit
from tests.core.test_rental_properties import days, histories

QUICK = settings(max_examples=50)
DAY = timedelta(days=1)


@QUICK
@given(st.data())
def test_every_day_of_a_unit_lies_in_one_stretch_of_its_band(rules: Rulebook, data: st.DataObject) -> None:
    asked, on = data.draw(histories(rules)), data.draw(days())
    picture = pictured(rules, asked, on)
    for lane, equipment in zip(picture.lanes, asked.equipment, strict=False):
        day_after = equipment.first_service
        for month in lane.months:
            assert month.span.starts == day_after
            assert month.span.ends > month.span.starts
            day_after = month.span.ends
        left = min((each.on for each in asked.events if each.on <= on and _ends(each, equipment.id)), default=None)
        if equipment.first_service <= on and left is None:
            assert day_after > on
            assert sum(month.now for month in lane.months) == 1
        assert lane.months or on < equipment.first_service or left == equipment.first_service


def _ends(each: object, name: str) -> bool:
    return getattr(each, "what", "") == "ended" and getattr(each, "equipment", None) in (None, name)


@QUICK
@given(st.data())
def test_everything_stands_on_the_scale_and_says_something(rules: Rulebook, data: st.DataObject) -> None:
    asked, on = data.draw(histories(rules)), data.draw(days())
    picture = pictured(rules, asked, on, retests=(Span(on, on + DAY),))
    whole = picture.scale.span
    assert whole.starts <= on < whole.ends
    for lane in picture.lanes:
        assert all(whole.starts <= mark.span.starts < mark.span.ends <= whole.ends for mark in lane.marks)
        for month in lane.months:
            assert whole.starts <= month.span.starts < month.span.ends <= whole.ends
            assert month.sentence.endswith(".")
            assert "{" not in month.sentence
            assert ".." not in month.sentence
    assert all(row.day <= on for row in picture.happened)
    assert [row.day for row in picture.comes] == sorted(row.day for row in picture.comes)
    assert [row.day for row in picture.happened] == sorted((row.day for row in picture.happened), reverse=True)


LONG_STAY = (stop("2025-06-03"), back("2025-07-02"))
SHORT_STAY = (stop("2026-05-06"), back("2026-05-14"))


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (1, "Month 1 of 36, Apr 12 to May 11, 2024, paid."),
        (9, "Month 9 of 36, Dec 12, 2024 to Jan 11, 2025, paid."),
        (14, "Month 14 of 36, May 12 to Jun 11, 2025, paid. In hospital, Jun 3 to Jul 1, 2025."),
        (None, "Jun 12 to Jul 1, 2025: no month runs. In hospital, Jun 3 to Jul 1, 2025."),
        (15, "Month 15 of 36, Jul 2 to Aug 1, 2025, paid."),
        (25, "Month 25 of 36, May 2 to Jun 1, 2026, paid. Today. In hospital, May 6 to May 13, 2026."),
        (26, "Month 26 of 36, Jun 2 to Jul 1, 2026, to come. Next: Jun 2, 2026."),
        (
            36,
            (
                "Month 36 of 36, Apr 2 to May 1, 2027, to come. The last month that is paid: the cap. "
                "Cap ends May 1, 2027."
            ),
        ),
        (37, "Month 37, May 2 to Jun 1, 2027, after the cap: no rent, to come."),
        (43, "Month 43, Nov 2 to Dec 1, 2027, after the cap: no rent, to come. Service visit Nov 2 to Dec 1, 2027."),
        (60, "Month 60, Apr 2 to May 1, 2029, after the cap: no rent, to come. Five-year clock Apr 12, 2029."),
    ],
)
def test_a_month_says_all_that_is_known_of_it(rules: Rulebook, number: int | None, says: str) -> None:
    picture = pictured(rules, history(home("2024-04-12"), *LONG_STAY, *SHORT_STAY))
    assert sentences(picture)[number] == says


def test_a_billed_month_and_one_to_bill_say_so(rules: Rulebook) -> None:
    settled = {("s", 1, 1): Settled(7), ("s", 1, 2): Settled(None, "The plan was billed.")}
    picture = pictured(
        rules, history(home("2026-03-10")), settled=settled, to_bill=frozenset({("s", 1, 3)}), happenings=()
    )
    first, second, third = picture.lanes[0].months[:3]
    assert first.sentence == "Month 1 of 36, Mar 10 to Apr 9, 2026, billed."
    assert second.sentence == "Month 2 of 36, Apr 10 to May 9, 2026, the plan was billed."
    assert second.state == "The plan was billed."
    assert third.sentence == "Month 3 of 36, May 10 to Jun 9, 2026, not billed yet. Today."
    assert (first.document_id, third.to_bill, second.to_bill) == (7, True, False)


def test_what_was_noted_stands_in_its_month(rules: Rulebook) -> None:
    noted = (Happening(date(2026, 4, 20), "Moved away", None, "to her daughter", "moved:", 3),)
    asked = history(home("2026-03-10"), event("2026-04-20", "moved"))  # type: ignore[arg-type]
    picture = pictured(rules, asked, happenings=noted)
    assert sentences(picture)[2] == "Month 2 of 36, Apr 10 to May 9, 2026, paid. Moved away on Apr 20, 2026."
    assert [(row.words, row.event_id) for row in picture.happened] == [
        ("Moved away: to her daughter", 3),
        ("Delivered; month 1 begins", None),
    ]


def test_a_unit_that_is_not_back_stays_open(rules: Rulebook) -> None:
    lane = pictured(rules, history(home("2025-01-10"), stop("2026-03-01", "need_ended"))).lanes[0]
    idle, following = lane.months[-2:]
    assert (idle.kind, idle.span.ends, idle.now) == (Kind.IDLE, ON + DAY, True)
    assert idle.sentence == "Mar 10 to May 26, 2026: no month runs. Today. Stopped needing oxygen since Mar 1, 2026."
    assert following.kind is Kind.OPEN
    assert following.sentence == (
        "May 27, 2026 to Jan 10, 2030: not known yet; no month runs until the equipment is in use again."
        " Five-year clock Jan 10, 2030. Next: Jan 10, 2030."
    )
    assert lane.standing == "On hold, month 14 of 36"
    assert Sign.CAP not in {mark.sign for mark in lane.marks}


def test_a_break_without_papers_waits_for_them(rules: Rulebook) -> None:
    asked = history(home("2025-01-10"), stop("2025-06-20", "need_ended"), back("2026-02-01"))
    lane = pictured(rules, asked).lanes[0]
    waiting = lane.months[-2]
    assert waiting.now
    assert "papers for a new count" in lane.months[-1].sentence


def test_a_replacement_begins_a_new_count_in_the_same_band(rules: Rulebook) -> None:
    picture = pictured(rules, history(home("2024-04-12"), replaced("2025-09-03", "stolen")))
    (lane,) = picture.lanes
    assert [month.number for month in lane.months if month.period == 1] == list(range(1, 18))
    first = next(month for month in lane.months if month.period == 2)
    assert (first.number, first.span.starts) == (1, date(2025, 9, 3))
    assert Sign.NEW_COUNT in {mark.sign for mark in lane.marks}
    (row,) = [row for row in picture.happened if row.words == "A new count begins with month 1"]
    assert any("Stolen" in why.words for why in row.why)


def test_after_the_end_nothing_comes(rules: Rulebook) -> None:
    picture = pictured(rules, history(home("2025-01-10"), ended("2026-04-20")))
    (lane,) = picture.lanes
    assert lane.months[-1].span == Span(date(2026, 4, 10), date(2026, 4, 20))
    assert lane.standing == "Ended, month 16 of 36"
    assert [row for row in picture.comes if row.due is not None] == []


def test_both_units_stand_on_one_scale_and_what_they_share_in_one_row(rules: Rulebook) -> None:
    picture = pictured(rules, history(home("2023-05-01"), portable("2025-01-10")), date(2026, 5, 10))
    assert [lane.title for lane in picture.lanes] == ["Home unit", "Portable unit"]
    assert picture.scale.span.starts == date(2023, 5, 1)
    (life,) = [row for row in picture.comes if row.words.startswith("Five-year clock over")]
    assert (life.day, life.unit) == (date(2028, 5, 1), "Home unit, Portable unit")
    (refills,) = [mark for mark in picture.lanes[1].marks if mark.sign is Sign.REFILLS]
    assert refills.label == "refills (E0443) from Jan 10, 2028"
    assert picture.words == "Home unit: Paid up, month 37 of service; Portable unit: Renting, month 17 of 36"


def test_a_plan_with_its_own_cap_and_one_without(rules: Rulebook) -> None:
    capped = pictured(rules, history(home("2026-01-10"), payer=Payer("commercial", 13)))
    assert sentences(capped)[13].startswith("Month 13 of 13, Jan 10 to Feb 9, 2027, to come. The last month")
    assert {mark.sign for mark in capped.lanes[0].marks} == {Sign.CAP, Sign.NEXT}
    endless = pictured(rules, history(home("2026-01-10"), payer=Payer("none")))
    assert sentences(endless)[5] == "Month 5, May 10 to Jun 9, 2026, paid. Today."
    assert endless.comes[0].words.startswith("Bill month 6")


def test_of_months_to_bill_each_units_first_is_told(rules: Rulebook) -> None:
    picture = pictured(rules, history(home("2026-01-10"), portable("2026-01-10", "E1392")))
    told = [row.words for row in picture.comes if row.due is not None]
    assert len(told) == 2
    assert len(set(told)) == 2
    assert picture.next is picture.comes[0]
    assert [mark.label for mark in picture.lanes[0].marks if mark.sign is Sign.NEXT] == ["next: Jun 10, 2026"]


def test_what_was_noticed_stands_with_what_it_is_about(rules: Rulebook) -> None:
    noted = (
        Happening(date(2025, 6, 3), "In hospital", None, "pneumonia", "interrupted:hospital", 1),
        Happening(date(2025, 7, 2), "Back home", None, None, "resumed:", 2),
    )
    picture = pictured(rules, history(home("2024-04-12"), *LONG_STAY), happenings=noted)
    rows = {row.words: row for row in picture.happened}
    (stay,) = rows["In hospital: pneumonia"].why
    assert stay.sources == ("NOR-INPT", "CGS-2009")
    (moved,) = rows["Back home"].why
    assert moved.words.startswith("The billing day")


@pytest.mark.parametrize(("on", "missed"), [("2026-11-14", False), ("2026-11-15", True)])
def test_a_visit_not_made_is_told_once_its_days_are_over(rules: Rulebook, on: str, *, missed: bool) -> None:
    picture = pictured(rules, history(home("2023-04-15")), day(on))
    assert any(row.words.startswith("No service visit") for row in picture.happened) is missed
    made = pictured(rules, history(home("2023-04-15"), visit("2026-11-01")), day(on))
    assert not any(row.words.startswith("No service visit") for row in made.happened)
    assert Sign.VISIT in {mark.sign for mark in made.lanes[0].marks}


def test_papers_have_a_line_of_their_own(rules: Rulebook) -> None:
    retest = Span(date(2026, 3, 11), date(2026, 4, 10))
    asked = history(home("2026-01-10"), coverage_group=2, order_ends=date(2026, 12, 31))
    picture = pictured(rules, asked, retests=(retest,))
    papers = picture.lanes[-1]
    assert (papers.title, papers.months) == ("Papers", ())
    assert [mark.sign for mark in papers.marks] == [Sign.RETEST, Sign.ORDER]
    assert "Last day for the retest" in [row.words for row in picture.happened]
    assert "The doctor's order ends" in [row.words for row in picture.comes]


def test_the_legend_shows_what_is_there_and_nothing_else(rules: Rulebook) -> None:
    def told(picture: Picture) -> set[str]:
        return {swatch.words for swatch in picture.legend}

    running = told(pictured(rules, history(home("2026-01-10"))))
    assert {"paid month", "today", "month to come", "the cap", "five-year clock"} <= running
    assert running.isdisjoint({"refills", "not in use, no month runs", "not billed yet", "new count"})
    stopped = told(pictured(rules, history(home("2026-01-10"), stop("2026-03-01"))))
    assert {"not in use, no month runs", "not known yet"} <= stopped


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(1, 500))
def test_days_are_told_from_the_first_to_the_last(first: date, count: int) -> None:
    last = first + (count - 1) * DAY
    said = words().between(first, first + count * DAY)
    assert said.startswith(f"{first:%b} {first.day}")
    assert said.endswith(words().on(last))
    assert (" to " in said) is (count > 1)
