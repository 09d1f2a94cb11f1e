"""What a drawn page says."""

import io

from pypdf import PdfReader


def text_of(pdf: bytes) -> str:
    """All words of all pages, with single blanks between."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    return " ".join(" ".join(pages).split())
