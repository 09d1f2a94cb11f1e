"""Every hand-worked case through the real door: one process for all of a command, one test for each case."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests import hand_worked
from tests.findings_told import MARKS, SOURCES, check_findings, check_refused
from tests.hand_worked import Case

CODE = hand_worked.cases("code")
SUPERBILL = hand_worked.cases("superbill")
SHOW = hand_worked.cases("show")
CODE_KEYS = {"lines", "alternatives", "rejected", "findings", "missing", "catalogue"}
LINE_KEYS = {"item", "code", "modifiers", "units", "description", "narrative_19", "why"}
SUPERBILL_KEYS = {"number", "pages", "sha256", "total", "paid", "balance", "findings", "catalogue"}
SHOW_KEYS = {"code", "kind", "record", "knowledge", "edition"}
Answers = dict[str, dict[str, Any]]


class Door:
    """The program without its window, as a process with a home of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def run(self, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
        """Runs one command to its end."""
        return subprocess.run(
            [sys.executable, "-m", "desktop", *arguments],
            input=text,
            capture_output=True,
            encoding="utf-8",
            check=False,
            cwd=hand_worked.ROOT,
            env={**os.environ, "OXYDESK_HOME": str(self.home)},
        )


@pytest.fixture(scope="session")
def door(tmp_path_factory: pytest.TempPathFactory) -> Door:
    return Door(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session")
def code_answers(door: Door) -> Answers:
    asked = [hand_worked.request("code", case) for case in CODE]
    done = door.run("code", "--lines", "-", text="\n".join(asked) + "\n")
    return _by_case(CODE, done)


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("documents")


@pytest.fixture(scope="session")
def superbill_answers(door: Door, documents: Path) -> Answers:
    asked = [hand_worked.request("superbill", case, _number(case)) for case in SUPERBILL]
    done = door.run("superbill", "--lines", "--out-dir", str(documents), "-", text="\n".join(asked) + "\n")
    return _by_case(SUPERBILL, done)


def _number(case: Case) -> str:
    return f"CASE-{case.id}"


def _by_case(cases: list[Case], done: subprocess.CompletedProcess[str]) -> Answers:
    """The answers by case. The exit status of many is the worst of all lines, and 3 is among them."""
    assert done.returncode == 3, done.stderr[-2000:]
    assert "Traceback" not in done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == len(cases)
    return {case.id: json.loads(line) for case, line in zip(cases, lines, strict=True)}


def _check_code_form(answer: dict[str, Any]) -> None:
    assert set(answer) == CODE_KEYS
    assert set(answer["catalogue"]) == {"edition", "as_of"}
    for line in answer["lines"]:
        assert set(line) == LINE_KEYS
        assert line["description"].strip()
        assert line["why"]
        assert all(why["words"].strip() and set(why["sources"]) <= SOURCES for why in line["why"])
        assert all(why["mark"] in MARKS for why in line["why"])
        assert len(line["modifiers"]) <= 4
    for refused in answer["rejected"]:
        assert set(refused) == {"code", "words", "sources"}
    for other in answer["alternatives"]:
        assert set(other) == {"item", "code", "modifiers", "when"}


def _check_lines(case: Case, lines: list[dict[str, Any]]) -> None:
    expect = case.expect
    if expect.lines is not None:
        wanted = [text.rpartition(": ") for text in expect.lines]
        assert [" ".join([line["code"], *line["modifiers"]]) for line in lines] == [coded for _, _, coded in wanted]
        for (item, _, _), line in zip(wanted, lines, strict=True):
            assert not item or line["item"] == int(item)
    if expect.units is not None:
        assert [line["units"] for line in lines] == expect.units
    if expect.narrative is not None:
        assert lines
        assert all(bool(line["narrative_19"]) == expect.narrative for line in lines)
    for line in lines:
        told = line["narrative_19"] or ""
        assert all(part in told for part in expect.narrative_has), told
        assert not any(part in told for part in expect.narrative_lacks), told


def _check_look_alikes(case: Case, answer: dict[str, Any]) -> None:
    offered = [" ".join([other["code"], *other["modifiers"]]) for other in answer["alternatives"]]
    refused = [look_alike["code"] for look_alike in answer["rejected"]]
    assert set(case.expect.alternatives) <= set(offered)
    assert set(case.expect.rejected) <= set(refused)
    assert not set(case.expect.rejected_lacks) & set(refused)
    if case.expect.missing is not None:
        assert answer["missing"] == case.expect.missing


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in CODE])
def test_code_is_chosen_as_worked_by_hand(case: Case, code_answers: Answers) -> None:
    answer = code_answers[case.id]
    if hand_worked.expected_exit("code", case) == 3:
        check_refused(case, answer)
        return
    assert "error" not in answer, answer
    _check_code_form(answer)
    _check_lines(case, answer["lines"])
    _check_look_alikes(case, answer)
    check_findings("code", case, answer["findings"])


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in SUPERBILL])
def test_superbill_is_reviewed_as_worked_by_hand(case: Case, superbill_answers: Answers, documents: Path) -> None:
    answer = superbill_answers[case.id]
    status = hand_worked.expected_exit("superbill", case)
    paper = documents / f"{_number(case)}.pdf"
    assert paper.is_file() == (status == 0)
    if status == 3:
        check_refused(case, answer)
        return
    assert "error" not in answer, answer
    assert set(answer) == SUPERBILL_KEYS
    for name in ("total", "paid", "balance"):
        assert getattr(case.expect, name) in (None, answer[name]), name
    check_findings("superbill", case, answer["findings"])
    if status == 2:
        assert answer["pages"] is None
        assert answer["sha256"] is None
    else:
        assert answer["sha256"] == hashlib.sha256(paper.read_bytes()).hexdigest()


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in SHOW])
def test_record_is_shown_as_worked_by_hand(case: Case, door: Door) -> None:
    done = door.run("show", str(case.code))
    assert done.returncode == hand_worked.expected_exit("show", case), done.stderr
    answer = json.loads(done.stdout)
    told = {found["rule"] for found in answer.get("findings", [])}
    assert told >= set(case.expect.has)
    assert not told & set(case.near)
    if case.expect.kind is None:
        return
    assert set(answer) == SHOW_KEYS
    assert (answer["code"], answer["kind"]) == (case.code, case.expect.kind)
    values = [str(field["value"]) for field in answer["record"]]
    assert set(case.expect.values) <= set(values)
    assert all(any(words in value for value in values) for words in case.expect.words)


