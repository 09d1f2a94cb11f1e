"""What it can still be, beside the question; below it what is out, and a word why."""

import html
from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.operations.finding_code import CanBe, OutTogether
from desktop.ui.parts import theme
from desktop.ui.parts.sourced import Linked, code_link
from desktop.ui.parts.words import Card, section

_MANY = 12  # from here on codes stand without their words


class PossiblePart(QWidget):
    """Two lists of codes; a click on one leads to the catalog (`go`)."""

    def __init__(self, go: Callable[[str], object]) -> None:
        super().__init__()
        self._head = section("")
        self._can_be = Linked(go)
        self._out = Linked(go)
        card = Card()
        card.inside.addWidget(self._head)
        card.inside.addWidget(self._can_be)
        self._gone = Card(self.tr("Ruled out"), kind="plain")
        self._gone.inside.addWidget(self._out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addWidget(card)
        column.addWidget(self._gone)
        column.addStretch(1)

    def show_codes(self, can_be: tuple[CanBe, ...], out: tuple[OutTogether, ...]) -> None:
        """Shows what is possible now and what is not any more."""
        heads = {0: self.tr("No code fits"), 1: self.tr("It is")}
        self._head.setText(heads.get(len(can_be), self.tr("It can still be")))
        few = len(can_be) < _MANY
        words = self.tr("Nothing will be billed.") if not can_be else ""
        self._can_be.show_words(
            lambda: html.escape(words) or _listed(can_be) if few else _named(tuple(each.code for each in can_be)),
            words or ", ".join(f"{each.code} {each.words}" if few else each.code for each in can_be),
        )
        self._gone.setVisible(bool(out))
        self._out.show_words(
            lambda: "".join(_fading(each) for each in out),
            " ".join(f"{', '.join(each.codes)}: {each.words}" for each in out),
        )

    @property
    def words(self) -> tuple[str, str]:
        """What it says: what is possible, what is out."""
        return self._can_be.accessibleName(), self._out.accessibleName() if not self._gone.isHidden() else ""


def _listed(can_be: tuple[CanBe, ...]) -> str:
    rows = "".join(
        f'<tr><td style="padding-right:10px">{code_link(each.code)}</td><td>{html.escape(each.words)}</td></tr>'
        for each in can_be
    )
    return f'<table cellspacing="3">{rows}</table>'


def _named(codes: tuple[str, ...]) -> str:
    return " &nbsp; ".join(code_link(code) for code in codes)


def _fading(each: OutTogether) -> str:
    style = f"margin:0 0 8px 0;color:{theme.color('ink2').name()}"
    codes = " &nbsp; ".join(code_link(code, "ink2", "line-through") for code in each.codes)
    return f'<p style="{style}">{codes}<br>{html.escape(each.words)}</p>'
