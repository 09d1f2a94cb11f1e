"""One target in a process of its own: `python -m tests.fuzz.inside NAME SECONDS ROOM FOLDER SEED`. `tests.fuzz` starts it.

What the house imports here is watched by atheris, if that is installed, so that it learns which input reaches what.
"""

import contextlib
import sys
from pathlib import Path

try:
    import atheris
except ImportError:
    atheris = None

with atheris.instrument_imports(include=["desktop", "db"]) if atheris else contextlib.nullcontext():
    from tests.fuzz import one
    from tests.fuzz.registry import targets

    _TARGETS = targets()

if __name__ == "__main__":
    _name, _seconds, _room, _into, _seed = sys.argv[1:]
    one.run(_TARGETS[_name], Path(_room), Path(_into), float(_seconds), int(_seed))
