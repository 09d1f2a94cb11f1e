"""Reads `look/abn-words.toml`: what to write in Medicare's ABN form."""

from pathlib import Path

from msgspec import Struct

from desktop.core.abn import AbnWords, Blank, Filled, Proposed, Reason
from desktop.core.finding import Mark
from desktop.core.rulebook import Sources
from desktop.rulefiles import checks
from desktop.rulefiles.findings import Words

FILE = "look/abn-words.toml"


class _Said(Struct, forbid_unknown_fields=True, frozen=True):
    en: Words
    es: Words

    def by_language(self) -> dict[str, str]:
        return {"en": self.en, "es": self.es}


class _Blank(Struct, forbid_unknown_fields=True, frozen=True):
    letter: Words
    name: _Said
    how: _Said
    mark: Mark
    sources: tuple[str, ...]
    filled: Filled | None = None
    write: _Said | None = None
    option: tuple[_Said, ...] = ()


class _Reason(Struct, forbid_unknown_fields=True, frozen=True):
    id: Words
    en: Words
    es: Words
    mark: Mark
    sources: tuple[str, ...]
    when: Proposed | None = None


class _Notice(Struct, forbid_unknown_fields=True, frozen=True):
    en: Words
    es: Words
    mark: Mark
    sources: tuple[str, ...]


class _Small(Struct, forbid_unknown_fields=True, frozen=True):
    mark: Words
    together: Words


class _InBoth(Struct, forbid_unknown_fields=True, frozen=True):
    en: _Small
    es: _Small


class _File(Struct, forbid_unknown_fields=True, frozen=True):
    blank: tuple[_Blank, ...]
    reason: tuple[_Reason, ...]
    notice: tuple[_Notice, ...]
    words: _InBoth


def abn_words(root: Path, known: Sources) -> AbnWords:
    """The words of the sheet. RuleFileProblem names what is unknown, stands twice or has no source."""
    read = checks.table(root, FILE, _File)
    checks.once(FILE, [blank.letter for blank in read.blank])
    checks.once(FILE, [reason.id for reason in read.reason])
    for blank in read.blank:
        checks.sourced(FILE, blank.letter, blank.sources, known.by_id)
    for reason in read.reason:
        checks.sourced(FILE, reason.id, reason.sources, known.by_id)
    for notice in read.notice:
        checks.sourced(FILE, notice.en, notice.sources, known.by_id)
    small = read.words
    return AbnWords(
        tuple(_blank(blank) for blank in read.blank),
        {r.id: Reason(r.id, {"en": r.en, "es": r.es}, r.when, r.mark, r.sources) for r in read.reason},
        tuple({"en": notice.en, "es": notice.es} for notice in read.notice),
        {"en": small.en.mark, "es": small.es.mark},
        {"en": small.en.together, "es": small.es.together},
    )


def _blank(read: _Blank) -> Blank:
    return Blank(
        read.letter,
        read.name.by_language(),
        read.how.by_language(),
        read.filled,
        read.write.by_language() if read.write else None,
        tuple(option.by_language() for option in read.option),
        read.mark,
        read.sources,
    )
