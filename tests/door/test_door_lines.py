"""Many at once: an answer a line in order, what is wrong costs its own line only, and a file for each number."""

import copy
import hashlib
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

Ended = subprocess.CompletedProcess[bytes]
Door = Callable[..., Ended]
Request = dict[str, Any]


def lined(*requests: Request | str) -> bytes:
    """A batch: requests as JSON, other lines as they are."""
    texts = [each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in requests]
    return "\n".join(texts).encode() + b"\n"


def numbered(request: Request, number: str | None) -> Request:
    return {**copy.deepcopy(request), "number": number}


def answers(ended: Ended) -> list[Request]:
    return [json.loads(line) for line in ended.stdout.splitlines()]


@pytest.fixture
def batch(door: Door, tmp_path: Path) -> Callable[..., Ended]:
    """Prints a batch into the folder `out`."""

    def run(*requests: Request | str, options: tuple[str, ...] = ()) -> Ended:
        (tmp_path / "batch.jsonl").write_bytes(lined(*requests))
        return door("superbill", "batch.jsonl", "--lines", "--out-dir", "out", *options)

    return run


def printed(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "out").iterdir()) if (tmp_path / "out").exists() else []


def test_lines_equal_one_by_one(door: Door, batch: Door, example: Request, tmp_path: Path) -> None:
    spanish = {**numbered(example, "SB-2"), "language": "es"}
    ended = batch(numbered(example, "SB-1"), spanish)
    assert ended.returncode == 0
    for request, answer in zip(
        (numbered(example, "SB-1"), spanish), ended.stdout.splitlines(keepends=True), strict=True
    ):
        (tmp_path / "one.json").write_text(json.dumps(request), encoding="utf-8")
        alone = door("superbill", "one.json", "--out", "one.pdf")
        assert alone.stdout == answer
        assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "out" / f"{request['number']}.pdf").read_bytes()


def test_code_lines_equal_one_by_one(door: Door, rental: Request, tmp_path: Path) -> None:
    later = {**copy.deepcopy(rental), "on": "2026-04-02"}
    forbidden = copy.deepcopy(rental)
    forbidden["items"][0]["transaction"] = "sell_new"
    requests = [rental, forbidden, later]
    (tmp_path / "lines").write_bytes(lined(*requests))
    alone = []
    for request in requests:
        (tmp_path / "one").write_bytes(lined(request))
        alone.append(door("code", "one"))
    ended = door("code", "--lines", "lines")
    assert ended.stdout == b"".join(each.stdout for each in alone)
    assert [each.returncode for each in alone] == [0, 2, 0]
    assert ended.returncode == 2


def test_search_lines_have_their_own_text_and_limit(door: Door, tmp_path: Path) -> None:
    (tmp_path / "lines").write_bytes(lined({"text": "oxygen", "limit": 3}, {"text": "", "limit": 5}))
    ended = door("search", "--lines", "lines")
    assert ended.returncode == 0
    first, empty = answers(ended)
    assert first == json.loads(door("search", "oxygen", "--limit", "3").stdout)
    assert len(first["results"]) == 3
    assert empty["results"] == []


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ({"text": "tank", "limit": 0}, "limit"),
        ({"text": "tank", "limit": 51}, "limit"),
        ({"text": "tank", "limit": "5"}, "limit"),
        ({"limit": 5}, "text"),
        ({"text": 5, "limit": 5}, "text"),
        ({"text": "tank", "limit": 5, "kind": "code"}, "kind"),
    ],
)
def test_a_search_line_that_is_not_right_names_its_field(line: Request, path: str, door: Door, tmp_path: Path) -> None:
    (tmp_path / "lines").write_bytes(lined(line))
    ended = door("search", "--lines", "lines")
    assert ended.returncode == 3
    assert answers(ended)[0]["error"]["path"] == path


def test_words_need_no_quotes(door: Door) -> None:
    assert door("search", "inogen", "one").stdout == door("search", "inogen one").stdout


def test_what_is_wrong_costs_its_own_line_only(batch: Door, example: Request, tmp_path: Path) -> None:
    forbidden = numbered(example, "SB-2")
    forbidden["patient"]["dob"] = None
    wrong = numbered(example, "SB-3")
    wrong["tax"] = "free"
    ended = batch(numbered(example, "SB-1"), "", forbidden, "   ", wrong, "{", numbered(example, "SB-4"))
    assert ended.returncode == 3
    found = answers(ended)
    assert [answer.get("number") for answer in found] == ["SB-1", "SB-2", None, None, "SB-4"]
    assert [answer["error"]["path"] for answer in found[2:4]] == ["tax", ""]
    assert found[1]["sha256"] is None
    assert printed(tmp_path) == ["SB-1.pdf", "SB-4.pdf"]
    told = ended.stderr.decode().splitlines()
    assert [line.partition(":")[0] for line in told] == ["line 3", "line 5", "line 6"]


def test_the_highest_status_counts_wherever_it_stands(batch: Door, example: Request) -> None:
    forbidden = numbered(example, "SB-2")
    forbidden["patient"]["dob"] = None
    assert batch(forbidden, numbered(example, "SB-1")).returncode == 2
    assert batch(numbered(example, "SB-1"), forbidden).returncode == 2
    assert batch("[]", forbidden, numbered(example, "SB-1")).returncode == 3


