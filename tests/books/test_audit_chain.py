"""The audit's chain: every change is told field by field, and whoever touches what was told is noticed and named."""

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.book import audit, audit_check, audit_read, audit_schema, file, papers, patients, rental_due, stores, users
from db.book.audit_link import FIRST, By, Told, digest, encoded
from db.book.first_rows import Store
from db.book.rental_rows import Rental
from db.book.rentals import RENTALS
from db.book.rows import Document, Patient
from db.book.user_rows import Protection, User
from db.driver import Connection, DatabaseError
from desktop.operations import verifying

AT = datetime(2026, 3, 2, 12, tzinfo=UTC)
ANA = By(1, "Ana Ruiz", None, lambda: AT)
KEYS = {"last_key": "bui", "first_key": "", "phone_key": "", "local_key": ""}
STORED = Path(__file__).parent / "stored"
TEXTS = st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
NUMBERS = st.none() | st.integers(0, 99)
TOLD = st.tuples(
    st.builds(
        Told, st.integers(1, 9), TEXTS, NUMBERS, TEXTS, TEXTS, st.text(max_size=8), TEXTS, NUMBERS, NUMBERS, TEXTS
    ),
    st.binary(max_size=4),
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a new book, closed."""
    folder: Path = tmp_path_factory.mktemp("empty")
    file.make_ready(folder).release()
    return folder


@pytest.fixture(scope="module")
def with_nine(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a closed book with nine entries, of which the fifth to the seventh are notes."""
    folder: Path = tmp_path_factory.mktemp("told")
    shutil.copytree(empty, folder, dirs_exist_ok=True)
    book = file.connect(folder, by=ANA)
    with file.transaction(book):
        stores.save(book, Store(legal_name="Gulf Breeze"))
        patient = patients.save(book, Patient(last="Bùi"), KEYS, [])
        patients.save(book, replace(patient, phone="361-555-0142"), KEYS, [])
        patients.set_deleted(book, patient.id, deleted=True)
        for number in (1, 2, 3):
            audit.note(book, AT, "opened", "patient", number)
        patients.set_deleted(book, patient.id, deleted=False)
        stores.set_logo(book, b"picture")
    book.close()
    return folder


def opened(folder: Path, copy: Path) -> Iterator[Connection]:
    """A copy of a book, into which Ana writes."""
    shutil.copytree(folder, copy, dirs_exist_ok=True)
    with contextlib.closing(file.connect(copy, by=ANA)) as connection:
        connection.execute("PRAGMA synchronous = OFF")  # no power fails in a test
        yield connection


@pytest.fixture
def book(empty: Path, tmp_path: Path) -> Iterator[Connection]:
    """A new book."""
    yield from opened(empty, tmp_path)


@pytest.fixture
def told(with_nine: Path, tmp_path: Path) -> Iterator[Connection]:
    """A book with nine entries."""
    yield from opened(with_nine, tmp_path)


def entries(book: Connection) -> list[audit_read.Entry]:
    """All entries, the first one first."""
    return audit_read.page(book, audit_read.Asked(), 1000)[::-1]


def wrong(book: Connection) -> str | None:
    """What is wrong with the chain."""
    return audit_check.broken(book, lambda _done: None)[1]


def unguarded(book: Connection) -> Connection:
    """The book without its triggers: what somebody with the key could do."""
    for (name,) in book.execute("select name from sqlite_master where type = 'trigger'").fetchall():
        book.execute(f'drop trigger "{name}"')
    return book


def test_every_change_is_told_with_what_was_before_by_whom_and_when(told: Connection) -> None:
    made, changed, deleted = entries(told)[1:4]
    assert [each.what for each in entries(told)] == [
        "made", "made", "changed", "deleted", "opened", "opened", "opened", "brought back", "changed",
    ]  # fmt: skip
    assert (made.noun, made.noun_id, made.patient_id, made.user_id, made.user_name) == ("patient", 1, 1, 1, "Ana Ruiz")
    assert made.at == AT
    assert made.fields == (audit_read.Field("last", None, "Bùi"), audit_read.Field("language", None, "en"))
    assert changed.fields == (audit_read.Field("phone", None, "361-555-0142"),)
    assert deleted.fields == (audit_read.Field("deleted", 0, 1),)
    (logo,) = entries(told)[-1].fields
    assert (logo.name, len(logo.after)) == ("logo", len("sha256 ") + 64)
    assert [each.id for each in entries(told)] == list(range(1, 10))
    assert audit_check.broken(told, lambda _done: None) == (9, None)


def test_every_table_and_column_is_told_or_named_as_left_out(book: Connection) -> None:
    tables = "select name from sqlite_master where type = 'table' and name not like '@_%' escape '@'"
    there = {name for (name,) in book.execute(tables).fetchall() if not name.startswith("sqlite_")}
    recorded = {each.table: each for each in audit_schema.RECORDED}
    assert there == recorded.keys() | audit_schema.NOT_RECORDED.keys()
    assert recorded.keys().isdisjoint(audit_schema.NOT_RECORDED)
    for name, each in recorded.items():
        columns = {row[1] for row in book.execute(f'PRAGMA table_info("{name}")').fetchall()}
        assert columns == {*each.columns.split(), *each.left_out.split(), *each.beside.split()}, name


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("update audit_chain set details = replace(details, '361', '362') where id = 3", "entry 3 (patient 1: changed"),
        ("update audit_chain set user_name = 'Bo' where id = 2", "entry 2 (patient 1: made by Bo"),
        ("update audit_chain set at = '2026-03-02T12:00:01+00:00' where id = 5", "entry 5 (patient 1: opened"),
        ("update audit_chain set noun_id = x'31' where id = 5", "entry 5 (patient"),
        ("update audit_chain set hash = zeroblob(32) where id = 4", "entry 4 (patient 1: deleted"),
        ("update audit_chain set previous = zeroblob(32) where id = 4", "entry 4 (patient 1: deleted"),
        ("update audit_chain set hash = 'text' where id = 9", "entry 9 (store 1: changed"),
        ("delete from audit_chain where id = 5", "entry 5 is gone from before entry 6"),
        ("delete from audit_chain where id in (2, 3)", "entries 2 to 3 are gone from before entry 4"),
        ("delete from audit_chain where id = 9", "entry 9 is gone from the end"),
        ("delete from audit_chain where id > 6", "entries 7 to 9 are gone from the end"),
        ("delete from audit_head", "which entry is the last one is gone"),
        ("update audit_head set count = 8", "entry 9 and what follows were put in at the end"),
        ("update audit_head set last = zeroblob(32)", "entry 9 is not the one that was written last"),
    ],
)
def test_what_is_touched_is_noticed_and_named(told: Connection, change: str, said: str) -> None:
    unguarded(told).execute(change)
    assert said in str(wrong(told))


