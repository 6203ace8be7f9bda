"""Testbeds, and cases that travel through a routine: checklists with evidence, gates, roles and a log."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Double, ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from smartstad_desktop.domain.inventory import Maturity
from smartstad_desktop.domain.testbeds.routines import (
    CaseState,
    CheckState,
    EvidenceKind,
    GateAnswer,
    LogKind,
    RoutineKind,
)
from smartstad_desktop.domain.testbeds.testbeds import Environment, Intake, Nature, Recommendation, Tested
from smartstad_desktop.storage.tables.base import STRICT, UNJOURNALED, Base, one_of


class Testbed(Base):
    """A place, physical or virtual, where things can be tried."""

    __tablename__ = "testbed"
    __table_args__ = (
        UniqueConstraint("key"),
        one_of("nature", Nature),
        one_of("environment", Environment, optional=True),
        STRICT,
    )

    key: Mapped[str]
    name: Mapped[str]
    what: Mapped[str] = mapped_column(default="")
    nature: Mapped[str]
    environment: Mapped[str | None]
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="SET NULL"))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="SET NULL"))
    owner_unit: Mapped[str] = mapped_column(default="")
    contact_role: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    access: Mapped[str] = mapped_column(default="")
    constraints: Mapped[str] = mapped_column(default="")
    is_active: Mapped[bool] = mapped_column(default=True)
    order_key: Mapped[str]


class RoutineCase(Base):
    """Something that travels through a routine: a test or a procurement.

    The stage is None before the first and after the last. ``ended_on`` is the day it was completed or stopped.
    """

    __tablename__ = "routine_case"
    __table_args__ = (
        UniqueConstraint("key"),
        Index(None, "routine_id"),
        Index(None, "stage_id"),
        one_of("kind", RoutineKind),
        one_of("state", CaseState),
        CheckConstraint("starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on", name="period"),
        STRICT,
    )

    key: Mapped[str]
    kind: Mapped[str]
    title: Mapped[str]
    what: Mapped[str] = mapped_column(default="")
    why: Mapped[str] = mapped_column(default="")
    routine_id: Mapped[int] = mapped_column(ForeignKey("routine.id", ondelete="RESTRICT"))
    stage_id: Mapped[int | None] = mapped_column(ForeignKey("routine_stage.id", ondelete="RESTRICT"))
    state: Mapped[str] = mapped_column(default=CaseState.OPEN.value)
    state_reason: Mapped[str] = mapped_column(default="")
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="SET NULL"))
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="SET NULL"))
    need_id: Mapped[int | None] = mapped_column(ForeignKey("citizen_need.id", ondelete="SET NULL"))
    goal_function_id: Mapped[int | None] = mapped_column(ForeignKey("goal_function.id", ondelete="SET NULL"))
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    what_next: Mapped[str] = mapped_column(default="")
    lesson: Mapped[str] = mapped_column(default="")
    is_confidential: Mapped[bool] = mapped_column(default=False)
    confidentiality_reason: Mapped[str] = mapped_column(default="")
    comment: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]


class TestbedCase(Base):
    """What only a test has: hypothesis, agreement, recommendation and the result that can be shared."""

    __tablename__ = "testbed_case"
    __table_args__ = (
        UniqueConstraint("case_id"),
        Index(None, "testbed_id"),
        one_of("tested", Tested, optional=True),
        one_of("intake", Intake, optional=True),
        one_of("maturity", Maturity, optional=True),
        one_of("recommendation", Recommendation, optional=True),
        CheckConstraint("cost IS NULL OR cost >= 0", name="cost"),
        STRICT,
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("routine_case.id", ondelete="CASCADE"))
    testbed_id: Mapped[int | None] = mapped_column(ForeignKey("testbed.id", ondelete="SET NULL"))
    tester_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="SET NULL"))
    tested: Mapped[str | None]
    intake: Mapped[str | None]
    maturity: Mapped[str | None]
    hypothesis: Mapped[str] = mapped_column(default="")
    agreed_on: Mapped[date | None]
    agreement_roles: Mapped[str] = mapped_column(default="")
    cost: Mapped[int | None]
    agreement_cost: Mapped[str] = mapped_column(default="")
    agreement_rights: Mapped[str] = mapped_column(default="")
    agreement_data: Mapped[str] = mapped_column(default="")
    agreement_publicity: Mapped[str] = mapped_column(default="")
    agreement_liability: Mapped[str] = mapped_column(default="")
    agreement_removal: Mapped[str] = mapped_column(default="")
    recommendation: Mapped[str | None]
    result_what: Mapped[str] = mapped_column(default="")
    result_how: Mapped[str] = mapped_column(default="")
    result_cost: Mapped[str] = mapped_column(default="")
    result_contact: Mapped[str] = mapped_column(default="")
    result_licence: Mapped[str] = mapped_column(default="")
    shared_on: Mapped[date | None]


class CaseMunicipality(Base):
    """A municipality that joins a test led by another one."""

    __tablename__ = "case_municipality"
    __table_args__ = (UniqueConstraint("case_id", "municipality_id"), STRICT)

    case_id: Mapped[int] = mapped_column(ForeignKey("routine_case.id", ondelete="CASCADE"))
    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id", ondelete="CASCADE"))


class CaseProject(Base):
    """A project of the inventory that a case is about, beside the one it came from."""

    __tablename__ = "case_project"
    __table_args__ = (UniqueConstraint("case_id", "project_id"), Index(None, "project_id"), STRICT)

    case_id: Mapped[int] = mapped_column(ForeignKey("routine_case.id", ondelete="CASCADE"))
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))


class CaseRole(Base):
    """Who holds a role of the routine in a case; ``holder`` is a function or a unit in words."""

    __tablename__ = "case_role"
    __table_args__ = (UniqueConstraint("case_id", "role_id"), STRICT)

    case_id: Mapped[int] = mapped_column(ForeignKey("routine_case.id", ondelete="CASCADE"))
    role_id: Mapped[int] = mapped_column(ForeignKey("routine_role.id", ondelete="CASCADE"))
    holder: Mapped[str] = mapped_column(default="")
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="SET NULL"))


class CaseCheck(Base):
    """How a point of the checklist stands in a case."""

    __tablename__ = "case_check"
    __table_args__ = (UniqueConstraint("case_id", "item_id"), one_of("state", CheckState), STRICT)

    case_id: Mapped[int] = mapped_column(ForeignKey("routine_case.id", ondelete="CASCADE"))
    item_id: Mapped[int] = mapped_column(ForeignKey("checklist_item.id", ondelete="RESTRICT"))
    state: Mapped[str]
    done_on: Mapped[date | None]
    done_by: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")


class StoredFile(Base):
    """The bytes of a file that serves as evidence, kept once per content."""

    __tablename__ = "stored_file"
    __table_args__ = (
        UniqueConstraint("sha256"),
        STRICT
        | {"info": {UNJOURNALED: "the bytes are kept even when the evidence is undone, and would fill the journal"}},
    )

    sha256: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary)


class CaseEvidence(Base):
    """What shows that a point is settled: a file kept in the workspace, a link, or a note."""

    __tablename__ = "case_evidence"
    __table_args__ = (Index(None, "case_id"), Index(None, "item_id"), one_of("kind", EvidenceKind), STRICT)

    case_id: Mapped[int] = mapped_column(ForeignKey("routine_case.id", ondelete="CASCADE"))
    item_id: Mapped[int | None] = mapped_column(ForeignKey("checklist_item.id", ondelete="RESTRICT"))
    kind: Mapped[str]
    name: Mapped[str]
    link: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    file_id: Mapped[int | None] = mapped_column(ForeignKey("stored_file.id", ondelete="RESTRICT"))
    added_on: Mapped[date]


class GateDecision(Base):
    """What was decided at the gate of a stage; several in a row when a case was sent back."""

    __tablename__ = "gate_decision"
    __table_args__ = (Index(None, "case_id"), one_of("answer", GateAnswer), STRICT)

    case_id: Mapped[int] = mapped_column(ForeignKey("routine_case.id", ondelete="CASCADE"))
    stage_id: Mapped[int] = mapped_column(ForeignKey("routine_stage.id", ondelete="RESTRICT"))
    answer: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    changes: Mapped[str] = mapped_column(default="")
    decided_on: Mapped[date]
    decided_by: Mapped[str]


class CaseIndicator(Base):
    """What a case is measured by: before, aimed at, and after."""

    __tablename__ = "case_indicator"
    __table_args__ = (Index(None, "case_id"), STRICT)

    case_id: Mapped[int] = mapped_column(ForeignKey("routine_case.id", ondelete="CASCADE"))
    name: Mapped[str]
    unit: Mapped[str] = mapped_column(default="")
    method: Mapped[str] = mapped_column(default="")
    baseline: Mapped[float | None] = mapped_column(Double)
    baseline_on: Mapped[date | None]
    target: Mapped[float | None] = mapped_column(Double)
    result: Mapped[float | None] = mapped_column(Double)
    result_on: Mapped[date | None]
    comment: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]


class CaseLog(Base):
    """A line in the log of a case; ``told_to`` is who got the information."""

    __tablename__ = "case_log"
    __table_args__ = (Index(None, "case_id"), one_of("kind", LogKind), STRICT)

    case_id: Mapped[int] = mapped_column(ForeignKey("routine_case.id", ondelete="CASCADE"))
    happened_on: Mapped[date]
    kind: Mapped[str]
    text: Mapped[str]
    told_to: Mapped[str] = mapped_column(default="")
