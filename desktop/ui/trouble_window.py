"""The window on a problem that nobody foresaw: what happened, whether what was typed is kept, and what to do now."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.parts import theme
from desktop.ui.parts.buttons import quiet_button, secondary
from desktop.ui.parts.form import Flow
from desktop.ui.parts.icons import Drawing
from desktop.ui.parts.words import Words, dress, quiet

_WIDTH = 560


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is told. `place` is the problem's kind and place; `not_kept` why what was typed could not be kept, empty
    where it is; `again` whether it goes on happening; `ends` whether the program cannot go on."""

    place: str
    not_kept: str = ""
    again: bool = False
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Does:
    """What its buttons do: try once more to keep what was typed; close Oxydesk and open it again; what is copied."""

    keep: Callable[[], object]
    open_again: Callable[[], object]
    for_support: Callable[[], str]


class TroubleWindow(QDialog):
    """Esc and Enter go on, where the program can. It holds up nothing: the window behind it can still be locked."""

    def __init__(self, parent: QWidget | None, does: Does) -> None:
        super().__init__(parent)
        self._does = does
        self.setWindowTitle("Oxydesk")
        self.setStyleSheet(theme.sheet())
        self.setMinimumWidth(min(_WIDTH, parent.width() if parent is not None else _WIDTH))
        self._title = Words("", "heading")
        self._kept = Words()
        self._to_do = Words()
        self._place = Words("", "small")
        self._place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._copied = quiet(self.tr("Copied."))
        self._copied.hide()
        self._keep: QPushButton = secondary(self.tr("&Try to keep it now"), does.keep)
        self._go_on: QPushButton = secondary(self.tr("&Go on"), self.accept)
        self._again: QPushButton = secondary(self.tr("&Close and open again"), self._open_again)
        self._copy: QPushButton = quiet_button(self.tr("Copy for &support"), self._copy_it, drawing="copy")
        self._place_all()

    @property
    def words(self) -> str:
        """All that it says."""
        return "\n".join(label.text() for label in self.findChildren(QLabel) if not label.isHidden())

    def tell(self, trouble: Trouble) -> None:
        """Says this, instead of what it said before."""
        self._title.setText(self._titled(trouble))
        kept = not trouble.not_kept
        dress(self._kept, tone="" if kept else "stop")
        self._kept.setText(self._said_of_kept(trouble))
        self._to_do.setText(self._said_to_do(trouble))
        self._place.setText(trouble.place)
        self._keep.setVisible(not kept)
        self._go_on.setText(self.tr("&Close Oxydesk") if trouble.ends else self.tr("&Go on"))
        self._again.setVisible(kept and not trouble.ends)
        first = self._keep if not kept else self._again if trouble.again else self._go_on
        for button in (self._keep, self._go_on, self._again):
            dress(button, kind="primary" if button is first else "secondary")
            button.setDefault(button is first)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(f"{self._kept.text()} {self._to_do.text()}")
        self.adjustSize()

    def _titled(self, trouble: Trouble) -> str:
        if trouble.ends:
            return self.tr("Oxydesk has to close")
        if trouble.again:
            return self.tr("Something in Oxydesk goes wrong again and again")
        return self.tr("Something in Oxydesk did not work")

    def _said_of_kept(self, trouble: Trouble) -> str:
        if not trouble.not_kept:
            return self.tr("What you typed is kept.")
        return self.tr("What you typed could not be kept. {why}").format(why=trouble.not_kept)

    def _said_to_do(self, trouble: Trouble) -> str:
        if trouble.not_kept and trouble.ends:
            return self.tr("Put that right and try again before you close Oxydesk, or note down what is not there yet.")
        if trouble.not_kept:
            return self.tr("It still stands in the window: leave it open, put that right, and try again.")
        if trouble.ends:
            return self.tr("It is there again when you open Oxydesk.")
        if trouble.again:
            return self.tr("Close Oxydesk and open it again. What you typed is there again.")
        return self.tr("You can go on where you were. If it happens again, close Oxydesk and open it again.")

    def _open_again(self) -> None:
        self.accept()
        self._does.open_again()

    def _copy_it(self) -> None:
        QGuiApplication.clipboard().setText(self._does.for_support())
        self._copied.show()

    def _place_all(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(6),) * 4)
        column.setSpacing(theme.space(3))
        across = QHBoxLayout()
        across.setSpacing(theme.space(3))
        across.addWidget(Drawing("warn", "warn", 28), 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._title, 1)
        column.addLayout(across)
        column.addWidget(self._kept)
        column.addWidget(self._to_do)
        column.addWidget(quiet(self.tr("For support, without any patient and without anything that you typed:")))
        column.addWidget(self._place)
        column.addWidget(self._copied)
        column.addStretch(1)
        buttons = Flow()
        for button in (self._keep, self._go_on, self._again, self._copy):
            buttons.addWidget(button)
        column.addLayout(buttons)
