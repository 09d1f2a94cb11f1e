"""What Python tells when nobody listens: warnings, and errors where nobody could catch them. To the log, without words.

Python's own manner is to write such things to standard error with their texts, and a text may quote a patient.
"""

import sys
import threading
import warnings
from collections.abc import Callable
from types import TracebackType

from desktop import log
from desktop.log import Entry, What
from desktop.problems import kind_and_place, place_above, say

Hear = Callable[[BaseException], object]


def uncaught(error: BaseException) -> None:
    """Notes and says kind and place of what nobody has caught."""
    log.note_error(What.UNCAUGHT, error)
    say(f"Oxydesk: {kind_and_place(error)}")


def listen(hear: Hear = uncaught) -> None:
    """For the rest of this process. `hear` is handed what nobody caught, in the thread in which it was raised."""

    def hook(_kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            say("Stopped.")
        else:
            hear(error.with_traceback(trace))

    def thread(told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None and not isinstance(told.exc_value, SystemExit):
            hear(told.exc_value)

    sys.excepthook = hook
    sys.unraisablehook = _unraisable
    threading.excepthook = thread
    warnings.showwarning = _warned  # type: ignore[assignment]  # fewer names


def _unraisable(told: "sys.UnraisableHookArgs") -> None:
    if told.exc_value is not None:
        log.note_error(What.IGNORED, told.exc_value)


def _warned(_message: Warning | str, category: type[Warning], *_where: object, **_more: object) -> None:
    log.note(Entry(What.WARNED, kind=category, place=place_above(sys._getframe(1))))  # noqa: SLF001 -- who warned
