"""The headless door: the same operations as the window's, JSON in and JSON out, without Qt.

Other programs of the shop use it, batches are printed through it, and it is how an installed Oxydesk shows that it
works. It keeps no state: the same request gets the same answer on every machine. Exit status: 0 done, 2 a finding
forbids it and nothing was written, 3 the input is not right, 1 anything else.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from desktop import border, clock, exchange, files
from desktop.core.finding import Finding
from desktop.desk import Desk
from desktop.exchange import Reply, Serve, Status
from desktop.operations.catalogue import open_catalogue
from desktop.rulefiles.load import load

_MOST = 50
_DEFAULT = 10
_LONGEST_PASSWORD = 127  # bytes; a PDF reader sees no more of it


class _Limit(click.ParamType):
    name = "number"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        shown = str(value)
        if shown.isascii() and shown.isdigit() and 1 <= int(shown) <= _MOST:
            return int(shown)
        self.fail(f"found {shown}; allowed is a whole number from 1 to {_MOST}", param, ctx)


_request = click.argument("request", required=False)
_lines = click.option("--lines", is_flag=True, help="One request a line in, one answer a line out.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=False)
def door() -> None:
    """Oxygen codes, modifiers and superbills: JSON in, JSON out.

    A REQUEST is a file, or - for standard input.
    """


@door.command()
@_request
@_lines
def code(request: str | None, *, lines: bool) -> Status:
    """What codes and modifiers, and why."""
    from desktop.operations.code import code as answer_code  # noqa: PLC0415 -- start-up

    def prepare() -> Serve:
        desk = _desk()
        return lambda raw: _answered(answer_code(desk, raw))

    return _exchange(request, prepare, lines=lines)


@door.command()
@_request
@click.option("--out", metavar="FILE", help="The PDF to write.")
@click.option("--out-dir", metavar="DIR", help="With --lines: the folder for a PDF each, named by number.")
@click.option("--draft", is_flag=True, help="Print in spite of what forbids it, marked DRAFT on every page.")
@click.option("--password-file", metavar="FILE", help="Encrypt the PDF with this file's first line.")
@_lines
def superbill(
    request: str | None, *, out: str | None, out_dir: str | None, draft: bool, password_file: str | None, lines: bool
) -> Status:
    """Check a superbill and print it."""
    target = _Batch(out_dir, out) if lines else _Single(out, out_dir, (request, password_file))
    password = _password(password_file) if password_file is not None else None
    from desktop.operations.superbill import issue  # noqa: PLC0415 -- start-up
    from desktop.paper.protect import encrypt

    def prepare() -> Serve:
        desk = _desk()

        def serve(raw: object) -> Reply:
            issued = issue(desk, raw, draft=draft)
            path = target.claim(issued.answer.number)
            if issued.pdf is None:
                return Reply(issued.answer, Status.FORBIDDEN)
            target.save(path, encrypt(issued.pdf, password) if password else issued.pdf)
            return Reply(issued.answer)

        return serve

    return _exchange(request, prepare, lines=lines)


@door.command()
@click.argument("words", nargs=-1, metavar="TEXT")
@click.option("--limit", type=_Limit(), default=_DEFAULT, help="How many results at most (10 unless given).")
@_lines
def search(words: tuple[str, ...], *, limit: int, lines: bool) -> Status:
    """Words of the counter to codes. With --lines, TEXT is a file of requests."""
