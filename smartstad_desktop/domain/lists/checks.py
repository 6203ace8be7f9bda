"""What is checked in a file, and what was wrong."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from smartstad_desktop.domain.errors import FileTrouble


class CheckKind(StrEnum):
    """What is checked: of a workspace its pages, links and journal; of a plan its seal and what came after."""

    PAGES = "pages"
    LINKS = "links"
    JOURNAL = "journal"
    SEAL = "seal"
    ADDITIONS = "additions"


class PlanFinding(StrEnum):
    """What can be wrong with a plan PDF."""

    NO_SEAL = "no_seal"
    CHANGED = "changed"
    ADDED_UNSIGNED = "added_unsigned"


class NotAPlan(FileTrouble):
    """The file is no PDF. Parameters: ``path``."""

    code = "not_a_plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was checked, and what was wrong with it, at most twenty findings."""

    kind: CheckKind
    findings: tuple[str, ...]

    @property
    def is_good(self) -> bool:
        """Return whether nothing was found."""
        return not self.findings
