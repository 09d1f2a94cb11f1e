"""Slots: what a password and the recovery code open, what is noticed, and what a damaged or hostile file does."""

import dataclasses
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.book import handing, recovery_code, slots, vault
from db.book.slots import Cost, Slots
from db.book.vault import Limits, Who
from db.problems import BookKeyProblem, BookNotWritten, KeysTooNew, LastWayIn, NameTaken, TooOftenHanded

CHEAP = Cost(8, 1, 1)
KEY = "5a" * 32
CODE = recovery_code.write(list(range(32)))
ANA, BO = Who(1, "Ana Ruiz"), Who(2, "Bo")
WORDS = "four words with blanks"


@pytest.fixture(scope="module")
def two() -> Slots:
    """Two users and the recovery code."""
    made = vault.with_password(vault.no_slots(), KEY, ANA, WORDS, CHEAP)
    made = vault.with_password(made, KEY, BO, "another password", CHEAP)
    return vault.with_recovery(made, KEY, CODE, CHEAP)


def test_each_way_gives_the_same_key(two: Slots) -> None:
    ways = [
        vault.open_by_password([two], "Ana Ruiz", WORDS),
        vault.open_by_password([two], "  ANA   ruiz ", WORDS),
        vault.open_by_password([two], "Bo", "another password"),
        vault.open_by_code([two], CODE),
    ]
    assert [(way.key, way.untouched) for way in ways if way] == [(KEY, True)] * 4


@pytest.mark.parametrize(
    ("name", "password"), [("Ana Ruiz", "another password"), ("Ana", WORDS), ("", ""), ("Bo", WORDS), ("", CODE)]
)
def test_nothing_else_opens_it(two: Slots, name: str, password: str) -> None:
    assert vault.open_by_password([two], name, password) is None


def test_a_replaced_recovery_code_opens_nothing(two: Slots) -> None:
    later = vault.with_recovery(two, KEY, recovery_code.make(), CHEAP)
    assert vault.open_by_code([later], CODE) is None
    assert len(later.slots) == len(two.slots)


def test_a_password_is_changed_and_a_user_removed_without_touching_the_others(two: Slots) -> None:
    changed = vault.with_password(two, KEY, BO, "yet another password", CHEAP)
    assert vault.open_by_password([changed], "Bo", "another password") is None
    assert vault.open_by_password([changed], "Bo", "yet another password")
    left = vault.without(changed, KEY, BO.user)
    assert vault.open_by_password([left], "Bo", "yet another password") is None
    assert vault.open_by_password([left], "Ana Ruiz", WORDS)
    assert vault.open_by_code([left], CODE)
    with pytest.raises(LastWayIn, match="last way into the book"):
        vault.without(left, KEY, ANA.user)


def test_two_users_of_one_name_are_refused(two: Slots) -> None:
    with pytest.raises(NameTaken, match="There is a user"):
        vault.with_password(two, KEY, Who(3, "ANA  RUIZ"), WORDS, CHEAP)


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_a_password_closed_it_opens_and_no_other(password: str, other: str) -> None:
    made = vault.with_password(vault.no_slots(), KEY, ANA, password, CHEAP)
    opened = vault.open_by_password([made], ANA.name, password)
    assert opened
    assert opened.key == KEY
    if vault.folded(other) != vault.folded(password):
        assert vault.open_by_password([made], ANA.name, other) is None


def test_every_keyboards_letters_are_the_same_password() -> None:
    made = vault.with_password(vault.no_slots(), KEY, ANA, "schöne große Wörter", CHEAP)
    assert vault.open_by_password([made], ANA.name, "scho\u0308ne große Wo\u0308rter")


def test_what_is_written_is_read_again(two: Slots, tmp_path: Path) -> None:
    slots.write(tmp_path, two)
    assert slots.candidates(tmp_path) == [two]
    for name in (slots.NAME, slots.COPY):
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
        assert KEY.encode() not in (tmp_path / name).read_bytes()
        assert bytes.fromhex(KEY) not in (tmp_path / name).read_bytes()


def fields() -> list[tuple[str, Any]]:
    """Every field of a slot with another value that a file may have."""
    return [
        ("id", "ab" * 8), ("kind", "recovery"), ("user", 9), ("name", "Ana"), ("salt", bytes(16)),
        ("cost", Cost(16, 1, 1)), ("cost", Cost(8, 2, 1)), ("nonce", bytes(12)), ("wrapped", bytes(80)),
        ("public", bytes(32)), ("handed", (bytes(92),)),
    ]  # fmt: skip


