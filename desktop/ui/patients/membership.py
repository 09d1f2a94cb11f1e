"""The fields of a patient's plan: which one (or a new one, right here), member ID, group, whose insurance it is."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.book.rows import Coverage, Plan
from desktop.core import entry
from desktop.desk import Desk
from desktop.operations.patient_entry import Membership
from desktop.ui.parts.form import FieldGrid
from desktop.ui.parts.labelled import Choice, Field
from desktop.ui.parts.typed_form import TypedForm, offer
from desktop.ui.parts.words import Card
from desktop.ui.settings.payers import payer_choices

_NONE, _NEW = "", "new"


class MembershipForm(TypedForm):
    """A membership in a plan."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._plan = Choice(self.tr("Pla&n"), [(_NONE, "")])
        self._plan_name = Field(
            self.tr("Name of the new plan"),
            reads=entry.name,
            needed=self.tr("A new plan needs a name; it is on the card."),
        )
        self._plan_kind = Choice(self.tr("What it is"), payer_choices(desk))
        self.member_id = Field(self.tr("&Member ID"), hint=self.tr("As on the card."))
        self._group = Field(self.tr("Group"))
        self._relationship = Choice(
            self.tr("The insured is"),
            [
                ("self", self.tr("the patient")),
                ("spouse", self.tr("the patient's husband or wife")),
                ("child", self.tr("a parent (the patient is the child)")),
                ("other", self.tr("somebody else")),
            ],
        )
        self._insured = Field(self.tr("Name of the insured"), reads=entry.name)
        self.hold(
            plan=self._plan,
            plan_name=self._plan_name,
            plan_kind=self._plan_kind,
            member_id=self.member_id,
            group=self._group,
            relationship=self._relationship,
            insured_name=self._insured,
        )
        self._new = FieldGrid((self._plan_name, self._plan_kind))
        self._rest = FieldGrid((self.member_id, self._group), (self._relationship, self._insured))
        card = Card(self.tr("Plan"))
        for widget in (self._plan, self._new, self._rest):
            card.inside.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.changed()

    def offer_plans(self, plans: Sequence[Plan]) -> None:
        """The plans to choose from."""
        own = [(str(plan.id), plan.name or "") for plan in plans]
        offer(self._plan, [(_NONE, self.tr("No plan yet")), *own, (_NEW, self.tr("A new plan …"))])

    def changed(self) -> None:
        """What belongs to a new plan, or to an insured other than the patient, is there only then."""
        _show(self._new, shown=self._plan.value == _NEW)
        _show(self._insured, shown=self._relationship.value != "self")

    def first_wrong(self) -> QWidget | None:
        """As every form; a member ID without a plan is wrong, too."""
        unchosen = self._plan.value == _NONE and not self.blank
        self._plan.say(self.tr("Choose the plan that this member ID is of.") if unchosen else None)
        return self._plan if unchosen else super().first_wrong()

    def gathered(self, before: Coverage) -> Membership | None:
        """The membership with what stands in the fields; None where no plan is chosen."""
        if self._plan.value == _NONE:
            return None
        is_new = self._plan.value == _NEW
        insured = None if self._relationship.value == "self" else self._insured.value
        coverage = replace(
            before,
            plan_id=before.plan_id if is_new else int(self._plan.value),
            member_id=self.member_id.value,
            group=self._group.value,
            relationship=self._relationship.value,
            insured_name=insured,
        )
        plan = Plan(name=self._plan_name.value, kind=self._plan_kind.value) if is_new else None
        return Membership(coverage, plan)


def texts(coverage: Coverage) -> dict[str, str]:
    """What the fields show of a membership."""
    return {
        "plan": str(coverage.plan_id or ""),
        "member_id": coverage.member_id or "",
        "group": coverage.group or "",
        "relationship": coverage.relationship,
        "insured_name": coverage.insured_name or "",
    }


def _show(widget: QWidget, *, shown: bool) -> None:
    widget.setVisible(shown)
