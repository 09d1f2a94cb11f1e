"""All targets by their names."""

from collections.abc import Iterator

from tests.fuzz.target import Target


def targets() -> dict[str, Target]:
    """Every kind of file and text that comes from outside."""
    return {target.name: target for target in _each()}


def _each() -> Iterator[Target]:
    from tests.fuzz.kinds import backups, catalogue, door, keys, pictures, tables, window  # noqa: PLC0415 -- instrumented first

    for module in (door, tables, keys, pictures, backups, catalogue, window):
        yield from module.targets()
