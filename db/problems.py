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
