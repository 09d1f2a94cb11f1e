"""What codes and modifiers, and why: the finder's answer to one request."""

from msgspec import Struct

from desktop.core.codes import CodedLine
from desktop.core.finder import Alternative, Rejected, find
from desktop.core.finding import Finding, forbidden
from desktop.desk import Desk
from desktop.operations import code_wire, edition


class CodeAnswer(Struct, frozen=True):
    """The answer of the headless door's `code`. `missing` names what must still be asked."""

    lines: tuple[CodedLine, ...]
    alternatives: tuple[Alternative, ...]
    rejected: tuple[Rejected, ...]
    findings: tuple[Finding, ...]
    missing: tuple[str, ...]
    catalogue: edition.Edition

    @property
    def forbidden(self) -> bool:
        """Whether a finding stops."""
        return forbidden(self.findings)


def code(desk: Desk, raw: object) -> CodeAnswer:
    """Codes, modifiers and reasons for a request. NotRight where it is not one."""
    found = find(code_wire.request(raw, desk.rules.coding), desk.rules, desk.catalogue, desk.noc)
    return CodeAnswer(
        found.lines, found.alternatives, found.rejected, found.findings, found.missing, edition.of(desk.catalogue)
    )
