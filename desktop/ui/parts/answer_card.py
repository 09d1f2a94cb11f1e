"""The answer card: code and modifiers large, the official words, each reason with its source, and what comes next.

The finder shows what it found on it, the Counter a typed code that was checked.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.core.request import Transaction
from desktop.operations.answer_card import Card as Answer
from desktop.operations.answer_card import LookAlike, Reason
from desktop.operations.found import Found, FoundLine
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import AnswerRow, icon_button, primary, quiet_button, secondary
from desktop.ui.parts.finding_row import FindingRow
from desktop.ui.parts.form import Flow
from desktop.ui.parts.sourced import source_line
from desktop.ui.parts.words import Card, Words, code_label, divider, quiet, section


@dataclass(frozen=True, slots=True)
class Does:
    """What the card's buttons do. `put` is given what goes on the superbill, `say` what was done in passing, `look_up`
    a code, `ask` codes that are to be checked, `change` a question of the finder."""

    put: Callable[[Found], object]
    say: Callable[[str], object]
    look_up: Callable[[str], object]
    ask: Callable[[str], object]
    change: Callable[[str], object] = lambda _question: None


class AnswerCard(Card):
    """One answer. `first` is what Enter is for: the page's primary button, or what has to be chosen before."""

    def __init__(self, answer: Answer, does: Does) -> None:
        super().__init__()
        self._answer = answer
        self._does = does
        self._look: QWidget | None = None
        self.setAccessibleName(self.tr("The answer"))
        for finding in answer.findings[: self._stops()]:
            self.inside.addWidget(FindingRow(finding))
        for line in answer.found.lines:
            self._place_line(line)
        choices = self._placed_choices()
        put = None if choices else self._placed_put()
        self._place_tools(put)
        for reasons in answer.reasons:
            self._place_reasons(reasons)
        instead = self._placed_instead()
        for finding in answer.findings[self._stops() :]:
            self.inside.addWidget(FindingRow(finding))
        self._place_open()
        self._place_others()
        self._place_look_alikes()
        self._place_plan()
        able = put if put is not None and put.isEnabled() else None
        self.first: QWidget = next(each for each in (*choices, able, instead, self._look) if each is not None)

    @property
    def found(self) -> Found:
        """What it puts on a superbill."""
        return self._answer.found

    @property
    def copied(self) -> str:
        """What Ctrl+C copies."""
        return "\n".join(line.words for line in self._answer.found.lines)

    def put(self) -> None:
        """Enter: on a superbill with it, if it may be."""
        if not (self._answer.choices or self._answer.mistyped):
            self._does.put(self._answer.found)

    def copy(self) -> None:
        """Ctrl+C: the code and its modifiers."""
        if self.copied:
            self._copy(self.copied, self.tr("Copied {code}.").format(code=self._answer.found.words))

    def copy_plan(self) -> None:
        """The questions for the plan, as a list."""
        if self._answer.ask_plan:
            self._copy(self._answer.plan_text, self.tr("Copied what to ask the plan."))

    def take_focus(self) -> None:
        """To what goes on."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self, text: str, said: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._does.say(said)

    def _stops(self) -> int:
        """How many findings stand on top: those that stop, unless a choice below answers them."""
        return sum(finding.severity == "stop" for finding in self._answer.findings) if not self._answer.choices else 0

    def _place_line(self, line: FoundLine) -> None:
        large = QWidget()
        flow = Flow(large, gap=theme.space(3))
        flow.addWidget(code_label(line.code, "display"))
        for modifier in line.modifiers:
            flow.addWidget(code_label(modifier, "display"))
        look = quiet_button(self.tr("What to know about it"), lambda: self._does.look_up(line.code), drawing="catalog")
        look.setAccessibleName(self.tr("What to know about {code}").format(code=line.code))
        flow.addWidget(look)
        self._look = self._look or look
        self.inside.addWidget(large)
        if line.description:
            self.inside.addWidget(Words(line.description, "title"))
        if line.narrative_19:
            self.inside.addWidget(_block(Words(line.narrative_19), Words(self.tr("for item 19 of the claim"), "small")))

    def _placed_choices(self) -> list[AnswerRow]:
        """What may be done with the thing, a digit each, where a code alone does not say it."""
        rows = [
            AnswerRow(number, done_words(choice.done), choice.words, self._asks(choice.words))
            for number, choice in enumerate(self._answer.choices, start=1)
        ]
        if rows:
            self.inside.addWidget(quiet(self.tr("What is done with it?")))
        for row in rows:
            self.inside.addWidget(row)
        return rows

    def _asks(self, words: str) -> Callable[[], None]:
        def ask() -> None:
            self._does.ask(words)

        return ask

    def _place_reasons(self, reasons: tuple[Reason, ...]) -> None:
        for reason in reasons:
            self.inside.addWidget(_block(Words(reason.words), source_line(reason.mark, reason.sources)))

    def _placed_instead(self) -> QPushButton | None:
        instead = self._answer.instead
        if instead is None:
            return None
        box = Card(self.tr("The finder would write"))
        for line in instead.lines:
            box.inside.addWidget(code_label(line.words, "heading"))
            box.inside.addWidget(quiet(line.description))
        words = " + ".join(line.words for line in instead.lines)
        take = secondary(self.tr("Take {codes} instead").format(codes=words), lambda: self._does.put(instead))
        take.setToolTip(self.tr("Puts it on a superbill"))
        box.inside.addWidget(take)
        self.inside.addWidget(box)
        return take

    def _place_open(self) -> None:
        if not self._answer.left_open:
            return
        self.inside.addWidget(Words(self.tr("Not known yet"), "label"))
        flow = QWidget()
        layout = Flow(flow)
        for chip in self._answer.left_open:
            layout.addWidget(quiet_button(chip.question, self._changes(chip.question_id)))
        self.inside.addWidget(flow)

    def _changes(self, question_id: str) -> Callable[[], None]:
        def change() -> None:
            self._does.change(question_id)

        return change

    def _place_others(self) -> None:
        for words, when in self._answer.others:
            self.inside.addWidget(_block(code_label(words), Words(when)))

    def _place_look_alikes(self) -> None:
        if not self._answer.look_alikes:
            return
        self.inside.addWidget(divider())
        for each in self._answer.look_alikes:
            self.inside.addWidget(_look_alike(self._not(each), each.words))

    def _not(self, each: LookAlike) -> str:
        if each.right:
            return self.tr("{right}?").format(right=" ".join(each.right))
        return self.tr("not {code}").format(code=each.code)

    def _place_plan(self) -> None:
        if not self._answer.ask_plan:
            return
        head = QHBoxLayout()
        head.addWidget(section(self.tr("What to ask the plan")), 1)
        head.addWidget(icon_button(self.tr("Copy what to ask the plan"), "copy", self.copy_plan))
        self.inside.addWidget(divider())
        self.inside.addLayout(head)
        for number, each in enumerate(self._answer.ask_plan, start=1):
            self.inside.addWidget(Words(f"{number}. {each.words}"))

    def _placed_put(self) -> QPushButton:
        """The primary button. What the plan forbids still gets a receipt; what is mistyped gets nothing."""
        kept = not self._answer.found.lines or (self._answer.forbidden and not self._answer.mistyped)
        put = primary(self.tr("To a receipt instead") if kept else self.tr("Put on a superbill"), self.put)
        put.setToolTip(self.tr("Enter"))
        put.setEnabled(not self._answer.mistyped)
        return put

    def _place_tools(self, put: QPushButton | None) -> None:
        row = QWidget()
        flow = Flow(row)
        if put is not None:
            flow.addWidget(put)
        if self._answer.found.lines:
            copy = secondary(self.tr("Copy"), self.copy, drawing="copy")
            copy.setToolTip(self.tr("Ctrl+C"))
            flow.addWidget(copy)
        if self._answer.ask_plan:
            ask = secondary(self.tr("What to ask the plan"), self.copy_plan, drawing="phone")
            ask.setToolTip(self.tr("Copies the list: Ctrl+Shift+C"))
            flow.addWidget(ask)
        self.inside.addWidget(row)


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


def _block(*widgets: QWidget) -> QWidget:
    """What belongs together, close together."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for widget in widgets:
        column.addWidget(widget)
    return box


def _look_alike(head: str, words: str) -> QWidget:
    return _block(Words(head, "label"), quiet(words))
