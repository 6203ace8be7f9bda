"""The rules of a round as they are chosen: which there are, and whether they fit together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from smartstad_desktop.domain.workshop.meeting import AnonymousUnit, RuleInvalid, checked, checked_minutes
from smartstad_desktop.domain.workshop.voting import BY_MUNICIPALITY, Unit, Visibility
from smartstad_desktop.storage.tables.workshop import Round

#: The longest scale a hand can show and a wall can read, and the most dots one may have.
_SCALE: Final = (0, 100)
_MARKS: Final = (1, 100)
#: The columns of a round that are rules: they are chosen before it is opened and kept when it is repeated.
RULES: Final = (
    "question",
    "instruction",
    "method",
    "unit",
    "unit_key",
    "visibility",
    "has_recusal",
    "marks",
    "most_per_item",
    "low",
    "high",
    "cut_x",
    "cut_y",
    "columns",
    "minutes",
)


def write_rules(row: Round, changes: Mapping[str, Any]) -> None:
    """Write rules that fit into *row*.

    Raises:
        FieldInvalid: one does not, or they do not fit together.
    """
    for name, value in changes.items():
        if name not in {*RULES, "agenda_item_id"}:
            message = f"a round has no rule called {name}"
            raise ValueError(message)
        setattr(row, name, _checked(name, value))
    if row.low >= row.high:
        raise RuleInvalid(field="high", lowest=row.low + 1, highest=_SCALE[1])
    unit = Unit(row.unit or Unit.MUNICIPALITY)
    if row.visibility == Visibility.ANONYMOUS.value and unit in BY_MUNICIPALITY:
        raise AnonymousUnit(field="unit")
    if row.visibility == Visibility.ANONYMOUS.value:
        # Nobody can tell from a numbered sheet whose project it would have to leave out.
        row.has_recusal = False
    for name in ("cut_x", "cut_y"):
        cut = getattr(row, name)
        if cut is not None and not row.low <= cut <= row.high:
            raise RuleInvalid(field=name, lowest=row.low, highest=row.high)


def _checked(name: str, value: Any) -> Any:
    match name:
        case "question" | "instruction":
            return checked(value, name)
        case "minutes":
            return checked_minutes(value)
        case "low" | "high":
            return _within(name, value, _SCALE)
        case "marks" | "most_per_item":
            return None if value is None else _within(name, value, _MARKS)
        case "unit_key":
            if any(weight < 0 for weight in value.values()):
                raise RuleInvalid(field=name, lowest=0, highest=_SCALE[1])
            return {str(municipality): weight for municipality, weight in value.items()}
        case _:
            return value


def _within(name: str, value: int, limits: tuple[int, int]) -> int:
    if not limits[0] <= value <= limits[1]:
        raise RuleInvalid(field=name, lowest=limits[0], highest=limits[1])
    return value
