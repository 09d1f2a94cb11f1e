"""Diagnoses of an order as people type them: `J44.9, j9611`."""

import re

from desktop.core.wrong import Wrong

_CODE = re.compile(r"(?P<category>[A-Z][0-9][0-9A-Z])\.?(?P<rest>[0-9A-Z]{0,4})")
_BETWEEN = re.compile(r"[\s,;/]+")


def diagnoses(text: str) -> tuple[str, ...] | Wrong:
    """The codes with their dots, each once, in the order typed; whether the catalog knows them is not asked here."""
    found = []
    for piece in _BETWEEN.split(text.upper()):
        match = _CODE.fullmatch(piece)
        if piece and match is None:
            return Wrong(f"found {piece[:40]}; type codes like J44.9, with a comma between two")
        if match is not None:
            found.append(f"{match['category']}.{match['rest']}" if match["rest"] else match["category"])
    return tuple(dict.fromkeys(found))
