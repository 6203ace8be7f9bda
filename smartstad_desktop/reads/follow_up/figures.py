"""What a report counts, at one moment."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, text

from smartstad_desktop.domain.follow_up.figures import Figure
from smartstad_desktop.domain.inventory import ProjectKind, Status, kind_of
from smartstad_desktop.domain.programme.budget import BudgetKind
from smartstad_desktop.domain.programme.sizes import size_class
from smartstad_desktop.reads.follow_up.reuse import shared_results
from smartstad_desktop.reads.programme.budget import budget

_GROUPS: Final = "SELECT status, remembered_status, count(*) FROM project WHERE NOT is_external GROUP BY 1, 2"
_COUNTS: Final[dict[Figure, str]] = {
    Figure.NEEDS: "SELECT count(*) FROM citizen_need",
    Figure.REUSED: "SELECT count(*) FROM result_reuse WHERE state = 'taken_over'",
    Figure.TESTS: "SELECT count(*) FROM routine_case WHERE kind = 'testbed' AND state IN ('open', 'paused')",
    Figure.TESTS_DONE: "SELECT count(*) FROM routine_case WHERE kind = 'testbed' AND state IN ('completed', 'stopped')",
    Figure.PROCUREMENTS: "SELECT count(*) FROM routine_case WHERE kind = 'procurement' AND state IN ('open', 'paused')",
    Figure.CONTRACTS: "SELECT count(*) FROM procurement_case WHERE contract_from IS NOT NULL",
    Figure.MEASURES: "SELECT count(*) FROM plan_item WHERE plan_id = (SELECT max(id) FROM plan)",
    Figure.COMMITTED: "SELECT count(*) FROM commitment JOIN plan_item ON plan_item.id = plan_item_id "
    "WHERE plan_id = (SELECT max(id) FROM plan) AND role IN ('leads', 'joins')",
}
_PARTS: Final = {
    ProjectKind.ONGOING: Figure.ONGOING,
    ProjectKind.PLANNED: Figure.PLANNED,
    ProjectKind.IDEA: Figure.PLANNED,
    ProjectKind.FINISHED: Figure.FINISHED,
    ProjectKind.STOPPED: Figure.STOPPED,
}


def figures(connection: Connection) -> dict[Figure, int]:
    """Return every figure as it is now; the newest plan counts."""
    counted: dict[Figure, int] = dict.fromkeys((Figure.ONGOING, Figure.PLANNED, Figure.FINISHED, Figure.STOPPED), 0)
    groups = connection.execute(text(_GROUPS))
    for status, remembered, count in groups:
        kind = kind_of(Status(status), remembered=Status(remembered) if remembered else None, is_external=False)
        counted[_PARTS[kind]] += count
    towns = connection.execute(
        text("SELECT population FROM municipality WHERE is_participating AND valid_to IS NULL")
    ).scalars()
    populations = list(towns)
    found = {
        Figure.MUNICIPALITIES: len(populations),
        Figure.SIZES: len({size_class(population) for population in populations if population is not None}),
        Figure.PROJECTS: sum(counted.values()),
        **counted,
        Figure.SHARED: len(shared_results(connection)),
        **_money(connection),
        **{figure: int(connection.execute(text(query)).scalar_one()) for figure, query in _COUNTS.items()},
    }
    return {figure: found[figure] for figure in Figure}


def _money(connection: Connection) -> dict[Figure, int]:
    """Return what the budget comes to in the programme's currency; others are never added to it."""
    currency = connection.execute(text("SELECT currency FROM programme")).scalar()
    funding = next((each for each in budget(connection).fundings if each.currency == currency), None)
    if funding is None:
        return {Figure.GRANTED: 0, Figure.USED: 0}
    return {Figure.GRANTED: funding.by_kind.get(BudgetKind.GRANT, 0), Figure.USED: funding.used}
