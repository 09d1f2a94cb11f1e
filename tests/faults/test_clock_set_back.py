"""A clock that is set back: the owner is told, numbers ascend, no backup of later days goes, nothing waits for ever."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desktop.desk import Desk
from desktop.operations import backups, documents, issuing, protection, rental_run, store, verifying
from desktop.operations.book import Book, happened
from desktop.operations.sign_in import Door, MustWait, NotLetIn
from tests.faults import shop
from tests.faults.small_store import ANA, BEGAN, CHEAP, WORDS
from tests.operations import rented

_BACK = timedelta(days=300)


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.at = BEGAN

    def __call__(self) -> datetime:
        return self.at

    @property
    def desk(self) -> Desk:
        """The desk on that day."""
        return replace(shop.desk(), today=self.at.date())


@pytest.fixture
def clock() -> Clock:
    """The second of March, nine in the morning."""
    return Clock()


@pytest.fixture
def door(tmp_path: Path, clock: Clock) -> Iterator[Door]:
    """The door of a store."""
    shop.begin(tmp_path / "home")
    door = Door(tmp_path / "home", clock, CHEAP)
    yield door
    door.close()


@pytest.fixture
def book(door: Door) -> Iterator[Book]:
    """Its book, for the owner."""
    with door.open(door.sign_in(ANA, WORDS)) as opened:
        yield opened


def issue(book: Book, clock: Clock) -> str | None:
    """The number of a paper on what was sold on the clock's day."""
    wire, day = shop.bought(), clock.at.date().isoformat()
    wire["lines"][0] |= {"from": day, "to": day}
    wire["payments"][0] |= {"on": day}
    wire["prescriber"] |= {"order_date": "2025-11-03"}
    issued = issuing.issue(book, clock.desk, shop.draft(book, wire))
    assert issued.done, issued
    return issued.document.number


def test_numbers_ascend_whatever_the_day(book: Book, clock: Clock) -> None:
    numbers = [issue(book, clock), issue(book, clock)]
    clock.at -= timedelta(days=20)
    numbers += [issue(book, clock)]
    clock.at -= timedelta(days=60)
    numbers += [issue(book, clock), issue(book, clock)]
    clock.at = BEGAN
    numbers += [issue(book, clock)]
    assert numbers == [
        "SB-2026-000001", "SB-2026-000002", "SB-2026-000003", "SB-2025-000001", "SB-2025-000002", "SB-2026-000004",
    ]  # fmt: skip
    seen = shop.look_through(book)
    assert seen.numbers == tuple(numbers)
    days = [each.issued_on for each in sorted(documents.listed(book), key=lambda each: each.id)]
    assert days[2:4] == [date(2026, 2, 10), date(2025, 12, 12)]
    told = [each.at for each in reversed(happened(book)) if each.what == "issued"]
    assert [at.date() for at in told] == [day for day in days if day]


def test_what_was_sold_on_a_later_day_is_not_issued_on_an_earlier_one(book: Book, clock: Clock) -> None:
    clock.at -= timedelta(days=20)
    issued = issuing.issue(book, clock.desk, shop.draft(book))
    assert not issued.done
    assert any("2026-03-02" in finding.words for finding in issued.findings)


def test_whoever_signs_in_is_told_of_a_day_before_the_last_work(door: Door, clock: Clock) -> None:
    with door.open(door.sign_in(ANA, WORDS)) as book:
        assert issue(book, clock) == "SB-2026-000001"
    clock.at = BEGAN - timedelta(hours=9)
    assert door.sign_in(ANA, WORDS).notice is None  # the same day
    clock.at = BEGAN - timedelta(hours=10)
    notice = door.sign_in(ANA, WORDS).notice
    assert notice == (
        "This computer's clock says Mar 1, 2026, but work was done in this store on Mar 2, 2026. "
        "If the clock is wrong, set it right before anything is issued"
    )
    assert door.sign_in(ANA, WORDS).notice == notice  # as long as it is so
    clock.at = BEGAN + timedelta(days=1)
    assert door.sign_in(ANA, WORDS).notice is None


def test_backups_of_later_days_stay_and_the_newest_is_always_there(book: Book, clock: Clock) -> None:
    later = set()
    for _ in range(3):
        clock.at += timedelta(days=1)
        later.add(backups.make(book, shop.unheard).backup.name)
    clock.at -= _BACK
    for number in range(10):
        store.save(book, replace(store.read(book), dba=f"Gulf Breeze {number}"))
        assert backups.changed(book)
        made = backups.make(book, shop.unheard).backup
        assert later | {made.name} <= {each.name for each in backups.listed(book)}
        assert not backups.changed(book)
        clock.at += timedelta(days=1)


def test_once_a_day_and_once_a_week_go_on(book: Book, clock: Clock, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    backups.choose_second(book, tmp_path / "stick", shop.unheard)
    verifying.verify_now(book, shop.unheard)
    assert not verifying.weekly(book)
    clock.at -= _BACK
    store.save(book, replace(store.read(book), dba="Gulf"))
    assert backups.due(book)
    assert verifying.weekly(book)
    backups.make(book, shop.unheard)
    assert verifying.whole(verifying.verify_now(book, shop.unheard))
    assert not backups.due(book)
    assert not verifying.weekly(book)
    assert backups.warning(book) is None
    clock.at += timedelta(days=8)
    assert verifying.weekly(book)
    assert "last seen 8 days ago" in (backups.warning(book) or "")


def test_the_wait_after_wrong_tries_is_neither_spared_nor_endless(door: Door, clock: Clock) -> None:
    waits = protection.waits()
    for _ in range(waits.free + 4):
        clock.at += door.wait
        with pytest.raises((NotLetIn, MustWait)):
            door.sign_in(ANA, "not this one")
    longest = door.wait
    assert longest > timedelta()
    clock.at -= _BACK
    assert door.wait == longest
    with pytest.raises(MustWait):
        door.sign_in(ANA, WORDS)
    clock.at += longest
    assert door.sign_in(ANA, WORDS).user.name == ANA
    assert door.wait == timedelta()


def test_no_month_is_billed_twice(book: Book, clock: Clock) -> None:
    rented.begun(book, clock.desk, rented.patient(book))

    def run() -> int:
        return rental_run.run(book, clock.desk, clock.at.date(), shop.always).issued

    assert run() == 2
    clock.at -= timedelta(days=20)
    assert run() == 0
    clock.at -= timedelta(days=25)
    assert run() == 0
    clock.at = datetime(2026, 3, 10, 9, tzinfo=UTC)
    assert run() == 1
