"""Small values that every layer speaks in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from datetime import date

MunicipalityId = NewType("MunicipalityId", int)
ProjectId = NewType("ProjectId", int)
ThemeId = NewType("ThemeId", int)
GoalId = NewType("GoalId", int)
BoardId = NewType("BoardId", int)
ColumnId = NewType("ColumnId", int)
PlacementId = NewType("PlacementId", int)
PlanId = NewType("PlanId", int)
PlanItemId = NewType("PlanItemId", int)
ImportJobId = NewType("ImportJobId", int)
CriterionId = NewType("CriterionId", int)
ScenarioId = NewType("ScenarioId", int)
SessionId = NewType("SessionId", int)
SeatId = NewType("SeatId", int)
AgendaItemId = NewType("AgendaItemId", int)
RoundId = NewType("RoundId", int)
RoundItemId = NewType("RoundItemId", int)
BallotId = NewType("BallotId", int)
SessionNoteId = NewType("SessionNoteId", int)

#: Money in whole units of the programme's currency (kronor), never in thousands.
Kronor = NewType("Kronor", int)


class Amount(int):
    """Money in what a rule has to say: in a sentence it is told as an amount."""


class Language(StrEnum):
    """The languages of the window, the workbooks and the documents."""

    SV = "sv"
    NB = "nb"
    EN = "en"


class Precision(StrEnum):
    """How exactly a date was written."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Period:
    """A date as somebody wrote it: the first and last day it may mean.

    ``hösten 2026`` is 1 September to 30 November with precision season; a plain date has equal days.
    """

    first: date
    last: date
    precision: Precision
    written: str


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the languages the programme works in; Swedish always exists."""

    sv: str
    nb: str = ""
    en: str = ""

    def in_language(self, language: str) -> str:
        """Return the name in *language*, or in Swedish where that is missing."""
        return {"nb": self.nb, "en": self.en}.get(language, "") or self.sv
