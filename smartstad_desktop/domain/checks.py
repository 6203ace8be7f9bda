"""What is checked in a file, and what was wrong."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CheckKind(StrEnum):
    """What is checked: of a workspace its pages, links and journal; of a plan its seal."""

    PAGES = "pages"
    LINKS = "links"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was checked, and what was wrong with it, at most twenty findings."""

    kind: CheckKind
    findings: tuple[str, ...]

    @property
    def is_good(self) -> bool:
        """Return whether nothing was found."""
        return not self.findings
