"""Patients: everybody that the store serves, found by a few letters."""

from desktop.desk import Desk
from desktop.ui.page import Page, Services
from desktop.ui.parts.buttons import primary
from desktop.ui.parts.empty import Empty
from desktop.ui.parts.words import heading
from desktop.ui.ways import NewPatient


class PatientsPage(Page):
    """Patients."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self.column.addWidget(heading(self.tr("Patients")))
        step = primary(self.tr("New patient"), lambda: services.go(NewPatient()))
        self.column.addWidget(
            Empty(
                "patients",
                self.tr("Nobody here yet"),
                self.tr(
                    "Everybody you serve, with plan, orders and superbills; found by a few letters or a birth date."
                ),
                step,
            ),
            1,
        )
