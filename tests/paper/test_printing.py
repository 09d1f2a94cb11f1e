"""What the superbill says, before it is placed on paper."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop.core.money import ZERO
from desktop.core.printed import Printed
from desktop.core.printing import complete
from desktop.core.superbill import Address, Narrative, OxygenOrder, Payer, Payment, Superbill
from desktop.core.version import VERSION
from desktop.operations.paper_look import paper_words
from tests.paper import samples

K0738_WORDS = (
    "Portable gaseous oxygen system; home compressor used to fill portable oxygen cylinders, rental, month\xa02"
)


def printed(superbill: Superbill, *, draft: bool = False) -> Printed:
    return complete(superbill, samples.SmallCatalogue(), paper_words(), draft=draft)


def spanish(superbill: Superbill) -> Printed:
    return printed(replace(superbill, language="es"))


def title(*modifiers: str, code: str = "E1392", month: int | None = None) -> str:
    line = replace(samples.line(code), modifiers=modifiers, rental_month=month)
    return printed(replace(samples.one_line(), lines=(line,))).lines[0].title


@pytest.mark.parametrize(
    ("code", "modifiers", "month", "expected"),
    [
        ("E1392", ("NU",), None, "Portable oxygen concentrator, purchased new"),
        ("E1392", ("UE",), None, "Portable oxygen concentrator, purchased used"),
        ("E1392", ("RR",), 3, "Portable oxygen concentrator, rental, month\xa03"),
        ("E1390", ("RR", "QG", "N1"), None, "Oxygen concentrator, single delivery port, rental"),
        ("E1390", ("NU",), None, "Oxygen concentrator, single delivery port, purchased new"),
        ("E0431", ("RR",), None, "Portable gaseous oxygen system, rental"),
        ("E0431", ("NU",), None, "Portable gaseous 02, purchased new"),
        ("E0430", ("RR",), None, "Oxygen system gas portable, rental"),
        ("E0430", ("NU",), None, "Portable gaseous oxygen system, purchased new"),
        (
            "K0738",
            ("RR",),
            2,
            K0738_WORDS,
        ),
        ("K0738", ("UE",), None, "Portable gas oxygen system, purchased used"),
        ("E1390", ("MS",), None, "Oxygen concentrator, single delivery port, six-month maintenance and service"),
        ("E1392", ("RR", "RA"), 1, "Portable oxygen concentrator, rental, replacement, month\xa01"),
        ("A4616", (), None, "Tubing (oxygen), per foot"),
        ("K9999", ("NU",), None, "Purchased new"),
        ("K9999", (), None, ""),
        ("X0000", (), None, ""),
    ],
)
def test_a_line_reads_as_its_code_and_what_was_done(
    code: str, modifiers: tuple[str, ...], month: int | None, expected: str
) -> None:
    assert title(*modifiers, code=code, month=month) == expected


@pytest.mark.parametrize("modifier", ["NU", "UE"])
@pytest.mark.parametrize("code", ["E1392", "E0431"])
def test_a_sold_item_is_nowhere_called_a_rental(code: str, modifier: str) -> None:
    line = replace(samples.line(code), modifiers=(modifier,))
    assert "rental" not in repr(printed(replace(samples.one_line(), lines=(line,)))).lower()


def test_official_words_that_are_too_long_give_way_to_the_short_ones() -> None:
    words = replace(paper_words(), left_out=(), longest=len("Tubing (oxygen), per foot") - 1)
    short = complete(
        replace(samples.one_line(), lines=(samples.line("A4616"),)), samples.SmallCatalogue(), words, draft=False
    )
    assert short.lines[0].title == "Tubing (oxygen) per foot, purchased new"


def test_every_amount_is_ready() -> None:
    amounts = {amount.label.text: amount.amount for amount in printed(samples.with_other_charges()).amounts}
    assert amounts == {
        "Charges for the plan": "320.00",
        "Other charges": "54.90",
        "Tax": "3.29",
        "Total": "378.19",
        "Paid": "378.19",
        "Balance": "0.00",
    }


def test_other_charges_stand_under_a_heading_of_their_own() -> None:
    others = printed(samples.with_other_charges()).other_charges
    assert others is not None
    assert others.label.text == "OTHER CHARGES (NOT FOR THE PLAN)"
    assert others.rows[-1] == ("Discount for cash", "-10.00")
    assert printed(samples.one_line()).other_charges is None


@pytest.mark.parametrize(("paid", "said"), [("2494.99", False), ("2495.00", True), ("2495.01", True)])
def test_paid_in_full_is_said_when_it_is(paid: str, *, said: bool) -> None:
    superbill = replace(samples.one_line(), payments=(Payment(samples.DAY, "card", Decimal(paid), None),))
    assert bool(printed(superbill).head.marks) is said


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "CORRECTED COPY, replaces SB-2026-000416"), ("es", "COPIA CORREGIDA, reemplaza SB-2026-000416")],
)
def test_a_corrected_copy_names_what_it_replaces(language: str, said: str) -> None:
    superbill = replace(samples.one_line(), language=language)
    page = complete(superbill, samples.SmallCatalogue(), paper_words(), draft=False, replaces="SB-2026-000416")
    assert page.head.marks[-1].text == said
    plain = complete(superbill, samples.SmallCatalogue(), paper_words(), draft=False)
    assert replace(page, head=replace(page.head, marks=page.head.marks[:-1])) == plain


def test_nothing_to_pay_is_not_paid_in_full() -> None:
    free = replace(samples.one_line(), lines=(samples.line(charge="0.00"),), payments=())
    assert printed(free).head.marks == ()


def test_a_unit_charge_is_said_only_in_whole_cents() -> None:
    exact = replace(samples.line("A4616", charge="30.00"), units=25)
    odd = replace(exact, charge=Decimal("10.00"), units=3)
    rows = printed(replace(samples.one_line(), lines=(exact, odd, samples.line()))).lines
    product = "CAIRE FreeStyle Comfort · serial FSC-2291-0047"
    assert [row.details for row in rows] == [(f"{product} · 1.20 each",), (product,), (product,)]


def test_a_month_of_rental_has_two_days_and_its_purchase_price() -> None:
    row = printed(replace(samples.one_line(), lines=(samples.rental(),))).lines[0]
    assert row.days == ("2 Mar 2026 –", "1 Apr 2026")
    assert row.details == ("Philips Respironics EverFlo · serial 1020014-77315 · purchase price 1,450.00",)


def test_the_parties_say_who_which_plan_and_what_was_ordered() -> None:
    patient, plan, doctor = printed(samples.one_line()).parties
    assert patient.name == "Marisol Treviño-O'Neill"
    assert patient.details == ("born 17 Aug 1951 · F", "77 Ocean Dr", "Corpus Christi TX 78404", "361-555-0177")
    assert plan.details[:3] == ("member XJH884120973", "group 70219", "patient is the insured")
    assert doctor.name == "Anand Krishnamurthy, MD"
    assert doctor.details == (
        "NPI\xa01679576722 · 361-555-0110",
        "ordered 20 Feb 2026",
        "L/min: 2 at rest, 2 asleep, 3 active",
        "Portable concentrator, nasal cannula",
        "24 hours a day · needed for 12 months",
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "1 hour a day · needed for 1 month"),
        ("es", "1 hora al día (hour a day) · necesario 1 mes (month needed)"),
    ],
)
def test_one_hour_and_one_month_are_not_many(language: str, said: str) -> None:
    start = samples.one_line()
    order = replace(start.order, hours_per_day=1.0, length_of_need_months=1)
    assert said in printed(replace(start, language=language, order=order)).parties[2].details


def test_the_store_has_both_names_and_its_numbers() -> None:
    store = printed(samples.one_line()).head.store
    assert store.name == "Gulf Breeze Oxygen"
    assert store.details == (
        "legal name Gulf Breeze Home Medical LLC",
        "418 Everhart Rd, Suite 3 · Corpus Christi TX 78411-0001",
        "361-555-0142 · counter@gulfbreeze.example",
        "NPI\xa01234567893 · EIN\xa091-1144442 · taxonomy\xa0332B00000X · license\xa0TX-DME-00412",
    )


def test_what_is_not_known_takes_no_room() -> None:
    start = samples.one_line()
    nobody = Address(None, None, None, None, None)
    bare = replace(
        start,
        issued_on=None,
        number=None,
        supplier=replace(start.supplier, dba=None, ein=None, taxonomy=None, license=None, email=None, address=nobody),
        payer=Payer("none", None, None),
        patient=replace(start.patient, member_id=None, group=None, phone=None, address=nobody),
        order=OxygenOrder(None, None, None, None, None, None),
        lines=(replace(samples.line(), from_=None, to=None, pos=None, code=None, maker=None, model=None, serial=None),),
        payments=(Payment(None, None, None, None),),
        tax=None,
    )
    page = printed(bare, draft=True)
    assert [party.label.text for party in page.parties] == ["PATIENT", "ORDERED BY (DOCTOR)"]
    assert page.head.store.details == ("361-555-0142", "NPI\xa01234567893")
    assert (page.head.number, page.head.issued, page.notes) == ("", "", ())
    assert page.lines[0].details == ()
    assert [amount.label.text for amount in page.amounts] == ["Total", "Paid", "Balance"]


def test_diagnoses_have_letters_dots_and_official_words() -> None:
    page = printed(replace(samples.one_line(), diagnoses=("j44.9", "J9611", "Z9981", "I10")))
    assert [(diagnosis.letter, diagnosis.code) for diagnosis in page.diagnoses][1:] == [
        ("B", "J96.11"),
        ("C", "Z99.81"),
        ("D", "I10"),
    ]
    assert page.diagnoses[1].words == "Chronic respiratory failure with hypoxia"
    assert page.diagnoses[2].words == ""


def test_diagnoses_of_a_day_that_no_set_covers_have_the_newest_words() -> None:
    before = replace(samples.line(), from_=date(2024, 9, 30))
    page = printed(replace(samples.one_line(), lines=(before,), diagnoses=("J44.9", "I10")))
    assert page.diagnoses[0].words.startswith("Chronic")
    assert page.diagnoses[1].words == ""
    assert printed(replace(samples.one_line(), lines=())).diagnoses[0].words.startswith("Chronic")


def test_a_sex_that_nobody_said_is_not_printed() -> None:
    superbill = samples.one_line()
    told = printed(replace(superbill, patient=replace(superbill.patient, sex="F"))).parties[0].details[0]
    untold = printed(replace(superbill, patient=replace(superbill.patient, sex="X"))).parties[0].details[0]
    assert told == f"{untold} · F"


def test_an_item_without_its_own_code_tells_its_story() -> None:
    narrative = printed(samples.without_own_code()).narratives[0]
    assert narrative.label.text == "NARRATIVE FOR LINE 2: E1399 NU"
    assert dict((label.text, said) for label, said in narrative.fields)["List price"] == "379.00"  # noqa: C402
    assert len(narrative.note) <= 80
    assert printed(samples.one_line()).narratives == ()


def test_an_empty_narrative_leaves_out_what_it_does_not_say() -> None:
    line = replace(samples.dock(), narrative=Narrative(description="Dock"))
    narrative = printed(replace(samples.one_line(), lines=(line,))).narratives[0]
    assert [said for _, said in narrative.fields] == ["Dock"]


@pytest.mark.parametrize(
    ("kind", "enrolled", "opening"),
    [
        ("commercial", False, "The supplier has not billed the plan"),
        ("medicare_advantage", True, "The supplier has not billed the plan"),
        ("none", False, "The supplier has not billed any plan"),
        ("medicare", True, "Medicare: this page is not a claim"),
        ("medicare", None, "Medicare: this page is not a claim"),
        ("medicare", False, "Medicare: this supplier is not enrolled"),
    ],
)
def test_the_statement_fits_the_payer(kind: str, enrolled: bool | None, opening: str) -> None:  # noqa: FBT001
    start = samples.one_line()
    superbill = replace(
        start,
        payer=replace(start.payer, kind=kind),
        supplier=replace(start.supplier, medicare_enrolled=enrolled),
    )
    assert printed(superbill).statement.text.startswith(opening)


def test_spanish_headings_have_their_english_beside_them() -> None:
    page = spanish(samples.with_other_charges())
    assert (page.parties[0].label.text, page.parties[0].label.english) == ("PACIENTE", "PATIENT")
    assert (page.columns.charge.text, page.columns.charge.english) == ("CARGO", "CHARGE")
    assert page.columns.code.english == ""
    assert page.statement.english.startswith("The supplier has not billed")
    assert page.head.issued == "emitido (issued) 2 mar 2026"
    assert page.lines[0].title == "Oxygen concentrator, single delivery port, rental (alquiler), month\xa01 (mes\xa01)"


def test_official_words_stay_english_in_spanish() -> None:
    assert spanish(samples.one_line()).lines[0].title == "Portable oxygen concentrator, purchased new (comprado nuevo)"
    assert spanish(samples.one_line()).diagnoses[1].words == "Chronic respiratory failure with hypoxia"


def test_a_draft_says_so() -> None:
    assert printed(samples.one_line(), draft=True).document.draft == "DRAFT"
    assert printed(samples.one_line()).document.draft is None


def test_braces_in_an_edition_stay_what_they_are() -> None:
    catalogue = samples.SmallCatalogue(edition="HCPCS {odd} Oct")
    page = complete(samples.one_line(), catalogue, paper_words(), draft=False)
    assert page.document.foot.format(page=1, pages=2) == f"Oxydesk {VERSION} · codes: HCPCS {{odd}} Oct · page 1 of 2"


def test_an_overpaid_page_shows_a_negative_balance() -> None:
    start = samples.one_line()
    more = replace(start, payments=(Payment(samples.DAY, "cash", start.total + 5, None),))
    assert printed(more).amounts[-1].amount == "-5.00"
    assert more.balance < ZERO
