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


def _of(kind: type, names: str) -> dict[str, type]:
    """Columns of a kind, by their names."""
    return dict.fromkeys(names.split(), kind)


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
def rentals(database: Database) -> None:
    """What is rented, to whom, what happened since; where it stands and what is to do, kept so that lists are quick."""
    plans = database.table("plans")
    for column, kind in (("cap_months", int), ("reset_gap_days", int), ("converts_to_ownership", int)):
        plans.add_column(column, kind)
    plans.add_column("caps_at_price", int, not_null_default=0)
    _rentals(database)
    _pieces(database)
    _what_happened(database)
    _rental_papers(database)
    _settled_months(database)
    _standings(database)
    _what_makes_a_standing_old(database)


def _rentals(database: Database) -> None:
    rentals = database.table("rentals").create(
        {
            **_of(int, "id patient_id coverage_id order_id coverage_group cap_months caps_at_price reset_gap_days"),
            **_of(int, "converts_to_ownership by_superbill deleted"),
            **_of(str, "number note order_ends payer_kind bills_from pays_by number_key"),
        },
        pk="id",
        foreign_keys=[
            ("patient_id", "patients", "id"),
            ("coverage_id", "coverages", "id"),
            ("order_id", "orders", "id"),
        ],
    )
    rentals.create_index(["patient_id"])
    rentals.create_index(["coverage_id"])
    rentals.create_index(["number_key"])
    units = database.table("rental_units").create(
        {
            **_of(int, "id rental_id piece_id months_paid_before high_flow deleted"),
            **_of(str, "role code first_service paid_before useful_life_from warranty_labour_ends"),
            **_of(str, "charge purchase_price"),
        },
        pk="id",
        foreign_keys=[("rental_id", "rentals", "id")],
    )
    units.create_index(["rental_id"])


def _pieces(database: Database) -> None:
    """A serial number stands in one row, and a row names one patient and one unit: it cannot be with two."""
    pieces = database.table("pieces").create(
        {
            **_of(int, "id product_id patient_id unit_id deleted"),
            **_of(str, "maker model serial state place note serial_key search"),
        },
        pk="id",
        foreign_keys=[
            ("product_id", "products", "id"),
            ("patient_id", "patients", "id"),
            ("unit_id", "rental_units", "id"),
        ],
    )
    pieces.create_index(["unit_id"])
    pieces.create_index(["patient_id"])
    database.execute("create unique index pieces_serial on pieces (serial_key) where serial_key <> '' and deleted = 0")
    refuse = "begin select raise(abort, 'this serial is with another patient'); end"
    database.execute(
        "create trigger pieces_with_one before update of unit_id on pieces "
        f"when old.unit_id is not null and new.unit_id is not null and old.unit_id <> new.unit_id {refuse}"
    )


def _what_happened(database: Database) -> None:
    events = database.table("rental_events").create(
        {
            **_of(int, "id rental_id unit_id new_order new_test out_of_area piece_id deleted"),
            **_of(str, "on what why code reason order_ends words recorded_at"),
        },
        pk="id",
        foreign_keys=[
            ("rental_id", "rentals", "id"),
            ("unit_id", "rental_units", "id"),
            ("piece_id", "pieces", "id"),
        ],
    )
    events.create_index(["rental_id"])
    before = database.table("rental_events_before").create(
        {"id": int, "event_id": int, "changed_at": str, "event": str},
        pk="id",
        foreign_keys=[("event_id", "rental_events", "id")],
    )
    before.create_index(["event_id"])


def _rental_papers(database: Database) -> None:
    attachments = database.table("attachments").create(
        {"id": int, "sha256": str, "kind": str, "size": int, "data": bytes}, pk="id"
    )
    attachments.create_index(["sha256"], unique=True)
    papers = database.table("rental_papers").create(
        {**_of(int, "id rental_id attachment_id deleted"), **_of(str, "kind state on until note")},
        pk="id",
        foreign_keys=[("rental_id", "rentals", "id"), ("attachment_id", "attachments", "id")],
    )
    papers.create_index(["rental_id"])
    papers.create_index(["attachment_id"])


