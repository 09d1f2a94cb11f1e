"""What is read from the government's files, and what is refused."""

import gzip
import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence

import pytest

from db.catalogue import official
from db.problems import OfficialFileRefused

Workbook = Callable[[Sequence[Mapping[str, str | float]]], bytes]
Order = Callable[[str, Sequence[tuple[str, int, str]]], bytes]


def read(workbook: bytes, headings: list[str]) -> list[official.CodeCells]:
    return official.codes("file", official.records("file", workbook, headings), headings)


def test_a_record_of_the_workbook_becomes_a_code_with_its_days(workbook: Workbook, headings: list[str]) -> None:
    record = {"HCPC": "E1390", "SHORT DESCRIPTION": "Oxygen concentrator", "TERM DT": "20251231"}
    assert read(workbook([record]), headings) == [
        ("E1390", "code", "Oxygen concentrator", "Words", "2000-01-01", "2025-12-31")
    ]


def test_a_modifier_loses_the_blanks_before_it(workbook: Workbook, headings: list[str]) -> None:
    assert read(workbook([{"HCPC": "   KX", "RECID": "7"}]), headings)[0][:2] == ("KX", "modifier")


def test_numbers_where_cms_left_them_are_read_as_texts(workbook: Workbook, headings: list[str]) -> None:
    [cells] = official.records("file", workbook([{"HCPC": "L6034", "ADD DT": 20251001.0, "TOS1": 2.0}]), headings)
    assert cells[headings.index("ADD DT")] == "20251001"
    assert cells[headings.index("TOS1")] == "2"


@pytest.mark.parametrize("foreign", ["99213", "D0120", "0159T", "25"])
def test_a_workbook_with_a_code_of_the_ama_or_the_ada_is_refused(
    foreign: str, workbook: Workbook, headings: list[str]
) -> None:
    with pytest.raises(OfficialFileRefused, match=f"holds {foreign}, which is the AMA's or the ADA's"):
        read(workbook([{"HCPC": "E1390"}, {"HCPC": foreign}]), headings)


@pytest.mark.parametrize("foreign", ["99213", "D0120"])
def test_a_code_list_with_a_code_of_the_ama_or_the_ada_is_refused(foreign: str) -> None:
    with pytest.raises(OfficialFileRefused, match=f"holds {foreign}, which is the AMA's or the ADA's"):
        official.code_list("file", gzip.compress(f"E1390\n{foreign}\n".encode()))


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ({"HCPC": "E1390", "ADD DT": ""}, "the record of E1390 has the day None"),
        ({"HCPC": "E1390", "ADD DT": "20000230"}, "the record of E1390 has the day 20000230"),
        ({"HCPC": "E1390", "TERM DT": "2025-12-31"}, "the record of E1390 has the day 2025-12-31"),
        ({"HCPC": "E1390", "RECID": "5"}, "the record of E1390 has the record id 5"),
        ({"HCPC": ""}, "the record of a blank code has the record id 3"),
        ({"HCPC": "E139"}, "E139 does not look like a code"),
        ({"HCPC": "E1390", "RECID": "7"}, "E1390 does not look like a modifier"),
    ],
)
def test_a_record_that_is_not_one_is_refused(
    record: dict[str, str], words: str, workbook: Workbook, headings: list[str]
) -> None:
    with pytest.raises(OfficialFileRefused, match=re.escape(f"The official file file is not used: {words}")):
        read(workbook([record]), headings)


def test_a_code_twice_is_refused(workbook: Workbook, headings: list[str]) -> None:
    with pytest.raises(OfficialFileRefused, match="it holds E1390 2 times"):
        read(workbook([{"HCPC": "E1390"}, {"HCPC": "E1392"}, {"HCPC": "E1390"}]), headings)


def test_a_workbook_without_a_column_is_refused(workbook: Workbook, headings: list[str]) -> None:
    with pytest.raises(OfficialFileRefused, match="it has no column PRICE9"):
        official.records("file", workbook([{"HCPC": "E1390"}]), [*headings, "PRICE9"])


def test_what_is_not_a_workbook_is_refused(headings: list[str]) -> None:
    with pytest.raises(OfficialFileRefused, match="it is not a workbook that can be read"):
        official.records("file", b"HCPC,SEQNUM", headings)


