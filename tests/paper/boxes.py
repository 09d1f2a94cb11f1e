"""Whether everything on a page stands inside the margins and nothing over anything else."""

from collections.abc import Iterable
from itertools import combinations

import pypdfium2

from desktop.operations.paper_look import paper_look
from desktop.paper.blocks import Text
from desktop.paper.document import Page

SLACK = 0.05  # points
LOOK = paper_look()


def overlap(one: Text, other: Text) -> bool:
    across = one.x + one.width > other.x + SLACK and other.x + other.width > one.x + SLACK
    down = one.bottom > other.top + SLACK and other.bottom > one.top + SLACK
    return across and down


def check(pages: Iterable[Page]) -> None:
    """Every text, its box and every line of laid-out pages."""
    height = LOOK.paper.height - 2 * LOOK.paper.margin
    for page in pages:
        for text in page.texts:
            assert text.x >= -SLACK, text
            assert text.x + text.width <= LOOK.width + SLACK, text
            assert text.top >= -SLACK, text
            assert text.bottom <= height + SLACK, text
        for one, other in combinations(page.texts, 2):
            assert not overlap(one, other), (one, other)
        for rule in page.rules:
            crossed = [text for text in page.texts if text.top + SLACK < rule.top < text.bottom - SLACK]
            assert not [text for text in crossed if text.x < rule.x + rule.width and rule.x < text.x + text.width]


def letters_stay_inside(pdf: bytes) -> None:
    """The same of the drawn letters themselves, by another reader."""
    document = pypdfium2.PdfDocument(pdf)
    margin = LOOK.paper.margin - 1.0  # a letter's outline may reach a hair beyond its advance
    for page in document:
        text_page = page.get_textpage()
        for place in range(text_page.count_chars()):
            if not text_page.get_text_range(place, 1).strip():
                continue
            left, bottom, right, top = text_page.get_charbox(place)
            assert left >= margin
            assert bottom >= margin
            assert right <= LOOK.paper.width - margin
            assert top <= LOOK.paper.height - margin
