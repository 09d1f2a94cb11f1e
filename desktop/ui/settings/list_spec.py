"""What makes one of the settings' short lists: its rows, its form, what is done with a row, and its words."""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from desktop.operations.book import Book
from desktop.ui.parts.table import Column
from desktop.ui.parts.typed_form import TypedForm


class Row(Protocol):
    """A row of one of the lists."""

    @property
    def id(self) -> int:
        """Its id in the book; 0 while it is new."""

    @property
    def name(self) -> str | None:
        """What it is called."""


class RowForm(TypedForm):
    """A form for a row of a list."""

    @abstractmethod
    def texts_of(self, row: Any) -> Mapping[str, str]:
        """What the fields show of a row."""

    @abstractmethod
    def gathered(self, before: Any) -> Row:
        """The row with what stands in the fields."""


class Operations(Protocol):
    """What is done with a list; a module of `operations`."""

    @property
    def find(self) -> Callable[[Book, str], Sequence[Any]]:
        """Those that hold what was typed."""

    @property
    def read(self) -> Callable[[Book, int], Any]:
        """The row with this id."""

    @property
    def save(self) -> Callable[[Book, Any], Any]:
        """Keeps a row."""

    @property
    def delete(self) -> Callable[[Book, int], None]:
        """Takes a row out of the list."""

    @property
    def undo_delete(self) -> Callable[[Book, int], None]:
        """Brings it back."""


@dataclass(frozen=True, slots=True)
class ListWords:
    """What a list is called in its buttons and on its empty page."""

    new: str
    find: str
    list: str
    nothing: str
    why: str
    delete: str


@dataclass(frozen=True, slots=True)
class ListSpec:
    """One of the lists. `noun` is that of drafts and of CSV; `fresh` makes an empty row."""

    noun: str
    operations: Operations
    columns: Sequence[Column[Any]]
    make_form: Callable[[], RowForm]
    fresh: Callable[[], Row]
    words: ListWords
