"""A request for public documents: what it is about, what belongs to it, and why something is kept back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from smartstad_desktop.domain.errors import RuleError


class Subject(StrEnum):
    """What somebody may ask for everything about."""

    PROJECT = "project"
    NEED = "need"
    DECISION = "decision"
    TEST = "test"
    PROCUREMENT = "procurement"


class Part(StrEnum):
    """The parts of an answer, in their order."""

    PROJECTS = "projects"
    HISTORY = "history"
    NEEDS = "needs"
    GOALS = "goals"
    MEASURES = "measures"
    COMMITMENTS = "commitments"
    TESTS = "tests"
    PROCUREMENTS = "procurements"
    DECISIONS = "decisions"
    ROUNDS = "rounds"


class Closed(StrEnum):
    """Why something is not told without anybody having said so this time."""

    CONFIDENTIAL = "confidential"
    TENDERS = "tenders"
    UNREVEALED = "unrevealed"


class NothingAbout(RuleError):
    """There is nothing of that name to tell about. Parameters: ``words``."""

    code = "nothing_about"


class SeveralAbout(RuleError):
    """Several things have that name. Parameters: ``words``, ``keys``."""

    code = "several_about"


class WithheldWithoutReason(RuleError):
    """Something is kept back, and nobody has written why. Parameters: ``title``."""

    code = "withheld_without_reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something that can be told, field by field; ``note`` is an internal note, which is told apart.

    ``key`` names it among the items of one answer, such as ``project:4``.
    """

    key: str
    part: Part
    title: str
    pairs: tuple[tuple[str, str], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """All that belongs to a subject; ``closed`` counts what is not told, and ``concealed`` places made unreadable."""

    subject: Subject
    title: str
    items: tuple[Item, ...]
    closed: Mapping[Closed, int]
    concealed: int = 0

    def part(self, part: Part) -> tuple[Item, ...]:
        """Return the items of one part."""
        return tuple(item for item in self.items if item.part is part)


@dataclass(frozen=True, slots=True)
class Withheld:
    """Something a person keeps back this time, and why."""

    key: str
    reason: str


def checked(items: Iterable[Item], withheld: Iterable[Withheld]) -> dict[str, str]:
    """Return the reasons by key of item.

    Raises:
        WithheldWithoutReason: one of them has none.
    """
    titles = {item.key: item.title for item in items}
    found: dict[str, str] = {}
    for each in withheld:
        reason = " ".join(each.reason.split())
        if not reason:
            raise WithheldWithoutReason(title=titles.get(each.key, each.key))
        found[each.key] = reason
    return found
