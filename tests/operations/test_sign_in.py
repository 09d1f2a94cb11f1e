"""The door of the store: its first owner, who is let in and who waits, the recovery code, and stores from before."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.book import file, recovery_code, slots, tries
from db.book.first_rows import Store, User
from db.book.slots import Cost
from db.book.version import VERSION
from db.problems import BookBusy, BookDamaged, BookKeyProblem, BookLocked, NotAllowed
from desktop.operations import book as books
from desktop.operations import store, users
from desktop.operations.sign_in import Door, Entered, MustWait, NotLetIn, State

CHEAP = Cost(8, 1, 1)
WORDS = "green truck, nine pelicans"
OTHER = "a wholly other phrase 7"
GULF = Store(legal_name="Gulf Breeze Oxygen")
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    """Noon."""
    return Clock()


Knock = Callable[[], Door]


@pytest.fixture
def knock(tmp_path: Path, clock: Clock) -> Iterator[Knock]:
    """Comes to the store's door, as often as a test likes; the one before is let go."""
    doors: list[Door] = []

    def stand() -> Door:
        for door in doors:
            door.close()
        doors.append(Door(tmp_path, clock, CHEAP))
        return doors[-1]

    yield stand
    for door in doors:
        door.close()


@pytest.fixture
def begun(knock: Knock) -> Entered:
    """A store with its first owner."""
    return knock().set_up(GULF, "Ana Ruiz", WORDS)


def old_store(folder: Path) -> str:
    """A store from before there were passwords; its key."""
    with books.open_book(folder) as book:
        store.save(book, GULF)
    return (folder / file.KEY).read_text(encoding="ascii").strip()


# Begins the same again and again, each time in a process of its own whose system calls work once more than those of the
# one before; then the power fails. The last comes to its end.
_KILLS = """
import itertools, os, sys
from datetime import UTC, datetime
from pathlib import Path
import argon2.low_level, cryptography.hazmat.primitives.ciphers.aead, sqlite_utils.migrations
from db.book.rows import Store
from db.book.slots import Cost
from desktop.operations import book, protection, store
from desktop.operations.sign_in import Door

OLD, GULF = {old}, Store(legal_name="Gulf Breeze Oxygen")
protection.common_passwords()

def dying(name):
    whole = getattr(os, name)
    def step(*given, **named):
        global left
        left -= 1
        if left < 0:
            os._exit(9)
        return whole(*given, **named)
    setattr(os, name, step)

for count in itertools.count():
    folder = Path(sys.argv[1]) / f"{{count:03}}"
    child = os.fork()
    if not child:
        left = count
        if OLD:
            with book.open_book(folder) as opened:
                store.save(opened, GULF)
        door = Door(folder, cost=Cost(8, 1, 1))
        for name in ("open", "fsync", "replace", "unlink"):
            dying(name)
        {does}
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status != 9:
        sys.exit(status)
"""


def killed_later_and_later(folder: Path, does: str, *, old: bool = False) -> list[Path]:
    """A folder for each call at which it was killed; the last is that of the run that came to its end."""
    command = [sys.executable, "-c", _KILLS.format(does=does, old=old), str(folder)]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return sorted(folder.iterdir())


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
        for folder in killed_later_and_later(tmp_path, does):
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


