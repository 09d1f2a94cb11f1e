"""The doctors who order oxygen."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from db.book.rows import Doctor
from desktop.core import entry
from desktop.operations import doctors
from desktop.ui.parts.form import FieldGrid
from desktop.ui.parts.labelled import Field
from desktop.ui.parts.table import Column
from desktop.ui.parts.words import Card
from desktop.ui.settings.list_spec import ListSpec, ListWords, RowForm

_NAMES = ("first", "last", "credentials", "npi", "phone", "fax")


class DoctorForm(RowForm):
    """A doctor."""

    def __init__(self) -> None:
        super().__init__()
        self._fields = {
            "first": Field(self.tr("&First name"), reads=entry.name),
            "last": Field(self.tr("&Last name"), reads=entry.name, needed=self.tr("A doctor needs a last name.")),
            "credentials": Field(self.tr("MD, DO, NP …")),
            "npi": Field(self.tr("&NPI"), hint=self.tr("Ten digits; it may come later."), reads=entry.npi),
            "phone": Field(self.tr("&Phone"), reads=entry.phone),
            "fax": Field(self.tr("Fa&x"), reads=entry.phone),
        }
        self.hold(**self._fields)
        of = self._fields
        card = Card(self.tr("The doctor"))
        card.inside.addWidget(
            FieldGrid(
                (of["first"], of["last"], of["credentials"]),
                (of["npi"], of["phone"], of["fax"]),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(card)
        column.addStretch()

    def texts_of(self, row: Doctor) -> Mapping[str, str]:
        """What the fields show of a doctor."""
        return {name: getattr(row, name) or "" for name in _NAMES}

    def gathered(self, before: Doctor) -> Doctor:
        """The doctor with what stands in the fields."""
        return replace(before, **{name: field.value for name, field in self._fields.items()})


def doctor_list() -> ListSpec:
    """Doctors as a part of the settings."""
    say = QCoreApplication.translate
    return ListSpec(
        "doctors",
        doctors,
        [
            Column(say("Doctors", "Doctor"), lambda doctor: doctor.name),
            Column(say("Doctors", "NPI"), lambda doctor: doctor.npi or say("Doctors", "not known yet"), 120),
            Column(say("Doctors", "Phone"), lambda doctor: doctor.phone or "", 130),
        ],
        DoctorForm,
        Doctor,
        ListWords(
            new=say("Doctors", "New doct&or"),
            find=say("Doctors", "Find a doctor"),
            list=say("Doctors", "Doctors"),
            nothing=say("Doctors", "No doctors yet"),
            why=say("Doctors", "Those who order oxygen. A doctor can also be added while a patient is entered."),
            delete=say("Doctors", "Delete this doctor"),
        ),
    )
