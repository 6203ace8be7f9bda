"""The fields of two projects side by side: which of them differ, in words, and what joining them would keep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final, cast

from smartstad_desktop.domain import project_fields as fields
from smartstad_desktop.domain.values import Period
from smartstad_desktop.reads.project import ProjectDetail
from smartstad_desktop.text.fields import FIELDS, field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.inventory.snapshot import Snapshot

#: Whose project it is follows from which one stays; the rest says when and how, not what.
#: What a project is linked to is joined in any case.
_NOT_ASKED: Final = (
    frozenset({"municipality_id", "is_external", "confirmed_on", "updated_on", "content_language", "extra"})
    | frozenset({"budget_written", "cost_written", "remembered_status"})
    | fields.LINKS
)
_FIRST: Final = ("title", "what", "why", "how", "status", "start", "end", "budget_total", "owner_unit")


class Side(StrEnum):
    """Which value of a field is taken."""

    ONE = "one"
    OTHER = "other"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A field that two projects fill differently: both values, what they are together if that makes sense, in words."""

    name: str
    values: Mapping[Side, Any]
    words: Mapping[Side, str]

    @property
    def title(self) -> str:
        """Return what the field is called."""
        return field_name(self.name)

    def suggested(self, keep: Side) -> Side:
        """Return what is taken when nobody says otherwise, if *keep* is the project that stays."""
        if Side.BOTH in self.values:
            return Side.BOTH
        if is_empty(self.values[keep]):
            return Side.OTHER if keep is Side.ONE else Side.ONE
        return keep


def differences(one: ProjectDetail, other: ProjectDetail, snapshot: Snapshot) -> tuple[Difference, ...]:
    """Return the fields that differ, the most telling first."""
    names = [name for name in fields.ALL if name not in _NOT_ASKED and name in FIELDS and name in one.values]
    order = {name: place for place, name in reversed(tuple(enumerate((*_FIRST, *FIELDS))))}
    found: list[Difference] = []
    for name in sorted(names, key=lambda each: order[each]):
        values = {Side.ONE: one.values[name], Side.OTHER: other.values[name]}
        if values[Side.ONE] == values[Side.OTHER] or all(map(is_empty, values.values())):
            continue
        both = _together(name, values[Side.ONE], values[Side.OTHER])
        if both is not None:
            values[Side.BOTH] = both
        words = {side: words_of(name, value, snapshot) for side, value in values.items()}
        found.append(Difference(name=name, values=values, words=words))
    return tuple(found)


def is_empty(value: Any) -> bool:
    """Return whether a field with this value says nothing."""
    return value is None or value is False or value in ("", [], {}, frozenset(), ())


def _together(name: str, one: Any, other: Any) -> Any:
    """Return both values as one, where that says more than either; None where a person must choose."""
    if name not in fields.LISTS or is_empty(one) or is_empty(other):
        return None
    return list(dict.fromkeys([*one, *other]))


def words_of(name: str, value: Any, snapshot: Snapshot) -> str:
    """Return a value as the form shows it."""
    if is_empty(value):
        return "–"
    match value:
        case Period():
            return value.written or f"{snapshot.phrases.day(value.first)} – {snapshot.phrases.day(value.last)}"
        case StrEnum():
            return label(value, snapshot.phrases)
        case bool():
            return _("Yes")
        case date():
            return snapshot.phrases.day(value)
        case int() if name in fields.MONEY:
            return snapshot.phrases.money(value)
        case list() | tuple():
            return ", ".join(str(each) for each in cast("list[Any]", value))
        case _:
            return str(value)
