"""Where rentals stand and what is to do, as it was when each was last looked at; and which to look at again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from db.book.records import Table, ask, cell
from db.book.rental_rows import DueRow, ListedDue, UnitStanding
from db.book.rentals import STANDINGS
from db.driver import Connection
from db.problems import NotInBook

DUE = Table("rental_due", DueRow, "due entry")
NOW = ""  # before every day
_OLD = tuple(
    f"select rental_id from rental_standings where {why}"  # noqa: S608 -- own names
    for why in ("next_change_on <= ?1", "looked_on > ?1", "version < ?2", "version > ?2")
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something to do, as it is now known; whether it was done or put off, the book knows."""

    unit_id: int
    what: str
    on: date
    until: date | None
    words: str


@dataclass(frozen=True, slots=True)
class Looked:
    """A rental as it was looked at: `next_change_on` is the day from which that is not true any more (None: never).

    `version` is the Oxydesk by whose rules it was.
    """

    rental_id: int
    version: str
    on: date
    next_change_on: date | None
    problem: str | None
    units: Sequence[UnitStanding] = ()
    due: Sequence[Wanted] = ()


def keep(connection: Connection, looked: Looked) -> None:
    """Keeps it in place of the last look. What was done or put off stays so, as long as it is to do at all."""
    values = [looked.rental_id, cell(looked.on), cell(looked.next_change_on), looked.problem, looked.version]
    connection.execute("insert or replace into rental_standings values (?, ?, ?, ?, ?)", values)
    connection.execute("delete from unit_standings where rental_id = ?", [looked.rental_id])
    keys = _keys(connection, looked.rental_id)
    for unit in looked.units:
        STANDINGS.add(connection, unit, **keys)
    there = {(row.unit_id, row.what, row.on): row for row in _of(connection, looked.rental_id)}
    for wanted in looked.due:
        _keep_due(connection, looked.rental_id, wanted, there.pop((wanted.unit_id, wanted.what, wanted.on), None))
    for row in there.values():
        connection.execute("delete from rental_due where id = ?", [row.id])


def make_old(connection: Connection, rental_id: int) -> None:
    """Has a rental looked at again, whatever the day."""
    values = [rental_id, NOW, NOW, NOW]
    asked = "insert into rental_standings (rental_id, looked_on, next_change_on, version) values (?, ?, ?, ?) "
    connection.execute(
        f"{asked} on conflict (rental_id) do update set next_change_on = excluded.next_change_on", values
    )


def old(connection: Connection, today: date, version: str, limit: int) -> list[int]:
    """Rentals to look at again today; also those that were looked at on a later day than today, by a wrong clock, and
    those that another Oxydesk looked at, by other rules."""
    some = " union all ".join(f"select * from ({each} limit ?3)" for each in _OLD)  # noqa: S608 -- own names
    found = ask(connection, some, [today, version, limit])
    return list(dict.fromkeys(number for (number,) in found))[:limit]


def count_old(connection: Connection, today: date, version: str) -> int:
    """How many there are to look at again today."""
    ((found,),) = ask(connection, f"select count(*) from ({' union '.join(_OLD)})", [today, version])  # noqa: S608 -- own names
    return int(found)


def listed(
    connection: Connection, up_to: date, whats: Sequence[str], limit: int, last: Sequence[str] = ()
) -> list[ListedDue]:
    """What is to do up to a day, the earliest first, kinds in `last` after the others: the first of each kind, and of
    these the first."""
    kinds = [what for what in counts(connection, up_to, whats) if limit]
    if not kinds:
        return []
    one = (
        "select id, shows_on, what from rental_due where done_at is null and what = ? and shows_on <= ? "
        "order by shows_on, id"
    )
    each = " union all ".join(f"select * from ({one} limit ?)" for _ in kinds)  # noqa: S608 -- own names
    values = [value for what in kinds for value in (what, up_to, limit)]
    order = f"rental_due.what in ({', '.join('?' * len(last))}), shows_on, rental_due.id"
    first = f"(select id from ({each}) as rental_due order by {order} limit ?)"  # noqa: S608 -- own names
    rest = f"where rental_due.id in {first} order by {order}"
    return list(_listed(connection, rest, [*values, *last, limit, *last]))


