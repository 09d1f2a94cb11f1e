"""Who it is about, on a superbill: the patient, the plan, the doctor with the order. Each found in place, or typed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from db.book.rows import Doctor, Patient, Plan
from desktop.core import typed_person
from desktop.core.rulebook import Rulebook
from desktop.desk import Desk
from desktop.operations import doctors, patients, plans
from desktop.operations.book import Book
from desktop.ui.parts.address import state_of
from desktop.ui.parts.labelled import Choice
from desktop.ui.superbills.compose import fields
from desktop.ui.superbills.compose.fields import Typed
from desktop.ui.superbills.compose.part import Part, joined
from desktop.ui.superbills.compose.picker import Option, Picker

_FOUND = 12
NEW_PATIENT, NEW_DOCTOR = "new patient", "new doctor"


class PatientPart(Part):
    """The patient."""

    def __init__(self, desk: Desk, book: Book) -> None:
        super().__init__()
        self._desk, self._book = desk, book
        self._zip = Typed(self.tr("ZIP code"), fields.ZIP, hint=self.tr("It fills in the state."))
        self._state = Typed(self.tr("State"), fields.TEXT)
        self._zip.left.connect(self._fill_state)
        of: dict[str, Typed | Choice] = {
            "patient.first": Typed(self.tr("First name"), fields.NAME),
            "patient.middle": Typed(self.tr("Middle name"), fields.NAME),
            "patient.last": Typed(self.tr("Last name"), fields.NAME),
            "patient.dob": Typed(self.tr("Born"), fields.days(desk.today), hint=self.tr("Like 08171951.")),
            "patient.sex": Choice(
                self.tr("Sex"), [("X", self.tr("Not said")), ("F", self.tr("Female")), ("M", self.tr("Male"))]
            ),
            "patient.phone": Typed(self.tr("Phone"), fields.PHONE),
            "patient.address.line1": Typed(self.tr("Street"), fields.TEXT),
            "patient.address.line2": Typed(self.tr("Apartment"), fields.TEXT),
            "patient.address.zip": self._zip,
            "patient.address.city": Typed(self.tr("City"), fields.NAME),
            "patient.address.state": self._state,
        }
        row = list(of.values())
        picker = Picker(
            self.tr("&Patient"), self._found, placeholder=self.tr("Name, birth date, phone or member ID"), hint=""
        )
        self.place(
            self.tr("Patient"),
            picker,
            of,
            [(row[0], row[2]), (row[1], row[4]), (row[3], row[5]), (row[6], row[7]), (row[8], row[9]), row[10]],
        )

    def summary(self) -> str:
        """Name, birthday, where."""
        name = " ".join(filter(None, (self.text(f"patient.{part}") for part in ("first", "middle", "last"))))
        born = self.text("patient.dob")
        return joined(name, self.tr("born {day}").format(day=born) if born else "", self.text("patient.address.city"))

    def _fill_state(self) -> None:
        state = state_of(self._desk, self._zip.value)
        if state and not self._state.text:
            self._state.put(state)
            self.edited.emit()

    def _found(self, text: str) -> Sequence[Option]:
        found = patients.find(self._book, text, self._desk.today, _FOUND) if text.strip() else []
        options = [Option(_described(patient), patient.id) for patient in found]
        if text.strip():
            options.append(Option(self.tr("New patient: {typed}").format(typed=text.strip()), (NEW_PATIENT, text)))
        return options


class PlanPart(Part):
    """The plan, and the patient's membership in it."""

    def __init__(self, desk: Desk, book: Book) -> None:
        super().__init__()
        self._book = book
        self._rules = desk.rules
        of: dict[str, Typed | Choice] = {
            "payer.kind": Choice(self.tr("Kind of &plan"), kinds(desk.rules)),
            "payer.name": Typed(self.tr("Plan's name"), fields.NAME),
            "patient.member_id": Typed(self.tr("Member ID"), fields.TEXT),
            "patient.group": Typed(self.tr("Group"), fields.TEXT),
            "patient.relationship": Choice(
                self.tr("The patient is the insured's"),
                [
                    ("self", self.tr("Own person")),
                    ("spouse", self.tr("Spouse")),
                    ("child", self.tr("Child")),
                    ("other", self.tr("Other")),
                ],
            ),
            "patient.insured_name": Typed(self.tr("Insured's name"), fields.NAME),
        }
        row = list(of.values())
        picker = Picker(self.tr("Plan"), self._found, placeholder=self.tr("Name of the plan, or Medicare"))
        self.place(self.tr("Plan"), picker, of, [(row[0], row[1]), (row[2], row[3]), (row[4], row[5])])

    def summary(self) -> str:
        """Plan and member ID."""
        choice = self.bound.fields["payer.kind"]
        kind = choice.box.currentText() if isinstance(choice, Choice) else ""
        return joined(self.text("payer.name") or kind, self.text("patient.member_id"))

    def known(self) -> bool:
        """Whether a plan is named."""
        return bool(self.text("payer.name"))

    def _found(self, text: str) -> Sequence[Option]:
        options = [
            Option(joined(plan.name or "", self._kind(plan)), plan) for plan in plans.find(self._book, text, _FOUND)
        ]
        typed = text.strip()
        if typed:
            options += [
                Option(words, Plan(kind=kind))
                for kind, words in kinds(self._rules)
                if words.lower().startswith(typed.lower())
            ]
            options.append(Option(self.tr("New plan: {typed}").format(typed=typed), Plan(name=typed)))
        return options

    def _kind(self, plan: Plan) -> str:
        return dict(kinds(self._rules))[plan.kind]


