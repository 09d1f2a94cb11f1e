"""Papers in the box for everything: found without reading them all, and still found when they are old."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from db.book import file, papers
from db.book.rows import Patient
from desktop.operations import documents, paper_search, patients
from desktop.operations.book import Book
from desktop.operations.documents import ISSUED, SUPERBILL, Content, Whose
from desktop.operations.numbers import number_of
from desktop.operations.store import read as store

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def begun(book: Book, last: str, *, of: Patient | None = None) -> int:
    """A draft with a name on it."""
    whose = Whose(of.id) if of else None
    return documents.begin(book, whose=whose, content=Content({"patient": {"last": last}})).id


def numbered(book: Book, last: str) -> str:
    """A paper with the next number; its page does not matter here."""
    document = documents.read(book, begun(book, last))
    with file.transaction(book.connection) as held:
        number = number_of(store(book), SUPERBILL, 2026, papers.next_number(held, SUPERBILL, 2026))
        papers.change(held, replace(document, state=ISSUED, number=number, issued_on=date(2026, 3, 2)), AT)
    return number


def found(book: Book, text: str, *people: Patient) -> list[str | None]:
    return [paper.number or paper.patient_name for paper in paper_search.find(book, text, people, 6)]


def test_a_paper_is_found_by_any_part_of_the_name_on_it(book: Book) -> None:
    begun(book, "Treviño-O'Neill")
    begun(book, "Okafor")
    assert found(book, "trevi") == found(book, "NEILL") == ["Treviño-O'Neill"]
    assert found(book, "t") == []
    assert found(book, "'.") == []


def test_the_one_changed_last_stands_first_and_none_twice(book: Book) -> None:
    patient = patients.save(book, Patient(last="Okafor"))
    first, second = begun(book, "Okafor", of=patient), begun(book, "Okafor", of=patient)
    documents.keep(book, first, Content({"patient": {"last": "Okafor"}}))
    assert [paper.id for paper in paper_search.find(book, "okafor", [patient], 6)] == [first, second]
    assert [paper.id for paper in paper_search.find(book, "okafor", [patient], 1)] == [first]


def test_an_old_paper_is_found_by_whose_it_is_and_by_its_number(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    patient = patients.save(book, Patient(last="Okafor"))
    begun(book, "Okafor", of=patient)
    old = numbered(book, "Bui")
    begun(book, "Somebody else")
    monkeypatch.setattr(paper_search, "_LATEST", 1)
    assert found(book, "okafor", patient) == ["Okafor"]
    assert found(book, "bui") == []
    assert old == "SB-2026-000001"
    assert found(book, "sb-2026-0") == found(book, "01") == found(book, "000001") == [old]
    assert found(book, "02") == found(book, "SB-2027") == []


def test_a_first_name_that_is_longer_than_the_last_leads_the_search(book: Book) -> None:
    for last in ("Cruz", "Diaz"):
        patients.save(book, Patient(first="Maribel", last=last))
    patients.save(book, Patient(first="Maribel", last="De la Cerda"))
    assert [each.last for each in patients.find(book, "c,mari", date(2026, 3, 2))] == ["Cruz", "De la Cerda"]
