"""What the shipped lists say of backups; read without the border, for start-up time."""

import tomllib
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from desktop import files
from desktop.core.retention import Retention

FILE = "book/backup.toml"


@dataclass(frozen=True, slots=True)
class KeptReplaced:
    """Of the books that were replaced: how many of the last are always kept, and for how many days every one."""

    last: int
    days: int


@dataclass(frozen=True, slots=True)
class BackupRules:
    """Which backups and replaced books are kept; after how long one is due, the second place is missed, all is read
    through; for how long the second place is read at a time."""

    keep: Retention
    replaced: KeptReplaced
    due: timedelta
    missed: timedelta
    verify: timedelta
    read_second: timedelta


@cache
def backup_rules() -> BackupRules:
    """The shipped rules."""
    read = tomllib.loads(files.resource(FILE).decode("utf-8"))
    keep = read["keep"]
    return BackupRules(
        Retention(keep["days"], keep["weeks"], keep["months"]),
        KeptReplaced(read["replaced"]["last"], read["replaced"]["days"]),
        timedelta(hours=read["due"]["hours"]),
        timedelta(days=read["second"]["warn_days"]),
        timedelta(days=read["verify"]["days"]),
        timedelta(seconds=read["verify"]["second_seconds"]),
    )
