"""What people type as an answer: read, held against what may be typed, and written in one way."""

import re
from datetime import date
from decimal import Decimal

from desktop.core import money
from desktop.core.questions import Fact, Kind, Question

_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,6})?|\.[0-9]{1,6}")
_WHOLE = re.compile(r"[0-9]{1,9}")
_MONEY = re.compile(r"\$?\s*(?P<dollars>[0-9]{1,3}(,[0-9]{3})*|[0-9]{1,12})(?P<cents>\.[0-9]{2})?")
_DAY = re.compile(r"(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})/(?P<year>[0-9]{4})")
_SHOWN = 40


class NotAnAnswer(Exception):
    """An answer that is not taken; its text is a sentence: which question, what was found, what to do."""


def refused(question: Question, found: str, allowed: str) -> NotAnAnswer:
    """The sentence for an answer that a question does not take."""
    shown = found if len(found) <= _SHOWN else f"{found[:_SHOWN]}…"
    return NotAnAnswer(f"“{question.words}” does not take “{shown}”: {allowed}.")


def written(fact: Fact) -> str:
    """The one way in which a typed answer is kept: `2.5`, `2026-03-02`, `2495.00`."""
    if isinstance(fact, Decimal):
        return f"{fact:f}"
    return fact.isoformat() if isinstance(fact, date) else str(fact)


def read(question: Question, text: str, on: date) -> Fact:
    """What was typed for an open question, on the date of service. NotAnAnswer where it cannot be that."""
    reader = {Kind.FLOW: _flow, Kind.MONTH: _month, Kind.DAY: _day, Kind.MONEY: _money, Kind.TEXT: _text}
    return reader[question.kind](question, " ".join(text.split()), on)


def _flow(question: Question, text: str, _: date) -> Fact:
    if not _NUMBER.fullmatch(text) or not _within(question, Decimal(text)):
        raise refused(question, text, f"type liters a minute, a number from {question.least} to {question.most}")
    number = Decimal(text).normalize()
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def _month(question: Question, text: str, _: date) -> Fact:
    if not _WHOLE.fullmatch(text) or not _within(question, Decimal(text)):
        raise refused(question, text, f"type the month, a whole number from {question.least} to {question.most}")
    return int(text)


def _day(question: Question, text: str, on: date) -> Fact:
    how = "type a day like 2026-03-02 or 3/2/2026"
    match = _DAY.fullmatch(text)
    iso = f"{match['year']}-{match['month']:0>2}-{match['day']:0>2}" if match else text
    try:
        day = date.fromisoformat(iso)
    except ValueError as error:
        raise refused(question, text, how) from error
    if day > on:
        raise refused(question, text, f"it cannot be after the date of service, {on}")
    return day


def _money(question: Question, text: str, _: date) -> Fact:
    match = _MONEY.fullmatch(text)
    if not match:
        raise refused(question, text, "type dollars, like 2495.00")
    return money.parse(match["dollars"].replace(",", "") + (match["cents"] or ".00"))


def _text(question: Question, text: str, _: date) -> Fact:
    if not text:
        raise refused(question, text, "type a few words")
    return text


def _within(question: Question, number: Decimal) -> bool:
    return (question.least is None or number >= question.least) and (question.most is None or number <= question.most)
