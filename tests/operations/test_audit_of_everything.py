"""The main job and all around it: each kind of thing that happens stands in the audit, with who did it and to whom."""

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from db.book import audit_check, failed, file
from db.book import audit_read as entries
from db.book.audit_link import Told
from db.book.audit_read import Entry
from db.book.first_rows import Store
from db.book.rows import Coverage, Patient, Plan
from db.problems import NotAllowed
from desktop.core import csv_table
from desktop.core.wrong import Wrong
from desktop.desk import Desk
from desktop.operations import (
    audit,
    backups,
    csv_exchange,
    documents,
    due,
    happened_words,
    issuing,
    patients,
    plans,
    restoring,
    rights,
    store,
    together,
    unlocking,
    users,
    verifying,
    what_happened,
)
from desktop.operations.book import Book
from desktop.operations.documents import Content, Whose
from desktop.operations.sign_in import Door, MustWait, NotLetIn
from desktop.operations.unlocking import Secret
from desktop.operations.what_happened import Asked, Row
from tests.faults.small_store import ANA, CHEAP, WORDS
from tests.operations import rented

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
BO, BOS = "Bo Lind", "eleven brown kettles sing"


class Clock:
    """A clock that goes on by a second with each question."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@pytest.fixture
def clock() -> Clock:
    """Noon."""
    return Clock()


@pytest.fixture
def door(tmp_path: Path, clock: Clock) -> Iterator[Door]:
    """The door of Ana's store."""
    stood = Door(tmp_path / "home", clock, CHEAP)
    stood.set_up(Store(legal_name="Gulf Breeze Oxygen"), ANA, WORDS)
    yield stood
    stood.close()


@pytest.fixture
def ana(door: Door) -> Iterator[Book]:
    """The book as Ana has it open."""
    with door.open(door.sign_in(ANA, WORDS)) as book:
        yield book


def told(book: Book) -> list[Entry]:
    """All entries, the first one first."""
    return entries.page(book.connection, entries.Asked(), 10_000)[::-1]


def last(book: Book) -> tuple[str, str, str | None]:
    """What was told last, of what, by whom."""
    entry = told(book)[-1]
    return entry.what, entry.noun, entry.user_name


def whole(book: Book) -> bool:
    return audit_check.broken(book.connection, lambda _done: None)[1] is None


def unheard(_words: str, _done: float) -> None:
    """Nobody has to hear how far it is."""


def test_every_kind_of_thing_stands_in_the_audit_with_user_and_patient(
    door: Door, ana: Book, desk: Desk, bought: dict[str, Any], tmp_path: Path
) -> None:
    # a patient is made, changed, opened, deleted, brought back
    rented.open_store(ana)
    plan = plans.save(ana, Plan(name="Lone Star"))
    ida = patients.save(ana, Patient(first="Ida", last="Abernathy"))
    patients.save_coverage(ana, Coverage(patient_id=ida.id, plan_id=plan.id, member_id="XJ1"))
    patients.save(ana, replace(ida, phone="361-555-0130"))
    audit.note(ana, audit.OPENED, "patient", ida.id)
    patients.delete(ana, ida.id)
    patients.undo_delete(ana, ida.id)
    # a superbill is issued, corrected, saved, printed, paid
    draft = documents.begin(ana, whose=Whose(ida.id), content=Content(bought))
    paper = issuing.issue(ana, desk, draft.id).document
    issuing.issue(ana, desk, issuing.corrected_copy(ana, paper.id).id)
    together.saved(ana, [paper.id], tmp_path, lambda _done: True)
    audit.note_each(ana, audit.PRINTED, [(paper.kind, paper.id)], {"name": "SB", "whole": True})
    # tables, settings, users
    csv_exchange.take_out(ana, "patients")
    shown = csv_exchange.preview(ana, desk, "doctors", b"Last name;First name\nKrish;Anand\n")
    assert not isinstance(shown, Wrong)
    csv_exchange.bring_in(ana, shown)
    store.save(ana, replace(store.read(ana), phone="361-555-0143"))
    bo = users.add(ana, BO, "staff", BOS, CHEAP)
    users.set_role(ana, bo.id, rights.OWNER)
    users.change_password(ana, WORDS, WORDS[::-1], CHEAP)
    users.remove(ana, bo.id)
    users.new_recovery_code(ana, CHEAP)
    users.set_lock_minutes(ana, 5)
    # backups
    stick = tmp_path / "stick"
    stick.mkdir()
    made = backups.choose_second(ana, stick, unheard)
    verifying.verify_now(ana, unheard)
    audit.leave(ana, audit.LOCKED)
    assert whole(ana)
    chosen = restoring.look(ana, made.backup, None, ana.now)
    ana.close()
    restoring.bring_back(door.home, chosen, NOON, unheard)
    with door.open(door.sign_in(ANA, WORDS[::-1])) as again:
        found = told(again)
        assert whole(again)
    seen = {(entry.what, entry.noun) for entry in found} | {("verified", "book"), ("locked", "user")}
    assert seen >= {
        ("made", "patient"), ("changed", "patient"), ("opened", "patient"), ("deleted", "patient"),
        ("brought back", "patient"), ("made", "coverage"), ("made", "plan"), ("made", "superbill"),
        ("issued", "superbill"), ("voided", "superbill"), ("saved", "superbill"), ("printed", "superbill"),
        ("exported", "patients"), ("brought in", "doctors"), ("made", "doctor"), ("changed", "store"),
        ("made", "user"), ("changed", "user"), ("password changed", "user"), ("deleted", "user"),
        ("recovery code made", "protection"), ("changed", "protection"), ("place chosen", "backup"),
        ("restored", "backup"), ("signed in", "user"),
    }  # fmt: skip
    assert {entry.user_name for entry in found} == {ANA}
    of_patient = {"patient", "coverage", "superbill"}
    assert {entry.patient_id for entry in found if entry.noun in of_patient} == {ida.id}
    assert {entry.patient_id for entry in found if entry.noun not in of_patient} == {None}
    (lock,) = next(entry for entry in found if (entry.what, entry.noun) == ("changed", "protection")).fields
    assert (lock.name, lock.before, lock.after) == ("lock_minutes", None, 5)
    everything = repr(found)
    assert WORDS not in everything
    assert WORDS[::-1] not in everything
    assert BOS not in everything


