"""Many invented projects at once, for measuring."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import insert

from smartstad_desktop.storage.tables.goals import Goal
from smartstad_desktop.storage.tables.inventory import Project, ProjectGoal, ProjectMunicipality, ProjectTheme
from smartstad_desktop.usecases.command import Transaction

_THINGS: Final = (
    *("Skyfallskartering", "Gemensamt nät för sensorer", "En väg in till bygglov", "Adaptiv belysning på cykelstråk"),
    *("Öppna data om badvatten", "Självkörande buss till stationen", "Energidata för fastigheter", "Trygghetslarm"),
    *("Digital tvilling för översvämning", "Smarta papperskorgar", "Mobilitetstjänst på landsbygden", "Snöröjning"),
)
_STATUSES: Final = ("idea", "planned", "prestudy", "pilot", "implementation", "operation", "completed", "paused")
_SENTENCE: Final = (
    "Ett påhittat projekt om {thing} i område {number}, som visar var vattnet tar vägen när det regnar mycket och "
    "varför kommunens förvaltningar behöver samma bild. Åtgärder prövas först på ett ställe."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMany:
    """Add *count* invented projects over the municipalities and themes that exist."""

    count: int
    municipalities: int = 3
    themes: int = 2

    def execute(self, tx: Transaction) -> None:
        """Write them with a few statements."""
        AddGoals().execute(tx)
        tx.session.flush()
        run = tx.session.execute
        run(insert(Project), [self._project(number) for number in range(1, self.count + 1)])
        numbers = range(1, self.count + 1)
        run(insert(ProjectTheme), [{"project_id": n, "theme_id": n % self.themes + 1} for n in numbers])
        run(
            insert(ProjectGoal),
            [{"project_id": n, "goal_id": n % 4 + 1, "contribution": n % 3 + 1} for n in numbers]
            + [{"project_id": n, "goal_id": (n + 1) % 4 + 1, "contribution": 2} for n in numbers if n % 2],
        )
        tx.session.add_all(
            ProjectMunicipality(project_id=n, municipality_id=(n + 1) % self.municipalities + 1)
            for n in numbers
            if n % 5 == 0
        )
        tx.describe(title="påhittade projekt")

    def _project(self, number: int) -> dict[str, Any]:
        thing = _THINGS[number % len(_THINGS)]
        status = _STATUSES[number % len(_STATUSES)]
        return {
            "key": f"many-{number}",
            "title": f"{thing} {number}",
            "municipality_id": number % self.municipalities + 1,
            "status": status,
            "remembered_status": "pilot" if status == "paused" else None,
            "what": _SENTENCE.format(thing=thing.lower(), number=number),
            "why": "Kommunen vet för lite om hur det ser ut i dag.",
            "owner_unit": "Teknik och service",
            "contact_role": "Utvecklingsledare",
            "budget_total": number % 90 * 50_000,
            "start_written": f"{2025 + number % 4}",
            "technologies": ["LoRaWAN", "Lägesdata"],
            "is_confidential": number % 50 == 0,
            "confidentiality_reason": "Påhittat skäl" if number % 50 == 0 else "",
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class AddGoals:
    """Add four invented goals."""

    def execute(self, tx: Transaction) -> None:
        """Write them."""
        tx.session.add_all([Goal(key=f"G{n}", name_sv=f"Mål {n}", order_key=f"{n:02}") for n in range(1, 5)])
        tx.describe(title="mål")
