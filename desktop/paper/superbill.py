"""The superbill as a PDF: a complete value in, the same bytes out every time."""

from desktop.core.printed import Printed
from desktop.paper import document
from desktop.paper.document import Drawn, Page
from desktop.paper.logo import Logo, read_logo
from desktop.paper.look import Look
from desktop.paper.sections import sections


def draw(printed: Printed, look: Look, logo: bytes | None = None) -> Drawn:
    """The PDF of a superbill. `logo` is a PNG or JPEG; LogoProblem says what is wrong with one that cannot be used."""
    picture = read_logo(logo, look.paper) if logo is not None else None
    return document.draw(printed.document, lay_out(printed, look, picture), look, picture)


def lay_out(printed: Printed, look: Look, logo: Logo | None = None) -> list[Page]:
    """Every text, line and picture of every page in its place; nothing is drawn yet."""
    return document.lay_out(printed.document, sections(printed, look, logo), look)
