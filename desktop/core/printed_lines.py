"""How a coded line reads on paper: its official words shortened, what was done with the item, which one it was."""

import re
from dataclasses import replace
from decimal import Decimal

from desktop.core.claim_note import claim_note
from desktop.core.codes import Catalogue, Code
from desktop.core.money import CENT, printed
from desktop.core.printed import ItemColumns, PrintedItem, PrintedLine, PrintedNarrative
from desktop.core.superbill import Line, Narrative
from desktop.core.wording import Label, PaperWords, Voice

_RANGE = "–"
_BETWEEN = " · "


def printed_line(line: Line, catalogue: Catalogue, words: PaperWords, voice: Voice) -> PrintedLine:
    """The row of the table for a line."""
    return PrintedLine(
        _days(line, voice),
        line.pos or "",
        line.code or "",
        line.modifiers,
        _title(line, catalogue, words, voice),
        _details(line, voice),
        line.pointers,
        str(line.units),
        printed(line.charge),
    )


def printed_item(line: Line, catalogue: Catalogue, words: PaperWords, voice: Voice, *details: str) -> PrintedItem:
    """The row of a receipt for a line: what it was, in words, without the codes. `details` come after the line's own.
    Where the code says nothing, the product does."""
    row = printed_line(replace(line, purchase_price=None), catalogue, words, voice)
    said = [text for text in (row.title, *row.details) if text]
    return PrintedItem(row.days, said[0] if said else "", (*said[1:], *details), row.units, row.charge)


def item_columns(voice: Voice) -> ItemColumns:
    """The headings above such rows."""
    return ItemColumns(
        days=voice.label(lambda w: w.days),
        item=voice.label(lambda w: w.item),
        quantity=voice.label(lambda w: w.quantity),
        amount=voice.label(lambda w: w.amount),
    )


def printed_narrative(
    place: int, line: Line, narrative: Narrative, words: PaperWords, voice: Voice
) -> PrintedNarrative:
    """The block for an item without a code of its own; `place` counts lines from 0."""
    code = " ".join((line.code or "", *line.modifiers))
    price = printed(narrative.price) if narrative.price is not None else None
    fields: tuple[tuple[Label, str | None], ...] = (
        (voice.label(lambda w: w.narrative_description), narrative.description),
        (voice.label(lambda w: w.narrative_purpose), narrative.purpose),
        (voice.label(lambda w: w.narrative_maker), narrative.maker),
        (voice.label(lambda w: w.narrative_model), narrative.model),
        (voice.label(lambda w: w.narrative_price), price),
        (voice.label(lambda w: w.narrative_related_code), narrative.related_code),
    )
    return PrintedNarrative(
        voice.label(lambda w: w.narrative, line=str(place + 1), code=code),
        voice.label(lambda w: w.claim_note, longest=str(words.claim_note_longest)),
        claim_note(narrative, words.claim_note_longest),
        tuple((label, said) for label, said in fields if said),
    )


def _days(line: Line, voice: Voice) -> tuple[str, ...]:
    days = [voice.day(day) for day in (line.from_, line.to) if day is not None]
    if len(set(days)) == 2:
        return f"{days[0]} {_RANGE}", days[1]
    return tuple(days[:1])


def _title(line: Line, catalogue: Catalogue, words: PaperWords, voice: Voice) -> str:
    """Official words and what was done: `Portable oxygen concentrator, rental, month 3`."""
    done = [transaction for transaction in words.transactions if transaction.modifier in line.modifiers]
    excluded = [transaction.excludes for transaction in done if transaction.excludes]
    title = _official(catalogue.code(line.code) if line.code else None, excluded, words)
    for clause in [transaction.replaces for transaction in done if transaction.replaces]:
        title = re.sub(rf", {re.escape(clause)}(?=;|$)", "", title)
    said = [transaction.words[voice.language] for transaction in done]
    if line.rental_month is not None:
        said.append(voice.own.month.format(month=line.rental_month))
    whole = ", ".join([part for part in (title, *said) if part])
    return whole[:1].upper() + whole[1:]


def _official(code: Code | None, excluded: list[str], words: PaperWords) -> str:
    """The official long words without the clauses that a line does without; the short ones where these contradict
    what was done or are too long; nothing where the code is known from a bare list only."""
    if code is None:
        return ""
    long = code.long or ""
    ends = [place for opening in words.left_out if (place := long.lower().find(opening)) > 0]
    title = long[: min(ends)] if ends else long
    if len(title) > words.longest or _says(title, excluded):
        title = code.short or ""
    return "" if _says(title, excluded) else title


def _says(text: str, excluded: list[str]) -> bool:
    return any(re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE) for word in excluded)


def _details(line: Line, voice: Voice) -> tuple[str, ...]:
    own, narrative = voice.own, line.narrative or Narrative()
    product = " ".join(part for part in (line.maker or narrative.maker, line.model or narrative.model) if part)
    serial = own.serial.format(serial=line.serial) if line.serial else ""
    one = _unit_charge(line)
    known = (
        product,
        serial,
        own.each.format(amount=printed(one)) if one is not None else "",
        own.purchase_price.format(amount=printed(line.purchase_price)) if line.purchase_price is not None else "",
    )
    found = (narrative.description or "", _BETWEEN.join(part for part in known if part))
    return tuple(detail for detail in found if detail)


def _unit_charge(line: Line) -> Decimal | None:
    """The charge of one unit, where there are several and it comes out in whole cents."""
    if abs(line.units) == 1:
        return None
    one = (line.charge / line.units).quantize(CENT)
    return one if one * line.units == line.charge else None
