"""What SECURITY.md promises is tried somewhere: every row names its tests, and each of them is there."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
# All ways of Python and Qt to another computer. Qt's local sockets, between two programs of one user, are none.
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "imaplib", "asyncio", "xmlrpc", "requests"}
LOCAL = {"QLocalServer", "QLocalSocket"}


def rows(heading: str) -> list[list[str]]:
    """The cells of a heading's table, row by row, without its head."""
    part = PAGE.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in part.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def connections(tree: ast.AST) -> Iterator[str]:
    """What a module imports that leads to other computers."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            names = [f"{module}.{each.name}" for each in node.names]
        else:
            continue
        for name in names:
            first, *_rest = name.split(".")
            if first in NETWORK or ("QtNetwork" in name and name.rpartition(".")[2] not in LOCAL):
                yield name


def test_every_row_of_what_is_protected_names_tests_that_are_there() -> None:
    told = rows("What protects against whom, and where that is tried")
    assert len(told) >= 15
    for against, _what, tried in told:
        named = re.findall(r"`(tests/[^`]+)`", tried)
        assert named, against
        assert [name for name in named if not (ROOT / name).is_file()] == [], against


def test_every_file_and_folder_that_the_page_names_is_there() -> None:
    named = set(re.findall(r"`((?:tests|desktop|db|resources)/[^`]+)`", PAGE))
    assert len(named) > 20
    assert sorted(name for name in named if not (ROOT / name).exists()) == []


def test_every_safeguard_of_the_technical_part_and_of_the_contingency_plan_is_told() -> None:
    told = rows("HIPAA's technical safeguards, and the contingency plan")
    assert all(len(row) == 3 and all(row) for row in told)
    whole = " ".join(row[0] for row in told)
    technical = (
        "(a)(1)",
        "(a)(2)(i)",
        "(a)(2)(ii)",
        "(a)(2)(iii)",
        "(a)(2)(iv)",
        "(b)",
        "(c)(1)",
        "(c)(2)",
        "(d)",
        "(e)(1)",
    )
    contingency = ("(ii)(A)", "(ii)(B)", "(ii)(C)", "(ii)(D)", "(ii)(E)")
    assert [paragraph for paragraph in (*technical, *contingency) if f"{paragraph} " not in whole] == []


def test_the_page_gives_no_address_that_nobody_reads() -> None:
    assert re.findall(r"[\w.+-]+@[\w-]+\.\w+", PAGE) == []


def test_nothing_of_ours_leads_to_another_computer() -> None:
    ours = [*sorted((ROOT / "desktop").rglob("*.py")), *sorted((ROOT / "db").rglob("*.py"))]
    assert len(ours) > 100
    leading = {path: list(connections(ast.parse(path.read_text(encoding="utf-8")))) for path in ours}
    assert {path.name: names for path, names in leading.items() if names} == {}


def test_a_way_to_another_computer_is_seen_in_every_form() -> None:
    forms = [
        "import socket",
        "from urllib import request",
        "import http.client",
        "from PySide6.QtNetwork import QTcpSocket",
    ]
    assert all(list(connections(ast.parse(form))) for form in [*forms, "from PySide6 import QtNetwork"])
    assert list(connections(ast.parse("from PySide6.QtNetwork import QLocalServer"))) == []
