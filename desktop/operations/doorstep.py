"""Before the door of the store: what lies in its folder, held for this Oxydesk, and how long the next try has to wait.

That is all that the page needs which asks who is there. What a try takes (`sign_in.Door`) comes with the first one.
"""

import enum
import os
from datetime import datetime, timedelta
from pathlib import Path

from db.book import beside, file, lock, place
from db.problems import BookKeyProblem
from desktop import files
from desktop.operations.book_places import places


class State(enum.Enum):
    """What lies in the store's folder: nothing, a book whose key lies beside it, or one that is locked."""

    NEW = "new"
    WITHOUT_PASSWORD = "without password"  # noqa: S105 -- a state's name
    LOCKED = "locked"


class Doorstep:
    """Before the store of a folder; until `close`, no other Oxydesk opens that store.

    BookProblem where there is no way in at all.
    """

    def __init__(self, home: Path) -> None:
        place.check(home, places())
        files.folder(home)
        self.home = home
        self._held = lock.take(home / file.NAME)
        try:
            file.finish_making(home)
            self.state = _state(home)
        except BaseException:
            self._held.release()
            raise

    def close(self) -> None:
        """Lets another Oxydesk open the store."""
        self._held.release()

    def wait(self, now: datetime) -> timedelta:
        """How long the next try has to wait."""
        if not os.path.lexists(self.home / beside.TRIES):
            return timedelta()
        from db.book import tries  # noqa: PLC0415 -- start-up time: only after a wrong try
        from desktop.operations import protection  # noqa: PLC0415 -- start-up time: only after a wrong try

        return tries.left(self.home, protection.waits(), now)


def _state(home: Path) -> State:
    if beside.has_slots(home):
        return State.LOCKED
    if (home / file.KEY).exists():
        return State.WITHOUT_PASSWORD
    if file.is_there(home):
        raise BookKeyProblem(home / beside.KEYS, "is gone")
    return State.NEW
