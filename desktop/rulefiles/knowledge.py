"""Reads what a clerk must know about each code and modifier from `knowledge/*.toml`, and holds it to its headings.

A paragraph stands once and says which codes it holds for, by code or by the name of a group. Its words have places in
braces (`{code}`, `{name}`) that each code fills with its own, so that a shared paragraph still speaks of that code.
"""

import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from desktop.core.finding import Mark
from desktop.core.knowledge import Knowledge
from desktop.core.rulebook import Sources
from desktop.rulefiles import checks
from desktop.rulefiles.checks import RuleFileProblem

FOLDER = "knowledge"
HEADINGS = f"{FOLDER}/headings.toml"
GROUPS = f"{FOLDER}/groups.toml"
CODE = "code"

Words = Annotated[str, Meta(min_length=1, description="words")]
Kind = Literal["code", "modifier"]


class _Heading(Struct, forbid_unknown_fields=True, frozen=True):
    kind: Kind
    heading: Words
    required: bool


class _HeadingFile(Struct, forbid_unknown_fields=True, frozen=True):
    heading: tuple[_Heading, ...]


class _Group(Struct, forbid_unknown_fields=True, frozen=True):
    name: Words
    holds: tuple[Words, ...]


class _GroupFile(Struct, forbid_unknown_fields=True, frozen=True):
    group: tuple[_Group, ...]


class _Subject(Struct, forbid_unknown_fields=True, frozen=True):
    code: Words
    kind: Kind
    places: dict[str, str]


class _Paragraph(Struct, forbid_unknown_fields=True, frozen=True):
    holds_for: tuple[Words, ...]
    heading: Words
    words: Words
    sources: tuple[str, ...]
    mark: Mark


