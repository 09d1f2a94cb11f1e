"""The texts of the window's code that pass by Qt's translation, and why the rest may."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
WORDS = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")
# what no language changes, and what is no word of the screen: names, keys, markup, families of fonts, values
KEPT = re.compile(r"Oxydesk|[<>{}]|'|^(Ctrl|Alt|Shift)\+|border-bottom")
VALUES = {"find the code", "new patient", "new doctor", "in force", "not reached", "HSA card", "d MMM yyyy"}
VALUES |= {"bring in", "take out", "of one", "rentals moved", "rental event/"}


def sources() -> list[Path]:
    """The window's code."""
    together = ("app", "program", "desk_opening", "elsewhere", "last_resort")
    return [*sorted((ROOT / "desktop" / "ui").rglob("*.py")), *(ROOT / "desktop" / f"{name}.py" for name in together)]


def untranslated() -> Iterator[tuple[str, int, str]]:
    """The texts in the window's code that are not handed to Qt's translation: file, line, text."""
    for path in sources():
        tree = ast.parse(path.read_text("utf-8"))
        handed = {id(part) for call in ast.walk(tree) if translates(call) for part in ast.walk(call)}
        handed |= {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.keyword) and each.arg == "kind"}
        told = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}  # docstrings
        for each in ast.walk(tree):
            if isinstance(each, ast.Constant) and isinstance(each.value, str) and not {id(each)} & (handed | told):
                yield path.name, each.lineno, each.value


def kept(text: str) -> bool:
    return text in VALUES or KEPT.search(text) is not None


def translates(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    called = node.func
    if isinstance(called, ast.Attribute):
        of_qt = isinstance(called.value, ast.Name) and called.value.id == "QCoreApplication"
        return called.attr == "tr" or (called.attr == "translate" and of_qt)
    return isinstance(called, ast.Name) and called.id == "say"
