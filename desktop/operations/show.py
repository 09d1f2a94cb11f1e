"""The official record of a code or modifier, each field with its meaning, and what a clerk must know about it."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from db.catalogue import find, official
from db.rows import CodeRow, DiagnosisRow, FieldRow
from desktop.core.finding import Finding, Mark, forbidden
from desktop.core.knowledge import Knowledge
from desktop.desk import Desk
from desktop.operations.catalogue import ShippedCatalogue, as_code, dotted, shipped

UNKNOWN = "code-unknown"


class RecordField(Struct, frozen=True):
    """A field of the record by the record's own name; a blank one has no value. `status` is ours, worked out."""

    field: str
    label: str
    value: str | None
    meaning: str


class Shown(Struct, frozen=True, omit_defaults=True):
    """The answer. It has findings only where nothing is known of what was asked for; then `kind` is none."""

    code: str
    kind: str | None
    record: tuple[RecordField, ...]
    knowledge: tuple[Knowledge, ...]
    edition: str
    findings: tuple[Finding, ...] = ()

    @property
    def forbidden(self) -> bool:
        """Whether a finding stops."""
        return forbidden(self.findings)


def show(desk: Desk, text: str) -> Shown:
    """What is known of a code, a modifier or a diagnosis, in whatever case and with whatever blanks it was typed."""
    catalogue = shipped(desk)
    return catalogue.sound(lambda: _shown_of(desk, catalogue, "".join(text.split()).upper()))


def _shown_of(desk: Desk, catalogue: ShippedCatalogue, asked: str) -> Shown:
    code = catalogue.ask(find.code, asked)
    if code is not None:
        record = tuple(_record(catalogue, code))
        return Shown(code.code, code.kind, record, _knowledge(catalogue, code.code), _edition(catalogue))
    diagnoses = catalogue.diagnoses(asked)
    if diagnoses:
        record = tuple(_diagnosis_record(diagnoses))
        return Shown(dotted(diagnoses[-1].code), "diagnosis", record, (), _diagnosis_edition(catalogue))
    unknown = desk.rules.findings.finding(UNKNOWN, code=asked, hint=desk.rules.review.hint(asked))
    return Shown(asked, None, (), (), _edition(catalogue), (unknown,))


def _edition(catalogue: ShippedCatalogue) -> str:
    return f"{catalogue.edition}. {catalogue.of_2026}"


def _diagnosis_edition(catalogue: ShippedCatalogue) -> str:
    return f"{'; '.join(catalogue.ask(find.titles, 'diagnoses'))}. {catalogue.of_2026}"


def _knowledge(catalogue: ShippedCatalogue, code: str) -> tuple[Knowledge, ...]:
    rows = catalogue.ask(find.knowledge, code)
    return tuple(Knowledge(row.heading, row.words, row.sources, Mark(row.mark)) for row in rows)


def _record(catalogue: ShippedCatalogue, code: CodeRow) -> Iterator[RecordField]:
    """The official fields in their order, and last the status. Of a code without words there is only the code."""
    cells = catalogue.ask(find.record, code.code) or {official.CODE: code.code}
    for field in catalogue.ask(find.fields):
        if code.long is not None or official.CODE in field.headings:
            yield from _field(catalogue, field, cells, code)
    yield _status(catalogue, code)


def _field(catalogue: ShippedCatalogue, field: FieldRow, cells: dict[str, str], code: CodeRow) -> Iterator[RecordField]:
    """A field once for each time that it is filled in, and once if it is blank."""
    applies = field.kind != "modifier" or code.kind == "modifier"
    filled = [cells[heading] for heading in field.headings if heading in cells] if applies else []
    for value in filled:
        yield RecordField(field.name, field.label, _shown(field, value), _meaning(catalogue, field, value))
    if not filled:
        yield _blank(field, cells)


def _blank(field: FieldRow, cells: dict[str, str]) -> RecordField:
    instead = cells.get(field.blank_from or "")
    if instead is None:
        return RecordField(field.name, field.label, None, field.blank)
    return RecordField(field.name, field.label, _shown(field, instead), field.blank.format(day=_said(_day(instead))))


def _shown(field: FieldRow, value: str) -> str:
    return _day(value).isoformat() if field.kind == "day" else value


def _meaning(catalogue: ShippedCatalogue, field: FieldRow, value: str) -> str:
    if field.words is None:
        return field.meanings.get(value, "a value that the record layout does not explain")
    if field.kind == "day":
        return field.words.format(day=_said(_day(value)))
    meaning = field.words.format(value=value)
    if field.kind == "code" and catalogue.ask(find.code, value) is None:
        return f"{meaning}, which Oxydesk does not carry"
    return meaning


def _status(catalogue: ShippedCatalogue, code: CodeRow) -> RecordField:
    if code.long is None:
        words = f"on {catalogue.later_list}; its words, days and coverage are not in the {catalogue.edition} record"
        return RecordField("status", "Status", "known without words", words)
    value = "in force" if as_code(code).in_force(catalogue.as_of) else "not in force"
    words = f"on {_said(catalogue.as_of)}, by the days of the record"
    if catalogue.ask(find.is_listed, code.code):
        words += f"; also on {catalogue.later_list}, which does not tell last days"
    return RecordField("status", "Status", value, words)


def _diagnosis_record(rows: list[DiagnosisRow]) -> Iterator[RecordField]:
    for row in rows:
        span = f"in the set from {_said(row.first_day)} to the day before {_said(row.until)}"
        billable = "may be reported" if row.billable else "a heading; a more exact code is needed"
        yield RecordField("CODE", "Code", dotted(row.code), span)
        yield RecordField("BILLABLE", "Billable", "1" if row.billable else "0", billable)
        yield RecordField("SHORT", "Short description", row.short, "the official words in at most 60 characters")
        yield RecordField("LONG", "Long description", row.long, "the official words in full")


def _day(text: str) -> date:
    """A day of the record, YYYYMMDD."""
    return date(int(text[:4]), int(text[4:6]), int(text[6:]))


def _said(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
