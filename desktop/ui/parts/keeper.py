"""Nothing typed is ever lost: a form is saved half-made, half a second after typing stops, now and then while it goes
on, and whenever the form is left."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

_AFTER_MS = 400
AT_LATEST_MS = 2000  # for somebody who types without a pause


def keep_each(keeps: Iterable[Callable[[], object]]) -> None:
    """Each keeps what was typed into it, whatever becomes of the others; the first problem is raised after that."""
    problems: list[Exception] = []
    for keep in keeps:
        try:
            keep()
        except Exception as problem:  # a full disk, or anything at all
            problems.append(problem)
    if problems:
        raise problems[0]


class Keeper(QObject):
    """Saves a form a moment after its last change. Connect every `edited` to `touch`; call `keep` when it is left.

    `save` gathers and keeps the half-made form; it is quick (one row), so it runs in the window's thread.
    """

    def __init__(self, parent: QObject, save: Callable[[], object]) -> None:
        super().__init__(parent)
        self._save = save
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_MS)
        self._later.timeout.connect(self.keep)
        self._at_latest = QTimer(self)
        self._at_latest.setSingleShot(True)
        self._at_latest.setInterval(AT_LATEST_MS)
        self._at_latest.timeout.connect(self.keep)
        self._touched = False

    def touch(self) -> None:
        """Something was typed."""
        self._touched = True
        self._later.start()
        if not self._at_latest.isActive():
            self._at_latest.start()

    def keep(self) -> None:
        """Saves at once what has not been saved yet. What keeps it from that is raised; the next `keep` tries again."""
        self._rest()
        if self._touched:
            self._touched = False
            try:
                self._save()
            except Exception:
                self._touched = True
                raise

    def forget(self) -> None:
        """Saves nothing of what is still waiting: the form was finished or thrown away."""
        self._rest()
        self._touched = False

    def _rest(self) -> None:
        self._later.stop()
        self._at_latest.stop()
