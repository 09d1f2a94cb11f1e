"""The pages of a book, one at the front: made when they are asked for.

Those that take long are made before that, while nothing else is to do, so that the first Ctrl+N is as quick as the
second: in pieces, and the window is free in between.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import delete

from desktop.ui.page import Page, Services
from desktop.ui.places import Place, places

if TYPE_CHECKING:  # start-up time: the desk comes after the first frame
    from desktop.desk import Desk

COUNTER = "counter"
_FIRST_AFTER_MS = 100  # what is wanted at once comes first
_BETWEEN_MS = 5


class Pages(QStackedWidget):
    """`made` are those that are there already, by the names of their places."""

    def __init__(self) -> None:
        super().__init__()
        self.made: dict[str, Page] = {}
        self._places: dict[str, Place] = {}
        self._unseen: list[str] = []
        self._with: tuple[Desk, Services] | None = None
        self._pieces: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._make_piece)
        self._leaving: list[Page] = []
        self._then: Callable[[], object] | None = None
        self._going = QTimer(self)
        self._going.setSingleShot(True)
        self._going.setInterval(0)
        self._going.timeout.connect(self._take_away)

    @property
    def places(self) -> tuple[Place, ...]:
        """All places of the rail but the Counter."""
        return tuple(self._places.values())

    @property
    def names(self) -> list[str]:
        """The names of all places, in the order of the rail; none while no book is open."""
        return [COUNTER, *self._places] if self._places else []

    @property
    def under_way(self) -> bool:
        """Whether some are still to be made before somebody asks for them."""
        return self._timer.isActive() or self._going.isActive()

    def begin(self, counter: Page) -> None:
        """The places of a book; the Counter is there from the beginning."""
        self._places = {place.name: place for place in places()}
        self.made = {COUNTER: counter}

    def end(self) -> None:
        """Takes everything away."""
        self._timer.stop()
        self._going.stop()
        self._leaving, self._then = [], None
        self._pieces = iter(())
        while (widget := self.widget(0)) is not None:
            self.removeWidget(widget)
            widget.deleteLater()
        self.made, self._places, self._unseen, self._with = {}, {}, [], None

    def can_be_made(self, desk: "Desk", services: Services) -> None:
        """From now on any page is made that is asked for, and those that take long in a moment."""
        self._with = (desk, services)
        self._make_ahead()

    def asked_for(self, name: str) -> Page | None:
        """The page of a place, made now if it was not; None while it cannot be made yet."""
        if name in self._unseen:
            self._unseen.remove(name)
        return self._page(name)

    def bring(self, widget: QWidget) -> None:
        """To the front."""
        self._take_in(widget)
        self.setCurrentWidget(widget)

    def forget_unseen(self, then: Callable[[], object]) -> None:
        """Takes away those that nobody has asked for, does `then`, which gives all that is there another look, and
        makes those anew in a moment. The window answers in between."""
        self._pieces = iter(())
        self._timer.stop()
        self._leaving += [self.made.pop(name) for name in self._unseen]
        self._unseen = []
        self._then = then
        self._take_away()

    def _page(self, name: str) -> Page | None:
        if name not in self.made and self._with is not None and name in self._places:
            self.made[name] = self._places[name].build(*self._with)
        return self.made.get(name)

    def _take_in(self, widget: QWidget) -> None:
        if self.indexOf(widget) < 0:
            self.addWidget(widget)

    def _make_ahead(self) -> None:
        self._pieces = self._those_ahead()
        self._timer.start(_FIRST_AFTER_MS)

    def _take_away(self) -> None:
        if self._leaving:
            delete(self._leaving.pop())  # at once: Qt would dress it first
            self._going.start()
        elif self._then is not None:
            then, self._then = self._then, None
            then()
            if self._with is not None:
                self._make_ahead()

    def _make_piece(self) -> None:
        if next(self._pieces, self) is not self:
            self._timer.start(_BETWEEN_MS)

    def _those_ahead(self) -> Iterator[None]:
        for name in [place.name for place in self.places if place.ahead]:
            if name not in self.made:
                self._unseen.append(name)
            page = self._page(name)
            yield
            if page is not None:
                self._take_in(page)
                yield
                yield from page.made_ahead()
                yield
