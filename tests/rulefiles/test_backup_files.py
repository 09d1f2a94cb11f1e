"""The shipped list of backups, which is read without the border for start-up time: held to its shape here."""

from typing import Annotated

from msgspec import Meta, Struct

from desktop import border, files
from desktop.operations import backup_rules

Count = Annotated[int, Meta(ge=1)]
Sources = Annotated[tuple[str, ...], Meta(min_length=1)]


class Keep(Struct, forbid_unknown_fields=True):
    """How many of each."""

    days: Count
    weeks: Count
    months: Count
    sources: Sources


class Due(Struct, forbid_unknown_fields=True):
    """When one is due."""

    hours: Count


class Second(Struct, forbid_unknown_fields=True):
    """When the second place is missed."""

    warn_days: Count


class Replaced(Struct, forbid_unknown_fields=True):
    """Books that were replaced: how many of the last, and for how many days."""

    last: Count
    days: Count
    sources: Sources


class Verify(Struct, forbid_unknown_fields=True):
    """How often all is read, and for how many seconds the second place at a time."""

    days: Count
    second_seconds: Count
    sources: Sources


class Backup(Struct, forbid_unknown_fields=True):
    """The whole file."""

    keep: Keep
    due: Due
    second: Second
    replaced: Replaced
    verify: Verify


def test_the_rules_of_backups_have_their_shape() -> None:
    read = border.convert(border.from_toml(files.resource(backup_rules.FILE)), Backup)
    rules = backup_rules.backup_rules()
    assert (rules.keep.days, rules.keep.weeks, rules.keep.months) == (7, 4, 12)
    assert (read.keep.days, read.keep.weeks, read.keep.months) == (7, 4, 12)
    assert (rules.missed.days, rules.verify.days, rules.due.total_seconds()) == (7, 7, 24 * 3600)
    assert (rules.replaced.last, rules.replaced.days, rules.read_second.seconds) == (3, 30, 20)