@pytest.mark.usefixtures("begun")
class TestSigningIn:
    """Name and password."""

    def test_whoever_comes_back_learns_when_they_were_last_there(self, knock: Knock, clock: Clock) -> None:
        clock.at = NOON + timedelta(hours=3)
        knock().sign_in("ana ruiz", WORDS)
        clock.at = NOON + timedelta(days=1)
        assert knock().sign_in("Ana Ruiz", WORDS).before == NOON + timedelta(hours=3)

    @pytest.mark.parametrize(("name", "password"), [("Ana Ruiz", OTHER), ("Bo", WORDS), ("", ""), ("Ana Ruiz", "")])
    def test_nobody_is_told_what_was_wrong(self, knock: Knock, name: str, password: str) -> None:
        with pytest.raises(NotLetIn, match=r"^Name or password is not right; type both again$"):
            knock().sign_in(name, password)

    def test_wrong_tries_wait_longer_also_after_a_new_start(self, knock: Knock, clock: Clock) -> None:
        for _ in range(3):
            with pytest.raises(NotLetIn):
                knock().sign_in("Ana Ruiz", OTHER)
        with pytest.raises(MustWait, match="wait 2 seconds"):
            knock().sign_in("Ana Ruiz", OTHER)
        with pytest.raises(MustWait, match="wait 2 seconds"):
            knock().sign_in("Ana Ruiz", WORDS)
        clock.at -= timedelta(days=30)
        with pytest.raises(MustWait):
            knock().sign_in("Ana Ruiz", WORDS)
        clock.at += timedelta(seconds=2)
        assert knock().sign_in("Ana Ruiz", WORDS).user.id == 1
        assert not knock().wait

    def test_a_try_counts_before_it_is_looked_at(self, knock: Knock, monkeypatch: pytest.MonkeyPatch) -> None:
        def killed(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(slots, "candidates", killed)
        for _ in range(4):
            with pytest.raises(KeyboardInterrupt):
                knock().sign_in("Ana Ruiz", OTHER)
        with pytest.raises(MustWait):
            knock().sign_in("Ana Ruiz", WORDS)

    def test_a_second_oxydesk_is_told_at_the_door(self, knock: Knock, tmp_path: Path) -> None:
        knock()
        with pytest.raises(BookBusy, match="open in another Oxydesk"):
            Door(tmp_path, cost=CHEAP)

    def test_a_locked_book_is_not_opened_without_a_key(self, knock: Knock, tmp_path: Path) -> None:
        knock().close()
        with pytest.raises(BookLocked, match="sign in"):
            books.open_book(tmp_path)

    def test_a_lost_slots_file_gets_a_sentence(self, knock: Knock, tmp_path: Path) -> None:
        for name in (slots.NAME, slots.COPY):
            (tmp_path / name).unlink()
        with pytest.raises(BookKeyProblem, match=r"book\.keys is gone; put it back"):
            knock()

    def test_slots_of_another_book_get_a_sentence(self, knock: Knock, tmp_path: Path) -> None:
        (tmp_path / "other").mkdir()
        other = Door(tmp_path / "other", cost=CHEAP)
        other.set_up(GULF, "Bo", OTHER)
        other.close()
        for name in (slots.NAME, slots.COPY):
            (tmp_path / name).write_bytes((tmp_path / "other" / name).read_bytes())
        with pytest.raises(BookDamaged, match="belongs to another book"):
            knock().sign_in("Bo", OTHER)

    def test_slots_that_somebody_changed_are_told(self, knock: Knock, tmp_path: Path) -> None:
        kept = slots.read(tmp_path / slots.NAME)
        slots.write(tmp_path, slots.Slots(kept.users, kept.changes, kept.seal))
        assert "changed by something else" in (knock().sign_in("Ana Ruiz", WORDS).notice or "")

    def test_a_slot_whose_user_the_book_does_not_know_lets_nobody_in(self, knock: Knock, tmp_path: Path) -> None:
        door = knock()
        with door.open(door.sign_in("Ana Ruiz", WORDS)) as book:
            bo = users.add(book, "Bo", "staff", OTHER, CHEAP)
            before = [(tmp_path / name).read_bytes() for name in (slots.NAME, slots.COPY)]
            users.remove(book, bo.id)
        for name, data in zip((slots.NAME, slots.COPY), before, strict=True):
            (tmp_path / name).write_bytes(data)
        with pytest.raises(NotLetIn, match="not right"):
            door.sign_in("Bo", OTHER)


class TestRecovery:
    """The recovery code, when a password is forgotten."""

    def test_an_owner_gets_a_new_password(self, knock: Knock, begun: Entered) -> None:
        door = knock()
        assert begun.code
        recovered = door.recover(begun.code.lower().replace("-", " "))
        (owner,) = recovered.owners
        with pytest.raises(NotAllowed, match="at least 15"):
            door.new_password(recovered, owner, "short")
        with door.open(door.new_password(recovered, owner, OTHER)) as book:
            assert users.recovery_is_kept(book)
        assert knock().sign_in("Ana Ruiz", OTHER).user == owner
        with pytest.raises(NotLetIn):
            knock().sign_in("Ana Ruiz", WORDS)
        assert knock().recover(begun.code)

    def test_a_slip_is_named_by_its_group_and_another_code_opens_nothing(self, knock: Knock, begun: Entered) -> None:
        code = begun.code or ""
        slip = code[:6] + ("A" if code[6] != "A" else "B") + code[7:]
        with pytest.raises(NotLetIn, match="Look at group 2 once more"):
            knock().recover(slip)
        with pytest.raises(NotLetIn, match="8 groups of five signs; 4 signs were typed"):
            knock().recover("abcd")
        with pytest.raises(NotLetIn, match="replaced by a later one"):
            knock().recover(recovery_code.make())

    def test_it_opens_while_passwords_must_wait(self, knock: Knock, begun: Entered, tmp_path: Path) -> None:
        tries.path(tmp_path).write_text("{", encoding="ascii")
        assert knock().wait
        assert knock().recover(begun.code or "").owners


class TestConverting:
    """A store from before there were passwords."""

    def test_its_key_is_destroyed_when_the_password_has_opened_it(self, knock: Knock, tmp_path: Path) -> None:
        key = old_store(tmp_path)
        door = knock()
        assert door.state is State.WITHOUT_PASSWORD
        entered = door.convert("Ana Ruiz", WORDS)
        assert entered.key == key
        with door.open(entered) as book:
            assert store.read(book).legal_name == "Gulf Breeze Oxygen"
        assert not (tmp_path / file.KEY).exists()
        door = knock()
        assert door.state is State.LOCKED
        assert door.sign_in("Ana Ruiz", WORDS).user == User(1, "Ana Ruiz", "owner", NOON, NOON)
        assert door.recover(entered.code or "").key == key

    @pytest.mark.parametrize("schema", range(1, VERSION))
    def test_a_store_of_any_earlier_oxydesk_gets_its_owner(self, knock: Knock, tmp_path: Path, schema: int) -> None:
        stored = Path(__file__).parents[1] / "books" / "stored" / f"schema-{schema}"
        for path in stored.iterdir():
            shutil.copy(path, tmp_path)
        door = knock()
        with door.open(door.convert("Ana Ruiz", WORDS)) as book:
            assert store.read(book).legal_name == "Gulf Breeze Oxygen"
        assert knock().sign_in("Ana Ruiz", WORDS).user.role == "owner"

    def test_a_key_left_over_goes_with_the_next_sign_in(self, knock: Knock, tmp_path: Path) -> None:
        key = old_store(tmp_path)
        knock().convert("Ana Ruiz", WORDS)
        for left in (key + "\n", "", "\0" * 65):
            (tmp_path / file.KEY).write_text(left, encoding="ascii")
            knock().sign_in("Ana Ruiz", WORDS)
            assert not (tmp_path / file.KEY).exists()

    def test_a_key_of_another_book_is_left_alone(self, knock: Knock, tmp_path: Path) -> None:
        old_store(tmp_path)
        knock().convert("Ana Ruiz", WORDS)
        (tmp_path / file.KEY).write_text("ab" * 32, encoding="ascii")
        knock().sign_in("Ana Ruiz", WORDS)
        assert (tmp_path / file.KEY).read_text(encoding="ascii") == "ab" * 32

    def test_killed_at_any_step_the_old_key_or_the_password_opens_the_book(self, tmp_path: Path) -> None:
        does = f"door.convert('Ana Ruiz', {WORDS!r})"
        ends: list[bool] = []
        for folder in killed_later_and_later(tmp_path, does, old=True):
            door = Door(folder, cost=CHEAP)
            locked = door.state is State.LOCKED
            entered = door.sign_in("Ana Ruiz", WORDS) if locked else door.convert("Ana Ruiz", OTHER)
            with door.open(entered) as book:
                assert store.read(book).legal_name == "Gulf Breeze Oxygen"
                assert len(users.listed(book)) == 1
            door.close()
            assert not (folder / file.KEY).exists()
            ends.append(locked)
        assert ends == sorted(ends)
        assert set(ends) == {False, True}
