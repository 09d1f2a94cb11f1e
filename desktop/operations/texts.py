"""Texts of a request as they are meant: without stray blanks, and null where nothing but blanks was typed."""

import re
from functools import cache
from typing import Any

import msgspec
from msgspec import inspect

_NOTHING = re.compile(r"-0+\.00")


def tidy(raw: object, kind: type[msgspec.Struct]) -> object:
    """The value with its texts tidied wherever the type has a text; what does not fit the type stays as it is.

    Runs of blanks and line breaks become one blank. A text of blanks becomes null where null is allowed. In a list of
    texts null and blanks become an empty text, so that the others keep their places.
    """
    return _tidy(raw, _type(kind))


@cache
def _type(kind: type[msgspec.Struct]) -> inspect.Type:
    return inspect.type_info(kind)


def _tidy(raw: Any, kind: inspect.Type) -> Any:
    kind = kind.type if isinstance(kind, inspect.Metadata) else kind
    if isinstance(kind, inspect.UnionType):
        return _optional(raw, kind)
    if isinstance(kind, inspect.StructType) and isinstance(raw, dict):
        known = {field.encode_name: field.type for field in kind.fields}
        return {name: _tidy(value, known[name]) if name in known else value for name, value in raw.items()}
    if isinstance(kind, inspect.ListType) and isinstance(raw, list):
        if isinstance(kind.item_type, inspect.StrType):
            raw = ["" if value is None else value for value in raw]
        return [_tidy(value, kind.item_type) for value in raw]
    if isinstance(kind, inspect.StrType) and isinstance(raw, str):
        return _text(raw, kind)
    return raw


def _optional(raw: Any, kind: inspect.UnionType) -> Any:
    parts = [part.type if isinstance(part, inspect.Metadata) else part for part in kind.types]
    inner = next(part for part in parts if not isinstance(part, inspect.NoneType))
    blank = isinstance(raw, str) and not raw.strip()
    if blank and kind.includes_none and isinstance(inner, inspect.StrType | inspect.DateType):
        return None
    return _tidy(raw, inner)


def _text(raw: str, kind: inspect.StrType) -> str:
    if kind.pattern is not None:
        return raw.removeprefix("-") if _NOTHING.fullmatch(raw) else raw
    return " ".join(raw.split())
