"""What is checked in a file, and what was wrong."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CheckKind(StrEnum):
    """What is checked: of a workspace down to the kept files, of a plan its seal and what came after."""

    PAGES = "pages"
    LINKS = "links"
    JOURNAL = "journal"
    SNAPSHOTS = "snapshots"
    FILES = "files"
    SEAL = "seal"
    ADDITIONS = "additions"
    PARTS = "parts"
    FINGERPRINT = "fingerprint"
    SIGNATURES = "signatures"
    KEPT = "kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was checked, and what was wrong with it, at most twenty findings."""

    kind: CheckKind
    findings: tuple[str, ...]

    @property
    def is_good(self) -> bool:
        """Return whether nothing was found."""
        return not self.findings
