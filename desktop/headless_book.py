"""The headless door's commands for the store's own book: `backup`, `restore`, `verify`, `export`.

A password or the recovery code is read from a file or from standard input, never from the arguments: those can be seen
by every program of the computer. While a window has the store open, these commands say so and do nothing.
"""

import contextlib
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from desktop import clock, exchange, files, log
from desktop.border import NotRight
from desktop.exchange import Reply, Status
from desktop.log import What
from desktop.operations import backups, takeout, takeout_door, unlocking, verifying
from desktop.operations.backups import BackupNotThere, BackupSet
from desktop.operations.book import BookProblem
from desktop.operations.sign_in import MustWait, NotLetIn
from desktop.operations.unlocking import Secret
from desktop.problems import say

_LONGEST = 1_000  # bytes of a password's line

_user = click.option("--user", metavar="NAME", help="Whose password it is; not needed where there is one user.")
_password = click.option(
    "--password-file", metavar="FILE", help="The password is this file's first line (-: standard input)."
)
_code = click.option(
    "--recovery-file", metavar="FILE", help="The recovery code is this file's first line (-: standard input)."
)


@click.command()
@click.option("--to", metavar="FOLDER", help="Copy the backup there, too (a stick, say).")
@_user
@_password
@_code
def backup(to: str | None, user: str | None, password_file: str | None, recovery_file: str | None) -> Status:
    """Back up the store's book, encrypted as it is."""
    secret = _secret(user, password_file, recovery_file)

    def work() -> Reply:
        home = files.home()
        with unlocking.held(home):
            with unlocking.open_store(home, secret, clock.now) as book:
                made = backups.make(book, exchange.Progress())
                copied = None
                if to is not None:
                    copied = backups.copy_into(book, made.backup, Path(to), exchange.Progress())
            told = _told(made.backup)
            told["second"] = {"made": made.in_second, "words": made.second}
            told["copied_to"] = None if copied is None else str(copied.folder)
            return Reply(told)

    return _answered(work)


@click.command()
@click.option("--from", "source", metavar="FOLDER", help="The folder with the backups (this computer's unless given).")
@click.option("--backup", "name", metavar="NAME", help="One of them by its name, or latest: shows what is in it.")
@click.option("--replace", is_flag=True, help="Bring it back: the book that is there is replaced, and kept beside it.")
@_user
@_password
@_code
def restore(  # noqa: PLR0913 -- the options that the contract names
    source: str | None,
    name: str | None,
    user: str | None,
    password_file: str | None,
    recovery_file: str | None,
    *,
    replace: bool,
) -> Status:
    """List the backups, show what is in one, bring one back."""
    folder = Path(source) if source is not None else files.home()
    if name is None:
        if replace:
            raise NotRight("--replace", "needs --backup: a name of the list, or latest")
        return _answered(lambda: Reply({"backups": [_told(each) for each in backups.inside(folder)]}))
    secret = _secret(user, password_file, recovery_file)

    def work() -> Reply:
        chosen = backups.named(folder, name)
        key = unlocking.key_of_backup(chosen, secret)
        told = _told(chosen) | {"contents": _contents(chosen, key), "replaced": None}
        if replace:
            home = files.folder(files.home())
            with unlocking.held(home):
                by = unlocking.who_opens(chosen, secret, clock.now)
                away = backups.restore(home, key, chosen, clock.now(), exchange.Progress(), by)
            told["replaced"] = str(away)
        return Reply(told)

    return _answered(work)


@click.command()
@click.option("--from", "source", metavar="FOLDER", help="Look at the backups in this folder instead of at the book.")
@_user
@_password
@_code
def verify(source: str | None, user: str | None, password_file: str | None, recovery_file: str | None) -> Status:
    """Look whether the book and its backups are whole, page by page and paper by paper."""
    secret = _secret(user, password_file, recovery_file)

    def work() -> Reply:
        if source is not None:
            found = backups.inside(Path(source))
            keys = unlocking.key_of_backup(found[0], secret)
            looked = verifying.verify_backups(found, keys, exchange.Progress())
        else:
            home = files.home()
            with unlocking.held(home):
                key, user = unlocking.way_in(home, secret, clock.now)
                looked = verifying.verify(home, key, exchange.Progress())
                with contextlib.suppress(BookProblem), unlocking.book(home, clock.now, key, user) as book:
                    verifying.note(book, looked)
        for each in looked:
            say(each.words)
        well = verifying.whole(looked)
        answer = {"whole": well, "checks": [asdict(each) for each in looked]}
        return Reply(answer, Status.DONE if well else Status.FORBIDDEN)

    return _answered(work)


@click.command()
@click.option("--to", metavar="FOLDER", help="A new folder is made in this one.")
@_user
@_password
@_code
def export(to: str | None, user: str | None, password_file: str | None, recovery_file: str | None) -> Status:
    """Take everything out of the book as CSV, JSON and PDFs, none of it encrypted. An owner's alone."""
    if to is None:
        raise NotRight("--to", "is missing; the folder that everything is written to is needed")
    secret = _secret(user, password_file, recovery_file)
    folder = Path(to)

    def work() -> Reply:
        home = files.home()
        with unlocking.held(home), takeout_door.opened(home, secret, clock.now) as book:
            warning = takeout.warning(folder)
            if warning is not None:
                say(warning)
            taken = takeout.take_out(book, folder, exchange.Progress(), lambda: True)
        assert taken is not None  # noqa: S101 -- nobody could say no
        return Reply({"folder": str(taken.folder), **asdict(taken.counts), "warning": warning})

    return _answered(work)


COMMANDS = (backup, restore, verify, export)


def _answered(work: Callable[[], Reply]) -> Status:
    try:
        return exchange.give(work())
    except (NotLetIn, MustWait) as problem:
        raise NotRight("--password-file", str(problem)) from problem
    except BackupNotThere as problem:
        raise NotRight("--from", str(problem)) from problem
    except BookProblem as problem:
        log.note_error(What.DOOR, problem)
        return exchange.give(Reply(NotRight("", str(problem)), Status.FAILED))


def _secret(user: str | None, password_file: str | None, recovery_file: str | None) -> Secret:
    if password_file is not None and recovery_file is not None:
        raise NotRight("--recovery-file", "stands beside --password-file; one of them is needed")
    if recovery_file is not None:
        return Secret(code=_line("--recovery-file", recovery_file))
    if password_file is None:
        raise NotRight("--password-file", "is missing; a file with the password, or - for standard input, is needed")
    return Secret(user, _line("--password-file", password_file))


def _line(option: str, name: str) -> str:
    """The first line of a file with a secret, without its line end."""
    try:
        data = next(iter(exchange.lines(name)), b"")
        line = data[: _LONGEST + 1].decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise NotRight(option, f"{name} is not UTF-8 text; save it as UTF-8") from error
    except NotRight as problem:
        raise NotRight(option, problem.words) from problem
    if not line.strip() or len(data) > _LONGEST:
        raise NotRight(option, f"the first line of {name} is empty or too long")
    return line


def _told(chosen: BackupSet) -> dict[str, Any]:
    return {
        "name": chosen.name,
        "made_at": _moment(chosen.at),
        "folder": str(chosen.folder),
        "size": chosen.book.size,
    }


def _contents(chosen: BackupSet, key: str) -> dict[str, Any]:
    inside = backups.contents(chosen, key)
    last_day = inside.last_day.isoformat() if inside.last_day else None
    return asdict(inside) | {"at": _moment(inside.at), "last_day": last_day}


def _moment(at: datetime) -> str:
    return at.astimezone().isoformat(timespec="seconds")
