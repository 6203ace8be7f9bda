"""Rules of the inventory: the status model, and what a project must hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from smartstad_desktop.domain import errors

TITLE_LIMIT: Final = 120
WHAT_LIMIT: Final = 500


class Status(StrEnum):
    """How far a project has come (domain 2.8)."""

    IDEA = "idea"
    PLANNED = "planned"
    PRESTUDY = "prestudy"
    PILOT = "pilot"
    IMPLEMENTATION = "implementation"
    OPERATION = "operation"
    COMPLETED = "completed"
    PAUSED = "paused"
    STOPPED = "stopped"


#: Progress in per cent; paused and stopped projects keep the progress they had.
PROGRESS: Final = {
    Status.IDEA: 0,
    Status.PLANNED: 10,
    Status.PRESTUDY: 20,
    Status.PILOT: 45,
    Status.IMPLEMENTATION: 70,
    Status.OPERATION: 100,
    Status.COMPLETED: 100,
}
HALTED: Final = frozenset({Status.PAUSED, Status.STOPPED})


class ProjectKind(StrEnum):
    """The plain groups people sort an inventory by."""

    ONGOING = "ongoing"
    PLANNED = "planned"
    FINISHED = "finished"
    STOPPED = "stopped"
    IDEA = "idea"
    EXTERNAL = "external"


_KIND_OF: Final = {
    Status.IDEA: ProjectKind.IDEA,
    Status.PLANNED: ProjectKind.PLANNED,
    Status.PRESTUDY: ProjectKind.PLANNED,
    Status.PILOT: ProjectKind.ONGOING,
    Status.IMPLEMENTATION: ProjectKind.ONGOING,
    Status.OPERATION: ProjectKind.FINISHED,
    Status.COMPLETED: ProjectKind.FINISHED,
    Status.STOPPED: ProjectKind.STOPPED,
}


class FundingNature(StrEnum):
    """Whether money is given once or every year."""

    ONE_OFF = "one_off"
    RUNNING = "running"
    BOTH = "both"


class MunicipalityRole(StrEnum):
    """What a municipality is in a project."""

    INITIATOR = "initiator"
    PARTICIPANT = "participant"
    ENABLER = "enabler"
    DOER = "doer"
    NEUTRAL = "neutral"


class Maturity(StrEnum):
    """Four plain steps over the nine technology readiness levels (domain 2.8)."""

    CONCEPT = "concept"
    PROTOTYPE = "prototype"
    PILOT = "pilot"
    PRODUCT = "product"


class Possibility(StrEnum):
    """An answer to "could this be…?"."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class ActorType(StrEnum):
    """Who takes part: public, business, academia, civil society, residents."""

    PUBLIC = "public"
    BUSINESS = "business"
    ACADEMIA = "academia"
    CIVIL_SOCIETY = "civil_society"
    RESIDENTS = "residents"


def kind_of(status: Status, *, remembered: Status | None = None, is_external: bool = False) -> ProjectKind:
    """Return the plain group of a project; a paused one stays in the group it was paused in."""
    if is_external:
        return ProjectKind.EXTERNAL
    if status is Status.PAUSED:
        return _KIND_OF.get(remembered or Status.PILOT, ProjectKind.ONGOING)
    return _KIND_OF[status]


def progress_of(status: Status, remembered: Status | None = None) -> int:
    """Return the progress in per cent, remembered for paused and stopped projects (0 when nothing is known)."""
    if status in HALTED:
        return PROGRESS.get(remembered, 0) if remembered else 0
    return PROGRESS[status]


def remembered_after(old: Status | None, remembered: Status | None, new: Status) -> Status | None:
    """Return the status to remember when a project goes from *old* to *new*.

    Pausing or stopping keeps the last status that had progress; going on forgets it.
    """
    if new not in HALTED:
        return None
    return remembered if old is None or old in HALTED else old


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFacts:
    """The fields of a project that rules look at."""

    title: str
    status: Status
    municipality_id: int | None
    lesson: str = ""
    status_reason: str = ""
    start: date | None = None
    end: date | None = None
    budget_total: int | None = None
    cost_to_date: int | None = None
    is_confidential: bool = False
    confidentiality_reason: str = ""
    is_external: bool = False


def problems(project: ProjectFacts) -> tuple[errors.FieldInvalid, ...]:
    """Return everything that forbids saving *project* as it is, in the order of the form."""
    found: list[errors.FieldInvalid] = []
    if not project.title.strip():
        found.append(errors.TitleMissing(field="title"))
    elif len(project.title) > TITLE_LIMIT:
        found.append(errors.TitleTooLong(field="title", length=len(project.title), limit=TITLE_LIMIT))
    if project.municipality_id is None and not project.is_external:
        found.append(errors.MunicipalityMissing(field="municipality_id"))
    if project.status is Status.STOPPED and not project.lesson.strip():
        found.append(errors.LessonMissing(field="lesson"))
    if project.is_confidential and not project.confidentiality_reason.strip():
        found.append(errors.ReasonMissing(field="confidentiality_reason"))
    if project.start and project.end and project.end < project.start:
        found.append(errors.EndBeforeStart(field="end_last", start=project.start, end=project.end))
    for name, amount in (("budget_total", project.budget_total), ("cost_to_date", project.cost_to_date)):
        if amount is not None and amount < 0:
            found.append(errors.AmountNegative(field=name))
    return tuple(found)
