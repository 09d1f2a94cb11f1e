"""The headless door: the same operations as the window's, JSON in and JSON out, without Qt.

Other programs of the shop use it, batches are printed through it, and it is how an installed Oxydesk shows that it
works. It keeps no state: the same request gets the same answer on every machine; the commands that work on the store's
book stand in `headless_book`. Exit status: 0 done, 2 a finding
forbids it and nothing was written, 3 the input is not right, 1 anything else.
"""

import contextlib
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click

from desktop import clock, exchange, files, log
from desktop.border import NotRight
from desktop.core.version import VERSION
from desktop.desk import Desk
from desktop.exchange import Reply, Serve, Status
from desktop.headless_book import COMMANDS
from desktop.operations.batch import BatchFolder, OneFile
from desktop.operations.catalogue import open_catalogue
from desktop.operations.code import code as code_answer
from desktop.operations.counter import Counter
from desktop.operations.cycle import cycle as cycle_answer
from desktop.operations.search import search as search_answer
from desktop.operations.show import show as show_answer
from desktop.problems import say
from desktop.rulefiles.load import load

_MOST = 50
_LONGEST_PASSWORD = 127  # bytes; AES-256 in a PDF takes no more of it
_AROUND = 5  # bytes of a line that are not the password: a mark before it, the line's end


