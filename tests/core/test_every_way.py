"""Every way through the questions that lead to the code, walked to its end and held against the finder."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from desktop.core import conversation, finder
from desktop.core.conversation import Conversation
from desktop.core.guide import Guide
from desktop.core.questions import Kind, Stage
from desktop.core.request import Coverage, Cycle, Item, Order, PayerAsked, Request, Transaction

ON = date(2026, 3, 2)
MOST = 6
DIGITS = 9
FLOWS = ("0", "4", "4.01", "100")

# What each answer means, by hand: the item and what the finder is told of it.
MEANS: Mapping[tuple[str, str], Mapping[str, Any]] = {
    ("door", "portable_unit"): {"item": "portable_concentrator"},
    ("door", "oximeter"): {"item": "oximeter"},
    ("door", "something_else"): {"item": "other"},
    ("door", "refill"): {"transaction": Transaction.REFILL},
    ("which_home_unit", "one_tube"): {"item": "stationary_concentrator", "ports": 1},
    ("which_home_unit", "two_ports"): {"item": "stationary_concentrator", "ports": 2},
    ("which_home_unit", "heated"): {"item": "concentrator_heated"},
    ("which_home_unit", "unheated"): {"item": "concentrator_unheated"},
    ("which_cylinders", "large"): {"item": "gas_stationary"},
    ("which_cylinders", "small"): {"item": "gas_portable"},
    ("which_liquid", "tank"): {"item": "liquid_stationary"},
    ("which_liquid", "portable"): {"item": "liquid_portable"},
    ("which_home_fill", "fills_cylinders"): {"item": "home_fill_compressor"},
    ("which_home_fill", "makes_liquid"): {"item": "home_liquefier"},
    ("which_refill", "gas_home"): {"item": "contents_gas_stationary"},
    ("which_refill", "gas_portable"): {"item": "contents_gas_portable"},
    ("which_refill", "liquid_home"): {"item": "contents_liquid_stationary"},
    ("which_refill", "liquid_portable"): {"item": "contents_liquid_portable"},
    ("portable_does", "day_and_night"): {"runs_all_day": True},
    ("portable_does", "not_portable"): {"portable_definition_met": False},
}
CODE_OF = {"e1392": "E1392", "e1399": "E1399", "not_asked": None}


@pytest.fixture(scope="module")
def ends(guide: Callable[[date], Guide]) -> list[Conversation]:
    """Every conversation at the moment when its code is known."""
    return list(ways(conversation.begin(guide(ON))))


def ways(talk: Conversation) -> Iterator[Conversation]:
    """All that can come of a conversation until its code is known; a flow is typed below, at and above the limit."""
    if talk.code_known:
        yield talk
        return
    assert talk.question is not None
    values = [offer.value for offer in talk.possible_answers]
    for value in values if talk.question.kind is Kind.CHOICE else FLOWS:
        yield from ways(talk.answer(value))


def by_hand(answers: Mapping[str, str]) -> Request:
    """The request that the answers make, without the program's own reading of them."""
    item: dict[str, Any] = {}
    for pair in answers.items():
        item |= MEANS.get(pair, {"item": pair[1]} if pair[0] in ("which_power", "which_hardware", "which_worn") else {})
        item |= {"item": pair[1]} if pair[0] == "which_moisture" else {}
        item |= {"transaction": Transaction(pair[1])} if pair[0] == "transaction" else {}
        item |= {"replace_why": pair[1]} if pair[0] == "why_replaced" else {}
    flow = Decimal(answers["refill_flow"]) if "refill_flow" in answers else None
    order = Order(on_file=True, day_lpm=flow, night_lpm=None, exertion_lpm=None, portable=False)
    payer = PayerAsked(answers["payer"], CODE_OF[answers.get("plan_takes", "not_asked")])
    covered = answers["payer"] in ("medicare", "medicare_advantage")
    coverage = Coverage(None, None, None, None, "none", "none", False) if covered else None  # noqa: FBT003
    return Request(ON, payer, order, coverage, Cycle(), (Item(**item),))


