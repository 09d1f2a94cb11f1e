"""A PDF is whole or not there: wherever it cannot be written, a sentence, status 1, and what was there before."""

import errno
import json
import os
import resource
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ended = subprocess.CompletedProcess[bytes]
Door = Callable[..., Ended]

BEFORE = b"%PDF- what was there before"


@pytest.fixture
def request_file(example: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The example as a file outside the folder that is written to."""
    path = tmp_path_factory.mktemp("request") / "request.json"
    path.write_text(json.dumps(example), encoding="utf-8")
    return str(path)


def refused(ended: Ended, *said: str) -> None:
    assert ended.returncode == 1
    error = json.loads(ended.stdout)["error"]
    for words in said:
        assert words in ended.stderr.decode()
        assert words in error["words"]


@pytest.mark.parametrize(
    ("out", "reason"),
    [
        ("no/such/x.pdf", "there is no such file or folder"),
        ("file/x.pdf", "a part of its path is not a folder"),
        ("/sys/x.pdf", "you may not write or read there"),
        ("folder", "not a plain file"),
        ("/dev/null", "not a plain file"),
        ("x" * 300 + ".pdf", "name too long"),
    ],
)
def test_a_place_that_takes_no_file_is_named(
    out: str, reason: str, door: Door, request_file: str, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(BEFORE)
    (tmp_path / "folder").mkdir()
    refused(door("superbill", request_file, "--out", out), out, reason)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]
    assert (tmp_path / "file").read_bytes() == BEFORE
    assert list((tmp_path / "folder").iterdir()) == []


def test_a_file_that_grows_too_large_leaves_nothing_half_written(
    process: Door, request_file: str, tmp_path: Path
) -> None:
    """The system's own limit on a file's size stands for a full disk: the write fails half-way."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    (tmp_path / "before.pdf").write_bytes(BEFORE)
    for out in ("before.pdf", "new.pdf"):
        ended = process("superbill", request_file, "--out", out, preexec_fn=limit)
        refused(ended, f"{out} cannot be written: file too large")
        assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("before.pdf", BEFORE)]


@pytest.mark.parametrize("arguments", [("--out", "before.pdf"), ("--out-dir", ".", "--lines")])
def test_a_full_disk_leaves_what_was_there(
    arguments: tuple[str, ...], door: Door, request_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (tmp_path / "before.pdf").write_bytes(BEFORE)
    monkeypatch.setattr(os, "fsync", full)
    refused(door("superbill", request_file, *arguments), "cannot be written: no space left on device")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("before.pdf", BEFORE)]


def test_a_killed_writer_leaves_no_half_of_a_pdf(
    door: Door, request_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a power cut finds: the target is untouched until the whole file takes its place."""
    seen: list[bytes] = []

    def look(_: int) -> None:
        seen.append((tmp_path / "x.pdf").read_bytes())

    (tmp_path / "x.pdf").write_bytes(BEFORE)
    monkeypatch.setattr(os, "fsync", look)
    assert door("superbill", request_file, "--out", "x.pdf").returncode == 0
    assert seen == [BEFORE]
    assert (tmp_path / "x.pdf").read_bytes() != BEFORE


def test_an_existing_pdf_is_replaced_whole(door: Door, request_file: str, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(BEFORE * 100_000)
    assert door("superbill", request_file, "--out", "x.pdf").returncode == 0
    first = (tmp_path / "x.pdf").read_bytes()
    assert first.startswith(b"%PDF-")
    assert first.rstrip().endswith(b"%%EOF")
    assert BEFORE not in first


@pytest.mark.parametrize("changed", ["forbidden", "not right"])
def test_an_existing_pdf_stays_when_nothing_may_be_written(
    changed: str, door: Door, example: dict[str, Any], tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    example["patient"]["dob"] = None if changed == "forbidden" else "yesterday"
    request = tmp_path_factory.mktemp("changed") / "request.json"
    request.write_text(json.dumps(example), encoding="utf-8")
    (tmp_path / "x.pdf").write_bytes(BEFORE)
    ended = door("superbill", str(request), "--out", "x.pdf")
    assert ended.returncode == (2 if changed == "forbidden" else 3)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("x.pdf", BEFORE)]


def test_the_request_is_never_written_over(door: Door, example: dict[str, Any], tmp_path: Path) -> None:
    text = json.dumps(example)
    (tmp_path / "request.json").write_text(text, encoding="utf-8")
    (tmp_path / "link.pdf").symlink_to("request.json")
    (tmp_path / "password").write_text("secret", encoding="utf-8")
    for out in ("request.json", "./request.json", "link.pdf", "password"):
        ended = door("superbill", "request.json", "--out", out, "--password-file", "password")
        assert ended.returncode == 3
        assert json.loads(ended.stdout)["error"]["path"] == "--out"
    assert (tmp_path / "request.json").read_text(encoding="utf-8") == text
    assert (tmp_path / "password").read_text(encoding="utf-8") == "secret"
