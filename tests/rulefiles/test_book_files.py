"""The shipped lists of the book, which are read without the border for start-up time: held to their shape here."""

from typing import Annotated

from msgspec import Meta, Struct

from desktop import border, files
from desktop.operations.book_places import FILE as PLACES
from desktop.operations.csv_exchange import FIELDS

Words = Annotated[str, Meta(min_length=1)]


class Synced(Struct, forbid_unknown_fields=True):
    """Folders that are copied to other computers."""

    named: tuple[Words, ...]
    in_home: tuple[Words, ...]
    holding: tuple[Words, ...]
    told_by: tuple[Words, ...]


class Network(Struct, forbid_unknown_fields=True):
    """File systems of other computers."""

    kinds: tuple[Words, ...]


class Places(Struct, forbid_unknown_fields=True):
    """The whole list."""

    synced: Synced
    network: Network


class Column(Struct, forbid_unknown_fields=True):
    """A field that a column can hold."""

    field: Words
    heading: Words
    kind: Words
    also: tuple[Words, ...]
    needed: bool = False


class Columns(Struct, forbid_unknown_fields=True):
    """All nouns."""

    patients: tuple[Column, ...]
    plans: tuple[Column, ...]
    doctors: tuple[Column, ...]
    products: tuple[Column, ...]


def test_the_list_of_places_has_its_shape() -> None:
    read = border.convert(border.from_toml(files.resource(PLACES)), Places)
    for names in (read.synced.named, read.synced.in_home, read.network.kinds):
        assert len({name.casefold() for name in names}) == len(names)


def test_the_list_of_columns_has_its_shape() -> None:
    read = border.convert(border.from_toml(files.resource(FIELDS)), Columns)
    for columns in (read.patients, read.plans, read.doctors, read.products):
        assert len({column.field for column in columns}) == len(columns)
        assert any(column.needed for column in columns)
