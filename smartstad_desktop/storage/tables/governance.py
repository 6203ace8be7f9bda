"""Organisations and persons, bodies with their seats, and decisions with clauses and assignments."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from smartstad_desktop.domain.governance.bodies import BodyKind, MembershipState, SeatRole, SeatSector
from smartstad_desktop.domain.governance.decisions import AssignmentState, DecisionState, Outcome
from smartstad_desktop.domain.governance.organisations import (
    AdmissionSubject,
    Answer,
    Contribution,
    OrganisationKind,
    PartnerState,
    Reach,
)
from smartstad_desktop.domain.inventory import ActorType
from smartstad_desktop.domain.values import Precision
from smartstad_desktop.storage.tables.base import STRICT, Base, TrilingualName, one_of


class Organisation(Base):
    """A department, company, association or university; a partner when ``partner_state`` is set."""

    __tablename__ = "organisation"
    __table_args__ = (
        UniqueConstraint("key"),
        one_of("kind", OrganisationKind),
        one_of("actor_type", ActorType, optional=True),
        one_of("reach", Reach, optional=True),
        one_of("partner_state", PartnerState, optional=True),
        one_of("contribution_kind", Contribution, optional=True),
        STRICT,
    )

    key: Mapped[str]
    name: Mapped[str]
    kind: Mapped[str]
    actor_type: Mapped[str | None]
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="SET NULL"))
    reach: Mapped[str | None]
    partner_state: Mapped[str | None]
    joined_on: Mapped[date | None]
    left_on: Mapped[date | None]
    contribution_kind: Mapped[str | None]
    contribution: Mapped[str] = mapped_column(default="")
    is_anchored: Mapped[bool] = mapped_column(default=False)
    contact_role: Mapped[str] = mapped_column(default="")
    link: Mapped[str] = mapped_column(default="")
    comment: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]


class AdmissionCriterion(TrilingualName, Base):
    """Something asked of every project, or of every partner, before it is let in."""

    __tablename__ = "admission_criterion"
    __table_args__ = (UniqueConstraint("key"), one_of("subject", AdmissionSubject), STRICT)

    key: Mapped[str]
    subject: Mapped[str]
    order_key: Mapped[str]


class AdmissionAnswer(Base):
    """How a project or a partner meets a criterion for being admitted; exactly one of the two is named."""

    __tablename__ = "admission_answer"
    __table_args__ = (
        UniqueConstraint("criterion_id", "project_id", "organisation_id"),
        CheckConstraint("(project_id IS NULL) <> (organisation_id IS NULL)", name="one_subject"),
        Index(None, "project_id"),
        Index(None, "organisation_id"),
        one_of("answer", Answer),
        STRICT,
    )

    criterion_id: Mapped[int] = mapped_column(ForeignKey("admission_criterion.id", ondelete="CASCADE"))
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"))
    answer: Mapped[str]
    comment: Mapped[str] = mapped_column(default="")


class Person(Base):
    """Somebody who holds a seat or a role: work details only. A protected person is shown by title alone."""

    __tablename__ = "person"
    __table_args__ = (STRICT,)

    name: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="SET NULL"))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="SET NULL"))
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    is_protected: Mapped[bool] = mapped_column(default=False)
    comment: Mapped[str] = mapped_column(default="")
    weed_on: Mapped[date | None]
    anonymised_on: Mapped[date | None]


class GovernanceBody(TrilingualName, Base):
    """A steering group, board, working group, consortium or network; ``parent_id`` is the body it answers to."""

    __tablename__ = "governance_body"
    __table_args__ = (UniqueConstraint("key"), one_of("kind", BodyKind), STRICT)

    key: Mapped[str]
    kind: Mapped[str]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("governance_body.id", ondelete="SET NULL"))
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="SET NULL"))
    lead_organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="SET NULL"))
    purpose: Mapped[str] = mapped_column(default="")
    meets: Mapped[str] = mapped_column(default="")
    is_open: Mapped[bool] = mapped_column(default=False)
    gets_reports: Mapped[bool] = mapped_column(default=False)
    order_key: Mapped[str]


class BodySeat(Base):
    """A seat of a body: a role with who appoints to it. Who sits there is a :class:`Membership`."""

    __tablename__ = "body_seat"
    __table_args__ = (
        Index(None, "body_id"),
        one_of("role", SeatRole),
        one_of("sector", SeatSector, optional=True),
        STRICT,
    )

    body_id: Mapped[int] = mapped_column(ForeignKey("governance_body.id", ondelete="CASCADE"))
    label: Mapped[str]
    role: Mapped[str] = mapped_column(default=SeatRole.MEMBER.value)
    sector: Mapped[str | None]
    field: Mapped[str] = mapped_column(default="")
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="SET NULL"))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="SET NULL"))
    appointed_by: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]


class Membership(Base):
    """Somebody on a seat, from a day to a day. Earlier ones are the predecessors; a substitute steps in."""

    __tablename__ = "membership"
    __table_args__ = (
        Index(None, "seat_id"),
        Index(None, "person_id"),
        one_of("state", MembershipState),
        CheckConstraint("valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to", name="period"),
        STRICT,
    )

    seat_id: Mapped[int] = mapped_column(ForeignKey("body_seat.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    state: Mapped[str]
    is_substitute: Mapped[bool] = mapped_column(default=False)
    is_chair: Mapped[bool] = mapped_column(default=False)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id", ondelete="SET NULL"))
    comment: Mapped[str] = mapped_column(default="")


class Decision(Base):
    """What a body decided or is asked to decide; the day as it was stated, which may be several days or unclear."""

    __tablename__ = "decision"
    __table_args__ = (
        Index(None, "body_id"),
        one_of("state", DecisionState),
        one_of("outcome", Outcome, optional=True),
        one_of("precision", Precision, optional=True),
        STRICT,
    )

    title: Mapped[str]
    body_id: Mapped[int | None] = mapped_column(ForeignKey("governance_body.id", ondelete="SET NULL"))
    body_written: Mapped[str] = mapped_column(default="")
    first: Mapped[date | None]
    last: Mapped[date | None]
    precision: Mapped[str | None]
    written: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default=DecisionState.PROPOSED.value)
    outcome: Mapped[str | None]
    case_number: Mapped[str] = mapped_column(default="")
    paragraph: Mapped[str] = mapped_column(default="")
    assessment: Mapped[str] = mapped_column(default="")
    assessment_by: Mapped[str] = mapped_column(default="")
    dissent: Mapped[str] = mapped_column(default="")
    documents: Mapped[list[str]] = mapped_column(default=list)
    amends_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id", ondelete="SET NULL"))
    session_id: Mapped[int | None] = mapped_column(ForeignKey("session.id", ondelete="SET NULL"))
    comment: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]


class DecisionClause(Base):
    """One numbered clause (att-sats) of a decision; its number is its place."""

    __tablename__ = "decision_clause"
    __table_args__ = (Index(None, "decision_id"), STRICT)

    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id", ondelete="CASCADE"))
    text: Mapped[str]
    order_key: Mapped[str]


class Assignment(Base):
    """What a decision gives somebody to do; ``receiver`` is in words, such as all committees of a city."""

    __tablename__ = "assignment"
    __table_args__ = (Index(None, "decision_id"), one_of("state", AssignmentState), STRICT)

    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id", ondelete="CASCADE"))
    clause_id: Mapped[int | None] = mapped_column(ForeignKey("decision_clause.id", ondelete="SET NULL"))
    text: Mapped[str]
    receiver: Mapped[str] = mapped_column(default="")
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="SET NULL"))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="SET NULL"))
    body_id: Mapped[int | None] = mapped_column(ForeignKey("governance_body.id", ondelete="SET NULL"))
    due_on: Mapped[date | None]
    state: Mapped[str] = mapped_column(default=AssignmentState.GIVEN.value)
    done_on: Mapped[date | None]
    comment: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]
