"""The door of the store: who is let in by name and password, who waits, and who is told what."""

from datetime import timedelta
from pathlib import Path

import pytest

from db.book import slots
from db.problems import BookBusy, BookDamaged, BookKeyProblem, BookLocked
from desktop.operations import book as books
from desktop.operations import users
from desktop.operations.sign_in import Door, MustWait, NotLetIn
from tests.operations.at_the_door import CHEAP, GULF, NOON, OTHER, WORDS, Clock, Knock


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
