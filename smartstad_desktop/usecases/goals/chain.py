"""What a group can do with the chain from track to activity: add, name, move, delete, link, and tie to goals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from sqlalchemy import delete, select

from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.errors import FieldInvalid, RowGone
from smartstad_desktop.domain.goals.chain import NODE, TRACK, ActivityNeedsInitiative, NodeRef, refusal_to_link
from smartstad_desktop.domain.goals.goals import ChainLevel
from smartstad_desktop.storage.tables.chain import ChainGoal, ChainLink, ChainNode, ChainProject, TrackNode
from smartstad_desktop.storage.tables.programme import Track
from smartstad_desktop.usecases.command import Transaction, typing_key


@dataclass(frozen=True, slots=True, kw_only=True)
class AddChainNode:
    """Add a track or a node, last in its column, that comes from *below_of*; an activity needs its initiative there."""

    level: ChainLevel | None
    fields: Mapping[str, Any]
    below_of: NodeRef | None = None

    def execute(self, tx: Transaction) -> NodeRef:
        """Return the new node."""
        if self.level is ChainLevel.ACTIVITY and (
            self.below_of is None or self.below_of.level is not ChainLevel.INITIATIVE
        ):
            raise ActivityNeedsInitiative(field="upper")
        row = Track(key=uuid4().hex[:12]) if self.level is None else ChainNode(key=uuid4().hex[:12], level=self.level)
        _write(row, {"name_sv": ""} | dict(self.fields))
        row.order_key = ordering.between(_last_key(tx, self.level), None)
        tx.session.add(row)
        tx.session.flush()
        made = NodeRef(self.level, row.id)
        if self.below_of is not None:
            _link(tx, self.below_of, made)
        tx.describe(title=row.name_sv)
        return made


@dataclass(frozen=True, slots=True, kw_only=True)
class EditChainNode:
    """Change names or aims of a node, or the names of a track."""

    node: NodeRef
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.node)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        row = _row(tx, self.node)
        _write(row, self.changes)
        tx.describe(title=row.name_sv)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveChainNode:
    """Move a node before another one of its column, or last."""

    node: NodeRef
    before: NodeRef | None = None

    def execute(self, tx: Transaction) -> None:
        """Write a new order key, unless it lies there already."""
        row = _row(tx, self.node)
        tx.describe(title=row.name_sv)
        column = _column(tx, self.node.level)
        others = [each for each in column if each.id != row.id]
        wanted = None if self.before is None else self.before.id
        at = next((number for number, each in enumerate(others) if each.id == wanted), len(others))
        if self.before is not None and at == len(others) and self.before != self.node:
            raise RowGone(kind=row.__tablename__, row_id=wanted)
        if [*others[:at], row, *others[at:]] != list(column):
            low = others[at - 1].order_key if at else None
            row.order_key = ordering.between(low, others[at].order_key if at < len(others) else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteChainNode:
    """Delete a node with its links; the activities of an initiative go with it."""

    node: NodeRef

    def execute(self, tx: Transaction) -> None:
        """Delete it."""
        row = _row(tx, self.node)
        gone = [row.id]
        if self.node.level is ChainLevel.INITIATIVE:
            # An activity belongs to exactly one initiative, so it cannot outlive it.
            gone += tx.session.scalars(
                select(ChainNode.id)
                .join(ChainLink, ChainLink.lower_id == ChainNode.id)
                .where(ChainLink.upper_id == row.id, ChainNode.level == ChainLevel.ACTIVITY)
            )
        tx.describe(title=row.name_sv, count=len(gone))
        tx.session.execute(delete(type(row)).where(type(row).id.in_(gone)))


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkChainNodes:
    """Say that one node leads to another of a lower level, or not any more. A new initiative replaces an old one."""

    upper: NodeRef
    lower: NodeRef
    is_linked: bool = True

    def execute(self, tx: Transaction) -> None:
        """Write or remove the link.

        Raises:
            LinkBackwards: the link would lead upwards.
            ActivityNeedsInitiative: an activity would come from something else, or from nothing.
        """
        upper, lower = _row(tx, self.upper), _row(tx, self.lower)
        tx.describe(title=upper.name_sv, other=lower.name_sv, form="" if self.is_linked else "apart")
        if self.is_linked:
            _link(tx, self.upper, self.lower)
        elif self.lower.level is ChainLevel.ACTIVITY:
            raise ActivityNeedsInitiative(field="upper")
        elif self.upper.level is None:
            tx.session.execute(delete(TrackNode).where(TrackNode.track_id == upper.id, TrackNode.node_id == lower.id))
        else:
            tx.session.execute(delete(ChainLink).where(ChainLink.upper_id == upper.id, ChainLink.lower_id == lower.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class TieChainNode:
    """Set the goals a node serves, or the projects that carry it out; what is None stays."""

    node: NodeRef
    goals: frozenset[int] | None = None
    projects: frozenset[int] | None = None

    def execute(self, tx: Transaction) -> None:
        """Write the ties."""
        if self.node.level is None:
            raise FieldInvalid(field="goals")
        row = _row(tx, self.node)
        tx.describe(title=row.name_sv)
        if self.goals is not None:
            held = set(tx.session.scalars(select(ChainGoal.goal_id).where(ChainGoal.node_id == row.id)))
            gone = held - self.goals
            tx.session.execute(delete(ChainGoal).where(ChainGoal.node_id == row.id, ChainGoal.goal_id.in_(gone)))
            tx.session.add_all(ChainGoal(node_id=row.id, goal_id=goal) for goal in sorted(self.goals - held))
        if self.projects is not None:
            held = set(tx.session.scalars(select(ChainProject.project_id).where(ChainProject.node_id == row.id)))
            gone = held - self.projects
            tx.session.execute(
                delete(ChainProject).where(ChainProject.node_id == row.id, ChainProject.project_id.in_(gone))
            )
            tx.session.add_all(
                ChainProject(node_id=row.id, project_id=project) for project in sorted(self.projects - held)
            )


def _row(tx: Transaction, node: NodeRef) -> ChainNode | Track:
    return tx.get(Track, node.id) if node.level is None else tx.get(ChainNode, node.id)


def _write(row: ChainNode | Track, changes: Mapping[str, Any]) -> None:
    rules = NODE if isinstance(row, ChainNode) else TRACK
    for name, value in changes.items():
        setattr(row, name, rules.cleaned(name, value))


def _column(tx: Transaction, level: ChainLevel | None) -> Sequence[ChainNode | Track]:
    if level is None:
        return tx.session.scalars(select(Track).order_by(Track.order_key)).all()
    return tx.session.scalars(select(ChainNode).where(ChainNode.level == level).order_by(ChainNode.order_key)).all()


def _last_key(tx: Transaction, level: ChainLevel | None) -> str | None:
    column = _column(tx, level)
    return column[-1].order_key if column else None


def _link(tx: Transaction, upper: NodeRef, lower: NodeRef) -> None:
    if lower.level is None:
        raise FieldInvalid(field="upper")
    if upper.level is None:
        if lower.level is ChainLevel.ACTIVITY:
            raise ActivityNeedsInitiative(field="upper")
        held = select(TrackNode.id).where(TrackNode.track_id == upper.id, TrackNode.node_id == lower.id)
        if tx.session.scalar(held) is None:
            tx.session.add(TrackNode(track_id=upper.id, node_id=lower.id))
        return
    refusal = refusal_to_link(upper.level, lower.level)
    if refusal:
        raise refusal
    if lower.level is ChainLevel.ACTIVITY:
        tx.session.execute(delete(ChainLink).where(ChainLink.lower_id == lower.id, ChainLink.upper_id != upper.id))
    if (
        tx.session.scalar(select(ChainLink.id).where(ChainLink.upper_id == upper.id, ChainLink.lower_id == lower.id))
        is None
    ):
        tx.session.add(ChainLink(upper_id=upper.id, lower_id=lower.id))
