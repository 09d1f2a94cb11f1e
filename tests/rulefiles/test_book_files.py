"""The shipped lists of the book, which are read without the border for start-up time: held to their shape here."""

import dataclasses
from typing import Annotated, Literal

from msgspec import Meta, Struct

from db.book.rental_rows import RentalEvent
from desktop import border, files
from desktop.core.finding import Mark
from desktop.core.rental_standing import DueWhat
from desktop.core.rental_standing import Phase as RentalPhase
from desktop.operations.book_places import FILE as PLACES
from desktop.operations.code_wire import PayerKind
from desktop.operations.csv_exchange import FIELDS
from desktop.operations.rental_words import FILE as RENTALS

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
    rentals: tuple[Column, ...]


def test_the_list_of_places_has_its_shape() -> None:
    read = border.convert(border.from_toml(files.resource(PLACES)), Places)
    for names in (read.synced.named, read.synced.in_home, read.network.kinds):
        assert len({name.casefold() for name in names}) == len(names)


def test_the_list_of_columns_has_its_shape() -> None:
    read = border.convert(border.from_toml(files.resource(FIELDS)), Columns)
    for columns in (read.patients, read.plans, read.doctors, read.products, read.rentals):
        assert len({column.field for column in columns}) == len(columns)
        assert any(column.needed for column in columns)


class Event(Struct, forbid_unknown_fields=True):
    """Something that can happen to a rental."""

    key: Words
    words: Words
    help: Words
    what: Words
    asks: tuple[Words, ...]
    when: tuple[Literal["in_use", "stopped", "waiting"], ...]
    why: Words | None = None


class Phase(Struct, forbid_unknown_fields=True):
    """What a phase is called."""

    key: Words
    words: Words


class Place(Struct, forbid_unknown_fields=True):
    """Where equipment can be."""

    key: Words
    words: Words
    help: Words
    after: tuple[Words, ...]


class Paper(Struct, forbid_unknown_fields=True):
    """A kind of paper."""

    key: Words
    words: Words
    help: Words
    needed: tuple[PayerKind, ...]
    sources: tuple[Words, ...]


class Due(Struct, forbid_unknown_fields=True):
    """What can be due."""

    key: Words
    words: Words
    because: Words
    mark: Mark | None = None
    sources: tuple[Words, ...] = ()
    days_before: int = 0
    dated: bool = True


class Billing(Struct, forbid_unknown_fields=True):
    """Whom the store bills itself."""

    by_the_store: tuple[PayerKind, ...]


class Rentals(Struct, forbid_unknown_fields=True):
    """The whole list."""

    billing: Billing
    event: tuple[Event, ...]
    phase: tuple[Phase, ...]
    state: tuple[Place, ...]
    paper: tuple[Paper, ...]
    due: tuple[Due, ...]


def test_the_words_of_rentals_have_their_shape() -> None:
    read = border.convert(border.from_toml(files.resource(RENTALS)), Rentals)
    assert [phase.key for phase in read.phase] == list(RentalPhase)
    named: tuple[tuple[Event | Place | Paper | Due, ...], ...] = (read.event, read.state, read.paper, read.due)
    for each in named:
        assert len({entry.key for entry in each}) == len(each)
    assert {due.key for due in read.due if due.mark is None} == set(DueWhat)
    fields = {field.name for field in dataclasses.fields(RentalEvent)} | {"serial"}
    assert all(set(event.asks) <= fields for event in read.event)
