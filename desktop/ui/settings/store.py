"""The store's form: what stands at the top of every superbill. What is typed is kept as it is typed.

A text that is not right yet is kept half-made beside the store, so that the store holds only what is right.
"""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.book.rows import Store
from desktop import files
from desktop.core import entry
from desktop.desk import Desk
from desktop.operations import drafts, store
from desktop.ui.page import Services
from desktop.ui.parts import address, pictures, theme
from desktop.ui.parts.buttons import quiet_button, secondary
from desktop.ui.parts.form import FieldGrid
from desktop.ui.parts.keeper import Keeper
from desktop.ui.parts.labelled import Choice, Field
from desktop.ui.parts.words import Card, quiet
from desktop.ui.settings.logo import fitting

_WIDEST = 760
_DRAFT = "settings/store"
_LOGO_HIGH = 64
_LOGO_WIDE = 220
_YES, _NO, _UNSAID = "yes", "no", ""
_KEEP, _SMOOTH = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation


class StorePart(QWidget):
    """The form and the logo."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._services = services
        self._reading = False
        self._address = address.AddressFields(desk)
        self._fields = {**self._made_fields(), **self._address.named}
        self._medicare = Choice(
            self.tr("Enrolled with &Medicare"),
            [(_UNSAID, self.tr("Not said yet")), (_YES, self.tr("Yes")), (_NO, self.tr("No"))],
        )
        self._keeper = Keeper(self, self._save)
        for field in (*self._fields.values(), self._medicare):
            field.edited.connect(self._edited)
        self._logo = QLabel()
        self._logo.setAccessibleName(self.tr("Logo"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space(4), theme.space(2), 0)
        column.setSpacing(theme.space(4))
        for card in (self._names_card(), self._address_card(), self._logo_card()):
            card.setMaximumWidth(_WIDEST)
            column.addWidget(card)
        column.addStretch()

    def read(self) -> None:
        """Shows what the book holds, and over it what was half-typed last time."""
        self.keep()
        kept = store.read(self._services.book)
        typed = drafts.take_up(self._services.book, _DRAFT) or {}
        self._reading = True
        for name, text in {**_texts(kept), **typed}.items():
            if name in self._fields:
                self._fields[name].put(str(text))
                self._fields[name].say_wrong()
        self._medicare.put(_UNSAID if kept.medicare_enrolled is None else _YES if kept.medicare_enrolled else _NO)
        self._reading = False
        self._show_logo()

    def keep(self) -> None:
        """Saves at once what was typed."""
        self._keeper.keep()

    def go_to(self, field: str) -> None:
        """To the field with what a superbill says of the store there: `ein`, `address.zip`, `medicare_enrolled`."""
        name = field.rpartition(".")[2]
        control = self._medicare if name == "medicare_enrolled" else self._fields.get(name)
        if control is not None:
            control.setFocus(Qt.FocusReason.TabFocusReason)

    def _made_fields(self) -> dict[str, Field]:
        return {
            "legal_name": Field(
                self.tr("&Legal name"),
                hint=self.tr("As on your tax papers."),
                reads=entry.name,
                needed=self.tr("A store needs a name."),
            ),
            "dba": Field(
                self.tr("&Trade name (DBA)"), hint=self.tr("If people know you by another."), reads=entry.name
            ),
            "npi": Field(self.tr("&NPI"), hint=self.tr("Ten digits."), reads=entry.npi),
            "ein": Field(self.tr("&EIN (tax number)"), hint=self.tr("Like 91-1144442."), reads=entry.ein),
            "taxonomy": Field(self.tr("Ta&xonomy code"), hint=self.tr("As in your NPI's record.")),
            "license": Field(self.tr("L&icense"), hint=self.tr("If your state asks for one.")),
            "phone": Field(self.tr("&Phone"), reads=entry.phone),
            "email": Field(self.tr("Em&ail")),
            "tax_rate": Field(self.tr("Sales ta&x in percent"), hint=self.tr("Like 8.25."), reads=entry.percent),
        }

    def _names_card(self) -> Card:
        card = Card(self.tr("Who you are"))
        card.inside.addWidget(quiet(self.tr("This stands at the top of every superbill. It is kept as you type.")))
        of = self._fields
        card.inside.addWidget(
            FieldGrid(
                (of["legal_name"], of["dba"]),
                (of["npi"], of["ein"]),
                (of["taxonomy"], of["license"]),
                (self._medicare, of["tax_rate"]),
            )
        )
        return card

    def _address_card(self) -> Card:
        card = Card(self.tr("Where you are"))
        of, place = self._fields, self._address
        card.inside.addWidget(
            FieldGrid((place.line1, place.line2), (place.zip, place.city, place.state), (of["phone"], of["email"]))
        )
        return card

    def _logo_card(self) -> Card:
        card = Card(self.tr("Logo"))
        buttons = QHBoxLayout()
        buttons.addWidget(secondary(self.tr("Choose a picture …"), self._choose_logo))
        self._no_logo = quiet_button(self.tr("Remove"), self._remove_logo)
        buttons.addWidget(self._no_logo)
        buttons.addStretch()
        card.inside.addWidget(self._logo)
        card.inside.addLayout(buttons)
        return card

    def _edited(self) -> None:
        if not self._reading:
            self._keeper.touch()

    def _save(self) -> None:
        book = self._services.book
        wrong = {name: field.text for name, field in self._fields.items() if field.text and field.value is None}
        if wrong:
            drafts.keep(book, _DRAFT, wrong)
        else:
            drafts.drop(book, _DRAFT)
        store.save(book, self._gathered(store.read(book)))

    def _gathered(self, before: Store) -> Store:
        value = {name: field.value for name, field in self._fields.items()}
        own = {name: value[name] for name in ("dba", "npi", "ein", "taxonomy", "license", "phone", "email", "tax_rate")}
        return replace(
            before,
            **own,
            legal_name=value["legal_name"] or before.legal_name,
            address=self._address.value,
            medicare_enrolled={_YES: True, _NO: False}.get(self._medicare.value),
        )

    def _choose_logo(self) -> None:
        path = self._services.ask.open_file(
            self.window(), self.tr("The store's logo"), self.tr("Pictures (*.png *.jpg)")
        )
        if path is not None:
            self._take_logo(path)

    def _take_logo(self, path: Path) -> None:
        unread = self.tr("{path} is no picture that can be read, or has too many dots; choose a smaller PNG or JPEG.")

        def take(logo: bytes | None) -> None:
            if logo is None:
                self._services.complain(unread.format(path=path))
                return
            store.set_logo(self._services.book, logo)
            self._show_logo()

        def work() -> bytes | None:
            return fitting(files.read_within(path, "picture"))

        self._services.work.run(work, take, self._services.complain, kind="logo")

    def _remove_logo(self) -> None:
        before = store.logo(self._services.book)
        store.set_logo(self._services.book, None)
        self._show_logo()
        self._services.offer_undo(self.tr("Removed the logo."), lambda: self._put_logo(before))

    def _put_logo(self, data: bytes | None) -> None:
        store.set_logo(self._services.book, data)
        self._show_logo()

    def _show_logo(self) -> None:
        data = store.logo(self._services.book)
        picture = pictures.read(data) if data is not None else None
        self._no_logo.setVisible(picture is not None)
        if picture is None:
            self._logo.setText(self.tr("No logo yet."))
        else:
            self._logo.setPixmap(QPixmap.fromImage(picture).scaled(_LOGO_WIDE, _LOGO_HIGH, _KEEP, _SMOOTH))


def _texts(kept: Store) -> dict[str, str]:
    names = ("legal_name", "dba", "npi", "ein", "taxonomy", "license", "phone", "email", "tax_rate")
    own = {name: getattr(kept, name) for name in names}
    return {name: "" if value is None else str(value) for name, value in own.items()} | address.texts(kept.address)
