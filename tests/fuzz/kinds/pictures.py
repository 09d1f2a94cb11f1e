"""Pictures and PDFs of others: the store's logo, and the scan of a paper, kept as bytes and shown."""

import contextlib
import io
from collections.abc import Iterator
from pathlib import Path

from desktop.operations.paper_look import paper_look
from desktop.paper.logo import LogoProblem, read_logo
from desktop.ui.parts import pictures
from desktop.ui.settings.logo import fitting
from desktop.ui.superbills.pictures import Asked, NoPage, picture
from tests.fuzz.kinds.window import application
from tests.fuzz.target import Attempt, Form, Target

_SMALL = 24  # dots an inch: enough to see that a page is drawn


def targets() -> list[Target]:
    """All of them."""
    return [
        Target("logo", Form.BYTES, samples, lambda _room: _logo(), longest=100_000),
        Target("scan-picture", Form.BYTES, samples, lambda _room: _scan(), longest=100_000),
        Target("scan-pdf", Form.BYTES, pdfs, lambda _room: _pdf(), longest=100_000, dear=True),
    ]


def samples() -> list[bytes]:
    """Small ones of every form that a person may choose."""
    from PIL import Image

    found = []
    for form, mode in (("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "RGB"), ("JPEG", "CMYK"), ("GIF", "P"), ("BMP", "RGB"),
                       ("WEBP", "RGB"), ("TIFF", "RGB"), ("ICO", "RGBA"), ("PPM", "RGB")):  # fmt: skip
        written = io.BytesIO()
        Image.new(mode, (24, 16), 3 if mode == "P" else None).save(written, form)
        found.append(written.getvalue())
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'
    return [*found, svg]


def pdfs() -> list[bytes]:
    """Papers of our own, and one with a script."""
    from reportlab.pdfgen.canvas import Canvas

    written = io.BytesIO()
    canvas = Canvas(written, pageCompression=0)
    canvas.drawString(72, 720, "An order")
    canvas.showPage()
    canvas.rect(10, 10, 100, 100)
    canvas.save()
    return [written.getvalue(), *(path.read_bytes() for path in sorted(_CASES.glob("*.pdf")))]


_CASES = Path(__file__).parents[1] / "cases/scan-pdf"


@contextlib.contextmanager
def _logo() -> Iterator[Attempt]:
    application()
    look = paper_look().paper

    def attempt(data: bytes) -> None:
        with contextlib.suppress(LogoProblem):
            read_logo(data, look)
        fits = fitting(data)
        if fits is not None:
            read_logo(fits, look)

    yield attempt


@contextlib.contextmanager
def _scan() -> Iterator[Attempt]:
    application()

    def attempt(data: bytes) -> None:
        picture = pictures.read(data)
        if picture is not None:
            assert pictures.within(picture, 100).width() <= 100

    yield attempt


@contextlib.contextmanager
def _pdf() -> Iterator[Attempt]:
    application()

    def attempt(data: bytes) -> None:
        with contextlib.suppress(NoPage):
            for page in (0, 1, 5):
                shown = picture(data, Asked(page, dpi=_SMALL))
                assert not shown.picture.isNull()
            picture(data, Asked(width=300))

    yield attempt
