"""What the store knows of a rental: plan, order, what is paid, and each unit with its serial number."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from db.book.rental_rows import Rental
from desktop.core import money
from desktop.core.rental_standing import UnitStanding
from desktop.desk import Desk
from desktop.operations.rentals import Shown, ShownUnit
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import quiet_button
from desktop.ui.parts.form import Flow
from desktop.ui.parts.words import Card, Words, divider
from desktop.ui.rentals import words
from desktop.ui.settings.payers import payer_words
from desktop.ui.superbills.beside import clear

_NOBODY = "none"


class Facts(Card):
    """The facts of the rental that it was shown. `owns` is asked to make a unit the patient's own."""

    def __init__(self, desk: Desk, change: Callable[[], object], owns: Callable[[int], object]) -> None:
        super().__init__(self.tr("What you know of it"))
        self._desk = desk
        self._owns = owns
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.space(3))
        self.inside.addLayout(self._rows)
        buttons = Flow()
        buttons.addWidget(quiet_button(self.tr("&Change"), change, drawing="edit"))
        self.inside.addLayout(buttons)
        self.inside.addStretch()

    def show_rental(self, shown: Shown) -> None:
        """Shows a rental's facts."""
        clear(self._rows)
        self._rows.addWidget(_grid(self._of_rental(shown)))
        for unit in shown.units:
            self._rows.addWidget(divider())
            self._rows.addWidget(Words(words.role_word(unit.unit.role), "label"))
            self._rows.addWidget(_grid(self._of_unit(unit)))
            if shown.rental.converts_to_ownership and unit.timeline is not None and unit.timeline.ended_on is None:
                owns = partial(self._owns, unit.unit.id)
                self._rows.addWidget(quiet_button(self.tr("It is the patient's own now"), owns))

    def _of_rental(self, shown: Shown) -> list[tuple[str, str, bool]]:
        rental = shown.rental
        plan = shown.plan.name if shown.plan else ""
        kind = (
            self.tr("the patient pays") if rental.payer_kind == _NOBODY else payer_words(self._desk, rental.payer_kind)
        )
        order = shown.order
        ordered = words.day(order.order_date) if order else ""
        billed = self.tr("a superbill each month") if rental.by_superbill else self.tr("the store bills the plan")
        return [
            (self.tr("Plan"), " · ".join(part for part in (plan, kind) if part), False),
            (self.tr("It pays"), self._terms(rental), False),
            (
                self.tr("Order"),
                " · ".join(part for part in (shown.doctor.name if shown.doctor else "", ordered) if part),
                False,
            ),
            (self.tr("Holds until"), words.day(shown.order_ends), False),
            (self.tr("Billing"), billed, False),
            (self.tr("Number"), rental.number or "", False),
            (self.tr("Note"), rental.note or "", False),
        ]

    def _terms(self, rental: Rental) -> str:
        parts = []
        if rental.cap_months is not None:
            parts.append(self.tr("{count} months at most").format(count=rental.cap_months))
        if rental.caps_at_price:
            parts.append(self.tr("up to the purchase price"))
        if rental.reset_gap_days is not None:
            parts.append(self.tr("a gap of {days} days counts anew").format(days=rental.reset_gap_days))
        if rental.converts_to_ownership:
            parts.append(self.tr("then it is the patient's"))
        return ", ".join(parts)

    def _of_unit(self, shown: ShownUnit) -> list[tuple[str, str, bool]]:
        unit, piece = shown.unit, shown.piece
        standing = shown.timeline.standing if shown.timeline else None
        facts = [
            (self.tr("Code"), standing.code if standing else unit.code, True),
            (self.tr("Serial"), piece.serial or "" if piece else "", True),
            (self.tr("Unit"), piece.name if piece else "", False),
            (self.tr("Delivered"), words.day(unit.first_service), False),
            (self.tr("Months before"), str(unit.months_paid_before or ""), False),
            (self.tr("A month"), "" if unit.charge is None else money.printed(unit.charge), False),
        ]
        return [*facts, *(self._of_standing(standing) if standing else ()), *self._of_price(shown)]

    def _of_standing(self, standing: UnitStanding) -> list[tuple[str, str, bool]]:
        return [
            (self.tr("Stands"), words.phase_word(standing.phase), False),
            (self.tr("Month"), "" if standing.month is None else str(standing.month), False),
            (self.tr("Cap ends"), words.day(standing.cap_ends), False),
            (self.tr("Service visit"), words.day(standing.maintenance_next), False),
            (self.tr("Five-year clock"), words.day(standing.useful_life_ends), False),
        ]

    def _of_price(self, shown: ShownUnit) -> list[tuple[str, str, bool]]:
        bought = shown.bought
        if bought is None:
            return []
        said = self.tr("{paid} of {price} paid, {left} left").format(
            paid=money.printed(bought.paid), price=money.printed(bought.price), left=money.printed(bought.left)
        )
        if bought.months is not None:
            said += self.tr("; reached in month {month}").format(month=bought.months)
        return [(self.tr("Purchase price"), said, False)]


def _grid(facts: list[tuple[str, str, bool]]) -> QWidget:
    """Labels and what stands beside them; what is not known takes no room."""
    part = QWidget()
    grid = QGridLayout(part)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.space(3))
    grid.setVerticalSpacing(theme.space(1))
    grid.setColumnStretch(1, 1)
    for row, (label, value, coded) in enumerate(fact for fact in facts if fact[1]):
        grid.addWidget(Words(label, "label", wraps=False), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Words(value, "code" if coded else ""), row, 1)
    return part
