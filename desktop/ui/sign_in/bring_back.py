"""Bringing back a backup by somebody who cannot get in: before the locked store, or where it does not open at all."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout

from desktop import clock
from desktop.operations import backups, restoring
from desktop.operations.backups import BackupSet
from desktop.operations.restoring import Chosen
from desktop.operations.unlocking import Secret
from desktop.ui.parts.ask import Ask
from desktop.ui.parts.buttons import quiet_button
from desktop.ui.parts.worker import Workers
from desktop.ui.settings.bring_back import BringBack, Bringing
from desktop.ui.sign_in.frame import BeforeStore


class BringBackPage(BeforeStore):
    """`restore` is given the backup that was chosen and opened; `leave` leads back. `name` was here last."""

    def __init__(  # noqa: PLR0913 -- where it is, who asks, and the two ways on
        self,
        home: Path,
        ask: Ask,
        work: Workers,
        restore: Callable[[Chosen], object],
        leave: Callable[[], object],
        *,
        name: str = "",
    ) -> None:
        def look(backup: BackupSet, typed: Secret | None) -> Chosen:
            return restoring.look_from_outside(home, backup, typed or Secret(), clock.now)

        bringing = BringBack(Bringing(look, lambda _backup: False, restore, ask, work))
        super().__init__(
            self.tr("Bring back a backup"),
            self.tr(
                "A password or the recovery sheet of its day opens a backup. Nothing is replaced before you have seen "
                "what is in it."
            ),
            bringing,
        )
        self.bringing = bringing
        self._home, self._work, self._leave = home, work, leave
        self.bringing.put_name(name)
        end = QHBoxLayout()
        end.addStretch()
        end.addWidget(quiet_button(self.tr("Back"), leave, drawing="back"))
        self.card.inside.addLayout(end)

    def shown(self) -> None:
        """What can be reached now."""
        home = self._home
        self._work.run(lambda: backups.reachable(home), self.bringing.put, self.bringing.wrong)

    def back(self) -> bool:
        """To where somebody came from."""
        self._leave()
        return True
