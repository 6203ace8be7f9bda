"""How the user left the table: columns, grouping, sorting, width of the panel, sections that are open."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any, cast

from smartstad_desktop.ui.inventory.arranging import SORTS, Grouping, Sorting
from smartstad_desktop.ui.inventory.columns import BY_KEY, COLUMNS, FIXED
from smartstad_desktop.ui.kit.services import Services

_KEY = "inventory"
_PANEL_WIDTH = 376


@dataclass(slots=True)
class Memory:
    """What is kept per workspace."""

    columns: tuple[str, ...] = tuple(column.key for column in COLUMNS if column.is_shown)
    grouping: Grouping = Grouping.NONE
    sorting: Sorting = field(default_factory=Sorting)
    panel_width: int = _PANEL_WIDTH
    open_sections: tuple[str, ...] = ()

    @classmethod
    def of(cls, services: Services) -> Memory:
        """Return what was kept; what cannot be read is as it was at first."""
        text = services.settings.remembered(services.workspace.path, _KEY)
        memory = cls()
        try:
            memory.take(cast("dict[str, Any]", json.loads(text or "{}")))
        except (ValueError, TypeError, KeyError, AttributeError):
            return cls()
        return memory

    def take(self, kept: dict[str, Any]) -> None:
        """Take over what was kept, as far as it still means something."""
        wanted = {*kept.get("columns", self.columns), *FIXED}
        self.columns = tuple(key for key in BY_KEY if key in wanted)
        self.grouping = Grouping(kept.get("grouping", self.grouping))
        sorting = kept.get("sorting", {})
        column = sorting.get("column", "title")
        if column in SORTS or column == "title":
            self.sorting = Sorting(column, is_descending=bool(sorting.get("is_descending", False)))
        self.panel_width = int(kept.get("panel_width", self.panel_width))
        self.open_sections = tuple(str(key) for key in kept.get("open_sections", ()))

    def keep(self, services: Services) -> None:
        """Write it down."""
        services.settings.remember(services.workspace.path, _KEY, json.dumps(asdict(self)))
