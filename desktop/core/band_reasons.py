"""The rules behind a row of the picture's lists, as they are told: what each says, how sure that is, and whose word."""

from collections.abc import Mapping

from desktop.core.band import Entry
from desktop.core.band_words import PictureWords
from desktop.core.codes import Why
from desktop.core.finding import Mark
from desktop.core.sources import Source


def reasons(entry: Entry, sources: Mapping[str, Source], words: PictureWords) -> tuple[tuple[str, ...], ...]:
    """The lines of each rule: its words (unless the row says them itself), then its sources."""
    return tuple(_lines(why, entry.words, sources, words) for why in entry.why)


def _lines(why: Why, said: str, sources: Mapping[str, Source], words: PictureWords) -> tuple[str, ...]:
    marks = {
        Mark.PUBLISHED: words.published,
        Mark.DERIVED: words.derived,
        Mark.UNVERIFIED: words.unverified,
        Mark.CONFLICT: words.conflict,
    }
    titles = "; ".join(sources[source].title for source in why.sources)
    told = words.sources.format(mark=marks[Mark(why.mark)], titles=titles)
    return (told,) if why.words == said else (why.words, told)
