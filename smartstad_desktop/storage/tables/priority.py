"""Criteria, weights, scores, scenarios and places set by hand."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from smartstad_desktop.domain.order.priority import Direction, WeightMethod
from smartstad_desktop.storage.tables.base import STRICT, Base, TrilingualName, one_of


class Criterion(TrilingualName, Base):
    """A criterion for prioritising, with its weight and described steps (JSON step → language → text)."""

    __tablename__ = "criterion"
    __table_args__ = (
        UniqueConstraint("key"),
        CheckConstraint("weight >= 0", name="weight"),
        one_of("direction", Direction),
        STRICT,
    )

    key: Mapped[str]
    weight: Mapped[int]
    steps: Mapped[dict[str, Any]] = mapped_column(default=dict)
    order_key: Mapped[str]
    direction: Mapped[str] = mapped_column(default=Direction.BENEFIT.value, server_default=Direction.BENEFIT.value)
    meaning_sv: Mapped[str] = mapped_column(default="", server_default="")
    meaning_nb: Mapped[str] = mapped_column(default="", server_default="")
    meaning_en: Mapped[str] = mapped_column(default="", server_default="")


class Weighting(Base):
    """Weights somebody arrived at: a municipality, or all together when there is none."""

    __tablename__ = "weighting"
    __table_args__ = (
        Index("uq_weighting_whose", text("ifnull(municipality_id, 0)"), unique=True),
        one_of("method", WeightMethod),
        STRICT,
    )

    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="CASCADE"))
    method: Mapped[str]
    at: Mapped[str]
    note: Mapped[str] = mapped_column(default="")


class WeightingValue(Base):
    """The weight of a criterion in a weighting; for an order by hand also its place and the gap above it."""

    __tablename__ = "weighting_value"
    __table_args__ = (
        UniqueConstraint("weighting_id", "criterion_id"),
        CheckConstraint("weight >= 0", name="weight"),
        CheckConstraint("gap IS NULL OR gap >= 0", name="gap"),
        STRICT,
    )

    weighting_id: Mapped[int] = mapped_column(ForeignKey("weighting.id", ondelete="CASCADE"))
    criterion_id: Mapped[int] = mapped_column(ForeignKey("criterion.id", ondelete="CASCADE"))
    weight: Mapped[float]
    place: Mapped[int | None]
    gap: Mapped[int | None]


class WeightingComparison(Base):
    """How many times as important one criterion is as another (1/9–9), in pairwise comparison."""

    __tablename__ = "weighting_comparison"
    __table_args__ = (
        UniqueConstraint("weighting_id", "one_id", "other_id"),
        CheckConstraint("one_id < other_id", name="ordered"),
        CheckConstraint("ratio > 0", name="ratio"),
        STRICT,
    )

    weighting_id: Mapped[int] = mapped_column(ForeignKey("weighting.id", ondelete="CASCADE"))
    one_id: Mapped[int] = mapped_column(ForeignKey("criterion.id", ondelete="CASCADE"))
    other_id: Mapped[int] = mapped_column(ForeignKey("criterion.id", ondelete="CASCADE"))
    ratio: Mapped[float]


class Score(Base):
    """What a municipality, or all together when there is none, gives a project on a criterion (1–5)."""

    __tablename__ = "score"
    __table_args__ = (
        Index("uq_score_whose", "project_id", "criterion_id", text("ifnull(municipality_id, 0)"), unique=True),
        Index(None, "criterion_id"),
        CheckConstraint("value BETWEEN 1 AND 5", name="value"),
        STRICT,
    )

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    criterion_id: Mapped[int] = mapped_column(ForeignKey("criterion.id", ondelete="CASCADE"))
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="CASCADE"))
    value: Mapped[float]
    comment: Mapped[str] = mapped_column(default="")


class Scenario(Base):
    """A named what-if: other weights (criterion key → weight) and another budget."""

    __tablename__ = "scenario"
    __table_args__ = (CheckConstraint("budget IS NULL OR budget >= 0", name="budget"), STRICT)

    name: Mapped[str]
    weights: Mapped[dict[str, Any]] = mapped_column(default=dict)
    budget: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]


class PlaceByHand(Base):
    """A place in the order that people gave a project against the computed one, and why."""

    __tablename__ = "place_by_hand"
    __table_args__ = (UniqueConstraint("project_id"), CheckConstraint("place >= 1", name="place"), STRICT)

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    place: Mapped[int]
    reason: Mapped[str]
    decided_by: Mapped[str] = mapped_column(default="")
    at: Mapped[str]
