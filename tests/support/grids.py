"""Large grids of invented answers, for measuring."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, insert

from smartstad_desktop.storage.tables.goals import Goal
from smartstad_desktop.storage.tables.inventory import ProjectGoal
from smartstad_desktop.usecases.command import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerEverything:
    """Make *goals* goals and answer all of them for the projects 1 to *projects*, but every seventh cell."""

    projects: int
    goals: int
    is_floor = True

    def execute(self, tx: Transaction) -> None:
        """Write them with a few statements."""
        run = tx.session.execute
        run(delete(ProjectGoal))
        run(delete(Goal))
        names = ("Klimat och resurser", "Enkel vardag", "Jämlikhet och delaktighet", "Kompetensförsörjning")
        made = [
            Goal(key=f"M{n}", name_sv=f"{names[n % 4]} {n}", order_key=f"{n:03}", weight=2) for n in range(self.goals)
        ]
        tx.session.add_all(made)
        tx.session.flush()
        cells = [
            {
                "project_id": project,
                "goal_id": goal.id,
                "contribution": (project * 7 + place * 3) % 5 - 1,
                "comment": "Påhittat skäl" if (project + place) % 41 == 0 else "",
            }
            for project in range(1, self.projects + 1)
            for place, goal in enumerate(made)
            if (project + place) % 7
        ]
        run(insert(ProjectGoal), cells)
        tx.describe(title="svar")
