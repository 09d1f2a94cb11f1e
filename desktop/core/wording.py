"""The words of the paper in each of its languages, and how it writes a day.

A Spanish page must still be read by a US insurer, so a heading has its English beside it (`Label.english`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Label:
    """A heading or sentence in the page's language; `english` is empty where that is English already."""

    text: str
    english: str = ""


@dataclass(frozen=True, slots=True)
class PaperNames:
    """What one of the store's papers is called: on the page, and by a PDF reader."""

    heading: str
    itemized: str
    subject: str
    document_title: str


@dataclass(frozen=True, slots=True)
class Wording:
    """All words of one language. Braces are places for values."""

    language_tag: str
    months: tuple[str, ...]
    day: str
    superbill: PaperNames
    receipt: PaperNames
    credit: PaperNames
    abn_sheet: PaperNames
    issued: str
    paid_in_full: str
    corrected: str
    draft: str
    legal_name: str
    npi: str
    ein: str
    taxonomy: str
    license: str
    patient: str
    born: str
    plan: str
    member: str
    group: str
    insured: str
    relationships: Mapping[str, str]
    doctor: str
    ordered: str
    flows: str
    flow_rest: str
    flow_asleep: str
    flow_active: str
    hours: str
    hours_one: str
    need: str
    need_one: str
    diagnoses: str
    days: str
    place_of_service: str
    place_of_service_note: str
    code: str
    modifiers: str
    description: str
    pointers: str
    units: str
    charge: str
    serial: str
    month: str
    each: str
    purchase_price: str
    other_charges: str
    for_the_plan: str
    not_for_the_plan: str
    tax: str
    total: str
    paid: str
    balance: str
    payments: str
    narrative: str
    claim_note: str
    narrative_description: str
    narrative_purpose: str
    narrative_maker: str
    narrative_model: str
    narrative_price: str
    narrative_related_code: str
    not_billed: str
    not_billed_no_plan: str
    medicare_must_file: str
    medicare_not_enrolled: str
    signature: str
    signed_on: str
    not_for_filing: str
    customer: str
    item: str
    quantity: str
    amount: str
    items: str
    charged_apart: str
    proof_of_purchase: str
    medicare_never_buys: str
    returns: str
    reason: str
    original_line: str
    items_back: str
    others_back: str
    tax_back: str
    credited: str
    refunded: str
    refunds: str
    credit_left: str
    tell_the_plan: str
    edition: str
    page: str


@dataclass(frozen=True, slots=True)
class Transaction:
    """What a modifier says of an item in plain words, which clause of the official words they stand for (`replaces`),
    and a word that must not stand beside them (`excludes`): a page that calls a sold item a rental is sent back.
    """

    modifier: str
    words: Mapping[str, str]
    replaces: str | None
    excludes: str | None


@dataclass(frozen=True, slots=True)
class PaperWords:
    """Everything the paper needs to speak: each language's words and how official words are shortened.

    `left_out` are openings of clauses of the official words that a superbill does without; official words that are
    still longer than `longest` characters give way to the official short ones. `claim_note_longest` is how many
    characters a claim has for the story of an item without a code of its own.
    """

    languages: Mapping[str, Wording]
    transactions: tuple[Transaction, ...]
    left_out: tuple[str, ...]
    longest: int
    claim_note_longest: int


@dataclass(frozen=True, slots=True)
class Voice:
    """One language speaking, with English beside it where it is not English itself."""

    language: str
    own: Wording
    english: Wording

    def label(self, pick: Callable[[Wording], str], **places: str) -> Label:
        """A heading or sentence, its places filled."""
        text, english = pick(self.own).format(**places), pick(self.english).format(**places)
        return Label(text, "" if english == text else english)

    def day(self, day: date) -> str:
        """`2 Mar 2026`."""
        return self.own.day.format(day=day.day, month=self.own.months[day.month - 1], year=day.year)


def voice(words: PaperWords, language: str) -> Voice:
    """The voice of a language. KeyError where the words are not there."""
    return Voice(language, words.languages[language], words.languages[ENGLISH])
