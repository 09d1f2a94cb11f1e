"""The bands as they are drawn: no words over others or outside, every month where its days are, in any width."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.band import Kind, Picture, Sign, Span
from desktop.core.band_cells import Measures
from desktop.core.band_drawing import Drawing, drawing, legend
from desktop.core.band_labels import Place, Wanted, places
from desktop.core.band_shapes import Box, Ink, Written, hatched
from desktop.core.band_signs import sign
from desktop.core.band_steps import Steps
from desktop.core.rulebook import Rulebook
from tests.core.pictured import ON, pictured, wide
from tests.core.rentals import back, history, home, portable, replaced, stop
from tests.core.test_rental_properties import days, histories

MEASURES = Measures(band=28.0, line=18.0, strong_line=21.0, sign=12.0, gap=6.0, hairline=1.0, between=1.0)
SLACK = 0.01
QUICK = settings(max_examples=40)


def drawn(picture: Picture, width: float) -> Drawing:
    return drawing(picture, width, MEASURES, wide)


def stand_apart(texts: Sequence[Written], width: float, height: float) -> None:
    for text in texts:
        assert text.x >= -SLACK
        assert text.x + text.width <= width + SLACK, text
        assert 0 <= text.top <= height - MEASURES.line + SLACK
    for one, other in combinations(texts, 2):
        across = one.x < other.x + other.width - SLACK and other.x < one.x + one.width - SLACK
        down = abs(one.top - other.top) < MEASURES.line - SLACK * 10
        assert not (across and down), (one, other)


@QUICK
@given(st.data(), st.sampled_from([300.0, 560.0, 960.0, 1500.0]))
def test_no_words_stand_over_others_or_outside(rules: Rulebook, data: st.DataObject, width: float) -> None:
    asked, on = data.draw(histories(rules)), data.draw(days())
    picture = pictured(rules, asked, on, retests=(Span(on, on + timedelta(days=30)),))
    made = drawn(picture, width)
    stand_apart(made.texts, width, made.height)
    legends = legend(picture.legend, width, MEASURES, wide)
    stand_apart(legends.texts, width, legends.height)


@QUICK
@given(st.data())
def test_every_month_has_its_place_side_by_side(rules: Rulebook, data: st.DataObject) -> None:
    asked, on = data.draw(histories(rules)), data.draw(days())
    picture = pictured(rules, asked, on)
    made = drawn(picture, 960.0)
    for number, lane in enumerate(picture.lanes):
        spots = [spot for spot in made.spots if spot.lane == number]
        assert [spot.place for spot in spots] == list(range(len(lane.months)))
        assert all(one.box.right == pytest.approx(other.box.left) for one, other in pairwise(spots))
        assert all(0 <= spot.box.left < spot.box.right <= 960 + SLACK for spot in spots)


def test_a_shape_stands_for_each_kind_whatever_its_color(rules: Rulebook) -> None:
    """Full, empty, half as high, hatched: in gray as in color."""
    picture = pictured(rules, history(home("2024-04-12"), stop("2025-06-03"), back("2025-08-02")))
    made = drawn(picture, 960.0)
    (lane,) = [lane for lane in picture.lanes if lane.months]
    tall = made.spots[0].box.height

    def cell(kind: Kind) -> tuple[float, bool, int]:
        place = next(at for at, month in enumerate(lane.months) if month.kind is kind)
        box = made.spots[place].box
        inside = [
            shape
            for shape in made.shapes
            if box.left - SLACK <= min(x for x, _ in shape.points)
            and max(x for x, _ in shape.points) <= box.right + SLACK
            and box.top - SLACK <= min(y for _, y in shape.points)
            and max(y for _, y in shape.points) <= box.bottom + SLACK
        ]
        areas = [shape for shape in inside if shape.fill is not None]
        high = max(max(y for _, y in shape.points) - min(y for _, y in shape.points) for shape in areas)
        return high, areas[0].line is None, len(inside)

    paid, coming, free = cell(Kind.PAID), cell(Kind.COMING), cell(Kind.FREE_COMING)
    assert (paid[0], paid[1]) == (tall, True)
    assert (coming[0], coming[1]) == (tall, False)
    assert free[0] == tall / 2
    assert cell(Kind.IDLE)[2] > 5


def test_no_two_signs_have_one_form() -> None:
    forms = {kind: tuple(shape.points for shape in sign(kind, 0, 0, 12)) for kind in Sign}
    alike = {frozenset({one, other}) for one, other in combinations(Sign, 2) if forms[one] == forms[other]}
    assert alike == {frozenset({Sign.SERVICE, Sign.RETEST})}  # a bracket: in these days


def test_a_hatch_stays_inside_and_fits_to_the_next() -> None:
    box = Box(3.0, 5.0, 17.0, 33.0)
    lines = [shape.points for shape in hatched(box, 5.0, Ink.HATCH, 1.0)]
    assert len(lines) > 5
    for (left, low), (right, high) in lines:
        assert box.left <= left < right <= box.right
        assert box.top <= high < low <= box.bottom
        assert (left + low) % 5 == pytest.approx(0, abs=1e-9)


@given(
    st.lists(st.tuples(st.floats(0, 800), st.floats(20, 260)), max_size=9),
    st.sampled_from([6.0, 4.0]),
)
def test_labels_keep_apart_and_their_lines_cross_none(raw: list[tuple[float, float]], gap: float) -> None:
    wanted = [Wanted(*each) for each in raw]
    found = places(wanted, 800.0, gap)
    assert len(found) == len(wanted)
    labeled = list(zip(wanted, found, strict=True))
    for label, place in labeled:
        assert 0 <= place.left <= 800 - label.width + SLACK
    for (one, here), (other, there) in combinations(labeled, 2):
        if here.row == there.row:
            assert here.left + one.width <= there.left + SLACK or there.left + other.width <= here.left + SLACK
        for (sign_of, its), (label, place) in (((one, here), (other, there)), ((other, there), (one, here))):
            crossed = its.line and place.row < its.row and place.left < sign_of.x < place.left + label.width
            assert not crossed


def test_a_label_stands_at_its_sign() -> None:
    (place,) = places([Wanted(100.0, 50.0)], 800.0, 6.0)
    assert place == Place(100.0, 0, line=True)
    (at_edge,) = places([Wanted(790.0, 50.0)], 800.0, 6.0)
    assert at_edge == Place(750.0, 0, line=True)


def test_steps_go_month_by_month_and_never_off(rules: Rulebook) -> None:
    picture = pictured(rules, history(home("2024-04-12"), portable("2025-01-10")))
    steps = Steps(picture)
    assert (steps.lane.title, steps.month.now) == ("Home unit", True)
    steps.after()
    assert steps.month.number == 27
    steps.before()
    steps.below()
    assert (steps.lane.title, steps.month.now) == ("Portable unit", True)
    steps.below()
    assert steps.lane.title == "Portable unit"
    steps.year_before()
    assert steps.month.span.starts == date(2025, 5, 10)
    steps.year_before()
    assert steps.month.number == 1
    steps.first()
    steps.before()
    assert steps.month.number == 1
    steps.last()
    steps.after()
    assert steps.month is steps.lane.months[-1]
    steps.year_after()
    assert steps.month is steps.lane.months[-1]
    steps.above()
    steps.today()
    assert (steps.lane.title, steps.month.now) == ("Home unit", True)


def test_going_back_and_forth_between_units_comes_home(rules: Rulebook) -> None:
    picture = pictured(rules, history(home("2024-04-12"), replaced("2025-02-01", "lost", "s"), portable("2024-04-12")))
    steps = Steps(picture)
    for _ in range(40):
        before = steps.month.span
        steps.below()
        steps.above()
        assert steps.month.span.meets(before)
        steps.before()


def test_the_order_far_away_does_not_squeeze_the_months(rules: Rulebook) -> None:
    asked = history(home("2026-01-10"), order_ends=date(2060, 1, 1))
    picture = pictured(rules, asked)
    assert picture.scale.span.ends < date(2032, 1, 1)
    assert "The doctor's order ends" in [row.words for row in picture.comes]
    assert ON in picture.scale.span
