"""The store's papers as they will stand on the page: every text and every amount ready.

Paper places these values and never adds to them, so what the page says can be read and tested here.
"""

from dataclasses import dataclass

from desktop.core.wording import Label


@dataclass(frozen=True, slots=True)
class Store:
    """The head of the page: who sold or rented."""

    name: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The store at the left, what the document is, its number and its day at the right. `marks` are what a reader must
    see first: paid in full, not for filing, corrected."""

    store: Store
    heading: Label
    itemized: Label
    number: str
    issued: str
    marks: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """A column under a quiet heading: the patient, the plan, the doctor with the order."""

    label: Label
    name: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedDiagnosis:
    """A diagnosis with the letter by which lines point at it. `words` are empty where they are not known."""

    letter: str
    code: str
    words: str


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A row of the table."""

    days: tuple[str, ...]
    place_of_service: str
    code: str
    modifiers: tuple[str, ...]
    title: str
    details: tuple[str, ...]
    pointers: tuple[str, ...]
    units: str
    charge: str


@dataclass(frozen=True, slots=True)
class Columns:
    """The headings of the table."""

    days: Label
    place_of_service: Label
    code: Label
    modifiers: Label
    description: Label
    pointers: Label
    units: Label
    charge: Label


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount under its name; `strong` for the ones that a reader looks for."""

    label: Label
    amount: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class OtherCharges:
    """What has no code, under a heading that says that it is not for the plan."""

    label: Label
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PrintedPayment:
    """Money received: when, how, with what reference."""

    day: str
    how: str
    amount: str


@dataclass(frozen=True, slots=True)
class Payments:
    """All money received."""

    label: Label
    rows: tuple[PrintedPayment, ...]


@dataclass(frozen=True, slots=True)
class PrintedNarrative:
    """The story of an item without a code of its own: the note of 80 characters, then field by field."""

    label: Label
    note_label: Label
    note: str
    fields: tuple[tuple[Label, str], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """What a PDF reader and a screen reader are told of the file, and what stands on every page. `running`
    names the document at the foot, the fullest way first; `foot` has the places `page` and `pages`, which only the
    layout knows."""

    language: str
    title: str
    author: str
    subject: str
    running: tuple[str, ...]
    foot: str
    draft: str | None


@dataclass(frozen=True, slots=True)
class Printed:
    """The whole superbill. What does not apply is empty and takes no room."""

    document: Document
    head: Head
    parties: tuple[Party, ...]
    diagnoses_label: Label
    diagnoses: tuple[PrintedDiagnosis, ...]
    columns: Columns
    lines: tuple[PrintedLine, ...]
    notes: tuple[str, ...]
    other_charges: OtherCharges | None
    amounts: tuple[Amount, ...]
    payments: Payments | None
    narratives: tuple[PrintedNarrative, ...]
    statement: Label
    signature: Label
    signed_on: Label


@dataclass(frozen=True, slots=True)
class ItemColumns:
    """The headings of a table of what was sold, or came back."""

    days: Label
    item: Label
    quantity: Label
    amount: Label


@dataclass(frozen=True, slots=True)
class PrintedItem:
    """A row of that table."""

    days: tuple[str, ...]
    title: str
    details: tuple[str, ...]
    quantity: str
    amount: str


@dataclass(frozen=True, slots=True)
class PrintedReceipt:
    """A receipt, or the credit for what came back. What does not apply is empty and takes no room."""

    document: Document
    head: Head
    parties: tuple[Party, ...]
    columns: ItemColumns
    items: tuple[PrintedItem, ...]
    other_charges: OtherCharges | None
    amounts: tuple[Amount, ...]
    payments: Payments | None
    statements: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class PrintedBlank:
    """A blank of a form: its letter and name there, how it is filled, and what to write in it."""

    letter: str
    name: Label
    how: Label
    write: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """What to write in the blanks of a form that is not the store's own."""

    document: Document
    head: Head
    notices: tuple[Label, ...]
    blanks: tuple[PrintedBlank, ...]
