"""What can go wrong with backups, each with its sentence. Whatever it is, the book itself is as it was."""

import errno
from pathlib import Path

from db.problems import BookProblem

_REASONS = {
    errno.ENOSPC: "it is full",
    errno.EDQUOT: "it is full",
    errno.EFBIG: "it takes no file as large as this",
    errno.EROFS: "it can only be read",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.ENOENT: "it is not there any more; was it pulled out?",
    errno.EIO: "it does not answer; was it pulled out?",
    errno.ENODEV: "it is not there any more; was it pulled out?",
    errno.ENXIO: "it is not there any more; was it pulled out?",
    errno.ENOTDIR: "a part of its path is not a folder",
}


class BackupProblem(BookProblem):
    """A backup that could not be made, read or brought back; the text is a sentence for a person."""


class BackupNotWritten(BackupProblem):
    """The place refuses."""

    def __init__(self, where: Path, reason: str) -> None:
        super().__init__(
            f"The backup could not be written to {where}: {reason}. The book is as it was, and so are earlier backups"
        )


class BackupDamaged(BackupProblem):
    """What lies there is not what was written."""

    def __init__(self, what: Path, reason: str) -> None:
        super().__init__(f"The backup {what} is damaged ({reason}); take another one. Nothing was changed")


class BackupNotThere(BackupProblem):
    """No backup of this name or in this folder."""

    def __init__(self, where: Path) -> None:
        super().__init__(f"There is no backup of Oxydesk in {where}; name the folder that holds the backups")


class BackupTooNew(BackupProblem):
    """A later Oxydesk has made it."""

    def __init__(self, what: Path) -> None:
        super().__init__(f"The backup {what} was made by a later Oxydesk than this one; install that one here")


def refused(where: Path, error: OSError) -> BackupNotWritten:
    """What the system says of a place that cannot be written."""
    return BackupNotWritten(where, reason(error))


def reason(error: OSError) -> str:
    """Why the system refuses a place (a stick, a folder), in words that go on after a colon."""
    return _REASONS.get(error.errno or 0, (error.strerror or "the disk refused").lower())


def not_kept(where: Path, error: Exception) -> BackupNotWritten:
    """What the database says of a place that cannot be written."""
    said = str(error)
    if "full" in said:
        return BackupNotWritten(where, _REASONS[errno.ENOSPC])
    if "readonly" in said:
        return BackupNotWritten(where, _REASONS[errno.EROFS])
    return BackupNotWritten(where, _REASONS[errno.EIO])
