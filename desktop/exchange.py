"""One request in, one answer out: what every command of the headless door does around its operation.

Answers go to standard output as UTF-8 JSON, a line each, whatever the computer's code page; people's words go to
standard error. Whatever happens, a person gets a sentence and a program gets a status and an object.
"""

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import BinaryIO

from desktop import border, files, log
from desktop.core.finding import Severity
from desktop.log import What
from desktop.problems import say, unexpected
from desktop.rulefiles.checks import RuleFileProblem

STANDARD_INPUT = "-"
_LARGEST = "bytes.request"


class Status(IntEnum):
    """How a command ended; of many lines the highest counts."""

    DONE = 0
    FAILED = 1
    FORBIDDEN = 2
    NOT_RIGHT = 3


@dataclass(frozen=True, slots=True)
class Reply:
    """An operation's answer (anything that JSON can hold) and how it ended."""

    answer: object
    status: Status = Status.DONE


class OutputClosed(Exception):
    """Nobody can read the answer: standard output is closed, full or broken."""


Serve = Callable[[object], Reply]


def one(request: str, prepare: Callable[[], Serve]) -> Status:
    """Answers the one request of a file (`-`: standard input). `prepare` opens what is needed once that is JSON."""
    raw = border.from_json(_whole(request), files.limit(_LARGEST))
    return give(prepare()(raw))


def many(request: str, prepare: Callable[[], Serve]) -> Status:
    """Answers a request a line, each as it comes. A line that is not right answers its error, and the rest goes on."""
    worst = Status.DONE
    serve: Serve | None = None
    for number, line in enumerate(lines(request), start=1):
        if line.strip():
            serve = serve or prepare()
            worst = max(worst, give(_guarded(serve, line.rstrip(b"\r\n")), before=f"line {number}: "))
    return worst


def text(given: str, name: str) -> str:
    """Words from the command line (`-`: from standard input). `name` is what the argument is called."""
    if given == STANDARD_INPUT:
        try:
            most = files.limit(_LARGEST)
            words = _standard_input().read(most + 1)
            if len(words) > most:
                raise border.NotRight(name, f"has more than {most:,} bytes, which nobody types")
            return words.decode("utf-8-sig").strip()
        except UnicodeDecodeError as error:
            raise border.NotRight(name, f"not UTF-8 text: byte {error.start} cannot be read") from error
    if not _printable(given):
        raise border.NotRight(name, "holds a character that cannot be read; type it again")
    return given


def give(reply: Reply, before: str = "") -> Status:
    """Writes an answer, tells a person what stands in the way (after `before`), and returns the status."""
    if isinstance(reply.answer, border.NotRight):
        problem = reply.answer
        words = _readable(problem.words)
        say(f"{before}{problem.path}: {words}" if problem.path else f"{before}{words}")
        _write(border.to_json({"error": {"path": _readable(problem.path), "words": words}}))
        return reply.status
    if reply.status is Status.FORBIDDEN:
        for finding in getattr(reply.answer, "findings", ()):
            if finding.severity == Severity.STOP:
                say(f"{before}{finding.field}: {finding.words}" if finding.field else f"{before}{finding.words}")
    _write(border.to_json(reply.answer))
    return reply.status


def failure(error: Exception) -> Reply:
    """What is answered for a problem, whatever it is. Of an unexpected one only its kind and place are told.

    An unexpected problem's own text may quote the request, and the request holds a patient. A request that is not right
    is no failure of the program; anything else is noted in the log.
    """
    if isinstance(error, border.NotRight):
        return Reply(error, Status.NOT_RIGHT)
    log.note_error(What.DOOR, error)
    if isinstance(error, (files.FileProblem, RuleFileProblem)):
        return Reply(border.NotRight("", str(error)), Status.FAILED)
    return Reply(border.NotRight("", unexpected(error)), Status.FAILED)


class Progress:
    """Tells a person how far something is that takes a while: a sentence for each part of it."""

    def __init__(self) -> None:
        self._said = ""

    def __call__(self, words: str, done: float) -> None:
        """`done` is the share that is done, from 0 to 1."""
        if words != self._said:
            self._said = words
            say(f"{words} ({done:.0%})")


def _guarded(serve: Serve, line: bytes) -> Reply:
    try:
        return serve(border.from_json(line, files.limit(_LARGEST)))
    except Exception as error:  # one line, however it ends, must not cost the others
        return failure(error)


def _whole(request: str) -> bytes:
    """All lines, or as many as show that they are too many."""
    most, held = files.limit(_LARGEST), bytearray()
    for line in lines(request):
        held += line
        if len(held) > most:
            break
    return bytes(held)


def lines(request: str) -> Iterator[bytes]:
    """The lines of a file, or of standard input (`-`). NotRight where they cannot be read."""
    try:
        yield from _incoming(request)
    except files.FileProblem as problem:
        raise border.NotRight("REQUEST", str(problem)) from problem
    except OSError as error:
        raise border.NotRight("REQUEST", "standard input cannot be read; name a file") from error


def _incoming(request: str) -> Iterable[bytes]:
    most = files.limit(_LARGEST)
    return files.cut(_standard_input(), most) if request == STANDARD_INPUT else files.lines(Path(request), most)


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise border.NotRight("REQUEST", "standard input is closed; name a file")
    return sys.stdin.buffer


def _write(answer: bytes) -> None:
    try:
        if sys.stdout is None:
            raise OutputClosed("The answer cannot be written: standard output is closed.")
        sys.stdout.buffer.write(answer + b"\n")
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        _discard_output()
        raise OutputClosed from error
    except OSError as error:
        _discard_output()
        raise OutputClosed(f"The answer cannot be written to standard output: {error.strerror}.") from error


def _discard_output() -> None:
    """Lets what is still held for standard output go nowhere, so that closing it does not complain again."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _printable(words: str) -> bool:
    return _readable(words) == words


def _readable(words: str) -> str:
    """The words with what no UTF-8 text can hold (a file name's stray bytes) written out."""
    return words.encode("utf-8", "backslashreplace").decode("utf-8")
