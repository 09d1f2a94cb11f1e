"""What a target is: a kind of file (or text) that Oxydesk reads, right samples of it, and the reading itself.

Whatever the bytes are, reading them answers or raises one of our problems with its sentence. Another exception, a
problem without words, a file written outside of the room, a program started or a connection made is a find.
"""

import contextlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from db.problems import BookProblem, CatalogueProblem
from desktop.border import NotRight
from desktop.files import FileProblem
from desktop.paper.logo import LogoProblem
from desktop.problems import kind_and_place
from desktop.rulefiles.checks import RuleFileProblem
from tests.fuzz import fenced

OURS = (NotRight, FileProblem, BookProblem, CatalogueProblem, LogoProblem, RuleFileProblem)

Attempt = Callable[[bytes], None]


class Form(Enum):
    """How samples are changed so that they go on looking like what they are."""

    BYTES = "bytes"
    JSON = "json"
    LINES = "lines"
    CSV = "csv"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Target:
    """`opened(room)` makes in an empty folder what reading needs, once, and gives what reads bytes there; `dear` is for
    one that takes a tenth of a second or more for each."""

    name: str
    form: Form
    samples: Callable[[], list[bytes]]
    opened: Callable[[Path], AbstractContextManager[Attempt]]
    longest: int = 20_000
    dear: bool = False


@dataclass(frozen=True, slots=True)
class Find:
    """Something that reading must not do: its kind and its place in our code (`KeyError in db.book.file, line 9`)."""

    what: str


def tried(attempt: Attempt, room: Path, data: bytes) -> Find | None:
    """What reading these bytes does that it must not."""
    with fenced.to(room) as broken:
        try:
            attempt(data)
        except OURS as problem:
            if not str(problem).strip():
                return Find(f"without words: {kind_and_place(problem)}")
        except (Exception, RecursionError) as error:  # that is what is looked for
            return Find(kind_and_place(error))
    return Find(broken[0]) if broken else None


@contextlib.contextmanager
def without_room(attempt: Attempt) -> Iterator[Attempt]:
    """For reading that needs nothing on the disk."""
    yield attempt
