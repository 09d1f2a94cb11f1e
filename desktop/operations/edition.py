"""The edition of the code catalog that an answer speaks from."""

from msgspec import Struct

from desktop.core.codes import Catalogue


class Edition(Struct, frozen=True):
    """The edition in words, and its first day."""

    edition: str
    as_of: str


def of(catalogue: Catalogue) -> Edition:
    """The edition of a catalog."""
    return Edition(catalogue.edition, catalogue.as_of.isoformat())
