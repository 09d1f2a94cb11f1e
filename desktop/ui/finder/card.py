"""The answer card: code and modifiers large, the official words, each reason with its source, and what comes next."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.operations.answer_card import Card as Answer
from desktop.operations.answer_card import LookAlike, Reason
from desktop.operations.found import Found, FoundLine
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import icon_button, primary, quiet_button, secondary
from desktop.ui.parts.finding_row import FindingRow
from desktop.ui.parts.form import Flow
from desktop.ui.parts.sourced import source_line
from desktop.ui.parts.words import Card, Words, code_label, divider, quiet, section


@dataclass(frozen=True, slots=True)
class Does:
    """What the card's buttons do. `put` is given what goes on the superbill, `look_up` a code, `change` a question."""

    put: Callable[[Found], object]
    copy: Callable[[str, str], object]
    look_up: Callable[[str], object]
    change: Callable[[str], object]


class AnswerCard(Card):
    """One answer. Its first button is the page's primary one, `take_focus` goes there."""

    def __init__(self, answer: Answer, does: Does) -> None:
        super().__init__()
        self._answer = answer
        self._does = does
        self.setAccessibleName(self.tr("The answer"))
        for finding in answer.findings[: self._stops()]:
            self.inside.addWidget(FindingRow(finding))
        for line in answer.found.lines:
            self._place_line(line)
        self.first = self._placed_buttons()
        for reasons in answer.reasons:
            self._place_reasons(reasons)
        self._place_instead()
        for finding in answer.findings[self._stops() :]:
            self.inside.addWidget(FindingRow(finding))
        self._place_open()
        self._place_others()
        self._place_look_alikes()
        self._place_plan()

    @property
    def found(self) -> Found:
        """What it puts on a superbill."""
        return self._answer.found

    @property
    def copied(self) -> str:
        """What Ctrl+C copies."""
        return "\n".join(line.words for line in self._answer.found.lines)

    def put(self) -> None:
        """Enter: on a superbill with it."""
        self._does.put(self._answer.found)

    def copy(self) -> None:
        """Ctrl+C: the code and its modifiers."""
        if self.copied:
            self._does.copy(self.copied, self.tr("Copied {code}.").format(code=self._answer.found.words))

    def copy_plan(self) -> None:
        """The questions for the plan, as a list."""
        if self._answer.ask_plan:
            self._does.copy(self._answer.plan_text, self.tr("Copied what to ask the plan."))

    def take_focus(self) -> None:
        """To the button that goes on."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stops(self) -> int:
        return sum(finding.severity == "stop" for finding in self._answer.findings)

    def _place_line(self, line: FoundLine) -> None:
        large = QWidget()
        flow = Flow(large, gap=theme.space(3))
        flow.addWidget(code_label(line.code, "display"))
        for modifier in line.modifiers:
            flow.addWidget(code_label(modifier, "display"))
        look = quiet_button(self.tr("What to know about it"), lambda: self._does.look_up(line.code), drawing="catalog")
        look.setAccessibleName(self.tr("What to know about {code}").format(code=line.code))
        flow.addWidget(look)
        self.inside.addWidget(large)
        if line.description:
            self.inside.addWidget(Words(line.description, "title"))
        if line.narrative_19:
            self.inside.addWidget(_block(Words(line.narrative_19), Words(self.tr("for item 19 of the claim"), "small")))

    def _place_reasons(self, reasons: tuple[Reason, ...]) -> None:
        for reason in reasons:
            self.inside.addWidget(_block(Words(reason.words), source_line(reason.mark, reason.sources)))

    def _place_instead(self) -> None:
        instead = self._answer.instead
        if instead is None:
            return
        box = Card(self.tr("The finder would write"))
        for line in instead.lines:
            box.inside.addWidget(code_label(line.words, "heading"))
            box.inside.addWidget(quiet(line.description))
        take = secondary(self.tr("Take this instead"), lambda: self._does.put(instead))
        take.setToolTip(self.tr("Puts it on a superbill"))
        box.inside.addWidget(take)
        self.inside.addWidget(box)

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

    def _placed_buttons(self) -> QPushButton:
        row = QWidget()
        flow = Flow(row)
        billed = bool(self._answer.found.lines)
        first = primary(self.tr("Put on a superbill") if billed else self.tr("To a receipt instead"), self.put)
        first.setToolTip(self.tr("Enter"))
        flow.addWidget(first)
        if billed:
            copy = secondary(self.tr("Copy"), self.copy, drawing="copy")
            copy.setToolTip(self.tr("Ctrl+C"))
            flow.addWidget(copy)
        if self._answer.ask_plan:
            ask = secondary(self.tr("What to ask the plan"), self.copy_plan, drawing="phone")
            ask.setToolTip(self.tr("Copies the list: Ctrl+Shift+C"))
            flow.addWidget(ask)
        self.inside.addWidget(row)
        return first


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
