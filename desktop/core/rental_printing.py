"""A rental's page as it will stand on paper: whose it is, its picture, and both lists with their rules and sources."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.core import printed_page, printed_parties
from desktop.core.band import Entry, Picture
from desktop.core.band_reasons import reasons
from desktop.core.band_words import PictureWords
from desktop.core.printed import Document, Head, Party
from desktop.core.printed_page import Paper
from desktop.core.sources import Source
from desktop.core.superbill import Superbill
from desktop.core.wording import ENGLISH, Label, PaperWords, voice


@dataclass(frozen=True, slots=True)
class PrintedEntry:
    """A row of a list: its day, the words, and the rules behind it."""

    day: str
    words: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedList:
    """One of the two lists, under its heading; `nothing` stands where it has no row."""

    label: Label
    rows: tuple[PrintedEntry, ...]
    nothing: str


@dataclass(frozen=True, slots=True)
class PrintedRental:
    """The whole page. `following` is what is due next, empty where nothing is."""

    document: Document
    head: Head
    parties: tuple[Party, ...]
    following_label: Label
    following: str
    picture: Picture
    happened: PrintedList
    comes: PrintedList


def complete_rental(
    whose: Superbill, picture: Picture, sources: Mapping[str, Source], words: PaperWords, own: PictureWords
) -> PrintedRental:
    """Everything that the page says, in English: the rules are. `whose` holds store, patient, plan and order; its
    number is the rental's, its day the one of which the picture tells."""
    speaks = voice(words, ENGLISH)
    paper = Paper(speaks, lambda _words: own.paper, whose.supplier, whose.patient, whose.number, whose.issued_on)
    following = picture.next
    return PrintedRental(
        document=printed_page.document(paper),
        head=printed_page.head(paper, ()),
        parties=printed_parties.parties(whose, speaks),
        following_label=Label(own.next_heading),
        following=f"{following.when}: {following.said}" if following is not None else "",
        picture=picture,
        happened=_list(own.happened_heading, picture.happened, own.nothing_happened, sources, own),
        comes=_list(own.comes_heading, picture.comes, own.nothing_comes, sources, own),
    )


def _list(
    heading: str, entries: tuple[Entry, ...], nothing: str, sources: Mapping[str, Source], own: PictureWords
) -> PrintedList:
    rows = (
        PrintedEntry(entry.when, entry.said, tuple(_line(lines, own) for lines in reasons(entry, sources, own)))
        for entry in entries
    )
    return PrintedList(Label(heading), tuple(rows), nothing)


def _line(lines: tuple[str, ...], own: PictureWords) -> str:
    """A rule in one line: its words, its sources in brackets."""
    *words, told = lines
    return own.reason.format(words=words[0], sources=told) if words else told