def _case(door_of: str, name: str) -> Case:
    return next(case for case in hand_worked.cases(door_of) if case.id == name)


@pytest.mark.parametrize(
    "name",
    [
        "medicare-coverage-n1",
        "plans-commercial-bought-portable",
        "rental-course-month-37",
        "medicare-coverage-no-order",
    ],
)
def test_one_request_alone_gets_the_answer_it_gets_among_many(name: str, door: Door, code_answers: Answers) -> None:
    case = _case("code", name)
    done = door.run("code", "-", text=hand_worked.request("code", case))
    assert done.returncode == hand_worked.expected_exit("code", case)
    assert json.loads(done.stdout) == code_answers[name]


@pytest.mark.parametrize(
    "name",
    ["not-right-kind-unknown", "not-right-why-missing", "not-right-cannula-rent", "not-right-unknown-item"],
)
def test_a_request_that_is_not_right_is_told_by_its_field(name: str, door: Door) -> None:
    case = _case("code", name)
    done = door.run("code", "-", text=hand_worked.request("code", case))
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert str(case.expect.path) in done.stderr
    assert json.loads(done.stdout)["error"]["path"] == case.expect.path


def test_many_requests_exit_with_the_worst_of_them(door: Door) -> None:
    good = hand_worked.request("code", _case("code", "medicare-coverage-n1"))
    stopped = hand_worked.request("code", _case("code", "rental-course-month-37"))
    assert door.run("code", "--lines", "-", text=f"{good}\n\n{good}\n").returncode == 0
    assert door.run("code", "--lines", "-", text=f"{stopped}\n{good}\n").returncode == 2