@pytest.mark.parametrize(("field", "value"), fields())
def test_a_changed_field_of_a_slot_opens_nothing(two: Slots, field: str, value: Any) -> None:
    slot = dataclasses.replace(two.slots[0], **{field: value})
    changed = dataclasses.replace(two, slots=(slot, *two.slots[1:]))
    assert vault.open_by_password([changed], slot.name, WORDS) is None
    if slot.kind == slots.RECOVERY:
        assert vault.open_by_code([changed], WORDS) is None


@pytest.mark.parametrize(("field", "value"), fields())
def test_a_changed_field_of_another_slot_is_noticed(two: Slots, field: str, value: Any) -> None:
    slot = dataclasses.replace(two.slots[0], **{field: value})
    changed = dataclasses.replace(two, slots=(slot, *two.slots[1:]))
    opened = vault.open_by_password([changed], "Bo", "another password")
    assert opened
    assert not opened.untouched


@pytest.mark.parametrize("change", ["one less", "turned round", "counted", "seal"])
def test_a_slot_added_or_taken_away_is_noticed(two: Slots, change: str) -> None:
    changed = {
        "one less": dataclasses.replace(two, slots=two.slots[1:]),
        "turned round": dataclasses.replace(two, slots=two.slots[::-1]),
        "counted": dataclasses.replace(two, changes=two.changes + 1),
        "seal": dataclasses.replace(two, seal=bytes(32)),
    }[change]
    opened = vault.open_by_password([changed], "Bo", "another password")
    assert opened
    assert not opened.untouched


class TestHandedOn:
    """A new key of the book, for everybody and without their passwords."""

    NEW = "c3" * 32

    def test_every_way_gives_the_new_key_and_the_old_one_is_put_by(self, two: Slots) -> None:
        later = vault.handed_on(two, KEY, self.NEW)
        ways = [
            vault.open_by_password([later], "Ana Ruiz", WORDS),
            vault.open_by_password([later], "Bo", "another password"),
            vault.open_by_code([later], CODE),
        ]
        assert [(way.key, way.untouched) for way in ways if way] == [(self.NEW, True)] * 3
        assert vault.open_by_password([later], "Bo", WORDS) is None
        assert vault.earlier(later, self.NEW) == [KEY]
        assert vault.earlier(later, KEY) == []
        assert not vault.fits(KEY, later)

    def test_whoever_signs_in_has_it_wrapped_and_the_others_go_on(self, two: Slots) -> None:
        later = vault.handed_on(vault.handed_on(two, KEY, "77" * 32), "77" * 32, self.NEW)
        opened = vault.open_by_password([later], "Ana Ruiz", WORDS)
        assert opened
        assert [len(slot.handed) for slot in later.slots] == [2, 2, 2]
        assert [len(slot.handed) for slot in opened.slots.slots] == [0, 2, 2]
        assert vault.fits(self.NEW, opened.slots)
        for name, password in (("Ana Ruiz", WORDS), ("Bo", "another password")):
            again = vault.open_by_password([opened.slots], name, password)
            assert again
            assert again.key == self.NEW
        assert vault.earlier(opened.slots, self.NEW) == ["77" * 32, KEY]

    def test_only_who_knew_the_key_before_can_hand_one_on(self, two: Slots) -> None:
        forged = vault.handed_on(two, "00" * 32, self.NEW)
        assert vault.open_by_password([forged], "Ana Ruiz", WORDS) is None

    def test_with_the_old_key_alone_the_new_one_is_not_come_by(self, two: Slots) -> None:
        later = vault.handed_on(two, KEY, self.NEW)
        (slot, *_others) = later.slots
        private, _public = handing.pair()
        box = slot.handed[0]
        assert handing.take(private, slot.public, bytes.fromhex(KEY), box, slots.header(slot)) is None
        assert bytes.fromhex(self.NEW) not in slots.written(later)

    def test_too_often_is_told_with_who_has_not_been_there(self, two: Slots) -> None:
        later, key = two, KEY
        for number in range(slots.MOST_HANDED):
            new = f"{number:064x}"
            later, key = vault.handed_on(later, key, new), new
        with pytest.raises(TooOftenHanded, match="Ana Ruiz, Bo, the recovery sheet"):
            vault.handed_on(later, key, self.NEW)

    def test_what_is_written_is_read_again(self, two: Slots, tmp_path: Path) -> None:
        later = vault.handed_on(two, KEY, self.NEW)
        slots.write(tmp_path, later)
        assert slots.candidates(tmp_path) == [later]


