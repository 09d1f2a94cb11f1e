"""Whose work lies in the packaged folder, and under which license: told from the folder's files, none left out.

Each file belongs to us, to Python, to one of Python's distributions (which name their files and bring their license
along), or to a library of `resources/licenses/known.toml`. A file that belongs to nobody stops the build. What is built
into another part's files is told by `known.toml`, and for parts written in Rust by the list that their maker enclosed.

`build.spec` writes the list of the folder that it makes into that folder. The list of a build on Linux is kept in
`resources/licenses/parts.toml`, for the window run from source; `python -m tests.packaged.licenses dist/Oxydesk` makes
it anew.
"""

import fnmatch
import json
import platform
import re
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import Any

LICENSES = Path(__file__).parent.parent.parent / "resources/licenses"
OURS = ("desktop", "db", "resources", "one_sqlite", "Oxydesk", "oxydesk-door")
_STARTED_BY = "pyinstaller"  # its start-up program is each executable's beginning
_HOOKS = ("_pyi_rth_utils", "pyi_rth_", "pyimod")
_CYCLONEDX = "*.cyclonedx.json"


class NobodysFile(Exception):
    """Files of the folder of which nobody knows whose they are; the text names them."""


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """One part of the program: its name, version (empty: not told), SPDX license, and its license's text."""

    name: str
    version: str
    license: str
    text: str


class Collected:
    """The parts of a folder and their texts, by the name of the text's file."""

    def __init__(self, files: Iterable[str]) -> None:
        self._known = tomllib.loads((LICENSES / "known.toml").read_text(encoding="utf-8"))
        self._distributions = {_plain(one.name): one for one in metadata.distributions()}
        self._owners = {str(file): name for name, one in self._distributions.items() for file in one.files or ()}
        self._standard = Path(sysconfig.get_path("stdlib"))
        self.texts: dict[str, str] = {}
        whose = {self._whose(file) for file in files}
        if nobodys := sorted(file for kind, file in whose if kind == "nobody"):
            raise NobodysFile(
                f"No license is known for {', '.join(nobodys)}: tell whose they are in resources/licenses/known.toml"
            )
        named = {name for kind, name in whose if kind == "distribution"} | {_STARTED_BY}
        libraries = {name for kind, name in whose if kind == "library"} | {"Python"}
        self.parts = sorted(
            {
                *(self._distribution(name) for name in named),
                *(self._library(name) for name in libraries),
                *self._inside(named, libraries),
                *(part for name in named for part in self._enclosed(self._distributions[name])),
            },
            key=lambda part: (part.name.casefold(), part),
        )

    def write(self, folder: Path) -> None:
        """Writes `parts.toml` and `texts/`."""
        (folder / "texts").mkdir(parents=True, exist_ok=True)
        for name, words in self.texts.items():
            (folder / "texts" / name).write_text(words, encoding="utf-8", newline="\n")
        rows = [
            f"[[part]]\nname = {json.dumps(part.name)}\nversion = {json.dumps(part.version)}\n"
            f"license = {json.dumps(part.license)}\nfile = {json.dumps(part.text)}\n"
            for part in self.parts
        ]
        head = "# Made by tests/packaged/licenses.py from the files of a packaged folder. `file` lies in texts/.\n\n"
        (folder / "parts.toml").write_text(head + "\n".join(rows), encoding="utf-8", newline="\n")

    def _whose(self, file: str) -> tuple[str, str]:
        """Who a file of the folder belongs to: ours, distribution, library, or nobody; and their name."""
        path = PurePosixPath(file)
        top = path.parts[0].removesuffix(".pyc")
        if any(fnmatch.fnmatchcase(file, pattern) for pattern in self._known_files()):
            name = next(row["name"] for row in self._known["library"] if _matches(file, row["files"]))
            return "library", name
        if top in OURS or top.startswith(_HOOKS):
            return "ours", top
        source = file[: -len("c")] if file.endswith(".pyc") else file
        if owner := self._owners.get(source):
            return "distribution", owner
        if (self._standard / source).exists():
            return "library", "Python"
        linked = [owner for known, owner in self._owners.items() if PurePosixPath(known).name == path.name]
        if len(path.parts) == 1 and len(set(linked)) == 1:  # a link at the top to a library that lies deeper
            return "distribution", linked[0]
        return "nobody", file

    def _known_files(self) -> list[str]:
        return [pattern for row in self._known["library"] for pattern in row["files"]]

    def _distribution(self, name: str) -> Part:
        found = self._distributions[name]
        known: dict[str, Any] = next(
            (row for row in self._known["distribution"] if _plain(row["distribution"]) == name), {}
        )
        license_ = known.get("license") or found.metadata["License-Expression"] or found.metadata["License"]
        if "text" in known:
            text = self._kept(known["text"])
        else:
            text = f"{name}.txt"
            self.texts[text] = _own_text(found)
        return Part(known.get("name") or found.name, found.version, license_, text)

    def _library(self, name: str) -> Part:
        row = next(row for row in self._known["library"] if row["name"] == name)
        return Part(name, self._version(row), row["license"], self._kept(row["text"]))

    def _version(self, row: dict[str, Any]) -> str:
        if row.get("version") == "python":
            return platform.python_version()
        if "version" in row:
            return self._distributions[_plain(row["version"])].version
        return _debian_version(row["debian"]) if "debian" in row else ""

    def _inside(self, distributions: set[str], libraries: set[str]) -> Iterator[Part]:
        for row in self._known["inside"]:
            if row["of"] in libraries or _plain(row["of"]) in distributions:
                yield Part(row["name"], "", row["license"], self._kept(row["text"]))

    def _enclosed(self, found: metadata.Distribution) -> Iterator[Part]:
        """What a maker of a Rust part says is built into it."""
        for file in found.files or ():
            if not fnmatch.fnmatch(file.name, _CYCLONEDX):
                continue
            for part in json.loads(file.read_text())["components"]:
                (told, *_others) = part["licenses"]
                license_ = told.get("expression") or told["license"]["id"]
                name = f"{part['name']} (in {found.name})"
                yield Part(name, part["version"], license_, self._kept(_chosen(license_)))

    def _kept(self, text: str) -> str:
        self.texts[text] = (LICENSES / "texts" / text).read_text(encoding="utf-8")
        return text


