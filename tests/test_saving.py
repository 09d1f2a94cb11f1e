"""A file is saved whole or not at all, and what was there before stays when that fails."""

import errno
import os
from pathlib import Path

import pytest

from desktop import files

BEFORE = b"what was there before"


def test_a_saved_file_is_whole_and_alone(tmp_path: Path) -> None:
    files.save(tmp_path / "x.pdf", b"whole")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("x.pdf", b"whole")]


def test_only_its_owner_may_read_a_paper_about_a_patient(tmp_path: Path) -> None:
    files.save(tmp_path / "x.pdf", b"whole")
    assert (tmp_path / "x.pdf").stat().st_mode & 0o077 == 0


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(BEFORE)
    (tmp_path / "link.pdf").symlink_to("real.pdf")
    files.save(tmp_path / "link.pdf", b"whole")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"whole"


@pytest.mark.parametrize("step", ["fsync", "fdopen"])
@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOSPC, "no space left"), (errno.EIO, "input/output error"), (errno.EDQUOT, "quota")]
)
def test_a_disk_that_refuses_leaves_what_was_there(
    step: str, number: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "x.pdf"
    target.write_bytes(BEFORE)

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, step, refuse)
    with pytest.raises(files.FileProblem, match=f"x.pdf cannot be written: .*{said}"):
        files.save(target, b"half")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("x.pdf", BEFORE)]


def test_a_target_that_is_no_plain_file_is_refused(tmp_path: Path) -> None:
    for target in (tmp_path, Path("/dev/null")):
        with pytest.raises(files.FileProblem, match="not a plain file"):
            files.save(target, b"whole")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("path", "said"),
    [("no/such/x.pdf", "no such file or folder"), ("file/x.pdf", "not a folder"), ("/sys/x.pdf", "may not write")],
)
def test_a_place_that_cannot_be_written_is_a_sentence(path: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(files.FileProblem, match=said):
        files.save(tmp_path / path, b"whole")
    assert [found.name for found in tmp_path.iterdir()] == ["file"]


def test_lines_come_one_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "lines").write_bytes(b"one\r\n\n\xe2\x80\xa8two\nlast")
    assert list(files.lines(tmp_path / "lines", 100)) == [b"one\r\n", b"\n", b"\xe2\x80\xa8two\n", b"last"]


def test_of_a_line_that_is_too_long_is_kept_what_shows_it(tmp_path: Path) -> None:
    (tmp_path / "lines").write_bytes(b"12345\n123456\n" + b"7" * 1_000_000 + b"\n8\n" + b"9" * 20)
    found = list(files.lines(tmp_path / "lines", 6))
    assert found == [b"12345\n", b"123456\n", b"7777777", b"8\n", b"9999999"]


def test_lines_of_what_cannot_be_read_are_a_sentence(tmp_path: Path) -> None:
    for path, said in ((tmp_path, "it is a folder"), (tmp_path / "absent", "no such file")):
        with pytest.raises(files.FileProblem, match=said):
            list(files.lines(path, 100))


def test_one_file_under_two_names_is_the_same(tmp_path: Path) -> None:
    one, other, link = tmp_path / "one", tmp_path / "other", tmp_path / "link"
    one.write_bytes(b"")
    other.write_bytes(b"")
    link.symlink_to(one)
    assert files.same(one, link)
    assert not files.same(one, other)
    assert not files.same(one, tmp_path / "absent")
