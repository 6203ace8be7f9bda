"""What may be said about a goal and about what belongs to it, field by field, and how a value is made clean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.goals.goals import GoalKind

NAME_LIMIT: Final = 160
TEXT_LIMIT: Final = 4000
GLOBAL_GOALS: Final = range(1, 18)
_YEARS: Final = range(1990, 2200)


class GoalPart(StrEnum):
    """What a target vision is made of besides goals; each is a list in an order of its own."""

    STATEMENT = "statement"
    FUNCTION = "function"
    INDICATOR = "indicator"
    PARENT_PLAN = "parent_plan"
    AREA = "area"


class GoalNameMissing(FieldInvalid):
    """A goal, and whatever belongs to one, needs a name."""

    code = "goal_name_missing"


class GoalTextTooLong(FieldInvalid):
    """A text is longer than a page can show. Parameters: ``length``, ``limit``."""

    code = "goal_text_too_long"


class FigureUnreadable(FieldInvalid):
    """No number can be read from what was typed. Parameters: ``text``."""

    code = "figure_unreadable"


class YearUnlikely(FieldInvalid):
    """A year is no year between 1990 and 2199. Parameters: ``text``."""

    code = "year_unlikely"


def trilingual(stem: str) -> tuple[str, str, str]:
    """Return the three fields of a text in Swedish, bokmål and English."""
    return (f"{stem}_sv", f"{stem}_nb", f"{stem}_en")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRules:
    """The fields of one kind of record: which one names it, and what the others hold."""

    name: str
    names: frozenset[str]
    texts: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    choices: Mapping[str, type[StrEnum]]

    def cleaned(self, field: str, value: Any) -> Any:
        """Return *value* as the record keeps it in *field*.

        Raises:
            FieldInvalid: there is no such field, or the value does not fit it.
        """
        if field in self.names:
            return self._text(field, value, NAME_LIMIT)
        if field in self.texts:
            return self._text(field, value, TEXT_LIMIT)
        if field in self.years:
            return _year(field, value)
        if field in self.figures:
            return _figure(field, value)
        if field in self.choices:
            return _choice(field, value, self.choices[field])
        raise FieldInvalid(field=field)

    def _text(self, field: str, value: Any, limit: int) -> str:
        text = str(value or "").strip()
        if field == self.name and not text:
            raise GoalNameMissing(field=field)
        if len(text) > limit:
            raise GoalTextTooLong(field=field, length=len(text), limit=limit)
        return text


def _year(field: str, value: Any) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value not in _YEARS:
        raise YearUnlikely(field=field, text=value)
    return value


def _figure(field: str, value: Any) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise FigureUnreadable(field=field, text=value)
    return float(value)


def _choice(field: str, value: Any, choices: type[StrEnum]) -> str:
    try:
        return choices(value).value
    except ValueError as error:
        raise FieldInvalid(field=field) from error


_NAMES: Final = frozenset(trilingual("name"))
GOAL: Final = FieldRules(
    name="name_sv",
    names=_NAMES,
    texts=frozenset(trilingual("improvement"))
    | {"current_state", "desired_state", "beneficiary", "sustainability", "participation"},
    choices={"kind": GoalKind},
)
#: Values of a goal that lie in tables of their own.
GOAL_LINKS: Final = frozenset({"sdgs", "areas"})
LEVEL: Final = FieldRules(name="name_sv", names=_NAMES, choices={})
PROGRAMME_VISION: Final = FieldRules(name="", names=frozenset(), texts=frozenset(trilingual("vision")), choices={})
PARTS: Final[Mapping[GoalPart, FieldRules]] = {
    GoalPart.STATEMENT: FieldRules(
        name="text_sv", names=frozenset(), texts=frozenset(trilingual("text")) | {"source"}, choices={}
    ),
    GoalPart.FUNCTION: FieldRules(
        name="name_sv", names=_NAMES, texts=frozenset({"current_state", "desired_state"}), choices={}
    ),
    GoalPart.INDICATOR: FieldRules(
        name="name_sv",
        names=_NAMES,
        texts=frozenset({"unit", "source", "unmeasured_reason"}),
        years=frozenset({"baseline_year", "target_year"}),
        figures=frozenset({"baseline", "target"}),
        choices={},
    ),
    GoalPart.PARENT_PLAN: FieldRules(
        name="name_sv", names=_NAMES, texts=frozenset({"owner", "years", "link"}), choices={}
    ),
    GoalPart.AREA: FieldRules(name="name_sv", names=_NAMES, choices={}),
}


def global_goals(numbers: Any) -> frozenset[int]:
    """Return *numbers* of global goals, each between 1 and 17.

    Raises:
        FieldInvalid: one is not.
    """
    found = frozenset(numbers)
    if not all(isinstance(number, int) and number in GLOBAL_GOALS for number in found):
        raise FieldInvalid(field="sdgs")
    return found