def files_of(folder: Path) -> list[str]:
    """The files of a packaged folder, below `_internal` and beside it, by their place."""
    inside = folder / "_internal"
    below = [path.relative_to(inside).as_posix() for path in inside.rglob("*") if not path.is_dir()]
    return below + [path.name for path in folder.iterdir() if path.is_file() and path.name in OURS]


def _own_text(found: metadata.Distribution) -> str:
    """All license files of a distribution, one after the other."""
    named = [
        file
        for file in found.files or ()
        if ".dist-info" in str(file) and re.search(r"licen[cs]e|copying|notice", file.name, re.IGNORECASE)
    ]
    words = [file.read_text(encoding="utf-8").strip() for file in sorted(named)]
    if not words:
        raise NobodysFile(f"{found.name} brings no license's text along: add it to resources/licenses/known.toml")
    return ("\n\n" + "-" * 78 + "\n\n").join(words) + "\n"


def _chosen(license_: str) -> str:
    """The text that we take a Rust part under, where it gives a choice."""
    for wanted in ("Apache-2.0", "MIT", "Zlib", "BSD-3-Clause"):
        if wanted in license_:
            return f"{wanted}.txt" if wanted == "Apache-2.0" else f"{wanted}-of-rust-parts.txt"
    raise NobodysFile(f"No text is kept for the license {license_}: add it to resources/licenses/texts")


def _debian_version(package: str) -> str:
    """The version of a package of the system that the folder was built on; empty where that is not Debian's kind."""
    asked = ["/usr/bin/env", "dpkg-query", "-W", "-f", "${Version}", package]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    return re.sub(r"^\d+:|[-+~].*$", "", told.stdout) if told.returncode == 0 else ""


def _matches(file: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch.fnmatchcase(file, pattern) for pattern in patterns)


def _plain(name: str) -> str:
    """A distribution's name as all its spellings mean it."""
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    Collected(files_of(Path(sys.argv[1]))).write(LICENSES)
