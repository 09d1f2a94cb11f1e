"""What codes and modifiers, and why: the finder's answer to one request."""

from msgspec import Struct

from desktop.core import finder
from desktop.core.codes import CodedLine, Why
from desktop.desk import Desk
from desktop.operations import answers, code_wire


class WhyAnswer(Struct, frozen=True):
    """A reason."""

    words: str
    sources: tuple[str, ...]
    mark: str


class LineAnswer(Struct, frozen=True):
    """A coded line."""

    item: int
    code: str
    modifiers: tuple[str, ...]
    units: int
    description: str
    narrative_19: str | None
    why: tuple[WhyAnswer, ...]


class AlternativeAnswer(Struct, frozen=True):
    """Another code that a plan may take."""

    item: int
    code: str
    modifiers: tuple[str, ...]
    when: str


class RejectedAnswer(Struct, frozen=True):
    """A code that people mistake for the right one."""

    code: str
    words: str
    sources: tuple[str, ...]


class CodeAnswer(Struct, frozen=True):
    """The answer of the headless door's `code`."""

    lines: tuple[LineAnswer, ...]
    alternatives: tuple[AlternativeAnswer, ...]
    rejected: tuple[RejectedAnswer, ...]
    findings: tuple[answers.FindingAnswer, ...]
    missing: tuple[str, ...]
    catalogue: answers.EditionAnswer

    @property
    def forbidden(self) -> bool:
        """Whether a finding stops."""
        return any(finding.severity == "stop" for finding in self.findings)


def code(desk: Desk, raw: object) -> CodeAnswer:
    """Codes, modifiers and reasons for a request. NotRight where it is not one."""
    return _answer(desk, finder.find(code_wire.request(raw, desk.rules.coding), desk.rules, desk.catalogue, desk.noc))


def _answer(desk: Desk, coding: finder.Coding) -> CodeAnswer:
    return CodeAnswer(
        tuple(_line(line) for line in coding.lines),
        tuple(AlternativeAnswer(each.item, each.code, each.modifiers, each.when) for each in coding.alternatives),
        tuple(RejectedAnswer(each.code, each.words, each.sources) for each in coding.rejected),
        answers.findings(coding.findings),
        coding.missing,
        answers.edition(desk.catalogue),
    )


def _line(line: CodedLine) -> LineAnswer:
    why = tuple(_why(why) for why in line.why)
    return LineAnswer(line.item, line.code, line.modifiers, line.units, line.description, line.narrative_19, why)


def _why(why: Why) -> WhyAnswer:
    return WhyAnswer(why.words, why.sources, why.mark)
