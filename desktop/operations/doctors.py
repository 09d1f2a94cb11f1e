"""The doctors who order oxygen."""

from db.book import listed
from db.book.rows import Doctor
from desktop.operations.listing import Listing


def _found_by(doctor: Doctor) -> tuple[str | None, ...]:
    return (doctor.last, doctor.first, doctor.npi)


_DOCTORS = Listing(listed.DOCTORS, _found_by)

read, find, save = _DOCTORS.read, _DOCTORS.find, _DOCTORS.save
delete, undo_delete = _DOCTORS.delete, _DOCTORS.undo_delete
