"""A rental's month that is due becomes a superbill that is looked at and issued by hand."""

from PySide6.QtCore import QCoreApplication

from db.book.rows import Document
from desktop.desk import Desk
from desktop.ui.page import Services
from desktop.ui.superbills.elsewhere import elsewhere
from desktop.ui.ways import OpenDraft


def bill_this_month(desk: Desk, services: Services, rental: int) -> None:
    """Opens a draft with the months of a rental that are due, or says that there are none."""

    def work() -> Document | None:
        from desktop.operations import rental_run  # noqa: PLC0415 -- start-up time: reportlab

        with elsewhere(services.book, desk) as (book, own_desk):
            bills = rental_run.of_rental(book, own_desk, rental)
            return rental_run.as_draft(book, own_desk, bills[0]) if bills else None

    def then(draft: Document | None) -> None:
        if draft is None:
            services.complain(_nothing())
        else:
            services.go(OpenDraft(draft.id))

    services.work.run(work, then, services.complain)


def _nothing() -> str:
    say = QCoreApplication.translate
    return say(
        "Rentals", "Nothing of this rental is to be billed today; its next month is in the list of what is to do."
    )
