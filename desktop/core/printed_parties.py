"""Who stands at the top of the superbill: the store, the patient, the plan, the doctor and the order."""

from collections.abc import Iterable

from desktop.core.printed import Party, Store
from desktop.core.superbill import NOT_SAID, Address, OxygenOrder, Patient, Payer, Prescriber, Superbill, Supplier
from desktop.core.wording import Voice

_BETWEEN = " · "


def store(supplier: Supplier, voice: Voice) -> Store:
    """Trade name (or legal name) large, then address, ways to reach it, and the numbers by which a plan knows it."""
    own = voice.own
    legal = own.legal_name.format(name=supplier.legal_name) if supplier.dba and supplier.legal_name else None
    numbers = (
        own.npi.format(npi=supplier.npi) if supplier.npi else None,
        own.ein.format(ein=_ein(supplier.ein)) if supplier.ein else None,
        own.taxonomy.format(taxonomy=supplier.taxonomy) if supplier.taxonomy else None,
        own.license.format(license=supplier.license) if supplier.license else None,
    )
    details = (legal, _joined(address(supplier.address)), _joined((supplier.phone, supplier.email)), _joined(numbers))
    return Store(supplier.dba or supplier.legal_name or "", _there(details))


def parties(superbill: Superbill, voice: Voice) -> tuple[Party, ...]:
    """Patient, plan, doctor; one of whom nothing is known is left out."""
    found = (
        _patient(superbill.patient, voice),
        _plan(superbill.payer, superbill.patient, voice),
        _doctor(superbill.prescriber, superbill.order, voice),
    )
    return tuple(party for party in found if party.name or party.details)


def customer(patient: Patient, voice: Voice) -> tuple[Party, ...]:
    """Who bought, as far as it is known; a receipt tells neither birth date nor plan."""
    name = person(patient.first, patient.middle, patient.last)
    details = _there((*address(patient.address), patient.phone))
    return (Party(voice.label(lambda w: w.customer), name, details),) if name or details else ()


def person(*names: str | None) -> str:
    """The names that are there, with blanks between."""
    return " ".join(_there(names))


def address(of: Address) -> tuple[str, ...]:
    """The lines of a postal address."""
    town = " ".join(_there((of.city, of.state, _zip(of.zip))))
    street = ", ".join(_there((of.line1, of.line2)))
    return _there((street, town))


def _patient(patient: Patient, voice: Voice) -> Party:
    born = voice.own.born.format(day=voice.day(patient.dob)) if patient.dob else None
    sex = patient.sex if patient.sex != NOT_SAID else None
    details = (_joined((born, sex)), *address(patient.address), patient.phone)
    name = person(patient.first, patient.middle, patient.last)
    return Party(voice.label(lambda w: w.patient), name, _there(details))


def _plan(payer: Payer, patient: Patient, voice: Voice) -> Party:
    own = voice.own
    insured = patient.member_id or patient.group or payer.name
    details = (
        own.member.format(member=patient.member_id) if patient.member_id else None,
        own.group.format(group=patient.group) if patient.group else None,
        own.relationships.get(patient.relationship, patient.relationship) if insured else None,
        own.insured.format(name=patient.insured_name) if patient.insured_name else None,
        *(address(payer.address) if payer.address else ()),
    )
    return Party(voice.label(lambda w: w.plan), payer.name or "", _there(details))


def _doctor(prescriber: Prescriber, order: OxygenOrder, voice: Voice) -> Party:
    own = voice.own
    name = ", ".join(_there((person(prescriber.first, prescriber.last), prescriber.credentials)))
    details = (
        _joined((own.npi.format(npi=prescriber.npi) if prescriber.npi else None, prescriber.phone)),
        own.ordered.format(day=voice.day(prescriber.order_date)) if prescriber.order_date else None,
        _flows(order, voice),
        order.device,
        _joined(
            (
                _hours(order.hours_per_day, voice),
                _need(order.length_of_need_months, voice),
            )
        ),
    )
    return Party(voice.label(lambda w: w.doctor), name, _there(details))


def _flows(order: OxygenOrder, voice: Voice) -> str:
    own = voice.own
    flows = ((own.flow_rest, order.day_lpm), (own.flow_asleep, order.night_lpm), (own.flow_active, order.exertion_lpm))
    said = [words.format(flow=f"{flow:g}") for words, flow in flows if flow is not None]
    return own.flows.format(flows=", ".join(said)) if said else ""


def _hours(hours: float | None, voice: Voice) -> str | None:
    if hours is None:
        return None
    return voice.own.hours_one if hours == 1 else voice.own.hours.format(hours=f"{hours:g}")


def _need(months: int | None, voice: Voice) -> str | None:
    if months is None:
        return None
    return voice.own.need_one if months == 1 else voice.own.need.format(months=months)


def _ein(ein: str) -> str:
    digits = ein.replace("-", "")
    return f"{digits[:2]}-{digits[2:]}" if len(digits) == 9 and digits.isdecimal() else ein


def _zip(code: str | None) -> str | None:
    """A ZIP code of nine digits has its hyphen after the fifth."""
    nine = code is not None and len(code) == 9 and code.isdecimal()
    return f"{code[:5]}-{code[5:]}" if code and nine else code


def _joined(parts: Iterable[str | None]) -> str:
    return _BETWEEN.join(_there(parts))


def _there(parts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(part for part in parts if part)
