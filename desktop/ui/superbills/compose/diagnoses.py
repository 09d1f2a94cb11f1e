"""The diagnoses of a superbill: found by words or code, each with its letter."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core import pointers
from desktop.desk import Desk
from desktop.operations import diagnosing
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import icon_button
from desktop.ui.parts.words import Card, Words, code_label, section
from desktop.ui.superbills.compose.part import joined
from desktop.ui.superbills.compose.picker import Option, Picker

_CODE_WIDE = 72  # the longest code in the code's face


class DiagnosesPart(Card):
    """The search and the list. `changed` hands over the letters before and after."""

    changed = Signal(list, list)
    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._codes: list[str] = []
        self.inside.addWidget(section(self.tr("Diagnoses")))
        self.setAccessibleName(self.tr("Diagnoses"))
        self.picker = Picker(self.tr("Dia&gnosis"), self._found, placeholder=self.tr("Words or code: COPD, J44.9"))
        self.picker.picked.connect(self._add)
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.space(1))
        self.inside.addWidget(self.picker)
        self.inside.addWidget(self._list)

    @property
    def codes(self) -> list[str]:
        """The diagnoses, A first."""
        return list(self._codes)

    def fill(self, codes: Sequence[str]) -> None:
        """Shows these."""
        self._codes = list(codes)
        self._show()

    def _add(self, code: object) -> None:
        if str(code) not in self._codes:
            self._change([*self._codes, str(code)])
        self.picker.edit.setFocus()

    def _remove(self, code: str) -> None:
        self._change([each for each in self._codes if each != code])
        self.picker.edit.setFocus()

    def _change(self, codes: list[str]) -> None:
        before = pointers.for_all(self._codes)
        self._codes = codes
        self._show()
        self.changed.emit(before, pointers.for_all(codes))
        self.edited.emit()

    def _found(self, text: str) -> Sequence[Option]:
        return [Option(joined(found.code, found.words), found.code) for found in diagnosing.find(self._desk, text)]

    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for letter, code in zip(diagnosing.all_letters(), self._codes, strict=False):
            self._rows.addWidget(self._row(letter, code))
        self._list.setVisible(bool(self._codes))

    def _row(self, letter: str, code: str) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.space(2))
        words = Words(diagnosing.words(self._desk, code), tone="quiet")
        letters = code_label(code)
        letters.setMinimumWidth(_CODE_WIDE)
        across.addWidget(code_label(letter), 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(letters, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(words, 1)
        remove = icon_button(self.tr("Take {code} away").format(code=code), "close", lambda: self._remove(code))
        across.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return row
