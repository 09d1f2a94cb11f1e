"""A page of the window, and what it is handed.

How a page is written
---------------------
A page is a class in `desktop/ui/<place>/page.py`: a `Page` that is made from (desk, services) when it is first shown,
or before that while nothing else is to do (`pages.py`), and lives on. `places.py` names it. (The Counter alone is made
from services before there is a desk, and gets the desk with `desk_opened`; it must import nothing heavy: see
`tests/bench/start_up.py`.)

- The constructor only places and connects. What the book holds is read in `shown()`, each time the page comes up.
- A slot gathers, calls one function of `operations` and shows what it returned. Over 50 ms:
  `services.work.run(work, then, problem, kind="…")`; `work` runs elsewhere and opens its own `book.another()`; `then`
  gets the result here; `problem` gets a sentence (usually `services.complain`). With a `kind` only the newest counts.
- To another page: `services.go(OpenPatient(7))`; all ways are in `ways.py`. The page that is led to gets `arrive(way)`.
- `services.say("Saved.")` tells in passing; `services.complain(sentence)` tells what did not work;
  `services.offer_undo("Deleted Marisol Treviño.", undo)` after a deletion, instead of asking before it.
- What is typed is kept half-made: a `Keeper` per form, `touch()` at every change; the page's `keep()` calls its `keep`.
- Esc comes to `back()`: one step back inside the page, True if there was one. Ctrl+F comes to `search()`, Ctrl+P to
  `print_it()`. Alt+1…7, Ctrl+K, Ctrl+N, Ctrl+L, F1 are the window's. The page's help is `resources/help/en/<place>.md`.
- Parts to build from are in `parts/`: `words` (heading, section, quiet, code_label, Card), `labelled` (Field with
  `core.entry`, Choice, Longer, tick), `form` (FieldGrid, Flow), `scrolled` (scrolling), `tabs`, `buttons` (primary,
  secondary, quiet_button, danger, icon_button, chip, AnswerRow), `finding_row`, `table` (Table, Column), `empty`,
  `bars` (Busy), `icons`, `keeper`, `ask`. A long page's content goes into `scrolling(content)`. One `primary` button a
  page. Colors only by `kind`, `tone`, `ground` (see `resources/look/window.qss`) or `theme.color(token)` in painting.
- At 200 % a window of 1024 by 700 is one of 512 by 350: words wrap (`Words`), fields go below
  each other (`FieldGrid`), the page scrolls. `tests/ui/conftest.py` has the checks that every page is held to.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.operations.book import Book
from desktop.ui.parts import theme
from desktop.ui.parts.ask import Ask
from desktop.ui.parts.preferences import Preferences
from desktop.ui.parts.worker import Workers

if TYPE_CHECKING:  # start-up time: the ways come when somebody goes one
    from desktop.operations.restoring import Chosen
    from desktop.ui.ways import Way

_LOW = 360  # pixels at 100 %: a window of 1024x700 at 200 %


@dataclass(frozen=True, slots=True)
class Services:
    """What a page may use besides the desk. `book` is for the window's thread; a worker takes `book.another()`."""

    book: Book
    go: "Callable[[Way], object]"
    say: Callable[[str], object]
    """Tells in passing that something was done."""
    complain: Callable[[str], object]
    """Tells a sentence on what did not work; it stays until it is closed."""
    offer_undo: Callable[[str, Callable[[], object]], object]
    """Tells what was done ("Deleted …") and offers to undo it."""
    work: Workers
    ask: Ask
    preferences: Preferences
    restore: "Callable[[Chosen], object]"
    """Closes the store and brings back this backup."""
    re_encrypt: Callable[[str], object]
    """Closes the store, whose key this is, and gives it another one."""


class Page(QWidget):
    """What the window calls on every page. Each has a manner that does nothing, so a page writes what it needs."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self._leave_room(low=False)
        self.column.setSpacing(theme.space(4))

    def made_ahead(self) -> Iterator[None]:
        """Makes what it does not need at first, a piece at a time, before somebody asks for it."""
        yield from ()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Less room above and below where the window is low; none inside of another page."""
        super().resizeEvent(event)
        if not self.column.contentsMargins().isNull():
            self._leave_room(low=event.size().height() < _LOW)

    def _leave_room(self, *, low: bool) -> None:
        above, below = (theme.space(2), theme.space(2)) if low else (theme.space(5), theme.space(4))
        self.column.setContentsMargins(theme.space(6), above, theme.space(6), below)

    def shown(self) -> None:
        """It has come to the front: read anew what other pages may have changed."""

    def arrive(self, way: "Way") -> None:
        """Someone has asked for something of it; it is at the front already."""

    def back(self) -> bool:
        """Esc: goes one step back inside itself; whether there was one. Never loses what was typed."""
        return False

    def search(self) -> bool:
        """Ctrl+F: goes to its own search box, if it has one."""
        return False

    def print_it(self) -> bool:
        """Ctrl+P: prints what it shows, if it can."""
        return False

    def whom(self) -> int | None:
        """Whom it shows, if that is one patient of the book: Ctrl+N begins a superbill for that patient."""
        return None

    def standing(self) -> "Way | None":
        """The way that leads to what it shows now, if there is one: taken again when the window was locked."""
        return None

    def keep(self) -> None:
        """Saves at once what was typed and is not saved yet: it is left, the window closes, or something broke."""
