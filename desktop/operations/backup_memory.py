"""What this computer remembers of backups: where the second place is, and when what was done last. No patient in it."""

import json
import os
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path

from desktop import files
from desktop.files import FileProblem

_NAME = "backups.json"


@dataclass(frozen=True, slots=True)
class Memory:
    """`second`: the folder that somebody chose; moments in ISO's form; `state`: the book as the last backup has it."""

    second: str | None = None
    second_since: str | None = None
    second_seen: str | None = None
    made: str | None = None
    state: str | None = None
    verified: str | None = None
    found: str | None = None


def read(home: Path) -> Memory:
    """What is remembered; nothing where it cannot be read, for then a backup is only made once more."""
    try:
        raw = json.loads(files.read_within(home / _NAME, "remembered"))
        names = {each.name for each in fields(Memory)}
        return Memory(**{name: value for name, value in raw.items() if name in names and _usable(value)})
    except (FileProblem, ValueError, AttributeError, RecursionError):
        return Memory()


def _usable(value: object) -> bool:
    """Whether a system may take it for a folder's name."""
    try:
        return isinstance(value, str) and "\x00" not in value and bool(os.fsencode(value))
    except UnicodeEncodeError:
        return False


def keep(home: Path, memory: Memory) -> None:
    """Remembers it. FileProblem where that cannot be written."""
    files.save(home / _NAME, (json.dumps(asdict(memory), indent=1) + "\n").encode("ascii"))


def moment(text: str | None) -> datetime | None:
    """A moment that was remembered; None where there is none, or it is none."""
    try:
        at = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return at if at.tzinfo is not None else None
