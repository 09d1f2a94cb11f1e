"""A view of the page of rentals, and what the page calls on each."""

from PySide6.QtWidgets import QWidget


class View(QWidget):
    """Each has a manner that does nothing, so a view writes what it needs."""

    def again(self) -> None:
        """It comes to the front: read anew what may have changed."""

    def back(self) -> bool:
        """Esc: one step back inside itself; whether there was one. Never loses what was typed."""
        return False

    def search(self) -> bool:
        """Ctrl+F: to its own search box, if it has one."""
        return False

    def print_it(self) -> bool:
        """Ctrl+P: prints what it shows, if it can."""
        return False

    def keep(self) -> None:
        """Saves what was typed and is not saved yet."""
