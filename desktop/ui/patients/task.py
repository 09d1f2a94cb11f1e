"""What is being entered of which patient, and the key under which it is kept half-made."""

from dataclasses import dataclass
from enum import StrEnum

BEGINNING = "patient/"
_NEW = "new"


class Part(StrEnum):
    """What a form is for: a new patient with all that is known, or one thing of a patient who is there."""

    ALL = "new"
    WHO = "who"
    PLAN = "plan"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Task:
    """`patient` is 0 for a new one, whose `number` tells half-made ones apart; `row` the membership's or order's id."""

    part: Part
    patient: int = 0
    row: int = 0
    number: int = 0

    @property
    def key(self) -> str:
        """`patient/new`, `patient/new1`, `patient/17`, `patient/17/plan/4`."""
        if self.part is Part.ALL:
            return f"{BEGINNING}{_NEW}{self.number or ''}"
        own = f"{BEGINNING}{self.patient}"
        return own if self.part is Part.WHO else f"{own}/{self.part}/{self.row}"


def task_of(key: str) -> Task:
    """The task that was kept under a key."""
    first, _, rest = key.removeprefix(BEGINNING).partition("/")
    if first.startswith(_NEW):
        return Task(Part.ALL, number=int(first.removeprefix(_NEW) or 0))
    part, _, row = rest.partition("/")
    return Task(Part(part), int(first), int(row)) if rest else Task(Part.WHO, int(first))
