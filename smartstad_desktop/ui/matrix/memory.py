"""How the user left the page: which grid, gathered and ordered by what, and where the cursor goes after a number."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from smartstad_desktop.domain.goals.goals import Scale
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.matrix.arranging import Grouping, Sorting
from smartstad_desktop.ui.matrix.grid_view import Onward

_KEY = "goal_matrix"


@dataclass(slots=True)
class Memory:
    """What is kept per workspace."""

    scale: Scale = Scale.CONTRIBUTION
    grouping: Grouping = Grouping.NONE
    sorting: Sorting = Sorting.RESULT
    onward: Onward = Onward.RIGHT

    @classmethod
    def of(cls, services: Services) -> Memory:
        """Return what was kept; what cannot be read is as it was at first."""
        text = services.settings.remembered(services.workspace.path, _KEY)
        try:
            kept = json.loads(text or "{}")
            return cls(
                Scale(kept.get("scale", Scale.CONTRIBUTION)),
                Grouping(kept.get("grouping", Grouping.NONE)),
                Sorting(kept.get("sorting", Sorting.RESULT)),
                Onward(kept.get("onward", Onward.RIGHT)),
            )
        except (ValueError, TypeError, AttributeError):
            return cls()

    def keep(self, services: Services) -> None:
        """Write it down."""
        services.settings.remember(services.workspace.path, _KEY, json.dumps(asdict(self)))
