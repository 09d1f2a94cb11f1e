"""What was found while it is typed: a list, and beside it (or in its place, where it is narrow) what a code means."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from db.book.rows import Patient
from desktop.desk import Desk
from desktop.operations import answer_card, anything, finding_code, patients, products
from desktop.operations.anything import Anything
from desktop.operations.found import Found
from desktop.ui.counter.answer_panel import AnswerPanel
from desktop.ui.counter.found import FoundRows
from desktop.ui.counter.rows import Row, RowList
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.answer_card import Does
from desktop.ui.parts.buttons import chip
from desktop.ui.parts.words import Words
from desktop.ui.ways import NewSuperbill, OpenCode, PutOnSuperbill

_KIND = "counter/search"
_CARD_FROM = 760
_LIST_SHARE, _CARD_SHARE = 3, 2


class Results(QWidget):
    """The list. Its keys come from the search box; `serves` tells that somebody is served (or nobody any more),
    `types` what is to stand in the search box, `stands_on` what a screen reader says of the chosen row."""

    serves = Signal()
    types = Signal(str)
    stands_on = Signal(str)

    def __init__(self, services: Services, door: Callable[[str], list[Row]]) -> None:
        """`door` gives the finder's answer with a digit as rows."""
        super().__init__()
        self._services = services
        self._door = door
        self._desk: Desk | None = None
        self._found = Anything("")
        self._text = ""
        self._waits: bool | None = None  # an Enter that came before what was found (True: with Ctrl)
        self._asked = False
        self._code = ""  # what the card is about
        self.served: Patient | None = None
        self._rows = FoundRows(services, self.serve, self._ask)
        self._chip = chip("", lambda: self.serve(None), hint=self.tr("Click: serve somebody else"))
        self._notes = Words("", tone="note")
        self.list = RowList(self.tr("What was found"))
        self.list.driven = True
        self._payer = anything.PRIVATE  # as it was chosen last, or as the plan of who is served is
        self.card = AnswerPanel(Does(self._put, services.say, lambda code: services.go(OpenCode(code)), self._type))
        self.card.payer_chosen.connect(self._check_for)
        self.list.stood_on.connect(self._stands)
        self.list.above.connect(lambda: self.types.emit(self._text))
        across = QHBoxLayout()
        across.setSpacing(theme.space(4))
        across.addWidget(self.list, _LIST_SHARE)
        across.addWidget(self.card, _CARD_SHARE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(self._chip)
        column.addWidget(self._notes)
        column.addLayout(across, 1)
        self._show()

    def use(self, desk: Desk) -> None:
        """From now on codes are found too."""
        self._desk = desk
        self.card.offer_plans(finding_code.payers(desk), self._payer)

    def look_for(self, text: str) -> None:
        """Looks for a text; of several, only the last one is shown."""
        text = text.strip()
        self._text, self._waits, self._asked = text, None, False
        if not text:
            self._show_found(Anything(""))
            return
        book, desk, payer = self._services.book, self._desk, self._payer

        self._services.work.run(
            lambda: anything.at_a_key(book, desk, text, payer), self._show_found, self._services.complain, kind=_KIND
        )

    def step(self, by: int) -> None:
        """An arrow of the search box."""
        self.list.step(by)

    def open(self, *, also: bool = False) -> None:
        """Enter in the search box: at once, or when what was typed last has been looked for."""
        if self._found.text != self._text:
            self._waits = also
        elif not self.list.open(also=also) and also:
            self.list.open()

    def serve(self, patient: Patient | None) -> None:
        """Somebody is served: the next thing found goes on a superbill for that patient."""
        self.served = patient
        kind = patients.plan_kind(self._services.book, patient.id) if patient is not None else None
        if kind is not None:
            self._payer = kind
            self.card.put_plan(kind)
        self.serves.emit()

    def back(self) -> bool:
        """Esc: from the answer back to the list; whether it was there."""
        focus = QApplication.focusWidget()
        inside = focus is not None and self.card.isAncestorOf(focus)
        if not inside and not (self._asked and not self._wide):
            return False
        self._asked = False
        self._show()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """The answer stands beside the list where there is room."""
        super().resizeEvent(event)
        self._show()

    @property
    def _wide(self) -> bool:
        return self.width() >= _CARD_FROM

    def _show_found(self, found: Anything) -> None:
        if found.text != self._text or not isValid(self):
            return
        self._found = found
        if not found.text and self.served is not None:
            rows = self._rows.beginnings(products.find(self._services.book), self.served)
        else:
            rows = self._rows.rows(found, self.served, self._door(found.text)) if found.text else []
        self.list.put(rows, first=not _only_instead(found, rows))
        if found.answer is not None:
            self._code = found.text
            self.card.show_answer(found.answer)
        else:
            self.card.clear()
        self._show()
        if self._waits is not None:
            also, self._waits = self._waits, None
            self.open(also=also)

    def _show(self) -> None:
        """What there is room and reason for."""
        self._chip.setVisible(self.served is not None)
        if self.served is not None:
            self._chip.setText(self.tr("For {name}  ×").format(name=self.served.name))
            self._chip.setAccessibleName(self.tr("For {name}").format(name=self.served.name))
        self._notes.setText(" ".join(self._found.notes))
        self._notes.setVisible(bool(self._found.notes))
        has_card = self.card.shown
        self.card.setVisible(has_card and (self._wide or self._asked))
        self.list.setVisible(not (has_card and self._asked and not self._wide))

    def _stands(self, row: Any) -> None:
        self.stands_on.emit(row.said if isinstance(row, Row) else "")

    def _ask(self, code: str) -> None:
        """Shows what a code means and goes there."""
        self._code = code
        if self._show_code():
            self._asked = True
            self._show()
            self.card.enter()

    def _show_code(self) -> bool:
        """Shows the answer to the code that was asked for; whether it is one."""
        found, desk = self._found, self._desk
        answer = found.answer if self._code == found.text else None
        if answer is None and desk is not None:
            answer = answer_card.of_text(desk, self._code, self._payer)
        if answer is not None:
            self.card.show_answer(answer)
        return answer is not None

    def _check_for(self, payer: str) -> None:
        """Another kind of plan was chosen: what stands on the card is checked anew."""
        if payer == self._payer:
            return
        self._payer = payer
        if self._desk is not None and self.card.shown:
            self._found = replace(self._found, answer=answer_card.of_text(self._desk, self._found.text, payer))
            self._show_code()

    def _type(self, code: str) -> None:
        """A code with one of its modifiers was chosen: as if it had been typed, and on to its answer."""
        self.types.emit(code)
        self.open()

    def _put(self, found: Found) -> None:
        served = self.served
        self._services.go(NewSuperbill(patient=served.id, found=found) if served else PutOnSuperbill(found))


def _only_instead(found: Anything, rows: list[Row]) -> bool:
    """Whether nothing was found: then Enter does nothing by itself (a scanner types one behind a serial number)."""
    groups = sum(row.then is None for row in rows)
    return bool(found.text) and groups <= 1
