"""Everything out: every row of every table is found again, whatever is written in it; whole, or nothing is left."""

import errno
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.book import everything, users
from db.book.first_rows import User
from db.book.rows import Patient
from db.problems import NotAllowed
from desktop.core import csv_exact, takeout_names
from desktop.operations import patients, takeout, takeout_folder
from desktop.operations.book import Book, happened, open_book
from desktop.operations.sign_in import MustWait, NotLetIn
from desktop.operations.takeout import NotTakenOut
from desktop.operations.takeout_description import Column, Kind, Table, description, not_said
from desktop.operations.takeout_values import in_csv, in_json, name_in_json
from tests.faults import small_store
from tests.faults.small_store import WORDS
from tests.operations import filled, taken_out

TABLES = description().tables
AUDIT = tuple(table for table in TABLES if table.name in ("audit_chain", "audit_head"))
SAFE = re.compile(r"[A-Za-z0-9._/-]+")


@pytest.fixture
def full(book: Book) -> Book:
    """A book with rows in every table."""
    filled.fill(book.connection)
    return book


@dataclass(frozen=True, slots=True)
class TakenOut:
    """Such a book, what it held before, and where all of it lies now."""

    book: Book
    before: dict[str, list[dict[str, object]]]
    out: Path


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TakenOut]:
    """Taken out once, for all tests that only read it."""
    with open_book(tmp_path_factory.mktemp("home"), lambda: small_store.at(5)) as book:
        filled.fill(book.connection)
        before = {table.name: taken_out.held(book, table) for table in TABLES}
        yield TakenOut(book, before, taken_out.take(book, tmp_path_factory.mktemp("stick")))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Where everything is taken out to."""
    folder = tmp_path / "a stick"
    folder.mkdir()
    return folder


@pytest.fixture
def owned(tmp_path: Path) -> Iterator[Book]:
    """A store with a password, opened by its owner."""
    home = tmp_path / "store"
    entered = small_store.begin(home)
    with Book(home, lambda: small_store.at(5), None, entered.key, entered.user) as opened:
        yield opened


def _hex(value: object) -> object:
    return value.hex() if isinstance(value, bytes) else value


def unheard(_words: str, _done: float) -> None:
    """Nobody has to hear how far it is."""


def goes_on() -> bool:
    """Nobody stops it."""
    return True


def test_each_column_of_the_book_is_described_or_left_out_with_a_reason(book: Book) -> None:
    assert not_said(description(), everything.tables(book.connection)) == []
    assert all(each.why for each in description().left_out)
    assert all(column.words.endswith(".") for table in TABLES for column in table.columns)


def test_what_somebody_adds_to_the_book_is_missed_in_the_description(book: Book) -> None:
    book.connection.execute("create table visits (id integer primary key, words text)")
    book.connection.execute("alter table patients add column nickname text")
    book.connection.execute("alter table mappings drop column mapping")
    missed = not_said(description(), everything.tables(book.connection))
    assert missed == ["mappings.mapping", "patients.nickname", "visits.id", "visits.words"]


@pytest.mark.parametrize("table", [table for table in TABLES if table not in AUDIT], ids=lambda table: table.name)
def test_every_row_is_found_again(taken: TakenOut, table: Table) -> None:
    rows = taken.before[table.name]
    assert len(rows) == 1 if table.name == "store" else len(rows) > 3
    assert taken_out.of_json(taken.out, table) == rows
    read = taken_out.with_bytes(taken_out.of_csv(taken.out, table), table, taken.out)
    assert read == taken_out.as_csv(rows, table)


def test_the_audit_is_taken_out_with_who_takes_everything_out(taken: TakenOut) -> None:
    for table in AUDIT:
        rows = taken_out.of_json(taken.out, table)
        assert taken_out.of_csv(taken.out, table) == taken_out.as_csv(rows, table)
    rows, held = taken_out.of_json(taken.out, AUDIT[0]), taken_out.held(taken.book, AUDIT[0])
    assert rows == [{**row, "previous": _hex(row["previous"]), "hash": _hex(row["hash"])} for row in held[:-1]]
    assert [each.what for each in happened(taken.book, 2)] == ["taken out", "taken out"]
    begun, whole = (str(row["details"]) for row in held[-2:])
    assert '["whole", null, false]' in begun
    assert '["whole", null, true]' in whole


def test_the_chain_of_the_audit_can_be_checked_outside_as_its_description_says(taken: TakenOut) -> None:
    rows = json.loads((taken.out / "json" / "audit_chain.json").read_text("utf-8"))
    ((head),) = json.loads((taken.out / "json" / "audit_head.json").read_text("utf-8"))
    previous = ""
    for row in rows:
        told = [value for name, value in row.items() if name != "hash"]
        written = json.dumps([1, *told], separators=(",", ":")).encode("ascii")
        assert row["previous"] == previous
        previous = row["hash"]
        assert hashlib.sha256(written).hexdigest() == previous
    assert (head["count"], head["last"], len(rows) > 100) == (len(rows), previous, True)


def test_checksums_are_those_of_the_files(taken: TakenOut) -> None:
    assert taken_out.sums(taken.out) == taken_out.measured(taken.out)
    ((papers,),) = taken.book.connection.execute("select count(pdf) from papers").fetchall()
    assert len(list(taken.out.glob("papers/*/*"))) == papers


def test_papers_are_named_by_their_numbers_and_no_name_leads_elsewhere(taken: TakenOut) -> None:
    out = taken.out
    names = sorted(taken_out.sums(out))
    assert all(SAFE.fullmatch(name) and ".." not in name for name in names)
    assert len({name.casefold() for name in names}) == len(names)
    (named,) = json.loads((out / "json" / "papers.json").read_text("utf-8"))[9:10]
    assert named["pdf"] == "papers/2026/RC-2026-000009_VOID.pdf"
    assert list(out.parent.iterdir()) == [out]


def test_the_package_describes_what_is_there_as_the_standard_has_it(taken: TakenOut) -> None:
    out = taken.out
    package = json.loads((out / "datapackage.json").read_text("utf-8"))
    keys = {each["name"]: each["schema"]["primaryKey"] for each in package["resources"]}
    assert sorted(keys) == sorted(table.name for table in TABLES)
    for each in package["resources"]:
        lines = (out / each["path"]).read_bytes()
        fields = [field["name"] for field in each["schema"]["fields"]]
        assert lines.startswith(b"\xef\xbb\xbf" + ",".join(fields).encode() + b"\r\n")
        assert (len(lines), each["hash"]) == (each["bytes"], f"sha256:{taken_out.sums(out)[each['path']]}")
        assert set(each["schema"]["primaryKey"]) <= set(fields)
        for points in each["schema"].get("foreignKeys", ()):
            assert set(points["fields"]) <= set(fields)
            assert points["reference"]["fields"] == keys[points["reference"].get("resource", each["name"])]
            assert points["reference"].get("resource") != each["name"]
    readme = (out / "README.txt").read_bytes().decode("utf-8-sig")
    told = " ".join(readme.split())
    for table in TABLES:
        assert table.words in told
        assert all(column.words in told for column in table.columns)
    assert all(each.why in told for each in description().left_out)


def test_all_is_of_one_moment_while_the_sales_go_on(full: Book, stick: Path) -> None:
    before = full.connection.execute("select count(*) from patients").fetchone()[0]

    def sell(_words: str, _done: float) -> None:
        with full.another() as other:
            patients.save(other, Patient(last="Meanwhile"))

    taken = takeout.take_out(full, stick, sell, goes_on)
    assert taken is not None
    (table,) = (table for table in TABLES if table.name == "patients")
    assert len(taken_out.of_json(taken.folder, table)) == before
    assert full.connection.execute("select count(*) from patients").fetchone()[0] > before


@pytest.mark.parametrize("steps", [0, 40, 500])
def test_stopped_on_the_way_it_leaves_nothing(full: Book, stick: Path, steps: int) -> None:
    left = iter([True] * steps)
    assert takeout.take_out(full, stick, unheard, lambda: next(left, False)) is None
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, "it is full"), (errno.EROFS, "it can only be read"), (errno.EIO, "was it pulled out?")],
)
def test_where_the_place_refuses_a_sentence_says_so_and_nothing_is_left(
    full: Book, stick: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    write = takeout_folder.Written.write

    def refusing(written: takeout_folder.Written, data: bytes) -> None:
        write(written, data)
        if written.size > 3_000:
            raise OSError(number, "refused")

    monkeypatch.setattr(takeout_folder.Written, "write", refusing)
    with pytest.raises(NotTakenOut, match=re.escape(said)) as problem:
        taken_out.take(full, stick)
    assert "Nothing was left there" in str(problem.value)
    assert list(stick.iterdir()) == []


def test_a_stick_that_is_full_from_the_first_stays_empty(
    book: Book, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_at_once(_path: Path) -> None:
        raise OSError(errno.ENOSPC, "refused")

    monkeypatch.setattr(takeout_folder, "_opened", full_at_once)
    with pytest.raises(NotTakenOut, match="it is full"):
        taken_out.take(book, stick)
    assert list(stick.iterdir()) == []


def test_what_cannot_be_taken_away_is_named_and_says_itself_that_it_is_not_finished(
    full: Book, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as pulled_out:
        pulled_out.setattr("shutil.rmtree", lambda *_asked, **_how: None)
        with pytest.raises(NotTakenOut, match=r"\(not finished\); delete it"):
            takeout.take_out(full, stick, unheard, lambda: False)
    (left,) = stick.iterdir()
    assert left.name.endswith("(not finished)")
    out = taken_out.take(full, stick)
    assert list(stick.iterdir()) == [out]


def test_folders_that_are_there_stay_as_they_are(book: Book, stick: Path) -> None:
    (stick / "Oxydesk data 2026 (not finished)").mkdir()
    names = {taken_out.take(book, stick).name for _ in range(2)}
    day = book.now().astimezone().date().isoformat()
    assert names == {f"Oxydesk data {day}", f"Oxydesk data {day} (2)"}
    assert len(list(stick.iterdir())) == 3


def test_a_folder_that_is_none_costs_a_sentence(book: Book, stick: Path) -> None:
    (stick / "a file").write_text("here")
    for gone in ("nowhere", "a file"):
        with pytest.raises(NotTakenOut, match="Nothing was left there"):
            taken_out.take(book, stick / gone)


def test_a_stick_that_cannot_bear_the_papers_is_not_begun(
    full: Book, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _path: SimpleNamespace(free=1_000))
    with pytest.raises(NotTakenOut, match=r"it is full \(1 MB are needed\)"):
        taken_out.take(full, stick)
    assert list(stick.iterdir()) == []


def test_nothing_unencrypted_comes_into_the_own_folder(book: Book) -> None:
    inside = book.folder / "inside"
    inside.mkdir()
    for folder in (book.folder, inside):
        with pytest.raises(NotAllowed, match="Oxydesk's own folder"):
            taken_out.take(book, folder)


def test_a_folder_that_comes_to_other_computers_is_told_of(tmp_path: Path) -> None:
    synced = tmp_path / "Dropbox" / "store"
    synced.mkdir(parents=True)
    assert "is copied to other computers" in (takeout.warning(synced) or "")
    assert takeout.warning(tmp_path) is None


def test_what_will_be_in_it_is_told_before(full: Book) -> None:
    planned = takeout.planned(full)
    ((papers, scans),) = full.connection.execute(
        "select (select count(pdf) from papers), (select count(data) from attachments)"
    ).fetchall()
    assert (planned.papers, planned.scans) == (papers, scans)
    assert dict(planned.rows)["Patients"] == filled.ROWS
    assert planned.size > 100_000


def test_only_an_owner_takes_everything_out(owned: Book, stick: Path) -> None:
    owned.user = replace(owned.user or User(), role="staff")
    for asked in (lambda: takeout.planned(owned), lambda: taken_out.take(owned, stick)):
        with pytest.raises(NotAllowed, match="Only an owner may take everything out"):
            asked()
    assert not takeout.may(owned)
    assert list(stick.iterdir()) == []


def test_no_secret_is_in_it(owned: Book, stick: Path) -> None:
    out = taken_out.take(owned, stick)
    (kept,) = json.loads((out / "json" / "users.json").read_text("utf-8"))
    assert (kept["name"], kept["role"]) == ("Ana Ruiz", "owner")
    slots = json.loads((owned.folder / "book.keys").read_text("utf-8"))
    secrets = [owned.key or "", WORDS, *re.findall(r'"([0-9a-zA-Z+/=]{16,})"', json.dumps(slots))]
    assert len(secrets) > 4
    texts = [path.read_text("utf-8") for path in out.rglob("*") if path.is_file()]
    assert not [secret for secret in secrets if any(secret in text for text in texts)]


def test_the_password_is_asked_once_more_and_wrong_tries_wait(owned: Book) -> None:
    assert takeout.asks_password(owned)
    takeout.prove(owned, WORDS)
    for _ in range(3):
        with pytest.raises(NotLetIn, match="not your password"):
            takeout.prove(owned, "not this")
    assert [each.what for each in happened(owned, 3)] == ["sign-in failed"] * 3
    with pytest.raises((NotLetIn, MustWait)):
        takeout.prove(owned, "not this")
    with pytest.raises(MustWait):
        takeout.prove(owned, WORDS)


def test_another_users_password_is_not_ones_own(owned: Book) -> None:
    from desktop.operations import users as who  # noqa: PLC0415 -- this test alone adds one

    who.add(owned, "Ben Ito", "staff", "blue boat, seven gulls", small_store.CHEAP)
    with pytest.raises(NotLetIn):
        takeout.prove(owned, "blue boat, seven gulls")
    assert [user.name for user in users.listed(owned.connection)] == ["Ana Ruiz", "Ben Ito"]


UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
TEXTS = st.text(st.characters(codec="utf-8"), max_size=40) | st.text("'= +-@\t\r\n\",1.", max_size=8)


@given(cells=st.lists(st.none() | TEXTS, min_size=2, max_size=5))
@UNHURRIED
def test_any_text_survives_a_table(cells: list[str | None]) -> None:
    import csv  # noqa: PLC0415 -- the reader that is not ours
    import io  # noqa: PLC0415

    written = csv_exact.line(cells)
    (row,) = csv.reader(io.StringIO(written, newline=""), strict=True)
    assert [csv_exact.text(cell) for cell in row] == [cell or "" for cell in cells]
    for cell in row:
        bare = cell.strip().lstrip("'").strip()
        assert cell.startswith("'") or not bare.startswith(("=", "+", "@")) or cell != cell.lstrip("'")
    assert written.count('""') >= sum(cell == "" for cell in cells)


VALUES = st.none() | st.integers() | st.floats(allow_nan=False) | TEXTS


@given(value=VALUES, kind=st.sampled_from(sorted(description().kinds)))
@UNHURRIED
def test_any_value_is_valid_json_and_the_same_again(value: object, kind: str) -> None:
    column = Column("a", Kind(kind, "any", ""), "")
    read = json.loads(in_json([name_in_json("a")], [value], [column]), parse_constant=pytest.fail)
    found = read["a"]
    if isinstance(value, str) and kind in ("list", "object") and found != value:
        found = json.dumps(found, ensure_ascii=False)
        value = json.dumps(json.loads(value), ensure_ascii=False)
    elif value in (float("inf"), float("-inf")):
        value = repr(value)
    assert found == value
    assert in_csv(value, column) is None or isinstance(in_csv(value, column), str)


@given(number=st.none() | TEXTS, other=st.none() | TEXTS, year=st.none() | st.integers(1, 9999))
@UNHURRIED
def test_any_number_makes_a_name_that_every_system_bears(
    number: str | None, other: str | None, year: int | None
) -> None:
    name = takeout_names.paper(number, 7, year, voided=False)
    assert SAFE.fullmatch(name)
    assert ".." not in name
    assert name.count("/") == 2
    assert len(name) < 120
    if number != other:
        assert name.casefold() != takeout_names.paper(other, 8, year, voided=False).casefold()
        assert name.casefold() != takeout_names.paper(other, 8, year, voided=True).casefold()


def test_scans_lie_by_the_thousand() -> None:
    assert [takeout_names.scan(number, ".png") for number in (1, 999, 1_000, 1_234_567)] == [
        "scans/000000/000001.png",
        "scans/000000/000999.png",
        "scans/001000/001000.png",
        "scans/1234000/1234567.png",
    ]
