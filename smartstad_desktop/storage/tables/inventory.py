"""Projects of the inventory and what they are linked to (domain 6.5)."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from smartstad_desktop.domain.inventory import FundingNature, Maturity, MunicipalityRole, Possibility, Status
from smartstad_desktop.domain.links import Relation
from smartstad_desktop.domain.values import Precision
from smartstad_desktop.storage.tables.base import STRICT, Base, one_of


class Project(Base):
    """A project, idea or example from elsewhere, as the municipality describes it.

    Money is in whole kronor. A start or an end is the first and last day it may mean, how exactly it was written, and
    the words that were written.
    """

    __tablename__ = "project"
    __table_args__ = (
        UniqueConstraint("key"),
        Index(None, "municipality_id"),
        one_of("status", Status),
        one_of("remembered_status", Status, optional=True),
        one_of("start_precision", Precision, optional=True),
        one_of("end_precision", Precision, optional=True),
        one_of("funding_nature", FundingNature, optional=True),
        one_of("municipality_role", MunicipalityRole, optional=True),
        one_of("maturity", Maturity, optional=True),
        one_of("testbed_use", Possibility, optional=True),
        one_of("procurement_potential", Possibility, optional=True),
        CheckConstraint("budget_total IS NULL OR budget_total >= 0", name="budget_total"),
        CheckConstraint("cost_to_date IS NULL OR cost_to_date >= 0", name="cost_to_date"),
        CheckConstraint("municipality_id IS NOT NULL OR is_external = 1", name="has_municipality"),
        STRICT,
    )

    key: Mapped[str]
    external_ref: Mapped[str] = mapped_column(default="")
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="RESTRICT"))
    title: Mapped[str]
    alias: Mapped[str] = mapped_column(default="")
    what: Mapped[str] = mapped_column(default="")
    why: Mapped[str] = mapped_column(default="")
    how: Mapped[str] = mapped_column(default="")
    status: Mapped[str]
    remembered_status: Mapped[str | None]
    status_reason: Mapped[str] = mapped_column(default="")
    review_on: Mapped[date | None]
    is_external: Mapped[bool] = mapped_column(default=False)
    needs: Mapped[str] = mapped_column(default="")
    owner_unit: Mapped[str] = mapped_column(default="")
    contact_role: Mapped[str] = mapped_column(default="")
    contact_email: Mapped[str] = mapped_column(default="")
    start_first: Mapped[date | None]
    start_last: Mapped[date | None]
    start_precision: Mapped[str | None]
    start_written: Mapped[str] = mapped_column(default="")
    end_first: Mapped[date | None]
    end_last: Mapped[date | None]
    end_precision: Mapped[str | None]
    end_written: Mapped[str] = mapped_column(default="")
    budget_total: Mapped[int | None]
    budget_on: Mapped[date | None]
    budget_written: Mapped[str] = mapped_column(default="")
    cost_to_date: Mapped[int | None]
    cost_on: Mapped[date | None]
    cost_written: Mapped[str] = mapped_column(default="")
    funding: Mapped[list[str]] = mapped_column(default=list)
    funding_nature: Mapped[str | None]
    partners: Mapped[list[str]] = mapped_column(default=list)
    actor_types: Mapped[list[str]] = mapped_column(default=list)
    municipality_role: Mapped[str | None]
    technologies: Mapped[list[str]] = mapped_column(default=list)
    maturity: Mapped[str | None]
    testbed_use: Mapped[str | None]
    testbed_note: Mapped[str] = mapped_column(default="")
    procurement_potential: Mapped[str | None]
    procurement_note: Mapped[str] = mapped_column(default="")
    expected_effect: Mapped[str] = mapped_column(default="")
    beneficiary: Mapped[list[str]] = mapped_column(default=list)
    observed_effect: Mapped[str] = mapped_column(default="")
    is_shareable: Mapped[bool] = mapped_column(default=False)
    shareable: Mapped[str] = mapped_column(default="")
    lesson: Mapped[str] = mapped_column(default="")
    risks: Mapped[str] = mapped_column(default="")
    resident_involvement: Mapped[str] = mapped_column(default="")
    is_city_wide: Mapped[bool] = mapped_column(default=False)
    challenges_core: Mapped[bool] = mapped_column(default=False)
    is_lighthouse: Mapped[bool] = mapped_column(default=False)
    link: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    updated_on: Mapped[date | None]
    confirmed_on: Mapped[date | None]
    is_confidential: Mapped[bool] = mapped_column(default=False)
    confidentiality_reason: Mapped[str] = mapped_column(default="")
    comment: Mapped[str] = mapped_column(default="")
    extra: Mapped[dict[str, Any]] = mapped_column(default=dict)
    content_language: Mapped[str] = mapped_column(default="sv")
    transferability: Mapped[str] = mapped_column(default="", server_default="")


class ProjectMunicipality(Base):
    """A municipality that takes part in a project led by another one."""

    __tablename__ = "project_municipality"
    __table_args__ = (UniqueConstraint("project_id", "municipality_id"), STRICT)

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id", ondelete="CASCADE"))


class ProjectTheme(Base):
    """A theme of a project."""

    __tablename__ = "project_theme"
    __table_args__ = (UniqueConstraint("project_id", "theme_id"), STRICT)

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    theme_id: Mapped[int] = mapped_column(ForeignKey("theme.id", ondelete="CASCADE"))


class ProjectGoal(Base):
    """How much a project contributes to a goal: −1 works against, 1 indirectly, 2 clearly, 3 directly."""

    __tablename__ = "project_goal"
    __table_args__ = (
        UniqueConstraint("project_id", "goal_id"),
        CheckConstraint("contribution BETWEEN -1 AND 3", name="contribution"),
        STRICT,
    )

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"))
    contribution: Mapped[int]
    comment: Mapped[str] = mapped_column(default="")


class ProjectSdg(Base):
    """A global goal (1–17) that a project serves."""

    __tablename__ = "project_sdg"
    __table_args__ = (
        UniqueConstraint("project_id", "sdg"),
        CheckConstraint("sdg BETWEEN 1 AND 17", name="sdg"),
        STRICT,
    )

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    sdg: Mapped[int]


class ProjectAdopter(Base):
    """A municipality that could adopt what a project elsewhere has shown."""

    __tablename__ = "project_adopter"
    __table_args__ = (UniqueConstraint("project_id", "municipality_id"), STRICT)

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id", ondelete="CASCADE"))


class ProjectLink(Base):
    """What somebody has said about two projects; for an adoption the first is the one that adopts."""

    __tablename__ = "project_link"
    __table_args__ = (
        UniqueConstraint("one_id", "other_id"),
        CheckConstraint("one_id <> other_id", name="two_projects"),
        Index(None, "other_id"),
        one_of("relation", Relation),
        STRICT,
    )

    one_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    other_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    relation: Mapped[str]
    comment: Mapped[str] = mapped_column(default="")


class MergedProject(Base):
    """A project that became part of another: its key still finds the one that was kept."""

    __tablename__ = "merged_project"
    __table_args__ = (UniqueConstraint("key"), Index(None, "project_id"), STRICT)

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    key: Mapped[str]
    old_id: Mapped[int]
    title: Mapped[str]
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="SET NULL"))
    at: Mapped[str]