class OrderPart(Part):
    """The doctor who ordered it, and the order."""

    def __init__(self, desk: Desk, book: Book) -> None:
        super().__init__()
        self._book = book
        of: dict[str, Typed | Choice] = {
            "prescriber.first": Typed(self.tr("Doctor's first name"), fields.NAME),
            "prescriber.last": Typed(self.tr("Doctor's last name"), fields.NAME),
            "prescriber.credentials": Typed(self.tr("Credentials"), fields.TEXT, hint=self.tr("MD, DO, NP …")),
            "prescriber.npi": Typed(self.tr("Doctor's NPI"), fields.NPI),
            "prescriber.phone": Typed(self.tr("Doctor's phone"), fields.PHONE),
            "prescriber.order_date": Typed(self.tr("Ordered on"), fields.days(desk.today)),
            "order.day_lpm": Typed(self.tr("Liters a minute by day"), fields.FLOW),
            "order.night_lpm": Typed(self.tr("Asleep"), fields.FLOW),
            "order.exertion_lpm": Typed(self.tr("When active"), fields.FLOW),
            "order.hours_per_day": Typed(self.tr("Hours a day"), fields.HOURS),
            "order.length_of_need_months": Typed(
                self.tr("Months of need"), fields.MONTHS, hint=self.tr("99: for life.")
            ),
            "order.device": Typed(self.tr("Ordered device"), fields.TEXT),
        }
        row = list(of.values())
        picker = Picker(self.tr("&Doctor"), self._found, placeholder=self.tr("Name or NPI"))
        pairs = [tuple(row[at : at + 2]) for at in range(0, len(row), 2)]
        self.place(self.tr("Doctor and order"), picker, of, pairs)

    def summary(self) -> str:
        """Doctor, day, flow."""
        name = " ".join(filter(None, (self.text("prescriber.first"), self.text("prescriber.last"))))
        day, flow = self.text("prescriber.order_date"), self.text("order.day_lpm")
        return joined(
            joined(name, self.text("prescriber.credentials")).replace(" · ", ", "),
            self.tr("ordered {day}").format(day=day) if day else "",
            self.tr("{flow} L/min").format(flow=flow) if flow else "",
        )

    def _found(self, text: str) -> Sequence[Option]:
        options = [
            Option(joined(doctor.name, doctor.npi or ""), doctor) for doctor in doctors.find(self._book, text, _FOUND)
        ]
        if text.strip():
            named = typed_person.name(text.strip())
            fresh = Doctor(first=named.get("first"), last=named.get("last"))
            options.append(Option(self.tr("New doctor: {typed}").format(typed=text.strip()), fresh))
        return options


def kinds(rules: Rulebook) -> list[tuple[str, str]]:
    """The kinds of plan and what they are called at the counter; nobody (the patient alone pays) first."""
    say = QCoreApplication.translate
    words = {
        "none": say("PlanPart", "No plan: the patient pays"),
        "commercial": say("PlanPart", "Private plan"),
        "medicare": say("PlanPart", "Medicare"),
        "medicare_advantage": say("PlanPart", "Medicare Advantage"),
        "medicaid": say("PlanPart", "Medicaid"),
        "tricare": say("PlanPart", "TRICARE"),
    }
    return [(kind, word) for kind, word in words.items() if kind in rules.coding.payers]


def _described(patient: Patient) -> str:
    born = f"{patient.dob:%m/%d/%Y}" if patient.dob else ""
    return joined(patient.name, born, patient.phone or "", patient.address.city or "")
