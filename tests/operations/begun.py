"""A draft, as the tests of issuing begin one."""

from collections.abc import Mapping
from typing import Any

from desktop.operations import documents
from desktop.operations.book import Book
from desktop.operations.documents import SUPERBILL, Content


def draft(book: Book, wire: Mapping[str, Any], kind: str = SUPERBILL) -> int:
    """A draft's id."""
    return documents.begin(book, kind, content=Content(wire)).id