def test_every_way_ends_with_the_codes_of_the_finder(ends: list[Conversation], guide: Callable[[date], Guide]) -> None:
    way = guide(ON)
    for talk in ends:
        coding = finder.find(by_hand(talk.answers), way.rulebook, way.catalogue, way.noc_code)
        result = talk.result()
        assert result is not None
        assert talk.possible_codes == tuple(line.code for line in coding.lines), dict(talk.answers)
        assert [(line.code, line.why) for line in result.coding.lines if line.code == "E1392"] == [
            (line.code, line.why) for line in coding.lines if line.code == "E1392"
        ]


def test_no_code_takes_more_than_six_answers(ends: list[Conversation]) -> None:
    assert max(len(talk.answers) for talk in ends) <= MOST
    assert len(ends) > 1000


def test_with_the_order_it_is_not_more_than_six_either(ends: list[Conversation]) -> None:
    asked_next = [talk.question.id for talk in ends if talk.question]
    assert set(asked_next) == {"order"}
    assert max(len(talk.answers) + 1 for talk in ends if talk.question) <= MOST


def test_every_item_can_be_reached_with_all_that_it_offers(
    ends: list[Conversation], guide: Callable[[date], Guide]
) -> None:
    reached = {(item.item, item.transaction) for talk in ends if (asked := talk.request()) for item in asked.items}
    items = guide(ON).rulebook.coding.items.values()
    assert reached == {(item.id, transaction) for item in items for transaction in item.transactions}


def test_every_question_and_every_answer_that_leads_to_a_code_is_given_somewhere(
    ends: list[Conversation], guide: Callable[[date], Guide]
) -> None:
    given = {pair for talk in ends for pair in talk.answers.items()}
    for question in guide(ON).rulebook.questions.questions:
        if question.stage is Stage.CODE:
            assert question.id in {asked for asked, _ in given}
            assert {(question.id, answer.value) for answer in question.answers} <= given


def test_a_code_is_possible_or_ruled_out_with_a_word_why(
    ends: list[Conversation], guide: Callable[[date], Guide]
) -> None:
    all_codes = set(conversation.begin(guide(ON)).possible_codes)
    for talk in ends:
        out = talk.ruled_out
        assert {each.code for each in out} == all_codes - set(talk.possible_codes)
        assert all(each.words.endswith((".", "!")) for each in out), (dict(talk.answers), out)


def test_an_answer_rules_out_what_is_not_possible_after_it(guide: Callable[[date], Guide]) -> None:
    seen = 0
    talks = [conversation.begin(guide(ON))]
    while talks:
        talk = talks.pop()
        if talk.code_known or talk.answers.get("payer", "medicare") not in ("medicare", "commercial"):
            continue
        assert len(talk.possible_answers) <= DIGITS
        for offer in talk.possible_answers:
            after = talk.answer(offer.value)
            out = [each.code for each in offer.rules_out]
            assert [code for code in talk.possible_codes if code not in after.possible_codes] == out
            assert set(after.possible_codes) <= set(talk.possible_codes)
            assert all(each.words for each in offer.rules_out)
            talks.append(after)
            seen += 1
    assert seen > 300


def test_what_nobody_pays_is_said_in_the_words_of_its_rule(guide: Callable[[date], Guide]) -> None:
    talk = conversation.begin(guide(ON)).answer("medicare").answer("portable_unit")
    sold = next(offer for offer in talk.possible_answers if offer.value == "sell_new")
    assert {each.code for each in sold.rules_out} == {"E1390", "E1392"}
    assert all("Medicare never buys" in each.words for each in sold.rules_out)


def test_codes_taken_for_the_right_one_say_why_they_are_not(guide: Callable[[date], Guide]) -> None:
    talk = conversation.begin(guide(ON)).answer("commercial")
    portable = next(offer for offer in talk.possible_answers if offer.value == "portable_unit")
    why = {each.code: each.words for each in portable.rules_out}
    assert "no liquid oxygen" in why["E0433"]
    assert "E1392" not in why


@cache
def _days() -> tuple[date, ...]:
    return date(2006, 1, 1), date(2017, 6, 1), date(2018, 12, 31), date(2019, 1, 1), date(2023, 4, 15)


@pytest.mark.parametrize("on", _days(), ids=str)
def test_other_days_lead_to_codes_too(on: date, guide: Callable[[date], Guide]) -> None:
    for payer in ("medicare", "commercial"):
        for talk in ways(conversation.begin(guide(on)).answer(payer)):
            assert len(talk.answers) <= MOST
            assert talk.result() is not None
