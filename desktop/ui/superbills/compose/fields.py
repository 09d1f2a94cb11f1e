"""Fields of a superbill by the paths that they have in its request: filled from it, read into it.

What a field holds that cannot be understood is not in the request; it is kept beside it as it was typed.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.core import entry, line_entry, money, request_fields, typed_day
from desktop.core.wrong import Wrong
from desktop.ui.parts.labelled import Choice, Field, Longer, Reads, sentence_of

_AHEAD = timedelta(days=400)  # a rental's last day may lie ahead


@dataclass(frozen=True, slots=True)
class Kind:
    """How a field's text is understood, how a value of the request stands in it, and how it goes into the request."""

    reads: Reads
    shows: Callable[[Any], str] = str
    sends: Callable[[Any], Any] = lambda value: value


def _same(text: str) -> str | None:
    return text or None


def shown_day(text: str) -> str:
    """A request's day as the screen writes it: 03/02/2026."""
    return f"{date.fromisoformat(text):%m/%d/%Y}"


def shown_money(text: str) -> str:
    """A request's amount as the screen writes it: 2,495.00."""
    return money.printed(Decimal(text))


def _number(value: float) -> str:
    return f"{value:g}"


def _money(text: str) -> object:
    return entry.money(text)


def _any_money(text: str) -> object:
    return entry.money(text, negative=True)


def _hours(text: str) -> object:
    found = entry.flow(text)
    if not isinstance(found, float) or found <= 24:
        return found
    said = QCoreApplication.translate("Hours", "found {text}; a day has 24 hours")
    return Wrong(said.format(text=text))


def days(today: date) -> Kind:
    """Days as people type them."""
    return Kind(lambda text: typed_day.day(text, today + _AHEAD), shown_day, date.isoformat)


TEXT = Kind(_same)
NAME = Kind(entry.name)
PHONE = Kind(entry.phone)
ZIP = Kind(entry.zip_)
NPI = Kind(entry.npi)
MONEY = Kind(_money, shown_money, money.plain)
ANY_MONEY = Kind(_any_money, shown_money, money.plain)
FLOW = Kind(entry.flow, _number)
HOURS = Kind(_hours, _number)
UNITS = Kind(line_entry.units)
MONTHS = Kind(line_entry.months)
LETTERS = Kind(line_entry.pointers, " ".join, list)


class Typed(Field):
    """A line to type in, of one kind. Enter goes to the next field, as a scanner's does; it never submits."""

    def __init__(self, label: str, kind: Kind, *, hint: str = "", code: bool = False) -> None:
        super().__init__(label, hint=hint, reads=kind.reads)
        self._kind = kind
        if code:
            self.edit.setProperty("kind", "code")
        self.edit.returnPressed.connect(self._next)
        self.left.connect(self._tidy)

    def fill(self, value: Any) -> None:
        """Puts a value of the request in."""
        self.put("" if value is None else self._kind.shows(value))
        self.say(None)

    @property
    def sent(self) -> Any:
        """What goes into the request; None for nothing, or for what is not understood."""
        value = self.value
        return None if value is None else self._kind.sends(value)

    @property
    def unread(self) -> str:
        """The sentence on a text that is not understood; empty where it is."""
        found = self._kind.reads(self.text)
        return sentence_of(found) if isinstance(found, Wrong) else ""

    def _tidy(self) -> None:
        if self.value is not None and not isinstance(self.value, str):
            self.put(self._kind.shows(self.sent))

    def _next(self) -> None:
        self.focusNextChild()


class Bound(QObject):
    """Fields by their paths. `edited` tells that a person changed one; filling does not."""

    edited = Signal()

    def __init__(self, parent: QObject, fields: Mapping[str, Typed | Choice | Longer]) -> None:
        super().__init__(parent)
        self.fields = dict(fields)
        self._filling = False
        self._told: dict[str, Any] = {}
        self.touched: set[str] = set()
        for path, field in self.fields.items():
            field.edited.connect(lambda path=path: self._changed(path))

    def fill(self, request: Mapping[str, Any], typed: Mapping[str, str] | None = None, beginning: str = "") -> None:
        """Shows a request, and over it the texts that were not understood, which stand under `beginning` + path."""
        self._filling = True
        for path, field in self.fields.items():
            value = request_fields.value(request, path)
            if isinstance(field, Typed):
                field.fill(value)
                if typed and beginning + path in typed:
                    field.put(typed[beginning + path])
                    field.say_wrong()
            elif isinstance(field, Choice):
                field.put(str(value))
            else:
                field.put(value)
            self._told[path] = self._meaning(path)
        self._filling = False

    def values(self) -> Iterator[tuple[str, Any]]:
        """Paths and what goes into the request."""
        for path, field in self.fields.items():
            if isinstance(field, Typed):
                yield path, field.sent
            elif isinstance(field, Choice):
                yield path, field.value
            else:
                yield path, field.text or None

    def unread(self) -> Iterator[tuple[str, str, str]]:
        """Path, text and sentence of what was not understood."""
        for path, field in self.fields.items():
            if isinstance(field, Typed) and field.unread:
                yield path, field.text, field.unread

    def _changed(self, path: str) -> None:
        """Tells it, unless the same was only written in another form."""
        now = self._meaning(path)
        if not self._filling and now != self._told.get(path, ""):
            self.touched.add(path)
            self.edited.emit()
        self._told[path] = now

    def _meaning(self, path: str) -> Any:
        field = self.fields[path]
        if isinstance(field, Typed):
            return field.text if field.unread else field.sent
        return field.value if isinstance(field, Choice) else field.text


def stand_on(field: QWidget) -> None:
    """Goes to a field, its text chosen, as Tab would."""
    field.setFocus(Qt.FocusReason.TabFocusReason)
