"""The code catalogue of the store: made at first use, made anew when it is damaged or older than what is shipped."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from db import connection, driver
from db.catalogue import fill, find, kept
from db.problems import CatalogueDamaged, CatalogueNotMade, CatalogueProblem
from db.rows import CodeRow, DiagnosisRow
from desktop import files
from desktop.core.codes import Code, Diagnosis
from desktop.desk import Desk
from desktop.operations.catalogue_content import AS_OF, EDITION, FINGERPRINT, LATER_LIST, OF_2026, content, fingerprint

FILE = "catalogue.db"

Say = Callable[[str, float], None]
P = ParamSpec("P")
T = TypeVar("T")

_READING = 0.4  # the share of reading the official files in making the catalogue
_DOT_AFTER = 3  # letters of a diagnosis before its dot


class ShippedCatalogue:
    """The catalogue as `core` and the operations ask it. Only modifiers are answered by `modifier`, codes by `code`."""

    def __init__(
        self,
        opened: driver.Connection,
        mend: Callable[[], driver.Connection],
        open_again: Callable[[], driver.Connection],
    ) -> None:
        """`mend` makes the file anew and opens it; it is called when the file turns out to be damaged."""
        self._opened = opened
        self._mend = mend
        self._open_again = open_again
        self._about = find.about(opened)

    @property
    def edition(self) -> str:
        """The HCPCS edition that answers speak from, in words."""
        return self._about[EDITION]

    @property
    def as_of(self) -> date:
        """The first day of that edition."""
        return self.sound(lambda: date.fromisoformat(self._about[AS_OF]))

    @property
    def of_2026(self) -> str:
        """What is known and not known of 2026."""
        return self._about[OF_2026]

    @property
    def later_list(self) -> str:
        """What the later bare list of codes is called."""
        return self._about[LATER_LIST]

    def code(self, code: str) -> Code | None:
        """A HCPCS Level II code, whatever its days."""
        return self._of_kind("code", code)

    def modifier(self, modifier: str) -> Code | None:
        """A HCPCS modifier, whatever its days."""
        return self._of_kind("modifier", modifier)

    def place_of_service(self, place: str) -> str | None:
        """The name of a place of service, or None."""
        return self.ask(find.place_of_service, place)

    def states(self, zip_code: str) -> tuple[str, ...]:
        """The states in which ZIP codes begin as this one does; none if it is no ZIP code in use."""
        return self.ask(find.states, zip_code[:3])

    def has_diagnoses(self, on: date) -> bool:
        """Whether a shipped diagnosis set covers that day."""
        return self.ask(find.has_diagnoses, on)

    def diagnosis(self, code: str, on: date) -> Diagnosis | None:
        """A diagnosis of that day's set, written with or without its dot."""
        found = self.ask(find.diagnosis, undotted(code), on)
        return Diagnosis(dotted(found.code), found.long, found.billable) if found else None

    def newest_words(self, diagnosis: str) -> str:
        """A diagnosis in the words of the newest set that has it, whatever the day; empty where none does."""
        wordings = self.diagnoses(diagnosis)
        return wordings[-1].long if wordings else ""

    def diagnoses(self, code: str) -> list[DiagnosisRow]:
        """A diagnosis in all its wordings, the oldest first, written with or without its dot."""
        return self.ask(find.diagnoses, undotted(code))

    def ask(self, question: Callable[Concatenate[driver.Connection, P], T], *values: P.args, **named: P.kwargs) -> T:
        """What a question of `db.catalogue` (its first parameter the connection) finds.

        A file that turns out to be damaged is made anew and asked again. FileProblem where that is not possible.
        """
        try:
            return question(self._opened, *values, **named)
        except CatalogueDamaged:
            self._opened.close()
            self._opened = self._mend()
        try:
            return question(self._opened, *values, **named)
        except CatalogueDamaged as problem:
            raise files.FileProblem(str(problem)) from problem

    def sound(self, read: Callable[[], T]) -> T:
        """What is made of rows that were found; where they hold what cannot be read, the file is made anew once."""
        try:
            return read()
        except (ValueError, LookupError, TypeError, AttributeError):
            self._opened.close()
            self._opened = self._mend()
            self._about = find.about(self._opened)
        return read()

    def another(self) -> "ShippedCatalogue":
        """The same catalogue for another thread: to be asked for, used and closed there. Quick."""
        return ShippedCatalogue(self._open_again(), self._mend, self._open_again)

    def close(self) -> None:
        """Lets go of the file."""
        self._opened.close()

    def _of_kind(self, kind: str, code: str) -> Code | None:
        found = self.ask(find.code, code)
        return as_code(found) if found and found.kind == kind else None


def open_catalogue(home: Path, say: Say) -> ShippedCatalogue:
    """The catalogue in a data folder, made there if there is none that is whole and up to date.

    `say` hears what is being done and how much is done, from 0 to 1, if anything has to be made. FileProblem where the
    folder cannot be written.
    """
    path = files.folder(home) / FILE
    root = files.resources()
    opened = _current(path, root) or _made(path, root, say)
    return ShippedCatalogue(opened, lambda: _made(path, root, say), lambda: connection.read_only(path))


def shipped(desk: Desk) -> ShippedCatalogue:
    """The catalogue on a desk, for who needs more of it than `core` does. TypeError on a desk with another one."""
    if not isinstance(desk.catalogue, ShippedCatalogue):
        raise TypeError("this desk has no shipped catalog")
    return desk.catalogue


@contextmanager
def elsewhere(desk: Desk) -> Iterator[Desk]:
    """The desk for another thread, as long as it is needed there; quick."""
    own = shipped(desk).another()
    try:
        yield replace(desk, catalogue=own)
    finally:
        own.close()


def as_code(row: CodeRow) -> Code:
    """A row of the catalogue as `core` knows it."""
    return Code(row.code, row.kind, row.short, row.long, row.added, row.terminated)


def dotted(code: str) -> str:
    """A diagnosis as it is printed: J44.9."""
    return f"{code[:_DOT_AFTER]}.{code[_DOT_AFTER:]}" if len(code) > _DOT_AFTER else code


def undotted(code: str) -> str:
    """A diagnosis as it is looked up: J449. A dot in another place stays, so that such a code is not found."""
    plain = code.upper()
    return plain.replace(".", "", 1) if plain.find(".") == _DOT_AFTER and not plain.endswith(".") else plain


def _made(path: Path, root: Path, say: Say) -> driver.Connection:
    def fill_part(part: Path) -> None:
        read = content(root, lambda words, done: say(words, done * _READING))
        fill.catalogue(part, read, lambda words, done: say(words, _READING + done * (1 - _READING)))

    problem: CatalogueProblem | None = None
    try:
        kept.make(path, fill_part)
    except CatalogueProblem as found:
        problem = found
    # where another Oxydesk has just made it and holds it open (Windows), theirs serves as well
    opened = _current(path, root)
    if opened is None:
        raise files.FileProblem(str(problem or CatalogueNotMade(path, "another program changes it"))) from problem
    say("The code catalog is ready", 1.0)
    return opened


def _current(path: Path, root: Path) -> driver.Connection | None:
    """The file, opened, if it is whole and was made from what is shipped now."""
    if not kept.is_whole(path):
        return None
    opened: driver.Connection | None = None
    try:
        opened = connection.read_only(path)
        if find.about(opened).get(FINGERPRINT) == fingerprint(root):
            return opened
    except CatalogueDamaged:
        pass
    if opened is not None:
        opened.close()
    return None
