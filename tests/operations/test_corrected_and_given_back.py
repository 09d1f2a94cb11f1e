"""What takes the place of an issued document, and what gives it back."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from desktop.desk import Desk
from desktop.operations import documents, issuing, store
from desktop.operations.book import Book, BookProblem
from desktop.operations.document_pages import Beside, Page
from desktop.operations.documents import CREDIT, DRAFT, ISSUED, SUPERBILL, VOIDED, Content
from tests.operations.begun import draft


def test_a_corrected_copy_voids_the_old_one_and_has_everything_in_it(
    book: Book, desk: Desk, bought: dict[str, Any]
) -> None:
    old = issuing.issue(book, desk, draft(book, bought)).document
    copy = issuing.corrected_copy(book, old.id)
    assert (copy.replaces, copy.state) == (old.id, DRAFT)
    assert documents.linked(book, old.id) == [copy]
    assert documents.content(book, copy.id).wire == bought | {"number": None, "issued_on": None}
    assert documents.read(book, old.id).state == ISSUED
    issued = issuing.issue(book, desk, copy.id).document
    voided = documents.read(book, old.id)
    assert (voided.state, voided.replaced_by, issued.number) == (VOIDED, copy.id, "SB-2026-000002")
    assert documents.pdf(book, old.id)
    with pytest.raises(BookProblem, match="was voided"):
        issuing.corrected_copy(book, old.id)
    with pytest.raises(BookProblem, match="stays as it is"):
        issuing.issue(book, desk, old.id)
    assert issuing.corrected_copy(book, issued.id).replaces == issued.id


def test_the_old_one_holds_while_its_copy_is_dropped_or_stopped(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    old = issuing.issue(book, desk, draft(book, bought)).document
    copy = issuing.corrected_copy(book, old.id)
    assert issuing.corrected_copy(book, old.id) == copy
    documents.keep(book, copy.id, Content(bought | {"number": None, "diagnoses": []}))
    assert not issuing.issue(book, desk, copy.id).done
    assert documents.read(book, old.id) == old
    documents.drop(book, copy.id)
    other = issuing.corrected_copy(book, old.id)
    assert issuing.issue(book, desk, other.id).document.number == "SB-2026-000002"
    documents.undo_drop(book, copy.id)
    documents.keep(book, copy.id, Content(bought | {"number": None}))
    with pytest.raises(BookProblem, match="SB-2026-000001 was voided before"):
        issuing.issue(book, desk, copy.id)


def test_the_corrected_copy_of_a_credit_gives_back_in_place_of_it(
    book: Book, desk: Desk, bought: dict[str, Any]
) -> None:
    sold = issuing.issue(book, desk, draft(book, bought)).document
    old = issuing.issue(book, desk, issuing.credit(book, sold.id, [0], "did not fit").id).document
    issued = issuing.issue(book, desk, issuing.corrected_copy(book, old.id).id)
    assert (issued.done, issued.document.number) == (True, "CR-2026-000002")
    assert documents.read(book, old.id).state == VOIDED


def test_a_draft_needs_no_corrected_copy(book: Book, bought: dict[str, Any]) -> None:
    with pytest.raises(BookProblem, match="not issued yet"):
        issuing.corrected_copy(book, draft(book, bought))


def test_the_page_of_a_correction_gets_the_number_that_it_replaces(
    book: Book, desk: Desk, bought: dict[str, Any]
) -> None:
    seen: list[Beside] = []

    def page(_desk: Desk, _wire: Mapping[str, Any], beside: Beside) -> Page:
        seen.append(beside)
        return Page(b"%PDF-", (), Decimal("1.00"), Decimal("0.00"))

    store.set_logo(book, b"logo")
    old = issuing.issue(book, desk, draft(book, bought), {SUPERBILL: page}).document
    issuing.issue(book, desk, issuing.corrected_copy(book, old.id).id, {SUPERBILL: page})
    assert seen == [Beside(None, b"logo"), Beside("SB-2026-000001", b"logo")]


def test_a_credit_gives_back_once_and_names_the_original(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    old = issuing.issue(book, desk, draft(book, bought)).document
    credit = issuing.credit(book, old.id, [0], "did not fit")
    assert (credit.kind, credit.of, credit.total) == (CREDIT, old.id, Decimal("-2495.00"))
    issued = issuing.issue(book, desk, credit.id).document
    assert (issued.number, issued.total) == ("CR-2026-000001", Decimal("-2495.00"))
    (line,) = documents.lines(book, issued.id)
    assert (line.code, line.charge) == ("E1392", Decimal("-2495.00"))
    again = issuing.issue(book, desk, issuing.credit(book, old.id, [0], "once more").id)
    assert {finding.rule for finding in again.findings} >= {"credit-too-many"}
    rest = issuing.credit(book, old.id, None, "all of it")
    assert rest.total == Decimal("-2520.00")
    with pytest.raises(BookProblem, match="is a credit itself"):
        issuing.credit(book, issued.id)


def test_only_what_is_issued_is_given_back(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    old = issuing.issue(book, desk, draft(book, bought)).document
    copy = issuing.corrected_copy(book, old.id)
    with pytest.raises(BookProblem, match="not issued yet"):
        issuing.credit(book, copy.id)
    issuing.issue(book, desk, copy.id)
    with pytest.raises(BookProblem, match="was voided"):
        issuing.credit(book, old.id)
