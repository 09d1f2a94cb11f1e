"""Whatever is asked of the finder, it answers, and the answer holds together."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import files
from desktop.core.codes import Catalogue
from desktop.core.finder import find
from desktop.core.finding import Severity
from desktop.core.request import Coverage, Cycle, Item, Order, PayerAsked, Request, Transaction
from desktop.core.superbill import Narrative
from desktop.rulefiles.load import load

RULES = load(files.resources())
CODING = RULES.coding
DAYS = st.dates(date(2017, 1, 1), date(2027, 12, 31)) | st.sampled_from(
    [date(2018, 3, 31), date(2018, 4, 1), date(2018, 7, 31), date(2018, 8, 1), date(2023, 3, 31), date(2023, 4, 1)]
)
FLOWS = st.none() | st.sampled_from(["0.5", "0.99", "1", "1.01", "2", "4", "4.01", "6"]).map(Decimal)
PAIRS = [(item.id, transaction) for item in CODING.items.values() for transaction in item.transactions]


def _item(pair: tuple[str, Transaction], why: str, **facts: Any) -> Item:
    name, transaction = pair
    return Item(name, transaction, why if transaction is Transaction.REPLACE else None, **facts)


ITEMS = st.builds(
    _item,
    st.sampled_from(PAIRS),
    st.sampled_from(sorted(CODING.modifiers.replacement.reasons)),
    quantity=st.integers(1, 12),
    ports=st.integers(1, 2),
    portable_definition_met=st.booleans(),
    runs_all_day=st.booleans(),
    narrative=st.none() | st.builds(Narrative, st.none() | st.just("Carrying frame")),
)
REQUESTS = st.builds(
    Request,
    DAYS,
    st.builds(
        PayerAsked,
        st.sampled_from(sorted(CODING.payers)),
        st.sampled_from([None, "E1392", "E1399"]),
        st.booleans(),
        st.booleans(),
    ),
    st.builds(Order, st.booleans(), FLOWS, FLOWS, FLOWS, st.booleans()),
    st.none()
    | st.builds(
        Coverage,
        st.none() | st.booleans(),
        st.none() | st.integers(1, 3),
        st.none() | st.sampled_from(["rest", "exertion", "sleep"]),
        st.none() | DAYS,
        st.sampled_from(["none", "flexibility", "waiver"]),
        st.sampled_from(["none", "signed", "voluntary"]),
        st.booleans(),
    ),
    st.builds(Cycle, st.none() | st.integers(1, 70), st.none() | st.integers(1, 70)),
    st.lists(ITEMS, max_size=5).map(tuple),
)


@given(REQUESTS)
@settings(max_examples=300)
def test_every_request_gets_an_answer_that_holds_together(small_catalogue: Catalogue, request: Request) -> None:
    coding = find(request, RULES, small_catalogue, lambda _: None)
    for line in coding.lines:
        assert len(line.modifiers) <= CODING.modifiers.overflow.most
        placed = [modifier for modifier in line.modifiers if modifier != CODING.modifiers.overflow.modifier]
        assert placed == sorted(set(placed), key=CODING.modifiers.rank), "in their order, none twice"
        for place in CODING.modifiers.places:
            assert not place.one_of or len({*place.modifiers} & {*placed}) <= 1
        assert line.why, "no code without its reason"
        assert all(why.sources for why in line.why)
    said = [(finding.rule, finding.item) for finding in coding.findings]
    assert len(said) == len(set(said)), "a rule says a thing about an item once"
    assert all(finding.mark.may_stop for finding in coding.findings if finding.severity is Severity.STOP)
    assert all("{" not in finding.words for finding in coding.findings)
    on_lines = {line.code for line in coding.lines} | {each.code for each in coding.alternatives}
    assert on_lines.isdisjoint(rejected.code for rejected in coding.rejected)


@given(REQUESTS)
@settings(max_examples=150)
def test_an_item_without_a_line_has_a_finding_that_says_why(small_catalogue: Catalogue, request: Request) -> None:
    coding = find(request, RULES, small_catalogue, lambda _: None)
    with_lines = {line.item for line in coding.lines}
    told = {finding.item for finding in coding.findings}
    assert all(place in with_lines or place in told for place in range(len(request.items)))


@given(REQUESTS)
@settings(max_examples=150)
def test_the_same_request_gets_the_same_answer(small_catalogue: Catalogue, request: Request) -> None:
    answers = [find(request, RULES, small_catalogue, lambda _: None) for _ in range(2)]
    assert answers[0] == answers[1]


@given(REQUESTS)
@settings(max_examples=150)
def test_medicare_questions_change_nothing_for_another_payer(small_catalogue: Catalogue, request: Request) -> None:
    payer = replace(request.payer, kind="commercial", wants_q=False, wants_kx=False)
    with_coverage = replace(request, payer=payer)
    without = replace(with_coverage, coverage=None)
    assert [line.modifiers for line in find(with_coverage, RULES, small_catalogue, lambda _: None).lines] == [
        line.modifiers for line in find(without, RULES, small_catalogue, lambda _: None).lines
    ]
