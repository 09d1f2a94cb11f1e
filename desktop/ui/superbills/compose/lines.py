"""What went out of the door: found in the store's list, typed as a code, or brought by the finder; a card each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.core import line_entry
from desktop.core.request import Transaction
from desktop.desk import Desk
from desktop.operations import sale_lines
from desktop.operations.book import Book
from desktop.ui.parts.buttons import quiet_button
from desktop.ui.parts.form import FieldGrid
from desktop.ui.parts.words import Card, Words, section
from desktop.ui.superbills.compose import fields
from desktop.ui.superbills.compose.fields import Bound, Kind, Typed, stand_on
from desktop.ui.superbills.compose.part import TWO_FROM, joined
from desktop.ui.superbills.compose.picker import Option, Picker
from desktop.ui.superbills.compose.rows import Row, RowList

_CODE = Kind(line_entry.code_and_modifiers, " ".join, list)
_NARRATIVE = "narrative"
_NO_PRICE = "0.00"
FIND = "find the code"


class LineRow(Row):
    """One line. What is seldom changed (dates, place, pointers, maker …) is folded away."""

    def __init__(self, desk: Desk, request: Mapping[str, Any]) -> None:
        super().__init__(request, QCoreApplication.translate("LineRow", "Take this line away"))
        self._desk = desk
        self._place = 0
        of = self._made_fields()
        self.bound = Bound(self, of)
        self.bound.edited.connect(self._edited)
        self._words = Words("", "small")
        front = [of["code"], of["charge"], of["serial"], of["units"]]
        more = [of[path] for path in of if of[path] not in front and not path.startswith(_NARRATIVE)]
        story = [of[path] for path in of if path.startswith(_NARRATIVE)]
        self._more = FieldGrid(*_pairs(more), two_from=TWO_FROM)
        self._story = FieldGrid(*_pairs(story), two_from=TWO_FROM)
        self._toggle = quiet_button("", self._toggled)
        self.inside.addWidget(self._words)
        self.inside.addWidget(FieldGrid(*_pairs(front), two_from=TWO_FROM))
        self.inside.addWidget(self._story)
        self.inside.addWidget(self._more)
        foot = QHBoxLayout()
        foot.addWidget(self._toggle)
        foot.addStretch()
        self.inside.addLayout(foot)
        self._unfold(now=False)

    def fill(self, typed: Mapping[str, str], beginning: str) -> None:
        """The code and its modifiers stand in one field."""
        code = [self._request["code"], *self._request["modifiers"]] if self._request["code"] else None
        held = self._request
        self._request = dict(held) | {"code": code}
        super().fill(typed, beginning)
        self._request = dict(held)
        self._tell()
        if any(path.startswith(beginning) and path[len(beginning) :] not in self._front() for path in typed):
            self._unfold(now=True)

    def request(self) -> dict[str, Any]:
        """The line as the request writes it."""
        written = super().request()
        code, *modifiers = written["code"] or [None]
        story = written[_NARRATIVE]
        return written | {
            "code": code,
            "modifiers": modifiers,
            "units": written["units"] or 1,
            "charge": written["charge"] or _NO_PRICE,
            "pointers": written["pointers"] or [],
            _NARRATIVE: story if story and any(story.values()) else None,
        }

    def unread(self) -> Iterator[tuple[str, str, str]]:
        """An amount is not understood either where there is none: free is 0."""
        yield from super().unread()
        if not self._field("charge").text:
            yield "charge", "", self.tr("Type what it costs; 0 where it is free.")

    def at(self, path: str, *, unfold: bool) -> QWidget | None:
        """The field of a path inside the row; with `unfold`, brought out."""
        whole = path.partition("[")[0]
        name = {"modifiers": "code", _NARRATIVE: "narrative.description", "": "code"}.get(whole, whole)
        if unfold and name in self.bound.fields and name not in self._front():
            self._unfold(now=True)
            self._story.setVisible(self._story.isVisibleTo(self) or name.startswith(_NARRATIVE))
        return self.bound.fields.get(name)

    def number(self, place: int) -> None:
        """Tells the row its place, from 0."""
        self._place = place
        self._tell()

    def first_field(self) -> Typed:
        """Where one goes on after the line was put on: the serial number of equipment, else the amount."""
        return self._field("serial" if sale_lines.has_serial(self._desk, self.request()["code"]) else "charge")

    def ask_amount(self) -> None:
        """Nothing stands where no price is known: 0 is for somebody to say."""
        if self.request()["charge"] == _NO_PRICE:
            self._field("charge").put("")

    def point_at(self, before: Sequence[str], now: Sequence[str]) -> None:
        """Follows the diagnoses: a line that was for all of them stays so."""
        if self.request()["pointers"] == list(before):
            self._field("pointers").put(" ".join(now))

    def _front(self) -> tuple[str, ...]:
        return ("code", "charge", "serial", "units")

    def _field(self, path: str) -> Typed:
        field = self.bound.fields[path]
        assert isinstance(field, Typed)  # noqa: S101 -- all fields of a line are
        return field

    def _made_fields(self) -> dict[str, Typed]:
        day = fields.days(self._desk.today)
        return {
            "code": Typed(self.tr("Code and modifiers"), _CODE, code=True),
            "charge": Typed(self.tr("Amount for all"), fields.MONEY),
            "serial": Typed(self.tr("Serial number"), fields.TEXT, code=True),
            "units": Typed(self.tr("Units"), fields.UNITS),
            "narrative.description": Typed(self.tr("What it is"), fields.TEXT),
            "narrative.purpose": Typed(self.tr("What it is for"), fields.TEXT),
            "narrative.maker": Typed(self.tr("Its maker"), fields.TEXT),
            "narrative.model": Typed(self.tr("Its model"), fields.TEXT),
            "narrative.price": Typed(self.tr("List price"), fields.MONEY),
            "narrative.related_code": Typed(self.tr("Goes with the code"), fields.TEXT, code=True),
            "maker": Typed(self.tr("Maker"), fields.TEXT),
            "model": Typed(self.tr("Model"), fields.TEXT),
            "from": Typed(self.tr("From"), day),
            "to": Typed(self.tr("To"), day),
            "pos": Typed(self.tr("Place of service"), fields.TEXT, code=True, hint=self.tr("12 is at home.")),
            "pointers": Typed(self.tr("For diagnoses"), fields.LETTERS, code=True),
            "rental_month": Typed(self.tr("Month of the rental"), fields.MONTHS),
            "purchase_price": Typed(self.tr("Price if bought"), fields.MONEY),
        }

    def _edited(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        """The code in words; the story's fields are there for a code that says nothing by itself."""
        request = self.request()
        self.entitle(self.tr("Line {number}").format(number=self._place + 1))
        words = sale_lines.official_words(self._desk, request["code"])
        self._words.setText(joined(" ".join(filter(None, (request["maker"], request["model"]))), words))
        self._words.setVisible(bool(self._words.text()))
        self._story.setVisible(sale_lines.needs_story(self._desk, request["code"]) or bool(request[_NARRATIVE]))

    def _toggled(self) -> None:
        """Into the first of what is brought out: the button stands below it."""
        self._unfold(now=not self._more.isVisibleTo(self))
        if self._more.isVisibleTo(self):
            stand_on(self._field("maker"))

    def _unfold(self, *, now: bool) -> None:
        self._more.setVisible(now)
        words = self.tr("Fewer details") if now else self.tr("Days, maker, place, diagnoses …")
        self._toggle.setText(words)
        self._toggle.setAccessibleName(f"{words}: {self.accessibleName()}")


