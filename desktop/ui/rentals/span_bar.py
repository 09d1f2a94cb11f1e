"""Today, this week, 30 days: up to when things to do are shown, each with how many there are."""

from collections.abc import Mapping

from PySide6.QtWidgets import QTabBar

from desktop.operations.due import Span

_SPANS = tuple(Span)


class SpanBar(QTabBar):
    """Today, this week, 30 days, each with how many things it has."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Up to when"))
        self.setExpanding(False)
        self.setDrawBase(False)
        self._names = {
            Span.TODAY: self.tr("Today"),
            Span.WEEK: self.tr("This week"),
            Span.MONTH: self.tr("30 days"),
        }
        for span in _SPANS:
            self.addTab(self._names[span])

    @property
    def span(self) -> Span:
        """The one that is chosen."""
        return _SPANS[max(self.currentIndex(), 0)]

    @property
    def words(self) -> str:
        """What it is called."""
        return self._names[self.span]

    def tell(self, totals: Mapping[Span, int]) -> None:
        """How many things each has."""
        for place, span in enumerate(_SPANS):
            self.setTabText(place, self.tr("{span} ({count})").format(span=self._names[span], count=totals[span]))
