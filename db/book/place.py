"""Where a book may lie: on this computer's own disk, in a folder that nothing copies to another computer."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from db.problems import BookPlaceRefused, BookPlaceTooLong

_MOUNTS = Path("/proc/self/mounts")
_UNC = ("\\\\", "//")
_LOCAL_UNC = "\\\\?\\"
_REMOTE = 4  # what Windows calls a drive that another computer has
# Bytes of a folder's path: SQLite takes files of 511, Windows of 259; a backup's lie some 90 deeper.
LONGEST = 160 if sys.platform == "win32" else 400
_GOES_ON = (" ", "-", "(", "_")


@dataclass(frozen=True, slots=True)
class Places:
    """Names of synced folders and kinds of network file systems, folded."""

    named: frozenset[str]
    in_home: frozenset[str]
    holding: tuple[str, ...]
    told_by: tuple[str, ...]
    kinds: frozenset[str]


def check(folder: Path, places: Places) -> None:
    """BookPlaceRefused where the folder is on a network or is synced to other computers, BookPlaceTooLong."""
    if len(os.fsencode(folder.absolute())) > LONGEST:
        raise BookPlaceTooLong(folder)
    reason = elsewhere(folder, places)
    if reason is not None:
        raise BookPlaceRefused(folder, reason)


def elsewhere(folder: Path, places: Places) -> str | None:
    """Why what lies in a folder is on other computers, too; None where it is on this one alone."""
    asked = Path(os.path.realpath(folder))
    for path in (folder.absolute(), asked):
        if _is_unc(str(path)) or _is_remote_drive(path):
            return "it is on another computer, reached over the network"
        synced = _synced(path, places)
        if synced is not None:
            return f"{synced} is copied to other computers"
    kind = _kind(asked, _mounts())
    if kind in places.kinds:
        return f"it is on another computer, reached over the network ({kind})"
    return None


def _is_unc(path: str) -> bool:
    if path.startswith(_LOCAL_UNC):
        return path[len(_LOCAL_UNC) :].lower().startswith("unc\\")
    return sys.platform == "win32" and path.startswith(_UNC)


if sys.platform == "win32":
    import ctypes

    def _is_remote_drive(path: Path) -> bool:
        return bool(ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _REMOTE)
else:

    def _is_remote_drive(_path: Path) -> bool:
        return False


def _synced(path: Path, places: Places) -> Path | None:
    """The folder on the way to a path that is synced."""
    home = Path.home()
    told = {Path(os.path.realpath(value)) for name in places.told_by if (value := os.environ.get(name))}
    for inside in (path, *path.parents):
        name = inside.name.casefold()
        below_home = inside.parent == home and _is_named(name, places.in_home)
        if inside in told or _is_named(name, places.named) or below_home or _holds(inside, places.holding):
            return inside
    return None


def _is_named(name: str, names: frozenset[str]) -> bool:
    return any(name == known or (name.startswith(known) and name[len(known)] in _GOES_ON) for known in names)


def _holds(folder: Path, names: tuple[str, ...]) -> bool:
    return any(os.path.lexists(f"{folder}/{name}") for name in names)


def _kind(path: Path, mounts: Iterator[tuple[str, str]]) -> str | None:
    """The kind of the file system that a path lies on: of the longest mount point above it, the last one there."""
    inside, longest, found = f"{path}/", 0, None
    for point, kind in mounts:
        within = point if point.endswith("/") else f"{point}/"
        if inside.startswith(within) and len(within) >= longest:
            longest, found = len(within), kind.casefold()
    return found


def _mounts() -> Iterator[tuple[str, str]]:
    """Mount points and kinds, in the system's order; nothing where it has no such list."""
    try:
        if sys.platform == "darwin":
            yield from _mac_mounts()
        elif _MOUNTS.exists():
            for line in _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines():
                _, point, kind, *_ = line.split(" ")
                yield _unescaped(point), kind
    except (OSError, ValueError):
        return


def _mac_mounts() -> Iterator[tuple[str, str]]:
    """`/dev/disk1s1 on /Volumes/Files (smbfs, nodev)`, a line each."""
    import subprocess  # noqa: PLC0415 -- start-up time: only where the system has no list of mounts

    done = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False, timeout=2)
    for line in done.stdout.splitlines():
        _, _, rest = line.partition(" on ")
        point, _, kinds = rest.rpartition(" (")
        yield point, kinds.rstrip(")").split(",")[0]


def _unescaped(text: str) -> str:
    for code, letter in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        text = text.replace(code, letter)
    return text
