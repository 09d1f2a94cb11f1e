"""A document as a PDF: its sections in, the same bytes out every time."""

import io
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from desktop.core.printed import Document
from desktop.paper.blocks import EMPTY, Block, Outline, Paragraph, Picture, Rule, Text, below, beside, column, space
from desktop.paper.flow import Placed, Section, flow
from desktop.paper.logo import Logo
from desktop.paper.look import Look
from desktop.paper.marks import has_marks, runs

# reportlab reads a face through one cursor, so two threads must not embed it at the same time.
_ONE_AT_A_TIME = threading.Lock()
_ASCENT = 1.069  # of the size: Noto's own line box above the baseline
_LINE_BOX = 1.362
_SLANT = 52  # degrees
_FOOT_RIGHT = 0.45  # of the width
_FOOT_LINES = 4  # with a longer name the number stands alone; a number so long stands on the first page only


@dataclass(frozen=True, slots=True)
class Drawn:
    """A document's bytes and the number of its pages."""

    pdf: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class Page:
    """All that is drawn on a page, `top` counted from its upper margin."""

    texts: tuple[Text, ...]
    rules: tuple[Rule, ...]
    picture: Picture | None
    outlines: tuple[Outline, ...] = ()


def draw(document: Document, pages: Sequence[Page], look: Look, logo: Logo | None = None) -> Drawn:
    """The PDF of pages that are laid out."""
    buffer = io.BytesIO()
    with _ONE_AT_A_TIME:
        canvas = _canvas(buffer, document, look)
        for page in pages:
            _draw_page(canvas, page, document, look, logo)
        canvas.save()
    return Drawn(buffer.getvalue(), len(pages))


def lay_out(document: Document, sections: Sequence[Section], look: Look) -> list[Page]:
    """Every text, line and picture of every page in its place; nothing is drawn yet."""
    room = look.paper.height - 2 * look.paper.margin
    foot = _foot(document, look, "999", "999").height
    placed = flow(sections, room - foot)
    pages = []
    for number, blocks in enumerate(placed, 1):
        footer = _foot(document, look, str(number), str(len(placed)))
        pages.append(_page([*blocks, Placed(footer, room - footer.height)]))
    return pages


def _foot(document: Document, look: Look, page: str, pages: str) -> Block:
    """Which document this page belongs to, the codes' edition, and which page it is."""
    right = look.width * _FOOT_RIGHT
    width = look.width - right - look.paper.gap
    choices = (column(0.0, width, [Paragraph(words, look.small)]) for words in document.running)
    running = next((block for block in choices if len(block.texts) <= _FOOT_LINES), EMPTY)
    number = Paragraph(document.foot.format(page=page, pages=pages), look.small)
    return below([space(look.paper.gap), beside(running, column(look.width - right, right, [number], right=True))])


def _page(blocks: Iterable[Placed]) -> Page:
    moved = [block.moved(top) for block, top in blocks]
    whole = beside(*moved)
    return Page(whole.texts, whole.rules, whole.picture, whole.outlines)


def _canvas(buffer: io.BytesIO, document: Document, look: Look) -> Any:
    canvas = Canvas(
        buffer,
        pagesize=(look.paper.width, look.paper.height),
        pageCompression=1,
        invariant=1,
        lang=document.language,
        initialFontName=look.body.face.name,
        initialFontSize=look.body.size,
    )
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setSubject(document.subject)
    canvas.setCreator("Oxydesk")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _draw_page(canvas: Any, page: Page, document: Document, look: Look, logo: Logo | None) -> None:
    if document.draft:
        _draw_draft(canvas, document.draft, look)
    left, top = look.paper.margin, look.paper.height - look.paper.margin
    if page.picture and logo:
        place = page.picture
        canvas.drawImage(
            logo.image, left + place.x, top - place.top - place.height, place.width, place.height, mask="auto"
        )
    for outline in page.outlines:
        _draw_outline(canvas, outline, left, top)
    for rule in page.rules:
        canvas.setStrokeGray(rule.ink)
        canvas.setLineWidth(rule.weight)
        canvas.line(left + rule.x, top - rule.top, left + rule.x + rule.width, top - rule.top)
    _draw_texts(canvas, page.texts, left, top)
    canvas.showPage()


def _draw_outline(canvas: Any, outline: Outline, left: float, top: float) -> None:
    if outline.fill is not None:
        canvas.setFillGray(outline.fill)
    if outline.ink is not None:
        canvas.setStrokeGray(outline.ink)
        canvas.setLineWidth(outline.weight)
        canvas.setDash(outline.dash, outline.dash) if outline.dash else canvas.setDash()
    path = canvas.beginPath()
    (first_x, first_top), *others = outline.points
    path.moveTo(left + first_x, top - first_top)
    for x, down in others:
        path.lineTo(left + x, top - down)
    canvas.drawPath(path, stroke=outline.ink is not None, fill=outline.fill is not None)


def _draw_texts(canvas: Any, texts: Iterable[Text], left: float, top: float) -> None:
    drawn = canvas.beginText()
    style, ink = None, None
    for text in texts:
        if text.style is not style:
            style = text.style
            drawn.setFont(style.face.name, style.size)
        if text.style.ink != ink:
            ink = text.style.ink
            drawn.setFillGray(ink)
        x, y = left + text.x, top - baseline(text)
        if has_marks(text.words):
            for words, right, up in runs(text.words, text.style.face):
                drawn.setTextOrigin(x + right * text.style.size, y + up * text.style.size)
                drawn.textOut(words)
        else:
            drawn.setTextOrigin(x, y)
            drawn.textOut(text.words)
    canvas.drawText(drawn)


def baseline(text: Text) -> float:
    """Where a text's baseline is, from the upper margin: its line box sits in the middle of its leading."""
    size = text.style.size
    return text.top + _ASCENT * size + (text.style.leading - _LINE_BOX * size) / 2


def _draw_draft(canvas: Any, words: str, look: Look) -> None:
    """The word across the page, under everything else."""
    face = look.faces.bold
    size = min(look.paper.draft, look.paper.height * 0.8 / face.width(words, 1.0))
    canvas.saveState()
    canvas.setFillGray(look.paper.draft_ink)
    canvas.setFont(face.name, size)
    canvas.translate(look.paper.width / 2, look.paper.height / 2)
    canvas.rotate(_SLANT)
    canvas.drawCentredString(0.0, -size / 3, words)
    canvas.restoreState()
