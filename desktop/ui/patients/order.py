"""The fields of a doctor's order: who ordered (or a new doctor, right here), flows, device, hours, months."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout

from db.book.rows import Doctor, OrderRow
from desktop.core import entry, typed_diagnoses
from desktop.desk import Desk
from desktop.operations.catalogue import shipped
from desktop.operations.patient_entry import Order
from desktop.ui.parts.day import DayField, written
from desktop.ui.parts.form import FieldGrid
from desktop.ui.parts.labelled import Choice, Field
from desktop.ui.parts.typed_form import YES, TypedForm, offer
from desktop.ui.parts.words import Card

_NONE, _NEW, _NO = "", "new", "no"
_PORTABLE = {YES: True, _NO: False}


class OrderForm(TypedForm):
    """An order for oxygen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._make_fields()
        self._diagnoses.left.connect(self._look_up)
        self._new = FieldGrid((self._first, self._last, self._credentials), (self._npi, self._phone))
        rest = FieldGrid(
            (self._date, self._months),
            (self._day, self._night, self._exertion),
            (self._device, self._hours, self._portable),
            self._diagnoses,
        )
        card = Card(self.tr("Doctor and order"))
        for widget in (self._doctor, self._new, rest):
            card.inside.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.changed()

    def offer_doctors(self, doctors: Sequence[Doctor]) -> None:
        """The doctors to choose from."""
        own = [(str(doctor.id), backward(doctor)) for doctor in doctors]
        offer(self._doctor, [(_NONE, self.tr("No doctor yet")), *own, (_NEW, self.tr("A new doctor …"))])

    def changed(self) -> None:
        """What belongs to a new doctor is there only then."""
        self._new.setVisible(self._doctor.value == _NEW)

    def gathered(self, before: OrderRow) -> Order | None:
        """The order with what stands in the fields; None where all is blank."""
        if self._doctor.value == _NONE and self.blank and not self._portable.value:
            return None
        is_new = self._doctor.value == _NEW
        row = replace(
            before,
            doctor_id=int(self._doctor.value) if self._doctor.value not in (_NONE, _NEW) else None,
            order_date=self._date.value,
            day_lpm=self._day.value,
            night_lpm=self._night.value,
            exertion_lpm=self._exertion.value,
            device=self._device.value,
            hours_per_day=self._hours.value,
            length_of_need_months=self._months.value,
            portable=_PORTABLE.get(self._portable.value),
            diagnoses=self._diagnoses.value or (),
        )
        return Order(row, self._new_doctor() if is_new else None)

    def _new_doctor(self) -> Doctor:
        return Doctor(
            first=self._first.value,
            last=self._last.value,
            credentials=self._credentials.value,
            npi=self._npi.value,
            phone=self._phone.value,
        )

    def _make_fields(self) -> None:
        self._doctor = Choice(self.tr("&Doctor who ordered it"), [(_NONE, "")])
        self._first = Field(self.tr("Doctor's first name"), reads=entry.name)
        self._last = Field(
            self.tr("Doctor's last name"), reads=entry.name, needed=self.tr("A new doctor needs a last name.")
        )
        self._credentials = Field(self.tr("MD, DO, NP …"))
        self._npi = Field(self.tr("Doctor's NPI"), hint=self.tr("Ten digits; it may come later."), reads=entry.npi)
        self._phone = Field(self.tr("Doctor's phone"), reads=entry.phone)
        self._date = DayField(self.tr("Day of the &order"), self._desk.today)
        self._months = Field(self.tr("Months of need"), hint=self.tr("99 is for life."), reads=entry.months)
        self._day = Field(self.tr("Liters a minute by da&y"), reads=entry.flow)
        self._night = Field(self.tr("Asleep"), reads=entry.flow)
        self._exertion = Field(self.tr("Active"), reads=entry.flow)
        self._device = Field(self.tr("Worn as"), hint=self.tr("Like nasal cannula."))
        self._hours = Field(self.tr("Hours a day"), reads=entry.hours)
        self._portable = Choice(
            self.tr("Portable unit ordered"),
            [(_NONE, self.tr("Not said")), (YES, self.tr("Yes")), (_NO, self.tr("No"))],
        )
        self._diagnoses = Field(
            self.tr("Dia&gnoses"), hint=self.tr("Codes like J44.9, J96.11"), reads=typed_diagnoses.diagnoses
        )
        self.hold(
            doctor=self._doctor,
            doctor_first=self._first,
            doctor_last=self._last,
            credentials=self._credentials,
            npi=self._npi,
            doctor_phone=self._phone,
            order_date=self._date,
            months=self._months,
            day_lpm=self._day,
            night_lpm=self._night,
            exertion_lpm=self._exertion,
            device=self._device,
            hours=self._hours,
            portable=self._portable,
            diagnoses=self._diagnoses,
        )

    def _look_up(self) -> None:
        codes = self._diagnoses.value or ()
        if codes:
            self._diagnoses.put(", ".join(codes))
        unknown = [code for code in codes if not shipped(self._desk).diagnoses(code)]
        if unknown:
            words = self.tr("The catalog does not know {codes}; look at the order again.")
            self._diagnoses.say(words.format(codes=", ".join(unknown)), "warn")


def texts(order: OrderRow) -> dict[str, str]:
    """What the fields show of an order."""
    portable = {True: YES, False: _NO}.get(order.portable) if order.portable is not None else _NONE
    return {
        "doctor": str(order.doctor_id or ""),
        "order_date": written(order.order_date),
        "months": "" if order.length_of_need_months is None else str(order.length_of_need_months),
        "day_lpm": number(order.day_lpm),
        "night_lpm": number(order.night_lpm),
        "exertion_lpm": number(order.exertion_lpm),
        "device": order.device or "",
        "hours": number(order.hours_per_day),
        "portable": portable or _NONE,
        "diagnoses": ", ".join(order.diagnoses),
    }


def number(value: float | None) -> str:
    """2 for 2.0, 2.5 for 2.5, nothing for None."""
    return "" if value is None else f"{value:g}"


def backward(doctor: Doctor) -> str:
    """A doctor by the last name: Krishnamurthy, Anand, MD."""
    return ", ".join(part for part in (doctor.last, doctor.first, doctor.credentials) if part)
