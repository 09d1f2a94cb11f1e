"""The code catalogue's file, which lies unencrypted in the user's folder: damaged, or changed by another program."""

import contextlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from db import connection
from db.catalogue import fill, find
from db.driver import Connection, DatabaseError, connect
from db.problems import CatalogueDamaged
from desktop import border, files
from desktop.desk import Desk
from desktop.operations.catalogue import ShippedCatalogue
from desktop.operations.catalogue_content import content
from desktop.operations.counter import Counter
from desktop.operations.search import search
from desktop.operations.show import show
from desktop.rulefiles.load import load
from tests.fuzz.kinds.backups import harmed
from tests.fuzz.target import Attempt, Form, Target

_DAY = date(2026, 3, 2)
_KEPT = 300  # rows of each large set
_ASKED = ("E1390", "RR", "J44.9", "concentrator", "e13")


def targets() -> list[Target]:
    """Its bytes, and its cells."""
    harms = [b'{"put": [[0, "00"]]}', b'{"put": [[4096, "ff00ff"], [9000, "41"]]}', b'{"cut": 4096}', b'{"cut": 1}']
    return [
        Target("catalogue", Form.JSON, lambda: harms, _damaged, dear=True),
        Target("catalogue-cells", Form.JSON, _edits, _changed, dear=True),
    ]


def _edits() -> list[bytes]:
    cells = [
        ("about", "value"), ("codes", "added"), ("codes", "long"), ("records", "cells"), ("fields", "headings"),
        ("diagnoses", "first_day"), ("diagnoses", "billable"), ("knowledge", "sources"), ("knowledge", "mark"),
        ("searched", "code"), ("searched", "kind"), ("zip_prefixes", "states"), ("diagnosis_sets", "until"),
    ]  # fmt: skip
    return [json.dumps([[table, column, value]]).encode() for table, column in cells for value in ("x", None, 7)]


def _small(path: Path) -> None:
    whole = content(files.resources(), lambda _words, _done: None)
    few = {
        name: getattr(whole, name)[:_KEPT] for name in ("records", "listed", "diagnoses", "searched", "zip_prefixes")
    }
    path.touch()
    fill.catalogue(path, replace(whole, **few), lambda _words, _done: None)


@contextlib.contextmanager
def _damaged(room: Path) -> Iterator[Attempt]:
    path = room / "catalogue.db"
    _small(path)
    right = path.read_bytes()
    desk = _desk()

    def attempt(data: bytes) -> None:
        path.write_bytes(harmed(right, data))
        _asked(path, desk)

    yield attempt


@contextlib.contextmanager
def _changed(room: Path) -> Iterator[Attempt]:
    path = room / "catalogue.db"
    _small(path)
    right = path.read_bytes()
    desk = _desk()

    def attempt(data: bytes) -> None:
        path.write_bytes(right)
        with contextlib.closing(connect(path.as_uri())) as opened:
            for edit in _read(data):
                _edit(opened, *edit)
        _asked(path, desk)

    yield attempt


def _read(data: bytes) -> list[tuple[object, object, object]]:
    with contextlib.suppress(ValueError, TypeError, RecursionError):
        return [tuple(each) for each in json.loads(data) if isinstance(each, list) and len(each) == 3]  # type: ignore[misc]
    return []


def _edit(opened: Connection, table: object, column: object, value: object) -> None:
    plain = value if isinstance(value, str | int | float | None) else json.dumps(value)
    with contextlib.suppress(DatabaseError, OverflowError, UnicodeEncodeError, TypeError, ValueError):
        opened.execute(f'update "{table}" set "{column}" = ?', [plain])  # noqa: S608 -- the attacker's own


def _desk() -> Desk:
    rules = load(files.resources())
    return Desk(None, rules, Counter(rules), _DAY)  # type: ignore[arg-type]


def _asked(path: Path, desk: Desk) -> None:
    """All that the door and the window ask; a catalogue that is damaged is made anew in truth, and here ends it."""

    def mend() -> Connection:
        raise CatalogueDamaged("made anew")

    opened = ShippedCatalogue(connection.read_only(path), mend, mend)
    try:
        at = replace(desk, catalogue=opened)
        told = (opened.edition, opened.as_of, opened.of_2026, opened.later_list)
        assert all(isinstance(each, str | date) for each in told)
        for text in _ASKED:
            border.to_json(show(at, text))
            border.to_json(search(at, {"text": text}))
            opened.diagnosis(text, _DAY)
        opened.has_diagnoses(_DAY)
        opened.place_of_service("12")
        opened.ask(find.states, "787")
    finally:
        opened.close()
