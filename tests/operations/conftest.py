"""The shipped catalogue, made once for all tests of a run."""

from collections.abc import Iterator

import pytest

from desktop.operations.catalogue import ShippedCatalogue, open_catalogue


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ShippedCatalogue]:
    """The catalogue of the real resources."""
    opened = open_catalogue(tmp_path_factory.mktemp("home"), lambda _words, _done: None)
    yield opened
    opened.close()
