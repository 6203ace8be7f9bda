"""The chain from track to activity, column by column, with its links and what each node is tied to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from smartstad_desktop.domain.goals.chain import COLUMNS, ChainEdge, NodeRef
from smartstad_desktop.domain.goals.goals import ChainLevel
from smartstad_desktop.domain.values import Named
from smartstad_desktop.reads.goals.goals import named
from smartstad_desktop.storage.tables.chain import ChainGoal, ChainLink, ChainNode, ChainProject, TrackNode
from smartstad_desktop.storage.tables.goals import Goal
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.programme import Track


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainRow:
    """A track or a node; ``links`` counts its neighbours in both directions."""

    ref: NodeRef
    key: str
    name: Named
    aim: Named
    links: int
    goals: frozenset[int]
    projects: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainRead:
    """The whole chain, with the names of goals and projects that a node can be tied to."""

    columns: Mapping[ChainLevel | None, tuple[ChainRow, ...]]
    edges: tuple[ChainEdge, ...]
    goal_names: Mapping[int, Named]
    project_titles: Mapping[int, str]

    def row(self, ref: NodeRef) -> ChainRow | None:
        """Return the row of *ref*, or None when it has been deleted."""
        return next((row for row in self.columns[ref.level] if row.ref == ref), None)


def chain(connection: Connection) -> ChainRead:
    """Return the chain."""
    nodes = connection.execute(select(ChainNode.__table__).order_by(ChainNode.order_key, ChainNode.id)).all()
    refs = {row.id: NodeRef(ChainLevel(row.level), row.id) for row in nodes}
    edges = _edges(connection, refs)
    links: defaultdict[NodeRef, int] = defaultdict(int)
    for edge in edges:
        links[edge.upper] += 1
        links[edge.lower] += 1
    goals, projects = _ties(connection)
    columns: dict[ChainLevel | None, list[ChainRow]] = {level: [] for level in COLUMNS}
    for row in connection.execute(select(Track.__table__).order_by(Track.order_key, Track.id)):
        ref = NodeRef(None, row.id)
        columns[None].append(
            ChainRow(
                ref=ref,
                key=row.key,
                name=named(row),
                aim=Named(""),
                links=links[ref],
                goals=frozenset(),
                projects=frozenset(),
            )
        )
    for row in nodes:
        ref = refs[row.id]
        columns[ref.level].append(
            ChainRow(
                ref=ref,
                key=row.key,
                name=named(row),
                aim=named(row, "aim"),
                links=links[ref],
                goals=goals[row.id],
                projects=projects[row.id],
            )
        )
    return ChainRead(
        columns={level: tuple(rows) for level, rows in columns.items()},
        edges=edges,
        goal_names={row.id: named(row) for row in connection.execute(select(Goal.__table__).order_by(Goal.order_key))},
        project_titles={
            row.id: row.title
            for row in connection.execute(
                select(Project.id, Project.title).where(Project.is_external.is_(False)).order_by(Project.title)
            )
        },
    )


def _edges(connection: Connection, refs: Mapping[int, NodeRef]) -> tuple[ChainEdge, ...]:
    tracks = connection.execute(select(TrackNode.track_id, TrackNode.node_id).order_by(TrackNode.id))
    links = connection.execute(select(ChainLink.upper_id, ChainLink.lower_id).order_by(ChainLink.id))
    return (
        *(ChainEdge(NodeRef(None, row.track_id), refs[row.node_id]) for row in tracks),
        *(ChainEdge(refs[row.upper_id], refs[row.lower_id]) for row in links),
    )


def _ties(connection: Connection) -> tuple[Mapping[int, frozenset[int]], Mapping[int, frozenset[int]]]:
    goals: defaultdict[int, frozenset[int]] = defaultdict(frozenset)
    for row in connection.execute(select(ChainGoal.node_id, ChainGoal.goal_id)):
        goals[row.node_id] |= {row.goal_id}
    projects: defaultdict[int, frozenset[int]] = defaultdict(frozenset)
    for row in connection.execute(select(ChainProject.node_id, ChainProject.project_id)):
        projects[row.node_id] |= {row.project_id}
    return goals, projects
