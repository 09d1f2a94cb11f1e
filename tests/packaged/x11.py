"""What of X11 no small tool does: closing a window as the button in its corner does, seeing a point of the screen."""

import contextlib
import ctypes
import ctypes.util
import time
from collections.abc import Iterator

_CLIENT_MESSAGE = 33
_ALL_PLANES, _Z_PIXMAP = ctypes.c_ulong(0xFFFFFFFF), 2


class _Message(ctypes.Structure):
    """XClientMessageEvent."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("room", ctypes.c_long * 24),  # the library reads as much as the largest of its events has
    )


def ask_to_close(display: str, window: int) -> None:
    """Sends WM_DELETE_WINDOW to the window of that number on that display."""
    with _opened(display) as (x11, screen):
        kind, delete = (x11.XInternAtom(screen, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW"))
        message = _Message(type=_CLIENT_MESSAGE, window=window, message_type=kind, format=32)
        message.data[0] = delete
        x11.XSendEvent(screen, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(message))


def wait_lit(display: str, x: int, y: int, *, lit: bool, most: float) -> bool:
    """Waits until that point of the screen is lit (or dark: nothing covers it); False after so many seconds."""
    end = time.monotonic() + most
    with _opened(display) as (x11, screen):
        root = ctypes.c_ulong(x11.XDefaultRootWindow(screen))
        while time.monotonic() < end:
            image = ctypes.c_void_p(x11.XGetImage(screen, root, x, y, 1, 1, _ALL_PLANES, _Z_PIXMAP))
            color = x11.XGetPixel(image, 0, 0)
            x11.XDestroyImage(image)
            if bool(color & 0xFFFFFF) is lit:
                return True
    return False


@contextlib.contextmanager
def _opened(display: str) -> Iterator[tuple[ctypes.CDLL, ctypes.c_void_p]]:
    x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    for name in ("XOpenDisplay", "XGetImage"):
        getattr(x11, name).restype = ctypes.c_void_p
    for name in ("XInternAtom", "XDefaultRootWindow", "XGetPixel"):
        getattr(x11, name).restype = ctypes.c_ulong
    screen = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    try:
        yield x11, screen
    finally:
        x11.XCloseDisplay(screen)  # sends what was not sent yet
