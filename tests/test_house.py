"""The house's own rules: who asks the clock, who imports whom, what may not stand in a file, what README promises."""

import ast
import re
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = [*sorted((ROOT / "desktop").rglob("*.py")), *sorted((ROOT / "db").rglob("*.py"))]
WRITTEN = (".py", ".md", ".toml", ".json", ".yml", ".cfg", ".ini", ".spec", "")
APART = {".git", ".hypothesis", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".import_linter_cache", "__pycache__"}

# Asking the day or the hour: the name that holds the clock, and what is asked of it.
CLOCK = {
    ("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"), ("time", "time"),
    ("time", "time_ns"), ("time", "localtime"), ("time", "gmtime"), ("time", "strftime"), ("time", "ctime"),
}  # fmt: skip
CLOCK_OF_SQL = re.compile(r"current_(?:date|time|timestamp)|'now'|datetime\(\)|julianday\(\)", re.IGNORECASE)

# Each with a letter in brackets, so that this file is held to its own rule.
TRACES = re.compile(
    r"(?<![\w.])/[w]ork/|/[h]ome/\w|/[r]oot/|/[U]sers/\w|[A-Z]:\\[U]sers|\.\./[s]hared|py[p]i\.org|deb\.[d]ebian"
    r"|\b(?:T[O]DO|F[I]XME|X[X]X|H[A]CK)\b|pytest\.(?:mark\.)?(?:s[k]ip|x[f]ail)"
)


# A HCPCS code, a diagnosis or a day: facts of the field, which are data.
FACT = re.compile(r"[A-V][0-9]{4}|[A-Z][0-9][0-9A-Z]\.[0-9A-Z]{1,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}")


# British spellings of words that a store reads; names in the code and keys of the answers keep theirs.
BRITISH = re.compile(
    r"\b(?:catalogue|colour|litre|licence|itemis|authoris|cheque|centre\b|labour|grey\b)", re.IGNORECASE
)


def sentences(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The texts with a blank in them that are no docstrings, with their lines: what a person may come to read."""
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    opening = [node.body[0] for node in ast.walk(tree) if isinstance(node, holders) and node.body]
    docstrings = {id(first.value) for first in opening if isinstance(first, ast.Expr)}
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docstrings)
    yield from ((text.lineno, text.value) for text in texts if isinstance(text.value, str) and " " in text.value)


def clock_questions(tree: ast.AST) -> Iterator[int]:
    """The lines that ask a clock."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            holder = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
            if (holder, node.attr) in CLOCK:
                yield node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            yield from (node.lineno for name in node.names if ("time", name.name) in CLOCK)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and CLOCK_OF_SQL.search(node.value):
            yield node.lineno


def written() -> list[Path]:
    """Every text that people of the project wrote; not the official files' facts."""
    found = []
    for path in sorted(ROOT.rglob("*")):
        inside = path.relative_to(ROOT).parts
        apart = APART.intersection(inside) or inside[0].startswith(".venv") or inside[0] in ("build", "dist")
        if path.is_file() and not apart and path.suffix in WRITTEN and inside[:2] != ("resources", "catalogue"):
            found.append(path)
    return found


def test_only_the_clock_asks_what_day_it_is() -> None:
    asking = {path for path in OURS if list(clock_questions(ast.parse(path.read_text(encoding="utf-8"))))}
    assert asking == {ROOT / "desktop" / "clock.py"}


@pytest.mark.parametrize(
    "asked",
    ["date.today()", "datetime.datetime.now()", "time.time()", "from time import time_ns", "x = 'select CURRENT_DATE'"],
)
def test_the_question_to_a_clock_is_seen_in_every_form(asked: str) -> None:
    assert list(clock_questions(ast.parse(asked))) == [1]


def test_no_code_and_no_day_of_the_field_stands_in_python() -> None:
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in OURS}
    facts = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.value!r}"
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and FACT.fullmatch(str(node.value))
    ]
    assert facts == []


def test_what_people_read_is_in_american_spelling() -> None:
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in OURS}
    british = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path, tree in trees.items()
        for line, text in sentences(tree)
        if BRITISH.search(text)
    ]
    assert british == []


def test_nothing_written_names_a_machine_or_leaves_work_undone() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in written()}
    assert ROOT / "README.md" in texts
    traces = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path, text in texts.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if TRACES.search(line)
    ]
    assert traces == []


def test_importing_a_package_loads_nothing() -> None:
    holding = [path for path in OURS if path.name == "__init__.py" and path.read_bytes()]
    assert holding == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        path
        for path in [*OURS, *(ROOT / "tests").rglob("*.py")]
        if path.name != "__init__.py" and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_no_two_test_files_have_one_name() -> None:
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))


def test_the_layers_hold() -> None:
    linter = Path(sysconfig.get_path("scripts")) / "lint-imports"
    done = subprocess.run([str(linter), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert " 0 broken" in done.stdout


def test_core_needs_the_standard_library_and_dateutil_alone() -> None:
    modules = [f"desktop.core.{path.stem}" for path in (ROOT / "desktop" / "core").glob("*.py")]
    modules.remove("desktop.core.__init__")
    asked = f"import sys\nbefore = set(sys.modules)\nimport {', '.join(modules)}\nprint(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert set(modules) <= loaded
    packages = {name.split(".")[0] for name in loaded}
    assert packages - sys.stdlib_module_names <= {"desktop", "dateutil", "six"}
    inside = {name for name in loaded if name.startswith("desktop.")}
    assert {name for name in inside if not name.startswith("desktop.core")} == set()
    assert loaded.isdisjoint({"sqlite3", "logging", "tomllib"})


def readme_commands() -> dict[str, str]:
    """README's commands by their mark, as `.ci/run` takes them."""
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^<!-- ([a-z ]+) -->\n```bash\n(.*?)^```$", page, re.MULTILINE | re.DOTALL))


def test_both_commands_of_the_readme_do_the_same_set_up() -> None:
    commands = readme_commands()
    assert list(commands) == ["main job", "tests"]
    before = {name: command.split("python3 -m venv")[0] for name, command in commands.items()}
    assert before["main job"] == before["tests"]
    assert "libegl1" in before["tests"]


def test_ci_runs_the_commands_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert [name for name in readme_commands() if f'newcomer "{name}"' in script] == ["main job", "tests"]


def test_the_extra_for_tests_has_every_tool_of_the_check() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[<>=\[]", name)[0] for name in project["optional-dependencies"]["test"]}
    assert {"ruff", "mypy", "import-linter", "pytest", "hypothesis"} <= needed
