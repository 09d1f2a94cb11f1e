"""What can be done with the superbill that is being made, and what forbids that it ever is one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.parts import theme
from desktop.ui.parts.buttons import primary, quiet_button, secondary
from desktop.ui.parts.form import Flow
from desktop.ui.parts.words import Card, Words, heading


class Top(QWidget):
    """Title and buttons; below them, where it holds, why this can only be a receipt."""

    issue = Signal()
    receipt = Signal()
    wait = Signal()
    drop = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = heading("")
        self._issue = primary(self.tr("Issue"), self.issue.emit)
        self._issue.setToolTip(self.tr("Ctrl+Enter"))
        self._issue.setEnabled(False)
        self._receipt = secondary(self.tr("Receipt now (F9)"), self.receipt.emit, drawing="receipt")
        self._wait = secondary(self.tr("Wait for what is missing"), self.wait.emit, drawing="waiting")
        drop = quiet_button(self.tr("Drop"), self.drop.emit, drawing="delete")
        self._corrects = Words("", tone="quiet")
        self._never, self._why = Card(kind="stop"), Words()
        row = QWidget()
        flow = Flow(row, theme.space(2))
        for widget in (self._title, self._issue, self._receipt, self._wait, drop):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addWidget(row)
        column.addWidget(self._corrects)
        column.addWidget(self._never)
        self._place_never()

    @property
    def may_issue(self) -> bool:
        """Whether nothing stops it."""
        return self._issue.isEnabled()

    def entitle(self, *, receipt: bool, corrects: str | None) -> None:
        """Whether it is a superbill or the copy of a receipt; the number of the paper whose place it takes."""
        self._title.setText(self.tr("Receipt") if receipt else self.tr("Superbill"))
        said = self.tr("Corrected copy of {number}, which holds until this is issued and is void from then on.")
        self._corrects.setText(said.format(number=corrects) if corrects else "")
        self._corrects.setVisible(bool(corrects))
        self._receipt.setVisible(not receipt)
        self._wait.setVisible(not receipt)

    def allow(self, *, issue: bool, never: str) -> None:
        """Whether it may be issued; `never` says why it can be a receipt only, if that is so."""
        self._issue.setEnabled(issue)
        self._why.setText(never)
        self._never.setVisible(bool(never))

    def _place_never(self) -> None:
        self._never.setProperty("ground", "stop")
        self._never.inside.setContentsMargins(theme.space(4), theme.space(2), theme.space(4), theme.space(2))
        self._never.inside.setSpacing(theme.space(2))
        self._never.inside.addWidget(self._why)
        instead = secondary(self.tr("Make a receipt instead (F9)"), self.receipt.emit, drawing="receipt")
        self._never.inside.addWidget(instead)
        self._never.hide()
