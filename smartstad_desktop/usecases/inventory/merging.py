"""Two projects that are one: what both were linked to and both histories stay, and it is one step to take back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar, cast

from sqlalchemy import Table, delete, or_, select

from smartstad_desktop.domain import project_fields as fields
from smartstad_desktop.domain.errors import RuleError
from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.storage.tables.base import Base
from smartstad_desktop.storage.tables.board import Placement
from smartstad_desktop.storage.tables.inventory import MergedProject, Project, ProjectLink, ProjectMunicipality
from smartstad_desktop.storage.tables.plan import (
    Commitment,
    Plan,
    PlanItem,
    PlanItemCase,
    PlanItemGoal,
    PlanItemRisk,
)
from smartstad_desktop.storage.tables.workshop import Round, RoundItem
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.inventory import project_fields

#: Fields that lie in several columns, which go together.
_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "start": ("start_first", "start_last", "start_precision", "start_written"),
    "end": ("end_first", "end_last", "end_precision", "end_written"),
    "budget_total": ("budget_total", "budget_on", "budget_written"),
    "cost_to_date": ("cost_to_date", "cost_on", "cost_written"),
    "is_confidential": ("is_confidential", "confidentiality_reason"),
    "status": ("status", "remembered_status", "status_reason", "review_on"),
}
#: Fields that are the kept project's own, also where they are empty.
_OWN: Final = frozenset(
    {"external_ref", "status", "status_reason", "review_on", "updated_on", "confirmed_on", "extra", "municipality_id"}
    | {"is_external", "content_language"}
)
_MERGEABLE: Final = fields.ALL - fields.LINKS - {"extra", "municipality_id", "is_external"}


_Part = TypeVar("_Part", Commitment, PlanItemGoal, PlanItemRisk, PlanItemCase)
#: What belongs to a measure, by the column of which there is one each.
_MEASURE_PARTS: Final[Mapping[Any, str]] = {
    Commitment: "municipality_id",
    PlanItemGoal: "goal_id",
    PlanItemRisk: "risk_id",
    PlanItemCase: "case_id",
}


class MergeWithItself(RuleError):
    """A project cannot be merged with itself."""

    code = "merge_with_itself"


class MergeFieldUnknown(RuleError):
    """There is no such field to take from the other project. Parameters: ``field``."""

    code = "merge_field_unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeProjects:
    """Let *gone* become part of *keep*.

    The kept project keeps its values; its empty fields and its lists are filled from the other. *take* names fields
    whose value is to be the other's, *choices* are values written anew. The municipality of the other takes part.
    """

    keep: ProjectId
    gone: ProjectId
    take: tuple[str, ...] = ()
    choices: Mapping[str, Any] = field(default_factory=dict[str, Any])

    def execute(self, tx: Transaction) -> ProjectId:
        """Return the project that was kept.

        Raises:
            MergeWithItself: both are the same.
            MergeFieldUnknown: *take* names no field.
            FieldInvalid: a rule refuses a value.
        """
        if self.keep == self.gone:
            raise MergeWithItself
        kept, gone = tx.get(Project, self.keep), tx.get(Project, self.gone)
        unknown = next((name for name in self.take if name not in _MERGEABLE), None)
        if unknown is not None:
            raise MergeFieldUnknown(field=unknown)
        _fill(kept, gone, frozenset(self.take))
        project_fields.change(tx, kept, self.choices)
        _join_placements(tx, kept.id, gone.id)
        _join_measures(tx, kept.id, gone.id)
        _join_round_items(tx, kept.id, gone.id)
        _repoint(tx, kept.id, gone.id)
        _join_municipalities(tx, kept, gone)
        _drop_doubled_links(tx, kept.id)
        tx.session.add(
            MergedProject(
                project_id=kept.id,
                key=gone.key,
                old_id=gone.id,
                title=gone.title,
                municipality_id=gone.municipality_id,
                at=tx.now.isoformat(timespec="seconds"),
            )
        )
        tx.describe(title=kept.title, other=gone.title)
        tx.session.execute(delete(Project).where(Project.id == gone.id))
        return ProjectId(kept.id)


def _fill(kept: Project, gone: Project, take: frozenset[str]) -> None:
    """Give the kept project what it lacks, and what is to be the other's."""
    for name in sorted(_MERGEABLE):
        columns = _COLUMNS.get(name, (name,))
        held, other = getattr(kept, columns[0]), getattr(gone, columns[0])
        if name in take:
            chosen = True
        elif name in fields.LISTS:
            setattr(kept, name, list(dict.fromkeys([*held, *other])))
            chosen = False
        else:
            chosen = name not in _OWN and held in (None, "", False) and other not in (None, "", False)
        if chosen:
            for column in columns:
                setattr(kept, column, getattr(gone, column))
    kept.extra = {**gone.extra, **kept.extra}


