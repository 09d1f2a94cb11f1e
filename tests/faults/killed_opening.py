"""What happens before a store is open, cut off: a new store set up, a book of an earlier schema brought up, a key that
lay beside the book taken away, a password changed. Whatever the moment, there is a way in and all is there."""

import contextlib
import shutil
from collections.abc import Sequence
from pathlib import Path

from db.book import beside, file
from db.book.first_rows import Store
from db.book.version import VERSION
from desktop.operations import store, users
from desktop.operations.book import open_book
from desktop.operations.sign_in import Door, NotLetIn, State
from tests.faults import shop, small_store
from tests.faults.moments import Say
from tests.faults.small_store import ANA, CHEAP, WORDS

STORED = Path(__file__).parents[1] / "books" / "stored"
SCHEMAS = tuple(sorted(int(path.name.removeprefix("schema-")) for path in STORED.iterdir()))
_OTHER_WORDS = "seven blue herons by the pier"


class BringingUp:
    """A book of an earlier schema becomes one of today's, after a copy of it lies beside it."""

    def __init__(self, schema: int) -> None:
        self._schema = schema
        self.name = f"migration-{schema}"

    def begin(self, home: Path) -> None:
        shutil.copytree(STORED / f"schema-{self._schema}", home)

    def work(self, home: Path, say: Say) -> None:
        open_book(home, shop.now).close()
        say("open")

    def look(self, home: Path, said: Sequence[str], _kills: int) -> None:
        with contextlib.closing(file.connect(home)) as book:
            (schema,) = book.execute("PRAGMA user_version").fetchone()
            small_store.rows(book)
        assert self._schema <= schema <= VERSION
        assert schema == VERSION or "open" not in said
        if schema > self._schema:
            self._copy_is_whole(home)

    def end(self, home: Path) -> object:
        self._copy_is_whole(home)
        with open_book(home, shop.now) as book:
            seen = shop.look_through(book)
            assert seen.numbers == ("SB-2026-000001",)
            rows = small_store.rows(book.connection)
        rows["_sqlite_migrations"] = [row[:2] for row in rows["_sqlite_migrations"]]  # the rest is the moment
        return rows

    def _copy_is_whole(self, home: Path) -> None:
        """The book as it was before lies beside it, and opens with the same key."""
        aside = home.with_name("the copy")
        shutil.rmtree(aside, ignore_errors=True)
        shop.copied(STORED / f"schema-{self._schema}", aside)
        with contextlib.closing(file.connect(aside)) as book:
            before = small_store.rows(book)
        shutil.copyfile(home / f"book.schema-{self._schema}.db", aside / file.NAME)
        with contextlib.closing(file.connect(aside)) as book:
            assert small_store.rows(book) == before


class Converting:
    """A store whose key lies beside its book gets its first owner; then that key is gone."""

    name = "conversion"

    def begin(self, home: Path) -> None:
        shutil.copytree(STORED / f"schema-{SCHEMAS[-1]}", home)

    def work(self, home: Path, say: Say) -> None:
        with contextlib.closing(_door(home)) as door:
            if door.state is State.WITHOUT_PASSWORD:
                door.convert(ANA, WORDS)
            else:
                door.sign_in(ANA, WORDS)
        say("in")

    def look(self, home: Path, said: Sequence[str], _kills: int) -> None:
        with contextlib.closing(_door(home)) as door:
            state = door.state
        if state is State.WITHOUT_PASSWORD:
            assert "in" not in said
            with contextlib.closing(file.connect(home)) as book:
                assert small_store.issued(book) == 1
            return
        with shop.opened(home) as opened:
            assert shop.look_through(opened).numbers == ("SB-2026-000001",)
            assert [user.name for user in users.listed(opened)] == [ANA]
        assert not (home / file.KEY).exists()

    def end(self, home: Path) -> object:
        with shop.opened(home) as book:
            assert beside.has_slots(home)
            assert not (home / file.KEY).exists()
            return shop.look_through(book), store.read(book)


class SettingUp:
    """A new store, with its first owner: it is there wholly, or may be begun again."""

    name = "set-up"

    def begin(self, home: Path) -> None:
        home.mkdir()

    def work(self, home: Path, say: Say) -> None:
        with contextlib.closing(_door(home)) as door:
            if door.state is State.NEW:
                door.set_up(Store(legal_name="Gulf Breeze Oxygen"), ANA, WORDS)
            else:
                door.sign_in(ANA, WORDS)
        say("in")

    def look(self, home: Path, said: Sequence[str], _kills: int) -> None:
        with contextlib.closing(_door(home)) as door:
            state = door.state
        assert state in (State.NEW, State.LOCKED)
        assert state is State.LOCKED or "in" not in said
        if state is State.LOCKED:
            self.end(home)

    def end(self, home: Path) -> object:
        with shop.opened(home) as book:
            return shop.look_through(book), store.read(book), [user.name for user in users.listed(book)]


class ChangingPassword:
    """An owner's new password, and another user: whoever had a way in has one, and what was said opens."""

    name = "password"

    def begin(self, home: Path) -> None:
        shop.begin(home)

    def work(self, home: Path, say: Say) -> None:
        with contextlib.closing(_door(home)) as door:
            if not _opens(door, ANA, _OTHER_WORDS):
                with door.open(door.sign_in(ANA, WORDS)) as book:
                    users.change_password(book, WORDS, _OTHER_WORDS, CHEAP)
            say("changed")
            with door.open(door.sign_in(ANA, _OTHER_WORDS)) as book:
                if len(users.listed(book)) == 1:
                    users.add(book, "Ben Ortiz", "staff", "four dry docks in June", CHEAP)
            say("added")

    def look(self, home: Path, said: Sequence[str], _kills: int) -> None:
        with contextlib.closing(_door(home)) as door:
            ways = [_opens(door, ANA, words) for words in (WORDS, _OTHER_WORDS)]
            assert sorted(ways) == [False, True]
            assert ways[1] or "changed" not in said
            assert _opens(door, "Ben Ortiz", "four dry docks in June") or "added" not in said

    def end(self, home: Path) -> object:
        with contextlib.closing(_door(home)) as door, door.open(door.sign_in(ANA, _OTHER_WORDS)) as book:
            assert _opens(door, "Ben Ortiz", "four dry docks in June")
            return shop.look_through(book), [(user.name, user.role) for user in users.listed(book)]


def _door(home: Path) -> Door:
    return Door(home, shop.now, CHEAP)


def _opens(door: Door, name: str, words: str) -> bool:
    """Whether a password opens; a try that was not right is forgotten, for here nobody waits."""
    try:
        door.sign_in(name, words)
    except NotLetIn:
        (door.home / beside.TRIES).unlink(missing_ok=True)
        return False
    return True
