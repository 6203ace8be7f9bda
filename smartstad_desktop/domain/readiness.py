"""What should be in place before a workshop: the matters that are looked at, and how each stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

#: A backup older than this does not hold the preparation.
_FRESH: Final = timedelta(hours=24)


class Matter(StrEnum):
    """What is looked at before a workshop."""

    LISTS = "lists"
    UNCLEAR = "unclear"
    DUPLICATES = "duplicates"
    SEATS = "seats"
    ROUNDS = "rounds"
    AGENDA = "agenda"
    BACKUP = "backup"


class Target(StrEnum):
    """Where a matter is put right, and what its ids are."""

    IMPORT = "import"
    PROJECTS = "projects"
    PAIRS = "pairs"
    SEATS = "seats"
    ROUNDS = "rounds"
    AGENDA = "agenda"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """How a matter stands: how many things are left to do, which, and where.

    ``ids`` are municipalities, projects, seats or rounds, as the target says; in pairs two and two belong together.
    """

    matter: Matter
    target: Target
    names: tuple[str, ...] = ()
    ids: tuple[int, ...] = ()
    count: int = 0

    @property
    def is_ready(self) -> bool:
        """Return whether nothing is left to do."""
        return not self.count


def is_fresh(backed_up_at: datetime | None, now: datetime) -> bool:
    """Return whether a backup is new enough to hold what was prepared."""
    return backed_up_at is not None and now - backed_up_at <= _FRESH
