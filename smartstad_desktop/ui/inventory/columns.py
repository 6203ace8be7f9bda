"""The columns of the table as data: heading, text, width, and how each is painted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.reads.inventory import ProjectRow
from smartstad_desktop.text.phrases import N_, _, current
from smartstad_desktop.ui.inventory.snapshot import Snapshot, day_of, progress, years_of


class Look(Enum):
    """How the cells of a column are painted."""

    CHECK = auto()
    TITLE = auto()
    MARKS = auto()
    WRAPPED = auto()
    STATUS = auto()
    FIGURES = auto()
    PLAIN = auto()
    SQUARES = auto()


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column.

    Widths are in pixels at normal text size: ``width`` is comfortable, ``least`` what a narrow window gives. A column
    with ``stretch`` takes its share of what is left.
    """

    key: str
    heading: str
    text: Callable[[Snapshot, ProjectRow], str]
    width: int
    look: Look = Look.PLAIN
    least: int = 0
    stretch: int = 0
    is_shown: bool = True


def _goals(_snapshot: Snapshot, row: ProjectRow) -> str:
    return " ".join(str(contribution) for contribution in row.goals)


def _marks(snapshot: Snapshot, row: ProjectRow) -> str:
    return ", ".join(mark.name for mark in snapshot.marks_of(row))


def _title(_snapshot: Snapshot, row: ProjectRow) -> str:
    return f"{row.title} ({_('Confidential')})" if row.is_confidential else row.title


def _confirmed(snapshot: Snapshot, row: ProjectRow) -> str:
    day = day_of(row.confirmed_on)
    return _("Never") if day is None else snapshot.phrases.day(day)


COLUMNS: Final = (
    TableColumn("check", "", lambda _snapshot, _row: "", 42, Look.CHECK, 42),
    TableColumn("title", N_("Project"), _title, 260, Look.TITLE, 190, stretch=5),
    TableColumn("municipality", N_("Municipality"), _marks, 96, Look.MARKS, 84),
    TableColumn(
        "themes", N_("Theme"), lambda snapshot, row: snapshot.themes_of(row), 150, Look.WRAPPED, 132, stretch=2
    ),
    TableColumn("status", N_("Status"), lambda snapshot, row: snapshot.status_names[row.status], 154, Look.STATUS, 114),
    TableColumn("budget", N_("Budget"), lambda snapshot, row: snapshot.money_of(row), 96, Look.FIGURES, 86),
    TableColumn("time", N_("Time"), lambda _snapshot, row: years_of(row), 92, Look.PLAIN, 90),
    TableColumn("goals", N_("Goals"), _goals, 112, Look.SQUARES, 86),
    TableColumn("kind", N_("Group"), lambda snapshot, row: snapshot.kind_names[row.kind], 104, is_shown=False),
    TableColumn("progress", N_("Progress"), lambda _s, row: f"{progress(row)} %", 90, Look.FIGURES, is_shown=False),
    TableColumn(
        "owner_unit", N_("Responsible"), lambda _s, row: row.owner_unit, 196, Look.WRAPPED, stretch=1, is_shown=False
    ),
    TableColumn("confirmed", N_("Confirmed"), _confirmed, 126, is_shown=False),
)
BY_KEY: Final = {column.key: column for column in COLUMNS}
#: Columns that are always there.
FIXED: Final = frozenset(("check", "title"))
#: What a status is, for the colour of its dot.
IS_HALTED: Final = frozenset((Status.PAUSED.value,))


def heading_of(column: TableColumn) -> str:
    """Return what stands above the column."""
    return current().text(column.heading) if column.heading else ""
