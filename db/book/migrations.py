"""How the book's schema came to be, step by step. Append only: each step spells its own columns and stays as it is."""

from collections.abc import Callable

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

Step = Callable[[Database], None]

MIGRATIONS = Migrations("book")
STEPS: list[Step] = []


def step(write: Step) -> Step:
    """Appends a step. The version of the schema is written with it or not at all."""
    number = len(STEPS) + 1

    def numbered(database: Database) -> None:
        write(database)
        database.execute(f"PRAGMA user_version = {number}")

    MIGRATIONS(name=write.__name__)(numbered)
    STEPS.append(write)
    return write


def apply(database: Database) -> None:
    """All steps that the book does not have yet, each wholly or not at all."""
    MIGRATIONS.apply(database)


@step
def first_book(database: Database) -> None:
    """The store, who it serves, what it sells, and its papers."""
    address = {"line1": str, "line2": str, "city": str, "state": str, "zip": str}
    database.table("store").create(
        {
            "id": int,
            **dict.fromkeys(("legal_name", "dba", "npi", "ein", "taxonomy", "license", "phone", "email"), str),
            **address,
            **{"medicare_enrolled": int, "tax_rate": str, "language": str, "superbill_prefix": str},
            **{"receipt_prefix": str, "credit_prefix": str, "sample": int, "logo": bytes},
        },
        pk="id",
    )
    _people(database, address)
    database.table("products").create(
        {
            **{"id": int, "maker": str, "model": str, "item": str, "description": str, "ports": int},
            **{"runs_all_day": int, "portable_definition_met": int, "price_new": str, "price_used": str},
            **{"rent": str, "deleted": int, "search": str},
        },
        pk="id",
    )
    _papers(database)
    database.table("drafts").create({"key": str, "form": str, "changed_at": str}, pk="key")
    database.table("mappings").create({"noun": str, "headings": str, "mapping": str}, pk=("noun", "headings"))
    database.table("audit").create({"id": int, "at": str, "what": str, "noun": str, "noun_id": int}, pk="id")


def _people(database: Database, address: dict[str, type]) -> None:
    patients = database.table("patients").create(
        {
            **{"id": int, "first": str, "middle": str, "last": str, "dob": str, "sex": str, "phone": str},
            **{"email": str, **address, "language": str, "note": str, "deleted": int},
            **{"last_key": str, "first_key": str, "phone_key": str, "local_key": str},
        },
        pk="id",
    )
    for columns in (["last_key", "first_key"], ["first_key", "last_key"], ["dob"], ["phone_key"], ["local_key"]):
        patients.create_index([*columns, "deleted"])
    words = database.table("patient_words").create(
        {"word": str, "patient_id": int}, foreign_keys=[("patient_id", "patients", "id")]
    )
    words.create_index(["word", "patient_id"])
    words.create_index(["patient_id"])
    database.table("plans").create(
        {
            **{"id": int, "kind": str, "name": str, "phone": str, **address, "purchase_portable_code": str},
            **{"wants_q": int, "wants_kx": int, "deleted": int, "search": str},
        },
        pk="id",
    )
    coverages = database.table("coverages").create(
        {
            **{"id": int, "patient_id": int, "plan_id": int, "member_id": str, "group": str},
            **{"relationship": str, "insured_name": str, "deleted": int, "member_key": str},
        },
        pk="id",
        foreign_keys=[("patient_id", "patients", "id"), ("plan_id", "plans", "id")],
    )
    coverages.create_index(["patient_id"])
    coverages.create_index(["member_key", "deleted"])
    database.table("doctors").create(
        {
            **{"id": int, "first": str, "last": str, "credentials": str, "npi": str, "phone": str, "fax": str},
            **{"deleted": int, "search": str},
        },
        pk="id",
    )
    orders = database.table("orders").create(
        {
            **{"id": int, "patient_id": int, "doctor_id": int, "order_date": str, "day_lpm": float},
            **{"night_lpm": float, "exertion_lpm": float, "device": str, "hours_per_day": float},
            **{"length_of_need_months": int, "portable": int, "diagnoses": str, "deleted": int},
        },
        pk="id",
        foreign_keys=[("patient_id", "patients", "id"), ("doctor_id", "doctors", "id")],
    )
    orders.create_index(["patient_id"])


def _papers(database: Database) -> None:
    documents = database.table("documents").create(
        {
            **{"id": int, "kind": str, "state": str, "patient_id": int, "coverage_id": int, "order_id": int},
            **{"patient_name": str, "number": str},
            **{"issued_on": str, "total": str, "paid": str, "reasons": str, "replaces": int, "replaced_by": int},
            **{"of": int, "sha256": str, "changed_at": str, "deleted": int, "wire": str, "form": str, "ready": int},
            **{"search": str},
        },
        pk="id",
        foreign_keys=[
            ("patient_id", "patients", "id"),
            ("coverage_id", "coverages", "id"),
            ("order_id", "orders", "id"),
            *((column, "documents", "id") for column in ("replaces", "replaced_by", "of")),
        ],
    )
    documents.create_index(["state", "changed_at"])
    documents.create_index(["patient_id", "changed_at"])
    documents.create_index(["number"], unique=True)
    database.table("series").create({"kind": str, "year": int, "last": int}, pk=("kind", "year"))
    held_by = [("document_id", "documents", "id")]
    database.table("papers").create(
        {"document_id": int, "pdf": bytes, "sha256": str, "wire": str, "edition": str, "issued_at": str},
        pk="document_id",
        foreign_keys=held_by,
    )
    database.table("issued_lines").create(
        {
            **{"document_id": int, "place": int, "code": str, "modifiers": str, "words": str, "units": int},
            **{"charge": str, "edition": str},
        },
        pk=("document_id", "place"),
        foreign_keys=held_by,
    )
    database.table("payments").create(
        {
            **{"document_id": int, "place": int, "on": str, "method": str, "amount": str, "reference": str},
        },
        pk=("document_id", "place"),
        foreign_keys=held_by,
    )
    _forbid_changes(database)


def _forbid_changes(database: Database) -> None:
    """What was issued stays. Of its row only what happened to it later may be added: voided, by which correction."""
    for table in ("papers", "issued_lines", "payments"):
        for change in ("update", "delete"):
            database.execute(
                f"create trigger {table}_no_{change} before {change} on {table} "
                "begin select raise(abort, 'what was issued is never changed'); end"
            )
    kept = (
        *("id", "kind", "patient_id", "coverage_id", "order_id", "patient_name", "number", "issued_on", "total", "paid"),
        *("replaces", "of", "sha256", "deleted", "wire", "form"),
    )
    same = " or ".join(f'old."{column}" is not new."{column}"' for column in kept)
    database.execute(
        f"create trigger documents_no_change before update on documents when old.state in ('issued', 'voided') and ({same} "
        "or new.state not in ('issued', 'voided') or (old.state = 'voided' and new.state = 'issued') "
        "or (old.replaced_by is not null and old.replaced_by is not new.replaced_by)) "
        "begin select raise(abort, 'what was issued is never changed'); end"
    )
    database.execute(
        "create trigger documents_no_delete before delete on documents when old.state in ('issued', 'voided') "
        "begin select raise(abort, 'what was issued is never changed'); end"
    )
