"""Requests of the headless door: each from its bytes to the answer's bytes, as `exchange` takes and gives them."""

import contextlib
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from desktop import border, exchange, files
from desktop.desk import Desk
from desktop.exchange import Reply, Serve
from desktop.operations import superbill
from desktop.operations.batch import BatchFolder
from desktop.operations.catalogue import open_catalogue
from desktop.operations.code import code
from desktop.operations.counter import Counter
from desktop.operations.cycle import cycle
from desktop.operations.search import search
from desktop.operations.show import show
from desktop.rulefiles.load import load
from tests import hand_worked
from tests.fuzz.target import Attempt, Form, Target

_DAY = date(2026, 3, 2)
_ROOT = Path(__file__).parents[3]
_MOST_CASES = 40


def targets() -> list[Target]:
    """All of them."""
    return [
        Target("code", Form.JSON, lambda: _cases("code"), _serving(_code)),
        Target("cycle", Form.JSON, lambda: _cases("cycle"), _serving(_cycle)),
        Target("superbill", Form.JSON, lambda: _cases("superbill"), _printing, dear=True),
        Target("search", Form.JSON, _searches, _serving(_search)),
        Target("show", Form.TEXT, lambda: [b"E1390", b"RR", b"J44.9", b"J9611"], _showing),
        Target("many", Form.LINES, _many, _answering_lines),
    ]


def desk(room: Path) -> Desk:
    """A desk with the shipped rules and catalog, as the door has it."""
    rules = load(files.resources())
    return Desk(open_catalogue(room, lambda _words, _done: None), rules, Counter(rules), _DAY)


def _code(desk: Desk) -> Serve:
    return lambda raw: Reply(code(desk, raw))


def _cycle(desk: Desk) -> Serve:
    return lambda raw: Reply(cycle(desk.rules, raw))


def _search(desk: Desk) -> Serve:
    return lambda raw: Reply(search(desk, raw))


def _serving(serve: Callable[[Desk], Serve]) -> Callable[[Path], contextlib.AbstractContextManager[Attempt]]:
    @contextlib.contextmanager
    def opened(room: Path) -> Iterator[Attempt]:
        serving = serve(desk(room))

        def attempt(data: bytes) -> None:
            _given(serving(border.from_json(data)))

        yield attempt

    return opened


@contextlib.contextmanager
def _printing(room: Path) -> Iterator[Attempt]:
    """A batch, whose papers are named by what the request says."""
    at = desk(room)

    def attempt(data: bytes) -> None:
        folder = BatchFolder(room / "papers")
        issued = superbill.issue(at, border.from_json(data), draft=True)
        path = folder.claim(issued.answer.number)
        if issued.pdf is not None:
            folder.save(path, issued.pdf)
            path.unlink()
        _given(Reply(issued.answer))

    yield attempt


@contextlib.contextmanager
def _showing(room: Path) -> Iterator[Attempt]:
    at = desk(room)

    def attempt(data: bytes) -> None:
        _given(Reply(show(at, exchange.text(data.decode("utf-8", "surrogateescape"), "CODE"))))

    yield attempt


@contextlib.contextmanager
def _answering_lines(room: Path) -> Iterator[Attempt]:
    """`--lines`: the file is cut into lines as `exchange` does, and each line is answered."""
    at = desk(room)

    def attempt(data: bytes) -> None:
        path = room / "requests"
        path.write_bytes(data)
        for line in exchange.lines(str(path)):
            with contextlib.suppress(border.NotRight):
                _given(Reply(code(at, border.from_json(line.rstrip(b"\r\n")))))

    yield attempt


def _given(reply: Reply) -> None:
    border.from_json(border.to_json(reply.answer))


def _cases(door: str) -> list[bytes]:
    texts = [hand_worked.request(door, case) for case in hand_worked.cases(door)]
    step = max(1, len(texts) // _MOST_CASES)
    examples = [path.read_bytes() for path in sorted((_ROOT / "resources/examples").rglob("*.json"))]
    return [
        *(text.encode(errors="surrogatepass") for text in texts[::step]),
        *(examples if door == "superbill" else ()),
    ]


def _searches() -> list[bytes]:
    typed = ("concentrator", "e13", "J44.9", "oxigeno portatil", "rr", "tank refill 2 lpm", "6 l/min at night")
    return [json.dumps({"text": text, "limit": 10}).encode() for text in typed]


def _many() -> list[bytes]:
    lines = [b" ".join(case.split()) for case in _cases("code")[:6]]
    return [b"\n".join(lines[:3]), b"\r\n".join(lines[3:])]
