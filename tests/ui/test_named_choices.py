"""A screen reader says of every choice what it is about and what is chosen.

Qt tells the name of a combo box in two ways: by itself where the system asks for it (Windows, macOS), and by the label
that is bound to it (Linux, where the box's own name is its value). Both have to be there.
"""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from desktop.ui.parts.labelled import Choice
from desktop.ui.places import places
from desktop.ui.ways import NewSuperbill, OpenSettings

CHOICES = [("commercial", "Private plan"), ("medicare", "Medicare")]


def said(box: QComboBox) -> tuple[str, list[str], str]:
    """The name for systems that ask for it, the names of the labels that are bound to it, and what is chosen."""
    heard = QAccessible.queryAccessibleInterface(box)
    bound = heard.relations(QAccessible.RelationFlag.Label)
    return (
        box.accessibleName(),
        [of.text(QAccessible.Text.Name) for of, _kind in bound],
        heard.text(QAccessible.Text.Value),
    )


def test_a_choice_is_said_with_its_name_and_its_value(qtbot: QtBot) -> None:
    choice = Choice("Who &pays", CHOICES)
    qtbot.addWidget(choice)
    choice.put("medicare")
    assert said(choice.box) == ("Who pays", ["Who pays"], "Medicare")


def test_so_it_is_where_there_is_no_room_for_its_label(qtbot: QtBot) -> None:
    choice = Choice("Who pays", CHOICES)
    qtbot.addWidget(choice)
    choice.label.hide()
    assert said(choice.box) == ("Who pays", ["Who pays"], "Private plan")


def test_no_page_has_a_choice_without_a_name(window: MainWindow, qtbot: QtBot) -> None:
    for place in places():
        window.go_to(place.name)
        qtbot.wait(1)
    for way in (NewSuperbill(), *(OpenSettings(part) for part in ("look", "plans", "doctors", "products"))):
        window.go(way)
        qtbot.wait(1)
    qtbot.waitUntil(lambda: not window.workers.busy, timeout=30_000)
    heard = [said(box) for box in window.findChildren(QComboBox)]
    assert len(heard) > 5
    assert [each for each in heard if not each[0] or each[1] != [each[0]]] == []
