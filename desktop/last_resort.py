"""What happens when something goes wrong that nobody foresaw: what was typed is kept, a person is told what to do, and
the program goes on where it can.

A problem may come in the middle of drawing, in another thread, or sixty times a second. So it is only heard where it
happens; it is dealt with when the window is free again, once, and one window tells of it.
"""

import contextlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, qVersion

from desktop import clock, log, unheard
from desktop.core.version import VERSION
from desktop.log import What
from desktop.operations import last_time
from desktop.problems import is_ours, kind_and_place, sentence, stopped
from desktop.ui.main_window import MainWindow

if TYPE_CHECKING:  # start-up time: hopefully never needed
    from desktop.ui.trouble_window import Trouble, TroubleWindow

AGAIN_AFTER = 10  # times that one problem comes up again before a second window advises to close Oxydesk
MOST_WINDOWS = 6
TRIED_AGAIN_MS = 10_000


@dataclass(frozen=True, slots=True)
class _Heard:
    """A problem without what it holds on to."""

    place: str
    foreseen: str = ""
    """Its own sentence, if it is one that was foreseen and that nobody caught: a full disk, say."""


def not_started(error: BaseException) -> None:
    """There is no window yet: says in one of the system's own what keeps Oxydesk from starting."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 -- hopefully never needed

    unheard.uncaught(error)
    words = QCoreApplication.translate("LastResort", "Oxydesk cannot start. {why}")
    QMessageBox.critical(None, "Oxydesk", words.format(why=sentence(error)))


class LastResort(QObject):
    """For one window. `let_go` closes the book and `open_again` the program, which comes again at once."""

    _heard = Signal(object)

    def __init__(
        self, window: MainWindow, home: Path, let_go: Callable[[], object], open_again: Callable[[], object]
    ) -> None:
        super().__init__(window)
        self._window, self._home, self._let_go, self._open_again = window, home, let_go, open_again
        self._times: Counter[_Heard] = Counter()
        self._shown: TroubleWindow | None = None
        self._windows = 0
        self._told: Trouble | None = None
        self._not_kept = ""
        self._later = QTimer(self)
        self._later.setInterval(TRIED_AGAIN_MS)
        self._later.timeout.connect(self._keep_again)
        self._heard.connect(self._deal_with, Qt.ConnectionType.QueuedConnection)

    @property
    def shown(self) -> "TroubleWindow | None":
        """The window that tells of a problem, while it stands open."""
        return self._shown

    def hear(self, error: BaseException) -> None:
        """Hears of a problem, in any thread and at any moment."""
        unheard.uncaught(error)
        with contextlib.suppress(RuntimeError):  # the window is gone: nobody is there to be told
            self._heard.emit(_Heard(kind_and_place(error), stopped(error) if is_ours(error) else ""))

    def end(self, error: BaseException) -> None:
        """The program cannot go on: keeps what was typed, closes the book, tells it, and returns when that was read."""
        from desktop.ui.trouble_window import Trouble  # noqa: PLC0415 -- hopefully never needed

        unheard.uncaught(error)
        with contextlib.suppress(Exception):  # what ended the program may hold up this, too
            self._keep()
            window = self._made_window()
            trouble = Trouble(kind_and_place(error), self._not_kept, ends=True)
            self._tell(trouble)
            window.exec()
        with contextlib.suppress(Exception):
            self._let_go()

    def _deal_with(self, heard: _Heard) -> None:
        self._times[heard] += 1
        try:
            self._keep()
            if heard.foreseen:
                self._window.complain(self._sentence(heard.foreseen))
            else:
                self._show(heard, self._times[heard])
        except Exception as error:  # a problem of the last resort itself must not call it again
            unheard.uncaught(error)

    def _show(self, heard: _Heard, times: int) -> None:
        """One window at a time, one for a problem, and one more where it does not stop."""
        from desktop.ui.trouble_window import Trouble  # noqa: PLC0415 -- hopefully never needed

        if self._shown is not None:
            if self._told is not None and self._told.not_kept != self._not_kept:
                self._tell(Trouble(self._told.place, self._not_kept, self._told.again))
        elif times in (1, AGAIN_AFTER) and self._windows < MOST_WINDOWS:
            self._windows += 1
            window = self._made_window()
            self._tell(Trouble(heard.place, self._not_kept, again=times > 1))
            window.show()
            window.activateWindow()
        elif self._not_kept:
            self._window.complain(self._sentence(self._not_kept))

    def _tell(self, trouble: "Trouble") -> None:
        self._told = trouble
        if self._shown is not None:
            self._shown.tell(trouble)

    def _made_window(self) -> "TroubleWindow":
        from desktop.ui.trouble_window import Does, TroubleWindow  # noqa: PLC0415 -- hopefully never needed

        does = Does(self._keep_again, self._open_again, self._for_support)
        self._shown = TroubleWindow(self._window if self._window.isVisible() else None, does)
        self._shown.finished.connect(self._read)
        return self._shown

    def _read(self) -> None:
        if self._shown is not None:
            self._shown.deleteLater()
            self._shown = None
            self._window.activateWindow()

    def _keep(self) -> None:
        """Every page writes out what was typed; `_not_kept` says why where one could not."""
        try:
            self._window.keep_all()
        except Exception as error:  # a full disk, or the very problem that is dealt with
            self._not_kept = stopped(error)
            log.note_error(What.NOT_KEPT, error)
            self._later.start()
        else:
            self._not_kept = ""
            self._later.stop()

    def _keep_again(self) -> None:
        was = self._not_kept
        self._keep()
        if was and not self._not_kept:
            self._window.say(QCoreApplication.translate("LastResort", "What you typed is kept now."))
        if self._shown is not None and self._told is not None:
            from desktop.ui.trouble_window import Trouble  # noqa: PLC0415 -- hopefully never needed

            self._tell(Trouble(self._told.place, self._not_kept, self._told.again, self._told.ends))

    def _sentence(self, foreseen: str) -> str:
        if not self._not_kept:
            return foreseen
        stays = QCoreApplication.translate("LastResort", "What you typed stays in this window until it can be kept.")
        return f"{foreseen} {stays}"

    def _for_support(self) -> str:
        """What happened, on which Oxydesk, and the newest of the log; nothing of a patient by construction."""
        import platform  # noqa: PLC0415 -- start-up: seldom needed

        told = [
            f"Oxydesk {VERSION}, {clock.now().isoformat(timespec='minutes')}",
            f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, Qt {qVersion()}",
            self._told.place if self._told is not None else "",
        ]
        return "\n".join([*told, log.for_support(), *last_time.frames(self._home)])
