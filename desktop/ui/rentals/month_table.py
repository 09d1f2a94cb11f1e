"""The months of a rental as a table: the same as in its bands, for whoever reads better in rows."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent

from desktop.core.band import Picture, PictureMonth
from desktop.operations import rental_page
from desktop.ui.parts.table import Column, Table

_HEIGHT = 420


class MonthTable(Table[PictureMonth]):
    """All months of all units; Enter opens the paper of one that is billed."""

    def __init__(self) -> None:
        say = QCoreApplication.translate
        words = rental_page.picture_words()
        self._titles: dict[str, str] = {}
        columns: list[Column[PictureMonth]] = [
            Column(say("MonthTable", "Unit"), lambda month: self._titles.get(month.unit_id, ""), 130),
            Column(say("MonthTable", "Month"), lambda month: str(month.number or "–"), 64, right=True),
            Column(say("MonthTable", "Days"), lambda month: words.between(month.span.starts, month.span.ends), 200),
            Column(say("MonthTable", "What is known of it"), lambda month: month.state),
        ]
        super().__init__(say("MonthTable", "Months of the rental"), columns)
        self.setMinimumHeight(_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Letters are keys of the page, not a search."""
        if event.text().isalpha():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def show_picture(self, picture: Picture, at: PictureMonth | None) -> None:
        """The months of a picture; `at` is stood on."""
        self._titles = {lane.unit_id: lane.title for lane in picture.lanes}
        months = [month for lane in picture.lanes for month in lane.months]
        self.put(months)
        if at in months:
            self.selectRow(months.index(at))
            self.scrollTo(self.currentIndex(), self.ScrollHint.PositionAtCenter)
