"""Nothing typed is ever lost: half-typed forms survive the death of the program."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.operations import documents, drafts
from desktop.operations.book import Book, open_book

ROOT = Path(__file__).parents[2]
TYPING = """
import sys
from pathlib import Path
from desktop.operations import documents, drafts
from desktop.operations.book import open_book
from desktop.operations.documents import Content
book = open_book(Path(sys.argv[1]))
document = documents.begin(book)
for number in range(1, 51):
    drafts.keep(book, "patient/new", {"last": "Treviño"[:number], "keys": number})
    documents.keep(book, document.id, Content({"patient": {"last": "Bùi"}}, {"keys": number}))
    print(number, flush=True)
sys.stdin.read()
"""


def test_a_form_is_there_again_until_it_is_dropped(book: Book) -> None:
    drafts.keep(book, "patient/new", {"last": "Trev", "dob": "8/1"})
    drafts.keep(book, "patient/17", {"last": "Bùi"})
    drafts.keep(book, "patient/new", {"last": "Treviño", "dob": "8/17"})
    assert drafts.take_up(book, "patient/new") == {"last": "Treviño", "dob": "8/17"}
    assert drafts.take_up(book, "patient/new") == {"last": "Treviño", "dob": "8/17"}
    assert [row.key for row in drafts.listed(book)] == ["patient/new", "patient/17"]
    drafts.drop(book, "patient/new")
    drafts.drop(book, "patient/new")
    assert drafts.take_up(book, "patient/new") is None
    assert [row.key for row in drafts.listed(book, "patient/")] == ["patient/17"]
    assert drafts.listed(book, "plan/") == []


def test_a_sign_of_a_pattern_is_a_letter_of_a_key(book: Book) -> None:
    drafts.keep(book, "a%b", {})
    assert drafts.listed(book, "a_") == []
    assert len(drafts.listed(book, "a%")) == 1


@pytest.mark.parametrize("keys", [1, 23, 50])
def test_a_killed_program_loses_nothing_that_was_typed(tmp_path: Path, keys: int) -> None:
    running = subprocess.Popen(
        [sys.executable, "-c", TYPING, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    )
    with running:
        assert running.stdout is not None
        for _ in range(keys):
            running.stdout.readline()
        running.send_signal(signal.SIGKILL)
    with open_book(tmp_path) as book:
        form = drafts.take_up(book, "patient/new")
        (document,) = documents.listed(book)
        assert form is not None
        assert form["keys"] >= keys
        assert document.patient_name == "Bùi"
        assert documents.content(book, document.id).form["keys"] >= keys