class LinesPart(Card):
    """The box where it is said what went out, and the lines. `wanted` asks the finder for the code of these words."""

    edited = Signal()
    wanted = Signal(str)

    def __init__(self, desk: Desk, book: Book, wire: Callable[[], Mapping[str, Any]]) -> None:
        """`wire` gives the request as it is now: what is coded depends on the plan and the order."""
        super().__init__()
        self._desk, self._book, self._wire = desk, book, wire
        self.inside.addWidget(section(self.tr("What goes out of the door")))
        self.setAccessibleName(self.tr("What goes out of the door"))
        self.picker = Picker(self.tr("&Item"), self._found, placeholder=self.tr("Product, words, or a code: E1392 NU"))
        self.picker.picked.connect(self._picked)
        self.lines: RowList[LineRow] = RowList(lambda request: LineRow(desk, request))
        self.lines.edited.connect(self.edited)
        self.inside.addWidget(self.picker)
        self.inside.addWidget(self.lines)

    def put_on(self, lines: Sequence[Mapping[str, Any]]) -> None:
        """Puts lines on, and goes to what has to be typed for the first of them."""
        rows = [self.lines.add(line) for line in lines]
        if all(line["charge"] == _NO_PRICE for line in lines):
            for row in rows:
                row.ask_amount()
        if rows:
            stand_on(rows[0].first_field())

    def recode(self, place: int, line: Mapping[str, Any]) -> None:
        """Puts another line in the place of one."""
        self.lines.replace(place, line)
        self.lines.rows[place].ask_amount()
        stand_on(self.lines.rows[place].first_field())

    def _found(self, text: str) -> Sequence[Option]:
        options = [Option(_offered(self, offer), offer) for offer in sale_lines.offers(self._book, self._desk, text)]
        if text.strip():
            options.append(Option(self.tr("Ask the code finder: {typed}").format(typed=text.strip()), text.strip()))
        return options

    def _picked(self, chosen: object) -> None:
        if isinstance(chosen, sale_lines.Offer):
            self.put_on(sale_lines.lines(self._book, self._desk, self._wire(), chosen))
        else:
            self.wanted.emit(str(chosen))


def _offered(part: QWidget, offer: sale_lines.Offer) -> str:
    done = {
        Transaction.SELL_NEW: part.tr("sold new"),
        Transaction.SELL_USED: part.tr("sold used"),
        Transaction.RENT: part.tr("rented"),
        Transaction.REFILL: part.tr("refill"),
        Transaction.MAINTAIN: part.tr("service visit"),
        Transaction.REPLACE: part.tr("replacement"),
    }
    return joined(offer.words, done[offer.transaction] if offer.transaction else "", offer.help)


def _pairs(widgets: Sequence[QWidget]) -> list[tuple[QWidget, ...]]:
    return [tuple(widgets[at : at + 2]) for at in range(0, len(widgets), 2)]