def test_who_was_not_let_in_is_told_once_somebody_is(door: Door, clock: Clock, tmp_path: Path) -> None:
    began = clock.at
    for name, password in ((ANA, "wrong"), ("green truck, nine pelicans", "x")):
        with pytest.raises(NotLetIn):
            door.sign_in(name, password)
    lying = (door.home / "book.failed").read_bytes()
    assert b"pelicans" not in lying
    with door.open(door.sign_in(ANA, WORDS)) as book:
        *_, one, other, came = told(book)
        assert [(each.what, each.noun, each.noun_id, each.user_name) for each in (one, other, came)] == [
            ("sign-in failed", "user", 1, None), ("sign-in failed", "user", 0, None), ("signed in", "user", 1, ANA),
        ]  # fmt: skip
        assert one.at is not None
        assert other.at is not None
        assert began < one.at < other.at < clock.at
        assert not (door.home / "book.failed").exists()
        assert whole(book)
    # cut off between telling and forgetting: told once
    failed.keep(door.home, one.at, 1, "password")
    with door.open(door.sign_in(ANA, WORDS)) as book:
        assert [each.what for each in told(book)].count("sign-in failed") == 2


def test_a_code_that_opens_nothing_and_a_damaged_file_of_tries_keep_nobody_out(door: Door) -> None:
    with pytest.raises(NotLetIn):
        door.recover("AAAAA")  # mistyped: no try
    (door.home / "book.failed").write_bytes(b"[[1, 2]")
    with door.open(door.sign_in(ANA, WORDS)) as book:
        assert last(book) == ("signed in", "user", ANA)
    (door.home / "book.failed").write_text('[["then", 1, "password", null], 7]', encoding="ascii")
    with door.open(door.sign_in(ANA, WORDS)) as book:
        assert "sign-in failed" not in [each.what for each in told(book)]


def test_of_very_many_tries_the_last_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(failed, "_MOST", 3)
    for number in range(5):
        failed.keep(tmp_path, NOON + timedelta(seconds=number), 1, "password")
    assert [each.at for each in failed.read(tmp_path)] == [f"2026-03-02T12:00:0{second}+00:00" for second in (2, 3, 4)]


def test_the_headless_door_is_named(door: Door, clock: Clock) -> None:
    door.close()
    with unlocking.held(door.home):
        with pytest.raises(NotLetIn):
            unlocking.open_store(door.home, Secret(ANA, "wrong"), clock)
        with unlocking.open_store(door.home, Secret(None, WORDS), clock) as book:
            backups.make(book, unheard)
            *_, tried, came, made = told(book)
            assert (tried.what, came.what, made.what) == ("sign-in failed", "signed in", "backed up")
            assert {each.name: each.after for each in tried.fields} == {"way": "password", "door": "headless"}
            assert {(each.user_name, each.door) for each in (came, made)} == {(ANA, "headless")}
            row = what_happened.page(book, Asked())[0]
            assert (row.who, row.through, row.did) == (ANA, "the command line", "Backed up")


