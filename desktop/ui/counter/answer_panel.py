"""What a typed code means, beside what was found: the kind of plan that it is checked for, and the answer card."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.operations.answer_card import Card
from desktop.ui.parts import theme
from desktop.ui.parts.answer_card import AnswerCard, Does
from desktop.ui.parts.labelled import Choice
from desktop.ui.parts.scrolled import scroll_inside


class AnswerPanel(QWidget):
    """One answer at a time. `payer_chosen` tells that it is to be checked for another kind of plan."""

    payer_chosen = Signal(str)

    def __init__(self, does: Does) -> None:
        super().__init__()
        self._does = does
        self._shown: Card | None = None
        self._card: AnswerCard | None = None
        self._plans: Choice | None = None
        self._area = QScrollArea()
        self._area.setAccessibleName(self.tr("Answer"))
        scroll_inside(self._area)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(2))
        self._column.addWidget(self._area, 1)

    @property
    def shown(self) -> bool:
        """Whether an answer stands there."""
        return self._shown is not None

    def offer_plans(self, kinds: Sequence[tuple[str, str]], now: str) -> None:
        """The kinds of plan to choose from, each with its words, and the one that counts now."""
        if self._plans is None:
            hint = self.tr("The superbill looks again with the patient's own plan.")
            self._plans = Choice(self.tr("Checked &for"), list(kinds), hint=hint)
            self._plans.put(now)
            self._plans.chosen.connect(self.payer_chosen)
            self._column.insertWidget(0, self._plans)

    def put_plan(self, kind: str) -> None:
        """Another kind of plan counts from now on."""
        if self._plans is not None:
            self._plans.put(kind)

    def clear(self) -> None:
        """Shows nothing."""
        self._shown, self._card = None, None
        scroll_inside(self._area)

    def show_answer(self, answer: Card) -> None:
        """Shows an answer, unless it stands there already."""
        if answer == self._shown:
            return
        self._shown = answer
        self._card = AnswerCard(answer, self._does)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.space(2), 0)
        column.addWidget(self._card)
        column.addStretch()
        scroll_inside(self._area, content)

    def enter(self) -> None:
        """To the first thing that can be done with the answer."""
        if self._card is not None:
            self._card.take_focus()
