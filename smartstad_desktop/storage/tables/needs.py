"""Residents' needs, services on the market, and what they are tied to."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from smartstad_desktop.domain.needs import CostClass, NeedSource
from smartstad_desktop.storage.tables.base import STRICT, Base, TrilingualName, one_of


class ValueWord(TrilingualName, Base):
    """A word that gathers needs, such as *trygghet*."""

    __tablename__ = "value_word"
    __table_args__ = (STRICT,)

    order_key: Mapped[str]


class CitizenNeed(Base):
    """A need in residents' own words, without names."""

    __tablename__ = "citizen_need"
    __table_args__ = (
        UniqueConstraint("key"),
        Index(None, "municipality_id"),
        Index(None, "value_word_id"),
        one_of("source", NeedSource, optional=True),
        CheckConstraint("mentions IS NULL OR mentions >= 0", name="mentions"),
        STRICT,
    )

    key: Mapped[str]
    need: Mapped[str]
    quote: Mapped[str] = mapped_column(default="")
    target_group: Mapped[str] = mapped_column(default="")
    service_area: Mapped[str] = mapped_column(default="")
    source: Mapped[str | None]
    method: Mapped[str] = mapped_column(default="")
    heard_on: Mapped[date | None]
    place: Mapped[str] = mapped_column(default="")
    mentions: Mapped[int | None]
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="SET NULL"))
    value_word_id: Mapped[int | None] = mapped_column(ForeignKey("value_word.id", ondelete="SET NULL"))
    comment: Mapped[str] = mapped_column(default="")
    content_language: Mapped[str] = mapped_column(default="sv")
    order_key: Mapped[str]


class MarketService(Base):
    """A digital service that can be bought."""

    __tablename__ = "market_service"
    __table_args__ = (UniqueConstraint("key"), one_of("cost_class", CostClass, optional=True), STRICT)

    key: Mapped[str]
    name: Mapped[str]
    supplier: Mapped[str] = mapped_column(default="")
    what: Mapped[str] = mapped_column(default="")
    cost_class: Mapped[str | None]
    link: Mapped[str] = mapped_column(default="")
    comment: Mapped[str] = mapped_column(default="")
    content_language: Mapped[str] = mapped_column(default="sv")
    order_key: Mapped[str]


class ServiceUse(Base):
    """A municipality that uses a service, and when its contract ends."""

    __tablename__ = "service_use"
    __table_args__ = (UniqueConstraint("service_id", "municipality_id"), Index(None, "municipality_id"), STRICT)

    service_id: Mapped[int] = mapped_column(ForeignKey("market_service.id", ondelete="CASCADE"))
    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id", ondelete="CASCADE"))
    contract_ends_on: Mapped[date | None]
    comment: Mapped[str] = mapped_column(default="")


class NeedService(Base):
    """How far a service meets a need: 0 not at all, 1 a little, 2 largely, 3 fully."""

    __tablename__ = "need_service"
    __table_args__ = (
        UniqueConstraint("need_id", "service_id"),
        CheckConstraint("coverage BETWEEN 0 AND 3", name="coverage"),
        STRICT,
    )

    need_id: Mapped[int] = mapped_column(ForeignKey("citizen_need.id", ondelete="CASCADE"))
    service_id: Mapped[int] = mapped_column(ForeignKey("market_service.id", ondelete="CASCADE"))
    coverage: Mapped[int]
    comment: Mapped[str] = mapped_column(default="")


class NeedGoal(Base):
    """A goal that answers a need."""

    __tablename__ = "need_goal"
    __table_args__ = (UniqueConstraint("need_id", "goal_id"), STRICT)

    need_id: Mapped[int] = mapped_column(ForeignKey("citizen_need.id", ondelete="CASCADE"))
    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"))


class NeedProject(Base):
    """A project that answers a need; a need that was promoted keeps this link."""

    __tablename__ = "need_project"
    __table_args__ = (UniqueConstraint("need_id", "project_id"), STRICT)

    need_id: Mapped[int] = mapped_column(ForeignKey("citizen_need.id", ondelete="CASCADE"))
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
