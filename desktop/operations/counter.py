"""The words of the counter, read when they are first needed: most requests never ask for them."""

from functools import cached_property

from desktop import files
from desktop.core.lexicon import Lexicon
from desktop.core.rulebook import Rulebook
from desktop.desk import Desk
from desktop.rulefiles.words import words


class Counter:
    """What a Desk is given as `noc`: called with a description, it answers with the code that it already has."""

    def __init__(self, rules: Rulebook) -> None:
        self.rules = rules

    @cached_property
    def lexicon(self) -> Lexicon:
        """The shipped words, ready to read what is typed."""
        return Lexicon(words(files.resources(), self.rules.sources, self.rules.coding.items))

    def read(self) -> None:
        """Reads the words now: it takes a moment, so the window has a worker do it."""
        _ = self.lexicon

    def __call__(self, description: str) -> str | None:
        return self.lexicon.noc_code_for(description)


def lexicon(desk: Desk) -> Lexicon:
    """The words of the counter on a desk. TypeError on a desk that was given others."""
    if not isinstance(desk.noc, Counter):
        raise TypeError("this desk has no words of the counter")
    return desk.noc.lexicon
