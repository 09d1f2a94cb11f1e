"""The fields of a US address: the ZIP code fills in the state."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from db.book.rows import Address
from desktop.core import entry
from desktop.desk import Desk
from desktop.operations.catalogue import shipped
from desktop.ui.parts.labelled import Field


class AddressFields:
    """Five fields, to be placed in a form; `value` is the address that stands in them."""

    def __init__(self, desk: Desk) -> None:
        say = QCoreApplication.translate
        self._desk = desk
        self.line1 = Field(say("AddressFields", "Street"))
        self.line2 = Field(say("AddressFields", "Apartment, suite"))
        self.zip = Field(
            say("AddressFields", "&ZIP code"), hint=say("AddressFields", "It fills in the state."), reads=entry.zip_
        )
        self.city = Field(say("AddressFields", "City"), reads=entry.name)
        self.state = Field(say("AddressFields", "State"), hint=say("AddressFields", "Two letters."), reads=entry.state)
        self.zip.left.connect(self._fill_state)

    @property
    def named(self) -> Mapping[str, Field]:
        """The fields by their names in the book."""
        return {"line1": self.line1, "line2": self.line2, "zip": self.zip, "city": self.city, "state": self.state}

    @property
    def value(self) -> Address:
        """The address."""
        return Address(**{name: field.value for name, field in self.named.items()})

    def _fill_state(self) -> None:
        state = state_of(self._desk, self.zip.value)
        if state:
            self.state.put(state)


def state_of(desk: Desk, zip_code: str | None) -> str | None:
    """The state that a ZIP code lies in; None where none was typed, and for the few that lie in two."""
    states = shipped(desk).states(zip_code) if zip_code else ()
    return states[0] if len(states) == 1 else None


def texts(address: Address) -> dict[str, str]:
    """What the fields show of an address."""
    return {name: getattr(address, name) or "" for name in ("line1", "line2", "zip", "city", "state")}


def in_one_line(address: Address) -> str:
    """An address as it is said: 77 Ocean Dr, Corpus Christi, TX 78404."""
    place = " ".join(part for part in (address.state, address.zip) if part)
    return ", ".join(part for part in (address.line1, address.line2, address.city, place) if part)
