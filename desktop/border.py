"""The one border that bad input meets: JSON and TOML are decoded and checked here, and past it values are right.

Wire types are `msgspec.Struct` classes that forbid unknown fields. What does not fit raises NotRight, which names the
field by its path (`lines[0].charge`), says what was found and what is allowed.
"""

import enum
import json
import math
import re
import threading
import tomllib
import types
import typing
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_MESSAGE = re.compile(r"(?P<words>.*?)(?: - at (?:`key` in )?`\$(?P<path>.*)`)?", re.DOTALL)
_FIELD = re.compile(r"Object (?P<how>missing required|contains unknown) field `(?P<name>.*)`", re.DOTALL)
_STEP = re.compile(r"\.([^.\[]+)|\[(\d+)\]")
_EXPECTED = {
    "str": "a text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "null": "null",
    "object": "an object",
    "array": "a list",
    "date": "a day like 2026-03-02",
}
_SHOWN = 60
_CONVERTING = threading.Lock()  # two threads that ask msgspec for one new type at once break it (SIGSEGV)
_DEEPEST = 40  # lists and objects in one another; the deepest request has seven


class NotRight(Exception):
    """An input that is not right. `path` names the field (empty: the whole input), `words` say what and what to do."""

    def __init__(self, path: str, words: str) -> None:
        super().__init__(f"{path}: {words}" if path else words)
        self.path = path
        self.words = words


def from_json(data: bytes, most: int | None = None) -> object:
    """The value that JSON bytes hold. Refused: over `most` bytes, lists and objects too deeply in one another, not
    UTF-8, a key twice, numbers that are none or have no end, half a surrogate pair."""
    if most is not None and len(data) > most:
        raise NotRight("", f"not usable: it has more than {most:,} bytes, which no request needs")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotRight("", f"not UTF-8 text: byte {error.start} cannot be read; save it as UTF-8") from error
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_constant, parse_float=_float)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise NotRight("", f"not JSON: {error.msg} at {where}") from error
    except RecursionError as error:
        raise _too_deep() from error
    except ValueError as error:
        raise NotRight("", "not usable: a number has too many digits") from error
    _refuse_depth(value)
    if "\\u" in text or "\\U" in text:
        _refuse_surrogates(value, "")
    return value


def from_toml(data: bytes) -> dict[str, Any]:
    """The table that TOML bytes hold."""
    try:
        return tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise NotRight("", f"not TOML: {error}") from error


def convert(raw: object, kind: type[T]) -> T:
    """The value as a checked type. NotRight names the first field that does not fit."""
    try:
        made: T = _converted(raw, kind)
    except msgspec.ValidationError as error:
        path, words = _locate(raw, kind, error)
        raise NotRight(path.removeprefix("."), words) from error
    except RecursionError as error:
        raise _too_deep() from error
    return made


def _converted(raw: object, kind: type[T]) -> T:
    with _CONVERTING:
        return msgspec.convert(raw, kind)


def to_json(value: object) -> bytes:
    """A value of checked types as JSON in one line of UTF-8: amounts and days as texts, letters as they are."""
    return msgspec.json.encode(value)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        counts = Counter(name for name, _ in pairs)
        twice = next(name for name, count in counts.items() if count > 1)
        raise NotRight(twice, "this key stands twice in one object; keep one")
    return found


