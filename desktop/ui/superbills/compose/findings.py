"""What an insurer would send back of the superbill that is being composed: a row each, the worst first; else Ready."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.core.finding import Finding, Severity
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import LargeButton
from desktop.ui.parts.finding_row import FindingRow, fill_row, severity_word
from desktop.ui.parts.scrolled import scroll_inside
from desktop.ui.parts.words import quiet, section

_MOST = 12  # nobody reads more at once; the next come up as these are fixed
_ORDER = {Severity.STOP: 0, Severity.WARN: 1, Severity.NOTE: 2}


class FindingsColumn(QWidget):
    """The rows. Enter on one calls `go` with its finding."""

    def __init__(self, go: Callable[[Finding], object], named: Callable[[str], str]) -> None:
        """`named` gives the name on the screen of a field's path; empty where it has none."""
        super().__init__()
        self._go = go
        self._named = named
        self._rows: dict[Finding, FindingRow] = {}
        self._left_out = 0
        self._count = quiet("")
        self._more = quiet("")
        self._begin = quiet(self.tr("Begin with the patient, or with what goes out. What is missing will stand here."))
        self._ready = self._ready_row()
        area = QScrollArea()
        self._inside = scroll_inside(area)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(2, 0, theme.space(2), 0)
        self._column.setSpacing(theme.space(2))
        self._column.addWidget(self._begin)
        self._column.addWidget(self._ready)
        self._column.addWidget(self._more)
        self._column.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(section(self.tr("What an insurer would send back")))
        column.addWidget(self._count)
        column.addWidget(area, 1)
        self.setAccessibleName(self.tr("What an insurer would send back"))

    @property
    def shown(self) -> list[Finding]:
        """What the rows say, from above."""
        return list(self._rows)

    @property
    def ready(self) -> bool:
        """Whether it says that all is ready."""
        return not self._ready.isHidden()

    def show_findings(self, findings: Sequence[Finding], *, begun: bool) -> None:
        """Shows these; rows that stay are left as they are. Of what is not `begun` nothing is missing yet."""
        self._begin.setVisible(not begun)
        findings = findings if begun else ()
        wanted = sorted(dict.fromkeys(findings), key=lambda each: (_ORDER[each.severity], each.field != "payer.kind"))
        now = wanted[:_MOST]
        if now and now == self.shown and len(wanted) - len(now) == self._left_out:
            return
        self._left_out = len(wanted) - len(now)
        had_focus = next((at for at, row in enumerate(self._rows.values()) if row.hasFocus()), None)
        kept = {each: self._rows.pop(each) for each in now if each in self._rows}
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {each: kept.get(each) or self._row(each) for each in now}
        for place, row in enumerate(self._rows.values()):
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
        if had_focus is not None and self._rows:
            list(self._rows.values())[min(had_focus, len(self._rows) - 1)].setFocus()
        self._tell(wanted, begun=begun)

    def _row(self, finding: Finding) -> FindingRow:
        return FindingRow(finding, self._go, where=self._named(finding.field or ""))

    def _ready_row(self) -> LargeButton:
        words = self.tr("Nothing would be sent back.")
        row = LargeButton(f"{severity_word('ok')}: {words}")
        fill_row(row, "ok", severity_word("ok"), words)
        row.hide()
        return row

    def _tell(self, findings: Sequence[Finding], *, begun: bool) -> None:
        stops = sum(finding.severity is Severity.STOP for finding in findings)
        self._ready.setVisible(begun and not findings)
        checks = sum(finding.severity is Severity.WARN for finding in findings)
        told = [self.tr("{number} to fix").format(number=stops)] if stops else []
        told += [self.tr("{number} to check").format(number=checks)] if checks else []
        self._count.setText(" · ".join(told))
        self._count.setVisible(bool(told))
        self._more.setText(self.tr("And {number} more, when these are done.").format(number=self._left_out))
        self._more.setVisible(self._left_out > 0)
