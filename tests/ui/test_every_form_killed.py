"""Nothing typed is lost, in no form: the program is killed (SIGKILL) while somebody types, and all is there again."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.half_typed import FORMS, Form
from tests.ui.person import Person

_ROOT = Path(__file__).parents[2]


def typed_and_killed(name: str, home: Path) -> None:
    """A program of its own, killed half a second after the last key."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.half_typed", name, str(home)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=_ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert process.stdout is not None
    said = process.stdout.readline()
    process.kill()
    process.wait()
    process.stdout.close()
    assert said == "typed\n"


def shown(person: Person, form: Form) -> dict[str, str]:
    """What stands in the form's fields that can be seen."""
    front = person.window.front
    assert front is not None
    lines = [line for line in front.findChildren(QLineEdit) if line.isVisibleTo(front)]
    return {line.accessibleName(): line.text() for line in lines if line.accessibleName() in form.fields}


@pytest.mark.parametrize("name", FORMS)
def test_what_was_typed_half_a_second_before_a_kill_is_there_again(  # noqa: PLR0917 -- what a person has
    name: str, home: Path, start: Callable[..., Any], keys: Any, qtbot: QtBot, unblocked: Any
) -> None:
    form = FORMS[name]
    with unblocked.aside():  # the other program's time
        typed_and_killed(name, home)
    person = Person(start(demo=form.sample).window, keys, qtbot)
    form.again(person)
    assert shown(person, form) == form.fields
