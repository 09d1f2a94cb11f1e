"""What PyInstaller finds and the program never uses: left out of the packaged folder, and all that only it needed."""

import fnmatch
import subprocess
import sys
from collections.abc import Iterable
from pathlib import PurePosixPath

Entry = tuple[str, str, str]  # as in PyInstaller's tables: where in the folder, where it comes from, its kind

# By their place in the folder, written as on Linux; the same plugins have other endings on Windows and macOS.
UNUSED = (
    # other screens than a desktop's: X11 is what it was tried on, and Wayland desktops run X11 programs
    "PySide6/Qt*/plugins/platforms/*eglfs*",
    "PySide6/Qt*/plugins/platforms/*linuxfb*",
    "PySide6/Qt*/plugins/platforms/*minimal*",
    "PySide6/Qt*/plugins/platforms/*vkkhrdisplay*",
    "PySide6/Qt*/plugins/platforms/*vnc*",
    "PySide6/Qt*/plugins/platforms/*wayland*",
    "PySide6/Qt*/plugins/platforms/*direct2d*",
    "PySide6/Qt*/plugins/egldeviceintegrations/*",
    "PySide6/Qt*/plugins/wayland-*/*",
    # 3D: the window is painted by the processor
    "PySide6/Qt*/plugins/xcbglintegrations/*",
    "PySide6/opengl32sw.dll",
    "PySide6/d3dcompiler*.dll",
    # touch tables, drawing tablets read from the kernel
    "PySide6/Qt*/plugins/generic/*",
    # GTK's dialogs drag in all of GTK; the desktop portal gives the same ones
    "PySide6/Qt*/plugins/platformthemes/*gtk3*",
    # pictures that no store's logo has, and PDF as a picture: pages are drawn by QtPdf itself
    "PySide6/Qt*/plugins/imageformats/*icns*",
    "PySide6/Qt*/plugins/imageformats/*pdf*",
    "PySide6/Qt*/plugins/imageformats/*tga*",
    "PySide6/Qt*/plugins/imageformats/*tiff*",
    "PySide6/Qt*/plugins/imageformats/*wbmp*",
    "PySide6/Qt*/plugins/imageformats/*webp*",
    # pictures that no logo is
    "PIL/*ImagePlugin.pyc",
    # there is no network; QtNetwork itself stays, because QtPdf does not load without it
    "PySide6/Qt*/plugins/networkinformation/*",
    "PySide6/Qt*/plugins/tls/*",
    # Qt's own words in languages that the program is not offered in
    "PySide6/Qt*/translations/*",
    # the system's own services are asked through the system's own libraries: printing, the message bus, sign-on
    "libcups.so*",
    "libdbus-1.so*",
    "libgssapi_krb5.so*",
    # letters of East Asian files, which nothing here reads
    "python3*/lib-dynload/_codecs_??.*",
    "python3*/lib-dynload/_codecs_iso2022.*",
    "python3*/lib-dynload/_multibytecodec.*",
    # what only developers look at
    "resources/licenses/*",  # the folder's own list is written when its files are known
    "resources/look/pictures/*",
    "resources/packaging/*",
    "resources/translations/*.ts",
    "resources/translations/README.md",
    "*.dist-info/*",
)
MODULES = [
    # of developers and of other windows
    "tkinter", "unittest", "pydoc", "doctest", "setuptools", "pkg_resources", "pip", "asyncio", "multiprocessing",
    # there is no network
    "ssl",
    # one SQLite is enough: one_sqlite.py
    "sqlite3", "_sqlite3",
    # Python's own SHA-256 does, and saves OpenSSL's library (4.7 MB); what the vault uses is in `cryptography`
    "_hashlib",
    # days have no time zone here
    "tzdata",
    # pictures other than a logo's; guesses at the letters of XML
    "PIL._avif", "PIL._webp", "PIL._imagingft", "PIL._imagingcms", "PIL._imagingtk", "charset_normalizer",
    # of reportlab only the canvas draws
    "reportlab.graphics", "reportlab.platypus",
    "PySide6.QtDBus",
]  # fmt: skip
# Kept in spite of the above.
KEPT = (
    "PySide6/Qt*/translations/qtbase_en.qm",
    "PySide6/Qt*/translations/qtbase_es.qm",
    *(f"PIL/{kind}ImagePlugin.pyc" for kind in ("Bmp", "Gif", "Jpeg", "Mpo", "Png", "Ppm", "Tiff")),
)


def used(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that the program may need."""
    return [entry for entry in entries if not _unused(entry[0])]


def reached(binaries: list[Entry]) -> list[Entry]:
    """On Linux: without the system's libraries that nothing in the folder asks for any more."""
    if sys.platform != "linux":
        return binaries
    by_name = {PurePosixPath(place).name: (place, origin) for place, origin, kind in binaries if kind == "BINARY"}
    wanted = [entry[1] for entry in binaries if entry[2] != "SYMLINK" and not _of_the_system(entry)]
    seen: set[str] = set()
    while wanted:
        for name in _asked_for(wanted.pop()):
            if name in by_name and name not in seen:
                seen.add(name)
                wanted.append(by_name[name][1])
    return [entry for entry in binaries if not _of_the_system(entry) or PurePosixPath(entry[0]).name in seen]


def leading_somewhere(entries: list[Entry], others: list[Entry]) -> list[Entry]:
    """The entries without the links to what was left out."""
    there = {place for place, _origin, kind in [*entries, *others] if kind != "SYMLINK"}
    return [
        (place, origin, kind)
        for place, origin, kind in entries
        if kind != "SYMLINK" or str(PurePosixPath(place).parent / origin) in there
    ]


def _asked_for(library: str) -> list[str]:
    """The libraries that this one names itself (`ldd` would tell theirs, too)."""
    told = subprocess.run(["/usr/bin/env", "objdump", "-p", library], capture_output=True, text=True, check=True).stdout
    return [line.split()[1] for line in told.splitlines() if line.split()[:1] == ["NEEDED"]]


def _unused(place: str) -> bool:
    name = place.replace("\\", "/")
    return _is_one_of(name, UNUSED) and not _is_one_of(name, KEPT)


def _is_one_of(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)


def _of_the_system(entry: Entry) -> bool:
    """A library that came only because another asks for it: at the top of the folder, or Qt's and Pillow's own."""
    place, _origin, kind = entry
    path = PurePosixPath(place)
    if kind != "BINARY" or path.name.startswith("libpython"):  # the programs themselves load that one
        return False
    return len(path.parts) == 1 or path.parent.name in {"lib", "pillow.libs"}
