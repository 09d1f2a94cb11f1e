"""The door as other programs meet it: a process with a status, JSON on one stream, sentences on the other."""

import hashlib
import json
import os
import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ended = subprocess.CompletedProcess[bytes]
Process = Callable[..., Ended]

# Refuses every socket, however deep in a library: the audit event comes before the system is asked.
NO_NETWORK = """
import sys
def refuse(event, _):
    if event.startswith("socket."):
        raise RuntimeError(f"the network was asked: {event}")
sys.addaudithook(refuse)
"""
DOOR = "from desktop.headless import main\nstatus = main(sys.argv[1:])\n"
LOADED = "sys.stderr.write(' '.join(sys.modules))\n"


def sentence(ended: Ended) -> str:
    """What a person read, which is never a traceback."""
    words = ended.stderr.decode()
    assert "Traceback" not in words
    return words.strip()


def test_the_main_job_prints_the_example(process: Process, example: dict[str, Any], tmp_path: Path) -> None:
    ended = process("superbill", "-", "--out", "superbill.pdf", stdin=json.dumps(example).encode())
    assert (ended.returncode, sentence(ended)) == (0, "")
    answer = json.loads(ended.stdout)
    pdf = (tmp_path / "superbill.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert answer["sha256"] == hashlib.sha256(pdf).hexdigest()
    assert [path.name for path in tmp_path.iterdir()] == ["superbill.pdf"]


def test_the_main_job_asks_no_network_and_loads_no_window(
    example: dict[str, Any], surroundings: dict[str, str], tmp_path: Path
) -> None:
    surroundings["OXYDESK_HOME"] = str(tmp_path / "new")
    ended = subprocess.run(
        [sys.executable, "-c", NO_NETWORK + DOOR + LOADED + "sys.exit(status)", "superbill", "-", "--out", "x.pdf"],
        input=json.dumps(example).encode(),
        env=surroundings,
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr.decode()
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF-")
    loaded = ended.stderr.decode().splitlines()[-1].split()
    assert "desktop.operations.superbill" in loaded
    assert [name for name in loaded if name.split(".")[0] in ("PySide6", "shiboken6")] == []


def test_no_command_opens_a_socket(
    door: Process,
    example: dict[str, Any],
    rental: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    (tmp_path / "superbill.json").write_text(json.dumps(example), encoding="utf-8")
    (tmp_path / "rental.json").write_text(json.dumps(rental), encoding="utf-8")
    for arguments in (
        ("superbill", "superbill.json", "--out", "x.pdf"),
        ("code", "rental.json"),
        ("search", "inogen one"),
        ("show", "E1390"),
    ):
        assert door(*arguments).returncode == 0


def test_the_network_is_refused_in_that_way(tmp_path: Path) -> None:
    asked = NO_NETWORK + "import socket\nsocket.create_connection(('127.0.0.1', 9))\n"
    ended = subprocess.run([sys.executable, "-c", asked], cwd=tmp_path, capture_output=True, check=False)
    assert b"the network was asked" in ended.stderr


def test_the_same_request_has_the_same_bytes_everywhere(
    process: Process, example: dict[str, Any], tmp_path: Path
) -> None:
    request = json.dumps(example).encode()
    answers = set()
    for number, places in enumerate(
        ({"TZ": "UTC", "LANG": "C", "PYTHONHASHSEED": "1"}, {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "2"})
    ):
        ended = process("superbill", "-", "--out", f"{number}.pdf", stdin=request, env=places)
        assert ended.returncode == 0
        answers.add((ended.stdout, (tmp_path / f"{number}.pdf").read_bytes()))
    assert len(answers) == 1


def test_what_is_forbidden_ends_with_2_and_writes_nothing(
    process: Process, example: dict[str, Any], tmp_path: Path
) -> None:
    example["patient"]["dob"] = None
    ended = process("superbill", "-", "--out", "x.pdf", stdin=json.dumps(example).encode())
    answer = json.loads(ended.stdout)
    assert ended.returncode == 2
    assert sentence(ended).startswith("patient.dob: ")
    assert (answer["pages"], answer["sha256"]) == (None, None)
    stops = [(found["rule"], found["field"]) for found in answer["findings"] if found["severity"] == "stop"]
    assert stops == [("field-missing", "patient.dob")]
    assert list(tmp_path.iterdir()) == []


def test_an_input_that_is_not_right_ends_with_3_and_writes_nothing(
    process: Process, example: dict[str, Any], tmp_path: Path
) -> None:
    example["lines"][0]["charge"] = "-1.00"
    ended = process("superbill", "-", "--out", "x.pdf", stdin=json.dumps(example).encode())
    assert ended.returncode == 3
    assert json.loads(ended.stdout)["error"]["path"] == "lines[0].charge"
    assert sentence(ended).startswith("lines[0].charge: found")
    assert list(tmp_path.iterdir()) == []


def test_a_code_that_nobody_knows_ends_with_2(process: Process) -> None:
    ended = process("show", "Z9999")
    assert ended.returncode == 2
    assert "Z9999" in sentence(ended)


@pytest.mark.parametrize(
    "places",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp1252:strict"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"PYTHONIOENCODING": "utf-16"},
    ],
)
def test_answers_are_utf_8_on_every_code_page(
    places: dict[str, str], process: Process, example: dict[str, Any], tmp_path: Path
) -> None:
    example["number"] = "Ñ-Łódź-1"
    ended = process("superbill", "-", "--out", "x.pdf", stdin=json.dumps(example).encode(), env=places)
    assert ended.returncode == 0
    assert '"Ñ-Łódź-1"'.encode() in ended.stdout
    assert (tmp_path / "x.pdf").exists()


def test_a_line_is_answered_before_the_next_one_comes_and_ctrl_c_ends_it(
    rental: dict[str, Any], surroundings: dict[str, str], tmp_path: Path
) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "desktop", "code", "--lines", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings,
        cwd=tmp_path,
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        for _ in range(2):
            running.stdin.write(json.dumps(rental).encode() + b"\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["lines"][0]["code"] == "E1390"
        running.send_signal(signal.SIGINT)
        words = running.stderr.read().decode()
        assert running.wait(timeout=20) == 1
    assert words.strip() == "Stopped."


def test_a_reader_that_goes_away_is_no_traceback(surroundings: dict[str, str], tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [sys.executable, "-m", "desktop", "show", "E1390"],
        stdin=subprocess.DEVNULL,
        stdout=writing,
        stderr=subprocess.PIPE,
        env=surroundings,
        cwd=tmp_path,
        check=False,
    )
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (1, b"")


def test_an_answer_that_finds_no_space_is_a_sentence(surroundings: dict[str, str], tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "desktop", "show", "E1390"],
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            env=surroundings,
            cwd=tmp_path,
            check=False,
        )
    assert ended.returncode == 1
    assert sentence(ended) == "The answer cannot be written to standard output: No space left on device."


@pytest.mark.parametrize(
    ("closed", "status", "said"),
    [("<&-", 3, "REQUEST: standard input is closed"), (">&-", 1, "standard output is closed"), ("2>&-", 3, "")],
)
def test_a_closed_stream_is_no_traceback(
    closed: str, status: int, said: str, surroundings: dict[str, str], tmp_path: Path
) -> None:
    command = "show E1390" if closed == ">&-" else "code -"
    ended = subprocess.run(
        ["/bin/sh", "-c", f'exec "$0" -m desktop {command} {closed}', sys.executable],
        input=b"[]",
        capture_output=True,
        env=surroundings,
        cwd=tmp_path,
        check=False,
    )
    assert ended.returncode == status
    assert said in sentence(ended)


def test_the_catalogue_is_built_with_words_for_a_person(process: Process, tmp_path: Path) -> None:
    new = str(tmp_path / "new")
    first = process("show", "E1390", env={"OXYDESK_HOME": new})
    again = process("show", "E1390", env={"OXYDESK_HOME": new})
    assert (first.returncode, again.returncode) == (0, 0)
    assert "catalog" in sentence(first).lower()
    assert sentence(again) == ""
    assert first.stdout == again.stdout


@pytest.mark.parametrize("home", ["file/home", "file", "/sys/oxydesk"])
def test_a_home_that_cannot_be_made_is_a_sentence(home: str, process: Process, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"kept")
    ended = process("show", "E1390", env={"OXYDESK_HOME": home})
    assert ended.returncode == 1
    assert home in sentence(ended)
    assert json.loads(ended.stdout)["error"]["words"] == sentence(ended)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("file", b"kept")]


def test_a_disk_too_full_for_the_catalogue_is_a_sentence_and_no_half_of_it(process: Process, tmp_path: Path) -> None:
    """The system's own limit on a file's size stands for a full disk."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))

    ended = process("show", "E1390", env={"OXYDESK_HOME": "new"}, preexec_fn=limit)
    assert ended.returncode == 1
    assert "catalog" in sentence(ended).splitlines()[-1].lower()
    left = [path.name for path in (tmp_path / "new").rglob("*") if path.is_file() and path.stat().st_size > 0]
    assert left == ["oxydesk.jsonl"]  # where it is noted that this went wrong
    assert process("show", "E1390", env={"OXYDESK_HOME": "new"}).returncode == 0