class TestLookedAt:
    """What an owner is shown."""

    def rows(self, book: Book, **asked: Any) -> list[Row]:
        return what_happened.page(book, Asked(**asked))

    def test_a_change_is_told_in_the_words_of_its_form(self, ana: Book) -> None:
        plan = plans.save(ana, Plan(name="Lone Star"))
        ida = patients.save(ana, Patient(first="Ida", last="Abernathy", sex="F"))
        patients.save_coverage(ana, Coverage(patient_id=ida.id, plan_id=plan.id, relationship="spouse"))
        plans.save(ana, replace(plan, wants_kx=True))
        changed, coverage, *_ = self.rows(ana)
        assert (changed.who, changed.did, changed.thing) == (ANA, "Changed", "plan Lone Star")
        (kx,) = changed.fields
        assert (kx.label, kx.before, kx.after) == ("It wants the modifier that says all is on file (KX)", "no", "yes")
        assert (coverage.thing, coverage.patient) == ("plan of the patient Lone Star", "Ida Abernathy")
        told = {each.label: each.after for each in coverage.fields}
        assert told == {
            "Patient": "Ida Abernathy",
            "Plan": "Lone Star",
            "The insured is": "the patient's husband or wife",
        }

    def test_everything_that_the_book_tells_has_its_words(self) -> None:
        from db.book import audit_schema  # noqa: PLC0415 -- its words are looked for here alone

        columns = {name for each in audit_schema.RECORDED for name in f"{each.columns} {each.beside}".split()}
        assert columns <= happened_words.fields().keys()
        nouns = {each.noun.strip("'") for each in audit_schema.RECORDED if "{" not in each.noun}
        for noun in nouns | set(csv_exchange.NOUNS) | {"superbill", "receipt", "credit"}:
            assert happened_words.thing(noun) != noun or noun in happened_words.nouns()
        meant = [what for kind in happened_words.kinds().values() for what in kind.whats]
        assert {what for what in meant if what not in happened_words.whats()} == set()

    def test_the_kinds_leave_out_what_is_not_theirs(self, door: Door, ana: Book) -> None:
        with pytest.raises((NotLetIn, MustWait)):
            door.sign_in(ANA, "wrong")
        door.sign_in(ANA, WORDS)
        for kind, expected in (
            ("failed", {"Was not let in"}),
            ("came", {"Came in"}),
            ("users", {"New", "New recovery code"}),
        ):
            assert {row.did for row in self.rows(ana, kind=kind)} == expected, kind
        (made,) = self.rows(ana, text="GULF breeze")
        assert made.thing == "the store"
        assert self.rows(ana, user_id=2) == []

    def test_days_are_those_of_the_store(self, ana: Book, clock: Clock) -> None:
        day = clock.at.astimezone().date()
        rows = self.rows(ana)
        assert self.rows(ana, since=day, until=day) == rows
        assert self.rows(ana, since=day + timedelta(days=1)) == []
        assert self.rows(ana, until=day - timedelta(days=1)) == []

    def test_the_table_has_a_line_a_field_and_no_formula(self, ana: Book) -> None:
        patients.save(ana, Patient(last="=cmd|' /C calc'!A0", note="+1"))
        table = what_happened.table(ana, Asked(kind="made"))
        assert b",=cmd" not in table
        assert b",+1" not in table
        read = csv_table.read(table, csv_table.Most(1_000, 50, 500))
        assert not isinstance(read, Wrong)
        assert read.headings[:5] == ("Number", "When", "Who", "Through", "What")
        lines = [cells for _line, cells in read.rows if "patient" in cells[5]]
        assert [cells[7] for cells in lines] == ["Last name", "Language of the paper", "Note"]
        assert last(ana) == ("exported", "happened", ANA)

    def test_staff_is_told_who_may(self, door: Door, ana: Book) -> None:
        users.add(ana, BO, "staff", BOS, CHEAP)
        with door.open(door.sign_in(BO, BOS)) as book:
            for look in (what_happened.page, what_happened.table):
                with pytest.raises(NotAllowed, match="Only an owner may see what happened in the store"):
                    look(book, Asked())

    def test_thousands_are_read_a_page_at_once(self, ana: Book) -> None:
        audit.note_each(ana, audit.PRINTED, [("superbill", number) for number in range(1, 251)])
        pages = [self.rows(ana, kind="out")]
        while pages[-1]:
            pages.append(what_happened.page(ana, Asked(kind="out"), pages[-1][-1].number))
        assert [len(page) for page in pages] == [100, 100, 50, 0]
        numbers = [row.number for page in pages for row in page]
        assert numbers == sorted(numbers, reverse=True)


def test_a_change_of_a_rentals_due_entry_says_what_it_was(ana: Book, desk: Desk) -> None:
    rented.open_store(ana)
    rented.begun(ana, desk, rented.patient(ana))
    row = due.listed(ana, desk.today, due.Span.TODAY).rows[0]
    due.snooze(ana, row.due.id, desk.today + timedelta(days=3))
    entry = told(ana)[-1]
    assert (entry.what, entry.noun, entry.patient_id) == ("put off", "due entry", row.patient_id)
    assert [each.name for each in entry.fields] == ["what", "on", "shows_on"]


def test_the_form_of_told_is_that_of_the_table(ana: Book) -> None:
    columns = [row[1] for row in ana.connection.execute("PRAGMA table_info(audit_chain)").fetchall()]
    assert columns == [*Told._fields, "previous", "hash"]


def test_whoever_leaves_is_told_and_a_disk_that_refuses_keeps_nobody(ana: Book) -> None:
    audit.leave(ana, audit.SIGNED_OUT)
    assert last(ana) == ("signed out", "user", ANA)
    with contextlib.closing(file.connect(ana.folder, ana.key)) as other:
        other.execute("begin immediate")
        ana.connection.execute("PRAGMA busy_timeout = 1")
        audit.leave(ana, audit.LOCKED)
        other.execute("rollback")
    assert last(ana) == ("signed out", "user", ANA)
