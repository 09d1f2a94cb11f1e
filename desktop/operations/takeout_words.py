"""What says, beside the data, what the data is: README.txt for people, datapackage.json for programs.

The second follows the Data Package standard, version 2 (datapackage.org), whose Table Schema describes each CSV file.
"""

import json
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.book.everything import TableForm
from desktop.core.version import VERSION
from desktop.operations.takeout_description import Column, Description, Table
from desktop.operations.takeout_folder import CHECKSUMS

README, PACKAGE = "README.txt", "datapackage.json"
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_WIDE = 118
_LEAD = """\
This folder holds everything that Oxydesk has in its book for {store}, as it stood on {moment}.

NOTHING IN IT IS ENCRYPTED. Whoever has this folder can read every patient's data. Keep it where only you can get at
it, on a disk or stick that is itself encrypted, and delete it when it is not needed any more.

{readme:<18}this page
{package:<18}the same for programs: tables, columns, types, keys (datapackage.org, version 2)
csv/              a table a file; a double click opens it in a spreadsheet
json/             the same tables once more, exact to the last sign
papers/           every issued superbill, receipt and credit as PDF, by year and number; VOID: it was voided
scans/            every attached scan, by its number
{sums:<18}the checksum of every file; `sha256sum -c {sums}` tells whether all are unchanged

HOW THE CSV FILES ARE WRITTEN
UTF-8 with a byte order mark, so that spreadsheets show every letter; commas; lines end in CR LF; the first line has the
columns' names. A text with a comma, a line's end or a quotation mark stands in quotation marks. An empty cell: nothing
is known; "" (two quotation marks): an empty text. A text that begins like a formula (=, +, -, @) has an apostrophe
before it, so that no spreadsheet runs it; a cell that begins with an apostrophe and then, after any blanks and
apostrophes, one of these signs, is to be read without its first apostrophe. A spreadsheet may show a ZIP or a member ID
without its leading zeros, or a long number rounded: the file has all digits; bring such a column in as text.

HOW THE JSON FILES ARE WRITTEN
UTF-8, a list of rows, a row a line, each an object by the columns' names; null: nothing is known. Amounts are texts, so
that no program rounds them. What was JSON in the book (a paper's fields, a list) is JSON here, too.

A row's number (`id`) is the same in all tables: where a column points to another table, that is said beside it.

KINDS OF VALUES
"""


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A CSV file that was written: its name, rows, size and checksum."""

    name: str
    rows: int
    size: int
    sha256: str


def readme(told: Description, forms: Mapping[str, TableForm], store: str, at: datetime, rows: Mapping[str, int]) -> str:
    """The page for people."""
    lead = _LEAD.format(
        store=store, moment=at.strftime("%Y-%m-%d %H:%M"), readme=README, package=PACKAGE, sums=CHECKSUMS
    )
    kinds = "".join(f"  {kind.name:<9}{kind.words}\n" for kind in told.kinds.values())
    tables = "".join(_table(table, forms[table.name], rows[table.name]) for table in told.tables)
    return f"{lead}{kinds}\nTHE TABLES\n{tables}\nWHAT IS NOT HERE, AND WHY\n{''.join(_left_out(told))}"


def package(
    told: Description, forms: Mapping[str, TableForm], store: str, at: datetime, written: Mapping[str, CsvFile]
) -> str:
    """The description for programs."""
    read = {
        "$schema": _PROFILE,
        "name": "oxydesk-data",
        "title": f"Everything in the book of {store}",
        "description": f"Written by Oxydesk {VERSION}. {README} says how values are written, and what is left out.",
        "created": at.isoformat(timespec="seconds"),
        "resources": [_resource(table, forms[table.name], written[table.name]) for table in told.tables],
    }
    return json.dumps(read, ensure_ascii=False, indent=1) + "\n"


def points(table: Table, form: TableForm) -> dict[str, tuple[str, str]]:
    """Where the columns of a table point: to which table, to which of its columns."""
    by_schema = {each.column: (each.table, each.to) for each in form.points}
    return by_schema | {column.name: column.to for column in table.columns if column.to is not None}


def _table(table: Table, form: TableForm, rows: int) -> str:
    to = points(table, form)
    lines = [f"\n{table.name}: {table.title} ({rows} {'row' if rows == 1 else 'rows'})\n", _wrapped(table.words, "  ")]
    for column in table.columns:
        key = "; tells the rows apart" if column.name in form.key else ""
        target = f"; points to {'.'.join(to[column.name])}" if column.name in to else ""
        unit = f", in {column.unit}" if column.unit else ""
        lines.append(_wrapped(f"{column.name} ({column.kind.name}{unit}{key}{target}): {column.words}", "    "))
    return "".join(lines)


def _left_out(told: Description) -> Iterator[str]:
    for each in told.left_out:
        what = each.what or each.table or ", ".join(each.columns)
        yield _wrapped(f"{what}: {each.why}", "  ")


def _wrapped(text: str, indent: str) -> str:
    return textwrap.fill(text, _WIDE, initial_indent=indent, subsequent_indent=indent + "  ") + "\n"


def _resource(table: Table, form: TableForm, written: CsvFile) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "path": written.name,
        "title": table.title,
        "description": table.words,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": written.size,
        "hash": f"sha256:{written.sha256}",
        "rows": written.rows,
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": _schema(table, form),
    }


def _schema(table: Table, form: TableForm) -> dict[str, Any]:
    to = points(table, form)
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(form.key),
    }
    if to:
        schema["foreignKeys"] = [_pointing(table.name, column, *target) for column, target in sorted(to.items())]
    return schema


def _field(column: Column) -> dict[str, Any]:
    field = {"name": column.name, "type": column.kind.type, "kind": column.kind.name, "description": column.words}
    return field | ({"unit": column.unit} if column.unit else {})


def _pointing(own: str, column: str, table: str, to: str) -> dict[str, Any]:
    """Without a `resource` where it points into its own table, as the standard has it."""
    reference: dict[str, Any] = {"fields": [to]}
    return {"fields": [column], "reference": reference if table == own else {"resource": table} | reference}
