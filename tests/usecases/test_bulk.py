"""Many rows at once are what they would be one by one."""

from __future__ import annotations

from datetime import date
from typing import cast

from sqlalchemy import Table, create_engine, select

from smartstad_desktop.storage.tables import Base
from smartstad_desktop.storage.tables.inventory import Project, ProjectGoal
from smartstad_desktop.usecases.inventory.bulk import blank_row, insert_many


def test_values_are_kept_and_columns_nobody_names_are_blank() -> None:
    projects, goals = cast("Table", Project.__table__), cast("Table", ProjectGoal.__table__)
    rows = [
        {
            "key": f"p{n}",
            "title": f"Påhittat {n}",
            "status": "idea",
            "municipality_id": 1,
            "technologies": said,
            "confirmed_on": day,
        }
        for n, said, day in ((1, ["LoRaWAN"], None), (2, [], date(2026, 11, 22)))
    ]
    with create_engine("sqlite://").begin() as connection:
        Base.metadata.create_all(connection)
        insert_many(connection, projects, rows)
        insert_many(connection, goals, [{"project_id": 1, "goal_id": 3, "contribution": 2}])
        found = [*map(dict, connection.execute(select(projects).order_by(projects.c.id)).mappings())]
        (goal,) = connection.execute(select(goals))

    assert found == [{"id": n, **blank_row(projects), **row} for n, row in enumerate(rows, start=1)]
    assert (goal.project_id, goal.goal_id, goal.contribution, goal.comment) == (1, 3, 2, "")
