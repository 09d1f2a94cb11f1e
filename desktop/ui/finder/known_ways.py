"""All ways to a code, a day's each: seeking them takes a moment, so that a worker does it once for each day."""

from collections.abc import Callable
from datetime import date

from desktop.core.conversation import Conversation
from desktop.core.guide import Way
from desktop.desk import Desk
from desktop.operations import finding_code
from desktop.ui.page import Services


class KnownWays:
    """The ways that were sought already. `found` is called with the day when a worker has them."""

    def __init__(self, desk: Desk, services: Services, found: Callable[[date], object]) -> None:
        self._desk = desk
        self._services = services
        self._found = found
        self._of: dict[date, tuple[Way, ...]] = {}

    def __contains__(self, on: date) -> bool:
        return on in self._of

    def seek(self, on: date) -> None:
        """Seeks those of a day in a worker, if they are not known."""
        if on in self._of:
            return

        def take(ways: tuple[Way, ...]) -> None:
            self._of[on] = ways
            self._found(on)

        self._services.work.run(
            lambda: finding_code.ways(self._desk, on), take, self._services.complain, kind="finder/ways"
        )

    def told(self, talk: Conversation) -> Conversation:
        """The conversation with the ways of its day, if they are known."""
        ways = self._of.get(talk.guide.on)
        return talk if ways is None else finding_code.knowing(talk, ways)
