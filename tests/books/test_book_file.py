"""The file of the book: its key, its lock, its migrations, and that nothing is ever begun over an old one."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from db.book import file, patients, stores
from db.book.rows import Patient, Store
from db.problems import (
    BookBusy,
    BookDamaged,
    BookInUse,
    BookKeyProblem,
    BookNotWritten,
    BookProblem,
    BookWithoutFile,
)
from tests.books.kept_book import KEYS, NAME, made, names


def changed(path: Path, at: int, data: bytes) -> None:
    """Other bytes somewhere in a file."""
    with path.open("rb+") as opened:
        opened.seek(at)
        opened.write(data)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The folder of a closed book with one patient."""
    made(tmp_path)
    return tmp_path


def test_what_was_kept_is_there_again(book: Path) -> None:
    assert names(book) == [NAME]


@pytest.mark.parametrize("name", ["book.db", "book.key", "book.lock"])
def test_only_the_owner_can_read_it(book: Path, name: str) -> None:
    assert (book / name).stat().st_mode & 0o777 == 0o600


def test_a_key_that_others_can_read_is_closed_again(book: Path) -> None:
    (book / "book.key").chmod(0o644)
    names(book)
    assert (book / "book.key").stat().st_mode & 0o777 == 0o600


def test_no_name_lies_readable_on_the_disk(tmp_path: Path) -> None:
    held = file.make_ready(tmp_path)
    opened = file.connect(tmp_path)
    with file.transaction(opened):
        patients.save(opened, Patient(last=NAME), KEYS, [NAME.lower()])
        opened.execute("create temp table aside as select * from patients order by last desc")
    lying = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    opened.close()
    held.release()
    assert {"book.db", "book.db-wal"} <= set(lying)
    assert len(lying["book.db-wal"]) > 1000
    for bytes_of in lying.values():
        assert NAME.encode() not in bytes_of
        assert NAME.lower().encode() not in bytes_of
        assert not bytes_of.startswith(b"SQLite format")


def test_what_sqlite_puts_aside_stays_in_memory(book: Path) -> None:
    opened = file.connect(book)
    told = {
        name: opened.execute(f"PRAGMA {name}").fetchone()[0] for name in ("temp_store", "foreign_keys", "synchronous")
    }
    assert told == {"temp_store": 2, "foreign_keys": 1, "synchronous": 2}
    assert opened.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    opened.close()


