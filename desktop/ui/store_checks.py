"""What is wrong with a field of the store's form, in a sentence; None where nothing is, or where it is still empty."""

import re

from PySide6.QtCore import QCoreApplication

from desktop.core import ein, npi, zip_code

_PHONE_DIGITS = 10
_NPI_DIGITS = 10


def name_problem(text: str) -> str | None:
    """A store needs a name."""
    return None if text else QCoreApplication.translate("StoreForm", "Type the name of the store.")


def npi_problem(text: str) -> str | None:
    """Ten digits, the last of which checks the others."""
    if not text or npi.valid(text):
        return None
    digits = re.sub(r"\D", "", text)
    if len(digits) != _NPI_DIGITS or digits != text:
        return QCoreApplication.translate("StoreForm", "An NPI has ten digits; here are %n.", "", len(digits))
    return QCoreApplication.translate("StoreForm", "This NPI has a typing mistake: its last digit does not fit.")


def ein_problem(text: str) -> str | None:
    """Nine digits."""
    if not text or ein.well_formed(text):
        return None
    return QCoreApplication.translate("StoreForm", "An EIN has nine digits, like 12-3456789.")


def phone_problem(text: str) -> str | None:
    """Ten digits, in any form, with the country's 1 before them or not."""
    digits = re.sub(r"\D", "", text)
    if not text or len(digits.removeprefix("1")) == _PHONE_DIGITS:
        return None
    return QCoreApplication.translate("StoreForm", "A phone number has ten digits, like 361-555-0142.")


def zip_problem(text: str) -> str | None:
    """Five or nine digits."""
    if not text or zip_code.valid(text):
        return None
    return QCoreApplication.translate("StoreForm", "A ZIP code has five digits, or nine.")
