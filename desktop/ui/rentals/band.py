"""The bands of a rental, month by month: painted, gone through by keyboard, said to a screen reader.

Left and Right go month by month, Up and Down from unit to unit, Page Up and Page Down by a year, Home and End to the
ends of a band, T to today.
"""

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QToolTip

from desktop.core.band import Picture, PictureMonth
from desktop.core.band_drawing import Spot, drawing, legend
from desktop.core.band_steps import Steps
from desktop.ui.parts import theme
from desktop.ui.rentals.drawn import Drawn

_STEPS = {
    Qt.Key.Key_Left: Steps.before,
    Qt.Key.Key_Right: Steps.after,
    Qt.Key.Key_Up: Steps.above,
    Qt.Key.Key_Down: Steps.below,
    Qt.Key.Key_PageUp: Steps.year_before,
    Qt.Key.Key_PageDown: Steps.year_after,
    Qt.Key.Key_Home: Steps.first,
    Qt.Key.Key_End: Steps.last,
    Qt.Key.Key_T: Steps.today,
}
_FRAME = 2


class Band(Drawn):
    """The bands of one picture. One month is stood on: `gone_to` tells it, `opened` that Enter was pressed there."""

    gone_to = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._steps: Steps | None = None

    @property
    def month(self) -> PictureMonth | None:
        """The month that is stood on."""
        return self._steps.month if self._steps is not None else None

    def show_picture(self, picture: Picture | None) -> None:
        """Shows a picture, standing on today's month; None: nothing."""
        walkable = picture is not None and any(lane.months for lane in picture.lanes)
        self._steps = Steps(picture) if picture is not None and walkable else None
        self.setAccessibleName(
            self.tr("The rental month by month, with the arrow keys. {words}").format(words=picture.words)
            if picture
            else ""
        )
        self.setAccessibleDescription(self._said())

        if picture is None:
            self.draw(None)
        else:
            self.draw(lambda width, measures, measure: drawing(picture, width, measures, measure))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Goes to another month."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.month is not None:
            self.opened.emit(self.month)
            return
        step = _STEPS.get(Qt.Key(event.key()))
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if step is None or self._steps is None or not plain:
            super().keyPressEvent(event)
            return
        step(self._steps)
        self._went()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """Goes to the month that is clicked."""
        spot = self._spot(event.position().toPoint())
        if spot is not None and self._steps is not None and event.button() is Qt.MouseButton.LeftButton:
            self._steps.go(spot.lane, spot.place)
            self._went()

    def event(self, event: QEvent) -> bool:
        """The sentence of the month under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 -- Qt's name
        """The month that is stood on gets its frame."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 -- Qt's name
        """And loses it."""
        super().focusOutEvent(event)
        self.update()

    def paint_over(self, painter: QPainter) -> None:
        """The frame around the month that is stood on; thin while the keyboard is elsewhere."""
        spot = self._stood_on()
        if spot is None:
            return
        box = spot.box
        frame = QRectF(box.left, box.top, box.width, box.height).adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME)
        weight = _FRAME if self.hasFocus() else 1
        painter.setPen(QPen(theme.color("surface"), weight + 2))
        painter.drawRect(frame)
        painter.setPen(QPen(theme.color("accent" if self.hasFocus() else "edge"), weight))
        painter.drawRect(frame)

    def _went(self) -> None:
        said = self._said()
        self.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self.update()
        self.gone_to.emit(self.month)

    def _said(self) -> str:
        if self._steps is None or self._steps.month is None:
            return ""
        return f"{self._steps.lane.title}: {self._steps.month.sentence}"

    def _tell(self, event: QHelpEvent) -> None:
        spot = self._spot(event.pos())
        if spot is None or self._steps is None:
            QToolTip.hideText()
            return
        edge = self.at_edge()
        room = QRectF(spot.box.left, spot.box.top, spot.box.width, spot.box.height + spot.reach).translated(edge, edge)
        QToolTip.showText(event.globalPos(), self._steps.at(spot.lane, spot.place).sentence, self, room.toRect())

    def _spot(self, where: QPoint) -> Spot | None:
        x, y = where.x() - self.at_edge(), where.y() - self.at_edge()
        inside = (
            spot
            for spot in self.drawing.spots
            if spot.box.left <= x < spot.box.right and spot.box.top <= y < spot.box.bottom + spot.reach
        )
        return next(inside, None)

    def _stood_on(self) -> Spot | None:
        if self._steps is None:
            return None
        here = (self._steps.lane_place, self._steps.place)
        return next((spot for spot in self.drawing.spots if (spot.lane, spot.place) == here), None)


class Legend(Drawn):
    """What forms and signs of a picture mean."""

    def show_picture(self, picture: Picture | None) -> None:
        """The legend of a picture: what is to be seen there."""
        if picture is None:
            self.draw(None)
            return
        self.setAccessibleName(self.tr("What the signs mean"))
        self.setAccessibleDescription(", ".join(swatch.words for swatch in picture.legend))
        self.draw(lambda width, measures, measure: legend(picture.legend, width, measures, measure))
