"""What is issued: numbered without gaps, the same for ever, corrected, given back, many at once, and never twice."""

import json
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from db import driver
from db.book.rows import Store
from desktop.desk import Desk
from desktop.operations import documents, issuing, store
from desktop.operations.book import Book, BookProblem, happened, open_book
from desktop.operations.document_pages import PAGES, Beside, Page
from desktop.operations.documents import DRAFT, ISSUED, RECEIPT, SUPERBILL, Content
from desktop.operations.issuing import Issued
from tests.operations.begun import draft

ROOT = Path(__file__).parents[2]
ISSUING = """
import json, sys
from datetime import date
from pathlib import Path
from desktop import files
from desktop.desk import Desk
from desktop.operations import documents, issuing
from desktop.operations.book import open_book
from desktop.rulefiles.load import load

class Known:
    edition, as_of = "HCPCS October 2025", date(2025, 10, 1)
    def code(self, code): return None
    def modifier(self, modifier): return None
    def place_of_service(self, place): return None
    def has_diagnoses(self, on): return False
    def diagnosis(self, code, on): return None
    def newest_words(self, diagnosis): return ""

desk = Desk(Known(), load(files.resources()), lambda _: None, date(2026, 3, 2))
with open_book(Path(sys.argv[1])) as book:
    waiting = sorted(document.id for document in documents.listed(book, kinds=["receipt"]))
    def told(issued):
        print(issued.document.number, flush=True)
        return True
    issuing.issue_many(book, desk, waiting, told)
"""


