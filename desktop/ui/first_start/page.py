"""The first start: set up my store with four fields, or try a sample store."""

import json
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.book.rows import Address, Store
from desktop.core import entry
from desktop.ui.page import Page
from desktop.ui.parts import theme
from desktop.ui.parts.bars import Busy
from desktop.ui.parts.buttons import primary, secondary
from desktop.ui.parts.form import FieldGrid
from desktop.ui.parts.icons import Drawing
from desktop.ui.parts.keeper import Keeper
from desktop.ui.parts.labelled import Field
from desktop.ui.parts.preferences import Preferences
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.parts.words import Card, Words, heading

_WIDEST = 640
_TYPED = "first_start/typed"


class FirstStartPage(Page):
    """Four fields and two buttons. `set_up` is given the store, `sample` opens the sample store.

    There is no book yet: what is half-typed is kept with what the window remembers, until `forget_typed`.
    """

    def __init__(
        self, set_up: Callable[[Store], object], sample: Callable[[], object], preferences: Preferences
    ) -> None:
        super().__init__()
        self._set_up = set_up
        self._preferences = preferences
        self._name = Field(
            self.tr("&Name of the store"),
            hint=self.tr("As on your tax papers; it stands at the top of every superbill."),
            reads=entry.name,
            needed=self.tr("Type the name of the store."),
        )
        self._phone = Field(self.tr("&Phone"), hint=self.tr("In any form."), reads=entry.phone)
        self._zip = Field(self.tr("&ZIP code"), hint=self.tr("It fills in the state."), reads=entry.zip_)
        self._npi = Field(self.tr("NP&I"), hint=self.tr("Ten digits. You may add it later."), reads=entry.npi)
        self._busy = Busy(self.tr("Making the store's book …"))
        self._busy.hide()
        self._begin = primary(self.tr("Set up my store"), self._begun)
        self._sample = secondary(self.tr("Try a sample store"), sample, drawing="sample")
        self.column.addWidget(scrolling(self._content()))
        self._fields = {"name": self._name, "phone": self._phone, "zip": self._zip, "npi": self._npi}
        self._keeper = Keeper(self, self._keep_typed)
        self._take_up()

    def shown(self) -> None:
        """Typing goes into the first field."""
        self._name.setFocus()

    def keep(self) -> None:
        """Saves at once what was typed."""
        self._keeper.keep()

    def busy(self, *, now: bool) -> None:
        """Shows that the book is being made."""
        self._busy.setVisible(now)
        self._begin.setEnabled(not now)
        self._sample.setEnabled(not now)

    def _content(self) -> QWidget:
        card = Card()
        card.setMaximumWidth(_WIDEST)
        card.inside.addWidget(FieldGrid(self._name, (self._phone, self._zip), self._npi))
        buttons = QHBoxLayout()
        buttons.addWidget(self._begin)
        buttons.addWidget(self._busy, 1)
        buttons.addStretch()
        card.inside.addLayout(buttons)
        other = Card()
        other.setMaximumWidth(_WIDEST)
        other.inside.addWidget(
            Words(
                self.tr(
                    "Only looking? The sample store has invented people, products and superbills. "
                    "It stays in a folder of its own."
                ),
                tone="quiet",
            )
        )
        other.inside.addWidget(self._sample)
        content = QWidget()
        middle = QVBoxLayout()
        middle.setSpacing(theme.space(4))
        middle.addStretch(1)
        middle.addWidget(Drawing("oxydesk", "", 48))
        middle.addWidget(heading(self.tr("Welcome to Oxydesk")))
        middle.addWidget(
            Words(
                self.tr(
                    "Oxygen codes, checked superbills, and paper in the customer's hand. "
                    "Everything stays on this computer."
                ),
                tone="quiet",
            )
        )
        middle.addWidget(card)
        middle.addWidget(other)
        middle.addStretch(2)
        across = QHBoxLayout(content)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addLayout(middle, 1000)
        across.addStretch(1)
        return content

    def _take_up(self) -> None:
        typed = _typed(self._preferences.text(_TYPED))
        for name, field in self._fields.items():
            field.put(typed.get(name, ""))
            field.edited.connect(self._keeper.touch)

    def _keep_typed(self) -> None:
        self._preferences.remember(_TYPED, json.dumps({name: field.text for name, field in self._fields.items()}))
        self._preferences.keep()

    def _begun(self) -> None:
        wrong = [field for field in self._fields.values() if not field.look()]
        if wrong:
            wrong[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._set_up(
            replace(
                Store(),
                legal_name=self._name.value,
                phone=self._phone.value,
                npi=self._npi.value,
                address=Address(zip=self._zip.value),
            )
        )


def _typed(kept: str) -> dict[str, str]:
    """What was typed, by the fields' names; what is damaged is typed anew."""
    try:
        raw = json.loads(kept or "{}")
    except (ValueError, RecursionError):
        return {}
    return {name: text for name, text in raw.items() if isinstance(text, str)} if isinstance(raw, dict) else {}


def forget_typed(preferences: Preferences) -> None:
    """The store is made: what was typed stands in its book."""
    preferences.remember(_TYPED, "")
