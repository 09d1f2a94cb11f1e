"""Columns of a table to be made."""


def of(kind: type, names: str) -> dict[str, type]:
    """Columns of a kind, by their names."""
    return dict.fromkeys(names.split(), kind)
