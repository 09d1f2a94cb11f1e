"""A history that contradicts itself is refused with the field and a sentence, whatever day is asked for."""

import re

import pytest

from desktop.core.rental import check, standing
from desktop.core.rental_history import History, HistoryNotRight, Payer, What
from desktop.core.rulebook import Rulebook
from tests.core.rentals import back, day, ended, event, history, home, portable, replaced, stop, visit

STOPPED = stop("2024-06-20")
MODALITY = event("2024-06-25", What.CHANGED_MODALITY, code="E1391")

REFUSED: list[tuple[History, str, str]] = [
    (history(home(), STOPPED, replaced("2024-06-25", "lost")), "events[1].on", "record resumed first"),
    (history(home(), STOPPED, replaced("2024-06-25", "worn")), "events[1].on", "record resumed first"),
    (history(home(), STOPPED, MODALITY), "events[1].on", "record resumed first"),
    (history(home(), STOPPED, visit("2024-06-20")), "events[1].on", "interrupted since 2024-06-20"),
    (history(home(), STOPPED, stop("2024-06-25")), "events[1].on", "record resumed first"),
    (history(home("2020-01-10"), STOPPED, visit("2024-06-25")), "events[1].on", "record resumed first"),
    (history(home(), back("2024-06-20")), "events[0].on", "nothing is interrupted"),
    (history(home(), STOPPED, back("2024-06-21"), back("2024-06-22")), "events[2].on", "nothing is interrupted"),
    (
        history(home(), portable("2024-02-01"), stop("2024-01-20", "away", "p")),
        "events[0].on",
        "before the first service",
    ),
    (history(home(), stop("2024-01-09")), "events[0].on", "before the first service on 2024-01-10"),
    (history(home(), ended("2024-06-01"), visit("2024-06-01")), "events[1].on", "after the equipment ended"),
    (history(home(), ended("2024-06-01"), ended("2024-07-01")), "events[1].on", "after the equipment ended"),
    (history(home(), portable(), MODALITY), "events[0].equipment", "the code is for one of s, p"),
    (history(home(), visit("2024-06-01", "x")), "events[0].equipment", 'found "x"; allowed is s or null'),
    (history(home(months_paid_before=36, useful_life_from=day("2020-01-01"))), "equipment[0].months_paid_before", "36"),
    (history(home(months_paid_before=1)), "equipment[0].useful_life_from", "is missing"),
    (history(home(useful_life_from=day("2024-01-11"))), "equipment[0].useful_life_from", "after the first service"),
    (history(home(), home()), "equipment[1].id", "twice"),
    (history(home(code="A4615")), "equipment[0].code", "A4615"),
    (history(home(), event("2024-06-25", What.CHANGED_MODALITY, code="E1356")), "events[0].code", "E1356"),
    (history(visit("2024-06-01")), "events[0].on", "no equipment"),
]


@pytest.mark.parametrize(("refused", "path", "words"), REFUSED)
@pytest.mark.parametrize("on", ["2023-01-01", "2030-01-01"])
def test_a_contradiction_is_refused_on_every_day(
    refused: History, path: str, words: str, on: str, rules: Rulebook
) -> None:
    with pytest.raises(HistoryNotRight, match=re.escape(words)) as problem:
        standing(refused, day(on), rules)
    assert problem.value.path == path
    assert str(problem.value).startswith(f"{path}: ")


TAKEN: list[History] = [
    history(home(), STOPPED, ended("2024-06-25")),
    history(home(), STOPPED, event("2024-06-25", What.MOVED, out_of_area=False)),
    history(home(), back("2024-06-25"), STOPPED),
    history(home(), STOPPED, back("2024-06-20"), stop("2024-06-20")),
    history(home(), portable("2024-07-01"), STOPPED, visit("2024-07-02", "p"), back("2024-07-05")),
    history(home(), portable(), ended("2024-06-01", "s"), MODALITY),
    history(home(), visit("2024-06-01"), ended("2024-06-01")),
    history(home(months_paid_before=35, useful_life_from=day("2020-01-01"))),
    history(home(months_paid_before=50, useful_life_from=day("2020-01-01")), payer=Payer("commercial")),
    history(),
]


@pytest.mark.parametrize("taken", TAKEN)
def test_what_only_looks_like_a_contradiction_is_taken(taken: History, rules: Rulebook) -> None:
    assert check(taken, rules.rental).history is taken
