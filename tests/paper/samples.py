"""Superbills of plainly invented people, and a small catalogue with official words, for the tests of the paper."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from desktop.core.codes import Code, Diagnosis
from desktop.core.superbill import (
    Address,
    Line,
    Narrative,
    OtherCharge,
    OxygenOrder,
    Patient,
    Payer,
    Payment,
    Prescriber,
    Superbill,
    Supplier,
)

DAY = date(2026, 3, 2)

_CODES = {
    "E1392": ("Portable oxygen concentrator", "Portable oxygen concentrator, rental"),
    "E1390": (
        "Oxygen concentrator",
        (
            "Oxygen concentrator, single delivery port, capable of delivering 85 percent or greater oxygen "
            "concentration at the prescribed flow rate"
        ),
    ),
    "E0431": (
        "Portable gaseous 02",
        (
            "Portable gaseous oxygen system, rental; includes portable container, regulator, flowmeter, humidifier, "
            "cannula or mask, and tubing"
        ),
    ),
    "E0430": (
        "Oxygen system gas portable",
        (
            "Portable gaseous oxygen system, purchase; includes regulator, flowmeter, humidifier, cannula or mask, and "
            "tubing"
        ),
    ),
    "K0738": (
        "Portable gas oxygen system",
        (
            "Portable gaseous oxygen system, rental; home compressor used to fill portable oxygen cylinders; includes "
            "portable containers, regulator, flowmeter, humidifier, cannula or mask, and tubing"
        ),
    ),
    "E1399": ("Durable medical equipment mi", "Durable medical equipment, miscellaneous"),
    "A4616": ("Tubing (oxygen) per foot", "Tubing (oxygen), per foot"),
    "E1356": (
        "Batt pack/cart, port conc",
        "Oxygen accessory, battery pack/cartridge for portable concentrator, any type, replacement only, each",
    ),
}
_DIAGNOSES = {
    "J449": ("J44.9", "Chronic obstructive pulmonary disease, unspecified"),
    "J9611": ("J96.11", "Chronic respiratory failure with hypoxia"),
    "I2720": ("I27.20", "Pulmonary hypertension, unspecified"),
    "G4736": ("G47.36", "Sleep related hypoventilation in conditions classified elsewhere"),
}


@dataclass(frozen=True)
class SmallCatalogue:
    """A few codes. K9999 is known from a bare list only."""

    edition: str = "HCPCS Oct 2025"
    as_of: date = date(2025, 10, 1)

    def code(self, code: str) -> Code | None:
        if code == "K9999":
            return Code(code, "code", None, None, None, None)
        words = _CODES.get(code)
        return Code(code, "code", words[0], words[1], date(1993, 1, 1), None) if words else None

    def modifier(self, modifier: str) -> Code | None:
        return Code(modifier, "modifier", modifier, modifier, date(1984, 1, 1), None)

    def place_of_service(self, place: str) -> str | None:
        return {"12": "Home", "11": "Office"}.get(place)

    def has_diagnoses(self, on: date) -> bool:
        return on >= date(2024, 10, 1)

    def diagnosis(self, code: str, on: date) -> Diagnosis | None:
        found = _DIAGNOSES.get(code.replace(".", "")) if self.has_diagnoses(on) else None
        return Diagnosis(found[0], found[1], billable=True) if found else None

    def newest_words(self, diagnosis: str) -> str:
        found = _DIAGNOSES.get(diagnosis.replace(".", ""))
        return found[1] if found else ""


def nowhere() -> Address:
    """An address of which nothing is known."""
    return Address(None, None, None, None, None)


def line(code: str = "E1392", *modifiers: str, charge: str = "2495.00") -> Line:
    """A sold portable concentrator, unless told otherwise."""
    return Line(
        from_=DAY,
        to=DAY,
        pos="12",
        code=code,
        modifiers=modifiers or ("NU",),
        units=1,
        charge=Decimal(charge),
        pointers=("A", "B"),
        maker="CAIRE",
        model="FreeStyle Comfort",
        serial="FSC-2291-0047",
        rental_month=None,
        purchase_price=None,
        narrative=None,
    )


def rental(month: int = 3) -> Line:
    """A stationary concentrator in a month of its rental."""
    return replace(
        line("E1390", "RR", charge="145.00"),
        to=date(2026, 4, 1),
        maker="Philips Respironics",
        model="EverFlo",
        serial="1020014-77315",
        rental_month=month,
        purchase_price=Decimal("1450.00"),
    )


def dock() -> Line:
    """An item without a code of its own."""
    narrative = Narrative(
        description="External desktop charger dock for the spare battery of a portable oxygen concentrator",
        purpose="Charges the spare battery outside the device so that the patient can leave the house for a day",
        maker="Inogen",
        model="BA-403",
        price=Decimal("379.00"),
        related_code="E1392",
    )
    blank = replace(line("E1399", "NU", charge="379.00"), maker=None, model=None, serial=None)
    return replace(blank, narrative=narrative)


def one_line() -> Superbill:
    """A bought portable concentrator, paid in full."""
    return Superbill(
        issued_on=DAY,
        language="en",
        number="SB-2026-000417",
        supplier=Supplier(
            legal_name="Gulf Breeze Home Medical LLC",
            dba="Gulf Breeze Oxygen",
            npi="1234567893",
            ein="911144442",
            taxonomy="332B00000X",
            license="TX-DME-00412",
            phone="361-555-0142",
            email="counter@gulfbreeze.example",
            address=Address("418 Everhart Rd", "Suite 3", "Corpus Christi", "TX", "784110001"),
            medicare_enrolled=False,
        ),
        patient=Patient(
            first="Marisol",
            middle=None,
            last="Treviño-O'Neill",
            dob=date(1951, 8, 17),
            sex="F",
            phone="361-555-0177",
            address=Address("77 Ocean Dr", None, "Corpus Christi", "TX", "78404"),
            member_id="XJH884120973",
            group="70219",
            relationship="self",
            insured_name=None,
        ),
        payer=Payer("commercial", "Lone Star Health Plan", Address("PO Box 555", None, "Austin", "TX", "78701")),
        prescriber=Prescriber("Anand", "Krishnamurthy", "MD", "1679576722", "361-555-0110", date(2026, 2, 20)),
        order=OxygenOrder(2.0, 2.0, 3.0, "Portable concentrator, nasal cannula", 24.0, 12),
        diagnoses=("J44.9", "J9611"),
        lines=(line(),),
        other_charges=(),
        tax=Decimal("0.00"),
        payments=(Payment(DAY, "card", Decimal("2495.00"), "auth 00417"),),
    )


def paid(superbill: Superbill) -> Superbill:
    """The same, all of it paid by card."""
    return replace(superbill, payments=(Payment(DAY, "card", superbill.total, "auth 00417"),))


def many_lines(count: int) -> Superbill:
    """A superbill of that many lines of several kinds."""
    kinds = (line(), rental(), line("E1356", "NU", charge="349.00"), replace(line("A4616"), modifiers=(), units=25))
    rows = tuple(replace(kinds[place % 4], serial=f"SN-{place:05}") for place in range(count))
    return paid(replace(one_line(), lines=rows))


def with_other_charges() -> Superbill:
    """A rental with delivery, a bag and a discount, paid in two parts, with tax."""
    whole = replace(
        one_line(),
        lines=(rental(1), rental(2), replace(line("A4616", "NU", charge="30.00"), modifiers=(), units=25, serial=None)),
        other_charges=(
            OtherCharge("Delivery and set-up at home", Decimal("25.00")),
            OtherCharge("Carry bag, blue", Decimal("39.90")),
            OtherCharge("Discount for cash", Decimal("-10.00")),
        ),
        tax=Decimal("3.29"),
    )
    first = Payment(DAY, "cash", Decimal("200.00"), None)
    second = Payment(date(2026, 3, 9), "check", whole.total - Decimal("200.00"), "no. 1044, Coastal Bend Credit Union")
    return replace(whole, payments=(first, second))


def without_own_code() -> Superbill:
    """A sold concentrator and a dock under E1399."""
    return paid(replace(one_line(), lines=(line(), dock())))


def longest() -> Superbill:
    """Everything as long as people have ever written it."""
    start = one_line()
    street = (
        "Apartment 1207, Tower B, The Residences at Padre Island Drive and Staples Street, Building of the Old Mill"
    )
    town = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch-on-the-Bayou"
    address = Address("12345 Avenida de los Santos Apóstoles y Mártires del Norte", street, town, "TX", "78411-0001")
    word = "W" * 120
    return paid(
        replace(
            start,
            number="SB-2026-000417-CORPUS-CHRISTI-EVERHART-ROAD-SECOND-COPY",
            supplier=replace(
                start.supplier,
                legal_name="The Greater Coastal Bend Cooperative for Respiratory Care and Home Medical Supply LLC",
                dba="The Greater Coastal Bend Cooperative for Respiratory Care, Oxygen and Home Medical Equipment",
                address=address,
                email="billing.and.reimbursement.department@the-greater-coastal-bend-cooperative.example",
            ),
            patient=replace(
                start.patient,
                first="María Guadalupe Esperanza de los Ángeles",
                middle="Concepción Wolfeschlegelsteinhausenbergerdorff",
                last="Fernández de Córdoba y Álvarez-Rodríguez de la Santísima Trinidad",
                address=address,
                member_id="XJH-884-120-973-000-111-222-333-444-555-666-777",
                relationship="other",
                insured_name="Wolfgang Amadeus Hubert Blaine Wolfeschlegelsteinhausenbergerdorff Senior",
            ),
            payer=Payer("commercial", f"Lone Star Health Plan of {word}", address),
            diagnoses=("J44.9", "J96.11", "I27.20", "G47.36", "Z99.81"),
            lines=(
                replace(line(), serial=word, model=f"FreeStyle Comfort {word}", pointers=("A", "B", "C", "D")),
                replace(rental(), modifiers=("RR", "QF", "N1", "RA"), charge=Decimal("12345678901.00")),
                dock(),
            ),
            other_charges=(OtherCharge(f"Delivery over three counties {word} and back again", Decimal("25.00")),),
        )
    )
