"""A sentence for whatever went wrong. Of an unexpected problem only its kind and place are told.

An unexpected problem's own text may quote what was typed, and that holds a patient.
"""

_OURS = ("desktop", "db")


def sentence(error: BaseException) -> str:
    """What is told to a person: the error's own sentence where it is one of ours."""
    if type(error).__module__.split(".")[0] in _OURS:
        return str(error)
    return unexpected(error)


def unexpected(error: BaseException) -> str:
    """A sentence that quotes nothing of what was typed."""
    return f"Oxydesk met a problem that it does not know ({kind_and_place(error)}). Please report this."


def kind_and_place(error: BaseException) -> str:
    """The error's kind, and module and line of ours where it came up."""
    place = "an unknown place"
    step = error.__traceback__
    while step is not None:
        module = str(step.tb_frame.f_globals.get("__name__", ""))
        if module.split(".", maxsplit=1)[0] in _OURS:
            place = f"{module}, line {step.tb_lineno}"
        step = step.tb_next
    return f"{type(error).__name__} in {place}"