def _join_placements(tx: Transaction, kept: int, gone: int) -> None:
    """On boards with both, the kept one stays where it was placed; from the tray it goes where the other lies."""
    mine = {row.board_id: row for row in tx.session.scalars(select(Placement).where(Placement.project_id == kept))}
    for row in tx.session.scalars(select(Placement).where(Placement.project_id == gone)):
        held = mine.get(row.board_id)
        if held is not None and held.column_id is None and row.column_id is not None:
            held.column_id, held.order_key = row.column_id, row.order_key
    tx.session.flush()


def _join_measures(tx: Transaction, kept: int, gone: int) -> None:
    """In open plans with a measure of both, the kept one's takes over commitments, goals, risks and cases."""
    query = select(PlanItem).join(Plan, Plan.id == PlanItem.plan_id).where(Plan.frozen_at == "").order_by(PlanItem.id)
    mine: dict[int, PlanItem] = {}
    for item in tx.session.scalars(query.where(PlanItem.project_id == kept)):
        mine.setdefault(item.plan_id, item)
    for item in tx.session.scalars(query.where(PlanItem.project_id == gone)).all():
        held = mine.get(item.plan_id)
        if held is None:
            continue
        for table, column in _MEASURE_PARTS.items():
            _move_parts(tx, table, column, held.id, item.id)
        tx.session.flush()
        tx.session.execute(delete(PlanItem).where(PlanItem.id == item.id))


def _move_parts(tx: Transaction, table: type[_Part], column: str, held: int, item: int) -> None:
    """Hang what belongs to a measure on another one, where that has nothing of the kind yet."""
    known = {getattr(row, column) for row in tx.session.scalars(select(table).where(table.plan_item_id == held))}
    for row in tx.session.scalars(select(table).where(table.plan_item_id == item)):
        if getattr(row, column) not in known:
            row.plan_item_id = held


def _join_round_items(tx: Transaction, kept: int, gone: int) -> None:
    """In rounds nobody has opened the other one leaves; what a group has voted on stays, both under the kept one."""
    mine = select(RoundItem.round_id).where(RoundItem.project_id == kept)
    unopened = select(Round.id).where(Round.opened_at.is_(None), Round.id.in_(mine))
    for item in tx.session.scalars(
        select(RoundItem).where(RoundItem.project_id == gone, RoundItem.round_id.in_(unopened))
    ):
        tx.session.delete(item)
    tx.session.flush()


def _repoint(tx: Transaction, kept: int, gone: int) -> None:
    """Let everything that points at the one point at the other; what it has already is left, and goes with the row."""
    connection = tx.session.connection()
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if any(key.column is _project_id() for key in column.foreign_keys):
                statement = f"UPDATE OR IGNORE {table.name} SET {column.name} = ? WHERE {column.name} = ?"  # noqa: S608  names of our tables
                connection.exec_driver_sql(statement, (kept, gone))
    tx.session.expire_all()


def _project_id() -> Any:
    return cast("Table", Project.__table__).c.id


def _join_municipalities(tx: Transaction, kept: Project, gone: Project) -> None:
    taking_part = select(ProjectMunicipality).where(ProjectMunicipality.project_id == kept.id)
    known = {row.municipality_id: row for row in tx.session.scalars(taking_part)}
    if kept.municipality_id in known:
        tx.session.delete(known[kept.municipality_id])
    other = gone.municipality_id
    if other is not None and other not in known and other != kept.municipality_id:
        tx.session.add(ProjectMunicipality(project_id=kept.id, municipality_id=other))
    tx.session.flush()


def _drop_doubled_links(tx: Transaction, kept: int) -> None:
    """Of two things said about the same two projects the earlier one stays."""
    mine = or_(ProjectLink.one_id == kept, ProjectLink.other_id == kept)
    seen: set[int] = set()
    for link in tx.session.scalars(select(ProjectLink).where(mine).order_by(ProjectLink.id)).all():
        other = link.other_id if link.one_id == kept else link.one_id
        if other in seen:
            tx.session.delete(link)
        seen.add(other)
    tx.session.flush()
