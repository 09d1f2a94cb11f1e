"""Reading and saving: the shipped resources, the user's folder, and files that are whole or not there."""

import contextlib
import os
import tempfile
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import IO

import platformdirs

_BESIDE = Path(__file__).parent
_HOME = "OXYDESK_HOME"
_LIMITS = "limits.toml"


class FileProblem(Exception):
    """A file that cannot be read or saved; its text is a sentence for a person."""


def resources() -> Path:
    """The shipped resources: inside the package once installed, beside it in a checkout."""
    inside = _BESIDE / "resources"
    return inside if inside.is_dir() else _BESIDE.parent / "resources"


def resource(name: str) -> bytes:
    """A shipped file by its name below `resources`, with slashes."""
    return (resources() / name).read_bytes()


def resource_names(folder: str, suffix: str) -> list[str]:
    """The names (below `resources`) of a folder's files with that suffix, in order."""
    found = (resources() / folder).glob(f"*{suffix}")
    return sorted(f"{folder}/{path.name}" for path in found)


@cache
def limit(name: str) -> int:
    """How much of something is taken at most, by its name in `resources/limits.toml`: `bytes.table`, `dots.picture`."""
    part, of = name.split(".")
    return int(tomllib.loads(resource(_LIMITS).decode("utf-8"))[part][of])


def home() -> Path:
    """The user's data folder: OXYDESK_HOME if set, else where the system keeps a program's data."""
    chosen = os.environ.get(_HOME)
    return Path(chosen) if chosen else platformdirs.user_data_path("Oxydesk", appauthor=False)


def read(path: Path) -> bytes:
    """A file's bytes. FileProblem where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileProblem(f"{path} cannot be read: {_reason(error)}") from error


def read_within(path: Path, kind: str) -> bytes:
    """The bytes of a file from outside, which may have so many (`limit` of `bytes.kind`). FileProblem where it has
    more, or cannot be read."""
    most = limit(f"bytes.{kind}")
    data = read_up_to(path, most)
    if data is None:
        raise FileProblem(f"{path} is larger than {_size(most)}; choose another file, or make parts of it")
    return data


def read_up_to(path: Path, most: int) -> bytes | None:
    """A file's bytes; None where it has more than that. FileProblem where it cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise FileProblem(f"{path} cannot be read: {_reason(error)}") from error
    return data if len(data) <= most else None


def lines(path: Path, most: int) -> Iterator[bytes]:
    """A file's lines, one at a time, however long the file is; see `cut`. FileProblem where it cannot be read."""
    try:
        with path.open("rb") as file:
            yield from cut(file, most)
    except OSError as error:
        raise FileProblem(f"{path} cannot be read: {_reason(error)}") from error


def cut(file: IO[bytes], most: int) -> Iterator[bytes]:
    """The lines of an open file. Of a longer one than `most` bytes only so many and one more are kept, so that whoever
    reads it sees that it is too long and no line, however long, takes all memory."""
    while line := file.readline(most + 1):
        yield line
        while len(line) == most + 1 and not line.endswith(b"\n"):
            line = file.readline(most + 1)


def same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file that is there."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def folder(path: Path) -> Path:
    """The folder, made if it was not there. FileProblem where it cannot be made."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileProblem(f"The folder {path} cannot be made: {_reason(error)}") from error
    return path


def save(path: Path, data: bytes) -> None:
    """Writes a file whole or not at all: beside it first, then renamed. FileProblem where it cannot be written."""
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            raise FileProblem(f"{path} cannot be written: it is not a plain file; name another")
        with _beside(target) as (handle, name):
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(target)
    except OSError as error:
        raise FileProblem(f"{path} cannot be written: {_reason(error)}") from error


@contextlib.contextmanager
def _beside(target: Path) -> Iterator[tuple[int, str]]:
    """An open file next to the target, gone again unless it was renamed."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    try:
        yield handle, name
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()


def _size(count: int) -> str:
    return f"{count // 1_000_000} MB" if count >= 1_000_000 else f"{count // 1_000} KB"


def _reason(error: OSError) -> str:
    reasons: dict[type[OSError], str] = {
        FileNotFoundError: "there is no such file or folder",
        PermissionError: "you may not write or read there",
        IsADirectoryError: "it is a folder",
        NotADirectoryError: "a part of its path is not a folder",
    }
    return reasons.get(type(error), (error.strerror or "the disk refused").lower())
