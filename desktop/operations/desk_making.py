"""The desk made from what is shipped: rules and words of the counter read, the catalog built where it is not there."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import clock, files

if TYPE_CHECKING:  # start-up time: rules and catalog come after the window's first frame
    from desktop.desk import Desk
    from desktop.operations.counter import Counter

Report = Callable[[str, float], None]


def prepare(home: Path, report: Report) -> "Counter":
    """What takes a moment, for a worker: rules and words of the counter read, the catalog made if it is not there."""
    from desktop.operations.catalogue import open_catalogue  # noqa: PLC0415 -- start-up: msgspec
    from desktop.operations.counter import Counter  # noqa: PLC0415 -- start-up: the rules
    from desktop.rulefiles.load import load  # noqa: PLC0415 -- start-up: msgspec

    counter = Counter(load(files.resources()))
    counter.read()
    open_catalogue(home, report).close()
    return counter


def desk(home: Path, counter: "Counter") -> "Desk":
    """The desk, for the thread that asks for it; quick once it was prepared."""
    from desktop.desk import Desk  # noqa: PLC0415 -- start-up: the rules
    from desktop.operations.catalogue import open_catalogue  # noqa: PLC0415 -- start-up: msgspec

    return Desk(open_catalogue(home, _unheard), counter.rules, counter, clock.today())


def make_sample(home: Path) -> None:
    """The sample store, for a worker: made with a desk of its own."""
    from desktop.operations.demo import open_demo  # noqa: PLC0415 -- start-up: seldom needed

    open_demo(home, lambda: desk(home, prepare(home, _unheard))).close()


def _unheard(_words: str, _done: float) -> None:
    """Nobody has to hear how far it is: the catalog is there already, or is being made for the window too."""
