"""A list of the store's own on paper: what is to do, say. Loads the paper's libraries."""

from collections.abc import Sequence
from datetime import date

from desktop.core.printed import Document
from desktop.core.wording import ENGLISH
from desktop.operations import store
from desktop.operations.book import Book
from desktop.operations.paper_look import paper_look, paper_words
from desktop.paper.listing import draw_list


def drawn(book: Book, title: str, on: date, rows: Sequence[Sequence[str]]) -> bytes:
    """The list as a PDF; the first of `rows` are the headings."""
    words = paper_words().languages[ENGLISH]
    kept = store.read(book)
    name = kept.dba or kept.legal_name or ""
    day = words.day.format(day=on.day, month=words.months[on.month - 1], year=on.year)
    printed = Document(
        language=words.language_tag,
        title=title,
        author=name,
        subject=title,
        running=(f"{title} · {day}", day),
        foot=words.page,
        draft=None,
    )
    return draw_list(printed, [title, " · ".join(part for part in (name, day) if part)], rows, paper_look()).pdf
