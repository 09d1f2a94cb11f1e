"""The form of a superbill: its parts below each other, read from a request and into one."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from db.book.rows import Doctor, Plan
from desktop.core import request_fields, typed_person
from desktop.core.superbill_fields import places
from desktop.desk import Desk
from desktop.operations.book import Book
from desktop.ui.parts import theme
from desktop.ui.parts.labelled import Choice
from desktop.ui.parts.scrolled import scroll_inside
from desktop.ui.superbills.compose.diagnoses import DiagnosesPart
from desktop.ui.superbills.compose.fields import Bound, Typed, stand_on
from desktop.ui.superbills.compose.lines import LinesPart
from desktop.ui.superbills.compose.money import MoneyPart
from desktop.ui.superbills.compose.part import Part
from desktop.ui.superbills.compose.people import NEW_PATIENT, OrderPart, PatientPart, PlanPart
from desktop.ui.superbills.compose.picker import Picker
from desktop.ui.superbills.compose.rows import RowList

_PAPER_LANGUAGES = ("en", "es")
_ROOM_AROUND = 70


class Form(QScrollArea):
    """All that is typed of a superbill. `edited` tells of every change by a person."""

    edited = Signal()
    patient_picked = Signal(int)
    new_patient = Signal(dict)
    removed = Signal(str, dict, int)

    def __init__(self, desk: Desk, book: Book) -> None:
        super().__init__()
        self._base: dict[str, Any] = {}
        self.patient = PatientPart(desk, book)
        self.plan = PlanPart(desk, book)
        self.order = OrderPart(desk, book)
        self.diagnoses = DiagnosesPart(desk)
        self.lines = LinesPart(desk, book, self.wire)
        self.money = MoneyPart(desk, book, self.wire)
        own_names = [(code, QLocale(code).nativeLanguageName().title()) for code in _PAPER_LANGUAGES]
        self._language = Choice(self.tr("&Language of the paper"), own_names)
        self._of_language = Bound(self, {"language": self._language})
        self._place()
        self._connect()

    def fill(self, wire: Mapping[str, Any], form: Mapping[str, Any]) -> None:
        """Shows a request, and beside it what was typed and not understood."""
        self._base = dict(wire)
        typed = dict(form.get("typed", {}))
        for part in (self.patient, self.plan, self.order):
            part.fold(folded=True)
            part.fill(wire, typed)
            part.bound.touched.clear()
        self.diagnoses.fill(wire["diagnoses"])
        self.lines.lines.fill(wire["lines"], typed, "lines")
        # what came without a form was made with its tax
        follows = bool(form.get("tax_follows", wire["tax"] is None))
        self.money.fill(wire, typed, tax_follows=follows)
        self._of_language.fill(wire)
        for picker in self._pickers():
            picker.edit.setText(str(form.get("searched", {}).get(picker.edit.accessibleName(), "")))

    def name_supplier(self, supplier: Mapping[str, Any]) -> None:
        """The store as it is now: somebody may have come back from the settings."""
        self._base["supplier"] = supplier

    def wire(self) -> dict[str, Any]:
        """The request as it is typed now; what is not understood is empty in it."""
        values = [value for part in (self.patient, self.plan, self.order) for value in part.bound.values()]
        values += [("diagnoses", self.diagnoses.codes), ("lines", self.lines.lines.requests())]
        return request_fields.written(self._base, [*values, *self.money.values(), *self._of_language.values()])

    def beside(self) -> dict[str, Any]:
        """What the request cannot say: texts that were not understood, words in the search fields."""
        searched = {
            picker.edit.accessibleName(): picker.edit.text() for picker in self._pickers() if picker.edit.text()
        }
        typed = {path: text for path, text, _words in self._unread() if text}
        return {"typed": typed, "searched": searched, "tax_follows": self.money.tax_follows}

    @property
    def begun(self) -> bool:
        """Whether somebody is named, or something goes out."""
        return self.patient.known() or self.plan.known() or bool(self.lines.lines.rows)

    def beside_the_people(self) -> dict[str, Any]:
        """The same without what was typed of the patient, the plan and the order: somebody else was chosen."""
        people = ("patient.", "payer.", "prescriber.", "order.")
        beside = self.beside()
        typed = {path: text for path, text in beside["typed"].items() if not path.startswith(people)}
        return beside | {"typed": typed}

    def touched(self) -> frozenset[str]:
        """The paths of what a person has typed of patient, plan and order since this was opened."""
        return frozenset(path for part in (self.patient, self.plan, self.order) for path in part.bound.touched)

    def wrong(self) -> dict[str, str]:
        """The sentences on what was not understood, by path."""
        return {path: words for path, _text, words in self._unread()}

    def named(self, path: str) -> str:
        """What a path's field is called on the screen, with the number of its line."""
        for part in (self.patient, self.plan, self.order):
            if path in part.bound.fields:
                return part.bound.fields[path].control.accessibleName()
        head, _, rest = path.partition("[")
        title = {
            "diagnoses": self.tr("Diagnoses"),
            "lines": self.tr("Line {number}"),
            "other_charges": self.tr("Other charge {number}"),
            "payments": self.tr("Payment {number}") if rest else self.tr("Payments"),
            "tax": self.tr("Sales tax"),
            "supplier": self.tr("Store"),
            "language": self.tr("Language of the paper"),
        }.get(head.partition(".")[0], "")
        if not rest:
            return self.tr("What goes out of the door") if head == "lines" else title
        words = title.format(number=places(path)[0])
        field = self._field_of_row(path, unfold=False)
        return f"{words}: {field.control.accessibleName()}" if isinstance(field, Typed | Choice) else words

    def go_to(self, path: str) -> bool:
        """Goes to the field of a path; whether there is one."""
        field = self._at(path)
        if field is None:
            return False
        stand_on(field)
        return True

    def put_on_top(self, widget: QWidget) -> None:
        """Takes something in above its parts, to scroll with them: where a window is too small to keep it in sight."""
        self._column.insertWidget(0, widget)

    def close_lists(self) -> bool:
        """Closes what a search shows; whether something was."""
        open_ones = [picker for picker in self._pickers() if picker.close_list()]
        return bool(open_ones)

    def _at(self, path: str) -> QWidget | None:
        for part in (self.patient, self.plan, self.order):
            field = part.at(path)
            if field is not None:
                return field
        if "[" in path and not path.startswith("diagnoses"):
            return self._field_of_row(path, unfold=True)
        pickers = {"diagnoses": self.diagnoses.picker, "lines": self.lines.picker}
        plain: dict[str, QWidget] = {"tax": self.money.tax, "language": self._language, "payments": self.money.full}
        return pickers.get(path.partition("[")[0]) or plain.get(path)

    def _field_of_row(self, path: str, *, unfold: bool) -> QWidget | None:
        head, _, rest = path.partition("[")
        place, _, inner = rest.partition("]")
        lists = self._lists()
        rows: Sequence[Any] = lists[head].rows if head in lists else ()
        if int(place) >= len(rows):
            return None
        found: QWidget | None = rows[int(place)].at(inner.lstrip("."), unfold=unfold)
        return found

    def _unread(self) -> list[tuple[str, str, str]]:
        parts = [each for part in (self.patient, self.plan, self.order) for each in part.bound.unread()]
        return [*parts, *self.lines.lines.unread("lines"), *self.money.unread()]

    def _lists(self) -> dict[str, RowList[Any]]:
        return {"lines": self.lines.lines, "other_charges": self.money.charges, "payments": self.money.payments}

    def _pickers(self) -> tuple[Picker, ...]:
        return tuple(part.picker for part in (self.patient, self.plan, self.order, self.diagnoses, self.lines))

    def _place(self) -> None:
        inside = scroll_inside(self)
        column = self._column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.space(2), 0)
        column.setSpacing(theme.space(3))
        for part in (self.patient, self.plan, self.order, self.diagnoses, self.lines, self.money, self._language):
            column.addWidget(part)
        column.addStretch()

    def _show_soon(self, widget: QWidget) -> None:
        """Scrolls to a widget when it has its place."""
        QTimer.singleShot(0, widget, lambda: self.ensureWidgetVisible(widget, 0, _ROOM_AROUND))

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self._show_soon(now)

    def _connect(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        for part in (self.patient, self.plan, self.order, self.diagnoses, self.lines, self.money, self._of_language):
            part.edited.connect(self.edited)
        for picker in self._pickers():
            picker.edit.textEdited.connect(lambda _text: self.edited.emit())
            picker.opened.connect(lambda picker=picker: self._show_soon(picker))
        self.patient.picker.picked.connect(self._patient_picked)
        self.plan.picker.picked.connect(self._plan_picked)
        self.order.picker.picked.connect(self._doctor_picked)
        self.diagnoses.changed.connect(self._diagnoses_changed)
        for name, rows in self._lists().items():
            rows.removed.connect(lambda request, place, name=name: self.removed.emit(name, request, place))

    def put_back(self, name: str, request: Mapping[str, Any], place: int) -> None:
        """Brings a row back that was taken away."""
        self._lists()[name].add(request, place)

    def _patient_picked(self, chosen: object) -> None:
        if isinstance(chosen, int):
            self.patient_picked.emit(chosen)
            return
        assert isinstance(chosen, tuple) and chosen[0] == NEW_PATIENT  # noqa: S101, PT018 -- the picker's other answer
        named = typed_person.name(chosen[1].strip())
        self.new_patient.emit({f"patient.{part}": named.get(part) for part in ("first", "last")})
        self.go_to("patient.dob" if "first" in named else "patient.first")

    def _plan_picked(self, plan: Plan) -> None:
        values = {"payer.kind": plan.kind, "payer.name": plan.name or self._kind_words(plan.kind)}
        if self.plan.text("payer.name") != values["payer.name"]:
            values |= {"patient.member_id": None, "patient.group": None}  # those of the plan before
        known = plan.address if any((plan.address.line1, plan.address.city, plan.address.zip)) else None
        self._base["payer"] = dict(self._base["payer"]) | {"address": _address(known) if known else None}
        self._write(self.plan, values)
        self.go_to("patient.member_id")

    def _doctor_picked(self, doctor: Doctor) -> None:
        names = ("first", "last", "credentials", "npi", "phone")
        self._write(self.order, {f"prescriber.{name}": getattr(doctor, name) for name in names})
        missing = next((name for name in ("last", "first", "npi") if not getattr(doctor, name)), "order_date")
        self.go_to(f"prescriber.{missing}")

    def _write(self, part: Part, values: Mapping[str, Any]) -> None:
        part.fill(request_fields.written(self.wire(), values.items()))
        self.edited.emit()

    def _kind_words(self, kind: str) -> str | None:
        choice = self.plan.bound.fields["payer.kind"]
        place = choice.box.findData(kind) if isinstance(choice, Choice) else -1
        named = kind not in ("none", "commercial")
        return choice.box.itemText(place) if isinstance(choice, Choice) and named else None

    def _diagnoses_changed(self, before: list[str], now: list[str]) -> None:
        for row in self.lines.lines.rows:
            row.point_at(before, now)


def _address(address: Any) -> dict[str, str | None]:
    return {name: getattr(address, name) for name in ("line1", "line2", "city", "state", "zip")}
