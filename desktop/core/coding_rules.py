"""The rules that choose codes and modifiers, as frozen values read from `resources/rules/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.core.codes import Why
from desktop.core.dated import Dated, From
from desktop.core.request import Transaction


@dataclass(frozen=True, slots=True)
class When:
    """What must hold for a choice; None asks nothing."""

    ports: int | None = None
    runs_all_day: bool | None = None
    portable_definition_met: bool | None = None
    plan_takes: str | None = None
    high_flow: bool | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The codes of an item for some transactions, where `when` holds."""

    transactions: tuple[Transaction, ...]
    when: When
    codes: tuple[str, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Mistaken:
    """A code that people take for the right one, and why it is not."""

    code: str
    words: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemRule:
    """An item of the counter: what it is called, its group, its codes."""

    id: str
    words: str
    group: str
    transaction_modifier: bool
    choices: tuple[Choice, ...]
    mistaken: tuple[Mistaken, ...]
    ships_with: tuple[str, ...]

    def offers(self, transaction: Transaction) -> bool:
        """Whether that can be done with the item at all."""
        return any(transaction in choice.transactions for choice in self.choices)

    @property
    def plan_may_take(self) -> frozenset[str]:
        """The codes of which a plan may take one where the item is sold; empty where it has no say."""
        asked = {choice.when.plan_takes for choice in self.choices} - {None}
        open_to_it = [choice for choice in self.choices if choice.when == When(plan_takes=choice.when.plan_takes)]
        return frozenset(code for choice in open_to_it for code in choice.codes) if asked else frozenset()

    @property
    def transactions(self) -> tuple[Transaction, ...]:
        """All that can be done with it, in the order of the enumeration."""
        return tuple(transaction for transaction in Transaction if self.offers(transaction))


@dataclass(frozen=True, slots=True)
class PayerRule:
    """Which rules are a kind of payer's own."""

    kind: str
    words: str
    never_buys: bool
    capped: bool
    bundles_accessories: bool
    bundles_contents: bool
    flow_modifiers: bool
    coverage_modifiers: bool
    coverage_findings: bool
    may_only_rent: bool
    rules_vary: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the line: its modifiers in order, and whether only one of them may stand there."""

    modifiers: tuple[str, ...]
    one_of: bool


@dataclass(frozen=True, slots=True)
class Overflow:
    """What happens when more modifiers apply than a line holds."""

    most: int
    modifier: str
    why: Why


@dataclass(frozen=True, slots=True)
class Standing:
    """A modifier and why it stands."""

    modifier: str
    why: Why


@dataclass(frozen=True, slots=True)
class FlowRow:
    """A flow modifier: for which flow, and on which lines."""

    modifier: str
    high: bool
    same: bool
    portable: bool | None
    on: tuple[str, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One row of the table of coverage modifiers; None asks nothing. `says` is a finding that goes with it."""

    met: bool
    phe: tuple[str, ...] | None
    abn: tuple[str, ...] | None
    statutory_exclusion: bool | None
    started_from: date | None
    started_before: date | None
    group: bool
    modifiers: tuple[str, ...]
    narrative: str | None
    says: str | None
    why: Why

    @property
    def asks_start(self) -> bool:
        """Whether the row looks at the first day of the period."""
        return self.started_from is not None or self.started_before is not None


@dataclass(frozen=True, slots=True)
class CoverageTable:
    """The table of coverage modifiers, in force for services from a day on; `before` is the finding for earlier ones.

    `high_flow_groups`: the groups for which a high flow asks for a test on oxygen; `confirm`: the group's modifier that
    is looked at twice.
    """

    first_day: date
    before: str
    groups: Mapping[int, str]
    high_flow_groups: tuple[int, ...]
    confirm: str
    rows: tuple[CoverageRow, ...]
    no_order: Standing
    on_wish: Standing


@dataclass(frozen=True, slots=True)
class Replacement:
    """The modifier of a replacement, the reasons in words for item 19, and those that the store bears itself."""

    standing: Standing
    reasons: Mapping[str, str]
    free: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ModifierRules:
    """Which modifiers stand on a line, and in which order."""

    places: tuple[Place, ...]
    overflow: Overflow
    transactions: Mapping[Transaction, Standing]
    flows: tuple[FlowRow, ...]
    coverage: CoverageTable
    replacement: Replacement

    def rank(self, modifier: str) -> int:
        """Where a modifier stands on the line, counted from 0."""
        return [known for place in self.places for known in place.modifiers].index(modifier)


@dataclass(frozen=True, slots=True)
class Instead:
    """The code that some plans take for what is sold under a code whose official words say rental."""

    code: str
    words: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodingRules:
    """Everything that codes and modifiers are chosen by."""

    items: Mapping[str, ItemRule]
    payers: Mapping[str, PayerRule]
    groups: Mapping[str, frozenset[str]]
    values: Mapping[str, Dated[Decimal]]
    modifiers: ModifierRules
    sold_under_rental_code: Instead
    rental_word: str
    narrative_needs: tuple[str, ...]

    def value(self, name: str, on: date) -> From[Decimal] | None:
        """A number of the field on a day; None before it was in force."""
        return self.values[name].on(on)

    def within(self, group: str, code: str) -> bool:
        """Whether a code belongs to a group of `code-groups.toml`."""
        return code in self.groups[group]
