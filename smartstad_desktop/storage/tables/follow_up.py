"""Reports with what they told, results that were taken over, follow-up of measures, and reminders."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from smartstad_desktop.domain.follow_up.reports import Heading, ReportKind, ReportState
from smartstad_desktop.domain.follow_up.reuse import ReuseState
from smartstad_desktop.domain.programme.work import Light
from smartstad_desktop.storage.tables.base import STRICT, Base, one_of


class SteeringReport(Base):
    """A report to those who steer.

    ``figures`` is what it told when it was given, to say what changed since, and ``material`` the rest of it.
    """

    __tablename__ = "steering_report"
    __table_args__ = (one_of("kind", ReportKind), one_of("state", ReportState), STRICT)

    kind: Mapped[str]
    title: Mapped[str]
    period_from: Mapped[date | None]
    period_to: Mapped[date | None]
    due_on: Mapped[date | None]
    given_on: Mapped[date | None]
    body_id: Mapped[int | None] = mapped_column(ForeignKey("governance_body.id", ondelete="SET NULL"))
    state: Mapped[str] = mapped_column(default=ReportState.PLANNED.value)
    figures: Mapped[dict[str, Any]] = mapped_column(default=dict)
    material: Mapped[dict[str, Any]] = mapped_column(default=dict)
    order_key: Mapped[str]


class ReportText(Base):
    """What somebody wrote under a heading of a report."""

    __tablename__ = "report_text"
    __table_args__ = (UniqueConstraint("report_id", "heading"), one_of("heading", Heading), STRICT)

    report_id: Mapped[int] = mapped_column(ForeignKey("steering_report.id", ondelete="CASCADE"))
    heading: Mapped[str]
    text: Mapped[str]


class ResultReuse(Base):
    """A municipality and a result from elsewhere: a project's or a test's, exactly one of them."""

    __tablename__ = "result_reuse"
    __table_args__ = (
        UniqueConstraint("municipality_id", "project_id", "case_id"),
        CheckConstraint("(project_id IS NULL) <> (case_id IS NULL)", name="one_result"),
        Index(None, "project_id"),
        Index(None, "case_id"),
        one_of("state", ReuseState),
        STRICT,
    )

    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id", ondelete="CASCADE"))
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("routine_case.id", ondelete="CASCADE"))
    state: Mapped[str]
    noted_on: Mapped[date]
    comment: Mapped[str] = mapped_column(default="")


class MeasureFollowUp(Base):
    """How a measure goes in a municipality (or in all together): what was done, and what effect was seen."""

    __tablename__ = "measure_follow_up"
    __table_args__ = (Index(None, "plan_item_id"), one_of("light", Light, optional=True), STRICT)

    plan_item_id: Mapped[int] = mapped_column(ForeignKey("plan_item.id", ondelete="CASCADE"))
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="CASCADE"))
    noted_on: Mapped[date]
    done: Mapped[str] = mapped_column(default="")
    effect_seen: Mapped[str] = mapped_column(default="")
    light: Mapped[str | None]


class Reminder(Base):
    """A reminder of one's own, or (with ``about``) the answer to one the program gave: done, or put off.

    ``answered_due_on`` is the day the program's reminder was due when it was answered.
    """

    __tablename__ = "reminder"
    __table_args__ = (UniqueConstraint("about"), STRICT)

    about: Mapped[str | None]
    text: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    put_off_until: Mapped[date | None]
    answered_due_on: Mapped[date | None]
