"""Back, forth, changed answers, and a conversation that is put away and taken up again."""

import json
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core import conversation
from desktop.core.answer_texts import NotAnAnswer
from desktop.core.conversation import Conversation
from desktop.core.guide import Guide
from desktop.core.questions import Kind

ON = date(2026, 3, 2)
TYPED = {
    Kind.FLOW: ["0", "0.5", "1", "2.5", "4", "4.01", "100"],
    Kind.DAY: ["2019-01-01", "2020-03-01", "2023-03-31", "2023-04-01", "2023-05-11", "2023-05-12", "2026-03-02"],
    Kind.MONTH: ["1", "36", "37", "42", "43"],
    Kind.TEXT: ["a wall adapter", "  spaces   inside "],
    Kind.MONEY: ["1", "$2,495", "2495.00"],
}
Guides = Callable[[date], Guide]
GAS = ["commercial", "cylinders", "small", "rent", "yes"]
HOME = ["medicare", "home_unit", "one_tube", "rent", "yes"]
RENTED = [*HOME, "5", "same", "yes", "yes", "2023-04-15", "2", "rest", "none", "3"]


def said(guide: Guides, answers: list[str], on: date = ON) -> Conversation:
    """A conversation with these answers."""
    talk = conversation.begin(guide(on))
    for answer in answers:
        talk = talk.answer(answer)
    return talk


def some_answer(talk: Conversation, number: int) -> str | None:
    """One of the answers that the next question takes."""
    if talk.question is None:
        return None
    typed = TYPED.get(talk.question.kind, [])
    if talk.question.kind is Kind.DAY:
        typed = [day for day in typed if day <= talk.guide.on.isoformat()]
    texts = [offer.value for offer in talk.possible_answers] + typed
    return texts[number % len(texts)]


