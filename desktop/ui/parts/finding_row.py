"""What an insurer would send back, a row each: an icon, a word, a sentence, and the way to the field."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.core.finding import Finding, Severity
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import LargeButton
from desktop.ui.parts.icons import Drawing
from desktop.ui.parts.words import Words, dress


def severity_word(severity: str) -> str:
    """The word of a severity on the screen."""
    words = {
        Severity.STOP: QCoreApplication.translate("FindingRow", "Must fix"),
        Severity.WARN: QCoreApplication.translate("FindingRow", "Check"),
        Severity.NOTE: QCoreApplication.translate("FindingRow", "Good to know"),
    }
    return words.get(Severity(severity), "") if severity != "ok" else QCoreApplication.translate("FindingRow", "Ready")


class FindingRow(LargeButton):
    """One finding. Enter or a click goes to its field (`go`, given the finding); without `go` it only tells."""

    def __init__(self, finding: Finding, go: Callable[[Finding], object] | None = None, *, where: str = "") -> None:
        """`where` is the name of the field on the screen, if it has one."""
        word = severity_word(finding.severity)
        super().__init__(f"{word}: {where + ': ' if where else ''}{finding.words}")
        self.finding = finding
        fill_row(self, finding.severity, word, finding.words, where)
        if go is None:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setEnabled(True)
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(lambda _checked=False: go(finding))


def fill_row(row: LargeButton, tone: str, word: str, sentence: str, where: str = "") -> None:
    """Lays icon, word, place and sentence on a row, on the tone's ground."""
    dress(row, kind="", ground=tone)
    across = QHBoxLayout(row)
    across.setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(2))
    across.setSpacing(theme.space(2))
    across.addWidget(Drawing(tone, tone), 0, Qt.AlignmentFlag.AlignTop)
    texts = QVBoxLayout()
    texts.setSpacing(2)
    texts.addWidget(Words(f"{word} · {where}" if where else word, "label", tone))
    texts.addWidget(Words(sentence))
    across.addLayout(texts, 1)
    for label in row.findChildren(Words):
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
