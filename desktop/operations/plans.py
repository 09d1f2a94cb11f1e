"""The plans that patients have."""

from db.book import listed
from db.book.rows import Plan
from desktop.operations.listing import Listing


def _found_by(plan: Plan) -> tuple[str | None, ...]:
    return (plan.name, plan.kind)


_PLANS = Listing(listed.PLANS, _found_by)

read, find, save = _PLANS.read, _PLANS.find, _PLANS.save
delete, undo_delete = _PLANS.delete, _PLANS.undo_delete
