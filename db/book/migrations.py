"""How the book's schema came to be, step by step. Append only: each step spells its own columns and stays as it is."""

from collections.abc import Callable

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from db.book import audit_schema, rental_schema
from db.book.columns import of as _of

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


_ADDRESS = "line1 line2 city state zip"


@step
def first_book(database: Database) -> None:
    """The store, who it serves, what it sells, and its papers."""
    database.table("store").create(
        {
            **_of(int, "id medicare_enrolled sample"),
            **_of(str, f"legal_name dba npi ein taxonomy license phone email {_ADDRESS} tax_rate language"),
            **_of(str, "superbill_prefix receipt_prefix credit_prefix"),
            "logo": bytes,
        },
        pk="id",
    )
    _people(database)
    _plans_and_doctors(database)
    _belonging(database)
    database.table("products").create(
        {
            **_of(int, "id ports runs_all_day portable_definition_met deleted"),
            **_of(str, "maker model item description price_new price_used rent search"),
        },
        pk="id",
    )
    _documents(database)
    _papers(database)
    _forbid_changes(database)
    database.table("drafts").create(_of(str, "key form changed_at"), pk="key")
    database.table("mappings").create(_of(str, "noun headings mapping"), pk=("noun", "headings"))
    database.table("audit").create(_of(int, "id noun_id") | _of(str, "at what noun"), pk="id")


def _people(database: Database) -> None:
    patients = database.table("patients").create(
        {
            **_of(int, "id deleted"),
            **_of(str, f"first middle last dob sex phone email {_ADDRESS} language note"),
            **_of(str, "last_key first_key phone_key local_key"),
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


def _plans_and_doctors(database: Database) -> None:
    database.table("plans").create(
        {
            **_of(int, "id wants_q wants_kx deleted"),
            **_of(str, f"kind name phone {_ADDRESS} purchase_portable_code search"),
        },
        pk="id",
    )
    database.table("doctors").create(
        _of(int, "id deleted") | _of(str, "first last credentials npi phone fax search"), pk="id"
    )


def _belonging(database: Database) -> None:
    coverages = database.table("coverages").create(
        {
            **_of(int, "id patient_id plan_id deleted"),
            **_of(str, "member_id group relationship insured_name member_key"),
        },
        pk="id",
        foreign_keys=[("patient_id", "patients", "id"), ("plan_id", "plans", "id")],
    )
    coverages.create_index(["patient_id"])
    coverages.create_index(["member_key", "deleted"])
    orders = database.table("orders").create(
        {
            **_of(int, "id patient_id doctor_id length_of_need_months portable deleted"),
            **_of(str, "order_date device diagnoses"),
            **_of(float, "day_lpm night_lpm exertion_lpm hours_per_day"),
        },
        pk="id",
        foreign_keys=[("patient_id", "patients", "id"), ("doctor_id", "doctors", "id")],
    )
    orders.create_index(["patient_id"])


def _documents(database: Database) -> None:
    documents = database.table("documents").create(
        {
            **_of(int, "id patient_id coverage_id order_id replaces replaced_by of ready deleted"),
            **_of(str, "kind state patient_name number issued_on total paid reasons sha256 changed_at search"),
        },
        pk="id",
        foreign_keys=[
            ("patient_id", "patients", "id"),
            ("coverage_id", "coverages", "id"),
            ("order_id", "orders", "id"),
            *((column, "documents", "id") for column in ("replaces", "replaced_by", "of")),
        ],
    )
    documents.create_index(["changed_at"])
    documents.create_index(["state", "changed_at"])
    documents.create_index(["patient_id", "changed_at"])
    documents.create_index(["of"])
    documents.create_index(["replaces"])
    documents.create_index(["number"], unique=True)
    # apart, so that a list of documents reads no contents
    database.table("contents").create(
        {"document_id": int, "wire": str, "form": str},
        pk="document_id",
        foreign_keys=[("document_id", "documents", "id")],
    )
    database.table("series").create({"kind": str, "year": int, "last": int}, pk=("kind", "year"))


def _papers(database: Database) -> None:
    """What an issue keeps."""
    held_by = [("document_id", "documents", "id")]
    database.table("papers").create(
        {"document_id": int, "pdf": bytes, **_of(str, "sha256 edition issued_at")},
        pk="document_id",
        foreign_keys=held_by,
    )
    database.table("issued_lines").create(
        _of(int, "document_id place units") | _of(str, "code modifiers words charge edition"),
        pk=("document_id", "place"),
        foreign_keys=held_by,
    )
    database.table("payments").create(
        _of(int, "document_id place") | _of(str, "on method amount reference"),
        pk=("document_id", "place"),
        foreign_keys=held_by,
    )


def _forbid_changes(database: Database) -> None:
    """What was issued stays. Of its row only what happened to it later may be added: voided, by which correction."""
    refuse = "begin select raise(abort, 'what was issued is never changed'); end"
    for table in ("contents", "papers", "issued_lines", "payments"):
        for change, row in (("insert", "new"), ("update", "old"), ("delete", "old")):
            issued = f"(select state from documents where id = {row}.document_id) in ('issued', 'voided')"  # noqa: S608 -- own names
            database.execute(f"create trigger {table}_no_{change} before {change} on {table} when {issued} {refuse}")
    kept = "id kind patient_id coverage_id order_id patient_name number issued_on total paid replaces of sha256 deleted"
    same = " or ".join(f'old."{column}" is not new."{column}"' for column in kept.split())
    later = (
        "new.state not in ('issued', 'voided') or (old.state = 'voided' and new.state = 'issued') "
        "or (old.replaced_by is not null and old.replaced_by is not new.replaced_by)"
    )
    issued = "when old.state in ('issued', 'voided')"
    database.execute(
        f"create trigger documents_no_update before update on documents {issued} and ({same} or {later}) {refuse}"
    )
    database.execute(f"create trigger documents_no_delete before delete on documents {issued} {refuse}")


@step
def payments_after_the_issue(database: Database) -> None:
    """What is paid after the issue stands beside the paper; once it has its receipt, it stays as it is, too."""
    for column in ("paid_later", "credited"):
        database.execute(f"alter table documents add column {column} text not null default '0.00'")
    later = database.table("later_payments").create(
        {
            **_of(int, "id document_id receipt_id deleted"),
            **_of(str, "on method amount reference taken_at"),
        },
        pk="id",
        foreign_keys=[("document_id", "documents", "id"), ("receipt_id", "documents", "id")],
    )
    later.create_index(["document_id"])
    refuse = "begin select raise(abort, 'what has its receipt is never changed'); end"
    for change in ("update", "delete"):
        database.execute(
            f"create trigger later_payments_no_{change} before {change} on later_payments "
            f"when old.receipt_id is not null {refuse}"
        )


@step
def rentals(database: Database) -> None:
    """What is rented, to whom, what happened since; where it stands and what is to do, kept so that lists are quick."""
    rental_schema.make(database)


@step
def users(database: Database) -> None:
    """Who may sign in, and how the store is locked. How each opens the book lies in the slots beside it."""
    database.table("users").create(
        _of(int, "id deleted") | _of(str, "name role created_at last_sign_in"),
        pk="id",
    )
    database.table("protection").create(
        _of(int, "id lock_minutes") | _of(str, "recovery_made_at recovery_proved_at"), pk="id"
    )


@step
def audit_chain(database: Database) -> None:
    """What happened, each entry linked to the one before; what was told until now comes first."""
    audit_schema.make(database)
