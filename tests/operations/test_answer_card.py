"""The answer card: what it says of a conversation's end and of typed codes, and what it hands to a superbill."""

from datetime import date

import pytest

from desktop.core.rulebook import Rulebook
from desktop.desk import Desk
from desktop.operations import answer_card, finding_code
from desktop.operations.answer_card import Card, NotTyped
from desktop.operations.catalogue import ShippedCatalogue
from desktop.operations.counter import Counter

SOLD = {"payer": "commercial", "door": "portable_unit", "transaction": "sell_new", "portable_does": "only_portable"}


@pytest.fixture
def desk(catalogue: ShippedCatalogue, rules: Rulebook) -> Desk:
    """A desk in March 2026."""
    return Desk(catalogue, rules, Counter(rules), date(2026, 3, 2))


def card_of(desk: Desk, answers: dict[str, str]) -> Card:
    """The card at the end of these answers."""
    card = answer_card.of_talk(desk, finding_code.begin(desk, answers))
    assert card is not None
    return card


def typed(desk: Desk, text: str, payer: str = "commercial") -> Card:
    """The card of a typed text."""
    request = finding_code.begin(desk, {"payer": payer}).request()
    assert request is not None
    return answer_card.of_typed(desk, text, request)


def test_there_is_no_card_before_the_code_is_known(desk: Desk) -> None:
    assert answer_card.of_talk(desk, finding_code.begin(desk, {"payer": "medicare"})) is None


def test_each_reason_names_its_authority(desk: Desk) -> None:
    card = card_of(desk, {**SOLD, "plan_takes": "e1392", "order": "yes"})
    [reasons] = card.reasons
    assert reasons[1].words.startswith("NU: new equipment")
    assert reasons[1].mark == "published"
    assert "HCPCS-2025-10" in [source.id for source in reasons[1].sources]


def test_what_to_ask_the_plan_is_a_numbered_list(desk: Desk) -> None:
    lines = card_of(desk, {**SOLD, "plan_takes": "e1392", "order": "yes"}).plan_text.splitlines()
    assert [line[:3] for line in lines] == ["1. ", "2. "]


def test_what_is_forbidden_has_no_line_and_says_why(desk: Desk) -> None:
    card = card_of(desk, {**SOLD, "payer": "medicare"})
    assert card.forbidden
    assert card.found.lines == ()
    assert card.findings[0].rule == "medicare-never-buys"


def test_a_typed_code_that_is_right_has_its_reasons_and_nothing_instead(desk: Desk) -> None:
    card = typed(desk, "e1392-nu")
    assert card.instead is None
    assert [line.words for line in card.found.lines] == ["E1392 NU"]
    assert len(card.reasons) == 1


def test_a_typed_code_that_is_not_has_the_finders_own_beside_it(desk: Desk) -> None:
    card = typed(desk, "E0431 NU")
    assert card.instead is not None
    assert card.instead.words == "E0430 NU"
    assert card.reasons == ()
    assert [line.item for line in card.found.lines] == ["gas_portable"]


def test_findings_stand_with_what_stops_first(desk: Desk) -> None:
    severities = [finding.severity for finding in typed(desk, "E1390 and E0431 RR KX").findings]
    assert severities == sorted(severities, key=["stop", "warn", "note"].index)
    assert severities[0] == "stop"


def test_what_is_no_line_of_codes_is_a_sentence(desk: Desk) -> None:
    with pytest.raises(NotTyped, match="type a code and its modifiers, like E1392 NU"):
        typed(desk, "a portable one")
    assert not answer_card.is_typed_code("a portable one")


def test_a_text_is_checked_for_the_kind_of_plan_that_pays(desk: Desk) -> None:
    private, medicare = (answer_card.of_text(desk, "E1392 NU", payer) for payer in ("commercial", "medicare"))
    assert private is not None
    assert not private.forbidden
    assert medicare is not None
    assert medicare.forbidden
    assert not medicare.mistyped
    unknown = answer_card.of_text(desk, "E9999 NU", "commercial")
    assert unknown is not None
    assert unknown.mistyped
    assert answer_card.of_text(desk, "a portable one", "commercial") is None
