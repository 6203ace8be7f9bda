"""What a programme template holds: facts and neutral defaults that a new programme starts with (domain 6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from smartstad_desktop.domain.errors import RuleError
from smartstad_desktop.domain.goals.template_goals import DemoGoals, GoalStructure
from smartstad_desktop.domain.order.priority import Direction
from smartstad_desktop.domain.testbeds.routine_seeds import RoutineSeed
from smartstad_desktop.domain.values import Language, Named


class TemplateUnknown(RuleError):
    """There is no such template. Parameters: ``key``, ``known``."""

    code = "template_unknown"


class ProgrammeExists(RuleError):
    """The workspace holds a programme already; a template can only fill an empty one."""

    code = "programme_exists"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSeed:
    """An official municipality code and when it was in force."""

    code: str
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalitySeed:
    """A municipality; ``successor`` is the key of the one it became part of."""

    key: str
    name: str
    short_name: str
    mark: str
    colour: str
    country: str
    population: int | None
    population_year: int | None
    aliases: tuple[str, ...]
    chief_title: str
    is_participating: bool
    valid_from: date | None
    valid_to: date | None
    codes: tuple[CodeSeed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeSeed:
    """A theme or a track: a stable key, a name per language, and other words for it."""

    key: str
    name: Named
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionSeed:
    """A criterion with its weight; ``steps`` describes the steps 1, 3 and 5, and ``help`` what belongs to it."""

    key: str
    name: Named
    meaning: Named
    weight: int
    direction: Direction
    steps: Mapping[str, Named]


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskSeed:
    """A risk with likelihood and consequence (1–4) and how it is met."""

    name: Named
    likelihood: int
    consequence: int
    response: Named


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnSeed:
    """A column of a board; years count from the year in which the programme is created."""

    key: str
    name: Named
    meaning: str
    from_year: int | None
    to_year: int | None

    def years(self, this_year: int) -> str:
        """Return the years as they stand on the board: ``2027``, ``2029–`` or nothing."""
        if self.from_year is None:
            return ""
        first = str(this_year + self.from_year)
        if self.to_year is None:
            return f"{first}–"
        last = str(this_year + self.to_year)
        return first if first == last else f"{first}–{last}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardSeed:
    """A board that a new programme starts with."""

    name: Named
    question: Named
    columns: tuple[ColumnSeed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeSeed:
    """Facts about the programme; ``years`` is how many years its plan covers, ``facts`` more columns as they are."""

    name: str
    language: Language
    currency: str
    host: str | None
    resident_term: str
    purpose: str
    phase: str
    years: int
    facts: Mapping[str, Any]


#: Lists of a template whose records stand in the data file as the tables have them.
RECORD_LISTS: Final = (
    "organisation",
    "admission_criterion",
    "governance_body",
    "decision",
    "programme_part",
    "timeline_entry",
    "budget_line",
    "open_call",
    "programme_question",
    "municipality_name",
    "municipality_succession",
    "threshold",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSeed:
    """A record that stands in a template as its table has it, with the list it is in."""

    list_name: str
    record: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """Everything a new programme starts with."""

    key: str
    order: int
    name: Named
    description: Named
    programme: ProgrammeSeed
    vision: Named
    municipalities: tuple[MunicipalitySeed, ...]
    themes: tuple[ThemeSeed, ...]
    tracks: tuple[ThemeSeed, ...]
    structure: GoalStructure
    criteria: tuple[CriterionSeed, ...]
    risks: tuple[RiskSeed, ...]
    routines: tuple[RoutineSeed, ...]
    boards: tuple[BoardSeed, ...]
    records: tuple[RecordSeed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectSeed:
    """A project of the demonstration region; ``fields`` are plain fields of the inventory by name."""

    key: str
    municipality: str | None
    participants: tuple[str, ...]
    themes: tuple[str, ...]
    goals: Mapping[str, int]
    sdg: tuple[int, ...]
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureSeed:
    """A measure of the demonstration region's plan, its project, and what each municipality commits to.

    Risks are named in Swedish, as the template has them; goals and cases by their keys.
    """

    project: str
    column: str
    owner: str | None
    fields: Mapping[str, Any]
    goals: Mapping[str, int]
    risks: tuple[str, ...]
    cases: tuple[str, ...]
    commitments: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AsideSeed:
    """Something the demonstration region's plan sets aside; without a title it is called as its project."""

    project: str | None
    municipality: str | None
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierStep:
    """Something that was done lately: fields that had other values before, or a card that was placed."""

    hours_ago: int
    project: str
    before: Mapping[str, Any]
    column: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonstration:
    """The demonstration region: invented projects on a template, a board in the middle of a workshop, and a plan."""

    template: str
    programme: Mapping[str, Any]
    list_due_on: date
    projects: tuple[ProjectSeed, ...]
    goals: DemoGoals
    matrix: Mapping[str, Any]
    needs: Mapping[str, Any]
    priority: Mapping[str, Any]
    board: Mapping[str, Any]
    placements: Mapping[str, tuple[str, ...]]
    plan: Mapping[str, Any]
    measures: tuple[MeasureSeed, ...]
    asides: tuple[AsideSeed, ...]
    chapters: tuple[Mapping[str, Any], ...]
    earlier: tuple[EarlierStep, ...]
    workshops: tuple[Mapping[str, Any], ...]
    records: tuple[RecordSeed, ...]
    changes: tuple[Mapping[str, Any], ...]
