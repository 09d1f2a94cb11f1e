"""The whole book again, from the copy of a backup and its packs."""

# ruff: noqa: S608 -- names of tables and columns are the book's own

from collections.abc import Callable

from db.book.backup.lifted import LIFTED, numbered
from db.book.backup.packs import Shelf
from db.book.backup.place import BackupSet
from db.book.backup.problems import BackupDamaged
from db.driver import Connection

Report = Callable[[float], None]

_EVERY = 50  # cells between two words on how far it is


def fill(connection: Connection, key: str, backup: BackupSet, report: Report) -> None:
    """Makes a copy of a backup's book the whole book, in one transaction. BackupDamaged, DatabaseError."""
    names = {number: pack.name for number, pack in numbered(connection, backup.folder).items()}
    triggers = connection.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall()
    asked = "select name from sqlite_master where name like 'backup@_%' escape '@' and type = 'table'"
    own = [name for (name,) in connection.execute(asked).fetchall()]
    connection.execute("begin immediate")
    for name, _sql in triggers:  # they forbid to change what was issued
        connection.execute(f'drop trigger "{name}"')
    try:
        with Shelf(backup.place, key, names) as shelf:
            _put_back(connection, shelf, set(own), report)
    except UnicodeDecodeError as error:
        raise BackupDamaged(backup.folder, "a text in it cannot be read") from error
    for name in own:
        connection.execute(f'drop table "{name}"')
    for _name, sql in triggers:
        connection.execute(sql)
    connection.execute("commit")


def _put_back(connection: Connection, shelf: Shelf, own: set[str], report: Report) -> None:
    lifted = [each for each in LIFTED if each.places in own]
    count = sum(connection.execute(f"select count(*) from {each.places}").fetchone()[0] for each in lifted)
    done = 0
    for each in lifted:
        asked = f"select places.key, digest, pack from {each.places} places join backup_items items on items.id = item"
        for key, digest, pack in connection.execute(f"{asked} order by pack, item").fetchall():
            data = shelf.content(pack, digest)
            value = data.decode("utf-8") if each.text else data
            connection.execute(f'update "{each.table}" set "{each.column}" = ? where "{each.key}" = ?', [value, key])
            done += 1
            if done % _EVERY == 0:
                report(done / count)
