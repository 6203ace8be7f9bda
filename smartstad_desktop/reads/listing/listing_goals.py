"""Goals, indicators and the chain as plain values, for scripts."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, select

from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.goals import chain as chain_reads
from smartstad_desktop.reads.goals.goals import goals as read_goals
from smartstad_desktop.reads.listing.listing_values import Row, iso, name_of
from smartstad_desktop.storage.tables.goals import Goal, GoalFunction, GoalSdg, Indicator, IndicatorValue


def goals(connection: Connection, language: Language) -> list[Row]:
    """Return the goals in the order of reading, with functions, states, global goals, projects and gaps."""
    functions: defaultdict[int, list[str]] = defaultdict(list)
    for each in connection.execute(select(GoalFunction.__table__).order_by(GoalFunction.order_key)):
        functions[each.goal_id].append(name_of(each, language))
    sdgs: defaultdict[int, list[int]] = defaultdict(list)
    for each in connection.execute(select(GoalSdg.__table__).order_by(GoalSdg.number)):
        sdgs[each.goal_id].append(each.number)
    rows = {row.id: row for row in connection.execute(select(Goal.__table__))}
    keys = {row.id: row.key for row in rows.values()}
    return [
        {
            "key": each.key,
            "name": each.name.in_language(language),
            "improvement": name_of(rows[each.id], language, "improvement"),
            "functions": functions[each.id],
            "parent": keys.get(each.parent) if each.parent is not None else None,
            "depth": each.depth,
            "kind": each.kind.value,
            "current_state": rows[each.id].current_state,
            "desired_state": rows[each.id].desired_state,
            "beneficiary": rows[each.id].beneficiary,
            "sdgs": sdgs[each.id],
            "projects": each.projects,
            "gaps": [gap.value for gap in each.gaps],
        }
        for each in read_goals(connection).goals
    ]


def indicators(connection: Connection, language: Language) -> list[Row]:
    """Return the indicators with their measurements."""
    keys = {row.id: row.key for row in connection.execute(select(Goal.id, Goal.key))}
    series: defaultdict[int, list[Row]] = defaultdict(list)
    for each in connection.execute(select(IndicatorValue.__table__).order_by(IndicatorValue.measured_on)):
        series[each.indicator_id].append({"on": iso(each.measured_on), "value": each.value, "note": each.note})
    plain = ("unit", "source", "baseline", "baseline_year", "target", "target_year", "unmeasured_reason")
    return [
        {"goal": keys[row.goal_id], "name": name_of(row, language), "series": series[row.id]}
        | {name: getattr(row, name) for name in plain}
        for row in connection.execute(select(Indicator.__table__).order_by(Indicator.goal_id, Indicator.order_key))
    ]


def chain(connection: Connection, language: Language) -> list[Row]:
    """Return tracks and nodes, column by column, with what each leads to."""
    found = chain_reads.chain(connection)
    keys = {row.ref: row.key for rows in found.columns.values() for row in rows}
    goal_keys = {row.id: row.key for row in connection.execute(select(Goal.id, Goal.key))}
    return [
        {
            "level": "track" if row.ref.level is None else row.ref.level.value,
            "key": row.key,
            "name": row.name.in_language(language),
            "aim": row.aim.in_language(language),
            "leads_to": [keys[edge.lower] for edge in found.edges if edge.upper == row.ref],
            "goals": [goal_keys[goal] for goal in sorted(row.goals)],
            "projects": [found.project_titles.get(project, "") for project in sorted(row.projects)],
        }
        for rows in found.columns.values()
        for row in rows
    ]
