"""A store's first owner: when it is set up, and when it comes from before there were passwords."""

import shutil
from pathlib import Path

import pytest

from db.book import file
from db.book.user_rows import User
from db.problems import BookDamaged, NotAllowed
from desktop.operations import book as books
from desktop.operations import store, users
from desktop.operations.sign_in import Door, Entered, State
from tests.operations.at_the_door import (
    CHEAP,
    GULF,
    NOON,
    OTHER,
    WORDS,
    Knock,
    killed_later_and_later,
    old_store,
)


class TestSetUp:
    """A new store's first owner."""

    def test_the_store_is_there_and_its_key_is_nowhere(self, knock: Knock, begun: Entered, tmp_path: Path) -> None:
        door = knock()
        assert door.state is State.LOCKED
        with door.open(door.sign_in("Ana Ruiz", WORDS)) as book:
            assert store.read(book).legal_name == "Gulf Breeze Oxygen"
            assert [(user.name, user.role) for user in users.listed(book)] == [("Ana Ruiz", "owner")]
        for path in tmp_path.iterdir():
            data = path.read_bytes()
            assert begun.key.encode() not in data
            assert bytes.fromhex(begun.key) not in data
            assert WORDS.encode() not in data
            assert begun.code
            assert begun.code.encode() not in data
            assert path.stat().st_mode & 0o777 == 0o600
        assert not (tmp_path / file.KEY).exists()

    def test_neither_key_nor_code_stands_in_what_a_report_would_quote(self, begun: Entered) -> None:
        assert begun.key not in repr(begun)
        assert (begun.code or "-") not in repr(begun)

    def test_killed_at_any_step_the_set_up_begins_anew_or_the_password_opens_the_store(self, tmp_path: Path) -> None:
        does = f"door.set_up(GULF, 'Ana Ruiz', {WORDS!r})"
        ends: list[State] = []
        for folder in killed_later_and_later(tmp_path / "new", does):
            door = Door(folder, cost=CHEAP)
            ends.append(door.state)
            locked = door.state is State.LOCKED
            entered = door.sign_in("Ana Ruiz", WORDS) if locked else door.set_up(GULF, "Ana Ruiz", WORDS)
            with door.open(entered) as book:
                assert store.read(book).legal_name == "Gulf Breeze Oxygen"
            door.close()
        assert ends[0] is State.NEW
        assert ends[-1] is State.LOCKED
        assert ends == sorted(ends, key=lambda end: end is State.LOCKED)

    @pytest.mark.parametrize(
        ("name", "password", "said"),
        [
            ("", WORDS, "needs a name"),
            ("Ana", "fourteen chars", "has 14 letters; at least 15"),
            ("Ana", "x" * 257, "at most 256"),
            ("Ana", "aaaaaaaaaaaaaaaa", "repeats itself"),
            ("Ana", "abcdefghijklmnopq", "counts on"),
            ("Ana", "abab abab abab abab", "repeats itself"),
            ("Ana", "qwertyuiop12345", "everybody tries first"),
            ("Ana", "Password-Password1", "everybody tries first"),
            ("Ana", "GulfBreezeOxygen", "everybody tries first"),
            ("Oxydesk Treviño", "oxydesk treviño", "everybody tries first"),
        ],
    )
    def test_a_password_that_is_soon_guessed_is_refused(
        self, knock: Knock, tmp_path: Path, name: str, password: str, said: str
    ) -> None:
        door = knock()
        with pytest.raises(NotAllowed, match=said):
            door.set_up(GULF, name, password)
        assert door.state is State.NEW
        assert {path.name for path in tmp_path.iterdir()} == {"book.lock"}

    @pytest.mark.parametrize("password", ["fifteen letters", "más vale pájaro", "犬犬犬猫猫猫鳥鳥鳥魚魚魚馬馬馬"])
    def test_a_password_of_enough_letters_is_taken(self, knock: Knock, password: str) -> None:
        knock().set_up(GULF, "Ana Ruiz", password)
        assert knock().sign_in("Ana Ruiz", password).user.name == "Ana Ruiz"


class TestConverting:
    """A store from before there were passwords."""

    def test_its_key_is_destroyed_and_opens_nothing_any_more(self, knock: Knock, tmp_path: Path) -> None:
        key = old_store(tmp_path)
        door = knock()
        assert door.state is State.WITHOUT_PASSWORD
        entered = door.convert("Ana Ruiz", WORDS)
        assert entered.key != key
        with pytest.raises(BookDamaged):
            file.connect(tmp_path, key)
        assert not [path for path in tmp_path.rglob("*") if path.is_file() and key.encode() in path.read_bytes()]
        with door.open(entered) as book:
            assert store.read(book).legal_name == "Gulf Breeze Oxygen"
        assert not (tmp_path / file.KEY).exists()
        door = knock()
        assert door.state is State.LOCKED
        assert door.sign_in("Ana Ruiz", WORDS).user == User(1, "Ana Ruiz", "owner", NOON, NOON)
        assert door.recover(entered.code or "").key == entered.key

    @pytest.mark.parametrize("schema", range(1, 4))
    def test_a_store_of_any_earlier_oxydesk_gets_its_owner(self, knock: Knock, tmp_path: Path, schema: int) -> None:
        stored = Path(__file__).parents[1] / "books" / "stored" / f"schema-{schema}"
        for path in stored.iterdir():
            shutil.copy(path, tmp_path)
        door = knock()
        with door.open(door.convert("Ana Ruiz", WORDS)) as book:
            assert store.read(book).legal_name == "Gulf Breeze Oxygen"
        assert knock().sign_in("Ana Ruiz", WORDS).user.role == "owner"

    def test_a_key_of_another_book_is_left_alone(self, knock: Knock, tmp_path: Path) -> None:
        old_store(tmp_path)
        knock().convert("Ana Ruiz", WORDS)
        (tmp_path / file.KEY).write_text("ab" * 32, encoding="ascii")
        knock().sign_in("Ana Ruiz", WORDS)
        assert (tmp_path / file.KEY).read_text(encoding="ascii") == "ab" * 32

    def test_killed_at_any_step_the_old_key_or_the_password_opens_the_book(self, tmp_path: Path) -> None:
        does = f"door.convert('Ana Ruiz', {WORDS!r})"
        old_store(tmp_path / "old")
        ends: list[bool] = []
        for folder in killed_later_and_later(tmp_path / "new", does, tmp_path / "old"):
            door = Door(folder, cost=CHEAP)
            ends.append(door.state is State.LOCKED)
            if not ends[-1]:
                door.close()
                with books.open_book(folder) as book:
                    assert store.read(book).legal_name == "Gulf Breeze Oxygen"
                continue
            with door.open(door.sign_in("Ana Ruiz", WORDS)) as book:
                assert store.read(book).legal_name == "Gulf Breeze Oxygen"
                assert len(users.listed(book)) == 1
            door.close()
            assert {path.name for path in folder.iterdir()} == {"book.db", "book.keys", "book.keys.copy", "book.lock"}
        assert ends == sorted(ends)
        assert set(ends) == {False, True}

    def test_a_conversion_that_was_cut_off_is_begun_anew(self, knock: Knock, tmp_path: Path) -> None:
        old_store(tmp_path)
        (tmp_path / "restore.part").mkdir()
        (tmp_path / "restore.part" / "book.db").write_bytes(b"half")
        with (door := knock()).open(door.convert("Ana Ruiz", OTHER)) as book:
            assert store.read(book).legal_name == "Gulf Breeze Oxygen"
        assert not (tmp_path / "restore.part").exists()
