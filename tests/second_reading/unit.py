"""One piece of equipment, one day after another: which month begins, what interrupts, what starts again."""

import itertools
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from tests.second_reading.days import ONE_DAY, day_before, months_after
from tests.second_reading.terms import Terms

USEFUL_LIFE = 60
STAYS = {"hospital", "skilled_nursing"}
CONTENTS = {"E0424": "E0441", "E0439": "E0442", "E0431": "E0443", "E0434": "E0444"}
SERVICED = {"E1390", "E1391", "E1392", "E0433", "K0738"}


class Unit:
    """What is known of the equipment at the end of the day that was last lived through.

    `begun` are first and last day of this period's months by their number. They go on beyond the cap, when nothing is
    paid any more: that is the month of service (point 17).
    """

    def __init__(self, given: dict[str, Any], terms: Terms) -> None:
        self.terms = terms
        self.id: str = given["id"]
        self.role: str = given["role"]
        self.code: str = given["code"]
        self.high_flow: bool = given.get("high_flow") or False
        self.first_service = date.fromisoformat(given["first_service"])
        self.month: int = given.get("months_paid_before") or 0
        self.warranty_ends = _day(given.get("warranty_labour_ends"))
        self.life_from = _day(given.get("useful_life_from")) or self.first_service
        self.period = 1
        self.period_began = self.anchor = self.first_service
        self.anniversaries = 0
        self.begun: dict[int, tuple[date, date]] = {}
        self.gone_since: date | None = None
        self.gone_why = ""
        self.gone_once_capped = False
        self.papers_wanted_since: date | None = None
        self.ended_on: date | None = None
        self.visits: list[date] = []

    # What holds on the day.

    def in_service(self, day: date) -> bool:
        """Delivered and not ended."""
        return self.first_service <= day and self.ended_on is None

    def cap_reached(self) -> bool:
        """Whether the last paid month has begun."""
        return self.terms.cap is not None and self.month >= self.terms.cap

    def cap_ends(self) -> date | None:
        """The last day of the last paid month, once that has begun."""
        last_paid = self.begun.get(self.terms.cap) if self.terms.cap is not None else None
        return last_paid[1] if last_paid is not None else None

    def after_cap(self, day: date) -> bool:
        """Whether the last paid month is over on a day."""
        ends = self.cap_ends()
        return ends is not None and day > ends

    def next_anniversary(self) -> date:
        """The day on which the next month begins if nothing comes between."""
        return months_after(self.anchor, self.anniversaries)

    def own_life_ends(self) -> date:
        """The first day on which new equipment may be chosen, by this unit alone (point 14)."""
        return months_after(self.life_from, USEFUL_LIFE)

    def suspended(self) -> bool:
        """Whether an interruption that began before the cap was reached is open."""
        return self.gone_since is not None and not self.gone_once_capped

    def contents_code(self) -> str | None:
        """What is filled into it (point 15)."""
        if self.code == "E0434" and self.high_flow:
            return "E0447"
        return CONTENTS.get(self.code)

    def service_base(self) -> date | None:
        """The day from which the blocks of service are counted (point 16); None before the cap is reached."""
        ends = self.cap_ends()
        if ends is None:
            return None
        return max(ends, self.warranty_ends or ends) + ONE_DAY

    def first_months(self) -> Iterator[tuple[date, date]]:
        """First and last day of the first month of each block of service, without end. The cap must be reached."""
        base = self.service_base()
        assert base is not None
        for ahead in itertools.count(6, 6):
            yield months_after(base, ahead), day_before(months_after(base, ahead + 1))

    def next_service(self, day: date) -> tuple[date, date]:
        """The first month of a block that is not over on the day and in which no visit was made."""
        return next(
            (first, last)
            for first, last in self.first_months()
            if last >= day and not any(first <= visit <= last for visit in self.visits)
        )

    def in_first_month(self, day: date) -> bool:
        """Whether a visit on the day serves a block."""
        first, _ = next((first, last) for first, last in self.first_months() if last >= day)
        return first <= day

    # What happens.

    def begin_period(self, day: date) -> None:
        """Month 1, or the one after the months paid to somebody else, begins with the day."""
        self.period_began = self.anchor = day
        self.begun = {}
        self._begin_month(day)

    def start_again(self, day: date) -> None:
        """A new period with a new useful life (points 7, 9, 11)."""
        self.period += 1
        self.month = 0
        self.anniversaries = 0
        self.life_from = day
        self.gone_since = self.papers_wanted_since = None
        self.visits = []
        self.begin_period(day)

    def close_day(self, day: date) -> None:
        """What the day brings when all its events are told: the next month, where nothing keeps it from beginning."""
        kept = self.suspended() or self.papers_wanted_since is not None
        if self.in_service(day) and not kept and day == self.next_anniversary():
            self._begin_month(day)

    def _begin_month(self, day: date) -> None:
        self.month += 1
        self.anniversaries += 1
        self.begun[self.month] = (day, day_before(self.next_anniversary()))

    def interrupt(self, day: date, why: str) -> None:
        """First day without use."""
        self.gone_since, self.gone_why = day, why
        self.gone_once_capped = self.cap_reached()

    def end(self, day: date) -> None:
        """First day without service; a month that would begin on it does not (point 13)."""
        if self.month in self.begun and self.begun[self.month][0] == day:
            del self.begun[self.month]
            self.month -= 1
            self.anniversaries -= 1
        self.ended_on = day
        self.papers_wanted_since = None

    def resume(self, day: date, papers: dict[str, Any]) -> list[tuple[str, str]]:
        """First day with use again. Answers what is to be noticed: rule and severity."""
        if self.papers_wanted_since is not None:
            self.gone_since = None
            return self._new_period_with_papers(day) if _all_papers(papers) else []
        since, self.gone_since = self.gone_since, None
        assert since is not None
        if self.gone_once_capped:
            return []
        if self.terms.gap is not None:
            if (day - since).days >= self.terms.gap:
                self.start_again(day)
                return []
        elif self.terms.break_in_need and self.gone_why == "need_ended":
            return self._resume_need(day, since, papers)
        return self._go_on(day, since)

    def _resume_need(self, day: date, since: date, papers: dict[str, Any]) -> list[tuple[str, str]]:
        last_of_month = day_before(self.next_anniversary())
        longest = last_of_month + timedelta(days=61)
        if day <= longest:
            noticed = [("interruption-boundary", "note")] if day == longest else []
            return noticed + self._go_on(day, since)
        if _all_papers(papers):
            return self._new_period_with_papers(day)
        self.papers_wanted_since = day
        return [("break-in-need-documents", "stop")]

    def _new_period_with_papers(self, day: date) -> list[tuple[str, str]]:
        self.start_again(day)
        return [("break-in-need", "note")]

    def _go_on(self, day: date, since: date) -> list[tuple[str, str]]:
        if not since <= self.next_anniversary() < day:
            return []
        self.anchor, self.anniversaries = day, 0
        self._begin_month(day)
        return [("anniversary-moved", "note")] if self.gone_why in STAYS else []


def _all_papers(papers: dict[str, Any]) -> bool:
    return all(papers.get(name) for name in ("new_order", "new_test", "reason"))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
