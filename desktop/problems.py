"""A sentence for whatever went wrong. Of an unexpected problem only its kind and place are told.

An unexpected problem's own text may quote what was typed, and that holds a patient.
"""

import contextlib
import sys
from dataclasses import dataclass
from types import FrameType

_OURS = ("desktop", "db")


@dataclass(frozen=True, slots=True)
class Place:
    """A line of Oxydesk's own files. Nothing else can be put into one: a module that is not there is refused."""

    module: str
    line: int

    def __post_init__(self) -> None:
        """ValueError for what is no place of ours, such as words."""
        if not _is_ours(self.module) or self.module not in sys.modules or type(self.line) is not int:
            raise ValueError("this is no line of Oxydesk's own files")


def sentence(error: BaseException) -> str:
    """What is told to a person: the error's own sentence where it is one of ours."""
    return str(error) if is_ours(error) else unexpected(error)


def stopped(error: BaseException) -> str:
    """Its sentence with a full stop, for another sentence to follow."""
    return f"{sentence(error).rstrip('.')}."


def is_ours(error: BaseException) -> bool:
    """Whether it was foreseen: it brings a sentence of its own."""
    return _is_ours(type(error).__module__)


def unexpected(error: BaseException) -> str:
    """A sentence that quotes nothing of what was typed."""
    return f"Oxydesk met a problem that it does not know ({kind_and_place(error)}). Please report this."


def say(words: str) -> None:
    """A sentence for a person, on standard error; unsaid where there is none."""
    with contextlib.suppress(OSError, ValueError):
        if sys.stderr is not None:
            sys.stderr.write(words + "\n")
            sys.stderr.flush()


def pass_on(error: BaseException) -> None:
    """As if nobody had caught it, only that what is under way goes on."""
    sys.excepthook(type(error), error, error.__traceback__)


def kind_and_place(error: BaseException) -> str:
    """The error's kind, and module and line of ours where it came up."""
    place = place_of(error)
    where = "an unknown place" if place is None else f"{place.module}, line {place.line}"
    return f"{kind_name(type(error))} in {where}"


def kind_name(kind: type) -> str:
    """What a kind of error is called: the name under which it stands in its module, or that of what it is a kind of.

    A kind that was made on the way has a name that somebody may have made of anything.
    """
    return next(each.__name__ for each in kind.__mro__ if _stands_in_its_module(each))


def place_of(error: BaseException) -> Place | None:
    """The innermost line of ours that the error came through."""
    found, step = None, error.__traceback__
    while step is not None:
        found = _place(step.tb_frame, step.tb_lineno) or found
        step = step.tb_next
    return found


def place_above(frame: FrameType | None) -> Place | None:
    """The innermost line of ours that is at work in a frame or above it."""
    while frame is not None:
        found = _place(frame, frame.f_lineno)
        if found is not None:
            return found
        frame = frame.f_back
    return None


def _place(frame: FrameType, line: int) -> Place | None:
    module = str(frame.f_globals.get("__name__", ""))
    return Place(module, line) if _is_ours(module) and module in sys.modules else None


def _is_ours(module: str) -> bool:
    return module.split(".", maxsplit=1)[0] in _OURS


def _stands_in_its_module(kind: type) -> bool:
    return getattr(sys.modules.get(kind.__module__), kind.__name__, None) is kind
