"""What becomes of each row of a table that is brought in, in words."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.core.csv_cells import RowRead
from desktop.operations.csv_exchange import Preview


@dataclass(frozen=True, slots=True)
class Told:
    """A row: its line in the file, what becomes of it in a few words and as a sentence, its cells."""

    line: int
    words: str
    sentence: str
    cells: str
    wrong: bool
    tone: str


def told(read: Preview) -> list[Told]:
    """All rows in their order."""
    cells = {line: " · ".join(filter(None, row)) for line, row in read.cells}
    return [_row(row, cells[row.line], is_there=row.line in read.there) for row in read.rows]


def _row(row: RowRead, cells: str, *, is_there: bool) -> Told:
    say = QCoreApplication.translate
    if row.errors:
        words = "; ".join(f"{error.heading}: {error.words}" for error in row.errors)
        sentence = say("Csv", "Line {line}. {errors}.").format(line=row.line, errors=words)
        return Told(row.line, words, sentence, cells, wrong=True, tone="stop")
    if is_there:
        sentence = say("Csv", "Line {line} is in the book already, or stands twice in the file; it is left out.")
        return Told(row.line, say("Csv", "there already"), sentence.format(line=row.line), cells, wrong=False, tone="")
    sentence = say("Csv", "Line {line} will be brought in.").format(line=row.line)
    return Told(row.line, say("Csv", "will be brought in"), sentence, cells, wrong=False, tone="ok")