def test_a_wrong_key_gets_a_sentence_and_changes_nothing(book: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = (book / "book.db").read_bytes()
    (book / "book.key").write_text("ab" * 32, encoding="ascii")
    with pytest.raises(BookDamaged, match=r"key beside it belongs to another book.*Nothing was changed"):
        file.make_ready(book)
    assert (book / "book.db").read_bytes() == before
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("text", ["", "ab", "zz" * 32, "ab" * 32 + "\nx"])
def test_what_is_no_key_is_refused(book: Path, text: str) -> None:
    (book / "book.key").write_text(text, encoding="ascii")
    with pytest.raises(BookKeyProblem, match="is not a key"):
        file.make_ready(book)


def test_an_absent_key_begins_no_new_book(book: Path) -> None:
    before = (book / "book.db").read_bytes()
    (book / "book.key").unlink()
    with pytest.raises(BookKeyProblem, match="is gone"):
        file.make_ready(book)
    assert not (book / "book.key").exists()
    assert (book / "book.db").read_bytes() == before


def test_an_absent_book_with_its_key_begins_no_new_book(book: Path) -> None:
    (book / "book.db").unlink()
    with pytest.raises(BookWithoutFile, match="put the book back"):
        file.make_ready(book)
    assert not (book / "book.db").exists()


def test_a_book_cut_to_nothing_is_damaged_not_new(book: Path) -> None:
    (book / "book.db").write_bytes(b"")
    with pytest.raises(BookDamaged, match="there is nothing in it"):
        file.make_ready(book)
    assert (book / "book.db").read_bytes() == b""


@pytest.mark.parametrize("at", [0, 20, 2000])
def test_a_damaged_first_page_gets_a_sentence(book: Path, at: int) -> None:
    changed(book / "book.db", at, b"rust rust rust")
    with pytest.raises(BookDamaged, match="cannot be read"):
        file.make_ready(book)


def test_damage_further_on_gets_a_sentence_when_it_is_met(book: Path) -> None:
    opened = file.connect(book)
    roots = opened.execute("select rootpage from sqlite_master where name in ('patients', 'store')").fetchall()
    opened.close()
    for (page,) in roots:
        changed(book / "book.db", (page - 1) * 4096 + 100, b"rust rust rust")
    opened = file.connect(book)
    with pytest.raises(BookDamaged):
        patients.PATIENTS.find(opened)
    with pytest.raises(BookProblem), file.transaction(opened):
        stores.save(opened, Store())
    opened.close()


def test_a_second_program_is_told_that_the_book_is_open(book: Path) -> None:
    held = file.make_ready(book)
    with pytest.raises(BookBusy, match="open in another Oxydesk"):
        file.make_ready(book)
    held.release()
    assert names(book) == [NAME]


def test_a_program_that_was_killed_holds_nothing(book: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom db.book import file\n"
        "held = file.make_ready(Path(sys.argv[1]))\nprint('held', flush=True)\nsys.stdin.read()\n"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", script, str(book)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    with running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"held\n"
        with pytest.raises(BookBusy):
            file.make_ready(book)
        running.kill()
    assert names(book) == [NAME]


@pytest.mark.parametrize("left", [("book.db.new",), ("book.db.new", "book.db.new-wal", "book.key.new")])
def test_a_power_cut_before_the_key_was_there_begins_anew(tmp_path: Path, left: tuple[str, ...]) -> None:
    for name in left:
        (tmp_path / name).write_bytes(b"half")
    made(tmp_path)
    assert names(tmp_path) == [NAME]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["book.db", "book.key", "book.lock"]


def test_a_power_cut_between_key_and_book_is_finished(book: Path) -> None:
    (book / "book.db").rename(book / "book.db.new")
    assert names(book) == [NAME]


def test_a_folder_that_cannot_be_written_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BookNotWritten, match="cannot be written"):
        file.make_ready(tmp_path / "not there")


def test_a_change_is_whole_or_not_at_all(book: Path) -> None:
    opened = file.connect(book)

    def half() -> None:
        with file.transaction(opened):
            stores.save(opened, Store(legal_name="Half"))
            with file.transaction(opened):
                stores.save(opened, Store(legal_name="Inner"))
            raise RuntimeError("the power fails")

    with pytest.raises(RuntimeError):
        half()
    assert stores.read(opened).legal_name == "Gulf Breeze"
    opened.close()


def test_a_change_that_waits_too_long_gets_a_sentence(book: Path) -> None:
    one, other = file.connect(book), file.connect(book)
    other.execute("PRAGMA busy_timeout = 1")
    with file.transaction(one), pytest.raises(BookInUse, match="try again"), file.transaction(other):
        stores.save(other, Store())
    one.close()
    other.close()


def test_another_thread_has_a_connection_of_its_own(book: Path) -> None:
    found: list[str | None] = []

    def work() -> None:
        opened = file.connect(book)
        found.extend(patient.last for patient in patients.PATIENTS.find(opened))
        opened.close()

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert found == [NAME]


def test_opening_a_current_book_loads_no_sqlite_utils(book: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom desktop.operations import book, documents, drafts, patients\n"
        "from desktop.operations import csv_exchange, demo, doctors, parties, plans, products, store, waiting\n"
        "opened = book.open_book(Path(sys.argv[1]))\nstore.read(opened)\nopened.close()\n"
        "heavy = ('sqlite_utils', 'msgspec', 'reportlab', 'cryptography', 'pypdf')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script, str(book)], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_a_full_disk_gets_a_sentence_and_loses_nothing(book: Path) -> None:
    script = (
        "import resource, sys\nfrom pathlib import Path\n"
        "from db.book import file, stores\nfrom db.book.rows import Store\nfrom db.problems import BookNotWritten\n"
        "held = file.make_ready(Path(sys.argv[1]))\nopened = file.connect(Path(sys.argv[1]))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "try:\n    with file.transaction(opened):\n"
        "        stores.set_logo(opened, bytes(500_000))\n"
        "except BookNotWritten as problem:\n    print(problem)\n"
        "print(opened.in_transaction, stores.read(opened).legal_name)\n"
    )
    command = [sys.executable, "-c", script, str(book)]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True)
    told, after = done.stdout.splitlines()
    assert "cannot be written" in told
    assert after == "False Gulf Breeze"
    assert names(book) == [NAME]
