"""Opening database files, and asking them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from db import driver
from db.problems import CatalogueDamaged


def read_only(path: Path) -> driver.Connection:
    """A finished file that nobody writes to any more. CatalogueDamaged where it is not a database."""
    try:
        connection = driver.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1")
        for pragma in ("cipher_log_level = NONE", "temp_store = MEMORY", "query_only = ON"):
            connection.execute(f"PRAGMA {pragma}")
    except driver.DatabaseError as error:
        raise CatalogueDamaged(str(error)) from error
    return connection


def derived(path: Path) -> driver.Connection:
    """An empty file to be filled once and thrown away if that fails: without a journal, fast."""
    connection = driver.connect(path.absolute().as_uri())
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "temp_store = MEMORY", "locking_mode = EXCLUSIVE"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def ask(connection: driver.Connection, question: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
    """The rows that answer a question. CatalogueDamaged where the file does not hold what it must."""
    try:
        rows: list[tuple[Any, ...]] = connection.execute(question, [driver.whole(each) for each in values]).fetchall()
    except driver.DatabaseError as error:
        raise CatalogueDamaged(str(error)) from error
    return rows
