"""The answer card of a typed code: what it stands for, what speaks against it, and the way onto a superbill."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.core.codes import CodedLine
from desktop.core.finding import Severity
from desktop.core.request import Transaction
from desktop.operations.anything import Answer
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import AnswerRow, primary, quiet_button, secondary
from desktop.ui.parts.finding_row import FindingRow
from desktop.ui.parts.form import Flow
from desktop.ui.parts.scrolled import scroll_inside
from desktop.ui.parts.words import Card, Words, code_label, quiet

_WEIGHT = {Severity.STOP: 0, Severity.WARN: 1, Severity.NOTE: 2}

Put = Callable[[tuple[CodedLine, ...]], object]


class AnswerCard(QScrollArea):
    """One answer. `put` takes lines onto a superbill, `asks` types a code anew, `opens` leads to the catalog."""

    def __init__(self, put: Put, asks: Callable[[str], object], opens: Callable[[str], object]) -> None:
        super().__init__()
        self._put, self._asks, self._opens = put, asks, opens
        self._first: QWidget | None = None
        self._shown: Answer | None = None
        self.setAccessibleName(self.tr("Answer"))
        scroll_inside(self)

    @property
    def shown(self) -> bool:
        """Whether an answer stands there."""
        return self._shown is not None

    def clear(self) -> None:
        """Shows nothing."""
        self._shown, self._first = None, None
        scroll_inside(self)

    def show_answer(self, answer: Answer) -> None:
        """Shows an answer, unless it stands there already."""
        if answer == self._shown:
            return
        self._shown = answer
        card = Card()
        self._first = None
        for line in answer.lines:
            card.inside.addWidget(code_label(" ".join((line.code, *line.modifiers)), "heading"))
            if line.description:
                card.inside.addWidget(Words(line.description))
        self._choices(card, answer)
        self._actions(card, answer)
        card.inside.addWidget(
            Words(self.tr("Checked as for a private plan; the superbill looks again with the patient's own."), "small")
        )
        for finding in sorted(answer.findings, key=lambda each: _WEIGHT[each.severity]):
            card.inside.addWidget(FindingRow(finding))
        self._beside(card, answer)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.space(2), 0)
        column.addWidget(card)
        column.addStretch()
        scroll_inside(self, content)

    def enter(self) -> bool:
        """To the first thing that can be done with the answer; whether there is one."""
        if self._first is None:
            return False
        self._first.setFocus()
        return True

    def _choices(self, card: Card, answer: Answer) -> None:
        for number, choice in enumerate(answer.choices, start=1):
            words = choice.line.words
            row = AnswerRow(
                number,
                done_words(choice.done),
                words,
                lambda words=words: self._asks(words),  # type: ignore[misc]
            )
            self._first = self._first or row
            card.inside.addWidget(row)

    def _actions(self, card: Card, answer: Answer) -> None:
        buttons = QWidget()
        flow = Flow(buttons)
        if not answer.choices:
            put = primary(self.tr("Put on a superbill"), lambda: self._put(answer.lines))
            put.setEnabled(not answer.forbidden)
            flow.addWidget(put)
            self._first = None if answer.forbidden else put
        if answer.instead:
            words = " + ".join(" ".join((line.code, *line.modifiers)) for line in answer.instead)
            take = secondary(self.tr("Take {codes} instead").format(codes=words), lambda: self._put(answer.instead))
            flow.addWidget(take)
            self._first = self._first or take
        flow.addWidget(
            quiet_button(self.tr("Copy"), lambda: QGuiApplication.clipboard().setText(answer.words), drawing="copy")
        )
        about = quiet_button(self.tr("In the catalog"), lambda: self._opens(answer.lines[0].code), drawing="catalog")
        flow.addWidget(about)
        self._first = self._first or about
        card.inside.addWidget(buttons)

    def _beside(self, card: Card, answer: Answer) -> None:
        if answer.ask_plan:
            card.inside.addWidget(Words(self.tr("What to ask the plan"), "label"))
            for asked in answer.ask_plan:
                card.inside.addWidget(Words(f"· {asked.words}"))
        if answer.look_alikes:
            card.inside.addWidget(Words(self.tr("Often typed by mistake for"), "label"))
            for other in answer.look_alikes:
                words = self.tr("{thing}: {codes}").format(thing=other.item, codes=" + ".join(other.right))
                card.inside.addWidget(quiet(f"· {words}"))


def done_words(done: Transaction) -> str:
    """What is done with a thing, in the counter's words."""
    say = QCoreApplication.translate
    words = {
        Transaction.RENT: say("AnswerCard", "Rented"),
        Transaction.SELL_NEW: say("AnswerCard", "Sold new"),
        Transaction.SELL_USED: say("AnswerCard", "Sold used"),
        Transaction.REFILL: say("AnswerCard", "Refill"),
        Transaction.MAINTAIN: say("AnswerCard", "Service visit"),
        Transaction.REPLACE: say("AnswerCard", "Replaced"),
    }
    return words[done]
