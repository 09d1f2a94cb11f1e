"""A book with rows in every table, full of what tables and files of other programs stumble over."""

import hashlib

from db.book import everything, file
from db.book.everything import TableForm
from db.driver import Connection
from desktop.operations.takeout_description import Column, Table, description

NASTY = (
    "Treviño-O'Neill", "=1+1", "+1 361 555 0142", "-5", "-5.00", "@sum", " =blank before", "'=marked", "''-", "' +",
    'a "quoted", text', "two\r\nlines", "a\nb\rc", "\ttab", "", " ", "'", ",", ";", "Żółć 鼻 🫁", "\u202eright to left",
    "../../etc/passwd", "C:\\con", "nul\x00inside", "\ufeffmark", "＝1", "007", "1e5", "NULL", "null", "{}",
)  # fmt: skip
NUMBERS = ("SB-2026-000001", "sb-2026-000001", "../../../SB", "CON", "SB/1\\2:3*?", "Ü" * 300, "", None)
ROWS = len(NASTY)
_LAST = ("documents",)  # once they are there, what belongs to an issued one is not to be changed
_ONE_ROW = ("store",)
_BY_ITSELF = ("audit_chain", "audit_head")  # written by what happens
_STRUCTURES = ('{"a": 1.10, "b": ["ü", null]}', "[]", '["J44.9",\n "J96.11"]', "NaN", "not json", "[" * 5_000)


def fill(connection: Connection) -> None:
    """Rows in every table but those that write themselves, whose values only their kind has made."""
    forms = {form.name: form for form in everything.tables(connection)}
    connection.execute("PRAGMA foreign_keys = OFF")
    tables = sorted(description().tables, key=lambda table: table.name in _LAST)
    with file.transaction(connection):
        for table in tables:
            if table.name not in _BY_ITSELF:
                _fill(connection, table, forms[table.name])


def _fill(connection: Connection, table: Table, form: TableForm) -> None:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    places = ", ".join("?" * len(table.columns))
    rows = 1 if table.name in _ONE_ROW else ROWS
    for number in range(1, rows + 1):
        values = [_value(table, column, form, number) for column in table.columns]
        connection.execute(f'insert or ignore into "{table.name}" ({names}) values ({places})', values)  # noqa: S608


def _value(table: Table, column: Column, form: TableForm, number: int) -> object:
    kind, turn = column.kind.name, number - 1
    if column.name in form.key:
        return number if kind in ("number", "count") else f"{NASTY[turn]}{number}"
    if table.name == "documents" and column.name in ("number", "state", "issued_on"):
        return _of_document(column.name, turn)
    text = NASTY[(turn + len(column.name)) % len(NASTY)]
    made: dict[str, tuple[object, ...]] = {
        "number": (None, number, 1),
        "count": (None, 0, -3, 2**53 + 1),
        "measure": (None, 0.1, 2.0, -1e-9, 1e300),
        "day": (None, "2026-03-02", "0001-01-01"),
        "moment": (None, "2026-03-02T09:00:00.000001+00:00"),
        "amount": (None, "0.10", "-2495.00", "12345678901234567890.12"),
        "yes": (0, 1) if column.name in ("deleted", "dropped", "caps_at_price", "hidden") else (None, 0, 1),
        "list": _STRUCTURES,
        "object": _STRUCTURES,
        "file": (bytes(range(256)) * number, None, b""),
        "digest": (None, hashlib.sha256(str(number).encode()).hexdigest()),
        "text": (text, None),
        "choice": (text, None),
    }
    if (table.name, column.name) in (("documents", "paid_later"), ("documents", "credited")):
        return "0.00"
    if (table.name, column.name) == ("attachments", "sha256"):
        return f"{number:064}"
    return made[kind][turn % len(made[kind])]


def _of_document(column: str, turn: int) -> object:
    if column == "number":
        return NUMBERS[turn] if turn < len(NUMBERS) else f"RC-2026-{turn:06}"
    if column == "state":
        return ("issued", "voided")[turn % 2]
    return ("2026-03-02", None, "1999-12-31")[turn % 3]
