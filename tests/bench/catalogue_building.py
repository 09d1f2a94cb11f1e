"""How long the code catalogue takes to make and to open, against the bare thing in the same run.

    python tests/bench/catalogue_building.py

Making is held against sqlite3's executemany of the very rows that are in the finished file; opening against opening
the same file with sqlite3 and asking for one row.
"""

import contextlib
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from db.catalogue import fill
from desktop import files
from desktop.operations.catalogue import FILE, open_catalogue
from desktop.operations.catalogue_content import content

MAKINGS, OPENINGS = 3, 50
LIMIT_MAKING, LIMIT_OPENING = 5.0, 0.010  # seconds


def say(_words: str, _done: float) -> None:
    """Nobody listens."""


def median(times: int, what: Callable[[Path], object]) -> float:
    """Seconds, the middle of several runs, each in a folder of its own."""
    taken = []
    for _ in range(times):
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            what(Path(folder))
            taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def rows_of(catalogue: Path) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    """The plain tables of a finished catalogue, with their rows."""
    with contextlib.closing(sqlite3.connect(catalogue)) as opened:
        asked = "select name from sqlite_master where type = 'table' and sql not like 'create virtual%'"
        shadows = tuple(row[0] for row in opened.execute("select name from sqlite_master where sql like '%virtual%'"))
        for (name,) in opened.execute(asked).fetchall():
            if not any(name.startswith(f"{shadow}_") for shadow in shadows):
                yield name, opened.execute(f"select * from [{name}]").fetchall()  # noqa: S608 -- our own names


def bare(tables: list[tuple[str, list[tuple[object, ...]]]], folder: Path) -> None:
    """The same rows, written by sqlite3 alone."""
    with contextlib.closing(sqlite3.connect(folder / "bare.db")) as opened:
        opened.execute("pragma journal_mode = off")
        opened.execute("pragma synchronous = off")
        for name, rows in tables:
            if rows:
                places = ", ".join("?" * len(rows[0]))
                opened.execute(f"create table [{name}] ({', '.join(f'c{place}' for place in range(len(rows[0])))})")
                opened.executemany(f"insert into [{name}] values ({places})", rows)  # noqa: S608 -- our own names
        opened.commit()


def main() -> int:
    """Prints what was measured; the exit status is 1 where a limit is missed."""
    with tempfile.TemporaryDirectory() as kept:
        home = Path(kept)
        open_catalogue(home, say).close()
        size = (home / FILE).stat().st_size
        tables = list(rows_of(home / FILE))
        whole = median(MAKINGS, lambda folder: open_catalogue(folder, say).close())
        read = content(files.resources(), say)
        filling = median(MAKINGS, lambda folder: fill.catalogue(folder / FILE, read, say))
        written = median(MAKINGS, lambda folder: bare(tables, folder))
        opening = median(OPENINGS, lambda _: open_catalogue(home, say).close())
        asking = median(OPENINGS, lambda _: sqlite3.connect(home / FILE).execute("select * from about").fetchall())
    sys.stdout.write(
        f"rows {sum(len(rows) for _, rows in tables):,}, file {size / 1e6:.1f} MB\n"
        f"bare executemany     {written:7.3f} s\n"
        f"filling              {filling:7.3f} s   {filling / written:5.1f} x bare\n"
        f"making, all of it    {whole:7.3f} s   {whole / written:5.1f} x bare   (limit {LIMIT_MAKING} s)\n"
        f"opening              {opening * 1e3:7.2f} ms  {opening / asking:5.1f} x bare sqlite3 (limit 10 ms)\n"
    )
    return int(whole > LIMIT_MAKING or opening > LIMIT_OPENING)


if __name__ == "__main__":
    raise SystemExit(main())
