"""The store's logo: read, checked, and kept in proportion."""

import io
from dataclasses import dataclass
from typing import Any

from reportlab.lib.utils import ImageReader

from desktop.core.look_tokens import PaperTokens

_OPENINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


class LogoProblem(Exception):
    """A logo that cannot be printed; its text is a sentence for a person."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo that can be drawn, with the size that it gets on paper, in points."""

    image: Any
    width: float
    height: float


def read_logo(data: bytes, paper: PaperTokens) -> Logo:
    """The logo of a PNG or JPEG file. LogoProblem where it is neither, damaged, or far larger than paper can show."""
    if not data.startswith(_OPENINGS):
        raise LogoProblem("The logo is not a PNG or JPEG picture; save it as one of these and choose it again.")
    try:
        image = ImageReader(io.BytesIO(data))
        wide, high = image.getSize()
        if wide * high <= paper.logo_pixels:
            image.getRGBData()
    except Exception as error:  # a damaged picture raises whatever its decoder meets
        raise LogoProblem("The logo's file is damaged and cannot be read; save the picture again.") from error
    if wide * high > paper.logo_pixels:
        most = round(paper.logo_pixels**0.5)
        raise LogoProblem(
            f"The logo has {wide} by {high} dots, more than paper shows; save it with at most {most} a side."
        )
    scale = min(paper.logo_width / wide, paper.logo_height / high)
    return Logo(image, wide * scale, high * scale)
