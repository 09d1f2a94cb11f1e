"""What the paper needs from the shipped resources, read once: its words, its measures and its faces."""

from functools import cache

from desktop import files
from desktop.core.abn import AbnWords
from desktop.core.wording import PaperWords
from desktop.paper import faces
from desktop.paper.look import Look, look
from desktop.rulefiles import abn, findings
from desktop.rulefiles import look as rulefiles

_FONTS = ("NotoSans-Regular", "NotoSans-Bold", "NotoSansMono-Regular", "NotoSansMono-Bold")


@cache
def paper_words() -> PaperWords:
    """The words of the paper in each of its languages."""
    return rulefiles.paper_words(files.resources())


@cache
def abn_words() -> AbnWords:
    """What to write in Medicare's ABN form."""
    return abn.abn_words(files.resources(), findings.sources(files.resources()))


@cache
def paper_look() -> Look:
    """The measures and faces with which every page is drawn."""
    fonts = (files.resource(f"fonts/{name}.ttf") for name in _FONTS)
    return look(rulefiles.tokens(files.resources()).paper, faces.faces(*fonts))


def unprintable(text: str) -> tuple[str, ...]:
    """The characters of a text that the paper cannot print, once each."""
    return faces.unprintable(text, paper_look().faces.regular)
