"""What is left out of the packaged folder, and what stays."""

import pytest

from tests.packaged import trimming


def places(*names: str) -> list[trimming.Entry]:
    """Entries of PyInstaller's tables at these places."""
    return [(name, f"/from/{name}", "BINARY") for name in names]


@pytest.mark.parametrize(
    "unused",
    [
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6\\plugins\\tls\\qopensslbackend.dll",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PIL/WebPImagePlugin.pyc",
        "libcups.so.2",
        "resources/look/pictures/counter.png",
        "resources/packaging/windows/oxydesk.iss",
    ],
)
def test_what_nobody_uses_is_left_out(unused: str) -> None:
    assert trimming.used(places(unused, "desktop/start.pyc")) == places("desktop/start.pyc")


@pytest.mark.parametrize(
    "needed",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/translations/qtbase_es.qm",
        "PIL/JpegImagePlugin.pyc",
        "resources/translations/oxydesk_es.qm",
        "resources/look/tokens.toml",
        "_cffi_backend.cpython-311-x86_64-linux-gnu.so",
    ],
)
def test_what_somebody_needs_stays(needed: str) -> None:
    assert trimming.used(places(needed)) == places(needed)


def test_a_link_to_what_was_left_out_goes_too() -> None:
    kept = places("PySide6/Qt/lib/libQt6Gui.so.6")
    links = [
        ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK"),
        ("libQt6WaylandClient.so.6", "PySide6/Qt/lib/libQt6WaylandClient.so.6", "SYMLINK"),
    ]
    assert trimming.leading_somewhere(links, kept) == links[:1]
