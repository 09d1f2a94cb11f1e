"""How many things are to do on each day, and how many units stand how: counted as they change, so that no list counts.

Like every step of the schema, it stays as it is.
"""

from collections.abc import Sequence

from sqlite_utils import Database


def make(database: Database) -> None:
    """The counts, and what keeps them."""
    _counted(database, "due_counts", "rental_due", ("shows_on", "what"), "done_at", "{row}.done_at is null")
    _counted(database, "standing_counts", "unit_standings", ("phase", "payer_kind"), "hidden", "{row}.hidden = 0")


def _counted(  # noqa: PLR0913, PLR0917 -- what a count is of, each once
    database: Database, counts: str, table: str, by: Sequence[str], beside: str, held: str
) -> None:
    """A table `counts` with a row for each value of the columns `by`, of the rows of `table` for which `held` is so;
    that rests on the column `beside`."""
    names = ", ".join(by)
    database.execute(f"create table {counts} ({names}, many integer, primary key ({names})) without rowid")
    here = {row: " and ".join(f"{name} = {row}.{name}" for name in by) for row in ("old", "new")}
    given = ", ".join(f"new.{name}" for name in by)
    more = f"insert into {counts} values ({given}, 1) on conflict ({names}) do update set many = many + 1"  # noqa: S608 -- own names
    fewer = (
        f"update {counts} set many = many - 1 where {here['old']}; "  # noqa: S608 -- own names
        f"delete from {counts} where {here['old']} and many = 0"
    )
    changed = f"update of {', '.join((*by, beside))}"
    for name, change, row, does in (
        ("added", "insert", "new", more),
        ("gone", "delete", "old", fewer),
        ("no_longer", changed, "old", fewer),
        ("now", changed, "new", more),
    ):
        when = held.format(row=row)
        database.execute(f"create trigger {table}_{name} after {change} on {table} when {when} begin {does}; end")
