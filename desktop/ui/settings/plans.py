"""The plans that patients have: name, kind, where they are, and what a plan has said that it wants."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from db.book.rows import Plan
from desktop.core import entry
from desktop.desk import Desk
from desktop.operations import plans
from desktop.ui.parts import address
from desktop.ui.parts.form import FieldGrid
from desktop.ui.parts.labelled import Choice, Field, tick
from desktop.ui.parts.plan_terms import PlanTerms, terms_of, terms_texts
from desktop.ui.parts.table import Column
from desktop.ui.parts.typed_form import YES
from desktop.ui.parts.words import Card, quiet
from desktop.ui.settings.list_spec import ListSpec, ListWords, RowForm
from desktop.ui.settings.payers import payer_choices, payer_words

_NOT_ASKED = ""


class PlanForm(RowForm):
    """A plan."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._name = Field(self.tr("Name of the plan"), reads=entry.name, needed=self.tr("A plan needs a name."))
        self._kind = Choice(self.tr("What it is"), payer_choices(desk))
        self._phone = Field(self.tr("&Phone"), reads=entry.phone)
        self._address = address.AddressFields(desk)
        self._portable = Choice(
            self.tr("Portable unit that is sold"),
            [(_NOT_ASKED, self.tr("Not asked yet")), *((code, code) for code in taken_codes(desk))],
            hint=self.tr("The code that the plan has said it takes."),
        )
        self._wants_q = tick(self.tr("It wants the modifiers for high or low flow"))
        self._wants_kx = tick(self.tr("It wants the modifier that says all is on file (KX)"))
        self._pays = PlanTerms()
        self.hold(
            name=self._name,
            kind=self._kind,
            phone=self._phone,
            **self._address.named,
            purchase_portable_code=self._portable,
            wants_q=self._wants_q,
            wants_kx=self._wants_kx,
            **self._pays.named,
        )
        of = self._address
        who = Card(self.tr("The plan"))
        who.inside.addWidget(
            FieldGrid(
                (self._name, self._kind),
                (of.line1, of.line2),
                (of.zip, of.city, of.state),
                (self._phone,),
            )
        )
        says = Card(self.tr("What it has said"))
        says.inside.addWidget(quiet(self.tr("Note it once, and the code finder asks no more.")))
        for widget in (self._portable, self._wants_q, self._wants_kx):
            says.inside.addWidget(widget)
        rents = Card(self.tr("What it pays for a rental"))
        rents.inside.addWidget(self._pays)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        for card in (who, says, rents):
            column.addWidget(card)
        column.addStretch()

    def texts_of(self, row: Plan) -> Mapping[str, str]:
        """What the fields show of a plan."""
        return {
            "name": row.name or "",
            "kind": row.kind,
            "phone": row.phone or "",
            **address.texts(row.address),
            "purchase_portable_code": row.purchase_portable_code or _NOT_ASKED,
            "wants_q": YES if row.wants_q else "",
            "wants_kx": YES if row.wants_kx else "",
            **terms_texts(terms_of(row)),
        }

    def gathered(self, before: Plan) -> Plan:
        """The plan with what stands in the fields."""
        terms = self._pays.value(self._kind.value)
        return replace(
            before,
            name=self._name.value,
            kind=self._kind.value,
            phone=self._phone.value,
            address=self._address.value,
            purchase_portable_code=self._portable.value or None,
            wants_q=self._wants_q.isChecked(),
            wants_kx=self._wants_kx.isChecked(),
            cap_months=terms.cap_months,
            caps_at_price=terms.caps_at_price,
            reset_gap_days=terms.reset_gap_days,
            converts_to_ownership=terms.converts_to_ownership,
        )


def taken_codes(desk: Desk) -> list[str]:
    """The codes that a plan may say it takes for a portable unit that is sold."""
    choices = [choice for item in desk.rules.coding.items.values() for choice in item.choices]
    named = {choice.when.plan_takes for choice in choices if choice.when.plan_takes}
    fallback = {code for choice in choices for code in choice.codes if choice.when.portable_definition_met}
    return sorted(named | fallback)


def plan_list(desk: Desk) -> ListSpec:
    """Plans as a part of the settings."""
    say = QCoreApplication.translate
    return ListSpec(
        "plans",
        plans,
        [
            Column(say("Plans", "Plan"), lambda plan: plan.name or ""),
            Column(say("Plans", "What it is"), lambda plan: payer_words(desk, plan.kind), 160),
            Column(say("Plans", "Phone"), lambda plan: plan.phone or "", 130),
        ],
        lambda: PlanForm(desk),
        Plan,
        ListWords(
            new=say("Plans", "New p&lan"),
            find=say("Plans", "Find a plan"),
            list=say("Plans", "Plans"),
            nothing=say("Plans", "No plans yet"),
            why=say("Plans", "The insurers of your patients. A plan can also be added while a patient is entered."),
            delete=say("Plans", "Delete this plan"),
        ),
    )
