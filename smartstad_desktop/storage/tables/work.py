"""The programme's own work: parts and timeline, budget, questions, calls, and how municipalities come and go."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from smartstad_desktop.domain.inventory import FundingNature
from smartstad_desktop.domain.programme.budget import BudgetKind
from smartstad_desktop.domain.programme.work import (
    ApplicationState,
    EntryFormat,
    EntryKind,
    Light,
    Succession,
    WorkState,
)
from smartstad_desktop.domain.values import Precision
from smartstad_desktop.storage.tables.base import STRICT, Base, TrilingualName, one_of


class ProgrammePart(TrilingualName, Base):
    """An ordered part of the programme with its own light; ``light_reason`` says why it is not green."""

    __tablename__ = "programme_part"
    __table_args__ = (
        one_of("state", WorkState),
        one_of("light", Light, optional=True),
        CheckConstraint("starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on", name="period"),
        STRICT,
    )

    description: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    state: Mapped[str] = mapped_column(default=WorkState.PLANNED.value)
    light: Mapped[str | None]
    light_reason: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]


class TimelineEntry(Base):
    """What stands on the timeline; followed up in two layers, what was done and what effect was seen."""

    __tablename__ = "timeline_entry"
    __table_args__ = (
        Index(None, "part_id"),
        one_of("kind", EntryKind),
        one_of("state", WorkState),
        one_of("format", EntryFormat, optional=True),
        one_of("precision", Precision, optional=True),
        CheckConstraint("starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on", name="period"),
        STRICT,
    )

    part_id: Mapped[int | None] = mapped_column(ForeignKey("programme_part.id", ondelete="SET NULL"))
    kind: Mapped[str]
    name: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    precision: Mapped[str | None]
    written: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default=WorkState.PLANNED.value)
    done_on: Mapped[date | None]
    owner: Mapped[str] = mapped_column(default="")
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="SET NULL"))
    format: Mapped[str | None]
    places: Mapped[list[str]] = mapped_column(default=list)
    done: Mapped[str] = mapped_column(default="")
    effect_seen: Mapped[str] = mapped_column(default="")
    link: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]


class BudgetLine(Base):
    """Money in whole units of its currency: a cost, a frame, or money from somewhere.

    ``parent_id`` is the line whose stated amount this one is a share of; a total may stand without shares.
    A line without years is about the whole programme. ``amount`` is None when nobody has said.
    """

    __tablename__ = "budget_line"
    __table_args__ = (
        Index(None, "parent_id"),
        one_of("kind", BudgetKind),
        one_of("nature", FundingNature, optional=True),
        CheckConstraint("amount IS NULL OR amount >= 0", name="amount"),
        CheckConstraint("used IS NULL OR used >= 0", name="used"),
        CheckConstraint("first_year IS NULL OR last_year IS NULL OR first_year <= last_year", name="years"),
        STRICT,
    )

    parent_id: Mapped[int | None] = mapped_column(ForeignKey("budget_line.id", ondelete="CASCADE"))
    kind: Mapped[str]
    name: Mapped[str]
    purpose: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    receiver: Mapped[str] = mapped_column(default="")
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="SET NULL"))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="SET NULL"))
    first_year: Mapped[int | None]
    last_year: Mapped[int | None]
    amount: Mapped[int | None]
    used: Mapped[int | None]
    currency: Mapped[str] = mapped_column(default="SEK")
    nature: Mapped[str | None]
    is_earmarked: Mapped[bool] = mapped_column(default=False)
    restriction: Mapped[str] = mapped_column(default="")
    has_overhead: Mapped[bool] = mapped_column(default=False)
    allocation_key: Mapped[str] = mapped_column(default="")
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id", ondelete="SET NULL"))
    comment: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]


class ProgrammeQuestion(TrilingualName, Base):
    """A question of the programme's application form, and the answer (seed S1-01)."""

    __tablename__ = "programme_question"
    __table_args__ = (STRICT,)

    answer: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]


class OpenCall(Base):
    """A call that organisations or municipalities apply to; counts may be known without each applicant."""

    __tablename__ = "open_call"
    __table_args__ = (
        CheckConstraint("applied_count IS NULL OR applied_count >= 0", name="applied_count"),
        CheckConstraint("selected_count IS NULL OR selected_count >= 0", name="selected_count"),
        STRICT,
    )

    name: Mapped[str]
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="SET NULL"))
    issuer: Mapped[str] = mapped_column(default="")
    what: Mapped[str] = mapped_column(default="")
    opens_on: Mapped[date | None]
    closes_on: Mapped[date | None]
    applied_count: Mapped[int | None]
    selected_count: Mapped[int | None]
    link: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]


class CallApplication(Base):
    """One application to a call."""

    __tablename__ = "call_application"
    __table_args__ = (Index(None, "call_id"), one_of("state", ApplicationState), STRICT)

    call_id: Mapped[int] = mapped_column(ForeignKey("open_call.id", ondelete="CASCADE"))
    applicant: Mapped[str]
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="SET NULL"))
    state: Mapped[str] = mapped_column(default=ApplicationState.APPLIED.value)
    comment: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]


class MunicipalityName(Base):
    """A name a municipality has had, and when."""

    __tablename__ = "municipality_name"
    __table_args__ = (Index(None, "municipality_id"), STRICT)

    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id", ondelete="CASCADE"))
    name: Mapped[str]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class MunicipalitySuccession(Base):
    """That one municipality came after another: several before one is a merger, one before several a split."""

    __tablename__ = "municipality_succession"
    __table_args__ = (
        UniqueConstraint("before_id", "after_id"),
        CheckConstraint("before_id <> after_id", name="two_municipalities"),
        Index(None, "after_id"),
        one_of("kind", Succession),
        STRICT,
    )

    before_id: Mapped[int] = mapped_column(ForeignKey("municipality.id", ondelete="CASCADE"))
    after_id: Mapped[int] = mapped_column(ForeignKey("municipality.id", ondelete="CASCADE"))
    kind: Mapped[str]
    happened_on: Mapped[date | None]
    comment: Mapped[str] = mapped_column(default="")
