"""Around every command of the door: requests in, answers and statuses out, and a sentence for whatever happens."""

import io
import json
import sys
from pathlib import Path

import pytest

from desktop import exchange, files
from desktop.border import NotRight
from desktop.exchange import Reply, Serve, Status
from desktop.problems import say
from desktop.rulefiles.checks import RuleFileProblem

Binary = pytest.CaptureFixture[bytes]


def echo() -> Serve:
    """An operation that answers the request itself; its `status` is how it ends, its `problem` what it raises."""

    def serve(raw: object) -> Reply:
        assert isinstance(raw, dict)
        if "problem" in raw:
            raise {"right": NotRight("a.b", "wrong"), "disk": files.FileProblem("full"), "code": KeyError("Maria")}[
                raw["problem"]
            ]
        return Reply(raw, Status(raw.get("status", 0)))

    return serve


def answers(captured: Binary) -> list[dict[str, object]]:
    return [json.loads(line) for line in captured.readouterr().out.splitlines()]


def test_one_request_has_one_answer_in_one_line(tmp_path: Path, capsysbinary: Binary) -> None:
    (tmp_path / "request.json").write_text('{\n "name": "Zoë\\n请"\n}', encoding="utf-8")
    assert exchange.one(str(tmp_path / "request.json"), echo) is Status.DONE
    assert capsysbinary.readouterr().out == '{"name":"Zoë\\n请"}\n'.encode()


def test_each_line_has_its_answer_in_order_and_the_worst_counts(tmp_path: Path, capsysbinary: Binary) -> None:
    lines = ['{"n": 1}', "", "  \t\r", '{"n": 2, "status": 2}', "not JSON", '{"problem": "disk"}', '{"n": 3}\r']
    (tmp_path / "lines").write_text("\n".join(lines), encoding="utf-8")
    assert exchange.many(str(tmp_path / "lines"), echo) is Status.NOT_RIGHT
    captured = capsysbinary.readouterr()
    found = [json.loads(line) for line in captured.out.splitlines()]
    assert [answer.get("n", "error") for answer in found] == [1, 2, "error", "error", 3]
    assert found[3] == {"error": {"path": "", "words": "full"}}
    assert captured.err.decode().splitlines()[0].startswith("line 5: not JSON")


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ('{"status": 0}', Status.DONE),
        ('{"status": 2}', Status.FORBIDDEN),
        ('{"problem": "right"}', Status.NOT_RIGHT),
        ('{"problem": "disk"}', Status.FAILED),
        ('{"problem": "code"}', Status.FAILED),
    ],
)
def test_the_highest_status_of_all_lines_counts(
    line: str, status: Status, tmp_path: Path, capsysbinary: Binary
) -> None:
    (tmp_path / "lines").write_text(f"{{}}\n{line}\n{{}}\n", encoding="utf-8")
    assert exchange.many(str(tmp_path / "lines"), echo) is status
    assert len(answers(capsysbinary)) == 3


def test_nothing_is_opened_for_an_empty_batch(tmp_path: Path, capsysbinary: Binary) -> None:
    def prepare() -> Serve:
        raise AssertionError("nothing to serve")

    (tmp_path / "lines").write_bytes(b"\n \n")
    assert exchange.many(str(tmp_path / "lines"), prepare) is Status.DONE
    assert capsysbinary.readouterr().out == b""


def test_lines_are_asked_for_as_they_are_answered(monkeypatch: pytest.MonkeyPatch, capsysbinary: Binary) -> None:
    seen: list[tuple[str, int]] = []

    class Asked(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            seen.append(("asked", len(served)))
            return super().readline(size)

    served: list[object] = []
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Asked(b"{}\n{}\n{}\n")))

    def serve(raw: object) -> Reply:
        served.append(raw)
        return Reply({})

    exchange.many("-", lambda: serve)
    assert seen == [("asked", 0), ("asked", 1), ("asked", 2), ("asked", 3)]
    assert len(answers(capsysbinary)) == 3


@pytest.mark.parametrize("request_", ["absent.json", ".", "file/x.json"])
def test_a_request_that_cannot_be_read_is_an_input_that_is_not_right(
    request_: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("file").write_bytes(b"")
    for take in (exchange.one, exchange.many):
        with pytest.raises(NotRight) as refused:
            take(request_, echo)
        assert refused.value.path == "REQUEST"
        assert str(Path(request_)) in refused.value.words


def test_a_closed_standard_input_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(NotRight, match="REQUEST: standard input is closed"):
        exchange.one("-", echo)


def test_words_may_come_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\ufeffoxígeno\r\n".encode())))
    assert exchange.text("-", "TEXT") == "oxígeno"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"ox\xedgeno")))
    with pytest.raises(NotRight, match="TEXT: not UTF-8 text: byte 2"):
        exchange.text("-", "TEXT")


def test_words_with_stray_bytes_are_refused() -> None:
    with pytest.raises(NotRight, match="TEXT: holds a character"):
        exchange.text("ox\udced", "TEXT")


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (NotRight("lines[0].charge", "found -1"), Status.NOT_RIGHT, "found -1"),
        (files.FileProblem("x.pdf cannot be written: full"), Status.FAILED, "x.pdf cannot be written: full"),
        (RuleFileProblem("rules/x.toml", "key", "reason"), Status.FAILED, "rules/x.toml: key: reason"),
    ],
)
def test_a_known_problem_says_its_own_sentence(error: Exception, status: Status, words: str) -> None:
    reply = exchange.failure(error)
    assert reply.status is status
    assert isinstance(reply.answer, NotRight)
    assert reply.answer.words == words


def test_an_unknown_problem_tells_its_kind_and_place_but_nothing_of_the_patient() -> None:
    with pytest.raises(KeyError) as raised:
        files.resource_names(*_patient())
    words = str(exchange.failure(raised.value).answer)
    assert "KeyError in desktop.files, line " in words
    assert "Maria" not in words


def _patient() -> tuple[str, str]:
    class Secret(str):
        __slots__ = ()

        def __format__(self, _: str) -> str:
            raise KeyError("Maria Treadwell")

    return "", Secret()


def test_what_stops_is_told_to_a_person_with_its_field(capsysbinary: Binary) -> None:
    class Finding:
        def __init__(self, severity: str, field: str | None, words: str) -> None:
            self.severity, self.field, self.words = severity, field, words

    class Answer(dict[str, object]):
        findings = (
            Finding("stop", "patient.dob", "is needed"),
            Finding("stop", None, "no"),
            Finding("warn", None, "hm"),
        )

    assert exchange.give(Reply(Answer(), Status.FORBIDDEN), before="line 3: ") is Status.FORBIDDEN
    captured = capsysbinary.readouterr()
    assert captured.err.decode().splitlines() == ["line 3: patient.dob: is needed", "line 3: no"]
    assert captured.out == b"{}\n"


def test_a_problem_with_stray_bytes_in_it_can_be_told(capsysbinary: Binary) -> None:
    exchange.give(Reply(NotRight("REQUEST", "x\udced.json cannot be read"), Status.NOT_RIGHT))
    assert json.loads(capsysbinary.readouterr().out) == {
        "error": {"path": "REQUEST", "words": "x\\udced.json cannot be read"}
    }


def test_where_nobody_reads_the_answer_the_command_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(exchange.OutputClosed, match="standard output is closed"):
        exchange.give(Reply({}))


def test_without_standard_error_nothing_is_said_and_nothing_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    say("words")
    monkeypatch.undo()
    closed = io.StringIO()
    closed.close()
    monkeypatch.setattr(sys, "stderr", closed)
    say("words")
