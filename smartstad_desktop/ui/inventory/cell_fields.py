"""Which columns of the table are edited in the cell, and by which field: the one the panel has for the same value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from typing_extensions import override

from smartstad_desktop.domain.values import Period
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.ui.inventory.sections import make_field
from smartstad_desktop.ui.inventory.snapshot import Snapshot
from smartstad_desktop.ui.kit.calm_values import PeriodField
from smartstad_desktop.ui.kit.fields import Field

#: Column of the table -> field of the project. Themes and goals are picked in the panel, from lists with names.
FIELDS: Final = {
    "title": "title",
    "municipality": "municipality_id",
    "status": "status",
    "budget": "budget_total",
    "time": "start",
    "owner_unit": "owner_unit",
    "confirmed": "confirmed_on",
}
_DASH: Final = "–"


class PeriodsField(PeriodField):
    """Start and end in one line, as the column shows them: ``2026 – mars 2028``. Its value has both."""

    @override
    def parse(self, text: str) -> Any:
        """Return the start and the end that *text* means."""
        first, _dash, last = text.replace(" - ", _DASH).partition(_DASH)
        return {"start": super().parse(first), "end": super().parse(last)}

    @override
    def shown(self, value: Any) -> str:
        """Return both; a project that only ends begins with the dash."""
        first, last = (super(PeriodsField, self).shown(each) for each in value)
        return f"{first} {_DASH} {last}".strip() if last else first


def cell_field(column: str, snapshot: Snapshot) -> Field:
    """Return the field that edits the cells of *column*."""
    name = FIELDS[column]
    return PeriodsField(name, field_name(name)) if column == "time" else make_field(name, snapshot)


def cell_value(column: str, values: Mapping[str, Any]) -> Any:
    """Return what the field of *column* shows of a project's *values*."""
    return (_time(values, "start"), _time(values, "end")) if column == "time" else values[FIELDS[column]]


def _time(values: Mapping[str, Any], name: str) -> Period | str | None:
    """Return a time; one that could not be read stands as it was written."""
    return values[name] if values[name] is not None else values[f"{name}_written"]
