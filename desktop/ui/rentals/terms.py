"""The fields of a rental beside its units: plan and order, what the plan pays, how its months are billed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QVBoxLayout

from db.book.rental_rows import Rental
from db.book.rows import Coverage, OrderRow, Plan
from desktop.desk import Desk
from desktop.operations.patient_card import PatientCard
from desktop.ui.parts.day import DayField, written
from desktop.ui.parts.form import FieldGrid
from desktop.ui.parts.labelled import Choice, Field, Longer
from desktop.ui.parts.plan_terms import PlanTerms, terms_of, terms_texts
from desktop.ui.parts.typed_form import TypedForm, offer
from desktop.ui.parts.words import Card
from desktop.ui.settings.payers import payer_choices
from desktop.ui.superbills.words import methods

_NONE, _NOBODY = "", "none"
_AHEAD = timedelta(days=36600)  # an order may be for life
_PATIENT, _STORE = "patient", "store"


class TermsForm(TypedForm):
    """A rental's plan, order, terms and billing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._plans: dict[int, Plan] = {}
        self._coverage = Choice(self.tr("Pla&n"), [(_NONE, self.tr("No plan: the patient pays"))])
        self._coverage.chosen.connect(self._take_terms)
        self._order = Choice(self.tr("Doctor's &order"), [(_NONE, self.tr("No order yet"))])
        self._order_ends = DayField(
            self.tr("The order holds until"),
            desk.today,
            ahead=_AHEAD,
            hint=self.tr("Last day; empty where it has none."),
        )
        self._kind = Choice(self.tr("Kind of plan"), [(_NOBODY, self.tr("No plan")), *payer_choices(desk)])
        self.pays = PlanTerms()
        self._group = Choice(
            self.tr("Medicare group"),
            [(_NONE, self.tr("Not known")), *((number, number) for number in self._groups())],
            hint=self.tr("By the test that qualified the patient."),
        )
        self._billed = Choice(
            self.tr("Who bills the months"),
            [
                (_PATIENT, self.tr("The patient pays and gets a superbill")),
                (_STORE, self.tr("The store bills the plan elsewhere")),
            ],
        )
        self._pays_by = Choice(self.tr("Mostly pays by"), [(_NONE, self.tr("Not yet known")), *methods()])
        self._bills_from = DayField(
            self.tr("Months billed here from"),
            desk.today,
            ahead=_AHEAD,
            hint=self.tr("What began before was billed elsewhere."),
        )
        self._number = Field(self.tr("Your own number"))
        self._note = Longer(self.tr("Note"), lines=2)
        self.hold(
            coverage=self._coverage,
            order=self._order,
            order_ends=self._order_ends,
            kind=self._kind,
            **self.pays.named,
            group=self._group,
            billed=self._billed,
            pays_by=self._pays_by,
            bills_from=self._bills_from,
            number=self._number,
            note=self._note,
        )
        self._place()

    def offer_of(self, card: PatientCard) -> None:
        """A patient's plans and orders to choose from."""
        self._plans = {coverage.id: plan for coverage, plan in card.memberships}
        plans = [(str(coverage.id), _plan_words(coverage, plan)) for coverage, plan in card.memberships]
        offer(self._coverage, [(_NONE, self.tr("No plan: the patient pays")), *plans])
        orders = [(str(order.id), _order_words(order, doctor.name if doctor else "")) for order, doctor in card.orders]
        offer(self._order, [(_NONE, self.tr("No order yet")), *orders])

    def begin(self, rental: Rental) -> None:
        """A rental as it begins or stands in the book."""
        self.put(
            {
                "coverage": str(rental.coverage_id or _NONE),
                "order": str(rental.order_id or _NONE),
                "order_ends": written(rental.order_ends),
                "kind": rental.payer_kind,
                **terms_texts(rental.terms),
                "group": str(rental.coverage_group or _NONE),
                "billed": _PATIENT if rental.by_superbill else _STORE,
                "pays_by": rental.pays_by or _NONE,
                "bills_from": written(rental.bills_from),
                "number": rental.number or "",
                "note": rental.note or "",
            }
        )

    def gathered(self, before: Rental) -> Rental:
        """The rental with what stands in the fields."""
        terms = self.pays.value(self._kind.value)
        return replace(
            before,
            coverage_id=int(self._coverage.value) if self._coverage.value else None,
            order_id=int(self._order.value) if self._order.value else None,
            order_ends=self._order_ends.value,
            payer_kind=terms.payer_kind,
            cap_months=terms.cap_months,
            caps_at_price=terms.caps_at_price,
            reset_gap_days=terms.reset_gap_days,
            converts_to_ownership=terms.converts_to_ownership,
            coverage_group=int(self._group.value) if self._group.value else None,
            by_superbill=self._billed.value == _PATIENT,
            pays_by=self._pays_by.value or None,
            bills_from=self._bills_from.value,
            number=self._number.value,
            note=self._note.text or None,
        )

    def changed(self) -> None:
        """What only Medicare or only a superbill asks is there only then."""
        rule = self._desk.rules.coding.payers.get(self._kind.value)
        self._group.setVisible(rule is not None and rule.coverage_modifiers)
        self._pays_by.setVisible(self._billed.value == _PATIENT)

    def _groups(self) -> Sequence[str]:
        return [str(number) for number in sorted(self._desk.rules.coding.modifiers.coverage.groups)]

    def _take_terms(self, coverage: str) -> None:
        """A plan that is chosen brings what it has said that it pays."""
        plan = self._plans.get(int(coverage)) if coverage else Plan(kind=_NOBODY)
        if plan is not None and not self._putting:
            self.put(self.texts() | {"kind": plan.kind} | terms_texts(terms_of(plan)))
            self.edited.emit()

    def _place(self) -> None:
        who = Card(self.tr("Plan and order"))
        who.inside.addWidget(FieldGrid((self._coverage, self._kind), (self._order, self._order_ends), (self._group,)))
        terms = Card(self.tr("What the plan pays for a rental"))
        terms.inside.addWidget(self.pays)
        billing = Card(self.tr("Billing"))
        billing.inside.addWidget(
            FieldGrid((self._billed, self._pays_by), (self._bills_from, self._number), (self._note,))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for card in (who, terms, billing):
            column.addWidget(card)


def _plan_words(coverage: Coverage, plan: Plan) -> str:
    return " · ".join(part for part in (plan.name, coverage.member_id) if part)


def _order_words(order: OrderRow, doctor: str) -> str:
    return " · ".join(part for part in (written(order.order_date), doctor) if part) or f"{order.id}"
