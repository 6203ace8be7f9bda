"""What a round is counted with besides its own rules, as it was when the round was opened.

What a municipality counts, who leads a project and how much work it is may change later; a round that has been opened
does not move. Rounds that have not been opened are told by how things are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Connection, select

from smartstad_desktop.domain.values import MunicipalityId, ProjectId
from smartstad_desktop.domain.workshop.effort import Effort
from smartstad_desktop.reads.workshop.casters import municipality_marks
from smartstad_desktop.reads.workshop.round_items import RoundItem
from smartstad_desktop.storage.tables.programme import Municipality

_POPULATIONS: Final = "populations"
_ITEMS: Final = "items"
_EFFORT: Final = "effort"
_NOBODY: Final[Mapping[str, Any]] = {"project": None, "lead": None, "others": ()}


def to_lock(populations: Mapping[int, int], items: Sequence[RoundItem], effort: Effort) -> dict[str, Any]:
    """Return the facts as the round keeps them."""
    return {
        _POPULATIONS: {str(municipality): count for municipality, count in populations.items()},
        _ITEMS: {
            str(item.number): {
                "project": item.project,
                "lead": item.lead,
                "others": [each for each in item.municipalities if each != item.lead],
            }
            for item in items
        },
        _EFFORT: {"sizes": {str(number): size for number, size in effort.sizes.items()}, "round": effort.round},
    }


def populations_of(connection: Connection, locked: Mapping[str, Any]) -> dict[int, int]:
    """Return how many live in each municipality: as it was locked, or as it is."""
    if _POPULATIONS in locked:
        return {int(municipality): count for municipality, count in locked[_POPULATIONS].items()}
    people = connection.execute(select(Municipality.id, Municipality.population))
    return {each.id: each.population for each in people if each.population}


def effort_in(locked: Mapping[str, Any]) -> Effort:
    """Return the effort of the items that was locked; none while the round has not been opened."""
    kept = locked.get(_EFFORT)
    if kept is None:
        return Effort()
    return Effort({int(number): size for number, size in kept["sizes"].items()}, kept["round"])


def with_leads(
    connection: Connection, items: tuple[RoundItem, ...], locked: Mapping[str, Any]
) -> tuple[RoundItem, ...]:
    """Return *items* with the municipalities that stood behind them when the round was opened."""
    behind: Mapping[str, Any] = locked.get(_ITEMS, {})
    if not behind:
        return items
    marks = municipality_marks(connection)
    found: list[RoundItem] = []
    for item in items:
        kept = behind.get(str(item.number), _NOBODY)
        lead = None if kept["lead"] is None else MunicipalityId(kept["lead"])
        everybody = (*(() if lead is None else (lead,)), *map(MunicipalityId, kept["others"]))
        shown = tuple(marks[each] for each in everybody if each in marks)
        about = project_in(locked, item.number, item.project)
        found.append(replace(item, about=about, lead=lead, municipalities=everybody, marks=shown))
    return tuple(found)


def project_in(locked: Mapping[str, Any], number: int, now: ProjectId | None) -> ProjectId | None:
    """Return the project an item was when the round was opened, or is *now* while it has not been."""
    kept: Mapping[str, Any] = locked.get(_ITEMS, {}).get(str(number), {})
    return ProjectId(kept["project"]) if kept.get("project") is not None else now
