"""What is to do for rentals, on the Counter: the first few of today, this week or 30 days, and the way to the rest."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from desktop.desk import Desk
from desktop.operations import to_do
from desktop.operations.to_do import ToDo
from desktop.ui.counter.rows import Row
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.words import Card, quiet, section
from desktop.ui.rentals.due_rows import DueRows, Show
from desktop.ui.rentals.span_bar import SpanBar
from desktop.ui.superbills.elsewhere import elsewhere
from desktop.ui.ways import OpenRentals

_MOST = 6


class DueCard(Card):
    """The card; it reads the book in a worker, long after the first frame. `above` as that of its list;
    `needed` tells that the book has something to do within 30 days."""

    above = Signal()
    needed = Signal()

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        name = self.tr("To do for rentals")
        self.setAccessibleName(name)
        title = section(name)
        self.spans = SpanBar()
        self.spans.currentChanged.connect(lambda _place: self.read())
        self.rows = DueRows(desk, services, name, show=Show.SHORT)
        self.rows.changed.connect(self.read)
        self.rows.list.above.connect(self.above)
        self._nothing = quiet(self.tr("Nothing is to do up to then."))
        self.inside.setContentsMargins(theme.space(1), theme.space(3), theme.space(1), theme.space(2))
        self.inside.setSpacing(theme.space(1))
        for words in (title, self._nothing):
            words.setContentsMargins(theme.space(3), 0, theme.space(3), 0)
        for widget in (title, self.spans, self._nothing, self.rows):
            self.inside.addWidget(widget)

    def read(self) -> None:
        """Reads what is to do."""
        services, desk, span = self._services, self._desk, self.spans.span

        def work() -> ToDo:
            with elsewhere(services.book, desk) as (book, own_desk):
                return to_do.read(book, own_desk, span, _MOST, whats=to_do.but_months())

        services.work.run(work, self._show, services.complain, kind="to do")

    def _show(self, read: ToDo) -> None:
        self.spans.tell(read.totals)
        more = []
        if read.months:
            more.append(
                Row(
                    self.tr("Months to bill: {count}").format(count=read.months),
                    self.tr("This month's rentals, all in one go"),
                    drawing="superbills",
                    does=self.tr("Enter: look at them"),
                    then=self._goes("month"),
                )
            )
        if read.found.total > len(read.found.rows):
            said = self.tr("All {count} …").format(count=read.found.total)
            more.append(Row(said, drawing="more", then=self._goes("due")))
        self.rows.put(read.found.rows, more)
        self._nothing.setVisible(not read.found.rows and not more)
        if any(read.totals.values()):
            self.needed.emit()

    def _goes(self, part: str) -> Callable[[], object]:
        return lambda: self._services.go(OpenRentals(part))