def test_a_superbill_is_printed_where_it_was_asked_for(door: Door, tmp_path: Path) -> None:
    case = _case("superbill", "complete-portable")
    paper = tmp_path / "superbill.pdf"
    done = door.run("superbill", "-", "--out", str(paper), text=hand_worked.request("superbill", case, "SB-1"))
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert (answer["number"], answer["pages"]) == ("SB-1", 1)
    assert paper.read_bytes().startswith(b"%PDF")
    assert answer["sha256"] == hashlib.sha256(paper.read_bytes()).hexdigest()


def test_a_stopped_superbill_is_printed_as_a_draft_only(door: Door, tmp_path: Path) -> None:
    asked = hand_worked.request("superbill", _case("superbill", "invalid-npi-check-digit"), "SB-2")
    paper = tmp_path / "superbill.pdf"
    done = door.run("superbill", "-", "--out", str(paper), text=asked)
    assert done.returncode == 2
    assert not list(tmp_path.iterdir())
    draft = door.run("superbill", "-", "--out", str(paper), "--draft", text=asked)
    assert draft.returncode == 0, draft.stderr
    assert paper.read_bytes().startswith(b"%PDF")
    assert [found["rule"] for found in json.loads(draft.stdout)["findings"]] == ["npi-invalid"]


def test_a_superbill_that_is_not_right_leaves_nothing_behind(door: Door, tmp_path: Path) -> None:
    asked = hand_worked.request("superbill", _case("superbill", "not-right-charge-negative"), "SB-3")
    done = door.run("superbill", "-", "--out", str(tmp_path / "superbill.pdf"), text=asked)
    assert done.returncode == 3
    assert "lines[0].charge" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_number_names_its_file_once(door: Door, tmp_path: Path) -> None:
    asked = hand_worked.request("superbill", _case("superbill", "complete-stationary"), "SB/2026:7")
    done = door.run("superbill", "--lines", "--out-dir", str(tmp_path), "-", text=f"{asked}\n{asked}\n")
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert done.returncode == 3
    assert first["number"] == "SB/2026:7"
    assert set(second) == {"error"}
    assert [paper.name for paper in tmp_path.iterdir()] == ["SB-2026-7.pdf"]


def test_a_password_locks_the_file_and_leaves_the_document_the_same(door: Door, tmp_path: Path) -> None:
    asked = hand_worked.request("superbill", _case("superbill", "complete-stationary"), "SB-4")
    words = tmp_path / "password"
    words.write_text("correct horse\nsecond line\n", encoding="utf-8")
    plain, locked = tmp_path / "plain.pdf", tmp_path / "locked.pdf"
    first = door.run("superbill", "-", "--out", str(plain), text=asked)
    second = door.run("superbill", "-", "--out", str(locked), "--password-file", str(words), text=asked)
    assert (first.returncode, second.returncode) == (0, 0), second.stderr
    assert json.loads(first.stdout)["sha256"] == json.loads(second.stdout)["sha256"]
    reader = PdfReader(locked)
    assert reader.is_encrypted
    assert reader.decrypt("correct horse")


@pytest.mark.parametrize("words", [None, ""])
def test_a_password_file_must_hold_a_password(words: str | None, door: Door, tmp_path: Path) -> None:
    asked = hand_worked.request("superbill", _case("superbill", "complete-stationary"), "SB-5")
    held = tmp_path / "password"
    if words is not None:
        held.write_text(words, encoding="utf-8")
    paper = tmp_path / "superbill.pdf"
    done = door.run("superbill", "-", "--out", str(paper), "--password-file", str(held), text=asked)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert not paper.exists()
