"""Sources that PySide reads are not kept; those without a file, as in the packaged program, are found all the same."""

import linecache
from pathlib import Path

import pytest

from desktop.ui.parts.tidy import _KeepsNothing


class Loader:
    """Has a module's source, and no file of it."""

    def get_source(self, _name: str) -> str | None:
        """One line."""
        return "one = 1"


@pytest.fixture(autouse=True)
def cache(monkeypatch: pytest.MonkeyPatch) -> _KeepsNothing:
    """What stands in the place of Python's own while the window is open."""
    kept = _KeepsNothing()
    monkeypatch.setattr(linecache, "cache", kept)
    return kept


def test_a_file_is_read_and_not_kept(cache: _KeepsNothing) -> None:
    assert linecache.getlines(__file__)[0].startswith('"""Sources that PySide reads')
    assert not cache


def test_what_has_no_file_is_asked_of_its_loader(tmp_path: Path) -> None:
    surroundings = {"__name__": "packaged", "__loader__": Loader()}
    for _again in range(2):
        assert linecache.getlines(str(tmp_path / "packaged.py"), surroundings) == ["one = 1\n"]
