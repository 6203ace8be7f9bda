"""The target vision, goals with what belongs to them, and risks."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from smartstad_desktop.domain.goals.goals import GoalKind, GoalRelationKind, Scale
from smartstad_desktop.storage.tables.base import STRICT, Base, TrilingualName, one_of


class Goal(TrilingualName, Base):
    """A desired improvement; goals may nest."""

    __tablename__ = "goal"
    __table_args__ = (
        UniqueConstraint("key"),
        one_of("kind", GoalKind),
        CheckConstraint("weight IS NULL OR weight >= 0", name="weight"),
        STRICT,
    )

    key: Mapped[str]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"))
    improvement_sv: Mapped[str] = mapped_column(default="")
    improvement_nb: Mapped[str] = mapped_column(default="")
    improvement_en: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]
    kind: Mapped[str] = mapped_column(default=GoalKind.GOAL.value, server_default=GoalKind.GOAL.value)
    weight: Mapped[int | None]
    current_state: Mapped[str] = mapped_column(default="", server_default="")
    desired_state: Mapped[str] = mapped_column(default="", server_default="")
    beneficiary: Mapped[str] = mapped_column(default="", server_default="")
    sustainability: Mapped[str] = mapped_column(default="", server_default="")
    participation: Mapped[str] = mapped_column(default="", server_default="")


class GoalFunction(TrilingualName, Base):
    """What must be possible for a goal to be reached; never a product."""

    __tablename__ = "goal_function"
    __table_args__ = (Index(None, "goal_id"), STRICT)

    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"))
    order_key: Mapped[str]
    current_state: Mapped[str] = mapped_column(default="", server_default="")
    desired_state: Mapped[str] = mapped_column(default="", server_default="")


class GoalLevel(TrilingualName, Base):
    """What the programme calls goals at a depth of the tree, counted from 1."""

    __tablename__ = "goal_level"
    __table_args__ = (UniqueConstraint("depth"), CheckConstraint("depth >= 1", name="depth"), STRICT)

    depth: Mapped[int]


class VisionStatement(Base):
    """One sentence of the target vision beside its lead text, with where it comes from."""

    __tablename__ = "vision_statement"
    __table_args__ = (STRICT,)

    text_sv: Mapped[str]
    text_nb: Mapped[str] = mapped_column(default="")
    text_en: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]


class Indicator(TrilingualName, Base):
    """What shows that a goal is reached: a measure with a baseline and a target, or why there is no number."""

    __tablename__ = "indicator"
    __table_args__ = (Index(None, "goal_id"), STRICT)

    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"))
    unit: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    baseline: Mapped[float | None]
    baseline_year: Mapped[int | None]
    target: Mapped[float | None]
    target_year: Mapped[int | None]
    unmeasured_reason: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]


class IndicatorValue(Base):
    """One measurement of an indicator."""

    __tablename__ = "indicator_value"
    __table_args__ = (UniqueConstraint("indicator_id", "measured_on"), STRICT)

    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id", ondelete="CASCADE"))
    measured_on: Mapped[date]
    value: Mapped[float]
    note: Mapped[str] = mapped_column(default="")


class GoalRelation(Base):
    """That reaching one goal supports or hinders another."""

    __tablename__ = "goal_relation"
    __table_args__ = (
        UniqueConstraint("from_id", "to_id"),
        CheckConstraint("from_id <> to_id", name="two_goals"),
        one_of("kind", GoalRelationKind),
        STRICT,
    )

    from_id: Mapped[int] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"))
    to_id: Mapped[int] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"))
    kind: Mapped[str]
    comment: Mapped[str] = mapped_column(default="")


class GoalSdg(Base):
    """A global goal (1–17) that a goal serves."""

    __tablename__ = "goal_sdg"
    __table_args__ = (
        UniqueConstraint("goal_id", "number"),
        CheckConstraint("number BETWEEN 1 AND 17", name="number"),
        STRICT,
    )

    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"))
    number: Mapped[int]


class ParentPlan(TrilingualName, Base):
    """A plan above the programme, such as a regional development plan, that goals answer to."""

    __tablename__ = "parent_plan"
    __table_args__ = (STRICT,)

    owner: Mapped[str] = mapped_column(default="")
    years: Mapped[str] = mapped_column(default="")
    link: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]


class DevelopmentArea(TrilingualName, Base):
    """An area of a parent plan."""

    __tablename__ = "development_area"
    __table_args__ = (Index(None, "parent_plan_id"), STRICT)

    parent_plan_id: Mapped[int] = mapped_column(ForeignKey("parent_plan.id", ondelete="CASCADE"))
    order_key: Mapped[str]


class GoalArea(Base):
    """A development area that a goal answers to."""

    __tablename__ = "goal_area"
    __table_args__ = (UniqueConstraint("goal_id", "area_id"), STRICT)

    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"))
    area_id: Mapped[int] = mapped_column(ForeignKey("development_area.id", ondelete="CASCADE"))


class MunicipalityGoal(Base):
    """How important a goal is to a municipality: −1 is against it, 0 not, 1 somewhat, 2 clearly, 3 first of all."""

    __tablename__ = "municipality_goal"
    __table_args__ = (
        UniqueConstraint("municipality_id", "goal_id"),
        CheckConstraint("importance BETWEEN -1 AND 3", name="importance"),
        STRICT,
    )

    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id", ondelete="CASCADE"))
    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"))
    importance: Mapped[int]
    comment: Mapped[str] = mapped_column(default="")


class ScaleStep(TrilingualName, Base):
    """What a number of a grid means, in the programme's own words."""

    __tablename__ = "scale_step"
    __table_args__ = (UniqueConstraint("scale", "step"), one_of("scale", Scale), STRICT)

    scale: Mapped[str]
    step: Mapped[int]
    meaning_sv: Mapped[str] = mapped_column(default="")
    meaning_nb: Mapped[str] = mapped_column(default="")
    meaning_en: Mapped[str] = mapped_column(default="")


class Risk(TrilingualName, Base):
    """Something that may go wrong, on a scale of 1–4 times 1–4."""

    __tablename__ = "risk"
    __table_args__ = (
        CheckConstraint("likelihood BETWEEN 1 AND 4", name="likelihood"),
        CheckConstraint("consequence BETWEEN 1 AND 4", name="consequence"),
        STRICT,
    )

    likelihood: Mapped[int]
    consequence: Mapped[int]
    response_sv: Mapped[str] = mapped_column(default="")
    response_nb: Mapped[str] = mapped_column(default="")
    response_en: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]
    owner: Mapped[str] = mapped_column(default="", server_default="")
    comment: Mapped[str] = mapped_column(default="", server_default="")
    review_on: Mapped[date | None]
    closed_on: Mapped[date | None]