def counts(connection: Connection, up_to: date, whats: Sequence[str]) -> dict[str, int]:
    """How many of each kind are to do up to a day."""
    held = f" and what in ({', '.join('?' * len(whats))})" if whats else ""
    asked = f"select what, sum(many) from due_counts where shows_on <= ?{held} group by what"  # noqa: S608 -- own names
    return dict(ask(connection, asked, [up_to, *whats]))


def rentals_with(connection: Connection, what: str, up_to: date) -> list[int]:
    """The rentals for which that is to do up to a day, put off or not; by their ids."""
    asked = 'select distinct rental_id from rental_due where what = ? and "on" <= ? order by rental_id'
    return [number for (number,) in ask(connection, asked, [what, up_to])]


def done(connection: Connection, rental_id: int, what: str) -> frozenset[tuple[int, date]]:
    """Units and days of what was marked as done for a rental, of one kind."""
    asked = 'select unit_id, "on" from rental_due where rental_id = ? and what = ? and done_at is not null'
    return frozenset((unit, date.fromisoformat(on)) for unit, on in ask(connection, asked, [rental_id, what]))


def of_rental(connection: Connection, rental_id: int, last: Sequence[str] = ()) -> list[ListedDue]:
    """What is to do for a rental, the earliest first, kinds in `last` after the others."""
    order = f'rental_due.what in ({", ".join("?" * len(last))}), rental_due."on", rental_due.id'
    rest = f"where rental_due.rental_id = ? and done_at is null order by {order}"
    return list(_listed(connection, rest, [rental_id, *last]))


def set_done(connection: Connection, number: int, at: datetime, *, done: bool) -> None:
    """Marks it as done, or not."""
    _change(connection, number, "done_at = ?", [cell(at) if done else None])


def put_off(connection: Connection, number: int, until: date) -> None:
    """Shows it again on a later day."""
    _change(connection, number, 'shows_on = max("on", ?)', [cell(until)])


def _keep_due(connection: Connection, rental_id: int, wanted: Wanted, there: DueRow | None) -> None:
    if there is None:
        values = [rental_id, wanted.unit_id, wanted.what, wanted.on, wanted.until, wanted.words, wanted.on]
        asked = 'insert into rental_due (rental_id, unit_id, what, "on", until, words, shows_on) values '
        connection.execute(f"{asked} (?, ?, ?, ?, ?, ?, ?)", [cell(value) for value in values])
    elif (there.words, there.until) != (wanted.words, wanted.until):
        values = [cell(wanted.until), wanted.words, there.id]
        connection.execute("update rental_due set until = ?, words = ? where id = ?", values)


def _change(connection: Connection, number: int, given: str, values: Sequence[object]) -> None:
    done = connection.execute(f"update rental_due set {given} where id = ?", [*values, number])  # noqa: S608 -- own names
    if done.rowcount != 1:
        raise NotInBook(DUE.noun, number)


def _keys(connection: Connection, rental_id: int) -> dict[str, object]:
    """What the list of rentals asks of a rental and of its patient."""
    asked = (
        "select last_key, first_key, payer_kind, rentals.deleted or patients.deleted from rentals "
        "join patients on patients.id = rentals.patient_id where rentals.id = ?"
    )
    ((last, first, kind, hidden),) = ask(connection, asked, [rental_id])
    return {"last_key": last, "first_key": first, "payer_kind": kind, "hidden": hidden}


def _of(connection: Connection, rental_id: int) -> list[DueRow]:
    return DUE.find(connection, "where rental_id = ?", [rental_id])


def _listed(connection: Connection, rest: str, values: Sequence[object]) -> Iterator[ListedDue]:
    columns = DUE.select.partition(" from ")[0]
    question = (
        f"{columns}, patients.id, patients.first, patients.middle, patients.last, patients.phone, rentals.number, "
        "unit_standings.role, unit_standings.code from rental_due "
        "join rentals on rentals.id = rental_due.rental_id join patients on patients.id = rentals.patient_id "
        f"left join unit_standings on unit_standings.unit_id = rental_due.unit_id {rest}"
    )
    own = len(DUE.columns)
    for cells in ask(connection, question, values):
        patient_id, first, middle, last, phone, number, role, code = cells[own:]
        name = " ".join(part for part in (first, middle, last) if part)
        yield ListedDue(DUE.row(cells[:own]), patient_id, name, phone, number, role, code)
