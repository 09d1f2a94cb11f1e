"""What the shipped lists say of backups; read without the border, for start-up time."""

import tomllib
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from desktop import files
from desktop.core.retention import Retention

FILE = "book/backup.toml"


@dataclass(frozen=True, slots=True)
class BackupRules:
    """Which backups are kept; after how long one is due, the second place is missed, all is read through."""

    keep: Retention
    due: timedelta
    missed: timedelta
    verify: timedelta


@cache
def backup_rules() -> BackupRules:
    """The shipped rules."""
    read = tomllib.loads(files.resource(FILE).decode("utf-8"))
    keep = read["keep"]
    return BackupRules(
        Retention(keep["days"], keep["weeks"], keep["months"]),
        timedelta(hours=read["due"]["hours"]),
        timedelta(days=read["second"]["warn_days"]),
        timedelta(days=read["verify"]["days"]),
    )
