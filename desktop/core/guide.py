"""The way through the questions: which one comes next, which answers it has, and which codes each way leads to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import product

from desktop.core import answer_texts, coding_look, facts, finder
from desktop.core.answer_texts import NotAnAnswer
from desktop.core.codes import Catalogue
from desktop.core.finder import Coding, NocCode
from desktop.core.questions import Facts, Kind, PossibleAnswer, Question, Stage
from desktop.core.request import Transaction
from desktop.core.rulebook import Rulebook

Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Walked:
    """How far answers lead: those that hold, in order, what they say of the request, and the next question if any."""

    held: Answers
    facts: Facts
    question: Question | None
    place: int  # of the next question among all

    @property
    def code_known(self) -> bool:
        """Whether no question is left that leads to the code."""
        return self.question is None or self.question.stage is not Stage.CODE


@dataclass(frozen=True, slots=True)
class Way:
    """One way through the questions that lead to the code, and the codes at its end."""

    answers: Answers
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Guide:
    """The questions of one date of service, with all that answering them takes."""

    on: date
    rulebook: Rulebook
    catalogue: Catalogue
    noc_code: NocCode

    def walk(self, given: Answers) -> Walked:
        """Asks question after question and takes the given answers, up to the first that is missing or does not hold.

        An answer to a question that is not asked is left alone. Once nothing will be billed, nothing more is asked.
        """
        return self._go_on(given, {}, {}, 0)

    def step(self, walked: Walked, text: str) -> Walked:
        """The walk with one more answer, to its next question."""
        if walked.question is None:
            return walked
        return self._go_on({walked.question.id: text}, walked.held, walked.facts, walked.place)

    def _go_on(self, given: Answers, held: Answers, known: Facts, place: int) -> Walked:
        held, known = dict(held), dict(known)
        questions = self.rulebook.questions.questions
        for number in range(place, len(questions)):
            question = questions[number]
            if not self._asked(question, held, known):
                continue
            said = self._said(question, given.get(question.id), held, known)
            if said is None:
                return Walked(held, known, question, number)
            held[question.id] = given[question.id]
            known.update(said)
        return Walked(held, known, None, len(questions))

    def offered(self, walked: Walked) -> tuple[PossibleAnswer, ...]:
        """The listed answers of the next question that are possible now."""
        if walked.question is None:
            return ()
        return tuple(self._offered(walked.question, walked.held, walked.facts))

    def taken(self, walked: Walked, text: str) -> str:
        """An answer to the next question in the one way in which it is kept. NotAnAnswer where it is none."""
        question = walked.question
        if question is None:
            raise NotAnAnswer(f"Nothing is asked any more; “{text[:40]}” was not taken.")
        offered = self.offered(walked)
        if any(answer.value == text for answer in offered):
            return text
        if question.kind is Kind.CHOICE:
            allowed = ", ".join(answer.value for answer in offered)
            raise answer_texts.refused(question, text, f"choose one of {allowed}")
        return answer_texts.written(answer_texts.read(question, text, self.on))

    def in_order(self, answers: Answers) -> Answers:
        """Answers in the order of their questions; those to unknown questions are left out."""
        questions = self.rulebook.questions.questions
        return {question.id: answers[question.id] for question in questions if question.id in answers}

    def find(self, known: Facts) -> Coding:
        """The finder's answer to what is known."""
        request = facts.request(known, self.on, self.rulebook.coding)
        return finder.find(request, self.rulebook, self.catalogue, self.noc_code)

    def codes(self, known: Facts) -> tuple[str, ...]:
        """The codes of the item that goes out; none where it gets no line, or is not known yet."""
        rules = self.rulebook.coding
        request = facts.request(known, self.on, rules)
        return tuple(
            code
            for item in request.items
            if coding_look.billed(item, rules.items[item.item], request, rules)
            for code in finder.choice_for(item, request, rules).codes
        )

    def left(self, walked: Walked, ways: Iterable[Way] | None = None) -> tuple[Way, ...]:
        """The ways to a code that begin with the answers so far; sought among `ways` where some are given."""
        chosen = [(question, value) for question, value in walked.held.items() if self._is_choice(question)]
        among = self.ways if ways is None else ways
        return tuple(way for way in among if all(way.answers.get(question) == value for question, value in chosen))

    def possible(self, walked: Walked, left: Iterable[Way]) -> tuple[str, ...]:
        """The codes that the answers so far leave possible, in the order of the items; `left` as `left()` gives it."""
        if walked.code_known:
            return self.codes(walked.facts)
        return tuple(dict.fromkeys(code for way in left for code in way.codes))

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """Every way to a code; what is typed is tried below, at and above the values where the code turns."""
        return tuple(self._ways(self.walk({})))

    def knowing(self, ways: tuple[Way, ...]) -> "Guide":
        """The same guide with its ways, which another thread has sought: seeking them takes a moment."""
        guide = replace(self)
        vars(guide)["ways"] = ways  # where cached_property keeps them
        return guide

    def _ways(self, walked: Walked) -> Iterator[Way]:
        question = walked.question
        if question is None or walked.code_known:
            yield Way(walked.held, self.codes(walked.facts))
            return
        for text in self._tried(question, walked.held, walked.facts):
            yield from self._ways(self.step(walked, text))

    def _is_choice(self, question_id: str) -> bool:
        question = self.rulebook.questions.question(question_id)
        return question is not None and question.kind is Kind.CHOICE

    def _asked(self, question: Question, held: Answers, known: Facts) -> bool:
        rules = self.rulebook.coding
        if not facts.holds(question.when, held, known, rules):
            return False
        if facts.complete(known):
            codes = self.codes(known)
            group = question.when.codes_in
            if not codes or (group is not None and not any(rules.within(group, code) for code in codes)):
                return False
        return not question.if_it_matters or self._matters(question, held, known)

    def _matters(self, question: Question, held: Answers, known: Facts) -> bool:
        """Whether two of its answers would lead to different outcomes, whatever is answered beside it."""
        beside = [self.rulebook.questions.question(other) for other in question.beside]
        others = [list(self._facts_tried(other, held, known)) for other in beside if other is not None]
        for more in product(*others):
            about = {field: value for each in more for field, value in each.items()}
            outcomes = (self.find({**known, **about, **own}) for own in self._facts_tried(question, held, known))
            first = next(outcomes, None)
            if any(outcome != first for outcome in outcomes):
                return True
        return False

    def _facts_tried(self, question: Question, held: Answers, known: Facts) -> Iterator[Facts]:
        for text in self._tried(question, held, known):
            said = self._said(question, text, held, known)
            if said is not None:
                yield said

    def _tried(self, question: Question, held: Answers, known: Facts) -> Iterator[str]:
        """Its listed answers, and what may be typed wherever the outcome may turn."""
        yield from (answer.value for answer in self._offered(question, held, known))
        if question.kind is Kind.DAY:
            yield from (day.isoformat() for day in self._days())
        if question.kind in (Kind.FLOW, Kind.MONTH):
            yield from (str(number) for number in self._numbers(question))

    def _days(self) -> Iterable[date]:
        """The days on which the coverage table turns, the days before them, and the date of service."""
        rows = self.rulebook.coding.modifiers.coverage.rows
        turns = {day for row in rows for day in (row.started_from, row.started_before) if day is not None}
        before = {date.fromordinal(day.toordinal() - 1) for day in turns}
        return sorted(day for day in {self.on} | turns | before if day <= self.on)

    def _numbers(self, question: Question) -> list[int]:
        values = (self.rulebook.coding.value(name, self.on) for name in question.turns_at)
        turns = {int(value.value) for value in values if value is not None}
        ends = {end for end in (question.least, question.most) if end is not None}
        tried = {turn + step for turn in turns for step in (-1, 0, 1)} | ends
        return sorted(
            number
            for number in tried
            if (question.least is None or number >= question.least)
            and (question.most is None or number <= question.most)
        )

    def _said(self, question: Question, text: str | None, held: Answers, known: Facts) -> Facts | None:
        """What an answer says of the request; None where it is no answer here."""
        if text is None:
            return None
        for answer in self._offered(question, held, known):
            if answer.value == text:
                return answer.sets
        if question.field is None:
            return None
        try:
            return {question.field: answer_texts.read(question, text, self.on)}
        except NotAnAnswer:
            return None

    def _offered(self, question: Question, held: Answers, known: Facts) -> Iterator[PossibleAnswer]:
        rules = self.rulebook.coding
        for answer in question.answers:
            if facts.holds(answer.when, held, known, rules) and self._item_offers(answer, known):
                yield answer

    def _item_offers(self, answer: PossibleAnswer, known: Facts) -> bool:
        """Whether the answer's transaction can be done with the item at all."""
        item, transaction = known.get(facts.ITEM), answer.sets.get(facts.TRANSACTION)
        if item is None or transaction is None:
            return True
        return self.rulebook.coding.items[str(item)].offers(Transaction(str(transaction)))
