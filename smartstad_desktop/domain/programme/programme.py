"""Rules for the programme itself: what may be said about it, and in which of its years it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid, RuleError
from smartstad_desktop.domain.values import Language


class ProgrammeNameMissing(FieldInvalid):
    """A programme needs a name."""

    code = "programme_name_missing"


class YearsReversed(FieldInvalid):
    """A programme ends before it starts. Parameters: ``first``, ``last``."""

    code = "programme_years_reversed"


class ProgrammeDaysReversed(FieldInvalid):
    """The last day of a programme comes before its first. Parameters: ``start``, ``end``."""

    code = "programme_days_reversed"


class ProjectAimReversed(FieldInvalid):
    """A programme aims at fewer projects at the most than at the least. Parameters: ``least``, ``most``."""

    code = "project_aim_reversed"


class MunicipalityInUse(RuleError):
    """A municipality that leads projects cannot be removed. Parameters: ``name``, ``count``."""

    code = "municipality_in_use"


class MunicipalityHasVoted(RuleError):
    """A municipality that was at a workshop cannot be removed: the minutes tell it. Parameters: ``name``."""

    code = "municipality_has_voted"


class CodeUnreadable(FieldInvalid):
    """A line is not a code with one or two ISO days. Parameters: ``line``."""

    code = "code_unreadable"


class NumberUnreadable(FieldInvalid):
    """Something that should be a whole number is not. Parameters: ``text``."""

    code = "number_unreadable"


#: What can be set on the programme; ``vision`` is written in its own language, ``host`` is a municipality.
PROGRAMME_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("name", "purpose", "phase", "vision", "case_number"), cleaning.text),
    **dict.fromkeys(("parent_programme", "predecessor", "reference_framework"), cleaning.text),
    **dict.fromkeys(("first_year", "last_year", "least_projects", "most_projects"), cleaning.whole),
    "least_municipalities": lambda name, value: cleaning.whole(name, value) or 0,
    "least_reports": lambda name, value: cleaning.whole(name, value) or 0,
    "started_on": cleaning.day,
    "ends_on": cleaning.day,
    "language": lambda _name, value: Language(value).value,
    "host": cleaning.row,
}


def check_programme(values: Mapping[str, Any]) -> None:
    """Refuse facts that cannot all be true.

    Raises:
        ProgrammeNameMissing, YearsReversed, ProgrammeDaysReversed, ProjectAimReversed: they cannot.
    """
    if not values["name"]:
        raise ProgrammeNameMissing(field="name")
    first, last = values["first_year"], values["last_year"]
    if first and last and last < first:
        raise YearsReversed(field="last_year", first=first, last=last)
    start, end = values["started_on"], values["ends_on"]
    if start and end and end < start:
        raise ProgrammeDaysReversed(field="ends_on", start=start, end=end)
    least, most = values["least_projects"], values["most_projects"]
    if least is not None and most is not None and most < least:
        raise ProjectAimReversed(field="most_projects", least=least, most=most)


@dataclass(frozen=True, slots=True)
class ProgrammeYear:
    """Which of its years a programme is in, from 1, and how many it has (None when no end is known)."""

    number: int
    of: int | None

    @property
    def is_over(self) -> bool:
        """Return whether the programme has ended."""
        return self.of is not None and self.number > self.of


def programme_year(
    today: date, *, started_on: date | None, ends_on: date | None, first_year: int | None, last_year: int | None
) -> ProgrammeYear | None:
    """Return in which of its years a programme is on *today*; None before it begins and when no start is known.

    Its days count before its years: a programme that began in September is in its second year in the next September.
    """
    if started_on is not None:
        if today < started_on:
            return None
        whole = None if ends_on is None else _years_between(started_on, ends_on) + 1
        return ProgrammeYear(_years_between(started_on, today) + 1, whole)
    if first_year is None or today.year < first_year:
        return None
    return ProgrammeYear(today.year - first_year + 1, None if last_year is None else last_year - first_year + 1)


def _years_between(start: date, day: date) -> int:
    return day.year - start.year - ((day.month, day.day) < (start.month, start.day))
