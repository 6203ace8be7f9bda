"""What surrounds a version of the plan: what was frozen, who signs, who stands apart, who adopted, which files."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from smartstad_desktop.domain.personal.kinds import PersonalCategory, Weeding
from smartstad_desktop.domain.plan.parts import AdoptionOutcome, PlanFileKind, ReservationKind
from smartstad_desktop.storage.tables.base import STRICT, Base, one_of


class PlanSnapshot(Base):
    """The data a frozen version was made of; ``sha256`` is the fingerprint of its canonical JSON, the content hash.

    ``left_out`` counts what is confidential or personal and therefore not in it, by kind.
    """

    __tablename__ = "plan_snapshot"
    __table_args__ = (UniqueConstraint("plan_id"), STRICT)

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_file.id", ondelete="RESTRICT"))
    sha256: Mapped[str]
    app_version: Mapped[str]
    made_at: Mapped[str]
    left_out: Mapped[dict[str, Any]] = mapped_column(default=dict)


class PlanFile(Base):
    """A file that belongs to a version, kept untouched; ``told`` is what was read from it (signers, checks)."""

    __tablename__ = "plan_file"
    __table_args__ = (Index(None, "plan_id"), one_of("kind", PlanFileKind), STRICT)

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    kind: Mapped[str]
    name: Mapped[str]
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_file.id", ondelete="RESTRICT"))
    sha256: Mapped[str]
    added_at: Mapped[str]
    told: Mapped[dict[str, Any]] = mapped_column(default=dict)
    comment: Mapped[str] = mapped_column(default="")


class PlanSigner(Base):
    """A row of the signature page. ``strokes`` is a name drawn by hand: a picture, which proves nothing."""

    __tablename__ = "plan_signer"
    __table_args__ = (Index(None, "plan_id"), STRICT)

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    role: Mapped[str]
    organisation: Mapped[str] = mapped_column(default="")
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="SET NULL"))
    name: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    signed_on: Mapped[date | None]
    strokes: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]


class PlanReservation(Base):
    """Somebody who stands apart from the decision, as a whole or about one measure."""

    __tablename__ = "plan_reservation"
    __table_args__ = (Index(None, "plan_id"), Index(None, "plan_item_id"), one_of("kind", ReservationKind), STRICT)

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    plan_item_id: Mapped[int | None] = mapped_column(ForeignKey("plan_item.id", ondelete="SET NULL"))
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="SET NULL"))
    kind: Mapped[str]
    who: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    order_key: Mapped[str]


class PlanAdoption(Base):
    """A decision of one municipality about its part; the commitments it covers point here."""

    __tablename__ = "plan_adoption"
    __table_args__ = (
        Index(None, "plan_id"),
        Index(None, "municipality_id"),
        one_of("outcome", AdoptionOutcome),
        STRICT,
    )

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id", ondelete="CASCADE"))
    outcome: Mapped[str]
    body: Mapped[str] = mapped_column(default="")
    decided_on: Mapped[date | None]
    paragraph: Mapped[str] = mapped_column(default="")
    case_number: Mapped[str] = mapped_column(default="")
    comment: Mapped[str] = mapped_column(default="")


class WeedingRule(Base):
    """How long a kind of personal data is kept after the programme's end, and what happens then."""

    __tablename__ = "weeding_rule"
    __table_args__ = (
        UniqueConstraint("category"),
        one_of("category", PersonalCategory),
        one_of("weeding", Weeding),
        STRICT,
    )

    category: Mapped[str]
    weeding: Mapped[str]
    months: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")