_request = click.argument("request", required=False)
_lines = click.option("--lines", is_flag=True, help="One request a line in, one answer a line out.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=False)
@click.version_option(VERSION, message="Oxydesk %(version)s")
def door() -> None:
    """Oxygen codes, modifiers and superbills: JSON in, JSON out.

    A REQUEST is a file, or - for standard input.
    """


@door.command()
@_request
@_lines
def code(request: str | None, *, lines: bool) -> Status:
    """What codes and modifiers, and why."""

    def prepare() -> Serve:
        desk = _desk()
        return lambda raw: _found(code_answer(desk, raw))

    return _exchange(request, prepare, lines=lines)


@door.command()
@_request
@click.option("--on", metavar="DAY", help="The day asked for, like 2026-05-10, unless the request has its own `on`.")
@_lines
def cycle(request: str | None, *, on: str | None, lines: bool) -> Status:
    """Where the 36 and 60 months of a rental stand on a day."""
    day = _day(on) if on is not None else None

    def prepare() -> Serve:
        rules = load(files.resources())
        return lambda raw: _found(cycle_answer(rules, raw, day))

    return _exchange(request, prepare, lines=lines)


@door.command()
@_request
@click.option("--out", metavar="FILE", help="The PDF to write.")
@click.option("--out-dir", metavar="DIR", help="With --lines: the folder for a PDF each, named by number.")
@click.option("--draft", is_flag=True, help="Print in spite of what forbids it, marked DRAFT on every page.")
@click.option("--password-file", metavar="FILE", help="Encrypt the PDF with this file's first line.")
@_lines
def superbill(  # noqa: PLR0913 -- the options that the contract names
    request: str | None, *, out: str | None, out_dir: str | None, draft: bool, password_file: str | None, lines: bool
) -> Status:
    """Check a superbill and print it."""
    target = _folder(out, out_dir) if lines else _file(out, out_dir, kept=(request, password_file))
    password = None if password_file is None else _password(password_file)

    def prepare() -> Serve:
        from desktop.operations.superbill import issue  # noqa: PLC0415 -- start-up: reportlab

        desk = _desk()

        def serve(raw: object) -> Reply:
            issued = issue(desk, raw, draft=draft)
            number, pdf = issued.answer.number, issued.pdf
            path = target.claim(number) if number or pdf else None
            if pdf is None or path is None:
                return Reply(issued.answer, Status.FORBIDDEN)
            target.save(path, pdf if password is None else _encrypted(pdf, password))
            return Reply(issued.answer)

        return serve

    return _exchange(request, prepare, lines=lines)


@door.command()
@click.argument("words", nargs=-1, metavar="TEXT")
@click.option("--limit", metavar="N", help="How many results at most: 1 to 50, 10 unless given.")
@_lines
def search(words: tuple[str, ...], *, limit: str | None, lines: bool) -> Status:
    """Words of the counter to codes. With --lines, TEXT is a file of requests."""

    def prepare() -> Serve:
        desk = _desk()
        return lambda raw: Reply(search_answer(desk, raw))

    if lines and limit is not None:
        raise NotRight("--limit", "is for one search; with --lines, each line says its own")
    if lines:
        return exchange.many(_only("TEXT", words), prepare)
    text = exchange.text(" ".join(words), "TEXT") if words else _missing("TEXT", "the words to look for")
    question: dict[str, object] = {"text": text}
    if limit is not None:
        question["limit"] = _count(limit)
    return exchange.give(prepare()(question))


@door.command()
@click.argument("code", required=False, metavar="CODE")
def show(code: str | None) -> Status:
    """The whole official record of a code or modifier."""
    text = exchange.text(code, "CODE") if code is not None else ""
    if not text.strip():
        _missing("CODE", "a code like E1390 or a modifier like RR")
    return exchange.give(_found(show_answer(_desk(), text)))


for command in COMMANDS:
    door.add_command(command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command of these arguments (of the process, if not given); the exit status. Raises nothing."""
    given = sys.argv[1:] if arguments is None else arguments
    log.begin(files.home())
    try:
        return int(door.main(list(given), prog_name="oxydesk", standalone_mode=False) or 0)
    except exchange.OutputClosed as problem:
        if problem.args:  # a reader that has seen enough and left needs no words
            say(str(problem))
        return Status.FAILED
    except (KeyboardInterrupt, click.Abort):
        say("Stopped.")
        return Status.FAILED
    except Exception as error:  # the last resort: a sentence, never a traceback
        return _told(exchange.failure(_usage(error)))


def _told(reply: Reply) -> Status:
    try:
        return exchange.give(reply)
    except exchange.OutputClosed:
        return reply.status


def _usage(error: Exception) -> Exception:
    """A command line that is not right, named as the field of a request would be; other problems as they are."""
    if not isinstance(error, click.UsageError):
        return error
    name = getattr(error, "option_name", None)
    param = getattr(error, "param", None)
    if name is None and param is not None:
        name = param.opts[0] if isinstance(param, click.Option) else str(param.metavar or param.name).upper()
    return NotRight(name or "", f"{error.message.rstrip('.')}; `oxydesk --help` shows what is allowed")


def _exchange(request: str | None, prepare: Callable[[], Serve], *, lines: bool) -> Status:
    if request is None:
        _missing("REQUEST", "a file, or - for standard input,")
    return exchange.many(request, prepare) if lines else exchange.one(request, prepare)


def _desk() -> Desk:
    rules = load(files.resources())
    return Desk(open_catalogue(files.home(), exchange.Progress()), rules, Counter(rules), clock.today())


def _found(answer: Any) -> Reply:
    return Reply(answer, Status.FORBIDDEN if answer.forbidden else Status.DONE)


def _folder(out: str | None, out_dir: str | None) -> BatchFolder:
    if out is not None:
        raise NotRight("--out", "is for one superbill; with --lines, name a folder with --out-dir")
    return BatchFolder(Path(out_dir or _missing("--out-dir", "with --lines, a folder for the PDFs")))


def _file(out: str | None, out_dir: str | None, kept: Sequence[str | None]) -> OneFile:
    """Where one superbill goes; never over a file that the command reads (`kept`)."""
    if out_dir is not None:
        raise NotRight("--out-dir", "is for --lines; for one superbill, name a file with --out")
    path = Path(out or _missing("--out", "the name of the PDF"))
    if out == exchange.STANDARD_INPUT:
        raise NotRight("--out", "found -; standard output holds the answer, so name a file for the PDF")
    if any(name is not None and files.same(path, Path(name)) for name in kept):
        raise NotRight("--out", f"found {out}, which this command reads; name another file")
    return OneFile(path)


def _password(name: str) -> str:
    """The first line of a password file, without its line end."""
    try:
        line = next(iter(files.lines(Path(name), _LONGEST_PASSWORD + _AROUND)), b"")
        text = "" if len(line) > _LONGEST_PASSWORD + _AROUND else line.decode("utf-8-sig")
    except files.FileProblem as problem:
        raise NotRight("--password-file", str(problem)) from problem
    except UnicodeDecodeError as error:
        raise NotRight("--password-file", f"{name} is not UTF-8 text; save it as UTF-8") from error
    password = text.removesuffix("\n").removesuffix("\r")
    if len(line) <= _LONGEST_PASSWORD + _AROUND and not password.strip():
        raise NotRight("--password-file", f"{name} has no password in its first line")
    if len(password.encode()) > _LONGEST_PASSWORD or not text:
        raise NotRight("--password-file", f"the first line of {name} is over {_LONGEST_PASSWORD} bytes; shorten it")
    return password


def _encrypted(pdf: bytes, password: str) -> bytes:
    from desktop.paper.protect import encrypt  # noqa: PLC0415 -- start-up: pypdf and cryptography

    return encrypt(pdf, password)


def _day(given: str) -> date:
    with contextlib.suppress(ValueError):
        day = date.fromisoformat(given)
        if day.isoformat() == given:
            return day
    raise NotRight("--on", f"found {given}; allowed is a day like 2026-05-10")


def _count(given: str) -> int:
    if given.isascii() and given.isdigit() and 1 <= int(given[:9]) <= _MOST:
        return int(given)
    raise NotRight("--limit", f"found {given}; allowed is a whole number from 1 to {_MOST}")


def _only(name: str, given: Sequence[str]) -> str:
    if len(given) != 1:
        raise NotRight(name, f"found {len(given)} of them; with --lines, one file of requests (or -) is needed")
    return given[0]


def _missing(name: str, what: str) -> NoReturn:
    raise NotRight(name, f"is missing; {what} is needed")
