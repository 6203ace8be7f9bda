"""The cards of a replay: projects as the room may see them, also those that are gone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from smartstad_desktop.domain.values import MunicipalityId, ProjectId
from smartstad_desktop.reads.board import MunicipalityMark
from smartstad_desktop.reads.history import value_of
from smartstad_desktop.reads.workshop.casters import municipality_marks
from smartstad_desktop.storage.journal import StepState
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.journal import ChangeRow, ChangeStep
from smartstad_desktop.storage.tables.programme import Municipality


@dataclass(frozen=True, slots=True)
class ReplayCard:
    """A project on the board; a confidential one has no title and no mark."""

    project: ProjectId
    title: str
    mark: MunicipalityMark | None = None
    is_confidential: bool = False


def cards_of(connection: Connection, until: int | None = None) -> dict[ProjectId, ReplayCard]:
    """Return every project as a card; one that has been deleted is known from the journal.

    With *until*, names and leads are those after that step. What is confidential now has no name all the same.
    """
    marks = marks_at(connection, until)
    gone = (
        select(ChangeRow.row_id, ChangeRow.before)
        .join(ChangeStep, ChangeStep.id == ChangeRow.step_id)
        .where(ChangeRow.table_name == Project.__tablename__, ChangeRow.after.is_(None))
        .where(ChangeStep.state == StepState.DONE.value)
        .order_by(ChangeRow.id)
    )
    rows: dict[int, dict[str, Any]] = {row.row_id: image_of(row.before) or {} for row in connection.execute(gone)}
    columns = (Project.id, Project.title, Project.municipality_id, Project.is_confidential)
    rows |= {int(row["id"]): dict(row) for row in connection.execute(select(*columns)).mappings()}
    earlier = {} if until is None else _rolled_back(connection, Project.__tablename__, until)
    found: dict[ProjectId, ReplayCard] = {}
    for key, row in rows.items():
        project = ProjectId(key)
        shown = earlier.get(key, row)
        lead = shown.get("municipality_id")
        if row.get("is_confidential"):
            found[project] = ReplayCard(project, "", is_confidential=True)
        else:
            mark = None if lead is None else marks.get(MunicipalityId(lead))
            found[project] = ReplayCard(project, str(shown.get("title", "")), mark)
    return found


def marks_at(connection: Connection, until: int | None) -> dict[MunicipalityId, MunicipalityMark]:
    """Return what each municipality was known by after the step *until*, or is now."""
    marks = municipality_marks(connection)
    earlier = {} if until is None else _rolled_back(connection, Municipality.__tablename__, until)
    for key, row in earlier.items():
        marks[MunicipalityId(key)] = MunicipalityMark(str(row["mark"]), str(row["colour"]), str(row["short_name"]))
    return marks


def _rolled_back(connection: Connection, table: str, until: int) -> dict[int, dict[str, Any]]:
    """Return the rows of a table that were changed after the step *until*, as they were then."""
    later = (
        select(ChangeRow.row_id, ChangeRow.before)
        .join(ChangeStep, ChangeStep.id == ChangeRow.step_id)
        .where(ChangeRow.table_name == table, ChangeRow.step_id > until)
        .where(ChangeStep.state == StepState.DONE.value)
        .order_by(ChangeRow.step_id.desc(), ChangeRow.id.desc())
    )
    # The earliest change comes last and tells how the row was before any of them.
    found = {row.row_id: image_of(row.before) for row in connection.execute(later)}
    return {key: image for key, image in found.items() if image is not None}


def image_of(written: str | None) -> dict[str, Any] | None:
    """Return a row as the journal wrote it; None where there was none."""
    if written is None:
        return None
    literals: dict[str, str] = json.loads(written)
    return {name: value_of(literal) for name, literal in literals.items()}
