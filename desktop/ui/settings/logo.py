"""A picture that was chosen as the logo, made such that every page can bear it: said here, not when a paper is due."""

from PySide6.QtCore import QBuffer, QIODevice

from desktop.ui.parts import pictures

_MOST = 1600  # dots a side; a page shows fewer, and refuses a picture of many more
_KEPT_AS_IT_IS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def fitting(data: bytes) -> bytes | None:
    """The file as it is if a PNG or JPEG of a good size, else a PNG of that size; None where it is no picture."""
    picture = pictures.read(data)
    if picture is None:
        return None
    if max(picture.width(), picture.height()) <= _MOST and data.startswith(_KEPT_AS_IT_IS):
        return data
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    pictures.within(picture, _MOST).save(written, "PNG")  # type: ignore[call-overload]  # the stubs know bytes only
    return bytes(written.data().data())
