"""What codes and modifiers, and why: the finder's answer to one request."""

from msgspec import Struct

from desktop.core.codes import CodedLine
from desktop.core.finder import Alternative, Rejected, find
from desktop.core.finding import Finding, forbidden
from desktop.desk import Desk
from desktop.operations import code_wire


class Edition(Struct, frozen=True):
    """The edition of the catalogue that an answer speaks from, and its first day."""

    edition: str
    as_of: str


class CodeAnswer(Struct, frozen=True):
    """The answer of the headless door's `code`. `missing` names what must still be asked."""

    lines: tuple[CodedLine, ...]
    alternatives: tuple[Alternative, ...]
    rejected: tuple[Rejected, ...]
    findings: tuple[Finding, ...]
    missing: tuple[str, ...]
    catalogue: Edition

    @property
    def forbidden(self) -> bool:
        """Whether a finding stops."""
        return forbidden(self.findings)


def code(desk: Desk, raw: object) -> CodeAnswer:
    """Codes, modifiers and reasons for a request. NotRight where it is not one."""
    found = find(code_wire.request(raw, desk.rules.coding), desk.rules, desk.catalogue, desk.noc)
    edition = Edition(desk.catalogue.edition, desk.catalogue.as_of.isoformat())
    return CodeAnswer(found.lines, found.alternatives, found.rejected, found.findings, found.missing, edition)
