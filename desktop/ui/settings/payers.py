"""The kinds of payer in the counter's words, as the finder asks for them."""

from desktop.desk import Desk

_QUESTION, _FACT, _NOBODY = "payer", "payer.kind", "none"
_USUAL = "commercial"


def payer_choices(desk: Desk) -> list[tuple[str, str]]:
    """Kind and words of each payer that is a plan; the kind that most new plans are is first."""
    question = desk.rules.questions.question(_QUESTION)
    answers = question.answers if question else ()
    known = [(str(answer.sets[_FACT]), answer.words) for answer in answers if answer.sets[_FACT] != _NOBODY]
    return sorted(known, key=lambda each: each[0] != _USUAL)


def payer_words(desk: Desk, kind: str) -> str:
    """What a kind of payer is called."""
    return dict(payer_choices(desk)).get(kind, kind)
