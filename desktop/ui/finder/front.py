"""What one looks at in the finder: what was answered, what stops, and the question, or the answer card at the end."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.finding import Finding
from desktop.operations.answer_card import Card
from desktop.operations.finding_code import Asked
from desktop.ui.finder.chips import ChipsPart
from desktop.ui.finder.question import QuestionPart
from desktop.ui.parts import theme
from desktop.ui.parts.answer_card import AnswerCard, Does
from desktop.ui.parts.finding_row import FindingRow


class Front(QWidget):
    """The left side. `card` is the answer card while there is one."""

    def __init__(self, does: Does, change: Callable[[str], object]) -> None:
        """`does` is what the card's buttons do; `change` asks an answered question again."""
        super().__init__()
        self._does = does
        self.chips = ChipsPart(change)
        self.question = QuestionPart()
        self.card: AnswerCard | None = None
        self._stops, self._card_place = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        column.addWidget(self.chips)
        column.addLayout(self._stops)
        column.addWidget(self.question)
        column.addLayout(self._card_place)
        column.addStretch(1)

    def show_card(self, card: Card) -> None:
        """The answer, in place of a question; it says itself what stops."""
        self._clear()
        self.card = AnswerCard(card, self._does)
        self._card_place.addWidget(self.card)
        self.card.show()

    def ask(self, asked: Asked | None, stops: Iterable[Finding]) -> None:
        """A question, below what stops already; None where nothing is left to be asked."""
        self._clear()
        for stop in stops:
            self._stops.addWidget(FindingRow(stop))
        self.question.setVisible(asked is not None)
        if asked is not None:
            self.question.ask(asked)

    def take_focus(self) -> None:
        """To what goes on."""
        if self.card is not None:
            self.card.take_focus()
        else:
            self.question.take_focus()

    def _clear(self) -> None:
        for place in (self._stops, self._card_place):
            while (item := place.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
        self.card = None
        self.question.clear()
        self.question.hide()
