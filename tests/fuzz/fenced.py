"""A fence around reading: what it opens for writing, renames, removes, starts or calls is noticed.

SQLite opens its files past Python, so a target of databases looks at its folder itself.
"""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = frozenset(("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate"))
_NEVER = ("subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.startfile", "socket.connect",
          "webbrowser.", "pickle.find_class", "marshal.loads", "exec", "compile")  # fmt: skip
_LATE_IMPORT = ("exec", "compile", "marshal.loads")  # what importing a module does, too


class _Fence:
    """The one fence of the process: an audit hook cannot be taken away again."""

    room: str | None = None
    broken: list[str]

    def __init__(self) -> None:
        self.broken = []

    def __call__(self, event: str, values: tuple[object, ...]) -> None:
        if self.room is None:
            return
        if event == "open" and isinstance(values[2], int) and values[2] & _WRITES:
            self._inside(event, values[0])
        elif event in _CHANGES:
            two = event in ("os.rename", "os.link", "os.symlink")
            if -1 in values[1 + two :] or event == "os.truncate":  # else it is named by a folder that is open
                for value in values[: 1 + two]:
                    self._inside(event, value)
        elif event.startswith(_NEVER) and event not in _LATE_IMPORT:
            self.broken.append(f"calls {event}")

    def _inside(self, event: str, path: object) -> None:
        if not isinstance(path, str | bytes | os.PathLike):
            return
        name = os.path.realpath(os.fsdecode(path))
        if name != os.devnull and not name.startswith(str(self.room)):
            self.broken.append(f"{event} outside of its room")


_FENCE: list[_Fence] = []


@contextlib.contextmanager
def to(room: Path) -> Iterator[list[str]]:
    """While it stands, what breaks out of the room is noted in the list."""
    if not _FENCE:
        _FENCE.append(_Fence())
        sys.addaudithook(_FENCE[0])
    fence = _FENCE[0]
    fence.room, fence.broken = os.path.realpath(room) + os.sep, []
    try:
        yield fence.broken
    finally:
        fence.room = None
