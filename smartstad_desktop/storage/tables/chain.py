"""The chain from track to activity (domain 1.2), and what it is tied to."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from smartstad_desktop.domain.goals.goals import ChainLevel
from smartstad_desktop.storage.tables.base import STRICT, Base, TrilingualName, one_of


class ChainNode(TrilingualName, Base):
    """A topic, challenge, solution, initiative or activity."""

    __tablename__ = "chain_node"
    __table_args__ = (UniqueConstraint("key"), one_of("level", ChainLevel), STRICT)

    key: Mapped[str]
    level: Mapped[str]
    aim_sv: Mapped[str] = mapped_column(default="")
    aim_nb: Mapped[str] = mapped_column(default="")
    aim_en: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]


class ChainLink(Base):
    """That one node leads to another of a lower level."""

    __tablename__ = "chain_link"
    __table_args__ = (
        UniqueConstraint("upper_id", "lower_id"),
        CheckConstraint("upper_id <> lower_id", name="two_nodes"),
        STRICT,
    )

    upper_id: Mapped[int] = mapped_column(ForeignKey("chain_node.id", ondelete="CASCADE"))
    lower_id: Mapped[int] = mapped_column(ForeignKey("chain_node.id", ondelete="CASCADE"))


class TrackNode(Base):
    """A node that belongs to a thematic track."""

    __tablename__ = "track_node"
    __table_args__ = (UniqueConstraint("track_id", "node_id"), STRICT)

    track_id: Mapped[int] = mapped_column(ForeignKey("track.id", ondelete="CASCADE"))
    node_id: Mapped[int] = mapped_column(ForeignKey("chain_node.id", ondelete="CASCADE"))


class ChainGoal(Base):
    """A goal that a node of the chain serves."""

    __tablename__ = "chain_goal"
    __table_args__ = (UniqueConstraint("node_id", "goal_id"), STRICT)

    node_id: Mapped[int] = mapped_column(ForeignKey("chain_node.id", ondelete="CASCADE"))
    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"))


class ChainProject(Base):
    """A project that carries a node of the chain out."""

    __tablename__ = "chain_project"
    __table_args__ = (UniqueConstraint("node_id", "project_id"), STRICT)

    node_id: Mapped[int] = mapped_column(ForeignKey("chain_node.id", ondelete="CASCADE"))
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
