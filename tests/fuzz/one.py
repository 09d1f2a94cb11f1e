"""One target in one process, for so long: by atheris where it is there, else by chance."""

import hashlib
import os
import re
import sys
import time
from pathlib import Path
from random import Random

from tests.fuzz.mutating import mutated
from tests.fuzz.target import Attempt, Find, Target, tried

_LAST = "last.input"
_LONG = 5.0  # seconds of the processor that no input of this size may take
_COUNTED = ".count"
_EVERY = 1.0  # seconds between two words on how far it is


class Trying:
    """Tries input after input and keeps what is found, each place once."""

    def __init__(self, target: Target, attempt: Attempt, room: Path, into: Path) -> None:
        self._target, self._attempt, self._room = target, attempt, room
        self._into = into / target.name
        self._into.mkdir(parents=True, exist_ok=True)
        self._seen = {_place(path) for path in self._into.glob("*.case")}
        self._counted = self._into / f"{os.getpid()}{_COUNTED}"
        self._said = time.monotonic()
        self.count = 0

    def __call__(self, data: bytes) -> None:
        """One input."""
        (self._into / _LAST).write_bytes(data)
        self.count += 1
        began = time.process_time()
        found = tried(self._attempt, self._room, data)
        took = time.process_time() - began
        if found is None and took > _LONG:
            found = Find(f"takes {took:.0f} s")
        if found is not None:
            self._keep(found, data)
        if time.monotonic() - self._said > _EVERY:
            self._tell()

    def _tell(self) -> None:
        """How far it is; atheris ends the process itself, so this is what is known of it."""
        self._said = time.monotonic()
        self._counted.write_text(str(self.count))

    def _keep(self, found: Find, data: bytes) -> None:
        path = self._into / f"{_file_name(found.what)}.case"
        if _place(path) not in self._seen:
            self._seen.add(_place(path))
            path.write_bytes(data)
            sys.stdout.write(f"{self._target.name}: {found.what}\n")


def run(target: Target, room: Path, into: Path, seconds: float, seed: int) -> None:
    """Tries for so long; what is found lies in a folder."""
    home, corpus = room / "room", room / "corpus"
    home.mkdir()
    corpus.mkdir()
    os.environ["OXYDESK_HOME"] = str(home)
    sys.dont_write_bytecode = True
    with target.opened(home) as attempt:
        trying = Trying(target, attempt, home, into)
        samples = target.samples()
        for number, sample in enumerate(samples):
            (corpus / str(number)).write_bytes(sample)
            trying(sample)
        if "atheris" in sys.modules:
            _steered(target, trying, samples, seconds, seed, corpus)
        else:
            _by_chance(target, trying, samples, seconds, seed)


def counted(into: Path) -> int:
    """How many inputs were tried by all processes."""
    return sum(int(path.read_text()) for path in into.glob(f"*/*{_COUNTED}"))


def keep_last(folder: Path, what: str) -> None:
    """Keeps the input with which a process ended."""
    last = folder / _LAST
    if last.exists():
        digest = hashlib.sha256(last.read_bytes()).hexdigest()[:8]
        last.replace(folder / f"{_file_name(what)} {digest}.case")


def _by_chance(target: Target, trying: Trying, samples: list[bytes], seconds: float, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 -- inputs, not secrets
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        trying(mutated(chance.choice(samples), chance.choice(samples), target.form, target.longest, chance))


def _steered(target: Target, trying: Trying, samples: list[bytes], seconds: float, seed: int, corpus: Path) -> None:
    import atheris  # noqa: PLC0415 -- not everybody has it

    def change(data: bytes, longest: int, number: int) -> bytes:
        chance = Random(number)  # noqa: S311 -- inputs, not secrets
        if chance.random() < 0.1:
            return bytes(atheris.Mutate(data, longest))
        return mutated(data, chance.choice(samples), target.form, longest, chance)

    given = [sys.argv[0], f"-max_total_time={max(1, round(seconds))}", f"-seed={seed}", f"-max_len={target.longest}"]
    given += [
        "-timeout=60",
        "-rss_limit_mb=3000",
        "-verbosity=0",
        "-print_final_stats=0",
        f"-artifact_prefix={corpus.parent}/",
    ]
    atheris.Setup([*given, str(corpus)], trying, custom_mutator=change)
    atheris.Fuzz()


def _file_name(what: str) -> str:
    return re.sub(r"[^A-Za-z0-9.]+", "-", what).strip("-")[:120]


def _place(path: Path) -> str:
    """Found in the same place; another time it may have taken a second more."""
    return re.sub(r"[0-9]+-s$", "", path.stem)
