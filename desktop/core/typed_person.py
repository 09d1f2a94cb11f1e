"""What somebody typed into a search box, taken as the beginning of a new patient: a name, a birth date, a phone."""

from datetime import date

from desktop.core import entry, typed_day


def person(text: str, today: date) -> dict[str, str]:
    """The fields of a patient that the text fills: `Treviño, Marisol` or `Marisol Treviño`, a day, a number."""
    typed = " ".join(text.split())
    if not any(letter.isdigit() for letter in typed):
        return name(typed)
    born = typed_day.past_day(typed, today)
    if isinstance(born, date):
        return {"dob": f"{born:%m/%d/%Y}"}
    phone = entry.phone(typed)
    return {"phone": phone} if isinstance(phone, str) else {}


def name(typed: str) -> dict[str, str]:
    """The parts of a name that was typed forward, or backward with a comma; what is not there is left out."""
    before, comma, after = (part.strip() for part in typed.partition(","))
    first, last = (after, before) if comma else (typed.rpartition(" ")[0], typed.rpartition(" ")[2])
    return {part: text for part, text in (("first", first), ("last", last)) if text}
