"""What `oxydesk` starts: the window without arguments or with --demo, the headless door with a command."""

import gc
import sys
from collections.abc import Sequence

from desktop import unheard

_OF_THE_WINDOW: tuple[list[str], ...] = ([], ["--demo"])


def main(arguments: Sequence[str] | None = None) -> int:
    """Starts what the arguments (of the process, if not given) ask for; the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if arguments is None:  # a process of its own
        unheard.listen()
    if given in _OF_THE_WINDOW:
        gc.disable()  # start-up time: nothing is thrown away before the first frame; the program sees to it then
        from desktop.app import run  # noqa: PLC0415 -- the headless door starts without Qt

        return run(given)
    from desktop.headless import main as door  # noqa: PLC0415 -- the window starts without click and msgspec

    return door(given)
