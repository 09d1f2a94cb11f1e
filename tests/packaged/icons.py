"""The program's icon in the forms that Windows, macOS and Linux want, drawn at build time from `resources/icons`.

Up to 20 pixels `oxydesk-small.svg` is drawn, which lies on the pixels of 16; above that `oxydesk.svg`.

python -m tests.packaged.icons FOLDER    draws all of them there, to be looked at
"""

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWINGS = Path(__file__).parent.parent.parent / "resources/icons"
SMALL_UP_TO = 20
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
LINUX_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
# Apple's name of each picture in the file, and its width in pixels.
MACOS_SIZES = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def png(size: int) -> bytes:
    """The drawing as a PNG, so many pixels wide and high, on nothing."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(_drawing(size).read_bytes())).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def ico() -> bytes:
    """For Windows: a head, a line for each picture, the pictures."""
    pictures = [(size, png(size)) for size in WINDOWS_SIZES]
    at = 6 + 16 * len(pictures)
    lines = b""
    for size, picture in pictures:
        lines += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + lines + b"".join(picture for _, picture in pictures)


def icns() -> bytes:
    """For macOS: each picture under its name."""
    body = b"".join(
        name + struct.pack(">I", 8 + len(picture)) + picture
        for name, picture in ((name, png(size)) for name, size in MACOS_SIZES.items())
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def draw(folder: Path) -> None:
    """All of them: `oxydesk.ico`, `oxydesk.icns`, and `hicolor/…/oxydesk.png` as Linux desktops look for them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _app = QGuiApplication.instance() or QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "oxydesk.ico").write_bytes(ico())
    (folder / "oxydesk.icns").write_bytes(icns())
    for size in LINUX_SIZES:
        apps = folder / f"hicolor/{size}x{size}/apps"
        apps.mkdir(parents=True, exist_ok=True)
        (apps / "oxydesk.png").write_bytes(png(size))
    scalable = folder / "hicolor/scalable/apps"
    scalable.mkdir(parents=True, exist_ok=True)
    (scalable / "oxydesk.svg").write_bytes(_drawing(max(LINUX_SIZES)).read_bytes())


def _drawing(size: int) -> Path:
    return DRAWINGS / ("oxydesk-small.svg" if size <= SMALL_UP_TO else "oxydesk.svg")


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
