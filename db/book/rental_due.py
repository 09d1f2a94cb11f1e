"""Where rentals stand and what is to do, as it was when each was last looked at; and which to look at again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from db.book import audit
from db.book.records import Table, ask, cell
from db.book.rental_rows import DueRow, ListedDue, UnitStanding
from db.book.rentals import STANDINGS
from db.driver import Connection
from db.problems import NotInBook

DUE = Table("rental_due", DueRow, "due entry")
NOW = ""  # before every day


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
    """A rental as it was looked at: `next_change_on` is the day from which that is not true any more (None: never)."""

    rental_id: int
    on: date
    next_change_on: date | None
    problem: str | None
    units: Sequence[UnitStanding] = ()
    due: Sequence[Wanted] = ()


def keep(connection: Connection, looked: Looked) -> None:
    """Keeps it in place of the last look. What was done or put off stays so, as long as it is to do at all."""
    values = [looked.rental_id, cell(looked.on), cell(looked.next_change_on), looked.problem]
    connection.execute("insert or replace into rental_standings values (?, ?, ?, ?)", values)
    connection.execute("delete from unit_standings where rental_id = ?", [looked.rental_id])
    for unit in looked.units:
        STANDINGS.add(connection, unit)
    there = {(row.unit_id, row.what, row.on): row for row in _of(connection, looked.rental_id)}
    for wanted in looked.due:
        _keep_due(connection, looked.rental_id, wanted, there.pop((wanted.unit_id, wanted.what, wanted.on), None))
    for row in there.values():
        connection.execute("delete from rental_due where id = ?", [row.id])


def make_old(connection: Connection, rental_id: int) -> None:
    """Has a rental looked at again, whatever the day."""
    values = [rental_id, NOW, NOW]
    asked = "insert into rental_standings (rental_id, looked_on, next_change_on) values (?, ?, ?) "
    connection.execute(
        f"{asked} on conflict (rental_id) do update set next_change_on = excluded.next_change_on", values
    )


def looked_by(connection: Connection) -> str | None:
    """The Oxydesk by whose rules every rental was looked at, or is marked as old."""
    found = ask(connection, "select version from rental_rules")
    return found[0][0] if found else None


def make_all_old(connection: Connection, version: str) -> None:
    """Has every rental looked at again, by the rules of this Oxydesk."""
    connection.execute("update rental_standings set next_change_on = ?", [NOW])
    connection.execute("insert or replace into rental_rules (id, version) values (1, ?)", [version])


def old(connection: Connection, today: date, limit: int) -> list[int]:
    """Rentals to look at again today; also those that were looked at on a later day than today, by a wrong clock."""
    asked = (
        "select rental_id from rental_standings where next_change_on <= ?1 "
        "union select rental_id from rental_standings where looked_on > ?1 limit ?2"
    )
    return [number for (number,) in ask(connection, asked, [today, limit])]


def count_old(connection: Connection, today: date) -> int:
    """How many there are to look at again today."""
    asked = "select count(*) from rental_standings where next_change_on <= ?1 or looked_on > ?1"
    ((found,),) = ask(connection, asked, [today])
    return int(found)


def listed(connection: Connection, up_to: date, whats: Sequence[str], limit: int) -> list[ListedDue]:
    """What is to do up to a day, the earliest first."""
    held, values = _which(up_to, whats)
    return list(_listed(connection, f"where {held} order by shows_on, rental_due.id limit ?", [*values, limit]))


def counts(connection: Connection, up_to: date, whats: Sequence[str]) -> dict[str, int]:
    """How many of each kind are to do up to a day."""
    held, values = _which(up_to, whats)
    return dict(ask(connection, f"select what, count(*) from rental_due where {held} group by what", values))  # noqa: S608 -- own names


def rentals_with(connection: Connection, what: str, up_to: date) -> list[int]:
    """The rentals for which that is to do up to a day, put off or not; by their ids."""
    asked = 'select distinct rental_id from rental_due where what = ? and "on" <= ? order by rental_id'
    return [number for (number,) in ask(connection, asked, [what, up_to])]


def done(connection: Connection, rental_id: int, what: str) -> frozenset[tuple[int, date]]:
    """Units and days of what was marked as done for a rental, of one kind."""
    asked = 'select unit_id, "on" from rental_due where rental_id = ? and what = ? and done_at is not null'
    return frozenset((unit, date.fromisoformat(on)) for unit, on in ask(connection, asked, [rental_id, what]))


def of_rental(connection: Connection, rental_id: int) -> list[ListedDue]:
    """What is to do for a rental, the earliest first."""
    rest = 'where rental_due.rental_id = ? and done_at is null order by rental_due."on", rental_due.id'
    return list(_listed(connection, rest, [rental_id]))


def set_done(connection: Connection, number: int, at: datetime, *, done: bool) -> None:
    """Marks it as done, or not."""
    _change(connection, number, "done_at = ?", [cell(at) if done else None])
    audit.note(connection, at, "done" if done else "to do again", DUE.noun, number)


def put_off(connection: Connection, number: int, until: date, at: datetime) -> None:
    """Shows it again on a later day."""
    _change(connection, number, 'shows_on = max("on", ?)', [cell(until)])
    audit.note(connection, at, "put off", DUE.noun, number)


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


def _of(connection: Connection, rental_id: int) -> list[DueRow]:
    return DUE.find(connection, "where rental_id = ?", [rental_id])


def _which(up_to: date, whats: Sequence[str]) -> tuple[str, list[object]]:
    held = "done_at is null and shows_on <= ?"
    return (f"{held} and what in ({', '.join('?' * len(whats))})" if whats else held), [up_to, *whats]


def _listed(connection: Connection, rest: str, values: Sequence[object]) -> Iterator[ListedDue]:
    columns = DUE.select.partition(" from ")[0]
    question = (
        f"{columns}, patients.id, patients.first, patients.middle, patients.last, patients.phone, rentals.number, "
        "rental_units.role, coalesce(unit_standings.code, rental_units.code) from rental_due "
        "join rentals on rentals.id = rental_due.rental_id join patients on patients.id = rentals.patient_id "
        "left join rental_units on rental_units.id = rental_due.unit_id "
        f"left join unit_standings on unit_standings.unit_id = rental_due.unit_id {rest}"
    )
    own = len(DUE.columns)
    for cells in ask(connection, question, values):
        patient_id, first, middle, last, phone, number, role, code = cells[own:]
        name = " ".join(part for part in (first, middle, last) if part)
        yield ListedDue(DUE.row(cells[:own]), patient_id, name, phone, number, role, code)
