"""The folders in which a book would be damaged, from the shipped list; read without the border, for start-up time."""

import tomllib

from db.book.place import Places
from desktop import files

FILE = "book/places.toml"


def places() -> Places:
    """The shipped list."""
    read = tomllib.loads(files.resource(FILE).decode("utf-8"))
    synced = read["synced"]
    return Places(
        named=_folded(synced["named"]),
        in_home=_folded(synced["in_home"]),
        holding=tuple(synced["holding"]),
        told_by=tuple(synced["told_by"]),
        kinds=_folded(read["network"]["kinds"]),
    )


def _folded(names: list[str]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)
