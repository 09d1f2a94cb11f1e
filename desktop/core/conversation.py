"""The finder as a conversation: one question after the other, back, forth, and what the answers leave possible.

A conversation is a value: each step gives a new one. It can be put away as plain texts and taken up again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from desktop.core import facts, plan_questions
from desktop.core.answer_texts import NotAnAnswer
from desktop.core.finder import Coding
from desktop.core.finding import Finding, Severity
from desktop.core.guide import Answers, Guide, Walked, Way
from desktop.core.plan_questions import AskPlan
from desktop.core.questions import PossibleAnswer, Question
from desktop.core.request import Request


@dataclass(frozen=True, slots=True)
class RuledOut:
    """A code that is out, and a word why."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Offer:
    """An answer that may be given now, and the codes that fall away with it."""

    value: str
    words: str
    help: str
    rules_out: tuple[RuledOut, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """An answer that was given, in words; a question can be answered anew by its id."""

    question_id: str
    question: str
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Result:
    """The answer with its reasons, the answers that led to it, and what to ask the plan."""

    coding: Coding
    chips: tuple[Chip, ...]
    ask_plan: tuple[AskPlan, ...]


@dataclass(frozen=True)
class Conversation:
    """The answers given so far and those taken back. Two conversations are equal when these are."""

    guide: Guide = field(compare=False, repr=False)
    given: Answers
    undone: Answers

    @cached_property
    def _walked(self) -> Walked:
        return self.guide.walk(self.given)

    @property
    def question(self) -> Question | None:
        """The next question; None at the end."""
        return self._walked.question

    @property
    def answers(self) -> Answers:
        """The answers that hold, by the ids of their questions, in order."""
        return self._walked.held

    @property
    def offered(self) -> tuple[PossibleAnswer, ...]:
        """The listed answers of the next question, without what they rule out: quick, also before ways are known."""
        return self.guide.offered(self._walked)

    @cached_property
    def possible_answers(self) -> tuple[Offer, ...]:
        """The listed answers of the next question, each with what it rules out. An open question takes others too."""
        return tuple(
            Offer(answer.value, answer.words, answer.help, self._falls_away(answer.value))
            for answer in self.guide.offered(self._walked)
        )

    @property
    def suggested(self) -> str | None:
        """The answer to the next question that was taken back, if it still holds."""
        question = self.question
        text = self.undone.get(question.id) if question else None
        if question is None or text is None:
            return None
        return text if question.id in self._with(question.id, text).answers else None

    def answer(self, value: str) -> "Conversation":
        """Answers the next question. NotAnAnswer, a sentence, where it does not take that; nothing changes then."""
        taken = self.guide.taken(self._walked, value)
        assert self.question is not None  # noqa: S101 -- nothing is taken without a question
        answered = self._with(self.question.id, taken)
        return replace(answered, undone=_without(self.undone, self.question.id))

    def back(self) -> "Conversation":
        """Takes the last answer back; at the beginning the same conversation."""
        if not self.answers:
            return self
        last = list(self.answers)[-1]
        undone = self.guide.in_order({**self.undone, last: self.answers[last]})
        return replace(self, given=_without(self.given, last), undone=undone)

    def forward(self) -> "Conversation":
        """Gives the answer again that was taken back; the same conversation where there is none that holds."""
        text = self.suggested
        return self if text is None else self.answer(text)

    def before(self, question_id: str) -> "Conversation":
        """The conversation as it stood before that question was answered: the question is next, to be seen anew."""
        earlier = self
        while question_id in earlier.answers:
            earlier = earlier.back()
        return earlier

    @property
    def stops(self) -> tuple[Finding, ...]:
        """What forbids what was chosen so far, as soon as it is known what goes out and what is done with it."""
        known = self._walked.facts
        if facts.PAYER not in known or not facts.complete(known):
            return ()
        return tuple(each for each in self.guide.find(known).findings if each.severity is Severity.STOP)

    def change(self, question_id: str, value: str) -> "Conversation":
        """Answers an earlier question anew. Later answers stay where they still hold, the others are asked again.

        NotAnAnswer where that question was not answered, or does not take that.
        """
        if question_id not in self.answers:
            raise NotAnAnswer(f"“{question_id}” was not answered yet, so there is nothing to change.")
        earlier = list(self.answers)[: list(self.answers).index(question_id)]
        until = self.guide.walk({name: self.given[name] for name in earlier})
        return self._with(question_id, self.guide.taken(until, value))

    @cached_property
    def possible_codes(self) -> tuple[str, ...]:
        """The codes that it can still be."""
        return self.guide.possible(self._walked, self._left)

    @cached_property
    def ruled_out(self) -> tuple[RuledOut, ...]:
        """The codes that it cannot be any more, each with a word why."""
        out: dict[str, RuledOut] = {}
        before, left = self.guide.walk({}), self.guide.ways
        for value in self.answers.values():
            if before.code_known:
                break
            after = self.guide.step(before, value)
            left_after = self.guide.left(after, left)
            for each in _out(self.guide, before, left, after, left_after):
                out.setdefault(each.code, each)
            before, left = after, left_after
        better = _mistaken(self.guide, before) if self.possible_codes else {}
        return tuple(RuledOut(code, better.get(code, each.words)) for code, each in out.items())

    @property
    def code_known(self) -> bool:
        """Whether no question is left that leads to the code."""
        return self._walked.code_known

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The answers so far, in words."""
        return tuple(self._chip(question_id, value) for question_id, value in self.answers.items())

    def request(self) -> Request | None:
        """What the finder is asked; None before the payer is known."""
        known = self._walked.facts
        return facts.request(known, self.guide.on, self.guide.rulebook.coding) if facts.PAYER in known else None

    def result(self) -> Result | None:
        """The finder's answer as far as it can be given; None before the code is known."""
        if not self.code_known:
            return None
        coding = self.guide.find(self._walked.facts)
        rule = self.guide.rulebook.coding.items[str(self._walked.facts[facts.ITEM])]
        return Result(coding, self.chips, plan_questions.ask(coding, (rule.words,), self.guide.rulebook))

    def plain(self) -> dict[str, object]:
        """All that is needed to take the conversation up again, in texts."""
        return {"on": self.guide.on.isoformat(), "answers": dict(self.given), "undone": dict(self.undone)}

    def _with(self, question_id: str, text: str) -> "Conversation":
        return replace(self, given=self.guide.in_order({**self.given, question_id: text}))

    @cached_property
    def _left(self) -> tuple[Way, ...]:
        return self.guide.left(self._walked)

    def _falls_away(self, value: str) -> tuple[RuledOut, ...]:
        if self.question is None or self.code_known:
            return ()
        after = self.guide.step(self._walked, value)
        return tuple(_out(self.guide, self._walked, self._left, after, self.guide.left(after, self._left)))

    def _chip(self, question_id: str, value: str) -> Chip:
        question = self.guide.rulebook.questions.question(question_id)
        assert question is not None  # noqa: S101 -- only questions that were asked are answered
        listed = question.answer(value)
        return Chip(question_id, question.words, value, listed.words if listed else value)


def begin(guide: Guide) -> Conversation:
    """A conversation about something that goes out on the guide's date of service, before its first answer."""
    return Conversation(guide, {}, {})


def from_plain(plain: Mapping[str, object], guide: Guide) -> Conversation:
    """The conversation that was put away, about its own date of service whatever the guide's is.

    Answers to questions that are not there any more are left out. NotAnAnswer where nothing readable was put away.
    """
    try:
        on = date.fromisoformat(str(plain.get("on")))
    except ValueError as error:
        raise NotAnAnswer("What was kept of the conversation has no date of service; begin anew.") from error
    guide = guide if guide.on == on else replace(guide, on=on)
    return Conversation(guide, guide.in_order(_texts(plain, "answers")), guide.in_order(_texts(plain, "undone")))


def _texts(plain: Mapping[str, object], name: str) -> Answers:
    kept = plain.get(name)
    if not isinstance(kept, Mapping) or not all(isinstance(each, str) for pair in kept.items() for each in pair):
        raise NotAnAnswer(f"What was kept of the conversation has no readable “{name}”; begin anew.")
    return kept


def _without(answers: Answers, question_id: str) -> Answers:
    return {name: value for name, value in answers.items() if name != question_id}


def _out(
    guide: Guide, before: Walked, left: tuple[Way, ...], after: Walked, left_after: tuple[Way, ...]
) -> Iterator[RuledOut]:
    """The codes that were possible before an answer and are not after it."""
    remain = guide.possible(after, left_after)
    better = _mistaken(guide, after) if remain else {}
    why = _why(guide, before, after, billed=bool(remain))
    for code in guide.possible(before, left):
        if code not in remain:
            yield RuledOut(code, better.get(code, why))


def _why(guide: Guide, before: Walked, after: Walked, *, billed: bool) -> str:
    """Why an answer rules codes out; where nothing will be billed after it, what the rule that forbids it says."""
    if not billed:
        said = guide.find(after.facts).findings
        return next((finding.words for finding in said if finding.item is not None), "")
    question = before.question
    listed = question.answer(after.held[question.id]) if question else None
    return (listed.rules_out if listed else None) or (question.rules_out if question else None) or ""


def _mistaken(guide: Guide, walked: Walked) -> dict[str, str]:
    """What the item's own rules say of codes that people take for it."""
    rule = guide.rulebook.coding.items.get(str(walked.facts.get(facts.ITEM)))
    return {mistaken.code: mistaken.words for mistaken in rule.mistaken} if rule else {}
