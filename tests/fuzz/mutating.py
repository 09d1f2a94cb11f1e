"""Changes a sample so that it is hostile and still looks like what it is: its bytes, its JSON tree, its CSV cells."""

import csv
import io
import json
from collections.abc import Callable
from random import Random
from typing import Any

from tests.fuzz.target import Form

HOSTILE_TEXTS = (
    *("", " ", "\x00", "\ufeff", "\u202e\u2066x", "\ud800", "\udfff\ud800", "\u0301", "\u2028", "\r\n", "\t", "\x7f"),
    *("../../x", "..\\x", "/etc/passwd", "C:\\x", "CON", "nul.pdf", "x.", "-rf", "a\x00b", "~/x", "A" * 300),
    *(
        "=1+1",
        "+1",
        "-1",
        "@x",
        "'=1",
        "''",
        '"',
        "' or 1=1 --",
        "%",
        "_",
        "*",
        "NEAR(a b)",
        "a:b",
        "x'00'",
        "{0}",
        "%s",
    ),
    *("9999-12-31", "0001-01-01", "2026-02-30", "0000-00-00", "1e400", "NaN", "-Infinity", "0" * 400, "9" * 400, "-0"),
    *(
        "999999999999.99",
        "0.001",
        "1,000.00",
        "١٢٣",
        "²",
        "Ⅷ",
        "ß",
        "İ",
        "ﷺ",
        "👩‍👩‍👧",
        "东",
        "e\u0301" * 40,
        "E1390",
        "J44.9",
    ),
    *("true", "null", "[]", "{}", "\\", "\\u0000", "2026-03-02T10:00:00", "2026-03-02T10:00:00+25:00", "12/31/9999"),
)
HOSTILE_VALUES: tuple[Any, ...] = (
    *(
        None,
        True,
        False,
        0,
        -1,
        1,
        2**31,
        2**63,
        -(2**63),
        2**64,
        10**30,
        1e300,
        -0.0,
        0.1,
        [],
        {},
        [None],
        [[]],
        {"": 0},
    ),
    *([0] * 40, ["A"] * 40, {"a": {"a": {"a": []}}}),
)
_NUMBERS = (b"\x00", b"\xff", b"\x00\x00\x00\x00", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\x80\x00\x00\x00")
_DEEP = 2_000

Way = list[str | int]


def mutated(data: bytes, other: bytes, form: Form, longest: int, chance: Random) -> bytes:
    """Another form of the sample; `other` is one to take pieces from."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        change = _CHANGES[form] if chance.random() < 0.85 else _bytes
        data = change(data, other, chance)
    return data[:longest]


def _bytes(data: bytes, other: bytes, chance: Random) -> bytes:
    begin = chance.randint(0, len(data))
    end = min(len(data), begin + chance.choice((1, 1, 2, 4, 16, 200)))
    ways: tuple[Callable[[], bytes], ...] = (
        lambda: data[:begin] + chance.randbytes(end - begin) + data[end:],
        lambda: data[:begin] + data[end:],
        lambda: data[:begin] + data[begin:end] * chance.choice((2, 3, 50)) + data[end:],
        lambda: data[:begin],
        lambda: data[:begin] + chance.choice(_NUMBERS) + data[begin:],
        lambda: data[:begin] + chance.choice(_NUMBERS) + data[begin + 4 :],
        lambda: data[:begin] + _piece(other, chance) + data[end:],
        lambda: data[:begin] + chance.choice(HOSTILE_TEXTS).encode(errors="surrogatepass") + data[end:],
        lambda: (
            data[:begin] + bytes([data[begin] ^ (1 << chance.randrange(8))]) + data[begin + 1 :]
            if begin < len(data)
            else data + b"\x00"
        ),
    )
    return chance.choice(ways)()


def _piece(other: bytes, chance: Random) -> bytes:
    begin = chance.randint(0, len(other))
    return other[begin : begin + chance.choice((1, 8, 64, 1_000))]


def _json(data: bytes, other: bytes, chance: Random) -> bytes:
    try:
        tree = json.loads(data)
        giving = json.loads(other)
    except (ValueError, RecursionError):
        return _bytes(data, other, chance)
    if chance.random() < 0.01:
        return b"[" * _DEEP + data + b"]" * _DEEP
    way = chance.choice(_ways(tree))
    if not way:
        tree = _value(giving, chance)
    else:
        _change(tree, way, giving, chance)
    return json.dumps(tree, ensure_ascii=chance.random() < 0.7).encode(errors="surrogatepass")


def _change(tree: Any, way: Way, giving: Any, chance: Random) -> None:
    holder = tree
    for step in way[:-1]:
        holder = holder[step]
    last = way[-1]
    done = chance.randrange(6)
    if done == 0 and isinstance(holder, dict):
        del holder[last]
    elif done == 1 and isinstance(holder, dict):
        holder[chance.choice((*HOSTILE_TEXTS, *holder))] = holder.pop(last)
    elif done == 2 and isinstance(holder, list):
        holder[last:last] = [holder[last]] * chance.choice((1, 2, 60))  # type: ignore[misc, operator]
    elif done == 3 and isinstance(holder, list):
        del holder[last]
    else:
        holder[last] = _value(giving, chance)


def _value(giving: Any, chance: Random) -> Any:
    done = chance.random()
    if done < 0.4:
        return chance.choice(HOSTILE_TEXTS)
    if done < 0.7:
        return chance.choice(HOSTILE_VALUES)
    for step in chance.choice(_ways(giving)):
        giving = giving[step]
    return giving


def _ways(tree: Any) -> list[Way]:
    found: list[Way] = [[]]
    for way in found:
        inner = tree
        for step in way:
            inner = inner[step]
        names: list[Any] = (
            list(inner) if isinstance(inner, dict) else list(range(len(inner))) if isinstance(inner, list) else []
        )
        if len(found) < 2_000:
            found += [[*way, name] for name in names]
    return found


def _lines(data: bytes, other: bytes, chance: Random) -> bytes:
    lines = data.split(b"\n")
    place = chance.randrange(len(lines))
    lines[place] = _json(lines[place], other.split(b"\n")[0], chance)
    return b"\n".join(lines)


def _csv(data: bytes, other: bytes, chance: Random) -> bytes:
    try:
        text = data.decode("utf-8-sig")
        delimiter = next((sign for sign in ",;\t|" if sign in text), ",")
        rows = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if row]
    except (UnicodeDecodeError, csv.Error):
        return _bytes(data, other, chance)
    if not rows:
        return _bytes(data, other, chance)
    row = chance.choice(rows)
    place = chance.randrange(len(row))
    done = chance.randrange(8)
    if done == 0:
        rows += [list(row) for _ in range(chance.choice((1, 3, 100)))]
    elif done == 1:
        row[place:place] = [row[place]] * chance.choice((1, 2, 50))
    elif done == 2:
        del row[place]
    elif done == 3:
        row[place] = chance.choice(chance.choice(rows) or [""])
    else:
        row[place] = chance.choice(HOSTILE_TEXTS)
    written = io.StringIO()
    csv.writer(written, delimiter=chance.choice((delimiter, delimiter, ";", "\t"))).writerows(rows)
    encoding = chance.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252"))
    return written.getvalue().encode(encoding, errors="replace" if encoding != "utf-8" else "surrogatepass")


def _text(data: bytes, other: bytes, chance: Random) -> bytes:
    text = data.decode(errors="replace")
    begin = chance.randint(0, len(text))
    end = min(len(text), begin + chance.choice((0, 0, 1, 5)))
    put = chance.choice((*HOSTILE_TEXTS, *text.split(), chr(chance.randrange(0x110000)), " "))
    return (text[:begin] + put + text[end:]).encode(errors="surrogatepass")


_CHANGES: dict[Form, Callable[[bytes, bytes, Random], bytes]] = {
    Form.BYTES: _bytes,
    Form.JSON: _json,
    Form.LINES: _lines,
    Form.CSV: _csv,
    Form.TEXT: _text,
}
