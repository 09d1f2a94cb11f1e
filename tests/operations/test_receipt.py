"""The papers beside the superbill as operations: requests in, answers and bytes out."""

import copy
import hashlib
import io
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from desktop import files
from desktop.border import NotRight
from desktop.core.codes import Catalogue
from desktop.core.rulebook import Rulebook
from desktop.desk import Desk
from desktop.operations.issued import Issued
from desktop.operations.receipt import abn_reasons, abn_sheet, credit, receipt
from desktop.operations.superbill import issue
from desktop.paper.logo import LogoProblem
from tests.operations.anything import changed

Request = dict[str, Any]


@pytest.fixture
def counter(small_catalogue: Catalogue, rules: Rulebook) -> Desk:
    return Desk(small_catalogue, rules, lambda _: None, date(2026, 3, 2))


@pytest.fixture
def medicare(bought: Request) -> Request:
    """A Medicare patient at an enrolled store; plan, doctor, order and diagnoses are not known."""
    bought["payer"] = {"kind": "medicare", "name": None, "address": None}
    bought["supplier"]["medicare_enrolled"] = True
    for part in ("prescriber", "order"):
        bought[part] = dict.fromkeys(bought[part])
    bought["diagnoses"] = []
    bought["lines"][0]["pointers"] = []
    return bought


@pytest.fixture
def returned(bought: Request) -> Request:
    refund = {"on": "2026-03-09", "method": "card", "amount": "2495.00", "reference": None}
    back = {"lines": [{"line": 0, "units": 1, "amount": None}], "tax": None, "refunds": [refund]}
    return {
        "issued_on": "2026-03-09",
        "language": "en",
        "number": "CR-2026-000004",
        "reason": "Too heavy",
        "original": bought,
        "returned": back,
    }


def rules_of(issued: Any) -> list[str]:
    return [finding.rule for finding in issued.answer.findings]


def said(pdf: bytes | None) -> str:
    assert pdf is not None
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_who_may_not_have_a_superbill_leaves_with_a_receipt(medicare: Request, counter: Desk) -> None:
    assert issue(counter, copy.deepcopy(medicare), draft=False).pdf is None
    issued = receipt(counter, medicare)
    assert issued.answer.findings == ()
    assert "NOT FOR FILING WITH MEDICARE" in said(issued.pdf)
    assert issued.pdf is not None
    assert issued.answer.sha256 == hashlib.sha256(issued.pdf).hexdigest()
    assert (issued.answer.pages, issued.answer.total, issued.answer.balance) == (1, "2520.00", "0.00")


def test_a_receipt_without_a_day_is_printed_as_a_draft_only(medicare: Request, counter: Desk) -> None:
    medicare["issued_on"] = None
    stopped, draft = receipt(counter, copy.deepcopy(medicare)), receipt(counter, medicare, draft=True)
    assert (rules_of(stopped), stopped.pdf, stopped.answer.pages) == (["receipt-missing"], None, None)
    assert "DRAFT" in said(draft.pdf)


def test_the_same_request_is_the_same_receipt(medicare: Request, counter: Desk) -> None:
    assert receipt(counter, copy.deepcopy(medicare)).pdf == receipt(counter, medicare).pdf


def test_a_logo_that_cannot_be_used_says_why(medicare: Request, counter: Desk) -> None:
    with pytest.raises(LogoProblem):
        receipt(counter, medicare, logo=b"GIF89a")


def test_a_corrected_copy_says_so_and_a_reprint_of_the_original_does_not(bought: Request, counter: Desk) -> None:
    original = issue(counter, copy.deepcopy(bought), draft=False)
    corrected = issue(counter, copy.deepcopy(bought), draft=False, replaces="SB-2026-000416")
    assert "CORRECTED COPY, replaces SB-2026-000416" in said(corrected.pdf)
    assert issue(counter, bought, draft=False).pdf == original.pdf
    assert "CORRECTED" not in said(original.pdf)


def test_a_credit_tells_what_is_credited_and_what_is_left(returned: Request, counter: Desk) -> None:
    issued = credit(counter, returned)
    assert rules_of(issued) == []
    assert (issued.answer.number, issued.answer.total, issued.answer.paid, issued.answer.balance) == (
        "CR-2026-000004",
        "2495.00",
        "2495.00",
        "0.00",
    )
    assert "line 1 of SB-2026-000417" in said(issued.pdf)


