"""Operations that are cut off by `kill -9`, again and again, and what must be so whatever the moment.

Each is begun in a process of its own, which says what it has done as soon as it is done. It is killed before one of its
steps on the disk (`tests.faults.steps`), or at a random moment (`tests.faults.moments`); sometimes what follows is
killed, too. Then the store is opened and looked through, what was left to do is done, and the end has to be the same as
without a kill.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from db.problems import BookProblem
from desktop.files import FileProblem
from tests.faults import moments, shop, steps
from tests.faults.moments import Ran, Say
from tests.faults.steps import TROUBLE

_MOST_IN_A_ROW = 3
_SEED = 20260302


class Operation(Protocol):
    """Something that a store does."""

    @property
    def name(self) -> str:
        """What it is called in the list of `python -m tests.faults`."""

    def begin(self, home: Path) -> None:
        """Makes what is there before."""

    def work(self, home: Path, say: Say) -> None:
        """Does it, and says what is done. Begun again after a kill, it goes on."""

    def look(self, home: Path, said: Sequence[str], kills: int, /) -> None:
        """Opens what lies there after so many kills. AssertionError where something that was said is not there, or
        something is there by half."""

    def end(self, home: Path) -> object:
        """What there is when all is done: the same with and without kills."""


@dataclass(frozen=True, slots=True)
class Told:
    """How often an operation was killed: before one of its steps, and at random moments; how many steps it has."""

    before_steps: int
    at_moments: int
    steps: int

    @property
    def kills(self) -> int:
        """All of them."""
        return self.before_steps + self.at_moments


Heard = Callable[[int, int], object]


def tried(operation: Operation, folder: Path, times: int, seed: int = _SEED, heard: Heard = shop.unheard) -> Told:
    """Cuts an operation off so many times, two of three before a step and one at a random moment. AssertionError."""
    chance = random.Random(seed)  # noqa: S311 -- moments, not secrets
    live, before = folder / "live", folder / "before"
    operation.begin(live)
    shop.copied(live, before)
    operation.work(live, shop.unheard)  # here first, so that a copy of this process has all that it needs
    end = operation.end(live)
    shop.copied(before, live)
    whole = moments.run(partial(operation.work, live))
    operation.look(live, whole.said, 0)
    count, killed = _counted(operation, before, live), [0, 0]
    for number in range(times):
        shop.copied(before, live)
        by_moment = number % 3 == 2 or not count
        said: list[str] = []
        kills = 0
        for row in range(1 + number % _MOST_IN_A_ROW):
            where = chance.random() if row or by_moment else number / times
            ran = _cut(operation, live, where, whole.seconds, 0 if by_moment else count)
            said += ran.said
            kills += ran.killed
            killed[by_moment] += ran.killed
        operation.look(live, said, kills)
        operation.work(live, shop.unheard)
        assert operation.end(live) == end, f"{operation.name}: after {kills} kills the end is another one"
        heard(number + 1, times)
    return Told(killed[0], killed[1], count)


def refused(operation: Operation, folder: Path, times: int, heard: Heard = shop.unheard) -> tuple[str, ...]:
    """Does an operation on a disk that is full from one of its steps on, at so many of them, and once more when there
    is room again. Each refusal costs a sentence of ours, and nothing else; the sentences. AssertionError."""
    live, before = folder / "live", folder / "before"
    operation.begin(live)
    shop.copied(live, before)
    operation.work(live, shop.unheard)
    end = operation.end(live)
    count = _counted(operation, before, live)
    sentences: set[str] = set()
    for number in range(times):
        shop.copied(before, live)
        ran = steps.run(partial(_twice, operation, live), full_from=1 + number * count // times)
        assert ran.status == 0, f"{operation.name} ended with {ran.status}"
        said = [line for line in ran.said if not line.startswith(TROUBLE)]
        sentences |= set(ran.said) - set(said)
        operation.look(live, said, 0)
        assert operation.end(live) == end, f"{operation.name}: on a full disk the end is another one"
        heard(number + 1, times)
    return tuple(sorted(sentences))


def _twice(operation: Operation, live: Path, say: Say) -> None:
    """Does it, and once more after a problem; one that is not ours ends the process."""
    for _ in range(2):
        try:
            operation.work(live, say)
        except (BookProblem, FileProblem) as problem:
            say(f"{TROUBLE}{problem}")


def _counted(operation: Operation, before: Path, live: Path) -> int:
    """How many steps the operation has; 0 where they cannot be counted here."""
    if not steps.there():
        return 0
    shop.copied(before, live)
    ran = steps.run(partial(operation.work, live))
    assert ran.status == 0
    return ran.steps


def _cut(operation: Operation, live: Path, where: float, seconds: float, count: int) -> Ran:
    """Kills the operation at that share of its steps, or of its time; a little later than its end, that is after it."""
    work = partial(operation.work, live)
    if not count:
        return moments.run(work, where * seconds)
    ran = steps.run(work, kill_at=1 + int(where * (count + 1)))
    assert ran.status in (None, 0), f"{operation.name} ended with {ran.status}"
    return Ran(ran.said, ran.status is None, 0.0)
