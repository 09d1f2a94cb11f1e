"""Settings: the store, its plans, doctors and products, and the look of the window, each behind its tab."""

from desktop.desk import Desk
from desktop.operations import backups, rights, takeout
from desktop.ui.page import Page, Services
from desktop.ui.parts.keeper import keep_each
from desktop.ui.parts.tabs import Tabs
from desktop.ui.parts.words import heading
from desktop.ui.settings.backup import BackupPart
from desktop.ui.settings.doctors import doctor_list
from desktop.ui.settings.everything_out import EverythingOut
from desktop.ui.settings.happened import HappenedPart
from desktop.ui.settings.list_spec import ListSpec
from desktop.ui.settings.lists import ListPart
from desktop.ui.settings.look import LookPart
from desktop.ui.settings.plans import plan_list
from desktop.ui.settings.products import product_list
from desktop.ui.settings.store import StorePart
from desktop.ui.settings.users import UsersPart
from desktop.ui.ways import OpenSettings, Way


class SettingsPage(Page):
    """The parts of the settings; `OpenSettings(part)` leads to one."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._store = StorePart(desk, services) if rights.may(services.book, rights.STORE) else None
        self._lists = {spec.noun: ListPart(desk, services, spec) for spec in _specs(desk)}
        self._tabs = Tabs(self.tr("Parts of the settings"))
        if self._store is not None:
            self._tabs.add("store", self.tr("Store"), self._store)
        words = {"plans": self.tr("Plans"), "doctors": self.tr("Doctors"), "products": self.tr("Products")}
        for name, part in self._lists.items():
            self._tabs.add(name, words[name], part, scrolls=False)
        self._users = UsersPart(services) if services.book.user is not None else None
        if self._users is not None:
            self._tabs.add("users", self.tr("Users"), self._users)
        self._backup = BackupPart(services) if backups.has_backups(services.book) else None
        if self._backup is not None:
            self._tabs.add("backup", self.tr("Backup"), self._backup)
        self._out = EverythingOut(services) if takeout.may(services.book) else None
        if self._out is not None:
            self._tabs.add("out", self.tr("Everything out"), self._out)
        self._happened = HappenedPart(desk, services)
        self._tabs.add("happened", self.tr("What happened"), self._happened, scrolls=False)
        self._tabs.add("look", self.tr("Look"), LookPart(services.preferences))
        self.column.addWidget(heading(self.tr("Settings")))
        self.column.addWidget(self._tabs, 1)

    def shown(self) -> None:
        """What the book holds."""
        for own in (self._store, self._users, self._backup, self._out):
            if own is not None:
                own.read()
        for part in self._lists.values():
            part.read()
        self._happened.read()

    def arrive(self, way: Way) -> None:
        """To the part that was asked for."""
        if isinstance(way, OpenSettings):
            self._tabs.open(way.part)
            if way.field and self._store is not None:
                self._store.go_to(way.field)

    def back(self) -> bool:
        """From a row's form to its list."""
        if self._tabs.name == "happened":
            return self._happened.back()
        part = self._lists.get(self._tabs.name)
        return part is not None and part.back()

    def search(self) -> bool:
        """To the list's search line."""
        if self._tabs.name == "happened":
            return self._happened.search()
        part = self._lists.get(self._tabs.name)
        return part is not None and part.search()

    def keep(self) -> None:
        """Saves what was typed into any form."""
        keeps = [part.keep for part in self._lists.values()]
        keep_each([self._store.keep, *keeps] if self._store is not None else keeps)


def _specs(desk: Desk) -> tuple[ListSpec, ...]:
    return plan_list(desk), doctor_list(), product_list(desk)
