"""Where a unit is in its life, as a small bar of a tick a month, for the rows of a table.

    ticks = Ticks(lambda index: table.rows.rows[index.row()].standing, rental_page.life_months(desk), table)
    table.setItemDelegateForColumn(place, ticks)

The column's `shows` says the same in words ("month 14 of 36"): it is what a screen reader and the tooltip say.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db.book.rental_rows import UnitStanding
from desktop.core.rental_standing import Phase
from desktop.ui.parts import theme

_Index = QModelIndex | QPersistentModelIndex
_HIGH, _LOW, _CAP = 12, 6, 18  # pixels at 100 %: a paid month, one after the cap, the bar of the cap
_LEAST_TICK = 2
_HELD = (Phase.SUSPENDED, Phase.NEW_PERIOD_NEEDED)


class _Bar(NamedTuple):
    """All that a bar shows: bars of the same values are painted once."""

    phase: str
    begun: int
    cap: int | None
    months: int
    width: int
    ratio: float
    dark: bool


class Ticks(QStyledItemDelegate):
    """Paints a cell from what is stored of a unit: nothing is counted, so thousands of rows cost what is seen of them.

    `life_months` are the months of the bar (`operations.rental_page.life_months(desk)`).
    """

    def __init__(
        self, standing_of: Callable[[_Index], UnitStanding], life_months: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._standing_of = standing_of
        self._life_months = life_months

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 -- Qt's name
        """A few pixels a month."""
        return QSize(self._life_months * _LEAST_TICK + theme.space(4), super().sizeHint(option, index).height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The ground as of any cell, and the bar in its middle."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        shown.text = ""
        widget = shown.widget
        style = widget.style() if widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, widget)
        place = shown.rect.adjusted(theme.space(2), 0, -theme.space(2), 0)
        if place.width() >= self._life_months:
            bar = self._bar(self._standing_of(index), place.width(), painter)
            painter.drawPixmap(place.left(), place.center().y() - _CAP // 2, _painted(bar))

    def _bar(self, standing: UnitStanding, width: int, painter: QPainter) -> _Bar:
        begun = standing.service_month or 0
        ratio = painter.device().devicePixelRatioF()
        return _Bar(standing.phase, begun, standing.cap, self._life_months, width, ratio, theme.is_dark())


def _painted(bar: _Bar) -> QPixmap:
    """The bar, from the cache where it was painted before."""
    kept = QPixmap()
    if QPixmapCache.find(repr(bar), kept):
        return kept
    painted = QPixmap(QSize(bar.width, _CAP) * bar.ratio)
    painted.setDevicePixelRatio(bar.ratio)
    painted.fill(Qt.GlobalColor.transparent)
    painter = QPainter(painted)
    for month in range(1, bar.months + 1):
        _tick(painter, bar, month)
    _cap(painter, bar)
    painter.end()
    QPixmapCache.insert(repr(bar), painted)
    return painted


def _tick(painter: QPainter, bar: _Bar, month: int) -> None:
    """Full where it was paid, an outline where it comes, half as high after the cap; hollow where the count is held."""
    paid = bar.cap is None or month <= bar.cap
    high = _HIGH if paid else _LOW
    left, right = _edge(bar, month - 1), _edge(bar, month)
    gap = 1 / bar.ratio if right - left < _LEAST_TICK * 2 else 1
    box = QRectF(left, (_CAP + _HIGH) / 2 - high, max(right - left - gap, gap), high)
    if month > bar.begun:
        if bar.phase != Phase.ENDED and (bar.cap is not None or month == bar.begun + 1):
            painter.fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2), theme.color("edge"))
        return
    now = month == bar.begun and bar.phase != Phase.ENDED
    color = "accent" if now else ("ok" if paid and bar.phase != Phase.ENDED else "edge")
    painter.fillRect(box, theme.color(color))
    if now and bar.phase in _HELD:
        painter.fillRect(box.adjusted(0, high / 3, 0, -high / 3), theme.color("surface"))
    elif now:
        painter.fillRect(QRectF(box.left(), 0, box.width(), box.top()), theme.color(color))


def _cap(painter: QPainter, bar: _Bar) -> None:
    """A bar higher than the others behind the last month that is paid, or where an ended rental ends."""
    last = bar.begun if bar.phase == Phase.ENDED else bar.cap
    if last is not None and 0 < last < bar.months:
        painter.fillRect(QRectF(_edge(bar, last) - 1, 0, 2, _CAP), theme.color("ink"))


def _edge(bar: _Bar, months: int) -> float:
    """Where a month ends, on whole pixels of the screen."""
    return round(months * bar.width * bar.ratio / bar.months) / bar.ratio
