"""The development plan: measures and what each municipality commits to."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.plan.parts import AsideKind, Horizon, MeasureOrigin, SigningManner
from smartstad_desktop.domain.plan.plan import CommitmentRole, PlanStatus
from smartstad_desktop.storage.tables.base import STRICT, Base, one_of


class Plan(Base):
    """One version of the development plan.

    ``decided_on`` to ``dissent`` and what follows ``replaces_id`` about the decision are filled in after freezing.
    """

    __tablename__ = "plan"
    __table_args__ = (
        one_of("status", PlanStatus),
        one_of("outcome", Outcome, optional=True),
        one_of("signing", SigningManner, optional=True),
        STRICT,
    )

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
    responsible: Mapped[str] = mapped_column(default="", server_default="")
    change_note: Mapped[str] = mapped_column(default="", server_default="")
    revise_on: Mapped[date | None]
    body_id: Mapped[int | None] = mapped_column(ForeignKey("governance_body.id", ondelete="SET NULL"))
    outcome: Mapped[str | None]
    paragraph: Mapped[str] = mapped_column(default="", server_default="")
    absent: Mapped[str] = mapped_column(default="", server_default="")
    signing: Mapped[str | None]


class PlanItem(Base):
    """A measure of the plan.

    ``time`` is the time as it was written; ``starts_on`` and ``ends_on`` are what it was understood as.
    ``workshop_place`` is the place that the workshop or the computed order gave it, when it was taken from there.
    """

    __tablename__ = "plan_item"
    __table_args__ = (
        Index(None, "plan_id"),
        Index(None, "project_id"),
        CheckConstraint("money_one_off IS NULL OR money_one_off >= 0", name="money_one_off"),
        CheckConstraint("money_running IS NULL OR money_running >= 0", name="money_running"),
        one_of("origin", MeasureOrigin),
        one_of("horizon", Horizon, optional=True),
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
    beneficiary: Mapped[str] = mapped_column(default="", server_default="")
    horizon: Mapped[str | None]
    owner_municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="SET NULL"))
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    origin: Mapped[str] = mapped_column(default=MeasureOrigin.HAND.value, server_default=MeasureOrigin.HAND.value)
    round_id: Mapped[int | None] = mapped_column(ForeignKey("round.id", ondelete="SET NULL"))
    workshop_place: Mapped[int | None]


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
    adoption_id: Mapped[int | None] = mapped_column(ForeignKey("plan_adoption.id", ondelete="SET NULL"))


class CommitmentYear(Base):
    """How much of a commitment's budget falls on one year, in whole kronor."""

    __tablename__ = "commitment_year"
    __table_args__ = (
        UniqueConstraint("commitment_id", "year"),
        CheckConstraint("amount >= 0", name="amount"),
        STRICT,
    )

    commitment_id: Mapped[int] = mapped_column(ForeignKey("commitment.id", ondelete="CASCADE"))
    year: Mapped[int]
    amount: Mapped[int]


class PlanItemGoal(Base):
    """How a measure serves a goal: from 1 (indirectly) to 3 (directly), below zero when it works against it."""

    __tablename__ = "plan_item_goal"
    __table_args__ = (
        UniqueConstraint("plan_item_id", "goal_id"),
        Index(None, "goal_id"),
        CheckConstraint("contribution BETWEEN -3 AND 3", name="contribution"),
        STRICT,
    )

    plan_item_id: Mapped[int] = mapped_column(ForeignKey("plan_item.id", ondelete="CASCADE"))
    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"))
    contribution: Mapped[int]


class PlanItemRisk(Base):
    """A risk of the programme that a measure has to live with."""

    __tablename__ = "plan_item_risk"
    __table_args__ = (UniqueConstraint("plan_item_id", "risk_id"), Index(None, "risk_id"), STRICT)

    plan_item_id: Mapped[int] = mapped_column(ForeignKey("plan_item.id", ondelete="CASCADE"))
    risk_id: Mapped[int] = mapped_column(ForeignKey("risk.id", ondelete="CASCADE"))


class PlanItemCase(Base):
    """A test or a joint procurement that a measure goes through."""

    __tablename__ = "plan_item_case"
    __table_args__ = (UniqueConstraint("plan_item_id", "case_id"), Index(None, "case_id"), STRICT)

    plan_item_id: Mapped[int] = mapped_column(ForeignKey("plan_item.id", ondelete="CASCADE"))
    case_id: Mapped[int] = mapped_column(ForeignKey("routine_case.id", ondelete="CASCADE"))


class PlanAside(Base):
    """Something that is no measure, and why: not prioritised now, or stopped.

    ``receiver`` takes over what is stopped; ``time`` is when it ends as it was written, ``ends_on`` as understood.
    """

    __tablename__ = "plan_aside"
    __table_args__ = (Index(None, "plan_id"), Index(None, "project_id"), one_of("kind", AsideKind), STRICT)

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    kind: Mapped[str]
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="SET NULL"))
    title: Mapped[str]
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="SET NULL"))
    reason: Mapped[str] = mapped_column(default="")
    receiver: Mapped[str] = mapped_column(default="")
    time: Mapped[str] = mapped_column(default="")
    ends_on: Mapped[date | None]
    order_key: Mapped[str]


class PlanChapter(Base):
    """A chapter of the plan that people write themselves; its text is CommonMark."""

    __tablename__ = "plan_chapter"
    __table_args__ = (Index(None, "plan_id"), STRICT)

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    title: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]