def stepped(talk: Conversation, step: str, number: int) -> Conversation:
    """One step of a random walk."""
    if step == "back":
        return talk.back()
    if step == "forward":
        return talk.forward()
    if step == "change" and talk.answers:
        changed = list(talk.answers)[number % len(talk.answers)]
        earlier = talk
        while changed in earlier.answers:
            earlier = earlier.back()
        text = some_answer(earlier, number // 7)
        return talk if text is None else talk.change(changed, text)
    text = some_answer(talk, number)
    return talk if text is None else talk.answer(text)


STEPS = st.lists(
    st.tuples(st.sampled_from(["answer", "answer", "answer", "back", "forward", "change"]), st.integers(0, 200)),
    max_size=25,
)
unhurried = settings(deadline=None, max_examples=100)


@unhurried
@given(steps=STEPS, on=st.sampled_from([ON, date(2018, 3, 1), date(2023, 5, 1)]))
def test_any_walk_back_and_forth_keeps_its_promises(steps: list[tuple[str, int]], on: date, guide: Guides) -> None:
    talk = conversation.begin(guide(on))
    for step, number in steps:
        talk = stepped(talk, step, number)
        if talk.answers:
            assert talk.back().forward() == talk
        for question, value in talk.answers.items():
            assert talk.change(question, value) == talk
        restored = conversation.from_plain(json.loads(json.dumps(talk.plain())), guide(ON))
        assert restored == talk
        assert restored.guide.on == on
        assert (talk.result() is None) == (not talk.code_known)
        assert talk.question is None or talk.question.id not in talk.answers


@unhurried
@given(numbers=st.lists(st.integers(0, 200), min_size=40, max_size=40))
def test_every_walk_comes_to_an_end(numbers: list[int], guide: Guides) -> None:
    talk = conversation.begin(guide(ON))
    for number in numbers:
        text = some_answer(talk, number)
        if text is None:
            break
        talk = talk.answer(text)
    assert talk.question is None
    assert talk.result() is not None


def test_at_the_beginning_there_is_nothing_to_take_back(guide: Guides) -> None:
    talk = conversation.begin(guide(ON))
    assert talk.back() is talk
    assert talk.forward() is talk
    assert talk.request() is None
    assert talk.result() is None


def test_back_takes_one_answer_and_forward_gives_it_again(guide: Guides) -> None:
    talk = said(guide, GAS)
    back = talk.back().back()
    assert list(back.answers) == ["payer", "door", "which_cylinders"]
    assert back.suggested == "rent"
    assert back.forward().forward() == talk


def test_another_answer_keeps_what_was_taken_back_after_it(guide: Guides) -> None:
    talk = said(guide, GAS).back().back().back()
    assert talk.suggested == "small"
    other = talk.answer("large")
    assert other.suggested == "rent"
    assert dict(other.forward().forward().answers)["order"] == "yes"


def test_a_changed_answer_keeps_the_later_ones_that_hold(guide: Guides) -> None:
    talk = said(guide, GAS).change("which_cylinders", "large")
    assert talk.question is None
    assert talk.possible_codes == ("E0424",)
    assert list(talk.answers) == ["payer", "door", "which_cylinders", "transaction", "order"]


def test_a_changed_answer_asks_again_what_does_not_hold(guide: Guides) -> None:
    talk = said(guide, GAS).change("door", "part")
    assert talk.question is not None
    assert talk.question.id == "part_family"
    talk = talk.answer("power").answer("battery")
    assert talk.question is not None
    assert talk.question.id == "transaction"
    assert [offer.value for offer in talk.possible_answers] == ["sell_new", "sell_used"]
    assert talk.answer("sell_new").answers["order"] == "yes"


def test_a_changed_answer_that_opens_a_question_keeps_those_behind_it(guide: Guides) -> None:
    talk = said(guide, GAS).change("transaction", "replace")
    assert talk.question is not None
    assert talk.question.id == "why_replaced"
    assert list(talk.answer("lost").answers)[-1] == "order"


def test_changing_there_and_back_gives_the_same_conversation(guide: Guides) -> None:
    talk = said(guide, RENTED)
    assert talk.question is None
    assert talk.change("payer", "commercial").change("payer", "medicare") == talk
    assert talk.change("started", "2024-01-01").change("started", "2023-04-15") == talk


def test_medicares_own_questions_stay_out_of_sight_of_others(guide: Guides) -> None:
    for payer in ("medicaid", "tricare", "commercial", "none"):
        talk = said(guide, RENTED).change("payer", payer)
        assert list(talk.answers) == ["payer", "door", "which_home_unit", "transaction", "order"]
        assert talk.question is None


@pytest.mark.parametrize(
    ("started", "asked"),
    [("2020-02-29", False), ("2023-03-31", False), ("2023-04-01", True), ("2023-05-11", True), ("2023-05-12", False)],
)
def test_the_pandemic_is_asked_about_only_where_it_matters(*, started: str, asked: bool, guide: Guides) -> None:
    talk = said(guide, [*RENTED[:9], started])
    while talk.question is not None and talk.question.id in ("group", "basis"):
        talk = talk.answer(talk.possible_answers[0].value)
    assert talk.question is not None
    assert (talk.question.id == "pandemic") is asked


@pytest.mark.parametrize(
    ("started", "asked"),
    [("2020-02-29", False), ("2020-03-01", True), ("2023-05-11", True), ("2023-05-12", False)],
)
def test_the_waiver_is_asked_about_only_where_it_matters(*, started: str, asked: bool, guide: Guides) -> None:
    talk = said(guide, [*HOME, "2", "same", "no", started, "rest"])
    assert talk.question is not None
    assert talk.question.id == ("pandemic" if asked else "excluded")


def test_the_notice_is_asked_for_without_an_order_too(guide: Guides) -> None:
    talk = said(guide, ["medicare", "home_unit", "one_tube", "rent", "no", "2", "same"])
    asked = []
    while talk.question is not None:
        asked.append(talk.question.id)
        talk = talk.answer(some_answer(talk, 0) or "")
    assert "notice" in asked
    assert not {"met", "started", "group", "pandemic"} & set(asked)


@pytest.mark.parametrize(
    ("answers", "wrong", "words"),
    [
        ([], "medicair", "choose one of medicare, medicare_advantage"),
        (["commercial", "part", "power", "battery"], "rent", "choose one of sell_new, sell_used"),
        (HOME, "a lot", "a number from 0 to 100"),
        (HOME, "101", "a number from 0 to 100"),
        (HOME, "-1", "a number from 0 to 100"),
        (HOME, "nan", "a number from 0 to 100"),
        ([*HOME, "2", "same", "yes"], "2026-02-30", "like 2026-03-02"),
        ([*HOME, "2", "same", "yes"], "2026-03-03", "2026-03-02"),
        (["medicare", "home_unit", "one_tube", "maintain", "yes", "yes", "2024-01-01", "1"], "0", "from 1 to"),
        (["medicare", "home_unit", "one_tube", "maintain", "yes", "yes", "2024-01-01", "1"], "1.5", "whole number"),
        (["none", "something_else", "sell_new", "yes"], "   ", "type a few words"),
        (["none", "something_else", "sell_new", "yes", "a", "b", "c", "d"], "12.5", "like 2495.00"),
        (["none", "oximeter", "sell_new", "yes"], "again", "Nothing is asked any more"),
    ],
)
def test_a_bad_answer_is_refused_in_a_sentence(answers: list[str], wrong: str, words: str, guide: Guides) -> None:
    talk = said(guide, answers)
    before = talk.plain()
    with pytest.raises(NotAnAnswer) as refused:
        talk.answer(wrong)
    assert words in str(refused.value)
    assert talk.plain() == before


def test_only_an_answer_that_was_given_can_be_changed(guide: Guides) -> None:
    talk = said(guide, ["commercial"])
    with pytest.raises(NotAnAnswer, match="not answered yet"):
        talk.change("door", "part")
    with pytest.raises(NotAnAnswer, match="choose one of"):
        talk.change("payer", "medicair")


def test_what_was_typed_is_kept_in_one_way(guide: Guides) -> None:
    talk = said(guide, [*HOME, " 2.50 ", "same", "yes", "3/2/2026"])
    assert talk.answers["flow_day"] == "2.5"
    assert talk.answers["started"] == "2026-03-02"


@pytest.mark.parametrize(
    "plain",
    [{}, {"on": "soon", "answers": {}, "undone": {}}, {"on": "2026-03-02", "answers": [], "undone": {}},
     {"on": "2026-03-02", "answers": {"payer": 1}, "undone": {}}, {"on": "2026-03-02", "answers": {}}],
)  # fmt: skip
def test_what_was_not_put_away_is_refused(plain: dict[str, object], guide: Guides) -> None:
    with pytest.raises(NotAnAnswer, match="begin anew"):
        conversation.from_plain(plain, guide(ON))


def test_answers_of_an_older_version_are_asked_again(guide: Guides) -> None:
    plain = {"on": "2026-03-02", "answers": {"payer": "commercial", "door": "sled", "color": "red"}, "undone": {}}
    talk = conversation.from_plain(plain, guide(ON))
    assert list(talk.answers) == ["payer"]
    assert talk.question is not None
    assert talk.question.id == "door"


def test_an_answered_question_can_be_seen_anew_without_losing_anything(guide: Guides) -> None:
    talk = said(guide, GAS)
    earlier = talk.before("door")
    assert earlier.question is not None
    assert earlier.question.id == "door"
    assert "cylinders" in [answer.value for answer in earlier.offered]
    assert talk.before("never asked") == talk


def test_what_forbids_is_known_as_soon_as_it_is_known_what_is_done(guide: Guides) -> None:
    assert said(guide, ["medicare", "portable_unit"]).stops == ()
    stops = said(guide, ["medicare", "portable_unit", "sell_new"]).stops
    assert [stop.rule for stop in stops] == ["medicare-never-buys"]
    assert said(guide, ["commercial", "portable_unit", "sell_new"]).stops == ()


def test_ways_that_were_sought_elsewhere_serve_as_well(guide: Guides) -> None:
    own = guide(ON)
    told = conversation.begin(own.knowing(own.ways[:1]))
    assert told.possible_codes == own.ways[0].codes
