"""What a process does to the disk, step by step, as the system sees it: killed before a step of one's choice, or the
disk full from a step on. So every moment of an operation is reached, however quick the computer is.

By `ptrace`: on Linux on a PC's processor, where the system allows it; `there` tells. Elsewhere random moments have to
do (`tests.faults.killing`).
"""

import contextlib
import ctypes
import errno
import functools
import os
import platform
import signal
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass

Say = Callable[[str], object]
Work = Callable[[Say], object]

TROUBLE = "! "  # before a sentence on what went wrong

# What changes the disk, by its number in Linux on x86-64.
_STEPS = {
    1: "write", 18: "pwrite64", 20: "writev", 40: "sendfile", 74: "fsync", 75: "fdatasync", 76: "truncate",
    77: "ftruncate", 82: "rename", 83: "mkdir", 84: "rmdir", 87: "unlink", 90: "chmod", 91: "fchmod", 257: "openat",
    258: "mkdirat", 263: "unlinkat", 264: "renameat", 268: "fchmodat", 285: "fallocate", 316: "renameat2",
    326: "copy_file_range",
}  # fmt: skip
_FILLS = {"write", "pwrite64", "writev", "mkdir", "mkdirat", "fallocate", "openat"}
_MAKES = os.O_CREAT | os.O_TRUNC  # what an opening has to say to be a step

_TRACE_ME, _POKE_USER, _GO_ON, _SET_OPTIONS, _CALL_INFO = 0, 6, 24, 0x4200, 0x420E
_MARK_CALLS, _END_TOGETHER = 0x1, 0x100000
_AT_A_CALL = signal.SIGTRAP | 0x80
_ENTERING = 1
_CALLED, _RETURNED = 15 * 8, 10 * 8  # where the number of a call and its result lie


class _Call(ctypes.Structure):
    """What the system tells of a call before which, or after which, a process stands."""

    _fields_ = (
        ("place", ctypes.c_uint8),
        ("_rest", ctypes.c_uint8 * 23),
        ("number", ctypes.c_uint64),
        ("arguments", ctypes.c_uint64 * 6),
    )


@dataclass(frozen=True, slots=True)
class Ran:
    """How many steps a process has done; its exit status, None where it was killed; and what it has said till then."""

    steps: int
    status: int | None
    said: tuple[str, ...]


@functools.cache
def there() -> bool:
    """Whether steps can be counted here."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        return False
    try:
        return run(lambda say: say("a step")).steps == 1
    except OSError:
        return False


def run(work: Work, *, kill_at: int = 0, full_from: int = 0) -> Ran:
    """Does `work` in a copy of this process; killed before its step `kill_at`, or the disk full from a step on until a
    problem is said (`TROUBLE` before it), as if somebody had then made room.

    Steps count from 1; what is said is a step, too, for which there is always room. OSError where that is not allowed.
    """
    with tempfile.TemporaryFile() as told:
        child = os.fork()
        if child == 0:
            _do(work, told.fileno())
        try:
            steps, status = _followed(child, kill_at, full_from, told.fileno())
        except BaseException:
            with contextlib.suppress(OSError):
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
            raise
        told.seek(0)
        return Ran(steps, status, tuple(told.read().decode().splitlines()))


def _do(work: Work, told: int) -> None:
    status = 1
    try:
        _trace(_TRACE_ME, 0, 0, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        work(functools.partial(_say, told))
        status = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
        sys.stderr.flush()
    finally:
        os._exit(status)


def _say(told: int, words: str) -> None:
    os.write(told, f"{words}\n".encode())
    if words.startswith(TROUBLE):
        os.fsync(told)  # by this the disk has room again


def _followed(child: int, kill_at: int, full_from: int, told: int) -> tuple[int, int | None]:
    _, status = os.waitpid(child, 0)
    if not os.WIFSTOPPED(status):
        raise OSError(errno.EPERM, "a process may not be followed here")
    _trace(_SET_OPTIONS, child, 0, _MARK_CALLS | _END_TOGETHER)
    call, steps, refused, passed_on = _Call(), 0, False, 0
    while True:
        _trace(_GO_ON, child, 0, passed_on)
        _, status = os.waitpid(child, 0)
        if not os.WIFSTOPPED(status):
            return steps, None if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
        passed_on = 0 if os.WSTOPSIG(status) == _AT_A_CALL else os.WSTOPSIG(status)
        if passed_on:
            continue
        if refused:
            _trace(_POKE_USER, child, _RETURNED, -errno.ENOSPC)
            refused = False
            continue
        _trace(_CALL_INFO, child, ctypes.sizeof(call), ctypes.addressof(call))
        if call.place != _ENTERING or not _is_step(call):
            continue
        steps += 1
        if steps == kill_at:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return steps, None
        if _STEPS[call.number] == "fsync" and call.arguments[0] == told:
            full_from = 0
        if full_from and steps >= full_from and _fills(call, told):
            _trace(_POKE_USER, child, _CALLED, -1)
            refused = True


def _is_step(call: _Call) -> bool:
    name = _STEPS.get(call.number)
    return name is not None and (name != "openat" or bool(call.arguments[2] & _MAKES))


def _fills(call: _Call, told: int) -> bool:
    name = _STEPS[call.number]
    if name == "openat":
        return bool(call.arguments[2] & os.O_EXCL)
    return name in _FILLS and not (name == "write" and call.arguments[0] in (1, 2, told))


@functools.cache
def _system() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _trace(asked: int, child: int, address: int, data: int) -> None:
    arguments = (ctypes.c_long(asked), ctypes.c_long(child), ctypes.c_void_p(address), ctypes.c_void_p(data))
    if _system().ptrace(*arguments) == -1:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
