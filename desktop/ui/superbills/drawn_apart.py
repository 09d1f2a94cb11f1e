"""A page of somebody else's PDF as a picture, drawn by a process of its own.

What draws it (Qt's PDFium, which runs no scripts and opens nothing that a PDF names) can be made to hang or to break by
a file that was made for it. That costs this process alone: after some seconds it is ended, and the window says so. The
bytes go there and come back through pipes; nothing of them lies on the disk.
"""

import contextlib
import json
import subprocess
import sys
from dataclasses import asdict

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from desktop import files
from desktop.ui.superbills import pictures
from desktop.ui.superbills.pictures import Asked, NoPage, Shown

_DRAW_PAGE = "--draw-page"  # `desktop.start` knows it, too
_DOT = 4  # bytes
_WITHOUT_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would show one


def picture(pdf: bytes, asked: Asked) -> Shown:
    """As `pictures.picture`. NoPage too where it takes too long, or the process comes to an end."""
    say = QCoreApplication.translate
    order = json.dumps(asdict(asked)).encode("ascii") + b"\n"
    try:
        done = subprocess.run(  # noqa: S603 -- this program itself, with a word of ours
            _command(),
            input=order + pdf,
            capture_output=True,
            timeout=files.limit("page.seconds"),
            check=False,
            creationflags=_WITHOUT_WINDOW,
        )
    except subprocess.TimeoutExpired as error:
        words = say("Pictures", "This page takes too long to draw. Save it, and open it with another program")
        raise NoPage(words) from error
    except OSError as error:
        raise NoPage(say("Pictures", "The page could not be drawn; try again")) from error
    told, _, dots = done.stdout.partition(b"\n")
    with contextlib.suppress(ValueError):
        width, height, page, pages = (int(number) for number in told.split())
        if done.returncode == 0 and len(dots) == width * height * _DOT > 0:
            image = QImage(dots, width, height, width * _DOT, QImage.Format.Format_RGB32)
            return Shown(image.copy(), page, pages)
    raise NoPage(say("Pictures", "The page cannot be shown: its file is not a PDF that can be read"))


def draw() -> int:
    """What that process does: an order and a PDF in, a picture out."""
    _bind()
    app = QCoreApplication(["oxydesk"])
    with open(0, "rb", closefd=False) as given:
        order, _, pdf = given.read().partition(b"\n")
    try:
        shown = pictures.picture(pdf, Asked(**json.loads(order)))
    except NoPage:
        return 1
    drawn = shown.picture.convertToFormat(QImage.Format.Format_RGB32)
    told = f"{drawn.width()} {drawn.height()} {shown.page} {shown.pages}\n".encode("ascii")
    with open(1, "wb", closefd=False) as answer:
        answer.write(told + bytes(drawn.constBits()))
    del app
    return 0


def _bind() -> None:
    """Holds the process to its time and memory, where the system can; whoever has begun it looks at the time, too."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 -- not on Windows

        seconds, memory = files.limit("page.seconds"), files.limit("page.memory")
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))


def _command() -> list[str]:
    own = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop"]
    return [*own, _DRAW_PAGE]
