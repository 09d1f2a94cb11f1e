"""Pictures of others, told by their bytes: only the plain kinds, and none with more dots than `resources/limits.toml`
allows, which their file tells before any of them is made. Whatever opens a picture from outside opens it here.

An SVG is none of them: it may name other files to show.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from desktop import files

_KINDS = frozenset((b"png", b"jpeg", b"bmp", b"gif", b"webp"))


def read(data: bytes) -> QImage | None:
    """The picture; None where it is none, damaged or too large. A large one takes a good part of a second, so it
    belongs into a worker."""
    held = QBuffer()
    held.setData(QByteArray(data))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    return _read(held)


def within(picture: QImage, side: int) -> QImage:
    """The picture with so many dots a side at most."""
    if max(picture.width(), picture.height()) <= side:
        return picture
    size = picture.size().scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    return picture.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _read(held: QBuffer) -> QImage | None:
    """A function of its own, so that the reader is gone before what it reads: some kinds look there to the last."""
    reader = QImageReader(held)
    size = reader.size()
    if reader.format().data() not in _KINDS or not 0 < size.width() * size.height() <= files.limit("dots.picture"):
        return None
    picture = reader.read()
    return None if picture.isNull() else picture
