"""The recovery code on a sheet of paper, with what to do with it."""

import tomllib
from datetime import date

from desktop import clock, files
from desktop.core.printed import Document, Head, PrintedBlank, PrintedSheet, Store
from desktop.core.version import VERSION
from desktop.core.wording import Label
from desktop.operations.paper_look import paper_look
from desktop.paper.recovery import draw_recovery

WORDS = "look/recovery-words.toml"
_NOTHING = Label("")


def draw(code: str, store: str, on: date | None = None) -> bytes:
    """The PDF of a sheet; `store` is the store's name, `on` the day on which the code was made, today if not given."""
    words = tomllib.loads(files.resource(WORDS).decode("utf-8"))
    title, day = words["title"], on or clock.today()
    made = words["made"].format(day=f"{day:%B} {day.day}, {day.year}")
    foot = f"Oxydesk {VERSION} · {{page}}/{{pages}}"
    printed = PrintedSheet(
        document=Document("en-US", title, store, title, (title,), foot, None),
        head=Head(Store(store, ()), Label(words["heading"]), _NOTHING, "", made, ()),
        notices=tuple(Label(said) for said in words["notices"]),
        blanks=tuple(
            PrintedBlank(str(place), Label(group), _NOTHING, ()) for place, group in enumerate(code.split("-"), start=1)
        ),
    )
    return draw_recovery(printed, paper_look()).pdf
