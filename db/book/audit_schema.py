"""The audit as it was made in the fifth schema. Like every step, it stays as it is; a later step that adds a column
drops the triggers of its table and makes them again with `record`.

Entries are written through the view `audit`: its trigger numbers and links them. What is done to the tables of
RECORDED is told to it by triggers, in the transaction of the change, so no operation can forget it.
"""

# ruff: noqa: S608 -- names of tables and columns are the book's own

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from db.book.audit_link import FIRST, Told, digest, moment
from db.book.columns import of as _of

_TOLD = ["at", "user_id", "user_name", "door", "what", "noun", "noun_id", "patient_id", "details"]
_ADDRESS = "line1 line2 city state zip"
_RENTAL = "(select patient_id from rentals where id = {row}.rental_id)"
_DONE = (
    "case when old.deleted = 0 and new.deleted = 1 then 'deleted' "
    "when old.deleted = 1 and new.deleted = 0 then 'brought back' else 'changed' end"
)
_STATE = (
    "case when old.state is not new.state then case new.state when 'waiting' then 'waits' else new.state end "
    f"when old.ready is not new.ready then iif(new.ready, 'is ready', 'waits') else {_DONE} end"
)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A table whose changes the audit tells field by field: `columns`, and those that are left out.

    `noun` and `patient` (whose row it is) are asked of a {row}. `only` are the columns that make an entry where not all
    do; `whole` a change that is told with all fields. Where it is not `made`, rows come and go by themselves, and
    `beside` says which fields tell what a changed one is.
    """

    table: str
    noun: str
    columns: str
    left_out: str = ""
    patient: str = "null"
    done: str = "'changed'"
    made: str | None = "made"
    only: str = ""
    whole: str = ""
    beside: str = ""


RECORDED = (
    Recorded(
        "store",
        "'store'",
        f"legal_name dba npi ein taxonomy license phone email {_ADDRESS} medicare_enrolled tax_rate language "
        "superbill_prefix receipt_prefix credit_prefix logo",
        "id sample",
    ),
    Recorded(
        "patients",
        "'patient'",
        f"first middle last dob sex phone email {_ADDRESS} language note deleted",
        "id last_key first_key phone_key local_key",
        "{row}.id",
        _DONE,
    ),
    Recorded(
        "plans",
        "'plan'",
        f"kind name phone {_ADDRESS} purchase_portable_code wants_q wants_kx cap_months caps_at_price reset_gap_days "
        "converts_to_ownership deleted",
        "id search",
        done=_DONE,
    ),
    Recorded("doctors", "'doctor'", "first last credentials npi phone fax deleted", "id search", done=_DONE),
    Recorded(
        "products",
        "'product'",
        "maker model item description ports runs_all_day portable_definition_met price_new price_used rent deleted",
        "id search",
        done=_DONE,
    ),
    Recorded(
        "coverages",
        "'coverage'",
        "patient_id plan_id member_id group relationship insured_name deleted",
        "id member_key",
        "{row}.patient_id",
        _DONE,
    ),
    Recorded(
        "orders",
        "'order'",
        "patient_id doctor_id order_date device day_lpm night_lpm exertion_lpm hours_per_day length_of_need_months "
        "portable diagnoses deleted",
        "id",
        "{row}.patient_id",
        _DONE,
    ),
    Recorded(
        "documents",
        "{row}.kind",
        "patient_id coverage_id order_id patient_name number issued_on total paid replaces replaced_by of ready state "
        "sha256 paid_later credited deleted",
        "id kind reasons changed_at search",
        "{row}.patient_id",
        _STATE,
        only="state deleted ready replaced_by paid_later credited",
        whole="new.state = 'issued' and old.state is not 'issued'",
    ),
    Recorded(
        "later_payments",
        "'payment'",
        "document_id on method amount reference receipt_id deleted",
        "id taken_at",
        "(select patient_id from documents where id = {row}.document_id)",
        _DONE,
        made="paid",
    ),
    Recorded(
        "rentals",
        "'rental'",
        "patient_id coverage_id order_id coverage_group cap_months caps_at_price reset_gap_days converts_to_ownership "
        "by_superbill number note order_ends payer_kind bills_from pays_by deleted",
        "id number_key",
        "{row}.patient_id",
        _DONE,
    ),
    Recorded(
        "rental_units",
        "'rented unit'",
        "rental_id role code piece_id first_service months_paid_before paid_before useful_life_from "
        "warranty_labour_ends high_flow charge purchase_price deleted",
        "id",
        _RENTAL,
        _DONE,
    ),
    Recorded(
        "pieces",
        "'piece of equipment'",
        "product_id patient_id unit_id maker model serial state place note deleted",
        "id serial_key search",
        "{row}.patient_id",
        _DONE,
    ),
    Recorded(
        "rental_events",
        "'rental event'",
        "rental_id unit_id on what why code reason new_order new_test out_of_area piece_id order_ends words deleted",
        "id recorded_at",
        _RENTAL,
        _DONE,
    ),
    Recorded(
        "rental_papers",
        "'rental paper'",
        "rental_id kind state on until note attachment_id deleted",
        "id",
        _RENTAL,
        _DONE,
    ),
    Recorded("attachments", "'attachment'", "sha256 kind size", "id data"),  # the checksum stands for the bytes
    Recorded(
        "rental_months",
        "'rental month'",
        "rental_id unit_id period month starts ends charge document_id why dropped",
        "id recorded_at",
        _RENTAL,
        made="settled",
    ),
    Recorded(
        "rental_due",
        "'due entry'",
        "shows_on done_at",
        "id rental_id unit_id until words",
        _RENTAL,
        "case when new.shows_on is not old.shows_on then 'put off' when new.done_at is null then 'to do again' "
        "else 'done' end",
        made=None,
        beside="what on",
    ),
    Recorded("users", "'user'", "name role deleted", "id created_at last_sign_in", done=_DONE),
    # the recovery code's two moments are told by entries of their own
    Recorded("protection", "'protection'", "lock_minutes", "id recovery_made_at recovery_proved_at"),
)

# What the audit does not tell row by row, and why.
NOT_RECORDED = {
    "contents": "what is being typed; what was issued of it stays for ever as it is",
    "papers": "what was issued stays for ever as it is, and the entry of its issue has its checksum",
    "issued_lines": "what was issued stays for ever as it is",
    "payments": "what was issued stays for ever as it is, and the entry of its issue has their sum",
    "series": "running numbers; each stands in the entry of its issue",
    "drafts": "what is being typed",
    "mappings": "which column of another program's table held what",
    "patient_words": "by which words a patient is found",
    "rental_events_before": "how an event was before; its entries tell it, too",
    "rental_standings": "what follows from the others",
    "unit_standings": "what follows from the others",
    "due_counts": "what follows from the others",
    "standing_counts": "what follows from the others",
    "audit_chain": "the audit itself",
    "audit_head": "the audit itself",
}


def make(database: Database) -> None:
    """The chain, with what was told before as its first entries; then whatever tells it more."""
    before = database.execute("select at, what, noun, noun_id from audit order by id").fetchall()
    whose = _whose(database, sorted({(noun, number) for _at, _what, noun, number in before}))
    database.execute("drop table audit")
    chain = database.table("audit_chain").create(
        {
            **_of(int, "id user_id noun_id patient_id"),
            **_of(str, "at user_name door what noun details"),
            **_of(bytes, "previous hash"),
        },
        pk="id",
        column_order=["id", *_TOLD, "previous", "hash"],
    )
    chain.create_index(["noun", "noun_id"])
    database.execute("create index audit_of_patient on audit_chain (patient_id) where patient_id is not null")
    database.execute("create table audit_head (id integer primary key check (id = 1), count integer, last blob)")
    previous = FIRST
    for number, (at, what, noun, noun_id) in enumerate(before, start=1):
        told = Told(number, _in_utc(at), None, None, None, what, noun, noun_id, whose.get((noun, noun_id)), None)
        own = digest(told, previous)
        database.execute(f"insert into audit_chain values ({', '.join('?' * 12)})", [*told, previous, own])
        previous = own
    database.execute("insert into audit_head values (1, ?, ?)", [len(before), previous])
    _chained(database)
    for recorded in RECORDED:
        record(database, recorded)


def record(database: Database, recorded: Recorded) -> None:
    """The triggers that tell the changes of a table."""
    if recorded.made is not None:
        _trigger(database, recorded, "made", "insert", f"'{recorded.made}'", _fields(recorded, "null", "new"))
        _trigger(database, recorded, "gone", "delete", "'deleted'", _fields(recorded, "old", "null"))
    alike = " or ".join(f'old."{name}" is not new."{name}"' for name in (recorded.only or recorded.columns).split())
    if recorded.whole:
        every = _fields(recorded, "null", "new")
        _trigger(database, recorded, "whole", "update", recorded.done, every, f"({alike}) and ({recorded.whole})")
        alike = f"({alike}) and not ({recorded.whole})"
    _trigger(database, recorded, "changed", "update", recorded.done, _fields(recorded, "old", "new"), alike)


def _trigger(  # noqa: PLR0913, PLR0917 -- what a trigger is of, each once
    database: Database, recorded: Recorded, name: str, change: str, what: str, fields: str, when: str = "true"
) -> None:
    row = "old" if change == "delete" else "new"
    patient = recorded.patient.format(row=row)
    if change == "update" and recorded.patient == "{row}.patient_id":  # what came back was with somebody
        patient = "coalesce(new.patient_id, old.patient_id)"
    database.execute(
        f"create trigger audit_{recorded.table}_{name} after {change} on {recorded.table} when {when} begin "
        "insert into audit (at, what, noun, noun_id, patient_id, details) values "
        f"(audit_now(), {what}, {recorded.noun.format(row=row)}, {row}.id, {patient}, audit_changed({fields})); end"
    )


def _fields(recorded: Recorded, before: str, after: str) -> str:
    """Each field's name, value before and value after."""
    names = recorded.columns.split()
    if "null" in (before, after):  # a row that comes is never deleted
        names = [name for name in names if name != "deleted"]
    told = [f"'{name}', {_cell(before, name)}, {_cell(after, name)}" for name in names]
    beside = [f"""'{name}', null, new."{name}\"""" for name in recorded.beside.split()]
    return ", ".join((*beside, *told))


