"""The Code finder: one question at a time, and the code with its modifiers and reasons at the end.

The conversation is a value (`core.conversation`); the page holds it, shows where it is and keeps it half-made.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.core.conversation import Conversation
from desktop.core.questions import Kind
from desktop.desk import Desk
from desktop.operations import answer_card, finding_code
from desktop.operations.finding_code import PAYER, Asked, NotAnAnswer
from desktop.operations.found import Found
from desktop.ui.finder.box import CodeBox
from desktop.ui.finder.chips import DAY
from desktop.ui.finder.front import Front
from desktop.ui.finder.head import Head
from desktop.ui.finder.known_ways import KnownWays
from desktop.ui.finder.possible import PossiblePart
from desktop.ui.finder.question import ENTER
from desktop.ui.page import Page, Services
from desktop.ui.parts import theme
from desktop.ui.parts.answer_card import Does
from desktop.ui.parts.keeper import Keeper
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.ways import FindCode, OpenCode, PutOnSuperbill, Way

_BESIDE_FROM = 760  # pixels at 100 % from which what it can still be stands beside the question


class FinderPage(Page):
    """Code finder."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._talk = finding_code.begin(desk)
        self._ways = KnownWays(desk, services, self._learned)
        self._changing: str | None = None
        self._checking = ""
        self._line: int | None = None
        self._taken_up = False
        self._keeper = Keeper(self, self._save)
        self._box = CodeBox(desk)
        self._head = Head()
        does = Does(self._put, services.say, self._look_up, self._check_again, self._change)
        self._front = Front(does, self._change)
        self._question = self._front.question
        self._possible = PossiblePart(self._look_up)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._place()
        self._connect()

    @property
    def found(self) -> Found | None:
        """What the card would put on a superbill; None while there is no card."""
        return self._front.card.found if self._front.card is not None else None

    @property
    def possible(self) -> tuple[str, str]:
        """What the right side says: what it can still be, and what is out."""
        return self._possible.words

    def shown(self) -> None:
        """The first time, what was left half-made; then as it was left."""
        if not self._taken_up:
            self._taken_up = True
            talk, beside = finding_code.taken_up(self._services.book, self._desk)
            self._go_on(talk)
            self._checking = str(beside.get("checking") or "")
            self._line = beside.get("line")
            self._show()
            self._question.put(str(beside.get("typed") or ""))
        self._front.take_focus()

    def arrive(self, way: Way) -> None:
        """To the first question of something else; what was begun before can be had back."""
        if isinstance(way, FindCode):
            known = {PAYER: way.payer} if way.payer else {}
            self._begin({**known, **dict(way.answers)}, way.line)
            self._box.put(way.words)
            self._box.enter()

    def back(self) -> bool:
        """One step back: from a check or a change to where it was, else the last answer is taken back."""
        if self._checking:
            self._checking = ""
        elif self._changing:
            self._changing = None
        elif self._talk.answers:
            self._talk = self._talk.back()
        else:
            return False
        self._stepped()
        return True

    def search(self) -> bool:
        """Ctrl+F: to the box for a code that is known."""
        self._box.setFocus()
        self._box.edit.selectAll()
        return True

    def keep(self) -> None:
        """Saves the conversation at once."""
        self._keeper.keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """What no field wanted: Enter presses what it stands on or goes on, Backspace goes back."""
        focus = self.focusWidget()
        if event.key() in ENTER:
            if isinstance(focus, QPushButton):
                focus.click()
            elif self._front.card:
                self._front.card.put()
        elif event.key() == Qt.Key.Key_Backspace:
            self.back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """What it can still be goes below the question where there is no room beside it."""
        super().resizeEvent(event)
        beside = event.size().width() >= _BESIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._across.setDirection(way)

    def _place(self) -> None:
        self._across.setSpacing(theme.space(5))
        self._across.setContentsMargins(0, 0, theme.space(2), 0)
        self._across.addWidget(self._front, 3)
        beside = QVBoxLayout()
        beside.setSpacing(theme.space(3))
        beside.addWidget(self._box)
        beside.addWidget(self._possible)
        beside.addStretch(1)
        self._across.addLayout(beside, 2)
        content = QWidget()
        content.setLayout(self._across)
        self.column.addWidget(self._head)
        self._scroll = scrolling(content)
        self.column.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self._head.back.connect(self.back)
        self._head.forward.connect(self._forward)
        self._head.anew.connect(self._begin)
        self._question.answered.connect(self._answer)
        self._question.typed.connect(self._keeper.touch)
        self._question.back.connect(self.back)
        self._box.entered.connect(self._check)
        for keys, then in {
            "Alt+Left": self.back,
            "Alt+Right": self._forward,
            "Ctrl+C": self._copy_card,
            "Ctrl+Shift+C": self._copy_plan,
            "Ctrl+R": self._begin,
        }.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(then)

    def _answer(self, text: str) -> None:
        try:
            self._go_on(self._answered(text))
        except NotAnAnswer as problem:
            self._question.say_wrong(str(problem))
            return
        self._changing = None
        self._stepped()

    def _answered(self, text: str) -> Conversation:
        if self._changing == DAY:
            return finding_code.on_day(self._talk, text, self._desk)
        return finding_code.answer(self._talk, self._changing, text)

    def _go_on(self, talk: Conversation) -> None:
        """With another conversation, which is told its ways if it does not know them."""
        self._talk = talk if talk.guide is self._talk.guide else self._ways.told(talk)

    def _change(self, question_id: str) -> None:
        self._changing, self._checking = question_id, ""
        self._stepped()

    def _forward(self) -> None:
        if not self._changing and not self._checking:
            self._talk = self._talk.forward()
            self._stepped()

    def _begin(self, answers: Mapping[str, str] = MappingProxyType({}), line: int | None = None) -> None:
        before = (self._talk, self._line)
        self._go_on(finding_code.begin(self._desk, answers))
        self._changing, self._checking, self._line = None, "", line
        self._box.put("")
        self._stepped()
        if before[0].answers:
            self._services.offer_undo(self.tr("Started over."), lambda: self._again(*before))

    def _again(self, talk: Conversation, line: int | None) -> None:
        self._go_on(talk)
        self._line, self._changing, self._checking = line, None, ""
        self._stepped()

    def _check(self, text: str) -> None:
        """Checks a typed code, once it is known who pays."""
        self._changing, self._checking = None, text
        self._stepped()

    def _look_up(self, code: str) -> None:
        self._services.go(OpenCode(code))

    def _check_again(self, codes: str) -> None:
        """Checks the typed code with what was chosen for it."""
        self._box.put(codes)
        self._check(codes)

    def _stepped(self) -> None:
        self._keeper.touch()
        self._show()
        self._front.take_focus()
        QTimer.singleShot(0, self._to_top)  # laid out by then; what stops stands at the top

    def _to_top(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)

    def _show(self) -> None:
        """Shows where the conversation is."""
        QTimer.singleShot(0, self, self._seek)  # a worker at it now would slow what is being shown
        card = self._answer_card()
        self._front.chips.show_chips(self._talk.guide.on, self._desk.today, self._talk.chips, self._changing)
        if card is not None:
            self._front.show_card(card)
        else:
            self._front.ask(self._asked(), self._talk.stops)
        self._show_possible()
        self._head.allow(
            back=bool(self._talk.answers or self._changing or self._checking),
            forward=self._talk.suggested is not None,
            anew=bool(self._talk.answers),
        )

    def _seek(self) -> None:
        self._ways.seek(self._talk.guide.on)

    def _answer_card(self) -> answer_card.Card | None:
        request = self._talk.request()
        if self._checking and request is not None:
            return answer_card.of_typed(self._desk, self._checking, request)
        if self._changing or self._talk.question is not None:
            return None
        return answer_card.of_talk(self._desk, self._talk)

    def _asked(self) -> Asked | None:
        if self._changing == DAY:
            words = self.tr("On which day is the service?")
            told = self.tr("The rules of that day count, not today's.")
            return Asked(DAY, Kind.DAY, words, told, (), self._talk.guide.on.strftime("%m/%d/%Y"))
        return finding_code.asked(self._talk, self._changing)

    def _show_possible(self) -> None:
        known = self._talk.guide.on in self._ways
        self._possible.setVisible(known and not self._checking)
        if known:
            self._possible.show_codes(finding_code.can_be(self._talk, self._desk), finding_code.ruled_out(self._talk))

    def _learned(self, on: date) -> None:
        """The ways of a day are there: the right side follows."""
        if self._talk.guide.on == on:
            self._talk = self._ways.told(self._talk)
            self._show_possible()

    def _put(self, found: Found) -> None:
        """Onto the superbill; the next thing begins with the same payer."""
        way = PutOnSuperbill(found, self._line)
        payer = self._talk.answers.get(PAYER)
        self._go_on(finding_code.begin(self._desk, {PAYER: payer} if payer else {}))
        self._changing, self._checking, self._line = None, "", None
        self._box.put("")
        self._stepped()
        self._services.go(way)

    def _copy_card(self) -> None:
        if self._front.card is not None:
            self._front.card.copy()

    def _copy_plan(self) -> None:
        if self._front.card is not None:
            self._front.card.copy_plan()

    def _save(self) -> None:
        beside = {"checking": self._checking, "line": self._line, "typed": self._question.text}
        finding_code.keep(self._services.book, self._talk, beside)
