"""What could be bought together: the question is asked of what municipalities use, plan and have said (domain 6.8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.errors import ReasonMissing
from smartstad_desktop.domain.follow_up.reminders import months_before
from smartstad_desktop.domain.inventory import Possibility

#: Contracts that end within so many months are looked at together.
MONTHS: Final = 24
#: Fewer municipalities than this do not buy together.
FEWEST: Final = 2


class Ground(StrEnum):
    """Why something is a candidate."""

    SERVICE = "service"
    NEED = "need"
    TECHNOLOGY = "technology"
    GOAL = "goal"
    SAID = "said"


class Mark(StrEnum):
    """What somebody has said of a candidate."""

    KEPT = "kept"
    DISMISSED = "dismissed"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract of a municipality and the day it ends, if that is known."""

    municipality: int
    supplier: str
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class Possible:
    """A project that could be bought for: whose it is, and what it says of buying together."""

    id: int
    title: str
    municipality: int
    said: Possibility | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something several municipalities could buy together, and why; ``key`` names it for good."""

    key: str
    ground: Ground
    title: str
    municipalities: tuple[int, ...]
    contracts: tuple[Contract, ...] = ()
    projects: tuple[Possible, ...] = ()
    need: int | None = None
    mark: Mark | None = None
    reason: str = ""
    case: int | None = None
    ending: tuple[Contract, ...] = field(default=())

    @property
    def willing(self) -> tuple[int, ...]:
        """Return the municipalities whose project says yes or perhaps."""
        said = {Possibility.YES, Possibility.MAYBE}
        return tuple(dict.fromkeys(each.municipality for each in self.projects if each.said in said))


def ending_soon(contracts: Iterable[Contract], today: date) -> tuple[Contract, ...]:
    """Return the contracts that end within the months that are looked at, the first to end first."""
    found = [
        (each.ends_on, each)
        for each in contracts
        if each.ends_on is not None and months_before(each.ends_on, MONTHS) <= today <= each.ends_on
    ]
    return tuple(each for _day, each in sorted(found, key=lambda pair: (pair[0], pair[1].municipality)))


def in_order(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return candidates, those with the most contracts that end soon and the most who are willing first."""
    return tuple(
        sorted(
            candidates,
            key=lambda each: (
                -len(each.ending),
                -len(each.willing),
                -len(each.municipalities),
                each.title.casefold(),
            ),
        )
    )


def without_repeats(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Leave out a group of projects that says nothing more than one before it."""
    seen: set[frozenset[int]] = set()
    kept: list[Candidate] = []
    for each in candidates:
        projects = frozenset(project.id for project in each.projects)
        is_group = each.ground in {Ground.TECHNOLOGY, Ground.GOAL, Ground.SAID}
        if is_group and each.mark is None and any(projects <= other for other in seen):
            continue
        seen.add(projects)
        kept.append(each)
    return tuple(kept)


def check_mark(mark: Mark, reason: str) -> None:
    """Refuse to put a candidate aside without a word why.

    Raises:
        ReasonMissing: somebody will propose it again next year.
    """
    if mark is Mark.DISMISSED and not reason.strip():
        raise ReasonMissing(field="reason")
