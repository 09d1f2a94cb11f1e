"""The fields of a person: name, birth date, sex, phone, address, the language of the paper."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout

from db.book.rows import Patient
from desktop.core import entry
from desktop.desk import Desk
from desktop.ui.parts import address
from desktop.ui.parts.day import DayField, written
from desktop.ui.parts.form import FieldGrid
from desktop.ui.parts.labelled import Choice, Field, Longer
from desktop.ui.parts.typed_form import TypedForm
from desktop.ui.parts.words import Card

_OWN = ("first", "middle", "last", "phone", "email")


class WhoForm(TypedForm):
    """Who the patient is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.first = Field(self.tr("&First name"), reads=entry.name)
        self._middle = Field(self.tr("Middle name"), reads=entry.name)
        self.last = Field(
            self.tr("&Last name"), reads=entry.name, needed=self.tr("A patient needs a last name; type it here.")
        )
        self.dob = DayField(self.tr("&Birth date"), desk.today, hint=self.tr("08171951 or 8/17/51 will do."))
        self._sex = Choice(
            self.tr("Se&x"),
            [("", self.tr("Not said yet")), ("F", self.tr("F")), ("M", self.tr("M")), ("X", self.tr("X"))],
        )
        self.phone = Field(self.tr("&Phone"), hint=self.tr("In any form."), reads=entry.phone)
        self._email = Field(self.tr("Email"))
        self._address = address.AddressFields(desk)
        self._language = Choice(
            self.tr("Language of the paper"), [("en", self.tr("English")), ("es", self.tr("Spanish"))]
        )
        self._note = Longer(self.tr("Note"), hint=self.tr("For the store alone; never on paper."), lines=2)
        self.hold(
            first=self.first,
            middle=self._middle,
            last=self.last,
            dob=self.dob,
            sex=self._sex,
            phone=self.phone,
            email=self._email,
            **self._address.named,
            language=self._language,
            note=self._note,
        )
        self._place()

    @property
    def known_by(self) -> tuple[Field, ...]:
        """The fields by which somebody is found who is in the book already."""
        return (self.first, self.last, self.dob, self.phone)

    def gathered(self, before: Patient) -> Patient:
        """The patient with what stands in the fields."""
        return replace(
            before,
            first=self.first.value,
            middle=self._middle.value,
            last=self.last.value,
            dob=self.dob.value,
            sex=self._sex.value or None,
            phone=self.phone.value,
            email=self._email.value,
            address=self._address.value,
            language=self._language.value,
            note=self._note.text or None,
        )

    def _place(self) -> None:
        card = Card(self.tr("Who"))
        of = self._address
        card.inside.addWidget(
            FieldGrid(
                (self.first, self._middle, self.last),
                (self.dob, self._sex),
                (self.phone, self._email),
                (of.line1, of.line2),
                (of.zip, of.city, of.state),
                self._language,
                self._note,
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)


def texts(patient: Patient) -> dict[str, str]:
    """What the fields show of a patient."""
    own = {name: getattr(patient, name) or "" for name in _OWN}
    return {
        **own,
        **address.texts(patient.address),
        "dob": written(patient.dob),
        "sex": patient.sex or "",
        "language": patient.language,
        "note": patient.note or "",
    }