def test_more_cannot_come_back_than_was_sold(returned: Request, counter: Desk) -> None:
    returned["earlier"] = [returned["returned"]]
    issued = credit(counter, returned)
    assert "credit-too-many" in rules_of(issued)
    assert issued.pdf is None


@pytest.mark.parametrize(
    ("way", "value", "path"),
    [
        (("returned", "lines", 0, "line"), -1, "returned.lines[0].line"),
        (("returned", "lines", 0, "units"), 0, "returned.lines[0].units"),
        (("returned", "lines", 0, "amount"), "-1.00", "returned.lines[0].amount"),
        (("returned", "tax"), "1", "returned.tax"),
        (("original", "lines", 0, "charge"), "x", "original.lines[0].charge"),
        (("why",), "x", "why"),
    ],
)
def test_what_is_not_right_in_a_credit_is_named(
    way: tuple[str | int, ...], value: object, path: str, returned: Request, counter: Desk
) -> None:
    inside: Any = returned
    for step in way[:-1]:
        inside = inside[step]
    inside[way[-1]] = value
    with pytest.raises(NotRight) as caught:
        credit(counter, returned)
    assert caught.value.path == path


def test_the_sheet_takes_the_reason_of_the_sale(medicare: Request, counter: Desk) -> None:
    issued = abn_sheet(counter, medicare)
    assert rules_of(issued) == ["abn-edition", "abn-voluntary"]
    assert issued.answer.total == "2495.00"
    assert "Medicare pays for oxygen equipment as a rental only" in said(issued.pdf)


def test_a_chosen_reason_stands_instead(medicare: Request, counter: Desk) -> None:
    words = said(
        abn_sheet(counter, medicare, reasons=["no_order", "no_order"], own_reason="  Your  plan\nsaid so. ").pdf
    )
    assert words.count("We do not have that order.") == 1
    assert "Your plan said so." in words
    assert "as a rental only" not in words


def test_a_rental_without_a_reason_waits_for_one(medicare: Request, counter: Desk) -> None:
    medicare["lines"][0]["modifiers"] = ["RR"]
    issued = abn_sheet(counter, medicare, own_reason=" ")
    assert (rules_of(issued), issued.pdf) == (["abn-missing", "abn-edition"], None)


def test_a_reason_that_there_is_not_is_named(medicare: Request, counter: Desk) -> None:
    with pytest.raises(NotRight) as caught:
        abn_sheet(counter, medicare, reasons=["no_order", "full_moon"])
    assert caught.value.path == "reasons[1]"


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_reason_has_words_for_the_patient(language: str) -> None:
    reasons = abn_reasons(language)
    assert {"not_enrolled", "bought", "no_qualifying_test"} <= reasons.keys()
    assert all(words.endswith(".") for words in reasons.values())


SALE = json.loads(files.resource("examples/noc-backpack.json"))
RETURN = {
    "lines": [{"line": 0, "units": 1, "amount": None}, {"line": 0, "units": 1, "amount": "1.00"}],
    "other_charges": [{"charge": 0, "amount": None}],
    "tax": "1.00",
    "refunds": [{"on": "2026-03-09", "method": "card", "amount": "1.00", "reference": None}],
}
CREDIT = {
    "issued_on": "2026-03-09",
    "language": "es",
    "number": "CR-2026-000004",
    "reason": "Too heavy",
    "original": SALE,
    "returned": RETURN,
    "earlier": [RETURN],
}


def _tried(ask: Callable[..., Issued], counter: Desk, request: Request, *, draft: bool) -> Issued | NotRight:
    try:
        return ask(counter, request, draft=draft)
    except NotRight as problem:
        return problem


@given(sale=changed(SALE), back=changed(CREDIT), draft=st.booleans())
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_anywhere_gets_an_answer_or_a_path(
    *, counter: Desk, sale: Request, back: Request, draft: bool
) -> None:
    for ask, request in ((receipt, sale), (abn_sheet, sale), (credit, back)):
        issued = _tried(ask, counter, copy.deepcopy(request), draft=draft)
        if isinstance(issued, NotRight):
            assert issued.path
        else:
            stops = [finding for finding in issued.answer.findings if finding.severity == "stop"]
            assert (issued.pdf is None) == (bool(stops) and not draft)
