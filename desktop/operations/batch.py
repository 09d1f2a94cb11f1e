"""A batch of superbills in a folder: a file for each, named by its number, and none over another."""

import re
import unicodedata
from pathlib import Path

from desktop import files
from desktop.border import NotRight

SUFFIX = ".pdf"
_LONGEST = 240  # bytes of a name, below the 255 that every file system takes
_FORBIDDEN = frozenset('<>:"/\\|?*')
# Control characters, halves of characters, and what is not seen but changes what is: a name could be taken for another.
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_AT_THE_BEGINNING = (".", "-")  # hidden, or taken for an option
_AT_THE_END = re.compile(r"[. ]+$")
# Windows gives these to devices, whatever suffix follows.
_DEVICE = re.compile(
    r"(?P<name>con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?P<rest> *(?:\..*)?)", re.IGNORECASE
)


def file_name(number: str) -> str:
    """The name of a superbill's file on any system: what a file name cannot bear becomes `-`.

    NotRight where the number is too long for one.
    """
    name = "".join("-" if _cannot_stand(letter) else letter for letter in number)
    name = _AT_THE_END.sub(lambda found: "-" * len(found[0]), name)
    device = _DEVICE.fullmatch(name)
    if device:
        name = f"{device['name']}-{device['rest']}"
    if not name or name.startswith(_AT_THE_BEGINNING):
        name = f"_{name}"
    if len(name.encode()) + len(SUFFIX) > _LONGEST:
        raise NotRight("number", "is too long to name a file; shorten it")
    return name + SUFFIX


def apart(name: str, taken: set[str]) -> str:
    """The name, with a number where one that a system holds to be the same is taken; then it is taken, too."""
    stem, free, again = name.removesuffix(SUFFIX), name, 2
    while _alike(free) in taken:
        free, again = f"{stem} ({again}){SUFFIX}", again + 1
    taken.add(_alike(free))
    return free


class OneFile:
    """Where one superbill is saved, whatever its number."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def claim(self, number: str | None) -> Path:  # noqa: ARG002 -- what a batch asks, too
        """The one file."""
        return self._path

    def save(self, path: Path, data: bytes) -> None:
        """Writes it whole or not at all. FileProblem where it cannot be written."""
        files.save(path, data)


class BatchFolder:
    """Where a batch is saved. Made with the first file, so that a batch without one leaves nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._numbers: dict[str, str] = {}

    def claim(self, number: str | None) -> Path:
        """The file of a number that is new in this batch.

        NotRight where there is no number, or an earlier one's file has the same name to a system that holds large and
        small letters, or one letter's two spellings, to be alike.
        """
        if number is None:
            raise NotRight("number", "found null; in a batch it names the file, so each superbill needs one")
        name = file_name(number)
        alike = _alike(name)
        if alike in self._numbers:
            raise NotRight("number", _taken(number, self._numbers[alike], name))
        self._numbers[alike] = number
        return self._path / name

    def save(self, path: Path, data: bytes) -> None:
        """Writes a claimed file whole or not at all. FileProblem where it cannot be written."""
        files.folder(self._path)
        files.save(path, data)


def _cannot_stand(letter: str) -> bool:
    return letter in _FORBIDDEN or unicodedata.category(letter) in _UNSEEN


def _alike(name: str) -> str:
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold())


def _taken(number: str, earlier: str, name: str) -> str:
    if number == earlier:
        return f"found {number}, which an earlier line has too; give each superbill a number of its own"
    return f"found {number}, whose file {name} would be that of the earlier {earlier}; give it another number"
