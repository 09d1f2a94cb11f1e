"""Rentals: the list of all, one that is opened or begun, what is to do, this month's rentals, and the equipment."""

from collections.abc import Iterator
from functools import cached_property
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from db.book.rental_rows import ListedUnit
from desktop.desk import Desk
from desktop.ui.page import Page, Services
from desktop.ui.parts.buttons import quiet_button
from desktop.ui.rentals.due_list import DueView
from desktop.ui.rentals.equipment import EquipmentView
from desktop.ui.rentals.form import RentalForm
from desktop.ui.rentals.listing import RentalList
from desktop.ui.rentals.month import MonthView
from desktop.ui.rentals.on_paper import PaperView
from desktop.ui.rentals.opened import RentalView
from desktop.ui.rentals.view import View
from desktop.ui.settings.csv.exchange import BringIn, take_out
from desktop.ui.ways import BeginRental, OpenRental, OpenRentals, ToPlace, Way

V = TypeVar("V", bound=View)

_NOUN = "rentals"
_PARTS = ("due", "month", "equipment")


class RentalsPage(Page):
    """Leads from the list to a rental and back; each view is made when it is first wanted, or shortly before."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._trail: list[View] = []
        self._here: View | None = None
        self._bring_in: BringIn | None = None
        self.list = RentalList(desk, services)
        self.list.opened.connect(self._opened)
        self.list.asked.connect(self._asked)
        self.list.half_made.connect(lambda key: self._front(self.form).go_on(key))
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

    @cached_property
    def rental(self) -> RentalView:
        """One rental."""
        view = RentalView(self._desk, self._services)
        view.change.connect(lambda shown: self._front(self.form).change(shown))
        view.paper.connect(lambda rental: self._front(self.paper).open(rental))
        view.scan.connect(lambda paper: self._front(self.paper).open_scan(paper))
        view.gone.connect(self._to_list)
        self._stack.addWidget(view)
        return view

    @cached_property
    def form(self) -> RentalForm:
        """The form of a rental that begins or is changed."""
        view = RentalForm(self._desk, self._services)
        view.done.connect(self._begun)
        view.left.connect(self._left)
        self._stack.addWidget(view)
        return view

    @cached_property
    def due(self) -> DueView:
        """What is to do."""
        view = DueView(self._desk, self._services)
        self._stack.addWidget(view)
        return view

    @cached_property
    def month(self) -> MonthView:
        """This month's rentals."""
        view = MonthView(self._desk, self._services)
        self._stack.addWidget(view)
        return view

    @cached_property
    def equipment(self) -> EquipmentView:
        """The equipment by serial number."""
        view = EquipmentView(self._services)
        self._stack.addWidget(view)
        return view

    @cached_property
    def paper(self) -> PaperView:
        """A rental's page, or a scan."""
        view = PaperView(self._desk, self._services)
        self._stack.addWidget(view)
        return view

    def made_ahead(self) -> Iterator[None]:
        """The two views that take long to make."""
        self.rental  # noqa: B018 -- made by being asked for
        yield
        self.form  # noqa: B018 -- made by being asked for

    def shown(self) -> None:
        """Reads anew what is shown."""
        if self._here is None:
            self.list.read(arrives=True)
        else:
            self._here.again()

    def arrive(self, way: Way) -> None:
        """To a rental, to the beginning of one, or to a part of the page."""
        if isinstance(way, OpenRental):
            self._front(self.rental).open(way.rental)
        elif isinstance(way, BeginRental):
            self._front(self.form).begin(way)
        elif isinstance(way, OpenRentals):
            self._to_part(way.part)

    def back(self) -> bool:
        """One step back inside the view, else to the one before it, at last to the list."""
        if self.front is self.list:
            return False
        if self._here is None:  # a table that is brought in
            self._to_list()
        elif not self._here.back():
            self._left()
        return True

    def search(self) -> bool:
        """To the box of the view, else to that of the list."""
        if self._here is None or not self._here.search():
            self._to_list()
            self.list.box.setFocus()
            self.list.box.selectAll()
        return True

    def print_it(self) -> bool:
        """Prints what is shown, if it can be printed."""
        return self._here is not None and self._here.print_it()

    def keep(self) -> None:
        """Saves what was typed."""
        if self._here is not None:
            self._here.keep()

    def _to_part(self, part: str) -> None:
        if part in _PARTS:
            self._front(getattr(self, part)).again()
        elif self._here is not None:
            self._to_list()

    def _opened(self, unit: ListedUnit) -> None:
        self._front(self.rental).open(unit.standing.rental_id)

    def _asked(self, what: str) -> None:
        if what == "begin":
            self._front(self.form).begin(BeginRental())
        elif what == "bring in":
            self._open_bring_in()
        elif what == "take out":
            take_out(self, self._services, _NOUN)
        elif what == "superbills":
            self._services.go(ToPlace("superbills"))
        else:
            self._to_part(what)

    def _begun(self, rental: int) -> None:
        """The form is done: to its rental, and from there back to where one came from."""
        self._trail = [view for view in self._trail if view not in (self.form, self.rental)]
        self._show(self.rental)
        self.rental.open(rental)

    def _left(self) -> None:
        """To the view before, at last to the list."""
        self.keep()
        if not self._trail:
            self._to_list()
            return
        self._show(self._trail.pop())
        self.shown()

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
        self._here = None
        self._stack.setCurrentWidget(self.list)
        self._up.hide()
        self.list.read(arrives=True)

    def _front(self, view: V) -> V:
        """Brings a view to the front; what was there is come back to."""
        if self._here is not None and self._here is not view:
            self._here.keep()
            self._trail.append(self._here)
        self._show(view)
        return view

    def _show(self, view: View) -> None:
        self._here = view
        self._stack.setCurrentWidget(view)
        self._up.show()
