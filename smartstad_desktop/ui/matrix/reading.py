"""Reads the grid: everything, or only the cells that have changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartstad_desktop.domain.changes import ChangeSet, Kind
from smartstad_desktop.domain.goals.goals import Scale
from smartstad_desktop.reads.goals import goal_matrix as reads
from smartstad_desktop.text.phrases import current
from smartstad_desktop.ui.matrix.sheet import Sheet

if TYPE_CHECKING:
    from smartstad_desktop.usecases.workspace import Workspace

_LINKS: Final = {
    Scale.CONTRIBUTION: Kind.PROJECT_GOAL,
    Scale.IMPORTANCE: Kind.MUNICIPALITY_GOAL,
    Scale.COVERAGE: Kind.NEED_SERVICE,
}
_NAMES: Final = frozenset(
    (
        *(Kind.PROJECT, Kind.PROJECT_MUNICIPALITY, Kind.PROJECT_THEME, Kind.MUNICIPALITY, Kind.THEME, Kind.GOAL),
        *(Kind.SCALE_STEP, Kind.CITIZEN_NEED, Kind.MARKET_SERVICE, Kind.VALUE_WORD),
    )
)
#: More changed cells than this are read together with all others.
_FEW: Final = 3000
#: Everything that a grid shows.
INTERESTS: Final = _NAMES | frozenset(_LINKS.values())


class Reader:
    """Keeps note of what has changed; at 25,000 cells a typed number must not read all of them."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        #: Cells to read again; None means everything.
        self._touched: set[int] | None = None
        self.own_steps: dict[tuple[Scale, int], reads.StepText] = {}

    def forget(self) -> None:
        """Read everything next time."""
        self._touched = None

    def note(self, changes: ChangeSet, scale: Scale) -> bool:
        """Keep note of *changes* and return whether the grid of *scale* shows any of them."""
        mine, link = changes.kinds & INTERESTS, _LINKS[scale]
        if not mine & (_NAMES | {link}):
            return False
        ids = changes.ids(link)
        if self._touched is not None and mine.isdisjoint(_NAMES) and len(ids) <= _FEW:
            self._touched |= ids
        else:
            self._touched = None
        return True

    def read_changed(self, sheet: Sheet | None) -> set[tuple[int, int]] | None:
        """Put what has changed in its place in *sheet* and return where; None when everything must be read."""
        touched, self._touched = self._touched, set()
        if sheet is None or touched is None:
            return None
        cells = self._workspace.read(reads.cells, sheet.scale, touched) if touched else ()
        # A goal that stands above others becomes a column with its first answer.
        return sheet.update(touched, cells) if sheet.has_columns(cell.column for cell in cells) else None

    def read_all(self, scale: Scale) -> Sheet:
        """Return the grid of *scale* as it is now."""
        self.own_steps = self._workspace.read(reads.steps)
        return Sheet(self._workspace.read(reads.grid, scale), self.own_steps, current())
