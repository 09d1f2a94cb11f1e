"""A rental's page as a PDF: its bands drawn as they are in the window, in black and gray, and both lists."""

from types import MappingProxyType

from desktop.core import band_drawing
from desktop.core.band_cells import Measures
from desktop.core.band_drawing import Drawing
from desktop.core.band_shapes import Ink, Type, Written
from desktop.core.rental_printing import PrintedEntry, PrintedList, PrintedRental
from desktop.paper import document, parts
from desktop.paper.blocks import Block, Outline, Paragraph, below, beside, column, space, written
from desktop.paper.document import Drawn, Page
from desktop.paper.flow import Section
from desktop.paper.logo import Logo, read_logo
from desktop.paper.look import Look, Style
from desktop.paper.measure import widest, width

_GRAYS = MappingProxyType(
    {
        Ink.GROUND: 1.0,
        Ink.PAID: 0.3,
        Ink.OUTLINE: 0.45,
        Ink.FAINT: 0.82,
        Ink.HATCH: 0.3,
        Ink.TODAY: 0.0,
        Ink.SIGN: 0.0,
        Ink.NEXT: 0.0,
    }
)
_BAND = 18.0
_SIGN = 8.0
_GAP = 4.0
_HAIRLINE = 0.5
_BETWEEN = 1.0
_DASH = 2.0
_PADDING = 1.5


def draw_rental(printed: PrintedRental, look: Look, logo: bytes | None = None) -> Drawn:
    """The PDF of a rental's page. `logo` as for a superbill."""
    picture = read_logo(logo, look.paper) if logo is not None else None
    return document.draw(printed.document, lay_out_rental(printed, look, picture), look, picture)


def lay_out_rental(printed: PrintedRental, look: Look, logo: Logo | None = None) -> list[Page]:
    """Every text, line and shape of every page in its place; nothing is drawn yet."""
    gap = look.paper.gap
    sections = [
        parts.head(printed.head, look, logo),
        parts.parties(printed.parties, look),
        Section([below([_bands(printed, look), space(gap), _legend(printed, look)])], gap=gap),
        *([Section([_following(printed, look)], gap=gap)] if printed.following else []),
        _list(printed.comes, look),
        _list(printed.happened, look),
    ]
    return document.lay_out(printed.document, sections, look)


def _bands(printed: PrintedRental, look: Look) -> Block:
    return _block(
        band_drawing.drawing(
            printed.picture, look.width, _measures(look), lambda words, kind: width(words, _style(kind, look))
        ),
        look,
    )


def _legend(printed: PrintedRental, look: Look) -> Block:
    return _block(
        band_drawing.legend(
            printed.picture.legend, look.width, _measures(look), lambda words, kind: width(words, _style(kind, look))
        ),
        look,
    )


def _measures(look: Look) -> Measures:
    return Measures(_BAND, look.detail.leading, look.emphasis.leading, _SIGN, _GAP, _HAIRLINE, _BETWEEN)


def _block(drawing: Drawing, look: Look) -> Block:
    outlines = (
        Outline(
            shape.points,
            _GRAYS[shape.fill] if shape.fill is not None else None,
            _GRAYS[shape.line] if shape.line is not None else None,
            shape.weight,
            _DASH if shape.dashed else 0.0,
        )
        for shape in drawing.shapes
    )
    texts = (written(text.x, text.top, text.words, _inked(text, look)) for text in drawing.texts)
    return Block(drawing.height, tuple(texts), outlines=tuple(outlines))


def _style(kind: Type, look: Look) -> Style:
    return look.emphasis if kind is Type.STRONG else look.detail


def _inked(text: Written, look: Look) -> Style:
    return look.small if text.ink is Ink.QUIET and text.type is Type.SMALL else _style(text.type, look)


def _following(printed: PrintedRental, look: Look) -> Block:
    label = column(0.0, look.width, [Paragraph(parts.one_line(printed.following_label), look.label)])
    return below([label, column(0.0, look.width, [Paragraph(printed.following, look.strong)])])


def _list(printed: PrintedList, look: Look) -> Section:
    """A row for each entry, under the heading that comes again on each page."""
    heading = column(0.0, look.width, [Paragraph(parts.one_line(printed.label), look.label)])
    header = below([heading, space(1.0), parts.hairline(look), space(_PADDING)])
    days = widest([row.day for row in printed.rows], look.body)
    rows = [_row(row, days, look) for row in printed.rows]
    return Section(rows or [column(0.0, look.width, [Paragraph(printed.nothing, look.body)])], header, look.paper.gap)


def _row(row: PrintedEntry, days: float, look: Look) -> Block:
    left = days + look.paper.gap
    said = [Paragraph(row.words, look.body), *[Paragraph(reason, look.small) for reason in row.reasons]]
    day = column(0.0, days, [Paragraph(row.day, look.body)])
    return below([beside(day, column(left, look.width - left, said)), space(_PADDING * 2)])
