"""How the papers of a store are numbered: a beginning for each kind, the year, and a running number without gaps."""

from db.book.rows import Store
from desktop.operations.documents import CREDIT, RECEIPT, SUPERBILL

_RUNNING_DIGITS = 6


def number_of(store: Store, kind: str, year: int, running: int) -> str:
    """`SB-2026-000417`: the store's beginning for the kind, the year, the running number."""
    prefix = {SUPERBILL: store.superbill_prefix, RECEIPT: store.receipt_prefix, CREDIT: store.credit_prefix}[kind]
    return f"{prefix}-{year}-{running:0{_RUNNING_DIGITS}}"
