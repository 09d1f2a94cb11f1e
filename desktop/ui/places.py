"""The places of the rail: name, words, drawing, and how the page is made when it is first shown.

A page's module is imported with it, so that the window's first frame waits for none of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.ui.page import Page, Services

if TYPE_CHECKING:  # start-up time: the desk comes after the first frame
    from desktop.desk import Desk

Build = Callable[["Desk", Services], Page]


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the rail. `name` is also the drawing's and the help's; its key is Alt and its number on the rail.

    `ahead`: its page takes so long that it is made before somebody asks for it.
    """

    name: str
    words: str
    build: Build
    ahead: bool = False


def places() -> tuple[Place, ...]:
    """All places but the Counter, which is there from the first frame on, in the order of the rail."""

    say = QCoreApplication.translate
    return (
        Place("finder", say("Places", "Code finder"), _finder),
        Place("patients", say("Places", "Patients"), _patients, ahead=True),
        Place("rentals", say("Places", "Rentals"), _rentals, ahead=True),
        Place("superbills", say("Places", "Superbills"), _superbills, ahead=True),
        Place("catalog", say("Places", "Catalog"), _catalog),
        Place("settings", say("Places", "Settings"), _settings),
    )


def load() -> None:
    """Reads the modules of all pages: for a worker, so that the window need not wait for them."""
    import desktop.ui.catalog.page  # noqa: PLC0415 -- start-up time
    import desktop.ui.finder.page  # noqa: PLC0415 -- start-up time
    import desktop.ui.patients.page  # noqa: PLC0415 -- start-up time
    import desktop.ui.rentals.page  # noqa: PLC0415 -- start-up time
    import desktop.ui.settings.page  # noqa: PLC0415 -- start-up time
    import desktop.ui.superbills.compose.view  # noqa: PLC0415 -- start-up time
    import desktop.ui.superbills.page  # noqa: F401, PLC0415 -- start-up time


def _finder(desk: "Desk", services: Services) -> Page:
    from desktop.ui.finder.page import FinderPage  # noqa: PLC0415 -- start-up time

    return FinderPage(desk, services)


def _patients(desk: "Desk", services: Services) -> Page:
    from desktop.ui.patients.page import PatientsPage  # noqa: PLC0415 -- start-up time

    return PatientsPage(desk, services)


def _rentals(desk: "Desk", services: Services) -> Page:
    from desktop.ui.rentals.page import RentalsPage  # noqa: PLC0415 -- start-up time

    return RentalsPage(desk, services)


def _superbills(desk: "Desk", services: Services) -> Page:
    from desktop.ui.superbills.page import SuperbillsPage  # noqa: PLC0415 -- start-up time

    return SuperbillsPage(desk, services)


def _catalog(desk: "Desk", services: Services) -> Page:
    from desktop.ui.catalog.page import CatalogPage  # noqa: PLC0415 -- start-up time

    return CatalogPage(desk, services)


def _settings(desk: "Desk", services: Services) -> Page:
    from desktop.ui.settings.page import SettingsPage  # noqa: PLC0415 -- start-up time

    return SettingsPage(desk, services)
