"""Issuing papers, a batch of them, this month's rentals, and saving files, cut off: nothing that was said is lost, no
number is there twice, and no paper by half."""

from collections.abc import Sequence
from pathlib import Path

from db.book.rows import Document, Payment
from desktop import files
from desktop.operations import documents, issuing, later_payments, rental_run
from desktop.operations.batch import BatchFolder
from desktop.operations.book import Book
from desktop.operations.documents import ISSUED, VOIDED
from desktop.operations.issuing import Issued
from desktop.operations.rental_run import Came
from tests.faults import shop
from tests.faults.moments import Say
from tests.faults.steps import TROUBLE
from tests.operations import rented

_MANY, _RENTALS = 4, 2


class Issuing:
    """A superbill, a payment for it later, a receipt for that; and a corrected copy that takes another one's place."""

    name = "issuing"

    def begin(self, home: Path) -> None:
        shop.begin(home)
        with shop.opened(home) as book:
            self._first, self._second = shop.draft(book, shop.unpaid()), shop.draft(book)

    def work(self, home: Path, say: Say) -> None:
        with shop.opened(home) as book:
            first = _issue(book, self._first, say)
            if not later_payments.of(book, first.id):
                later_payments.take(book, Payment(first.id, shop.TODAY, "card", first.total, None))
            say("paid")
            (payment,) = later_payments.of(book, first.id)
            if payment.receipt_id is None:
                _say_issued(later_payments.receipt(book, shop.desk(), payment.id), say)
            if documents.read(book, self._second).state != VOIDED:
                _issue(book, self._second, say)
                _issue(book, issuing.corrected_copy(book, self._second).id, say)

    def look(self, home: Path, said: Sequence[str], kills: int) -> None:
        with shop.opened(home) as book:
            seen = _nothing_lost(book, [line for line in said if line != "paid"], kills)
            if "paid" in said:
                assert later_payments.of(book, self._first)
            voided = documents.read(book, self._second)
            instead = [each for each in documents.linked(book, self._second) if each.state == ISSUED]
            assert (voided.state == VOIDED) == bool(instead)
            assert voided.replaced_by == (instead[0].id if instead else None)
            assert len(seen.drafts) <= 2

    def end(self, home: Path) -> object:
        with shop.opened(home) as book:
            return shop.look_through(book)


class Batch:
    """Superbills that wait, issued in one go."""

    name = "batch"

    def begin(self, home: Path) -> None:
        shop.begin(home)
        with shop.opened(home) as book:
            self._waiting = [shop.draft(book) for _ in range(_MANY)]

    def work(self, home: Path, say: Say) -> None:
        def told(issued: Issued) -> bool:
            if issued.done:
                _say_issued(issued, say)
            else:
                say(f"{TROUBLE}{issued.problem}")
            return True

        with shop.opened(home) as book:
            issuing.issue_many(book, shop.desk(), self._waiting, told)

    def look(self, home: Path, said: Sequence[str], kills: int) -> None:
        with shop.opened(home) as book:
            seen = _nothing_lost(book, said, kills)
            assert len(seen.numbers) + len(seen.drafts) == _MANY

    def end(self, home: Path) -> object:
        with shop.opened(home) as book:
            seen = shop.look_through(book)
            return sorted(zip(seen.numbers, seen.sums, strict=True))


class Rentals:
    """All months that are due of some rentals, each a superbill with its months."""

    name = "rentals"

    def begin(self, home: Path) -> None:
        shop.begin(home)
        with shop.opened(home) as book:
            for number in range(_RENTALS):
                going_out = rented.going_out(rented.HOME, f"S{number}")
                rented.begun(book, shop.desk(), rented.patient(book, f"Abernathy {number}"), going_out)

    def work(self, home: Path, say: Say) -> None:
        def heard(came: Came) -> None:
            if came.document is None:
                say(f"{TROUBLE}{came.aside}")
            else:
                say(f"{came.document.number} {came.document.sha256}")

        with shop.opened(home) as book:
            rental_run.run(book, shop.desk(), shop.TODAY, shop.always, heard=heard)

    def look(self, home: Path, said: Sequence[str], kills: int) -> None:
        with shop.opened(home) as book:
            seen = _nothing_lost(book, said, kills)
            assert seen.drafts == ()
            asked = "select count(*), count(distinct document_id), count(distinct unit_id || '/' || month) {rest}"
            settled = book.connection.execute(asked.format(rest="from rental_months")).fetchone()
            assert settled == (len(seen.numbers),) * 3

    def end(self, home: Path) -> object:
        with shop.opened(home) as book:
            assert rental_run.looked_at(book, shop.desk(), shop.TODAY, shop.always) == []
            asked = "select unit_id, month, starts, charge from rental_months order by unit_id, month"
            return sorted(shop.look_through(book).numbers), book.connection.execute(asked).fetchall()


class Saving:
    """A batch saved into a folder, a file for each number, over an earlier one: the one or the other, whole."""

    name = "saving"

    def begin(self, home: Path) -> None:
        for number in range(_MANY):
            files.save(files.folder(home) / f"SB-{number}.pdf", self._page(number, "earlier"))

    def work(self, home: Path, say: Say) -> None:
        folder = BatchFolder(home)
        for number in range(2 * _MANY):
            folder.save(folder.claim(f"SB-{number}"), self._page(number, "later"))
            say(str(number))

    def look(self, home: Path, said: Sequence[str], _kills: int) -> None:
        for number in range(2 * _MANY):
            path = home / f"SB-{number}.pdf"
            whole = [self._page(number, "later")]
            if str(number) not in said:
                whole += [self._page(number, "earlier")] if number < _MANY else [b""]
            assert (path.read_bytes() if path.exists() else b"") in whole

    def end(self, home: Path) -> object:
        return {path.name: path.read_bytes() for path in home.glob("*.pdf")}

    def _page(self, number: int, which: str) -> bytes:
        return f"%PDF {number} {which}".encode() * 4_000


def _issue(book: Book, number: int, say: Say) -> Document:
    return _say_issued(issuing.issue(book, shop.desk(), number), say)


def _say_issued(issued: Issued, say: Say) -> Document:
    assert issued.done, issued.problem or issued.findings
    say(f"{issued.document.number} {issued.document.sha256}")
    return issued.document


def _nothing_lost(book: Book, said: Sequence[str], kills: int) -> shop.Seen:
    """All that was said is there as it was said; a kill can keep one more paper from being told."""
    seen = shop.look_through(book)
    there = {f"{number} {sha256}" for number, sha256 in zip(seen.numbers, seen.sums, strict=True)}
    assert set(said) <= there
    assert len(there) <= len(set(said)) + kills
    return seen
