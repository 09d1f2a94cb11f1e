"""The words of a rental's picture, from `resources/look/rental-picture.toml`, and how it writes days."""

from dataclasses import dataclass
from datetime import date

from desktop.core import months
from desktop.core.wording import PaperNames


@dataclass(frozen=True, slots=True)
class PictureWords:
    """All words of the picture. Braces are places for values; the file says what each is for."""

    months: tuple[str, ...]
    day: str
    day_of_year: str
    days: str
    month: str
    month_open: str
    paid: str
    to_bill: str
    billed: str
    coming: str
    free: str
    free_coming: str
    in_month_is: str
    idle: str
    without_month: str
    open: str
    waits: str
    today: str
    last_paid: str
    out_until: str
    out_since: str
    happened: str
    not_begun: str
    in_month: str
    in_month_open: str
    standing: str
    standing_beyond: str
    serial: str
    papers: str
    cap_ends: str
    refills_from: str
    refills_of: str
    service_window: str
    visited: str
    life_over: str
    order_ends: str
    retest_window: str
    new_count: str
    code_from: str
    moved: str
    unit_ended: str
    next_due: str
    on_today: str
    legend_paid: str
    legend_to_bill: str
    legend_today: str
    legend_coming: str
    legend_free: str
    legend_idle: str
    legend_open: str
    legend_new_count: str
    legend_code: str
    legend_moved: str
    legend_ended: str
    legend_cap: str
    legend_refills: str
    legend_service: str
    legend_visit: str
    legend_life: str
    legend_order: str
    legend_retest: str
    legend_next: str
    delivered: str
    restarted: str
    cap_reached: str
    cap_to_reach: str
    rent_over: str
    rent_to_end: str
    refills_begun: str
    refills_begun_of: str
    service_missed: str
    service_to_make: str
    life_is_over: str
    order_is_over: str
    order_to_end: str
    retest_over: str
    retest_begins: str
    next_month: str
    noted: str
    nothing_comes: str
    nothing_happened: str
    sources: str
    reason: str
    published: str
    derived: str
    unverified: str
    conflict: str
    paper: PaperNames
    happened_heading: str
    comes_heading: str
    next_heading: str

    def on(self, day: date) -> str:
        """`Mar 2, 2026`."""
        return self.day.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def between(self, first: date, until: date) -> str:
        """`May 12 to Jun 11, 2026`: the days of [first, until), the year once where it is one."""
        last = months.before(until)
        if last <= first:
            return self.on(first)
        short = self.day_of_year.format(day=first.day, month=self.months[first.month - 1])
        return self.days.format(first=short if first.year == last.year else self.on(first), last=self.on(last))
