"""The tables of rentals as they were first made. Like every step, it stays as it is."""

from sqlite_utils import Database

from db.book import rental_counts
from db.book.columns import of as _of

# The list of rentals is read in the order of one of these, each with what the list may ask beside it: so a page of it
# touches no other row than those that it shows.
_SORTS = {
    "name": ("last_key", "first_key", "rental_id", "role"),
    "first_name": ("first_key",),
    "phase": ("phase",),
    "month": ("service_month",),
    "next": ("next_on",),
    "cap": ("cap_ends",),
    "useful_life": ("useful_life_ends",),
}
_ASKED = ("unit_id", "phase", "payer_kind", "next_on")


def make(database: Database) -> None:
    """All of it, and what a plan pays for a rental."""
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
    """A unit's month is settled once, by its number and by its first day.

    One whose draft is `dropped` is not settled. Where it was settled anew, the draft cannot be brought back.
    """
    months = database.table("rental_months").create(
        {
            **_of(int, "id rental_id unit_id period month document_id dropped"),
            **_of(str, "starts ends charge why recorded_at"),
        },
        pk="id",
        not_null={"dropped"},
        defaults={"dropped": 0},
        foreign_keys=[
            ("rental_id", "rentals", "id"),
            ("unit_id", "rental_units", "id"),
            ("document_id", "documents", "id"),
        ],
    )
    for name, columns in (("number", "period, month"), ("day", "starts")):
        database.execute(
            f"create unique index rental_months_{name} on rental_months (unit_id, {columns}) where dropped = 0"
        )
    months.create_index(["rental_id"])
    months.create_index(["document_id"])


def _standings(database: Database) -> None:
    """What follows from all the others. `next_change_on` is the day from which it is not true any more."""
    rentals = database.table("rental_standings").create(
        _of(int, "rental_id") | _of(str, "looked_on next_change_on problem version"),
        pk="rental_id",
        foreign_keys=[("rental_id", "rentals", "id")],
    )
    for column in ("next_change_on", "looked_on", "version"):
        rentals.create_index([column])
    units = database.table("unit_standings").create(
        {
            **_of(int, "unit_id rental_id period month service_month months_paid cap"),
            **_of(str, "role code phase month_from month_to next_bill_on cap_ends contents_from maintenance_next"),
            **_of(str, "useful_life_ends next_on next_what last_key first_key payer_kind"),
            "hidden": int,
        },
        pk="unit_id",
        foreign_keys=[("unit_id", "rental_units", "id"), ("rental_id", "rentals", "id")],
    )
    units.create_index(["rental_id"])
    for sort, columns in _SORTS.items():
        database.execute(
            f"create index standings_by_{sort} on unit_standings ({', '.join((*columns, *_ASKED))}) where hidden = 0"
        )
    due = database.table("rental_due").create(
        _of(int, "id rental_id unit_id") | _of(str, "what on until words shows_on done_at"),
        pk="id",
        foreign_keys=[("rental_id", "rentals", "id")],
    )
    due.create_index(["rental_id", "unit_id", "what", "on"], unique=True)
    database.execute("create index due_open on rental_due (what, shows_on) where done_at is null")
    rental_counts.make(database)


def _what_makes_a_standing_old(database: Database) -> None:
    """Whatever a standing rests on and is changed elsewhere makes it old, whoever changes it."""
    stale = "update rental_standings set next_change_on = '' where rental_id in"
    database.execute(
        "create trigger documents_of_rentals after update of state, deleted on documents "  # noqa: S608 -- own names
        "begin update rental_months set dropped = new.deleted where document_id = new.id; "
        f"{stale} (select rental_id from rental_months where document_id = new.id); end"
    )
    moved = "update rental_months set document_id = new.replaced_by where document_id = new.id"
    database.execute(  # what a correction replaces has the same months
        "create trigger corrections_of_rentals after update of replaced_by on documents "
        f"when new.replaced_by is not null begin {moved}; end"
    )
    _what_a_list_asks_of_others(database)
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


def _what_a_list_asks_of_others(database: Database) -> None:
    """A patient's name, who pays, and whether the rental is still listed stand beside where it stands."""
    database.execute(
        "create trigger patients_of_standings after update of last_key, first_key, deleted on patients begin "
        "update unit_standings set last_key = new.last_key, first_key = new.first_key, hidden = new.deleted or "
        "(select deleted from rentals where rentals.id = unit_standings.rental_id) "
        "where rental_id in (select id from rentals where patient_id = new.id); end"
    )
    database.execute(
        "create trigger rentals_of_standings after update of payer_kind, deleted on rentals begin "
        "update unit_standings set payer_kind = new.payer_kind, hidden = new.deleted or "
        "(select deleted from patients where patients.id = new.patient_id) where rental_id = new.id; end"
    )
