"""Finds codes, modifiers and diagnoses by their beginning or by their official words.

Rows are written in the order in which they are to be found, so that the first rows that fit are the answer: ranking
at the time of asking (bm25) takes ten times as long.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from db import driver
from db.connection import ask
from db.rows import FoundRow

if TYPE_CHECKING:
    from sqlite_utils import Database

_AFTER = "\x7f"  # sorts after every letter and digit
_WORDS_TABLE = (
    "create virtual table searched_words using fts5("
    "words, content='', detail=none, columnsize=0, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')"
)

Entry = tuple[str, str, str | None, str]


def write(database: "Database", entries: Iterable[Entry]) -> None:
    """Writes kind, code (without a dot), description and words of each entry; the first is the first to be found."""
    numbered = list(enumerate(entries, start=1))
    columns = {"place": int, "kind": str, "code": str, "description": str}
    found = database.table("searched").create(columns, pk="place")
    rows = ((place, *entry[:3]) for place, entry in numbered)
    database.conn.executemany("insert into searched values (?, ?, ?, ?)", rows)
    found.create_index(["kind", "code"])
    database.execute(_WORDS_TABLE)
    words = ((place, entry[3]) for place, entry in numbered)
    database.conn.executemany("insert into searched_words (rowid, words) values (?, ?)", words)


def named(connection: driver.Connection, kind: str, codes: Sequence[str]) -> list[FoundRow]:
    """The entries of a kind that have one of these codes, diagnoses without a dot."""
    marks = ", ".join("?" * len(codes))
    asked = f"select kind, code, description from searched where kind = ? and code in ({marks})"  # noqa: S608 -- marks
    return [FoundRow(*row) for row in ask(connection, asked, [kind, *codes])]


def beginning(connection: driver.Connection, kind: str, start: str, limit: int) -> list[FoundRow]:
    """The entries of a kind whose code begins so, in the order of codes."""
    asked = (
        "select kind, code, description from searched where kind = ? and code >= ? and code < ? order by code limit ?"
    )
    return [FoundRow(*row) for row in ask(connection, asked, [kind, start, start + _AFTER, limit])]


def holding(connection: driver.Connection, words: Sequence[Sequence[str]], limit: int) -> list[FoundRow]:
    """The entries whose words hold, for each group, one that begins as a word of the group does; the foremost first."""
    wanted = " AND ".join("(" + " OR ".join(f'"{word}"*' for word in group) + ")" for group in words)
    asked = (
        "select kind, code, description from searched_words join searched on place = searched_words.rowid "
        "where searched_words match ? order by searched_words.rowid limit ?"
    )
    return [FoundRow(*row) for row in ask(connection, asked, [wanted, limit])]
