"""A picture that was chosen as the logo, made such that every page can bear it: said here, not when a paper is due."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage

_MOST = 1600  # dots a side; a page shows fewer, and refuses a picture of many more
_KEPT_AS_IT_IS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def fitting(data: bytes) -> bytes | None:
    """The file as it is if a PNG or JPEG of a good size, else a PNG of that size; None where it is no picture."""
    picture = QImage.fromData(QByteArray(data))
    if picture.isNull():
        return None
    if max(picture.width(), picture.height()) <= _MOST:
        if data.startswith(_KEPT_AS_IT_IS):
            return data
    else:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        picture = picture.scaled(_MOST, _MOST, keep, smooth)
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(written, "PNG")  # type: ignore[call-overload]  # the stubs know bytes only
    return bytes(written.data().data())
