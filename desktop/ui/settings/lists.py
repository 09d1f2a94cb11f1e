"""The store's short lists in the settings: plans, doctors, products. A list that is searched, and a form for a row."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.operations import drafts
from desktop.operations.book import BookProblem
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import danger, primary, quiet_button
from desktop.ui.parts.empty import Empty
from desktop.ui.parts.form import Flow
from desktop.ui.parts.half_made import HalfMade
from desktop.ui.parts.keeper import Keeper
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.parts.table import Table
from desktop.ui.parts.words import Words, section
from desktop.ui.settings.csv.exchange import BringIn, take_out
from desktop.ui.settings.list_spec import ListSpec, Row, RowForm

_WIDEST = 760
_LEAST_HIGH = 160  # where there is less room, the whole list scrolls


class ListPart(QWidget):
    """The list; Enter opens a row's form, Esc leads back and keeps what was typed half-made."""

    def __init__(self, desk: Desk, services: Services, spec: ListSpec) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._spec = spec
        self._row: Row = spec.fresh()
        self._form: RowForm | None = None
        self._editor: QWidget | None = None
        self._bring_in: BringIn | None = None
        self._brought_in: QWidget | None = None
        self._keeper = Keeper(self, self._keep_half_made)
        self._list: QWidget | None = None
        self._nothing: QWidget | None = None
        self._half_made = HalfMade()
        self._line = QLineEdit()
        self._table: Table[Any] = Table(spec.words.list, spec.columns)
        self._title = section("")
        self._before = Words(self.tr("You typed this before; it is not saved yet."), tone="note")
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space(4), 0, 0)
        column.addWidget(self._stack)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 -- Qt's name
        """Its list is made when its tab is first opened, so that the settings come up quickly."""
        if self._list is None:
            self._make_list()
            self.read()
        super().showEvent(event)

    def _make_list(self) -> None:
        words = self._spec.words
        self._line.setPlaceholderText(words.find)
        self._line.setAccessibleName(words.find)
        self._line.setClearButtonEnabled(True)
        self._line.textChanged.connect(lambda _text: self.read())
        self._line.returnPressed.connect(self._open_first)
        self._table.opened.connect(self._open)
        self._table.setMinimumHeight(_LEAST_HIGH)
        self._list = scrolling(self._made_list())
        self._nothing = scrolling(self._made_empty())
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._nothing)

    def read(self) -> None:
        """What the book holds."""
        if self._list is None or self._nothing is None:
            return
        book, noun = self._services.book, self._spec.noun
        rows = self._spec.operations.find(book, self._line.text())
        self._table.put(rows)
        kept = drafts.listed(book, f"{noun}/")
        self._half_made.put([(self._half_made_words(row.key), partial(self._go_on, row.key)) for row in kept])
        if self._stack.currentWidget() in (self._list, self._nothing):
            nothing = not rows and not kept and not self._line.text().strip()
            self._stack.setCurrentWidget(self._nothing if nothing else self._list)

    def back(self) -> bool:
        """From a form or a table that is brought in to the list; whether there was one."""
        if self._stack.currentWidget() in (self._list, self._nothing):
            return False
        self.keep()
        self._to_list()
        return True

    def search(self) -> bool:
        """To the list's search line."""
        self.back()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()
        return True

    def keep(self) -> None:
        """Saves what was typed into the form."""
        self._keeper.keep()

    def _made_list(self) -> QWidget:
        words = self._spec.words
        whole = QWidget()
        buttons = Flow()
        buttons.addWidget(primary(words.new, self._new))
        buttons.addWidget(quiet_button(self.tr("From a CSV file …"), self._open_bring_in))
        buttons.addWidget(
            quiet_button(self.tr("Save as CSV …"), lambda: take_out(self, self._services, self._spec.noun))
        )
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addWidget(self._line)
        column.addWidget(self._half_made)
        column.addWidget(self._table, 1)
        column.addLayout(buttons)
        return whole

    def _made_empty(self) -> Empty:
        words = self._spec.words
        first = primary(words.new, self._new)
        return Empty(
            "add", words.nothing, words.why, first, quiet_button(self.tr("From a CSV file …"), self._open_bring_in)
        )

    def _made_editor(self) -> RowForm:
        """The form and its buttons, made when it is first wanted."""
        if self._form is not None:
            return self._form
        self._form = form = self._spec.make_form()
        form.edited.connect(self._keeper.touch)
        form.setMaximumWidth(_WIDEST)
        inside = QWidget()
        buttons = Flow()
        buttons.addWidget(primary(self.tr("&Save"), self._save, shortcut="Ctrl+S"))
        buttons.addWidget(quiet_button(self.tr("Throw away"), self._throw_away))
        self._delete_button = danger(self.tr("Delete"), self._delete)
        self._delete_button.setAccessibleName(self._spec.words.delete)
        buttons.addWidget(self._delete_button)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addWidget(self._title)
        column.addWidget(self._before)
        column.addWidget(form)
        column.addLayout(buttons)
        column.addStretch()
        self._editor = scrolling(inside)
        self._stack.addWidget(self._editor)
        return form

    def _key(self, row: Row) -> str:
        return f"{self._spec.noun}/{row.id or 'new'}"

    def _half_made_words(self, key: str) -> str:
        kept = drafts.take_up(self._services.book, key) or {}
        return self.tr("Half-made: {name}").format(name=kept.get("name") or self.tr("no name yet"))

    def _go_on(self, key: str) -> None:
        which = key.rpartition("/")[2]
        is_new = which == "new"
        self._open(self._spec.fresh() if is_new else self._spec.operations.read(self._services.book, int(which)))

    def _new(self) -> None:
        self._open(self._spec.fresh())

    def _open_first(self) -> None:
        row = next(iter(self._table.rows.rows), None)
        if row is not None:
            self._open(row)

    def _open(self, row: Row) -> None:
        """The form of a row, as it was left half-made, else as the book has it."""
        self.keep()
        form = self._made_editor()
        self._row = row
        kept = drafts.take_up(self._services.book, self._key(row))
        form.put(kept["form"] if kept else form.texts_of(row))
        self._title.setText(row.name or self._spec.words.new.replace("&", ""))
        self._before.setVisible(kept is not None)
        self._delete_button.setVisible(bool(row.id))
        if self._editor is not None:
            self._stack.setCurrentWidget(self._editor)
        form.focus_first()

    def _keep_half_made(self) -> None:
        if self._form is None:
            return
        name = self._form.gathered(self._row).name or ""
        drafts.keep(self._services.book, self._key(self._row), {"form": self._form.texts(), "name": name})

    def _save(self) -> None:
        form = self._made_editor()
        wrong = form.first_wrong()
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._keeper.forget()
        try:
            kept = self._spec.operations.save(self._services.book, form.gathered(self._row))
        except BookProblem as problem:
            self._keeper.touch()
            self._services.complain(str(problem))
            return
        drafts.drop(self._services.book, self._key(self._row))
        self._services.say(self.tr("Saved {what}.").format(what=kept.name or ""))
        self._to_list(kept.id)

    def _throw_away(self) -> None:
        self.keep()
        key = self._key(self._row)
        kept = drafts.take_up(self._services.book, key)
        drafts.drop(self._services.book, key)
        self._to_list()
        if kept is not None:
            self._services.offer_undo(self.tr("Threw away what was typed."), lambda: self._bring_back(key, kept))

    def _bring_back(self, key: str, kept: Mapping[str, Any]) -> None:
        drafts.keep(self._services.book, key, kept)
        self.read()

    def _delete(self) -> None:
        self._keeper.forget()
        row = self._row
        self._spec.operations.delete(self._services.book, row.id)
        self._to_list()
        self._services.offer_undo(
            self.tr("Deleted {what}.").format(what=row.name or ""), lambda: self._undo_delete(row.id)
        )

    def _undo_delete(self, number: int) -> None:
        self._spec.operations.undo_delete(self._services.book, number)
        self.read()

    def _to_list(self, standing_on: int = 0) -> None:
        if self._list is not None:
            self._stack.setCurrentWidget(self._list)
        self.read()
        ids = [row.id for row in self._table.rows.rows]
        if standing_on in ids:
            self._table.selectRow(ids.index(standing_on))
        (self._table if ids else self._line).setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_bring_in(self) -> None:
        if self._bring_in is None:
            self._bring_in = BringIn(self._desk, self._services, self._spec.noun)
            self._bring_in.closed.connect(self._to_list)
            self._brought_in = scrolling(self._bring_in)
            self._stack.addWidget(self._brought_in)
        if self._bring_in.choose() and self._brought_in is not None:
            self._stack.setCurrentWidget(self._brought_in)
