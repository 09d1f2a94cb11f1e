"""Refuses a history that contradicts itself, with the field and a sentence; all of it, whatever day is asked for."""

from desktop.core.rental_events import follow
from desktop.core.rental_followed import Followed
from desktop.core.rental_history import Equipment, History, HistoryNotRight
from desktop.core.rental_rules import RentalRules, Terms


def check(history: History, rules: RentalRules) -> Followed:
    """The history followed to its last event. HistoryNotRight names the first thing that is not right."""
    terms = rules.terms(history.payer)
    for index, equipment in enumerate(history.equipment):
        path = f"equipment[{index}]"
        _once(path, equipment, history.equipment[:index])
        _code(f"{path}.code", equipment.code, rules)
        _before(path, equipment, terms)
    for index, event in enumerate(history.events):
        if event.code is not None:
            _code(f"events[{index}].code", event.code, rules)
    return follow(history, None, rules)


def _once(path: str, equipment: Equipment, earlier: tuple[Equipment, ...]) -> None:
    for other in earlier:
        if other.id == equipment.id:
            raise HistoryNotRight(f"{path}.id", f'found "{equipment.id}" twice; give each piece an id of its own')
        if other.role is equipment.role:
            raise HistoryNotRight(f"{path}.role", f"found a second {equipment.role} piece; allowed is one of each role")


def _code(path: str, code: str, rules: RentalRules) -> None:
    if code not in rules.codes:
        allowed = ", ".join(sorted(rules.codes))
        raise HistoryNotRight(path, f'found "{code}", which no oxygen equipment is rented under; allowed is {allowed}')


def _before(path: str, equipment: Equipment, terms: Terms) -> None:
    """What came before our first service."""
    paid, since, first = equipment.months_paid_before, equipment.useful_life_from, equipment.first_service
    if terms.cap is not None and paid >= terms.cap:
        words = f"found {paid}, but {terms.cap} is the cap; allowed is less than that"
        raise HistoryNotRight(f"{path}.months_paid_before", words)
    if paid and since is None:
        words = f"is missing; with {paid} months paid before, say from which day the useful life runs"
        raise HistoryNotRight(f"{path}.useful_life_from", words)
    if since is not None and since > first:
        words = f"found {since}, after the first service on {first}; correct one of the days"
        raise HistoryNotRight(f"{path}.useful_life_from", words)
