"""The sheet of what to write in each blank of Medicare's form CMS-R-131."""

from desktop.core import printed_lines, printed_page, printed_parties
from desktop.core.abn import AbnWords, Blank, Filled, Notice, Said
from desktop.core.codes import Catalogue
from desktop.core.money import printed
from desktop.core.printed import PrintedBlank, PrintedSheet
from desktop.core.printed_page import Paper
from desktop.core.superbill import Line
from desktop.core.wording import ENGLISH, Label, PaperWords, Voice, voice


def complete_sheet(
    notice: Notice, catalogue: Catalogue, words: PaperWords, abn: AbnWords, *, draft: bool = False
) -> PrintedSheet:
    """Everything that the sheet says, ready to be placed. KeyError for a language or a reason without words."""
    sale = notice.sale
    speaks = voice(words, sale.language)
    paper = Paper(speaks, lambda w: w.abn_sheet, sale.supplier, sale.patient, sale.number, sale.issued_on)
    return PrintedSheet(
        document=printed_page.document(paper, draft=draft),
        head=printed_page.head(paper, (_label(abn.mark, speaks),)),
        notices=tuple(_label(said, speaks) for said in abn.notices),
        blanks=tuple(
            _blank(blank, notice, abn, _items(notice, catalogue, words, speaks), speaks) for blank in abn.blanks
        ),
    )


def _blank(blank: Blank, notice: Notice, abn: AbnWords, items: tuple[str, ...], speaks: Voice) -> PrintedBlank:
    write = _filled(blank.filled, notice, abn, items, speaks) if blank.filled else ()
    if not write and blank.write:
        write = (_label(blank.write, speaks),)
    options = tuple(_label(option, speaks) for option in blank.options)
    return PrintedBlank(blank.letter, _label(blank.name, speaks), _label(blank.how, speaks), (*write, *options))


def _filled(what: Filled, notice: Notice, abn: AbnWords, items: tuple[str, ...], speaks: Voice) -> tuple[Label, ...]:
    sale = notice.sale
    supplier, patient = sale.supplier, sale.patient
    if what is Filled.REASONS:
        chosen = tuple(_label(abn.reasons[reason].words, speaks) for reason in notice.reasons)
        return (*chosen, Label(notice.own_reason)) if notice.own_reason else chosen
    if what is Filled.COSTS:
        return _costs(notice, abn, speaks)
    texts: dict[Filled, tuple[str | None, ...]] = {
        Filled.STORE: (
            supplier.dba or supplier.legal_name,
            ", ".join(printed_parties.address(supplier.address)),
            supplier.phone,
        ),
        Filled.PATIENT: (printed_parties.person(patient.first, patient.middle, patient.last),),
        Filled.NUMBER: (sale.number,),
        Filled.ITEMS: items,
    }
    return tuple(Label(text) for text in texts[what] if text)


def _items(notice: Notice, catalogue: Catalogue, words: PaperWords, speaks: Voice) -> tuple[str, ...]:
    """Each line by its words and its product, numbered where there are several."""
    lines = notice.sale.lines
    return tuple(
        _numbered(place, len(lines), _named(line, catalogue, words, speaks)) for place, line in enumerate(lines)
    )


def _named(line: Line, catalogue: Catalogue, words: PaperWords, speaks: Voice) -> str:
    known = printed_lines.printed_item(line, catalogue, words, speaks).title
    product = " ".join(part for part in (line.maker, line.model) if part)
    return ", ".join(part for part in (known, product if product != known else "") if part)


def _costs(notice: Notice, abn: AbnWords, speaks: Voice) -> tuple[Label, ...]:
    lines = notice.sale.lines
    each = tuple(Label(_numbered(place, len(lines), f"${printed(line.charge)}")) for place, line in enumerate(lines))
    if len(each) < 2:
        return each
    return (*each, _label(abn.together, speaks, amount=f"${printed(notice.estimate)}"))


def _numbered(place: int, count: int, text: str) -> str:
    return f"{place + 1}. {text}" if count > 1 else text


def _label(said: Said, speaks: Voice, **places: str) -> Label:
    """Words in the page's language, the English beside them where that is another."""
    text, english = said[speaks.language].format(**places), said[ENGLISH].format(**places)
    return Label(text, "" if text == english else english)
