"""What Windows shows of a program under Properties, Details."""

from desktop.core.version import VERSION

_AMERICAN_ENGLISH, _UNICODE = 0x0409, 1200


def version_resource(name: str) -> object:
    """The details of the program of that name (without .exe); None where they cannot be made: not on Windows."""
    try:
        from PyInstaller.utils.win32 import versioninfo as of  # noqa: PLC0415 -- only there on Windows
    except ImportError:
        return None
    number = tuple(int(part) for part in (*VERSION.split("."), "0", "0", "0")[:4])
    told = {
        "CompanyName": "The Oxydesk founders",
        "FileDescription": "Oxydesk",
        "FileVersion": VERSION,
        "InternalName": name,
        "LegalCopyright": "Apache License 2.0",
        "OriginalFilename": f"{name}.exe",
        "ProductName": "Oxydesk",
        "ProductVersion": VERSION,
    }
    strings = of.StringTable(f"{_AMERICAN_ENGLISH:04X}{_UNICODE:04X}", [of.StringStruct(*one) for one in told.items()])
    return of.VSVersionInfo(
        ffi=of.FixedFileInfo(filevers=number, prodvers=number),
        kids=[
            of.StringFileInfo([strings]),
            of.VarFileInfo([of.VarStruct("Translation", [_AMERICAN_ENGLISH, _UNICODE])]),
        ],
    )
