"""The files of a batch: named by number, on any system, none over another, none outside the folder."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.border import NotRight
from desktop.files import FileProblem
from desktop.operations.batch import BatchFolder, OneFile, apart, file_name

A_DEVICE_GETS_A_HYPHEN = [
    ("CON", "CON-.pdf"),
    ("nul", "nul-.pdf"),
    ("Com1", "Com1-.pdf"),
    ("lpt¹", "lpt¹-.pdf"),
    ("CON.2026", "CON-.2026.pdf"),
    ("aux .x", "aux- .x.pdf"),
    ("CONIN$", "CONIN$-.pdf"),
]
NO_DEVICE = ["CONS", "COM", "COM10", "XNUL", "CON-1", "ACON"]


@pytest.mark.parametrize("number", ["SB-2026-000417", "SB 1", "SB.1", "Ñ-1", "请-1", "a.pdf", "#17 (copy)", *NO_DEVICE])
def test_a_number_that_a_file_name_can_bear_stays_as_it_is(number: str) -> None:
    assert file_name(number) == f"{number}.pdf"


@pytest.mark.parametrize(
    "letter", [*'<>:"/\\|?*', "\0", "\t", "\n", "\x1f", "\x7f", "\x85", "\u202e", "\u2028", "\u200b", "\ud800"]
)
def test_what_a_file_name_cannot_bear_becomes_a_hyphen(letter: str) -> None:
    assert file_name(f"SB{letter}1") == "SB-1.pdf"


@pytest.mark.parametrize(("number", "name"), A_DEVICE_GETS_A_HYPHEN)
def test_a_device_of_windows_is_no_file_name(number: str, name: str) -> None:
    assert file_name(number) == name


@pytest.mark.parametrize(
    ("number", "name"), [("SB-1.", "SB-1-.pdf"), ("SB-1 ..", "SB-1---.pdf"), (".", "_-.pdf"), ("..", "_--.pdf")]
)
def test_dots_and_blanks_at_the_end_become_hyphens(number: str, name: str) -> None:
    assert file_name(number) == name


@pytest.mark.parametrize(("number", "name"), [("-rf", "_-rf.pdf"), (".SB", "_.SB.pdf"), ("/x", "_-x.pdf")])
def test_a_name_is_neither_hidden_nor_an_option(number: str, name: str) -> None:
    assert file_name(number) == name


_LETTERS = st.one_of(
    st.characters(), st.sampled_from([*'./\\:*?"<>| -~$%', "\u202e", "\x00", "con", "NUL", "com1", ".pdf"])
)


@given(st.lists(_LETTERS, max_size=300).map("".join))
def test_whatever_the_number_the_file_lies_in_its_folder_on_every_system(number: str) -> None:
    try:
        name = file_name(number)
    except NotRight:
        assert len(number.encode(errors="replace")) > 100
        return
    assert name.endswith(".pdf")
    assert len(name.encode()) <= 255
    assert not set(name) & {chr(code) for code in range(32)} | set('<>:"/\\|?*') & set(name)
    assert not name.startswith((".", "-", "~/"))
    assert PureWindowsPath(name).name == PurePosixPath(name).name == name
    assert not PureWindowsPath(name).is_reserved()
    assert Path("/out", name).resolve().parent == Path("/out")


def test_two_papers_that_would_have_one_file_get_two() -> None:
    taken: set[str] = set()
    names = ["A-1.pdf", "a-1.pdf", "A-1.pdf", "A-2.pdf"]
    assert [apart(name, taken) for name in names] == ["A-1.pdf", "a-1 (2).pdf", "A-1 (3).pdf", "A-2.pdf"]


@pytest.mark.parametrize(
    "number", ["../../etc/passwd", "..\\..\\x", "/etc/passwd", "C:\\x", "..", "~/x", "\\\\server\\x"]
)
def test_no_number_leads_out_of_the_folder(number: str, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    path = BatchFolder(folder).claim(number)
    assert path.parent == folder
    assert path.resolve().parent == folder


@pytest.mark.parametrize(("letters", "fits"), [(236, True), (237, False)])
def test_a_number_is_at_most_as_long_as_a_file_name(letters: int, fits: bool, tmp_path: Path) -> None:  # noqa: FBT001
    if fits:
        folder = BatchFolder(tmp_path)
        folder.save(folder.claim("x" * letters), b"whole")
        assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"whole"]
    else:
        with pytest.raises(NotRight, match="number: is too long"):
            file_name("x" * letters)


def test_the_length_counts_in_bytes() -> None:
    with pytest.raises(NotRight, match="number: is too long"):
        file_name("é" * 119)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A1", "A1"),
        ("1", "1"),
        ("A/1", "A:1"),
        ("sb-1", "SB-1"),
        ("Straße", "STRASSE"),
        ("é", "e\u0301"),
        ("CON", "con-"),
    ],
)
def test_a_number_whose_file_is_taken_is_refused(first: str, second: str, tmp_path: Path) -> None:
    folder = BatchFolder(tmp_path)
    folder.claim(first)
    with pytest.raises(NotRight) as refused:
        folder.claim(second)
    assert refused.value.path == "number"
    assert second in refused.value.words


def test_a_refused_number_is_still_the_first_ones(tmp_path: Path) -> None:
    folder = BatchFolder(tmp_path)
    folder.claim("A/1")
    for second in ("A:1", "A*1"):
        with pytest.raises(NotRight, match="earlier A/1"):
            folder.claim(second)


def test_a_batch_needs_numbers(tmp_path: Path) -> None:
    with pytest.raises(NotRight, match="number: found null"):
        BatchFolder(tmp_path).claim(None)


def test_the_folder_is_made_with_its_first_file(tmp_path: Path) -> None:
    folder = BatchFolder(tmp_path / "new" / "out")
    path = folder.claim("1")
    assert list(tmp_path.iterdir()) == []
    folder.save(path, b"whole")
    assert path.read_bytes() == b"whole"


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    folder = BatchFolder(tmp_path / "file" / "out")
    with pytest.raises(FileProblem, match="cannot be made: a part of its path is not a folder"):
        folder.save(folder.claim("1"), b"whole")


def test_one_file_takes_any_number(tmp_path: Path) -> None:
    target = OneFile(tmp_path / "x.pdf")
    target.save(target.claim(None), b"whole")
    assert (tmp_path / "x.pdf").read_bytes() == b"whole"
