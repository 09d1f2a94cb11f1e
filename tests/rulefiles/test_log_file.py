"""The shipped sizes of the log, which are read without the border: held to their shape here."""

from typing import Annotated

from msgspec import Meta, Struct

from desktop import border, files, log

Count = Annotated[int, Meta(ge=1)]


class Sizes(Struct, forbid_unknown_fields=True):
    """How large it becomes."""

    largest_bytes: Annotated[int, Meta(ge=10_000, le=1_000_000)]
    files: Annotated[int, Meta(ge=2, le=20)]


class Support(Struct, forbid_unknown_fields=True):
    """What is copied."""

    lines: Count


class LogFile(Struct, forbid_unknown_fields=True):
    """The whole file."""

    rotation: Sizes
    support: Support


def test_the_sizes_of_the_log_have_their_shape() -> None:
    read = border.convert(border.from_toml(files.resource(log.FILE)), LogFile)
    assert log.rotation() == log.Rotation(read.rotation.largest_bytes, read.rotation.files)
    assert read.rotation.largest_bytes * read.rotation.files < 2_000_000