def test_a_repeated_number_is_an_error_on_its_line(batch: Door, example: Request, tmp_path: Path) -> None:
    changed = numbered(example, "SB-1")
    changed["patient"]["first"] = "Somebody"
    ended = batch(numbered(example, "SB-1"), changed, numbered(example, "SB-2"))
    assert ended.returncode == 3
    first, second, third = answers(ended)
    assert second["error"]["path"] == "number"
    assert "SB-1" in second["error"]["words"]
    assert third["number"] == "SB-2"
    whole = (tmp_path / "out" / "SB-1.pdf").read_bytes()
    assert hashlib.sha256(whole).hexdigest() == first["sha256"]


def test_numbers_of_one_file_name_never_write_over_each_other(batch: Door, example: Request, tmp_path: Path) -> None:
    ended = batch(*(numbered(example, number) for number in ("A/1", "A:1", "a-1", "B-1")))
    assert ["error" in answer for answer in answers(ended)] == [False, True, True, False]
    assert printed(tmp_path) == ["A-1.pdf", "B-1.pdf"]


def test_what_a_file_name_cannot_bear_becomes_a_hyphen_and_nothing_leaves_the_folder(
    batch: Door, example: Request, tmp_path: Path
) -> None:
    numbers = ["../../up", "C:\\x", "a|b", "con", "..", "Ñ-1", "SB 1."]
    ended = batch(*(numbered(example, number) for number in numbers))
    assert ended.returncode == 0
    assert [answer["number"] for answer in answers(ended)] == numbers
    assert printed(tmp_path) == sorted(
        ["_..-..-up.pdf", "C--x.pdf", "a-b.pdf", "con-.pdf", "_--.pdf", "Ñ-1.pdf", "SB 1-.pdf"]
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["batch.jsonl", "out"]


def test_a_number_too_long_for_a_file_is_an_error_on_its_line(batch: Door, example: Request, tmp_path: Path) -> None:
    ended = batch(numbered(example, "7" * 300), numbered(example, "SB-2"))
    assert ended.returncode == 3
    assert answers(ended)[0]["error"]["path"] == "number"
    assert printed(tmp_path) == ["SB-2.pdf"]


def test_a_draft_without_number_has_no_file_name(batch: Door, example: Request, tmp_path: Path) -> None:
    ended = batch(numbered(example, None), numbered(example, "SB-2"), options=("--draft",))
    assert ended.returncode == 3
    assert answers(ended)[0]["error"]["path"] == "number"
    assert printed(tmp_path) == ["SB-2.pdf"]


def test_a_superbill_without_number_is_forbidden_as_ever(batch: Door, example: Request, tmp_path: Path) -> None:
    ended = batch(numbered(example, None))
    assert ended.returncode == 2
    assert [found["field"] for found in answers(ended)[0]["findings"] if found["severity"] == "stop"] == ["number"]
    assert printed(tmp_path) == []


def test_a_draft_is_printed_in_spite_of_stops(batch: Door, door: Door, example: Request, tmp_path: Path) -> None:
    example["patient"]["dob"] = None
    ended = batch(example, options=("--draft",))
    (tmp_path / "one.json").write_text(json.dumps(example), encoding="utf-8")
    alone = door("superbill", "one.json", "--out", "one.pdf", "--draft")
    assert (ended.returncode, alone.returncode) == (0, 0)
    assert ended.stdout == alone.stdout
    assert "field-missing" in [found["rule"] for found in answers(ended)[0]["findings"]]
    pages = PdfReader(tmp_path / "one.pdf").pages
    assert all("DRAFT" in page.extract_text() for page in pages)


@pytest.mark.parametrize(
    "secret",
    [
        (b"o2 tank\nsecond line", "o2 tank"),
        ("\ufeffclave ñ\r\n".encode(), "clave ñ"),
        (b"x" * 127, "x" * 127),
        (b" kept \n", " kept "),
    ],
)
def test_a_password_opens_the_document_whose_sum_is_told(
    secret: tuple[bytes, str], batch: Door, door: Door, example: Request, tmp_path: Path
) -> None:
    file, password = secret
    (tmp_path / "password").write_bytes(file)
    (tmp_path / "one.json").write_text(json.dumps(example), encoding="utf-8")
    plain = door("superbill", "one.json", "--out", "plain.pdf")
    alone = door("superbill", "one.json", "--out", "one.pdf", "--password-file", "password")
    ended = batch(example, options=("--password-file", "password"))
    assert ended.stdout == alone.stdout == plain.stdout
    assert (ended.returncode, alone.returncode) == (0, 0)
    plain_bytes = (tmp_path / "plain.pdf").read_bytes()
    assert answers(plain)[0]["sha256"] == hashlib.sha256(plain_bytes).hexdigest()
    words = PdfReader(io.BytesIO(plain_bytes)).pages[0].extract_text()
    for path in (tmp_path / "one.pdf", tmp_path / "out" / f"{example['number']}.pdf"):
        reader = PdfReader(path)
        assert reader.is_encrypted
        assert not reader.decrypt("another")
        assert reader.decrypt(password)
        assert reader.pages[0].extract_text() == words
        assert example["patient"]["last"].encode() not in path.read_bytes()


def test_a_folder_that_cannot_be_made_fails_each_line_and_writes_nothing(
    door: Door, example: Request, tmp_path: Path
) -> None:
    (tmp_path / "batch").write_bytes(lined(numbered(example, "1"), numbered(example, "2")))
    ended = door("superbill", "batch", "--lines", "--out-dir", "batch/out")
    assert ended.returncode == 1
    assert ["not a folder" in answer["error"]["words"] for answer in answers(ended)] == [True, True]
    assert [path.name for path in tmp_path.iterdir()] == ["batch"]


def test_nothing_is_made_for_an_empty_batch(batch: Door, tmp_path: Path) -> None:
    ended = batch("", "  ")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["batch.jsonl"]
