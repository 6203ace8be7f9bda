"""The rules of a round, ready for counting, and the criteria it was locked with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, select

from smartstad_desktop.domain.order import order
from smartstad_desktop.domain.order.priority import Direction
from smartstad_desktop.domain.values import Named
from smartstad_desktop.domain.workshop.voting import Method, Rules, Unit, Visibility, Yardstick, rules_for
from smartstad_desktop.reads import priority
from smartstad_desktop.reads.workshop.locked_facts import effort_in, populations_of
from smartstad_desktop.reads.workshop.round_items import RoundItem
from smartstad_desktop.storage.tables import workshop as tables


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundCriterion:
    """A criterion with its described steps; locked with the round."""

    key: str
    name: Named
    weight: float
    direction: Direction
    steps: Mapping[int, Named]


def criteria_of(connection: Connection, row: Row[*tuple[Any, ...]]) -> tuple[RoundCriterion, ...]:
    """Return the criteria: as they were locked, or as they are now while the round has not been opened."""
    if Method(row.method) is not Method.CRITERIA:
        return ()
    if row.opened_at is None:
        known = priority.facts(connection)
        return tuple(
            RoundCriterion(
                key=each.key, name=each.name, weight=weight, direction=each.direction, steps=dict(each.steps)
            )
            for each, weight in zip(known.criteria, order.weights_in_force(known), strict=True)
        )
    table = tables.RoundCriterion.__table__
    query = select(table).where(table.c.round_id == row.id).order_by(table.c.order_key)
    return tuple(
        RoundCriterion(
            key=each.key,
            name=Named(each.name_sv, each.name_nb, each.name_en),
            weight=each.weight,
            direction=Direction(each.direction),
            steps={int(step): Named(**text) for step, text in each.steps.items()},
        )
        for each in connection.execute(query)
    )


def rules_of(
    connection: Connection,
    row: Row[*tuple[Any, ...]],
    items: tuple[RoundItem, ...],
    criteria: tuple[RoundCriterion, ...],
) -> Rules:
    """Return the rules ballots are checked and counted by; unclear items take no part."""
    numbers = tuple(item.number for item in items if not item.is_unclear)
    usual = rules_for(
        Method(row.method),
        numbers,
        unit=Unit(row.unit),
        visibility=Visibility(row.visibility),
        most_per_item=row.most_per_item,
        low=row.low,
        high=row.high,
        cut_x=row.cut_x,
        cut_y=row.cut_y,
        criteria=tuple(Yardstick(each.key, each.weight, each.direction) for each in criteria),
        recusal=row.has_recusal,
        owners={item.number: (item.lead,) for item in items if item.lead is not None},
        key={int(municipality): float(weight) for municipality, weight in row.unit_key.items()},
        populations=populations_of(connection, row.locked),
        effort=effort_in(row.locked).sizes,
    )
    changes = {"marks": row.marks, "columns": len(row.columns)}
    return replace(usual, **{name: value for name, value in changes.items() if value})