def _float(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise NotRight("", f"found {digits[:_SHOWN]}, which is larger than any number here")
    return number


def _constant(name: str) -> object:
    raise NotRight("", f"found {name}, which is not a JSON number")


def _too_deep() -> NotRight:
    return NotRight("", "not usable: lists and objects are nested too deeply")


def _refuse_depth(value: object) -> None:
    """Layer by layer, so that looking at what is too deep is not too deep itself."""
    layer = [value]
    for _ in range(_DEEPEST):
        layer = [inner for held in layer for inner in _inside(held)]
    if layer:
        raise _too_deep()


def _inside(value: object) -> Iterable[object]:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def _refuse_surrogates(value: object, path: str) -> None:
    if isinstance(value, str):
        if any("\ud800" <= letter <= "\udfff" for letter in value):
            raise NotRight(path.removeprefix("."), "holds half a character (an unpaired surrogate); type it again")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            _refuse_surrogates(inner, f"{path}[{place}]")
    elif isinstance(value, dict):
        for name, inner in value.items():
            _refuse_surrogates(name, path)
            _refuse_surrogates(inner, f"{path}.{name}")


def _locate(raw: object, kind: Any, error: msgspec.ValidationError) -> tuple[str, str]:
    """Path and words of an error. msgspec writes `[...]` for a place in a list; here it gets its number."""
    match = _MESSAGE.fullmatch(str(error))
    message = match["words"] if match else str(error)
    path = (match["path"] or "") if match else ""
    head, inside, _ = path.partition("[...]")
    if inside:
        within, expected = _walk(raw, kind, head)
        element = _element(expected)
        entries = enumerate(within) if isinstance(within, Sequence) else dict(within).items()
        for place, entry in entries:
            try:
                _converted(entry, element)
            except msgspec.ValidationError as inner:
                rest, words = _locate(entry, element, inner)
                return f"{head}[{place}]{rest}", words
    return _say(raw, kind, path, message)


def _say(raw: object, kind: Any, path: str, message: str) -> tuple[str, str]:
    field = _FIELD.fullmatch(message)
    value, expected = _walk(raw, kind, path)
    if field and field["how"] == "missing required":
        return f"{path}.{field['name']}", f"is missing; {_allowed(_inner(expected, field['name']))} is needed"
    if field:
        names = ", ".join(sorted(str(hint) for hint in _hints(expected)))
        return f"{path}.{field['name']}", f"is not a field here; allowed are {names}"
    return path, f"found {_shown(value)}; allowed is {_allowed(expected)}{_bounds(message)}"


def _walk(raw: Any, kind: Any, path: str) -> tuple[Any, Any]:
    """The value and the type that stand at a path."""
    for step in _STEP.finditer(path):
        name, place = step.groups()
        kind = _inner(kind, name)
        raw = raw[name] if name is not None else raw[int(place)]
    return raw, kind


def _inner(kind: Any, name: str | None) -> Any:
    kind = _bare(kind)
    return _hints(kind).get(name) if name is not None else _element(kind)


def _hints(kind: Any) -> dict[str | None, Any]:
    kind = _bare(kind)
    if not (isinstance(kind, type) and issubclass(kind, msgspec.Struct)):
        return {}
    hints = typing.get_type_hints(kind, include_extras=True)
    return {field.encode_name: hints[field.name] for field in msgspec.structs.fields(kind)}


def _element(kind: Any) -> Any:
    arguments = typing.get_args(_bare(kind))
    origin = typing.get_origin(_bare(kind))
    if origin in (list, tuple, Sequence):
        return arguments[0]
    return arguments[1] if origin is dict else None


def _bare(kind: Any) -> Any:
    """The type without its Annotated and without `| None`."""
    if typing.get_origin(kind) is typing.Annotated:
        return _bare(typing.get_args(kind)[0])
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        rest = [part for part in typing.get_args(kind) if part is not type(None)]
        return _bare(rest[0])
    return kind


def _allowed(kind: Any) -> str:  # noqa: PLR0911 -- one line for each kind of type
    if typing.get_origin(kind) is typing.Annotated:
        inner, *notes = typing.get_args(kind)
        said = [note.description for note in notes if isinstance(note, msgspec.Meta) and note.description]
        return said[0] if said else _allowed(inner)
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        return " or ".join(_allowed(part) for part in typing.get_args(kind))
    if typing.get_origin(kind) is typing.Literal:
        return ", ".join(str(part) for part in typing.get_args(kind))
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return ", ".join(str(member.value) for member in kind)
    if kind is type(None):
        return "null"
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return "an object"
    if typing.get_origin(kind) in (list, tuple):
        return "a list"
    return _EXPECTED.get(getattr(kind, "__name__", ""), "another value")


def _bounds(message: str) -> str:
    bound = re.search(r"(>=|<=|<|>) ([-0-9.]+)", message)
    words = {">=": "at least", "<=": "at most", ">": "more than", "<": "less than"}
    return f", {words[bound[1]]} {bound[2]}" if bound else ""


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