def _cell(row: str, name: str) -> str:
    return row if row == "null" else f'{row}."{name}"'


def _chained(database: Database) -> None:
    """What is told to the view `audit` becomes the next link; nothing else can be written, and nothing changed."""
    hand = "audit_user_id(), audit_user_name(), audit_door()"
    told = f"new.at, {hand}, new.what, new.noun, new.noun_id, new.patient_id, new.details"
    database.execute(f"create view audit as select id, {', '.join(_TOLD)} from audit_chain")
    database.execute(
        "create trigger audit_next instead of insert on audit begin "
        f"insert into audit_chain select count + 1, {told}, last, audit_hash(count + 1, {told}, last) from audit_head; "
        "update audit_head set count = count + 1, last = (select hash from audit_chain where id = count + 1); end"
    )
    refuse = "begin select raise(abort, 'what happened stays as it was told'); end"
    for table in ("audit_chain", "audit_head"):
        database.execute(f"create trigger {table}_no_delete before delete on {table} {refuse}")
    database.execute(f"create trigger audit_chain_no_update before update on audit_chain {refuse}")
    follows = "(select 1 from audit_head where new.id = count + 1 and new.previous = last)"
    database.execute(
        f"create trigger audit_chain_no_insert before insert on audit_chain when not exists {follows} {refuse}"
    )
    last = "(select hash from audit_chain where id = new.count)"
    database.execute(
        f"create trigger audit_head_no_update before update on audit_head "
        f"when new.count is not old.count + 1 or new.last is not {last} {refuse}"
    )
    database.execute(f"create trigger audit_head_no_insert before insert on audit_head {refuse}")


def _in_utc(at: str | None) -> str | None:
    return moment(datetime.fromisoformat(at)) if at else at


def _whose(database: Database, told: list[tuple[str, int]]) -> dict[tuple[str, int], int]:
    """The patients of what earlier entries tell of, as far as that cannot have changed since."""
    asked = {
        recorded.noun.strip(
            "'"
        ): f"select {recorded.patient.format(row=recorded.table)} from {recorded.table} where id = ?"
        for recorded in RECORDED
        if recorded.patient != "null" and recorded.table != "pieces"
    }
    asked |= dict.fromkeys(("superbill", "receipt", "credit"), "select patient_id from documents where id = ?")
    found = {}
    for noun, number in told:
        for (patient,) in database.execute(asked[noun], [number]).fetchall() if noun in asked else ():
            found[noun, number] = patient
    return {key: patient for key, patient in found.items() if patient is not None}
