"""The vocabulary of what changed: one set per step, read by every view."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of record a change can be about; each is one table of the workspace."""

    PROGRAMME = "programme"
    MUNICIPALITY = "municipality"
    MUNICIPALITY_CODE = "municipality_code"
    THEME = "theme"
    TRACK = "track"
    GOAL = "goal"
    GOAL_FUNCTION = "goal_function"
    CRITERION = "criterion"
    RISK = "risk"
    ROUTINE = "routine"
    ROUTINE_STAGE = "routine_stage"
    CHECKLIST_ITEM = "checklist_item"
    PROJECT = "project"
    PROJECT_MUNICIPALITY = "project_municipality"
    PROJECT_THEME = "project_theme"
    PROJECT_GOAL = "project_goal"
    PROJECT_SDG = "project_sdg"
    BOARD = "board"
    BOARD_COLUMN = "board_column"
    PLACEMENT = "placement"
    PLAN = "plan"
    PLAN_ITEM = "plan_item"
    COMMITMENT = "commitment"
    IMPORT_JOB = "import_job"
    SENT_LIST = "sent_list"


class Change(StrEnum):
    """What happened to a row."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that was added, changed or removed."""

    kind: Kind
    row_id: int
    change: Change


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """All that one step changed, with who asked for it.

    ``command`` is the name of the command class, or ``undo`` and ``redo``; ``origin`` is whatever object asked,
    so that a view can know its own change.
    """

    command: str
    rows: frozenset[RowChange]
    origin: object | None = field(default=None, compare=False)

    @property
    def kinds(self) -> frozenset[Kind]:
        """Return the kinds that are touched."""
        return frozenset(row.kind for row in self.rows)

    def ids(self, kind: Kind) -> frozenset[int]:
        """Return the rows of *kind* that are touched."""
        return frozenset(row.row_id for row in self.rows if row.kind is kind)
