"""What can go wrong with the files of the database, each with its sentence for a person."""

from pathlib import Path


class CatalogueProblem(Exception):
    """The code catalogue cannot be used; the text is a sentence for a person."""


class CatalogueDamaged(CatalogueProblem):
    """What lies on the disk is not a whole catalogue."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The code catalog is damaged ({reason}); Oxydesk makes it anew when it is started again")


class CatalogueNotMade(CatalogueProblem):
    """The catalogue could not be written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"The code catalog {path} cannot be written: {reason}; free some space there, allow writing, "
            "or set OXYDESK_HOME to another folder"
        )
        self.path = path


class OfficialFileRefused(CatalogueProblem):
    """An official file is not what it must be."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"The official file {name} is not used: {reason}")
        self.name = name


class BookProblem(Exception):
    """The store's book cannot be used or changed; the text is a sentence for a person."""


class BookBusy(BookProblem):
    """Another Oxydesk has the book open."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The book {path} is open in another Oxydesk on this computer; go on in that window, or close it first"
        )


class BookInUse(BookProblem):
    """A change had to wait too long for another one of the same program."""

    def __init__(self) -> None:
        super().__init__("The book is busy with another change; try again in a moment. Nothing was changed")


class BookTooNew(BookProblem):
    """A later Oxydesk has changed the book."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The book {path} was changed by a later Oxydesk than this one; start that one, or install it here. "
            "Nothing was changed"
        )


class BookDamaged(BookProblem):
    """The file is not a whole book, or the key is not its key. SQLCipher cannot tell these apart."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"The book {path} cannot be read ({reason}): the file is damaged, or the key beside it belongs to another "
            "book. Put both files back from your latest backup. Nothing was changed"
        )


class BookMixed(BookDamaged):
    """What was written last into another book lies beside this one."""

    def __init__(self, path: Path, wal: Path) -> None:
        BookProblem.__init__(
            self,
            f"Beside the book {path} lies {wal.name} of another book; move that file to another folder, then try "
            "again. Nothing was changed",
        )


class BookKeyProblem(BookProblem):
    """There is a book, and no key that could open it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"The book's key {path} {reason}; put it back from your latest backup. Nothing was changed")


class KeysTooNew(BookKeyProblem):
    """A later Oxydesk has written the slots."""

    def __init__(self, path: Path) -> None:
        BookProblem.__init__(
            self,
            f"The book's keys {path} were written by a later Oxydesk than this one; start that one, or install it "
            "here. Nothing was changed",
        )


class BookLocked(BookProblem):
    """The book is there, and nobody has shown who they are."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"The book {path} is locked; open Oxydesk and sign in")


class NotEnoughMemory(BookProblem):
    """A guess takes a good deal of memory, on purpose."""

    def __init__(self) -> None:
        super().__init__(
            "There is not enough free memory to open the book; close other programs, then try again. "
            "Nothing was changed"
        )


class LastWayIn(BookProblem):
    """Without it nobody could open the book again."""

    def __init__(self) -> None:
        super().__init__("This is the last way into the book, so it stays; add another user first. Nothing was changed")


class TooOftenHanded(BookProblem):
    """Some way into the book was not used since too many new keys; each would be one more for it to go through."""

    def __init__(self, names: list[str]) -> None:
        who = ", ".join(name or "the recovery sheet" for name in names)
        super().__init__(
            f"These ways in were last used too long ago to be handed another key of the book: {who}. Give them a new "
            "password (or make a new recovery sheet) first. Nothing was changed"
        )


class NameTaken(BookProblem):
    """Two users of one name could not be told apart."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is a user {name} already; choose another name. Nothing was changed")


class BookWithoutFile(BookProblem):
    """There is a key, and no book: a new one in its place would hide that the old one is gone."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The book {path} is gone, though its key is there; put the book back from your latest backup. "
            "To begin a new one, move the key to another folder first"
        )


class BookNotWritten(BookProblem):
    """The disk refuses."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"The book {path} cannot be written: {reason}; free some space there or allow writing")


class BookPlaceRefused(BookProblem):
    """A folder where a book would be damaged."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"The book cannot be kept in {path}: {reason}. A book that two computers touch is damaged sooner or later; "
            "choose a folder on this computer's own disk (OXYDESK_HOME names it)"
        )


class BookPlaceTooLong(BookProblem):
    """A folder in which some files of a book, or of its backups, would have a longer path than a database may have."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The book cannot be kept in {path}: the path is too long for it; choose a folder with a shorter one "
            "(OXYDESK_HOME names it)"
        )


class NotInBook(BookProblem):
    """Something that was asked for is not there."""

    def __init__(self, noun: str, number: int) -> None:
        super().__init__(f"There is no {noun} number {number} in the book; someone may have removed it")


class NotAllowed(BookProblem):
    """A document that was issued is for ever as it is."""


_SAID = {
    "documents.number": "This number is in the book already; choose another beginning for such numbers in the settings",
    "rental_months.": "This month is settled already: it is on a superbill, or needs none",
    "pieces_serial": "This serial number is in the register already",
    "pieces.serial": "This serial number is in the register already",
    "with another patient": "This serial number is with another patient; note first that it came back",
    "constraint failed": "Something that this belongs to is not in the book any more",
}


def book_problem(error: Exception, path: Path | None = None) -> BookProblem:
    """What the database says of a book, as a sentence for a person."""
    said, book = str(error), path or Path("book.db")
    for part, words in _SAID.items():
        if part in said:
            return BookProblem(f"{words}. Nothing was changed")
    if "locked" in said or "busy" in said:
        return BookInUse()
    if any(words in said for words in ("is full", "readonly", "unable to open", "disk I/O")):
        return BookNotWritten(book, said)
    return BookDamaged(book, said)
