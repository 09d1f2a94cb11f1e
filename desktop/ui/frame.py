"""What stands around the pages: rail and help beside them, the banner above, the line in passing and the foot below."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.foot import Foot, SampleBanner
from desktop.ui.help_panel import HelpPanel
from desktop.ui.parts import theme
from desktop.ui.parts.bars import PassingBar
from desktop.ui.rail import Rail

_RAIL_WORDS_FROM = 860
_RAIL_HEAD_FROM = 480
_HELP_BESIDE_FROM = 760


class Frame(QWidget):
    """Places it all. Rail, banner and foot are there while a store is open."""

    def __init__(self, pages: QWidget, help_panel: HelpPanel) -> None:
        super().__init__()
        self.banner = SampleBanner()
        self.passing = PassingBar()
        self.foot = Foot()
        self.foot.hide()
        self._help = help_panel
        self._rail: Rail | None = None
        self._middle = QWidget()
        passing = QHBoxLayout()
        passing.setContentsMargins(theme.space(6), 0, theme.space(6), theme.space(3))
        passing.addWidget(self.passing)
        middle = _no_room_between(QVBoxLayout(self._middle))
        middle.addWidget(pages, 1)
        middle.addLayout(passing)
        self._across = QHBoxLayout()
        self._across.setSpacing(0)
        self._across.addWidget(self._middle, 1)
        self._across.addWidget(help_panel)
        down = _no_room_between(QVBoxLayout(self))
        down.addWidget(self.banner)
        down.addLayout(self._across, 1)
        down.addWidget(self.foot)

    def open(self, rail: Rail, *, sample: bool) -> None:
        """A store's places; whether it is the sample store."""
        self._across.insertWidget(0, rail)
        self._rail = rail
        self.banner.setVisible(sample)
        self.foot.show()

    def close_store(self) -> None:
        """Nothing of a store any more."""
        if self._rail is not None:
            self._rail.hide()
            self._rail.deleteLater()
            self._rail = None
        self.banner.hide()
        self.foot.hide()
        self.passing.forget()

    def mark(self, name: str) -> None:
        """The place where one is."""
        if self._rail is not None:
            self._rail.mark(name)

    def narrow(self, size: QSize) -> None:
        """Leaves out what a window of this size has no room for; the help then stands instead of the page."""
        if self._rail is not None:
            self._rail.narrow(now=size.width() < _RAIL_WORDS_FROM, low=size.height() < _RAIL_HEAD_FROM)
        self.foot.narrow(now=size.width() < _RAIL_WORDS_FROM)
        instead = size.width() < _HELP_BESIDE_FROM
        self._help.fill(instead=instead)
        self._middle.setVisible(self._help.isHidden() or not instead)


def _no_room_between(column: QVBoxLayout) -> QVBoxLayout:
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