def test_a_gap_that_was_closed_is_noticed(told: Connection) -> None:
    unguarded(told).execute("delete from audit_chain where id = 4")
    told.execute("update audit_chain set id = id - 1 where id > 4")
    assert str(wrong(told)).startswith("entry 4 (patient 1: opened")
    assert "is not as it was written" in str(wrong(told))


def test_two_that_changed_places_are_noticed(told: Connection) -> None:
    for before, after in ((5, 99), (6, 5), (99, 6)):
        unguarded(told).execute("update audit_chain set id = ? where id = ?", [after, before])
    assert str(wrong(told)).startswith("entry 5 (patient 2: opened")


@pytest.mark.parametrize("number", [4, 10])
def test_one_that_is_put_in_is_noticed_though_it_has_a_right_hash(told: Connection, number: int) -> None:
    unguarded(told).execute("update audit_chain set id = id + 100 where id >= ?", [number])
    told.execute("update audit_chain set id = id - 99 where id > 100")
    (previous,) = told.execute("select hash from audit_chain where id = ?", [number - 1]).fetchone()
    fake = Told(number, None, 2, "Bo", None, "opened", "patient", 1, 1, None)
    values = [*fake, previous, digest(fake, previous)]
    told.execute("insert into audit_chain values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
    expected = {4: "entry 5 (patient 1: deleted", 10: "entry 10 and what follows were put in at the end"}
    assert expected[number] in str(wrong(told))


@pytest.mark.parametrize(
    "change",
    [
        "update audit_chain set what = 'made'",
        "delete from audit_chain where id = 9",
        "insert into audit_chain (id, what, previous, hash) select 10, what, previous, hash from audit_chain",
        "insert or replace into audit_chain select * from audit_chain where id = 2",
        "update audit_head set count = 3",
        "update audit_head set last = x'00', count = 10",
        "delete from audit_head",
        "insert into audit_head values (2, 0, x'')",
    ],
)
def test_the_book_itself_lets_nobody_change_what_was_told(told: Connection, change: str) -> None:
    before = told.execute("select * from audit_chain").fetchall()
    with pytest.raises(DatabaseError):
        told.execute(change)
    assert told.execute("select * from audit_chain").fetchall() == before
    assert wrong(told) is None


def test_a_connection_that_does_not_say_who_it_is_changes_nothing(told: Connection, tmp_path: Path) -> None:
    from db.book.backup import packs  # noqa: PLC0415 -- a connection as a backup has it

    with contextlib.closing(packs.opened(tmp_path / file.NAME, file.key_beside(tmp_path), "rw")) as silent:
        with pytest.raises(DatabaseError, match="no such function"):
            silent.execute("update patients set note = 'x'")
        with pytest.raises(DatabaseError, match="no such function"):
            silent.execute("insert into audit (what, noun) values ('made', 'patient')")


def test_what_is_cut_off_is_told_by_nobody(told: Connection) -> None:
    """A process that is killed leaves what a rollback leaves."""
    told.execute("begin immediate")
    patients.save(told, Patient(last="Nobody"), KEYS, [])
    audit.note(told, AT, "opened", "patient", 1)
    assert entries(told)[-1].id == 11
    told.execute("rollback")
    assert audit_check.broken(told, lambda _done: None) == (9, None)
    audit.note(told, AT, "opened", "patient", 1)
    assert entries(told)[-1].id == 10
    assert wrong(told) is None


def test_two_connections_write_one_chain(told: Connection, tmp_path: Path) -> None:
    with contextlib.closing(file.connect(tmp_path, by=By(2, "Bo", "headless", lambda: AT))) as other:
        for _again in range(3):
            for connection in (told, other):
                with file.transaction(connection):
                    patients.save(connection, Patient(last="Two"), KEYS, [])
        assert audit_check.broken(other, lambda _done: None) == (15, None)
    last = entries(told)[-1]
    assert (last.user_id, last.user_name, last.door) == (2, "Bo", "headless")


@given(TOLD, TOLD)
def test_no_two_entries_have_the_same_bytes(one: tuple[Told, bytes], other: tuple[Told, bytes]) -> None:
    assert (encoded(*one) == encoded(*other)) == (one == other)


@pytest.mark.parametrize("value", [1.5, b"x", True])
def test_what_is_no_text_and_no_number_has_no_bytes(value: object) -> None:
    with pytest.raises(TypeError):
        encoded(Told(1, None, None, None, None, "made", "patient", value, None, None), FIRST)  # type: ignore[arg-type]


def test_the_form_of_an_entry_is_kept_for_ever() -> None:
    """Whoever changes these bytes breaks the chains of all stores."""
    entry = Told(1, "2026-03-02T12:00:00+00:00", 1, "Ana", None, "made", "patient", 7, 7, '[["last",null,"Bùi"]]')
    assert encoded(entry, b"\x01\xff") == (
        b'[1,1,"2026-03-02T12:00:00+00:00",1,"Ana",null,"made","patient",7,7,'
        b'"[[\\"last\\",null,\\"B\\u00f9i\\"]]","01ff"]'
    )


def test_while_a_paper_is_composed_only_its_beginning_is_told_and_its_issue_wholly(book: Connection) -> None:
    held = papers.Held("{}", "{}", "")
    draft = papers.save(book, Document(kind="receipt", patient_name="Ida"), held, AT)
    for _key in range(3):
        papers.save(book, replace(draft, patient_name="Ida Abernathy"), held, AT)
    issued = replace(draft, state="issued", number="RC-1", sha256="ab", patient_name="Ida Abernathy")
    papers.change(book, issued, AT)
    made, whole = entries(book)
    assert (made.what, whole.what, whole.noun) == ("made", "issued", "receipt")
    told = {each.name: each.after for each in whole.fields}
    assert told["number"] == "RC-1"
    assert (told["patient_name"], told["total"], told["sha256"]) == ("Ida Abernathy", "0.00", "ab")


def test_neither_the_last_sign_in_nor_what_follows_from_others_makes_an_entry(book: Connection) -> None:
    user = users.save(book, User(name="Bo", role="staff"))
    users.save(book, replace(user, last_sign_in=AT))
    users.protect(book, Protection(recovery_made_at=AT))
    patients.PATIENTS.save(book, Patient(), **KEYS)
    rental = RENTALS.save(book, Rental(patient_id=1), number_key="")
    rental_due.make_old(book, rental.id)
    assert [(each.what, each.noun) for each in entries(book)] == [
        ("made", "user"), ("made", "protection"), ("made", "patient"), ("made", "rental"),
    ]  # fmt: skip


def test_what_was_told_before_there_was_a_chain_is_carried_into_it(tmp_path: Path) -> None:
    shutil.copytree(STORED / "schema-4", tmp_path / "home")
    held = file.make_ready(tmp_path / "home")
    with contextlib.closing(file.connect(tmp_path / "home")) as opened:
        carried = entries(opened)
        assert [(each.what, each.noun, each.patient_id) for each in carried] == [
            ("changed", "store", None), ("made", "patient", 1), ("made", "plan", None), ("made", "coverage", 1),
            ("made", "doctor", None), ("made", "order", 1), ("made", "superbill", 1), ("issued", "superbill", 1),
        ]  # fmt: skip
        assert {each.at for each in carried} == {datetime(2026, 3, 2, 9, tzinfo=UTC)}
        assert wrong(opened) is None
    held.release()


def test_verify_says_it_in_words(told: Connection, tmp_path: Path) -> None:
    def found() -> verifying.Found:
        looked = verifying.verify(tmp_path, file.key_beside(tmp_path), lambda _words, _done: None)
        return next(each for each in looked if each.what == "audit")

    assert found().words == "9 entries of what happened follow each other, each as it was written."
    unguarded(told).execute("delete from audit_chain where id = 9")
    assert found().words.startswith(
        "The record of what happened is not as it was written: entry 9 is gone from the end."
    )
    assert "bring back the latest backup" in found().words


def test_entries_are_found_by_whom_what_when_and_words_a_page_at_once(told: Connection) -> None:
    def numbers(limit: int = 100, below: int | None = None, **asked: object) -> list[int]:
        return [each.id for each in audit_read.page(told, audit_read.Asked(**asked), limit, below)]  # type: ignore[arg-type]

    assert numbers(limit=4) == [9, 8, 7, 6]
    assert numbers(limit=4, below=6) == [5, 4, 3, 2]
    assert numbers(patient_id=1) == [8, 5, 4, 3, 2]
    assert numbers(user_id=2) == []
    assert numbers(whats=["made", "deleted"], nouns=["patient"]) == [4, 2]
    assert numbers(nouns=["store"], not_whats=["made"]) == [9]
    assert numbers(text="BÙI") == [2]
    assert numbers(text="ana R", whats=["changed"]) == [9, 3]
    assert numbers(since=AT, before=AT) == []
    assert numbers(since=AT) == list(range(9, 0, -1))
