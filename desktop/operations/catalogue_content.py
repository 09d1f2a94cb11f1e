"""What goes into the code catalogue: the official files, what their fields mean, and what we know of the codes."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from db.catalogue import fill, official, schema
from desktop import files
from desktop.core.rulebook import Sources
from desktop.operations.search_content import searched
from desktop.rulefiles import edition, findings, indicators, knowledge
from desktop.rulefiles.edition import Edition, OfficialFile
from desktop.rulefiles.indicators import Indicators

FINGERPRINT = "fingerprint"
EDITION = "edition"
AS_OF = "as_of"
OF_2026 = "of_2026"
LATER_LIST = "later_list"

Say = Callable[[str, float], None]

_OFFICIAL = "catalogue/official"
_OURS = ("catalogue", "knowledge", "words")  # folders of resources that go into the catalogue


def fingerprint(root: Path) -> str:
    """Changes whenever a shipped file that goes into the catalogue does.

    Our own files count with their bytes; official ones with name and size, for the edition pins their checksums.
    """
    digest = hashlib.sha256(str(schema.VERSION).encode())
    for folder in _OURS:
        for path in sorted((root / folder).glob("*.toml")):
            digest.update(path.name.encode() + hashlib.sha256(files.read(path)).digest())
    for path in sorted((root / _OFFICIAL).glob("*")):
        digest.update(f"{path.name} {path.stat().st_size}".encode())
    return digest.hexdigest()


def content(root: Path, say: Say) -> fill.Content:
    """Everything, read and checked. `say` hears what is being done and how much is done, from 0 to 1."""
    known = findings.sources(root)
    shipped, fields = edition.load(root, known), indicators.load(root, known)
    say("Reading the HCPCS codes", 0.0)
    codes, read_codes = _read(root, shipped.of("codes")[0])
    records = official.records(codes, read_codes, fields.headings)
    say("Reading the diagnoses", 0.4)
    diagnoses = official.spans(_diagnosis_set(root, file) for file in shipped.of("diagnoses"))
    codes_read = official.codes(codes, records, fields.headings)
    listed = official.code_list(*_read(root, shipped.of("code_list")[0]))
    say("Reading the words of the counter", 0.9)
    return fill.Content(
        about=_about(root, shipped),
        files=[_file_row(file) for file in shipped.file],
        headings=fields.headings,
        records=records,
        codes=codes_read,
        listed=listed,
        fields=_field_rows(fields),
        meanings=_meaning_rows(fields),
        places=official.table(*_read(root, shipped.of("places")[0]), ("code", "name")),
        zip_prefixes=official.table(*_read(root, shipped.of("zip_prefixes")[0]), ("zip3", "states")),
        diagnosis_sets=[(str(file.first_day), str(file.until)) for file in shipped.of("diagnoses")],
        diagnoses=diagnoses,
        knowledge=_knowledge_rows(root, known),
        searched=searched(root, known, codes_read, listed, diagnoses),
    )


def _read(root: Path, file: OfficialFile) -> tuple[str, bytes]:
    """An official file's name and its bytes, once they are the pinned ones."""
    data = files.read(root / _OFFICIAL / file.file)
    return file.file, official.verified(file.file, data, file.sha256)


def _diagnosis_set(root: Path, file: OfficialFile) -> tuple[str, str, dict[str, str]]:
    entries = official.diagnoses(*_read(root, file), str(file.member))
    return str(file.first_day), str(file.until), entries


def _about(root: Path, shipped: Edition) -> dict[str, str]:
    return {
        FINGERPRINT: fingerprint(root),
        EDITION: shipped.edition,
        AS_OF: str(shipped.as_of),
        OF_2026: shipped.of_2026,
        LATER_LIST: shipped.later_list,
    }


def _file_row(file: OfficialFile) -> tuple[str | None, ...]:
    days = (str(file.released), str(file.first_day), str(file.until) if file.until else None)
    return (file.part, file.file, file.title, file.origin, *days, file.sha256, file.licence, file.known)


def _field_rows(fields: Indicators) -> list[tuple[int, str, str, str, tuple[str, ...], str, str | None, str | None]]:
    return [
        (place, field.name, field.label, field.kind, field.columns, field.blank, field.blank_from, field.words)
        for place, field in enumerate(fields.field)
    ]


def _meaning_rows(fields: Indicators) -> list[tuple[str, str, str]]:
    return [(field.name, value, words) for field in fields.field for value, words in field.values.items()]


def _knowledge_rows(root: Path, known: Sources) -> list[tuple[str, int, str, str, tuple[str, ...], str]]:
    return [
        (code, place, paragraph.heading, paragraph.words, paragraph.sources, paragraph.mark.value)
        for code, told in knowledge.load(root, known).items()
        for place, paragraph in enumerate(told)
    ]
