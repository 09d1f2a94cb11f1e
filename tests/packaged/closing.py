"""Asks a window to close, as the button in its corner does: a message of X11 that not every xdotool can send."""

import ctypes
import ctypes.util

_CLIENT_MESSAGE = 33


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
    x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = ctypes.c_ulong
    screen = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    kind, delete = (x11.XInternAtom(screen, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW"))
    message = _Message(type=_CLIENT_MESSAGE, window=window, message_type=kind, format=32)
    message.data[0] = delete
    x11.XSendEvent(screen, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(message))
    x11.XCloseDisplay(screen)  # sends it