def _settled_months(database: Database) -> None:
    """A unit's month is settled once, by its number and by its first day."""
    months = database.table("rental_months").create(
        {
            **_of(int, "id rental_id unit_id period month document_id"),
            **_of(str, "starts ends charge why recorded_at"),
        },
        pk="id",
        foreign_keys=[
            ("rental_id", "rentals", "id"),
            ("unit_id", "rental_units", "id"),
            ("document_id", "documents", "id"),
        ],
    )
    months.create_index(["unit_id", "period", "month"], unique=True)
    months.create_index(["unit_id", "starts"], unique=True)
    months.create_index(["rental_id"])
    months.create_index(["document_id"])


def _standings(database: Database) -> None:
    """What follows from all the others. `next_change_on` is the day from which it is not true any more."""
    rentals = database.table("rental_standings").create(
        _of(int, "rental_id") | _of(str, "looked_on next_change_on problem"),
        pk="rental_id",
        foreign_keys=[("rental_id", "rentals", "id")],
    )
    rentals.create_index(["next_change_on"])
    rentals.create_index(["looked_on"])
    database.table("rental_rules").create({"id": int, "version": str}, pk="id")
    units = database.table("unit_standings").create(
        {
            **_of(int, "unit_id rental_id period month service_month months_paid cap"),
            **_of(str, "role code phase month_from month_to next_bill_on cap_ends contents_from maintenance_next"),
            **_of(str, "useful_life_ends next_on next_what"),
        },
        pk="unit_id",
        foreign_keys=[("unit_id", "rental_units", "id"), ("rental_id", "rentals", "id")],
    )
    units.create_index(["rental_id"])
    for column in ("phase", "service_month", "next_on", "cap_ends", "useful_life_ends"):
        units.create_index([column])
    due = database.table("rental_due").create(
        _of(int, "id rental_id unit_id") | _of(str, "what on until words shows_on done_at"),
        pk="id",
        foreign_keys=[("rental_id", "rentals", "id")],
    )
    due.create_index(["rental_id", "unit_id", "what", "on"], unique=True)
    database.execute("create index due_open on rental_due (shows_on, what) where done_at is null")


def _what_makes_a_standing_old(database: Database) -> None:
    """Whatever a standing rests on and is changed elsewhere makes it old, whoever changes it."""
    stale = "update rental_standings set next_change_on = '' where rental_id in"
    database.execute(
        "create trigger documents_of_rentals after update of state, deleted on documents "  # noqa: S608 -- own names
        f"begin {stale} (select rental_id from rental_months where document_id = new.id); end"
    )
    database.execute(  # what a correction replaces has the same months
        "create trigger corrections_of_rentals after insert on documents when new.replaces is not null "
        "begin update rental_months set document_id = new.id where document_id = new.replaces; end"
    )
    database.execute(
        "create trigger patients_of_rentals after update of deleted on patients "  # noqa: S608 -- own names
        f"begin {stale} (select id from rentals where patient_id = new.id); end"
    )
    terms = {"kind": "payer_kind"} | {
        name: name for name in ("cap_months", "caps_at_price", "reset_gap_days", "converts_to_ownership")
    }
    given = ", ".join(f"{own} = new.{name}" for name, own in terms.items())
    alike = " and ".join(f"{own} is old.{name}" for name, own in terms.items())
    whose = f"coverage_id in (select id from coverages where plan_id = new.id) and {alike}"  # noqa: S608 -- own names
    database.execute(
        f"create trigger plans_of_rentals after update of {', '.join(terms)} on plans "  # noqa: S608 -- own names
        f"when {' or '.join(f'old.{name} is not new.{name}' for name in terms)} "
        f"begin {stale} (select id from rentals where {whose}); "
        f"update rentals set {given} where {whose}; end"
    )
