"""Reads the look: `look/tokens.toml`, the words of the paper from `look/paper-words.toml`, and those of a rental's
picture from `look/rental-picture.toml`."""

import string
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import msgspec
from msgspec import Meta, Struct, defstruct, structs

from desktop.core.band_words import PictureWords
from desktop.core.look import Colors, Sizes
from desktop.core.look_tokens import PaperTokens, Tokens
from desktop.core.wording import PaperNames, PaperWords, Transaction, Wording
from desktop.rulefiles import checks, findings

TOKENS = "look/tokens.toml"
WORDS = "look/paper-words.toml"
PICTURE = "look/rental-picture.toml"

_Words = Annotated[str, Meta(min_length=1, description="words")]
_Color = Annotated[str, Meta(pattern="^#[0-9A-F]{6}$", description="a color like #17202B")]
_Size = Annotated[float, Meta(ge=0, description="a number from 0 on")]
_Months = Annotated[tuple[str, ...], Meta(min_length=12, max_length=12, description="twelve months")]


def _wire(kind: type, checked: Mapping[type, Any], **own: Any) -> Any:
    """A wire type with the fields of a dataclass, so that a key is spelled once and an unknown one is refused."""
    hints = get_type_hints(kind)
    typed = [
        (field.name, own.get(field.name, checked.get(hints[field.name], hints[field.name]))) for field in fields(kind)
    ]
    return defstruct(f"_{kind.__name__}", typed, forbid_unknown_fields=True, frozen=True)


_Paper: Any = _wire(PaperTokens, {float: _Size})
_Colors: Any = _wire(Colors, {str: _Color})
_Sizes: Any = _wire(Sizes, {})
_PaperNames: Any = _wire(PaperNames, {str: _Words})
_Wording: Any = _wire(Wording, {str: _Words, PaperNames: _PaperNames}, months=_Months)
_PictureWords: Any = _wire(PictureWords, {str: _Words, PaperNames: _PaperNames}, months=_Months)


class _Tokens(Struct, forbid_unknown_fields=True, frozen=True):
    spaces: tuple[int, ...]
    radius: int
    motion_ms: int
    type: _Sizes
    light: _Colors
    dark: _Colors
    paper: _Paper


class _OfficialWords(Struct, forbid_unknown_fields=True, frozen=True):
    left_out: tuple[_Words, ...]
    longest: int


class _Transaction(Struct, forbid_unknown_fields=True, frozen=True):
    modifier: _Words
    en: _Words
    es: _Words
    replaces: _Words | None = None
    excludes: _Words | None = None


class _Sourced(Struct, forbid_unknown_fields=True, frozen=True):
    key: _Words
    sources: tuple[str, ...]


class _WordsFile(Struct, forbid_unknown_fields=True, frozen=True):
    claim_note_longest: int
    official_words: _OfficialWords
    transaction: tuple[_Transaction, ...]
    sourced: tuple[_Sourced, ...]
    en: _Wording
    es: _Wording


def tokens(root: Path) -> Tokens:
    """The tokens. RuleFileProblem where one is missing, unknown or of the wrong kind."""
    read = checks.table(root, TOKENS, _Tokens)
    return Tokens(
        read.spaces,
        read.radius,
        read.motion_ms,
        Sizes(**structs.asdict(read.type)),
        Colors(**structs.asdict(read.light)),
        Colors(**structs.asdict(read.dark)),
        PaperTokens(**structs.asdict(read.paper)),
    )


def paper_words(root: Path) -> PaperWords:
    """The words of the paper. RuleFileProblem names the key that is missing, unknown, without a known source, or has
    other places in braces in one language than in the other."""
    read = checks.table(root, WORDS, _WordsFile)
    checks.once(WORDS, [transaction.modifier for transaction in read.transaction])
    _check_sources(root, read.sourced)
    languages = {name: msgspec.convert(getattr(read, name), Wording, from_attributes=True) for name in ("en", "es")}
    english = asdict(languages["en"])
    for language, wording in languages.items():
        _same_places(language, english, asdict(wording))
    done = tuple(Transaction(t.modifier, {"en": t.en, "es": t.es}, t.replaces, t.excludes) for t in read.transaction)
    return PaperWords(
        languages, done, read.official_words.left_out, read.official_words.longest, read.claim_note_longest
    )


def picture_words(root: Path) -> PictureWords:
    """The words of a rental's picture. RuleFileProblem names the key that is missing or unknown."""
    return msgspec.convert(checks.table(root, PICTURE, _PictureWords), PictureWords, from_attributes=True)


def _check_sources(root: Path, entries: Iterable[_Sourced]) -> None:
    known = findings.sources(root)
    keys = {field.name for field in fields(Wording)} | {field.name for field in structs.fields(_WordsFile)}
    for entry in entries:
        if entry.key not in keys:
            raise checks.RuleFileProblem(WORDS, f"sourced.{entry.key}", "is the name of nothing in this file")
        checks.sourced(WORDS, entry.key, entry.sources, known.by_id)


def _same_places(key: str, english: object, said: object) -> None:
    if isinstance(english, dict) and isinstance(said, dict):
        if english.keys() != said.keys():
            raise checks.RuleFileProblem(WORDS, key, "has other keys than in English")
        for name, inner in said.items():
            _same_places(f"{key}.{name}", english[name], inner)
    if isinstance(english, str) and isinstance(said, str) and _places(english) != _places(said):
        raise checks.RuleFileProblem(WORDS, key, f"has places {_places(said)}; in English they are {_places(english)}")


def _places(words: str) -> list[str]:
    """The names in braces, once each. They are the same in every language, in whatever order and however often."""
    return sorted({name for _, name, _, _ in string.Formatter().parse(words) if name})
