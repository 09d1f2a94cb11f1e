"""The program's icon, as each system wants it: every size a picture that shows something."""

import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.packaged import icons


@pytest.fixture
def drawn(tmp_path: Path, qapp: QApplication) -> Path:
    """All of them, drawn."""
    icons.draw(tmp_path)
    return tmp_path


def shows(picture: bytes, size: int) -> bool:
    """Whether it is a PNG of that size with paper-white letters on the store's blue, and clear corners."""
    image = QImage.fromData(picture)
    step = max(1, size // 64)
    colors = {image.pixelColor(x, y).name() for x in range(0, size, step) for y in range(0, size, step)}
    corner = image.pixelColor(0, 0).alpha()
    return (image.width(), image.height()) == (size, size) and {"#0a6a8f", "#ffffff"} <= colors and corner < 128


def test_windows_has_every_size(drawn: Path) -> None:
    data = (drawn / "oxydesk.ico").read_bytes()
    _, kind, count = struct.unpack_from("<HHH", data)
    assert (kind, count) == (1, len(icons.WINDOWS_SIZES))
    for number, size in enumerate(icons.WINDOWS_SIZES):
        wide, *_rest, length, at = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        assert wide == size % 256
        assert shows(data[at : at + length], size)


def test_macos_has_every_size(drawn: Path) -> None:
    data = (drawn / "oxydesk.icns").read_bytes()
    assert struct.unpack(">4sI", data[:8]) == (b"icns", len(data))
    at, found = 8, {}
    while at < len(data):
        name, length = struct.unpack_from(">4sI", data, at)
        found[name] = data[at + 8 : at + length]
        at += length
    assert found.keys() == icons.MACOS_SIZES.keys()
    assert all(shows(picture, icons.MACOS_SIZES[name]) for name, picture in found.items())


def test_linux_has_every_size_where_its_desktops_look(drawn: Path) -> None:
    for size in icons.LINUX_SIZES:
        assert shows((drawn / f"hicolor/{size}x{size}/apps/oxydesk.png").read_bytes(), size)
    assert (drawn / "hicolor/scalable/apps/oxydesk.svg").read_bytes().startswith(b"<svg")
