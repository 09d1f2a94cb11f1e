"""A form as texts by name: what stands in its fields can be kept half-made, put back, and looked at as a whole."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.ui.parts.labelled import Choice, Field, Longer

Control = Field | Choice | Longer | QCheckBox
YES = "yes"


class TypedForm(QWidget):
    """Fields by name. `edited` says that a person has changed one, not that `put` has."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._controls: dict[str, Control] = {}
        self._putting = False

    def hold(self, **controls: Control) -> None:
        """Takes fields in, under their names."""
        for name, control in controls.items():
            self._controls[name] = control
            changed = control.toggled if isinstance(control, QCheckBox) else control.edited
            changed.connect(self._touched)

    def texts(self) -> dict[str, str]:
        """What stands in each field as it is."""
        return {name: _text(control) for name, control in self._controls.items()}

    def put(self, texts: Mapping[str, str]) -> None:
        """Fills the fields that are named; the others become blank, a choice its first one."""
        self._putting = True
        for name, control in self._controls.items():
            _put(control, texts.get(name, ""))
        self._putting = False
        self.changed()

    def changed(self) -> None:
        """Called after every change: for fields that are there only with others."""

    @property
    def blank(self) -> bool:
        """Whether nothing was typed into any line."""
        return not any(control.text for control in self._controls.values() if isinstance(control, Field | Longer))

    def first_wrong(self) -> QWidget | None:
        """Every visible field says what is wrong with it; the first that does."""
        fields = [each for each in self._controls.values() if isinstance(each, Field) and each.isVisibleTo(self)]
        wrong = [field for field in fields if not field.look()]
        return wrong[0] if wrong else None

    def focus_first(self) -> None:
        """Puts the focus on the first field."""
        next(iter(self._controls.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _touched(self) -> None:
        if not self._putting:
            self.changed()
            self.edited.emit()


def offer(choice: Choice, choices: Iterable[tuple[str, str]]) -> None:
    """Other choices (value, words), silently; what was chosen stays so if it is still one of them."""
    before = choice.value
    with QSignalBlocker(choice.box):
        choice.box.clear()
        for value, words in choices:
            choice.box.addItem(words, value)
        choice.put(before)


def _text(control: Control) -> str:
    if isinstance(control, QCheckBox):
        return YES if control.isChecked() else ""
    return control.value if isinstance(control, Choice) else control.text


def _put(control: Control, text: str) -> None:
    if isinstance(control, QCheckBox):
        control.setChecked(text == YES)
    elif isinstance(control, Choice):
        if control.box.findData(text) < 0:
            control.box.setCurrentIndex(0)
        control.put(text)
    else:
        control.put(text)
        if isinstance(control, Field):
            control.say_wrong()
