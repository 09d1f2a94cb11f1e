"""What the catalog holds of one code: official words, what to know about it, and its record, field by field."""

import html
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.operations.looking_up import CODE, DIAGNOSIS, MODIFIER, LookedUp, Paragraph, Part, RecordField
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import chip, primary, secondary
from desktop.ui.parts.finding_row import FindingRow
from desktop.ui.parts.form import Flow
from desktop.ui.parts.sourced import Linked, codes_named, mark_word, with_links
from desktop.ui.parts.words import Card, Words, code_label, quiet, section


@dataclass(frozen=True, slots=True)
class Does:
    """What the buttons do: put on a superbill, check in the finder, copy, look up another code."""

    put: Callable[[], object]
    check: Callable[[], object]
    copy: Callable[[], object]
    open: Callable[[str], object]


class RecordPart(QWidget):
    """One code that was looked up. `first` is the button that goes on, if it has one."""

    def __init__(self, looked_up: LookedUp, does: Does) -> None:
        super().__init__()
        self._shown = looked_up
        self._does = does
        self.first: QPushButton | None = None
        self.setAccessibleName(looked_up.code)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, theme.space(2), 0)
        self._column.setSpacing(theme.space(3))
        self._place_head()
        self._place_words()
        self._place_named()
        if looked_up.record:
            self._place_record()
        self._column.addWidget(Words(looked_up.edition, "small"))
        self._column.addStretch(1)

    def take_focus(self) -> None:
        """To the button that goes on."""
        if self.first is not None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_head(self) -> None:
        shown = self._shown
        card = Card()
        top = QWidget()
        flow = Flow(top, gap=theme.space(3))
        flow.addWidget(code_label(shown.code, "display"))
        flow.addWidget(Words(self._kind(), tone="quiet", wraps=False))
        card.inside.addWidget(top)
        if shown.words:
            card.inside.addWidget(Words(shown.words, "title"))
        if shown.status is not None:
            in_force = shown.status.value == "in force"
            words = self.tr("in force") if in_force else shown.status.value or ""
            card.inside.addWidget(Words(words, "label", "ok" if in_force else "warn"))
            card.inside.addWidget(quiet(shown.status.meaning))
        for finding in shown.findings:
            card.inside.addWidget(FindingRow(finding))
        if shown.kind is not None:
            card.inside.addWidget(self._buttons())
        self._column.addWidget(card)

    def _buttons(self) -> QWidget:
        row = QWidget()
        flow = Flow(row)
        if self._shown.found is not None:
            self.first = primary(self.tr("Put on a superbill"), self._does.put)
            self.first.setToolTip(self.tr("Enter"))
            flow.addWidget(self.first)
        if self._shown.kind == CODE:
            flow.addWidget(secondary(self.tr("Check it in the finder"), self._does.check, drawing="finder"))
        copy = secondary(self.tr("Copy"), self._does.copy, drawing="copy")
        copy.setToolTip(self.tr("Ctrl+C"))
        self.first = self.first or copy
        flow.addWidget(copy)
        return row

    def _kind(self) -> str:
        return {
            CODE: self.tr("HCPCS code"),
            MODIFIER: self.tr("HCPCS modifier"),
            DIAGNOSIS: self.tr("diagnosis (ICD-10-CM)"),
        }.get(self._shown.kind or "", "")

    def _place_words(self) -> None:
        """All that there is to know, in one document."""
        parts = self._shown.parts
        if parts:
            told = Linked(self._does.open)
            told.show_words(
                lambda: "".join(_part(part, self._shown.code) for part in parts),
                " ".join(each.words for part in parts for each in part.paragraphs),
            )
            self._column.addWidget(told)

    def _place_named(self) -> None:
        """The codes that the words name, for who has no mouse."""
        words = (each.words for part in self._shown.parts for each in part.paragraphs)
        named = codes_named(words, but=self._shown.code)
        if not named:
            return
        self._column.addWidget(section(self.tr("Codes named here")))
        row = QWidget()
        flow = Flow(row)
        for code in named:
            flow.addWidget(chip(code, self._opens(code), hint=self.tr("Looks it up")))
        self._column.addWidget(row)

    def _opens(self, code: str) -> Callable[[], None]:
        def look_up() -> None:
            self._does.open(code)

        return look_up

    def _place_record(self) -> None:
        card = Card(self.tr("The official record"))
        table = Linked(self._does.open)
        table.show_words(
            lambda: _table(self._shown.record),
            "; ".join(f"{each.label}: {each.value or '–'}, {each.meaning}" for each in self._shown.record),
        )
        card.inside.addWidget(table)
        self._column.addWidget(card)


def _part(part: Part, code: str) -> str:
    """A heading and its paragraphs."""
    style = f"font-size:{theme.sizes().title}px;font-weight:600;margin:8px 0 6px 0"
    head = f'<p style="{style}">{html.escape(part.heading)}</p>'
    return head + "".join(_paragraph(each, code) for each in part.paragraphs)


def _paragraph(each: Paragraph, code: str) -> str:
    """Words, and below them in small letters how sure that is and who says so."""
    sources = " · ".join((mark_word(each.mark), *(source.title for source in each.sources)))
    tone = "ink2" if each.mark in ("published", "derived") else "warn"
    small = f"font-size:{theme.sizes().small}px;color:{theme.color(tone).name()}"
    words = with_links(each.words, code)
    return f'<p style="margin:0 0 10px 0">{words}<br><span style="{small}">{html.escape(sources)}</span></p>'


def _table(record: tuple[RecordField, ...]) -> str:
    """Field, value, meaning; what is blank is quiet."""
    rows = "".join(_row(each) for each in record)
    return f'<table width="100%" cellspacing="0" cellpadding="4">{rows}</table>'


def _row(each: RecordField) -> str:
    quiet_ink = theme.color("ink2").name()
    color = theme.color("ink").name() if each.value else quiet_ink
    line = f"border-bottom:1px solid {theme.color('line').name()}"
    face = f"font-family:{theme.monospaced()};font-weight:600;" if each.value and " " not in each.value else ""
    return (
        f'<tr><td width="28%" style="{line};color:{quiet_ink}">{html.escape(each.label)}</td>'
        f'<td width="27%" style="{line};{face}color:{color}">{html.escape(each.value or "–")}</td>'
        f'<td style="{line};color:{color}">{html.escape(each.meaning)}</td></tr>'
    )
