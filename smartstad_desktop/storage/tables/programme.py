"""The programme and the municipalities that run it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from smartstad_desktop.domain.programme.work import Onboarding, Settlement
from smartstad_desktop.domain.values import Language
from smartstad_desktop.storage.tables.base import STRICT, Base, TrilingualName, one_of


class Municipality(Base):
    """A municipality with a key of our own; official codes change, see :class:`MunicipalityCode`.

    ``successor_id`` is empty since schema 4, where several may follow one (``MunicipalitySuccession``); SQLite cannot
    take away a column that refers to another table.
    """

    __tablename__ = "municipality"
    __table_args__ = (
        UniqueConstraint("key"),
        UniqueConstraint("mark"),
        CheckConstraint("length(mark) BETWEEN 1 AND 3", name="mark_short"),
        CheckConstraint(
            "colour GLOB '#[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f]'", name="colour"
        ),
        CheckConstraint("population IS NULL OR population >= 0", name="population"),
        one_of("settlement", Settlement, optional=True),
        one_of("onboarding", Onboarding, optional=True),
        STRICT,
    )

    key: Mapped[str]
    name: Mapped[str]
    short_name: Mapped[str]
    mark: Mapped[str]
    colour: Mapped[str]
    country: Mapped[str] = mapped_column(default="SE")
    population: Mapped[int | None]
    population_year: Mapped[int | None]
    aliases: Mapped[list[str]] = mapped_column(default=list)
    chief_title: Mapped[str] = mapped_column(default="")
    is_participating: Mapped[bool] = mapped_column(default=True)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="SET NULL"))
    list_due_on: Mapped[date | None]
    county: Mapped[str] = mapped_column(default="", server_default="")
    settlement: Mapped[str | None]
    onboarding: Mapped[str | None]
    onboarding_note: Mapped[str] = mapped_column(default="", server_default="")


class MunicipalityCode(Base):
    """An official code of a municipality and when it was in force."""

    __tablename__ = "municipality_code"
    __table_args__ = (Index(None, "municipality_id"), STRICT)

    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id", ondelete="CASCADE"))
    code: Mapped[str]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class Programme(Base):
    """The one programme a workspace holds."""

    __tablename__ = "programme"
    __table_args__ = (one_of("language", Language), CheckConstraint("id = 1", name="single"), STRICT)

    uid: Mapped[str]
    name: Mapped[str]
    purpose: Mapped[str] = mapped_column(default="")
    phase: Mapped[str] = mapped_column(default="")
    vision_sv: Mapped[str] = mapped_column(default="")
    vision_nb: Mapped[str] = mapped_column(default="")
    vision_en: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default=Language.SV.value)
    currency: Mapped[str] = mapped_column(default="SEK")
    first_year: Mapped[int | None]
    last_year: Mapped[int | None]
    case_number: Mapped[str] = mapped_column(default="")
    host_municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="SET NULL"))
    template_key: Mapped[str] = mapped_column(default="")
    is_demo: Mapped[bool] = mapped_column(default=False)
    resident_term: Mapped[str] = mapped_column(default="")
    common_budget: Mapped[int | None]
    started_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    least_municipalities: Mapped[int] = mapped_column(default=5, server_default=text("5"))
    least_reports: Mapped[int] = mapped_column(default=4, server_default=text("4"))
    least_projects: Mapped[int | None]
    most_projects: Mapped[int | None]
    parent_programme: Mapped[str] = mapped_column(default="", server_default="")
    predecessor: Mapped[str] = mapped_column(default="", server_default="")
    reference_framework: Mapped[str] = mapped_column(default="", server_default="")


class Track(TrilingualName, Base):
    """A thematic track of a parent programme, such as one of the five of ICC."""

    __tablename__ = "track"
    __table_args__ = (UniqueConstraint("key"), STRICT)

    key: Mapped[str]
    order_key: Mapped[str]


class Theme(TrilingualName, Base):
    """A subject field that projects are sorted by."""

    __tablename__ = "theme"
    __table_args__ = (UniqueConstraint("key"), STRICT)

    key: Mapped[str]
    order_key: Mapped[str]
    aliases: Mapped[list[str]] = mapped_column(default=list)
