"""Tables of other programs: in every form in, and out so that nothing becomes a formula."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core import csv_table
from desktop.core.csv_table import CsvTable, Most
from desktop.core.wrong import Wrong

CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=20)

MOST = Most(lines=100, columns=5, letters=50)


def table(data: bytes) -> CsvTable:
    """A table that must be one."""
    found = csv_table.read(data, MOST)
    assert isinstance(found, CsvTable)
    return found


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_guessed(delimiter: str) -> None:
    text = f"Last{delimiter}First{delimiter}City\nSmith{delimiter}Mary{delimiter}Portland\n"
    assert table(text.encode()).headings == ("Last", "First", "City")
    assert table(text.encode()).delimiter == delimiter


def test_a_comma_in_quotes_is_no_delimiter() -> None:
    found = table(b'Name;Price\n"Smith, Mary";"1,5"\n"Nez, Ray";"2,5"\n')
    assert found.rows == ((2, ("Smith, Mary", "1,5")), (3, ("Nez, Ray", "2,5")))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_guessed(encoding: str) -> None:
    assert table("Last,City\nTreviño,Zoë\n".encode(encoding)).rows == ((2, ("Treviño", "Zoë")),)


def test_utf_16_of_the_other_byte_order_is_read() -> None:
    data = codecs.BOM_UTF16_BE + "Last,City\nBùi,X\n".encode("utf-16-be")
    assert table(data).rows == ((2, ("Bùi", "X")),)


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    found = table(b'a,b\r\n"two\r\nlines",x\r\n,\r\n1,2\r\n')
    assert found.rows == ((2, ("two\r\nlines", "x")), (5, ("1", "2")))


@pytest.mark.parametrize("data", [b"", b"\n\n", b"PK\x03\x04\x00\x00", b'a,b\n"open,1\n', b"\xff\xfe\x00"])
def test_what_is_no_table_gets_a_sentence(data: bytes) -> None:
    found = csv_table.read(data, MOST)
    assert isinstance(found, Wrong)
    assert found.words


FORMULAS = [
    *(
        "=1+1",
        "+361",
        "+1 555",
        "-cmd|' /C calc'!A0",
        "@x",
        "\tx",
        "\r=1",
        "\x00=1",
        '=HYPERLINK("x")',
        "'=1",
        "''@",
        "＝1",
    ),
    *("-5.00", "--5", "-1+1", "-", "+5", "\ufeff=1", "=1\n=2", "'x", "''"),
]


@pytest.mark.parametrize("cell", FORMULAS)
def test_no_cell_becomes_a_formula_and_each_comes_back(cell: str) -> None:
    written = csv_table.write(["Name", "Other"], [[cell, "x"]])
    line = written.decode("utf-8-sig").split("\r\n")[1]
    assert line.lstrip('"')[0] not in "=+@＝\t\r"
    assert line[0] != "-" or cell == "-5.00"
    assert table(written).rows[0][1][0] == cell.strip("\x00\ufeff\t\r")


def test_an_amount_below_zero_stays_a_number() -> None:
    assert csv_table.write(["Amount"], [["-5.00"]]).decode("utf-8-sig") == "Amount\r\n-5.00\r\n"


def test_a_table_of_cells_with_other_delimiters_is_read_as_it_was_written() -> None:
    rows = [("a\tb;c|d", "e\tf"), ("g\th", "i;j\tk\tl")]
    assert tuple(cells for _, cells in table(csv_table.write(["x\ty", "z"], rows)).rows) == tuple(rows)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"a,b\n" * 101, "101 lines; bring it in in parts of 100"),
        (b"a,b\n1,2,3,4,5,6\n", "line 2 has 6 columns"),
        (b"a,b\n1,2\n" + b"x" * 51 + b",1\n", "a cell of line 3 has 51 letters"),
        (b'a,b\n"' + b"x\n" * 60 + b'",1\n', "a cell of line 2 has 120 letters"),
        (b'a,b\n"' + b"x" * 200_000 + b'",1\n', "line 2"),
    ],
)
def test_of_what_is_too_large_the_limit_is_told(data: bytes, words: str) -> None:
    found = csv_table.read(data, MOST)
    assert isinstance(found, Wrong)
    assert words in found.words


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2).filter(any), min_size=1, max_size=5))
def test_what_is_written_is_read_again(rows: list[list[str]]) -> None:
    found = table(csv_table.write(["One", "Two"], rows))
    kept = [tuple(cell.removeprefix("\ufeff").strip() for cell in row) for row in rows]
    assert [cells for _, cells in found.rows] == [row for row in kept if any(row)]
