"""A password on the superbill."""

import io
import re

import pytest
from pypdf import PasswordType, PdfReader
from pypdf.errors import FileNotDecryptedError

from desktop.core.printing import complete
from desktop.operations.paper_look import paper_look, paper_words
from desktop.paper.protect import encrypt
from desktop.paper.superbill import draw
from tests.paper import samples

PLAIN = draw(complete(samples.one_line(), samples.SmallCatalogue(), paper_words(), draft=False), paper_look()).pdf
WORD = "correct horse"


@pytest.mark.parametrize("password", ["correct horse", "ñandú-Ω-7", "x" * 60])
def test_it_opens_with_the_password_only(password: str) -> None:
    locked = encrypt(PLAIN, password)
    assert PdfReader(io.BytesIO(locked)).decrypt("wrong") is PasswordType.NOT_DECRYPTED
    with pytest.raises(FileNotDecryptedError):
        _ = PdfReader(io.BytesIO(locked)).pages[0]
    reader = PdfReader(io.BytesIO(locked), password=password)
    assert "Marisol Treviño-O'Neill" in reader.pages[0].extract_text()


def test_it_is_aes_of_256_bits_and_shows_nothing() -> None:
    locked = encrypt(PLAIN, WORD)
    assert re.search(rb"/CFM /AESV3\b", locked)
    assert re.search(rb"/Length 256\b", locked)
    assert b"Gulf Breeze" not in locked


def test_language_and_title_stay() -> None:
    reader = PdfReader(io.BytesIO(encrypt(PLAIN, WORD)), password=WORD)
    assert str(reader.root_object["/Lang"]) == "en-US"
    assert reader.metadata is not None
    assert reader.metadata.title == "Superbill SB-2026-000417"
