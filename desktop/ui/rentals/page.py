"""Rentals: the list of all, one that is opened or begun, what is to do, this month's rentals, and the equipment."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from db.book.rental_rows import ListedUnit
from desktop.desk import Desk
from desktop.ui.page import Page, Services
from desktop.ui.parts.buttons import quiet_button
from desktop.ui.rentals.listing import RentalList
from desktop.ui.rentals.view import View
from desktop.ui.settings.csv.exchange import BringIn, take_out
from desktop.ui.ways import BeginRental, OpenRental, OpenRentals, ToPlace, Way

if TYPE_CHECKING:  # made when it is first needed
    from desktop.ui.rentals.form import RentalForm
    from desktop.ui.rentals.on_paper import PaperView

_NOUN = "rentals"
_LIST, _RENTAL, _FORM, _DUE, _MONTH, _EQUIPMENT, _PAPER = "list", "rental", "form", "due", "month", "equipment", "paper"


class RentalsPage(Page):
    """Leads from the list to a rental and back; each view is made when it is first shown."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._views: dict[str, View] = {}
        self._trail: list[str] = []
        self._here = _LIST
        self._bring_in: BringIn | None = None
        self.list = RentalList(desk, services)
        self.list.opened.connect(self._opened)
        self.list.asked.connect(self._asked)
        self.list.half_made.connect(lambda key: self._form().go_on(key))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._up = QWidget()
        across = QHBoxLayout(self._up)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(quiet_button(self.tr("All rentals"), self._to_list, drawing="back"))
        across.addStretch()
        self.column.addWidget(self._up)
        self.column.addWidget(self._stack, 1)
        self._up.hide()

    @property
    def front(self) -> QWidget | None:
        """The view that is shown."""
        return self._stack.currentWidget()

    def view(self, name: str) -> View:
        """A view by its name, made now if it was not."""
        if name not in self._views:
            self._views[name] = made = self._make(name)
            self._stack.addWidget(made)
        return self._views[name]

    def shown(self) -> None:
        """Reads anew what is shown."""
        if self._here == _LIST:
            self.list.read(arrives=True)
        elif self._here in self._views:
            self._views[self._here].again()

    def arrive(self, way: Way) -> None:
        """To a rental, to the beginning of one, or to a part of the page."""
        if isinstance(way, OpenRental):
            self.open(way.rental)
        elif isinstance(way, BeginRental):
            self._form().begin(way)
        elif isinstance(way, OpenRentals):
            self._to_list() if way.part == _LIST else self._front(way.part).again()

    def open(self, rental: int) -> None:
        """Shows a rental."""
        from desktop.ui.rentals.opened import RentalView  # noqa: PLC0415 -- made when it is first needed

        view = self._front(_RENTAL)
        assert isinstance(view, RentalView)  # noqa: S101 -- `_make` makes it so
        view.open(rental)

    def back(self) -> bool:
        """One step back inside the view, else to the one before it, at last to the list."""
        if self._bring_in is not None and self.front is self._bring_in:
            self._to_list()
            return True
        if self._here == _LIST:
            return False
        if self._views[self._here].back():
            return True
        self.keep()
        if self._trail and self._trail[-1] != _LIST:
            self._show(self._trail.pop())
            self._views[self._here].again()
        else:
            self._to_list()
        return True

    def search(self) -> bool:
        """To the box of the view, else to that of the list."""
        if self._here in self._views and self._views[self._here].search():
            return True
        self._to_list()
        self.list.box.setFocus()
        self.list.box.selectAll()
        return True

    def print_it(self) -> bool:
        """Prints what is shown, if it can be printed."""
        return self._here in self._views and self._views[self._here].print_it()

    def keep(self) -> None:
        """Saves what was typed."""
        for view in self._views.values():
            view.keep()

    def _make(self, name: str) -> View:
        makers: dict[str, Callable[[], View]] = {
            _RENTAL: self._make_rental,
            _FORM: self._make_form,
            _DUE: self._make_due,
            _MONTH: self._make_month,
            _EQUIPMENT: self._make_equipment,
            _PAPER: self._make_paper,
        }
        return makers[name]()

    def _make_rental(self) -> View:
        from desktop.ui.rentals.opened import RentalView  # noqa: PLC0415 -- made when it is first needed

        view = RentalView(self._desk, self._services)
        view.change.connect(lambda shown: self._form().change(shown))
        view.paper.connect(lambda rental: self._paper().open(rental))
        view.scan.connect(lambda paper: self._paper().open_scan(paper))
        view.gone.connect(self._to_list)
        return view

    def _make_form(self) -> View:
        from desktop.ui.rentals.form import RentalForm  # noqa: PLC0415 -- made when it is first needed

        view = RentalForm(self._desk, self._services)
        view.done.connect(self._begun)
        view.left.connect(self.back)
        return view

    def _make_due(self) -> View:
        from desktop.ui.rentals.due_list import DueView  # noqa: PLC0415 -- made when it is first needed

        return DueView(self._desk, self._services)

    def _make_month(self) -> View:
        from desktop.ui.rentals.month import MonthView  # noqa: PLC0415 -- made when it is first needed

        return MonthView(self._desk, self._services)

    def _make_equipment(self) -> View:
        from desktop.ui.rentals.equipment import EquipmentView  # noqa: PLC0415 -- made when it is first needed

        return EquipmentView(self._desk, self._services)

    def _make_paper(self) -> View:
        from desktop.ui.rentals.on_paper import PaperView  # noqa: PLC0415 -- made when it is first needed

        return PaperView(self._desk, self._services)

    def _opened(self, unit: ListedUnit) -> None:
        self.open(unit.standing.rental_id)

    def _asked(self, what: str) -> None:
        if what == "begin":
            self._form().begin(BeginRental())
        elif what == "bring in":
            self._open_bring_in()
        elif what == "take out":
            take_out(self, self._services, _NOUN)
        elif what == "superbills":
            self._services.go(ToPlace("superbills"))
        else:
            self._front(what).again()

    def _form(self) -> "RentalForm":
        from desktop.ui.rentals.form import RentalForm  # noqa: PLC0415 -- made when it is first needed

        view = self._front(_FORM)
        assert isinstance(view, RentalForm)  # noqa: S101 -- `_make` makes it so
        return view

    def _begun(self, rental: int) -> None:
        """The form is done: to its rental, and from there back to where one came from."""
        self._trail = [name for name in self._trail if name not in (_FORM, _RENTAL)]
        self._show(_LIST)
        self.open(rental)

    def _paper(self) -> "PaperView":
        from desktop.ui.rentals.on_paper import PaperView  # noqa: PLC0415 -- made when it is first needed

        view = self._front(_PAPER)
        assert isinstance(view, PaperView)  # noqa: S101 -- `_make` makes it so
        return view

    def _open_bring_in(self) -> None:
        if self._bring_in is None:
            self._bring_in = BringIn(self._desk, self._services, _NOUN)
            self._bring_in.closed.connect(self._to_list)
            self._stack.addWidget(self._bring_in)
        if self._bring_in.choose():
            self._stack.setCurrentWidget(self._bring_in)
            self._up.show()

    def _to_list(self) -> None:
        self.keep()
        self._trail.clear()
        self._show(_LIST)
        self.list.read(arrives=True)

    def _front(self, name: str) -> View:
        view = self.view(name)
        if name != self._here:
            self._trail.append(self._here)
        self._show(name)
        return view

    def _show(self, name: str) -> None:
        self._here = name
        self._stack.setCurrentWidget(self.list if name == _LIST else self._views[name])
        self._up.setVisible(name != _LIST)