def test_what_is_issued_has_number_page_and_words(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    issued = issuing.issue(book, desk, draft(book, bought))
    document = issued.document
    assert issued.done
    assert (document.number, document.issued_on) == ("SB-2026-000001", date(2026, 3, 2))
    assert (document.total, document.paid) == (Decimal("2520.00"), Decimal("2520.00"))
    assert documents.read(book, document.id) == document
    assert documents.pdf(book, document.id).startswith(b"%PDF-")
    (line,) = documents.lines(book, document.id)
    assert (line.code, line.words, line.edition) == ("E1392", "Oxygen system, rental", "HCPCS October 2025")
    (payment,) = documents.payments(book, document.id)
    assert (payment.method, payment.amount, payment.reference) == ("card", Decimal("2520.00"), "auth 00417")
    assert documents.content(book, document.id).wire["number"] == "SB-2026-000001"


def test_a_reprint_is_the_same_bytes(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    document = issuing.issue(book, desk, draft(book, bought)).document
    first = documents.pdf(book, document.id)
    store.save(book, Store(legal_name="Another name"))
    with book.another() as elsewhere:
        assert documents.pdf(elsewhere, document.id) == first


def test_numbers_have_no_gaps_and_each_kind_and_year_its_own(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    store.save(book, Store(superbill_prefix="GB", receipt_prefix="R"))
    wrong = bought | {"diagnoses": []}
    later = replace(desk, today=date(2027, 1, 4))
    asked = [
        (desk, bought, SUPERBILL), (desk, wrong, SUPERBILL), (desk, bought, RECEIPT), (desk, bought, SUPERBILL),
        (later, bought, RECEIPT), (desk, wrong, SUPERBILL), (desk, bought, SUPERBILL),
    ]  # fmt: skip
    numbers = [issuing.issue(book, on, draft(book, wire, kind)).document.number for on, wire, kind in asked]
    assert numbers == [
        "GB-2026-000001", None, "R-2026-000001", "GB-2026-000002", "R-2027-000001", None, "GB-2026-000003",
    ]  # fmt: skip


def test_a_number_that_is_taken_is_a_sentence(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    issuing.issue(book, desk, draft(book, bought))
    store.save(book, Store(superbill_prefix="X", receipt_prefix="SB"))
    with pytest.raises(BookProblem, match="in the book already"):
        issuing.issue(book, desk, draft(book, bought, RECEIPT))


def test_a_stop_issues_nothing_and_says_why(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    issued = issuing.issue(book, desk, draft(book, bought | {"diagnoses": []}))
    assert not issued.done
    assert issued.document.state == DRAFT
    assert "diagnoses" in {finding.field for finding in issued.findings}


def test_a_request_that_is_none_yet_names_the_field(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    bought["lines"][0]["charge"] = "2,495"
    issued = issuing.issue(book, desk, draft(book, bought))
    assert issued.problem is not None
    assert issued.problem.startswith("lines[0].charge: ")
    assert not issued.done


def test_issuing_again_gives_the_same_document(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    number = draft(book, bought)
    once = issuing.issue(book, desk, number)
    assert issuing.issue(book, desk, number).document == once.document
    assert len(documents.listed(book, states=[ISSUED])) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "update papers set pdf = x'00'", "delete from papers", "update issued_lines set charge = '1.00'",
        "delete from issued_lines", "update payments set amount = '1.00'", "delete from payments",
        "delete from documents",

        "update contents set wire = '{}'", "delete from contents",
        "insert or replace into contents select document_id, '{}', form from contents",
        "insert or replace into papers select document_id, x'00', '', '', '' from papers",
        "insert into issued_lines (document_id, place, code) values (1, 9, 'E1390')",
        "update documents set replaced_by = 1, state = 'draft'",
        "update documents set number = 'X'", "update documents set state = 'draft'",
        "update documents set total = '0.00'", "update documents set deleted = 1",
        "update documents set patient_name = ''",
    ],
)  # fmt: skip
def test_the_book_itself_forbids_to_change_what_was_issued(
    book: Book, desk: Desk, bought: dict[str, Any], statement: str
) -> None:
    issuing.issue(book, desk, draft(book, bought))
    with pytest.raises(driver.DatabaseError, match="what was issued is never changed"):
        book.connection.execute(statement)


def test_an_issued_document_cannot_be_kept_or_dropped(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    number = draft(book, bought)
    issuing.issue(book, desk, number)
    with pytest.raises(BookProblem, match="stays as it is"):
        documents.keep(book, number, Content({}))
    with pytest.raises(BookProblem, match="stays as it is"):
        documents.drop(book, number)


def test_a_page_that_was_tampered_with_is_not_printed(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    number = draft(book, bought)
    issuing.issue(book, desk, number)
    book.connection.execute("drop trigger papers_no_update")
    book.connection.execute("update papers set pdf = x'255044462d'")
    with pytest.raises(BookProblem, match="not the one that was issued"):
        documents.pdf(book, number)


def test_a_logo_that_is_none_is_a_sentence(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    store.set_logo(book, b"not a picture")
    issued = issuing.issue(book, desk, draft(book, bought))
    assert issued.problem
    assert not issued.done


def test_a_dropped_draft_is_not_issued_until_it_is_back(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    number = draft(book, bought)
    documents.drop(book, number)
    assert documents.listed(book) == []
    with pytest.raises(BookProblem, match="bring it back"):
        issuing.issue(book, desk, number)
    documents.undo_drop(book, number)
    assert issuing.issue(book, desk, number).done


def test_one_that_fails_does_not_stop_the_others(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    fails = draft(book, bought | {"language": "es"})

    def page(at: Desk, wire: Mapping[str, Any], beside: Beside) -> Page:
        if wire["language"] == "es":
            raise ZeroDivisionError
        return PAGES[SUPERBILL](at, wire, beside)

    numbers = [draft(book, bought), fails, 999, draft(book, bought | {"diagnoses": []}), draft(book, bought)]
    told: list[Issued] = []

    def go_on(one: Issued) -> bool:
        told.append(one)
        return True

    done = issuing.issue_many(book, desk, numbers, go_on, {SUPERBILL: page})
    assert done == told
    assert [one.document.number for one in done] == ["SB-2026-000001", None, None, None, "SB-2026-000002"]
    assert done[1].problem == "The page could not be made (ZeroDivisionError)"
    assert done[2].problem is not None
    assert "no document number 999" in done[2].problem
    assert done[3].findings


def test_many_can_be_stopped_between_two(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    numbers = [draft(book, bought) for _ in range(3)]
    assert len(issuing.issue_many(book, desk, numbers, lambda _: False)) == 1
    assert len(documents.listed(book, states=[DRAFT])) == 2


def test_a_killed_batch_doubles_and_loses_nothing(tmp_path: Path, bought: dict[str, Any]) -> None:
    many = 30
    with open_book(tmp_path) as book:
        for _ in range(many):
            draft(book, bought, RECEIPT)
    command = [sys.executable, "-c", ISSUING, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as running:
        assert running.stdout is not None
        told = [running.stdout.readline().decode().strip() for _ in range(7)]
        running.send_signal(signal.SIGKILL)
    with open_book(tmp_path) as book:
        issued = documents.listed(book, states=[ISSUED])
        assert len(issued) < many
        assert {document.number for document in issued} >= set(told)
        for document in issued:
            assert documents.pdf(book, document.id)
    done = subprocess.run(command, capture_output=True, cwd=ROOT, text=True, check=True)
    assert len(done.stdout.splitlines()) == many
    with open_book(tmp_path) as book:
        documented = documents.listed(book)
        numbers = sorted(str(document.number) for document in documented)
        assert numbers == [f"RC-2026-{number:06}" for number in range(1, many + 1)]
        assert len({document.sha256 for document in documented}) == many


def test_the_audit_tells_what_happened_to_which(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    number = draft(book, bought)
    issuing.issue(book, desk, number)
    copy = issuing.corrected_copy(book, number)
    issuing.issue(book, desk, copy.id)
    told = [(entry.what, entry.noun, entry.id) for entry in reversed(happened(book))]
    assert told == [
        ("made", "superbill", number), ("issued", "superbill", number), ("made", "superbill", copy.id),
        ("voided", "superbill", number), ("issued", "superbill", copy.id),
    ]  # fmt: skip


def test_documents_are_listed_by_state_kind_words_and_day(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    first = issuing.issue(book, desk, draft(book, bought)).document
    second = documents.begin(book, RECEIPT, content=Content({"patient": {"first": "Zoë", "last": "Bùi"}}))
    assert [row.id for row in documents.listed(book)] == [second.id, first.id]
    assert [row.id for row in documents.listed(book, states=[ISSUED])] == [first.id]
    assert [row.id for row in documents.listed(book, kinds=[RECEIPT])] == [second.id]
    assert [row.id for row in documents.listed(book, text="bui zo")] == [second.id]
    assert [row.id for row in documents.listed(book, text="2026-000001")] == [first.id]
    assert documents.listed(book, since=date(2026, 3, 3)) == []
    assert [row.id for row in documents.listed(book, since=date(2026, 3, 2))] == [first.id]
    assert len(documents.listed(book, limit=1)) == 1


def test_a_draft_holds_anything_half_typed(book: Book) -> None:
    wire = {"lines": [{"charge": "12,"}, None, {"charge": "3.00"}], "payments": None, "tax": 5}
    kept = documents.begin(book, content=Content(wire, {"dob": "8/1"}))
    assert (kept.total, kept.patient_name) == (Decimal("3.00"), None)
    assert json.dumps(documents.content(book, kept.id).form) == '{"dob": "8/1"}'
