"""What a plan pays for a rental: how many months, up to which price, what a gap does, whose the equipment is then."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.book.rental_rows import Terms
from db.book.rows import Plan
from desktop.core import line_entry
from desktop.ui.parts.form import FieldGrid
from desktop.ui.parts.labelled import Choice, Field, tick
from desktop.ui.parts.typed_form import YES, Control

_NOT_ASKED, _NO = "", "no"
_OWNS = {YES: True, _NO: False}


class PlanTerms(QWidget):
    """The fields of a plan's terms, in the form of a plan and in that of a rental."""

    def __init__(self) -> None:
        super().__init__()
        self._months = Field(
            self.tr("Months that it pays at most"),
            reads=line_entry.months,
            hint=self.tr("Like 10, 13 or 36; empty: no limit, or Medicare's own."),
        )
        self._gap = Field(
            self.tr("Days of a gap after which it counts anew"),
            reads=line_entry.months,
            hint=self.tr("Empty: a gap never begins a new count."),
        )
        self._owns = Choice(
            self.tr("At the end the equipment becomes the patient's"),
            [(_NOT_ASKED, self.tr("Not asked yet")), (YES, self.tr("Yes")), (_NO, self.tr("No"))],
        )
        self._price = tick(self.tr("It pays until the purchase price is reached"))
        self.named: dict[str, Control] = {
            "cap_months": self._months,
            "reset_gap_days": self._gap,
            "converts": self._owns,
            "caps_at_price": self._price,
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FieldGrid((self._months, self._gap), (self._owns,)))
        column.addWidget(self._price)

    def value(self, payer_kind: str) -> Terms:
        """The terms of a plan of that kind, with what stands in the fields."""
        return Terms(
            payer_kind,
            self._months.value,
            self._price.isChecked(),
            self._gap.value,
            _OWNS.get(self._owns.value),
        )

    @property
    def pays_up_to_price(self) -> bool:
        """Whether the plan pays up to the purchase price."""
        return self._price.isChecked()


def terms_of(plan: Plan) -> Terms:
    """What a plan has said that it pays."""
    return Terms(plan.kind, plan.cap_months, plan.caps_at_price, plan.reset_gap_days, plan.converts_to_ownership)


def terms_texts(terms: Terms) -> dict[str, str]:
    """What the fields show of a plan's terms."""
    owns = {True: YES, False: _NO, None: _NOT_ASKED}[terms.converts_to_ownership]
    return {
        "cap_months": "" if terms.cap_months is None else str(terms.cap_months),
        "reset_gap_days": "" if terms.reset_gap_days is None else str(terms.reset_gap_days),
        "converts": owns,
        "caps_at_price": YES if terms.caps_at_price else "",
    }
