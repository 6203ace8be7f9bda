"""The development plan: measures and what each municipality commits to."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from smartstad_desktop.domain.plan.plan import CommitmentRole, PlanStatus
from smartstad_desktop.storage.tables.base import STRICT, Base, one_of


class Plan(Base):
    """One version of the development plan."""

    __tablename__ = "plan"
    __table_args__ = (one_of("status", PlanStatus), STRICT)

    title: Mapped[str]
    subtitle: Mapped[str] = mapped_column(default="")
    first_year: Mapped[int | None]
    last_year: Mapped[int | None]
    version: Mapped[str] = mapped_column(default="0.1")
    status: Mapped[str] = mapped_column(default=PlanStatus.DRAFT.value)
    case_number: Mapped[str] = mapped_column(default="")
    summary: Mapped[str] = mapped_column(default="")
    deciding_body: Mapped[str] = mapped_column(default="")
    decided_on: Mapped[date | None]
    decided_at: Mapped[str] = mapped_column(default="")
    clauses: Mapped[list[str]] = mapped_column(default=list)
    present: Mapped[str] = mapped_column(default="")
    dissent: Mapped[str] = mapped_column(default="")
    not_prioritised: Mapped[str] = mapped_column(default="")
    frozen_at: Mapped[str] = mapped_column(default="")
    content_hash: Mapped[str] = mapped_column(default="")
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id", ondelete="SET NULL"))


class PlanItem(Base):
    """A measure of the plan."""

    __tablename__ = "plan_item"
    __table_args__ = (
        Index(None, "plan_id"),
        Index(None, "project_id"),
        CheckConstraint("money_one_off IS NULL OR money_one_off >= 0", name="money_one_off"),
        CheckConstraint("money_running IS NULL OR money_running >= 0", name="money_running"),
        STRICT,
    )

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="SET NULL"))
    title: Mapped[str]
    band: Mapped[str] = mapped_column(default="")
    why: Mapped[str] = mapped_column(default="")
    what: Mapped[str] = mapped_column(default="")
    effect: Mapped[str] = mapped_column(default="")
    owner: Mapped[str] = mapped_column(default="")
    time: Mapped[str] = mapped_column(default="")
    money_one_off: Mapped[int | None]
    money_running: Mapped[int | None]
    money_source: Mapped[str] = mapped_column(default="")
    risk: Mapped[str] = mapped_column(default="")
    next_decision: Mapped[str] = mapped_column(default="")
    deviation_reason: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]


class Commitment(Base):
    """What one municipality commits to in one measure; the budget is in whole kronor."""

    __tablename__ = "commitment"
    __table_args__ = (
        UniqueConstraint("plan_item_id", "municipality_id"),
        one_of("role", CommitmentRole),
        CheckConstraint("budget IS NULL OR budget >= 0", name="budget"),
        STRICT,
    )

    plan_item_id: Mapped[int] = mapped_column(ForeignKey("plan_item.id", ondelete="CASCADE"))
    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id", ondelete="CASCADE"))
    role: Mapped[str]
    year: Mapped[str] = mapped_column(default="")
    budget: Mapped[int | None]
    adoption: Mapped[str] = mapped_column(default="")
    owner_unit: Mapped[str] = mapped_column(default="", server_default="")
    comment: Mapped[str] = mapped_column(default="", server_default="")