@pytest.mark.parametrize(
    "data", [b"E1390\n", gzip.compress(b"E1390\nE1392\n", mtime=0)[:-9], gzip.compress("é".encode(), mtime=0)]
)
def test_a_code_list_that_cannot_be_read_is_refused(data: bytes) -> None:
    with pytest.raises(OfficialFileRefused, match="it cannot be read"):
        official.code_list("file", data)


def test_a_code_list_of_something_else_is_refused() -> None:
    with pytest.raises(OfficialFileRefused, match="hello does not look like a code"):
        official.code_list("file", gzip.compress(b"hello\n"))


def test_a_table_without_a_column_is_refused() -> None:
    with pytest.raises(OfficialFileRefused, match="it has no column states"):
        official.table("file", b"zip3\n787\n", ("zip3", "states"))


def test_bytes_that_are_not_the_published_ones_are_refused() -> None:
    published = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert official.verified("file", b"abc", published) == b"abc"
    with pytest.raises(OfficialFileRefused, match="its bytes are not the published ones; install Oxydesk again"):
        official.verified("file", b"abd", published)


@pytest.mark.parametrize(
    "line",
    [
        "00001 J449    2 COPD                                                         COPD",
        "00001 J449    1 COPD",
        "00001 J44.9   1 COPD                                                         COPD",
    ],
)
def test_an_order_file_with_another_line_is_refused(line: str) -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("order.txt", f"{line}\r\n")
    with pytest.raises(OfficialFileRefused, match="is not an order line"):
        official.diagnoses("file", written.getvalue(), "order.txt")


def test_a_zip_without_the_order_file_is_refused(order: Order) -> None:
    with pytest.raises(OfficialFileRefused, match=r"other\.txt in it cannot be read"):
        official.diagnoses("file", order("order.txt", [("J449", 1, "COPD")]), "other.txt")
    with pytest.raises(OfficialFileRefused, match=r"order\.txt in it cannot be read"):
        official.diagnoses("file", b"not a zip", "order.txt")


def entries(order: Order, *given: tuple[str, int, str]) -> dict[str, str]:
    return official.diagnoses("file", order("order.txt", given), "order.txt")


def test_an_entry_in_the_same_words_is_one_row_over_adjoining_sets(order: Order) -> None:
    same = entries(order, ("J449", 1, "COPD, unspecified"))
    sets = [("2024-10-01", "2025-10-01", same), ("2025-10-01", "2026-10-01", same)]
    assert official.spans(sets) == [
        ("J449", "2024-10-01", "2026-10-01", 1, "COPD, unspecified", "COPD, unspecified"),
    ]


def test_an_entry_whose_words_change_is_a_row_for_each_set(order: Order) -> None:
    sets = [
        ("2024-10-01", "2025-10-01", entries(order, ("J449", 1, "Old"), ("J44", 0, "COPD"))),
        ("2025-10-01", "2026-10-01", entries(order, ("J449", 1, "New"), ("J44", 1, "COPD"))),
    ]
    assert official.spans(sets) == [
        ("J44", "2024-10-01", "2025-10-01", 0, "COPD", "COPD"),
        ("J44", "2025-10-01", "2026-10-01", 1, "COPD", "COPD"),
        ("J449", "2024-10-01", "2025-10-01", 1, "Old", "Old"),
        ("J449", "2025-10-01", "2026-10-01", 1, "New", "New"),
    ]


def test_an_entry_added_or_deleted_holds_for_its_sets_alone(order: Order) -> None:
    sets = [
        ("2023-10-01", "2024-10-01", entries(order, ("A00", 0, "Gone"))),
        ("2024-10-01", "2025-10-01", entries(order, ("A00", 0, "Gone"))),
        ("2025-10-01", "2026-10-01", entries(order, ("B00", 0, "Come"))),
    ]
    assert [row[:3] for row in official.spans(sets)] == [
        ("A00", "2023-10-01", "2025-10-01"),
        ("B00", "2025-10-01", "2026-10-01"),
    ]


def test_sets_with_a_gap_between_them_are_not_run_together(order: Order) -> None:
    same = entries(order, ("J449", 1, "COPD"))
    sets = [("2023-10-01", "2024-10-01", same), ("2025-10-01", "2026-10-01", same)]
    assert [row[1:3] for row in official.spans(sets)] == [("2023-10-01", "2024-10-01"), ("2025-10-01", "2026-10-01")]
