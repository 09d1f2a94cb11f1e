"""Whether words can be read in files, in every form in which a program may write them."""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

# Name, address, member ID, phone and birth date as the main job types them, and as a search would keep them.
OF_THE_PATIENT = (
    "Nguyễn",
    "nguyen",
    "Żółć",
    "Zoë",
    "7 Pearl St",
    "pearl",
    "LSH90071",
    "361-555-0177",
    "3615550177",
    "(361) 555",
    "1951-08-17",
    "08171951",
    "8/17/1951",
    "17 Aug 1951",
)


def written(word: str) -> set[bytes]:
    """A word in every form in which a program may write it."""
    forms = {
        unicodedata.normalize(form, cased) for form in ("NFC", "NFD") for cased in (word, word.lower(), word.upper())
    }
    escaped = {form.encode("ascii", how) for form in forms for how in ("backslashreplace", "xmlcharrefreplace")}
    return escaped | {form.encode(encoding) for form in forms for encoding in ("utf-8", "utf-16-le", "utf-16-be")}


def readable(files: Iterable[Path], words: Iterable[str]) -> list[tuple[str, str]]:
    """Which file holds which of the words."""
    looked_for = {word: written(word) for word in words}
    return [
        (path.name, word)
        for path in files
        for data in [path.read_bytes()]
        for word, forms in looked_for.items()
        if any(form in data for form in forms)
    ]