class _KnowledgeFile(Struct, forbid_unknown_fields=True, frozen=True):
    subject: tuple[_Subject, ...] = ()
    paragraph: tuple[_Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class _Placed:
    """A paragraph with the file and key that name it in a refusal, its words on one line, its groups spelled out."""

    file: str
    key: str
    codes: tuple[str, ...]
    words: str
    said: _Paragraph


def load(root: Path, sources: Sources) -> Mapping[str, tuple[Knowledge, ...]]:
    """The paragraphs of each code and modifier, by heading; a code's own stand before those it shares.

    RuleFileProblem names file, key and reason where a file is not right.
    """
    headings = checks.table(root, HEADINGS, _HeadingFile).heading
    checks.once(HEADINGS, [heading.heading for heading in headings])
    files = {name: checks.table(root, name, _KnowledgeFile) for name in _names(root)}
    subjects = _subjects(files)
    groups = _groups(root, subjects)
    placed = [_place(*found, groups, subjects) for found in _keyed(files)]
    _refuse_unused_groups(groups, files)
    _refuse_twice(placed)
    for paragraph in placed:
        checks.sourced(paragraph.file, paragraph.key, paragraph.said.sources, sources.by_id)
        _refuse_strange(paragraph, headings, subjects)
    _refuse_gaps(files, headings, placed)
    return {code: _told(subject, headings, placed) for code, subject in subjects.items()}


def used_sources(knowledge: Mapping[str, Sequence[Knowledge]]) -> frozenset[str]:
    """The ids of all sources that some paragraph rests on."""
    return frozenset(source for told in knowledge.values() for paragraph in told for source in paragraph.sources)


def _names(root: Path) -> list[str]:
    found = sorted(f"{FOLDER}/{path.name}" for path in (root / FOLDER).glob("*.toml"))
    return [name for name in found if name not in (HEADINGS, GROUPS)]


def _subjects(files: Mapping[str, _KnowledgeFile]) -> dict[str, _Subject]:
    subjects: dict[str, _Subject] = {}
    for name, file in files.items():
        for subject in file.subject:
            if subject.code in subjects:
                raise RuleFileProblem(name, subject.code, "stands twice; a code is explained in one file")
            subjects[subject.code] = subject
    return subjects


def _groups(root: Path, subjects: Iterable[str]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for group in checks.table(root, GROUPS, _GroupFile).group:
        if group.name in groups or group.name in subjects:
            raise RuleFileProblem(GROUPS, group.name, "stands twice; a name has one meaning")
        checks.once(GROUPS, group.holds)
        for code in group.holds:
            if code not in subjects:
                raise RuleFileProblem(GROUPS, group.name, f"holds {code}, which no file explains")
        groups[group.name] = group.holds
    return groups


def _keyed(files: Mapping[str, _KnowledgeFile]) -> list[tuple[str, str, _Paragraph]]:
    return [
        (name, f"paragraph[{place}]", paragraph)
        for name, file in files.items()
        for place, paragraph in enumerate(file.paragraph)
    ]


def _place(
    file: str, key: str, said: _Paragraph, groups: Mapping[str, tuple[str, ...]], subjects: Iterable[str]
) -> _Placed:
    codes: list[str] = []
    for name in said.holds_for:
        if name not in groups and name not in subjects:
            raise RuleFileProblem(
                file, f"{key}.holds_for", f"names {name}, which is neither an explained code nor a group"
            )
        codes.extend(groups.get(name, (name,)))
    if not codes:
        raise RuleFileProblem(file, f"{key}.holds_for", "names no code; say for which ones the paragraph holds")
    for code in codes:
        if codes.count(code) > 1:
            raise RuleFileProblem(file, f"{key}.holds_for", f"names {code} twice")
    return _Placed(file, key, tuple(codes), " ".join(said.words.split()), said)


def _refuse_unused_groups(groups: Iterable[str], files: Mapping[str, _KnowledgeFile]) -> None:
    used = {name for file in files.values() for paragraph in file.paragraph for name in paragraph.holds_for}
    for name in groups:
        if name not in used:
            raise RuleFileProblem(GROUPS, name, "is used by no paragraph; remove it or use it")


def _refuse_twice(placed: Sequence[_Placed]) -> None:
    seen: dict[str, _Placed] = {}
    for paragraph in placed:
        if paragraph.words in seen:
            first = seen[paragraph.words]
            reason = f"says the same as {first.key} of {first.file}; write it once and name all its codes"
            raise RuleFileProblem(paragraph.file, paragraph.key, reason)
        seen[paragraph.words] = paragraph


def _refuse_strange(paragraph: _Placed, headings: Sequence[_Heading], subjects: Mapping[str, _Subject]) -> None:
    """Refuses a heading that is not on the list for the code's kind, and a place that the code does not fill."""
    for code in paragraph.codes:
        subject = subjects[code]
        allowed = [heading.heading for heading in headings if heading.kind == subject.kind]
        if paragraph.said.heading not in allowed:
            reason = f"found {paragraph.said.heading!r}; for a {subject.kind} allowed are {', '.join(allowed)}"
            raise RuleFileProblem(paragraph.file, f"{paragraph.key}.heading", reason)
        for place in _places(paragraph):
            if place != CODE and place not in subject.places:
                reason = f"has the place {{{place}}}, which {code} does not fill"
                raise RuleFileProblem(paragraph.file, f"{paragraph.key}.words", reason)


def _places(paragraph: _Placed) -> list[str]:
    try:
        return [place for _, place, _, _ in string.Formatter().parse(paragraph.words) if place is not None]
    except ValueError as error:
        reason = "has a brace that opens or closes nothing"
        raise RuleFileProblem(paragraph.file, f"{paragraph.key}.words", reason) from error


def _refuse_gaps(files: Mapping[str, _KnowledgeFile], headings: Sequence[_Heading], placed: Sequence[_Placed]) -> None:
    there = {(code, paragraph.said.heading) for paragraph in placed for code in paragraph.codes}
    for name, file in files.items():
        for subject in file.subject:
            for heading in headings:
                wanted = heading.required and heading.kind == subject.kind
                if wanted and (subject.code, heading.heading) not in there:
                    raise RuleFileProblem(name, subject.code, f"has nothing under {heading.heading!r}; write it")


def _told(subject: _Subject, headings: Sequence[_Heading], placed: Sequence[_Placed]) -> tuple[Knowledge, ...]:
    order = {heading.heading: place for place, heading in enumerate(headings)}
    own = [paragraph for paragraph in placed if subject.code in paragraph.codes]
    own.sort(key=lambda paragraph: (order[paragraph.said.heading], len(paragraph.codes)))
    filled = {CODE: subject.code, **subject.places}
    return tuple(
        Knowledge(one.said.heading, one.words.format_map(filled), one.said.sources, one.said.mark) for one in own
    )