class TestFile:
    """The file on the disk."""

    def test_any_byte_changed_is_noticed_or_changes_nothing(self, two: Slots, tmp_path: Path) -> None:
        data = slots.written(two)
        path = tmp_path / slots.NAME
        for place in range(0, len(data), 7):
            path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
            try:
                (kept,) = slots.candidates(tmp_path)
            except BookKeyProblem:
                continue
            assert kept == two or not vault.fits(KEY, kept)

    @pytest.mark.parametrize("cut", [0, 1, 100, -2])
    def test_one_damaged_file_is_made_up_for_by_the_other(self, two: Slots, tmp_path: Path, cut: int) -> None:
        slots.write(tmp_path, two)
        (tmp_path / slots.NAME).write_bytes(slots.written(two)[:cut])
        assert slots.candidates(tmp_path) == [two]
        slots.mend(tmp_path, two)
        assert (tmp_path / slots.NAME).read_bytes() == slots.written(two)
        (tmp_path / slots.COPY).unlink()
        assert slots.candidates(tmp_path) == [two]
        (tmp_path / slots.NAME).unlink()
        slots.mend(tmp_path, two)
        (tmp_path / slots.NAME).unlink()
        assert slots.candidates(tmp_path) == [two]

    def test_a_slot_damaged_in_one_file_is_opened_by_the_other(self, two: Slots, tmp_path: Path) -> None:
        slots.write(tmp_path, two)
        slot = dataclasses.replace(two.slots[0], salt=bytes(16))
        (tmp_path / slots.NAME).write_bytes(slots.written(dataclasses.replace(two, slots=(slot, *two.slots[1:]))))
        opened = vault.open_by_password(slots.candidates(tmp_path), ANA.name, WORDS)
        assert opened
        assert opened.untouched

    def test_an_earlier_copy_is_not_a_way_in(self, two: Slots, tmp_path: Path) -> None:
        slots.write(tmp_path, two)
        later = vault.without(two, KEY, BO.user)
        (tmp_path / slots.NAME).write_bytes(slots.written(later))
        assert slots.candidates(tmp_path) == [later]

    def test_both_gone_or_damaged_get_a_sentence(self, two: Slots, tmp_path: Path) -> None:
        with pytest.raises(BookKeyProblem, match=r"book\.keys is gone"):
            slots.candidates(tmp_path)
        slots.write(tmp_path, two)
        for name in (slots.NAME, slots.COPY):
            (tmp_path / name).write_bytes(b"\xff" * 100)
        with pytest.raises(BookKeyProblem, match=r"is damaged.*latest backup"):
            slots.candidates(tmp_path)

    def test_a_file_of_a_later_oxydesk_is_refused_whatever_the_copy_says(self, two: Slots, tmp_path: Path) -> None:
        slots.write(tmp_path, two)
        later = json.loads(slots.written(two)) | {"version": slots.VERSION + 1, "new": [1]}
        (tmp_path / slots.NAME).write_text(json.dumps(later), encoding="ascii")
        with pytest.raises(KeysTooNew, match="later Oxydesk"):
            slots.candidates(tmp_path)

    @pytest.mark.parametrize(
        "hostile",
        [
            b"[" * 100_000,
            b"{" * 150_000,
            b'{"a":' * 30_000,
            b" " * 300_000,
            b"null",
            b"[]",
            b'{"version": 1e999}',
            b'{"version": ' + b"9" * 10_000 + b"}",
            b'{"oxydesk": "keys", "version": 1, "changes": 0, "slots": [], "seal": ""}',
        ],
        ids=range(9),
    )
    def test_what_is_no_slots_file_gets_a_sentence(self, tmp_path: Path, hostile: bytes) -> None:
        (tmp_path / slots.NAME).write_bytes(hostile)
        with pytest.raises(BookKeyProblem):
            slots.candidates(tmp_path)

    @pytest.mark.parametrize(
        "asked",
        [
            {"memory_kib": 2**40}, {"passes": 10**9}, {"lanes": 2**24}, {"lanes": 0}, {"memory_kib": 7},
            {"passes": True},
            {"user": -1}, {"user": 1.0}, {"name": "\ud800"}, {"name": "n" * 300}, {"salt": "zz" * 16}, {"extra": 1},
            {"wrapped": "00"}, {"public": ""}, {"handed": ["00"]}, {"handed": ["00" * 92] * 21},
            {"kind": "admin"}, {"id": None},
        ],
    )  # fmt: skip
    def test_a_slot_that_asks_too_much_is_refused(self, two: Slots, tmp_path: Path, asked: dict[str, Any]) -> None:
        told = json.loads(slots.written(two))
        told["slots"][0] |= asked
        (tmp_path / slots.NAME).write_text(json.dumps(told), encoding="ascii")
        with pytest.raises(BookKeyProblem, match="is damaged"):
            slots.candidates(tmp_path)

    @given(st.binary(max_size=300))
    def test_no_bytes_break_it(self, tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
        path = tmp_path_factory.getbasetemp() / "fuzzed.keys"
        path.write_bytes(data)
        with pytest.raises(BookKeyProblem):
            slots.read(path)

    def test_a_disk_that_refuses_gets_a_sentence(self, two: Slots, tmp_path: Path) -> None:
        with pytest.raises(BookNotWritten, match="cannot be written"):
            slots.write(tmp_path / "not there", two)

    def test_a_change_that_is_killed_leaves_the_old_or_the_new(self, two: Slots, tmp_path: Path) -> None:
        later = vault.with_password(two, KEY, BO, "yet another password", CHEAP)
        (tmp_path / "later").mkdir()
        slots.write(tmp_path / "later", later)
        script = (
            "import os, sys\nfrom pathlib import Path\nfrom db.book import slots\n"
            "folder, left = Path(sys.argv[1]), int(sys.argv[2])\n"
            "def dying(name, at=os.__dict__):\n"
            "    whole = at[name]\n"
            "    def step(*given, **named):\n"
            "        global left\n"
            "        left -= 1\n"
            "        if left < 0:\n            os._exit(9)\n"
            "        return whole(*given, **named)\n"
            "    setattr(os, name, step)\n"
            "new = slots.read(folder / 'later' / slots.NAME)\n"
            "for name in ('open', 'fsync', 'replace', 'rename', 'unlink'):\n    dying(name)\n"
            "slots.write(folder, new)\n"
        )
        outcomes = []
        for left in range(40):
            slots.write(tmp_path, two)
            command = [sys.executable, "-c", script, str(tmp_path), str(left)]
            done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
            assert done.returncode in (0, 9), done.stderr
            (kept,) = slots.candidates(tmp_path)
            assert kept in (two, later)
            outcomes.append(kept == later)
            if done.returncode == 0:
                break
        assert outcomes == sorted(outcomes)
        assert outcomes[0] is False
        assert outcomes[-1] is True


def test_the_cost_is_never_under_the_least_nor_over_the_most() -> None:
    least, most = Cost(64, 1, 1), Cost(256, 3, 1)
    assert vault.calibrated(Limits(least, most, 1e-9)) == least
    assert vault.calibrated(Limits(least, most, 10.0)) == most


def test_too_little_memory_gets_a_sentence() -> None:
    script = (
        "import resource\nfrom db.book import vault\nfrom db.book.slots import Cost\n"
        "from db.problems import NotEnoughMemory\nimport argon2.low_level\n"
        "resource.setrlimit(resource.RLIMIT_AS, (400 * 2**20, 400 * 2**20))\n"
        "try:\n    vault.with_password(vault.no_slots(), '5a' * 32, vault.Who(1, 'Ana'), 'x', Cost(2**20, 1, 1))\n"
        "except NotEnoughMemory as problem:\n    print(problem)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True
    )
    assert "not enough free memory" in done.stdout


def test_nothing_of_cryptography_is_loaded_before_a_guess() -> None:
    script = (
        "import sys\nfrom db.book import vault\nfrom desktop.operations import sign_in, users, passwords\n"
        "print([name for name in ('argon2', 'cryptography', 'sqlite_utils', 'msgspec') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
