"""Goals with their functions, criteria for prioritising, and risks."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from smartstad_desktop.storage.tables.base import STRICT, Base, TrilingualName


class Goal(TrilingualName, Base):
    """A desired improvement; goals may nest."""

    __tablename__ = "goal"
    __table_args__ = (UniqueConstraint("key"), STRICT)

    key: Mapped[str]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"))
    improvement_sv: Mapped[str] = mapped_column(default="")
    improvement_nb: Mapped[str] = mapped_column(default="")
    improvement_en: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]


class GoalFunction(TrilingualName, Base):
    """What must be possible for a goal to be reached; never a product."""

    __tablename__ = "goal_function"
    __table_args__ = (Index(None, "goal_id"), STRICT)

    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"))
    order_key: Mapped[str]


class Criterion(TrilingualName, Base):
    """A criterion for prioritising, with its weight and described steps (JSON step → language → text)."""

    __tablename__ = "criterion"
    __table_args__ = (UniqueConstraint("key"), CheckConstraint("weight >= 0", name="weight"), STRICT)

    key: Mapped[str]
    weight: Mapped[int]
    steps: Mapped[dict[str, Any]] = mapped_column(default=dict)
    order_key: Mapped[str]


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
