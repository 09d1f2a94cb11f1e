"""The list of all rentals: where each unit stands, what is next, found and sorted, however many there are."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from db.book.rental_rows import ListedUnit
from desktop.desk import Desk
from desktop.operations import drafts, due, rental_page, rentals
from desktop.operations.rentals import Asked, Page
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import primary, quiet_button, secondary
from desktop.ui.parts.empty import Empty
from desktop.ui.parts.form import Flow
from desktop.ui.parts.half_made import HalfMade
from desktop.ui.parts.labelled import Choice
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.parts.table import Column, Table
from desktop.ui.parts.words import Words, heading
from desktop.ui.rentals import words
from desktop.ui.rentals.rows import PagedRows
from desktop.ui.rentals.ticks import Ticks
from desktop.ui.settings.payers import payer_choices
from desktop.ui.superbills.elsewhere import elsewhere

_TYPED_MS = 150
_LOWEST = 180  # of the table, where the window is low and the whole scrolls
_ANY = ""
_BAR_COLUMN = 4
_SORTED_BY = {0: "name", 4: "useful_life", 5: "phase", 6: "month", 7: "next"}  # a click on a column's heading
_BEHIND = " behind"
HALF_MADE = "rental/"  # the beginning of the keys of such forms


class RentalList(QWidget):
    """The list. `opened` tells the row of an Enter; `asked` the name of another part of the page, or what to do;
    `half_made` the key of a form that is gone on with."""

    opened = Signal(object)
    asked = Signal(str)
    half_made = Signal(str)

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._shown: Asked | None = None
        self.box = QLineEdit()
        self.box.setAccessibleName(self.tr("Find a rental"))
        self.box.setPlaceholderText(self.tr("Patient, number or serial number"))
        self.box.setClearButtonEnabled(True)
        self._phase = self._made_phases()
        self._kind = Choice(self.tr("Pla&n"), [(_ANY, self.tr("All plans")), *payer_choices(desk)])
        self._until = self._made_untils()
        self._sort = self._made_sorts()
        self._count = Words("", "small")
        self._half_made = HalfMade()
        self._arrives = self._is_half_made = False
        columns = self._columns()
        self._rows: PagedRows[ListedUnit] = PagedRows(columns, self._read_more)
        self.table: Table[ListedUnit] = Table(self.tr("Rentals"), columns, self._rows)
        self.table.setItemDelegateForColumn(
            _BAR_COLUMN,
            Ticks(lambda index: self._rows.rows[index.row()].standing, rental_page.life_months(desk), self.table),
        )
        self._stack = QStackedWidget()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_TYPED_MS)
        self._connect()
        self._place()

    def read(self, *, arrives: bool = False) -> None:
        """Shows what the book holds now; who stood on a row stands on it again. Who `arrives` stands in the list."""
        self._later.stop()
        self._arrives = arrives
        self._show_half_made()
        asked = self._question()
        self._run(asked, lambda page: self._show(asked, page))
        if arrives:
            self._look_anew()

    def _look_anew(self) -> None:
        """Looks meanwhile at what a new day, or a table that was brought in, has moved; then reads the list again."""
        services, desk = self._services, self._desk

        def work() -> int:
            with elsewhere(services.book, desk) as (book, own_desk):
                return due.bring_up_to_date(book, own_desk)

        services.work.run(work, self._moved, services.complain, kind="rentals moved")

    def _moved(self, count: int) -> None:
        if count:
            self.read()

    def _run(self, asked: Asked, then: Callable[[Page], object]) -> None:
        book = self._services.book

        def work() -> Page:
            with book.another() as another:
                return rentals.listed(another, asked)

        self._services.work.run(work, then, self._services.complain, kind="rentals")

    def _read_more(self, offset: int) -> None:
        asked = self._question(offset)
        self._run(asked, lambda page: self._rows.append(page.rows, page.total))

    def _question(self, offset: int = 0) -> Asked:
        until = self._until.value
        sort = self._sort.value
        return Asked(
            text=self.box.text().strip(),
            phases=(self._phase.value,) if self._phase.value else (),
            payer_kinds=(self._kind.value,) if self._kind.value else (),
            until=self._desk.today + timedelta(days=int(until)) if until else None,
            sort=sort.removesuffix(_BEHIND),
            descending=sort.endswith(_BEHIND),
            offset=offset,
        )

    def _made_phases(self) -> Choice:
        phases = [(phase.key, phase.words) for phase in rentals.phases()]
        return Choice(self.tr("Where it &stands"), [(_ANY, self.tr("All rentals")), *phases])

    def _made_untils(self) -> Choice:
        return Choice(
            self.tr("To &do"),
            [
                (_ANY, self.tr("Any time")),
                ("0", self.tr("By today")),
                ("7", self.tr("Within 7 days")),
                ("30", self.tr("Within 30 days")),
            ],
        )

    def _made_sorts(self) -> Choice:
        return Choice(
            self.tr("S&ort by"),
            [
                ("name", self.tr("Patient")),
                ("next", self.tr("Next date")),
                ("month", self.tr("Month, lowest first")),
                (f"month{_BEHIND}", self.tr("Month, highest first")),
                ("phase", self.tr("Where it stands")),
                ("cap", self.tr("End of the cap")),
                ("useful_life", self.tr("Five-year clock")),
            ],
        )

    def _columns(self) -> list[Column[ListedUnit]]:
        return [
            Column(self.tr("Patient"), lambda row: row.patient_name, 180),
            Column(self.tr("Unit"), lambda row: words.role_word(row.standing.role), 104),
            Column(self.tr("Code"), lambda row: row.standing.code, 70, code=True),
            Column(self.tr("Serial"), lambda row: row.serial or "", 130, code=True),
            Column(self.tr("Five years"), _place_words, 150),
            Column(
                self.tr("Where it stands"),
                lambda row: words.phase_word(row.standing.phase),
                116,
                tone=lambda row: words.phase_tone(row.standing.phase),
            ),
            Column(self.tr("Month"), lambda row: words.month_word(row.standing), 78),
            Column(self.tr("Next"), lambda row: words.next_word(row.standing)),
        ]

    def _connect(self) -> None:
        self.box.textChanged.connect(lambda _text: self._later.start())
        self.box.returnPressed.connect(self.table.setFocus)
        self._later.timeout.connect(self.read)
        for choice in (self._phase, self._kind, self._until, self._sort):
            choice.chosen.connect(lambda _value: self.read())
        self.table.opened.connect(self.opened)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._head_clicked)

    def _head_clicked(self, place: int) -> None:
        wanted = _SORTED_BY.get(place, "")
        again = self._sort.value == wanted and self._sort.box.findData(f"{wanted}{_BEHIND}") >= 0
        self._sort.put(f"{wanted}{_BEHIND}" if again else wanted)

    def _place(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.space(1), 0)
        column.setSpacing(theme.space(3))
        column.addWidget(heading(self.tr("Rentals")))
        buttons = Flow()
        buttons.addWidget(primary(self.tr("&Begin a rental"), lambda: self.asked.emit("begin")))
        buttons.addWidget(secondary(self.tr("This &month's rentals"), lambda: self.asked.emit("month")))
        buttons.addWidget(secondary(self.tr("&What is to do"), lambda: self.asked.emit("due"), drawing="waiting"))
        buttons.addWidget(secondary(self.tr("&Equipment"), lambda: self.asked.emit("equipment"), drawing="unit"))
        column.addLayout(buttons)
        filters = Flow()
        self.box.setMinimumWidth(240)
        for choice in (self._phase, self._kind, self._until, self._sort):
            filters.addWidget(choice)
        column.addWidget(self.box)
        column.addWidget(self._half_made)
        column.addLayout(filters)
        self.table.setMinimumHeight(_LOWEST)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._made_nothing())
        column.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        column.addLayout(foot)
        files = Flow()
        files.addWidget(quiet_button(self.tr("From a CSV file …"), lambda: self.asked.emit("bring in")))
        files.addWidget(quiet_button(self.tr("Save as CSV …"), lambda: self.asked.emit("take out")))
        column.addLayout(files)
        self._whole = QStackedWidget()
        self._whole.addWidget(scrolling(inside))
        self._empty = self._made_empty()
        self._whole.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._whole)

    def _made_nothing(self) -> Empty:
        return Empty(
            "search",
            self.tr("Nothing fits"),
            self.tr("Try fewer letters, or show all rentals."),
            quiet_button(self.tr("Show all rentals"), self.show_all),
        )

    def _made_empty(self) -> Empty:
        self._first = primary(self.tr("Begin a rental"), lambda: self.asked.emit("begin"))
        return Empty(
            "rentals",
            self.tr("No rentals yet"),
            self.tr(
                "Every rental with its months: which one runs, what is due, when the cap and the five years end. "
                "A superbill with a rented item begins one with a key; so does a table of the ones that run already."
            ),
            self._first,
            quiet_button(self.tr("Bring in a CSV file …"), lambda: self.asked.emit("bring in")),
            quiet_button(self.tr("From an issued superbill …"), lambda: self.asked.emit("superbills")),
        )

    def show_all(self) -> None:
        """Asks nothing of the list any more."""
        self.box.clear()
        for choice in (self._phase, self._kind, self._until):
            choice.put(_ANY)
        self.read()

    def _show(self, asked: Asked, page: Page) -> None:
        before = self.table.row
        same = asked == self._shown
        self._shown = asked
        self._rows.begin(page.rows, page.total)
        asks = asked.text or asked.phases or asked.payer_kinds or asked.until
        nothing_at_all = not (page.total or asks or self._is_half_made)
        self._whole.setCurrentIndex(1 if nothing_at_all else 0)
        self._stack.setCurrentIndex(0 if page.rows else 1)
        self._count.setText(self.tr("{count} units").format(count=page.total))
        if same and before is not None:
            self._stand_on(before)
        if self._arrives and not self.box.hasFocus():
            (self._first if self._whole.currentIndex() else self.table).setFocus()
        self._arrives = False

    def _show_half_made(self) -> None:
        """Forms that were left half-made, to go on with."""
        book = self._services.book
        kept = {row.key: drafts.take_up(book, row.key) or {} for row in drafts.listed(book, HALF_MADE)}
        self._is_half_made = bool(kept)
        self._half_made.put(
            [
                (self.tr("Half-made: {name}").format(name=form.get("name", "")), partial(self.half_made.emit, key))
                for key, form in kept.items()
            ]
        )

    def _stand_on(self, unit: ListedUnit) -> None:
        for place, row in enumerate(self._rows.rows):
            if row.standing.unit_id == unit.standing.unit_id:
                self.table.selectionModel().setCurrentIndex(
                    self._rows.index(place, 0),
                    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
                )
                return


def _place_words(row: ListedUnit) -> str:
    """What the bar shows, in words."""
    standing = row.standing
    return " · ".join(part for part in (words.phase_word(standing.phase), words.month_word(standing)) if part)
