"""Paints drawings of `core.band_drawing`: each ink in a color of the theme, edges on whole pixels at every scale.

A drawing is laid out for a width, painted once into a picture, and shown from it until size, theme or scale change.
"""

from collections.abc import Callable, Iterable
from itertools import pairwise
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.core.band_cells import Measures
from desktop.core.band_drawing import Drawing, Measure
from desktop.core.band_shapes import Ink, Shape, Type, Written
from desktop.ui.parts import theme

MEASURES = Measures(band=28.0, line=18.0, strong_line=21.0, sign=12.0, gap=6.0, hairline=1.0, between=1.0)
INKS = MappingProxyType(
    {
        Ink.GROUND: "surface",
        Ink.PAID: "ok",
        Ink.OUTLINE: "edge",
        Ink.FAINT: "line",
        Ink.HATCH: "ink2",
        Ink.TODAY: "accent",
        Ink.SIGN: "ink",
        Ink.WORDS: "ink",
        Ink.QUIET: "ink2",
        Ink.NEXT: "note",
    }
)
"""The token of each ink."""
_EDGE = 4  # pixels around the drawing, for frames that stand out and the focus
_LEAST_WIDTH = 260
_LayOut = Callable[[float, Measures, Measure], Drawing]


class Drawn(QWidget):
    """Shows one drawing, as high as it is in the width that there is."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEAST_WIDTH)
        self._fonts = _fonts(self.font())
        self._metrics = {kind: QFontMetricsF(font, self) for kind, font in self._fonts.items()}
        self._lay_out: _LayOut | None = None
        self._painted = QPixmap()
        self._painted_as: object = None
        self._laid_out_for = -1
        self.drawing = Drawing(0.0, (), (), ())

    def draw(self, lay_out: _LayOut | None) -> None:
        """Shows what `lay_out` makes for a width; None: nothing."""
        self._lay_out = lay_out
        self._fit()

    def measure(self, words: str, kind: Type) -> float:
        """How wide words are."""
        return self._metrics[kind].horizontalAdvance(words)

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """As high as it is drawn."""
        return QSize(_LEAST_WIDTH * 3, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Another width is laid out anew."""
        super().resizeEvent(event)
        if event.size().width() != self._laid_out_for:
            self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """From the picture that was painted before, where nothing has changed."""
        ratio = self.devicePixelRatioF()
        painted_as = (self.drawing, self.size(), ratio, theme.is_dark())
        if self._painted_as != painted_as:
            self._painted = self._paint(ratio)
            self._painted_as = painted_as
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._painted)
        painter.translate(_EDGE, _EDGE)
        self.paint_over(painter)
        painter.end()

    def paint_over(self, painter: QPainter) -> None:
        """What changes without the drawing: a focus. `painter` stands at the drawing's corner."""

    def _fit(self) -> None:
        self._laid_out_for = self.width()
        width = self._laid_out_for - 2 * _EDGE
        empty = Drawing(0.0, (), (), ())
        self.drawing = self._lay_out(width, MEASURES, self.measure) if self._lay_out and width > 0 else empty
        self.setFixedHeight(round(self.drawing.height) + 2 * _EDGE if self.drawing.height else 0)
        self.update()

    def _paint(self, ratio: float) -> QPixmap:
        painted = QPixmap(self.size() * ratio)
        painted.setDevicePixelRatio(ratio)
        painted.fill(Qt.GlobalColor.transparent)
        painter = QPainter(painted)
        painter.translate(_EDGE, _EDGE)
        _Brushes(painter, ratio).shapes(self.drawing.shapes)
        self._words(painter, self.drawing.texts)
        painter.end()
        return painted

    def _words(self, painter: QPainter, texts: Iterable[Written]) -> None:
        for text in texts:
            painter.setFont(self._fonts[text.type])
            painter.setPen(theme.color(INKS[text.ink]))
            line = MEASURES.line if text.type is Type.SMALL else MEASURES.strong_line
            room = QRectF(text.x, text.top, text.width + 2, line)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text.words)

    def at_edge(self) -> int:
        """How far the drawing's corner is from the widget's."""
        return _EDGE


class _Brushes:
    """Paints shapes: what is straight up or across without blurred edges, the rest smooth."""

    def __init__(self, painter: QPainter, ratio: float) -> None:
        self._painter = painter
        self._ratio = ratio
        self._colors = {ink: theme.color(token) for ink, token in INKS.items()}

    def shapes(self, shapes: Iterable[Shape]) -> None:
        """One over the other."""
        for shape in shapes:
            straight = _is_straight(shape)
            points = QPolygonF([self._point(x, y, snap=straight) for x, y in shape.points])
            self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, not straight)
            self._painter.setPen(self._pen(shape, straight=straight))
            if shape.fill is None:
                self._painter.drawPolyline(points)
            else:
                self._painter.setBrush(QBrush(self._colors[shape.fill]))
                if straight and shape.line is None:
                    self._painter.fillRect(points.boundingRect(), self._colors[shape.fill])
                else:
                    self._painter.drawPolygon(points)

    def _point(self, x: float, y: float, *, snap: bool) -> QPointF:
        if snap:
            return QPointF(round(x * self._ratio) / self._ratio, round(y * self._ratio) / self._ratio)
        return QPointF(x, y)

    def _pen(self, shape: Shape, *, straight: bool) -> QPen:
        if shape.line is None:
            return QPen(Qt.PenStyle.NoPen)
        weight = max(1, round(shape.weight * self._ratio)) / self._ratio if straight else shape.weight
        pen = QPen(QColor(self._colors[shape.line]), weight)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if shape.dashed:
            pen.setDashPattern([3.0, 3.0])
        return pen


def _is_straight(shape: Shape) -> bool:
    points = shape.points
    return all(one[0] == other[0] or one[1] == other[1] for one, other in pairwise(points))


def _fonts(font: QFont) -> dict[Type, QFont]:
    small, strong = QFont(font), QFont(font)
    small.setPixelSize(theme.sizes().small)
    strong.setPixelSize(theme.sizes().body)
    strong.setWeight(QFont.Weight.DemiBold)
    return {Type.SMALL: small, Type.STRONG: strong}
