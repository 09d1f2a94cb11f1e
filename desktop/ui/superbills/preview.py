"""The page as it prints: drawn off the window's thread, as wide as there is room or at a size that was chosen.

Keys while it has the focus: + and - for the size, 0 for as wide as there is room, Page Up and Page Down through the
pages, arrows within the page.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.ui.parts import theme
from desktop.ui.parts.buttons import icon_button, quiet_button
from desktop.ui.parts.form import Flow
from desktop.ui.parts.words import WordsByButton
from desktop.ui.parts.worker import Workers

if TYPE_CHECKING:  # start-up time: QtPdf is loaded in the worker that first draws a page
    from desktop.ui.superbills.pictures import Shown

_SCREEN_DPI = 96
_SIZES = (50, 75, 100, 125, 150, 200, 300)  # percent of the paper's own size
_MARGIN = 8
_RESIZED_MS = 80


class _Sheet(QWidget):
    """The picture of a page with a line around it."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = QImage()

    def put(self, picture: QImage) -> None:
        """Another picture."""
        self.picture = picture
        self.setFixedSize(picture.deviceIndependentSize().toSize())
        self.update()

    def paintEvent(self, _event: object) -> None:  # noqa: N802 -- Qt's name
        """The page, which is white in the dark too, as paper is."""
        if self.picture.isNull():
            return
        painter = QPainter(self)
        painter.drawImage(0, 0, self.picture)
        painter.setPen(QColor(theme.color("line")))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class _Area(QScrollArea):
    """Scrolls the page; hands the keys that it does not need for that to `other`."""

    def __init__(self, sheet: QWidget, other: Callable[[Qt.Key], bool], resized: Callable[[], object]) -> None:
        super().__init__()
        self._other = other
        self._resized = resized
        self.setProperty("kind", "preview")
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else the width would hop
        self.setMinimumHeight(140)
        self.setWidget(sheet)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Size and pages, else scrolling."""
        if not self._other(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """There is more or less room."""
        super().resizeEvent(event)
        self._resized()


class Preview(QWidget):
    """Shows a PDF that was handed over with `show_pdf`. `words` tells page and size as its reader hears them."""

    def __init__(
        self, work: Workers, problem: Callable[[str], object], *, kind: str = "preview", foreign: bool = False
    ) -> None:
        """`kind` tells apart what two previews have asked for. `foreign`: the PDFs are of somebody else."""
        super().__init__()
        self._work = work
        self._problem = problem
        self._kind = kind
        self._foreign = foreign
        self._pdf = b""
        self._page, self._pages = 0, 0
        self._percent: int | None = None
        self._sheet = _Sheet()
        self.area = _Area(self._sheet, self._key, self._resized)
        self.area.setAccessibleName(self.tr("The page as it prints"))
        self._where = WordsByButton("", "small", wraps=False)
        self._before = icon_button(self.tr("Page before (Page Up)"), "back", lambda: self._turn(-1))
        self._after = icon_button(self.tr("Next page (Page Down)"), "next", lambda: self._turn(1))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_RESIZED_MS)
        self._later.timeout.connect(self._draw)
        self._place()

    @property
    def picture(self) -> QImage:
        """What is shown now; null before the first page."""
        return self._sheet.picture

    @property
    def words(self) -> str:
        """Page and size in words."""
        return self._where.text()

    def show_pdf(self, pdf: bytes, *, same_place: bool = False) -> None:
        """Shows this PDF from its first page, or with `same_place` (it was changed a little) where it was."""
        self._pdf = pdf
        if not same_place:
            self._page = 0
        self._draw()

    def _place(self) -> None:
        bar = QWidget()
        flow = Flow(bar, theme.space(1))
        smaller = quiet_button("−", lambda: self._size(-1))
        larger = quiet_button("+", lambda: self._size(1))
        for button, name in ((smaller, self.tr("Smaller (-)")), (larger, self.tr("Larger (+)"))):
            button.setAccessibleName(name)
            button.setToolTip(name)
        fit = quiet_button(self.tr("Fit width"), self._fit)
        fit.setToolTip(self.tr("0"))
        for part in (smaller, larger, fit, self._before, self._after, self._where):
            flow.addWidget(part)
        self._where.stand_by(fit)
        self._before.hide()
        self._after.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        column.addWidget(bar)
        column.addWidget(self.area, 1)

    def _key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._size(1)
        elif key is Qt.Key.Key_Minus:
            self._size(-1)
        elif key is Qt.Key.Key_0:
            self._fit()
        elif key is Qt.Key.Key_PageDown and self._at_end(lowest=True) and self._page + 1 < self._pages:
            self._turn(1)
        elif key is Qt.Key.Key_PageUp and self._at_end(lowest=False) and self._page > 0:
            self._turn(-1)
        else:
            return False
        return True

    def _at_end(self, *, lowest: bool) -> bool:
        bar = self.area.verticalScrollBar()
        return bar.value() == (bar.maximum() if lowest else bar.minimum())

    def _turn(self, pages: int) -> None:
        self._page = max(0, min(self._page + pages, self._pages - 1))
        self.area.verticalScrollBar().setValue(0)
        self._draw()

    def _size(self, steps: int) -> None:
        now = self._percent or self._percent_of_fit()
        bigger = [size for size in _SIZES if size > now]
        smaller = [size for size in _SIZES if size < now]
        self._percent = (bigger[:1] or _SIZES[-1:])[0] if steps > 0 else (smaller[-1:] or list(_SIZES[:1]))[0]
        self._draw()

    def _fit(self) -> None:
        self._percent = None
        self._draw()

    def _percent_of_fit(self) -> int:
        return round(100 * self._room() / (8.5 * _SCREEN_DPI))

    def _room(self) -> int:
        return max(self.area.viewport().width() - 2 * _MARGIN, 60)

    def _resized(self) -> None:
        if self._percent is None and self._pdf:
            self._later.start()

    def _draw(self) -> None:
        if not self._pdf:
            return
        pdf, asked, ratio = self._pdf, (self._page, self._percent, self._room()), self.devicePixelRatioF()
        foreign = self._foreign
        self._work.run(lambda: _drawn(pdf, asked, ratio, foreign=foreign), self._drawn, self._problem, kind=self._kind)

    def _drawn(self, shown: "Shown") -> None:
        shown.picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._page, self._pages = shown.page, shown.pages
        self._sheet.put(shown.picture)
        percent = round(100 * shown.picture.deviceIndependentSize().width() / (8.5 * _SCREEN_DPI))
        self._where.setText(
            self.tr("Page {page} of {pages} · {percent} %").format(
                page=shown.page + 1, pages=shown.pages, percent=percent
            )
        )
        self.area.setAccessibleDescription(self._where.text())
        for button in (self._before, self._after):
            button.setVisible(shown.pages > 1)
        self._before.setEnabled(shown.page > 0)
        self._after.setEnabled(shown.page + 1 < shown.pages)

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """A page at about two thirds of its size."""
        return QSize(540, 600)


def _drawn(pdf: bytes, asked: tuple[int, int | None, int], ratio: float, *, foreign: bool) -> "Shown":
    from desktop.ui.superbills import drawn_apart  # noqa: PLC0415 -- start-up time: QtPdf
    from desktop.ui.superbills.pictures import Asked, picture  # noqa: PLC0415 -- start-up time: QtPdf

    page, percent, room = asked
    dpi = percent * _SCREEN_DPI * ratio / 100 if percent is not None else None
    draw = drawn_apart.picture if foreign else picture
    return draw(pdf, Asked(page, dpi, round(room * ratio)))
