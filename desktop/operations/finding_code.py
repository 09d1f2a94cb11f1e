"""Finding a code at the counter: the conversation as a page shows it, kept half-made, and what it hands on at the end.

The conversation itself is `core.conversation`: a value, of which each step gives a new one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from desktop.core import conversation, typed_day
from desktop.core.answer_texts import NotAnAnswer
from desktop.core.conversation import Chip, Conversation
from desktop.core.guide import Guide, Way
from desktop.core.questions import Kind
from desktop.core.wrong import Wrong
from desktop.desk import Desk
from desktop.operations import drafts, search
from desktop.operations.book import Book
from desktop.operations.catalogue import elsewhere

__all__ = ["Asked", "CanBe", "NotAnAnswer", "OutTogether", "Row"]

DRAFT = "finder/conversation"
PAYER = "payer"
_MOST_MEANT = 4
_AHEAD = timedelta(days=366)  # a service day may be planned; a year typed with two digits is then the coming one


@dataclass(frozen=True, slots=True)
class Row:
    """An answer to choose. `given`: it was given before, or taken back just now."""

    value: str
    words: str
    help: str
    given: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is shown: its rows to choose from, and where it is `typed` what stands in its field already."""

    id: str
    kind: Kind
    words: str
    help: str
    rows: tuple[Row, ...]
    given: str

    @property
    def typed(self) -> bool:
        """Whether its answer is typed; its rows then stand beside the field."""
        return self.kind is not Kind.CHOICE


@dataclass(frozen=True, slots=True)
class CanBe:
    """A code that it can still be, with its official words."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class OutTogether:
    """Codes that are out for one reason; the latest reason stands first."""

    codes: tuple[str, ...]
    words: str


def begin(desk: Desk, answers: Mapping[str, str] = MappingProxyType({})) -> Conversation:
    """A conversation about a service today, with some answers known already (by the ids of their questions).

    What comes before them is asked first; those that do not hold are left out.
    """
    guide = Guide(desk.today, desk.rules, desk.catalogue, desk.noc)
    return replace(conversation.begin(guide), given=guide.in_order(answers))


def payers(desk: Desk) -> list[tuple[str, str]]:
    """The kinds of plan, each with its words: who may pay."""
    question = desk.rules.questions.question(PAYER)
    return [(each.value, each.words) for each in question.answers] if question else []


def ways(desk: Desk, on: date) -> tuple[Way, ...]:
    """All ways to a code on a day: a tenth of a second, so it is asked for in a worker."""
    with elsewhere(desk) as own:
        return Guide(on, own.rules, own.catalogue, own.noc).ways


def knowing(talk: Conversation, found: tuple[Way, ...]) -> Conversation:
    """The same conversation with its ways, so that it can tell quickly what is still possible."""
    return replace(talk, guide=talk.guide.knowing(found))


def asked(talk: Conversation, changing: str | None) -> Asked | None:
    """The next question, or the answered one that is being changed; None at the end."""
    here = talk if changing is None else talk.before(changing)
    question = here.question
    if question is None:
        return None
    given = talk.answers.get(question.id) or here.suggested or ""
    rows = tuple(Row(each.value, each.words, each.help, each.value == given) for each in here.offered)
    listed = any(row.given for row in rows)
    return Asked(question.id, question.kind, question.words, question.help, rows, "" if listed else given)


def answer(talk: Conversation, changing: str | None, text: str) -> Conversation:
    """The conversation with an answer to what is asked now. NotAnAnswer, a sentence, where that takes none such."""
    here = talk if changing is None else talk.before(changing)
    if here.question is not None and here.question.kind is Kind.DAY:
        text = _iso(text, talk.guide.on)
    return talk.answer(text) if changing is None else talk.change(changing, text)


def on_day(talk: Conversation, text: str, desk: Desk) -> Conversation:
    """The same answers about a service on another day; those that do not hold then are asked again."""
    found = typed_day.day(text, desk.today + _AHEAD)
    if found is None or isinstance(found, Wrong):
        raise NotAnAnswer(f"Date of service: {found.words if found else 'type a day like 08/17/2026'}.")
    return conversation.from_plain({**talk.plain(), "on": found.isoformat()}, talk.guide)


def can_be(talk: Conversation, desk: Desk) -> tuple[CanBe, ...]:
    """The codes that it can still be."""
    return tuple(CanBe(code, _words(desk, code)) for code in talk.possible_codes)


def ruled_out(talk: Conversation) -> tuple[OutTogether, ...]:
    """The codes that it cannot be any more, those of one reason together."""
    together: dict[str, list[str]] = {}
    for each in talk.ruled_out:
        together.setdefault(each.words, []).append(each.code)
    return tuple(OutTogether(tuple(codes), words) for words, codes in reversed(together.items()))


def may_be(desk: Desk, words: str) -> tuple[str, ...]:
    """The codes that words of the counter may mean, the likeliest first."""
    found = search.search(desk, {"text": words, "limit": _MOST_MEANT}).results
    return tuple(each.code for each in found if each.kind == "code")


def left_open(talk: Conversation, missing: Iterable[str]) -> tuple[Chip, ...]:
    """The answered questions that left open what the finder still wants to know (`Coding.missing`)."""
    wanted = set(missing)
    questions = talk.guide.rulebook.questions
    return tuple(
        chip
        for chip in talk.chips
        if (question := questions.question(chip.question_id)) is not None
        and wanted & {question.field, *(path for listed in question.answers for path in listed.sets)}
    )


def keep(book: Book, talk: Conversation, beside: dict[str, Any]) -> None:
    """Keeps a half-made conversation, and what the page wants to know beside it."""
    if talk.answers or any(beside.values()):
        drafts.keep(book, DRAFT, {"talk": talk.plain(), "beside": beside})
    else:
        drafts.drop(book, DRAFT)


def taken_up(book: Book, desk: Desk) -> tuple[Conversation, dict[str, Any]]:
    """The conversation that was kept, about its own day, and what was kept beside it; a new one where none was."""
    kept = drafts.take_up(book, DRAFT) or {}
    fresh = begin(desk)
    beside = kept.get("beside")
    try:
        talk = conversation.from_plain(kept["talk"], fresh.guide) if "talk" in kept else fresh
    except NotAnAnswer:  # an older Oxydesk kept it otherwise
        return fresh, {}
    return talk, dict(beside) if isinstance(beside, dict) else {}


def _iso(text: str, on: date) -> str:
    """A day in any form in which days are typed, as the question takes it; else what was typed."""
    found = typed_day.day(text, on)
    return found.isoformat() if isinstance(found, date) else text


def _words(desk: Desk, code: str) -> str:
    known = desk.catalogue.code(code)
    return (known.short or known.long if known else None) or ""
