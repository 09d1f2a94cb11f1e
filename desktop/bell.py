"""One window a store: the window that has a store open hangs up a bell, and whoever starts Oxydesk again rings it.

The lock beside the book keeps a second Oxydesk from writing; the bell only says "come to the front". One fixed word
goes each way, no data. The bell hangs in the store's folder (on Windows: a pipe named for it), for its user alone.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:  # start-up time: the network's module comes after the first frame
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_COME = b"come\n"
_CAME = b"came\n"
_NAME = "window.bell"
_LONGEST = 100  # bytes: what every system takes as the path of a socket
_ANSWERS_WITHIN_MS = 3_000


class Bell:
    """The bell of the store that this program has open. `came` is called when somebody has rung."""

    def __init__(self, came: Callable[[], object]) -> None:
        self._came = came
        self._folder: Path | None = None
        self._may_hang = False
        self._server: QLocalServer | None = None
        self._callers: list[QLocalSocket] = []

    def of(self, folder: Path | None) -> None:
        """From now on the bell of this store, whose lock this program holds; None: of no store."""
        if folder != self._folder:
            self._take_down()
            self._folder = folder
            self._hang()

    def first_frame_stands(self) -> None:
        """The window can come to the front now."""
        self._may_hang = True
        self._hang()

    def _hang(self) -> None:
        if self._folder is None or not self._may_hang:
            return
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 -- start-up time

        server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._called)
        for address in addresses(self._folder):
            QLocalServer.removeServer(address)  # left by one that was killed: whoever holds the lock hangs the bell
            if server.listen(address):
                self._server = server
                return

    def _take_down(self) -> None:
        for caller in list(self._callers):
            caller.abort()
        if self._server is not None:
            self._server.close()
            self._server = None

    def _called(self) -> None:
        while self._server is not None and (caller := self._server.nextPendingConnection()) is not None:
            caller.setReadBufferSize(len(_COME) + 1)
            caller.readyRead.connect(lambda caller=caller: self._hear(caller))
            caller.disconnected.connect(lambda caller=caller: self._gone(caller))
            self._callers.append(caller)
            self._hear(caller)

    def _hear(self, caller: "QLocalSocket") -> None:
        said = bytes(caller.peek(len(_COME) + 1).data())
        if said == _COME:
            caller.readAll()
            self._came()
            caller.write(_CAME)
            caller.flush()
        elif not _COME.startswith(said):  # nobody of ours
            caller.abort()

    def _gone(self, caller: "QLocalSocket") -> None:
        self._callers.remove(caller)
        caller.deleteLater()


class Ring(QObject):
    """Asks the Oxydesk that has the store of a folder open to come to the front; `heard` is told whether it came.

    It does not come at once where it is frozen, or is no window: then the answer is no.
    """

    def __init__(self, folder: Path, heard: Callable[[bool], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 -- start-up time: only a second Oxydesk rings

        self._heard = heard
        self._addresses = list(addresses(folder))
        self._socket = socket = QLocalSocket(self)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_ANSWERS_WITHIN_MS)
        self._patience.timeout.connect(lambda: self._answer(came=False))
        socket.connected.connect(self._ask)
        socket.readyRead.connect(self._listen)
        # queued: Qt does not take another address while it is still telling that one was wrong
        socket.errorOccurred.connect(self._next, Qt.ConnectionType.QueuedConnection)
        self._patience.start()
        self._next()

    def _next(self) -> None:
        if self._addresses:
            self._socket.connectToServer(self._addresses.pop(0))
        else:
            self._answer(came=False)

    def _ask(self) -> None:
        _let_come_to_the_front()
        self._socket.write(_COME)

    def _listen(self) -> None:
        if self._socket.bytesAvailable() >= len(_CAME):
            self._answer(came=bytes(self._socket.read(len(_CAME)).data()) == _CAME)

    def give_up(self) -> None:
        """Nobody wants the answer any more."""
        self._addresses = []
        self._patience.stop()
        self._socket.blockSignals(True)  # noqa: FBT003 -- Qt's
        self._socket.abort()
        self.deleteLater()

    def _answer(self, *, came: bool) -> None:
        self.give_up()
        self._heard(came)


def addresses(folder: Path) -> tuple[str, ...]:
    """Where the bell of a store may hang: in its folder, else (on Windows always) under a name made from the folder's.

    A folder may lie too deep for a socket, or on a stick whose file system has none.
    """
    import hashlib  # noqa: PLC0415 -- start-up time

    there = Path(os.path.realpath(folder))
    name = f"oxydesk-{hashlib.sha256(os.fsencode(there)).hexdigest()[:32]}"
    inside = there / _NAME
    if sys.platform == "win32" or len(os.fsencode(inside)) > _LONGEST:
        return (name,)
    return str(inside), name


def _let_come_to_the_front() -> None:
    """Windows lets another program come to the front only where the one that was just started allows it."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 -- seldom needed

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
