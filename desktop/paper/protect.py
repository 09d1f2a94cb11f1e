"""A password on a PDF."""

import io

from pypdf import PdfReader, PdfWriter


def encrypt(pdf: bytes, password: str) -> bytes:
    """The same document, opened only with the password (AES, 256 bits). Random bytes are part of it: each copy differs.

    Words, pages, title and language stay as they are.
    """
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.encrypt(password, algorithm="AES-256")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
