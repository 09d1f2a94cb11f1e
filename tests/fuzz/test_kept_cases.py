"""All that has ever broken a reading, and a few new forms of right samples, the same on every run.

`python -m tests.fuzz` looks for more. A case is a file under `cases/<target>/`, named for what it broke.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest

from db import connection
from db.driver import Connection
from desktop import files
from desktop.desk import Desk
from desktop.operations.catalogue import ShippedCatalogue
from desktop.operations.counter import Counter
from desktop.rulefiles.load import load
from tests.fuzz import work
from tests.fuzz.kinds import door, window
from tests.fuzz.kinds.catalogue import small
from tests.fuzz.mutating import mutated
from tests.fuzz.registry import targets
from tests.fuzz.target import tried

_CASES = Path(__file__).parent / "cases"
_TARGETS = targets()
_NEW, _NEW_OF_DEAR = 20, 2
_LEAST, _EACH_BYTE = 3_000_000, 200  # calls; the dearest right sample takes a tenth of that


@pytest.fixture(scope="module", autouse=True)
def one_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The rules are read once for all targets, and the catalog is a small one; a page is drawn soon or not at all."""
    limit = files.limit
    path = tmp_path_factory.mktemp("shelf") / "catalogue.db"
    path.write_bytes(small())
    rules = load(files.resources())

    def again() -> Connection:
        return connection.read_only(path)

    made = Desk(ShippedCatalogue(again(), again, again), rules, Counter(rules), date(2026, 3, 2))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(door, "desk", lambda _room: made)
        patched.setattr(files, "limit", lambda name: 2 if name == "page.seconds" else limit(name))
        yield


@pytest.fixture(autouse=True)
def quiet() -> None:
    """Qt may say what it thinks of a picture."""
    window.application()


def test_every_case_is_of_a_target() -> None:
    assert {path.name for path in _CASES.iterdir()} <= set(_TARGETS)


@pytest.mark.parametrize("name", _TARGETS)
def test_hostile_bytes_get_an_answer_or_a_sentence(name: str, tmp_path: Path) -> None:
    target, chance = _TARGETS[name], Random(7)  # noqa: S311 -- the same on every run
    samples = target.samples()
    kept = [path.read_bytes() for path in sorted((_CASES / name).glob("*"))]
    new = [
        mutated(chance.choice(samples), chance.choice(samples), target.form, target.longest, chance)
        for _ in range(_NEW_OF_DEAR if target.dear else _NEW)
    ]
    with target.opened(tmp_path) as attempt:
        for data in (*samples[: 1 if target.dear else 4], *kept):
            work.calls(lambda data=data: _holds(tried(attempt, tmp_path, data), data), _LEAST + _EACH_BYTE * len(data))  # type: ignore[misc]
        for data in new:
            _holds(tried(attempt, tmp_path, data), data)


def _holds(found: object, data: bytes) -> None:
    assert found is None, (found, data[:500])
