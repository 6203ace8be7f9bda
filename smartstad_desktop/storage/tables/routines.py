"""Shared routines for testbeds and joint procurement: stages and their checklists."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from smartstad_desktop.domain.testbeds.routines import RoutineKind, RoutineState
from smartstad_desktop.storage.tables.base import STRICT, Base, TrilingualName, one_of


class Routine(TrilingualName, Base):
    """One version of a way of working that the municipalities share.

    Versions of one routine have the same ``family``, which is the key of the first; an empty one is the own key.
    """

    __tablename__ = "routine"
    __table_args__ = (UniqueConstraint("key"), one_of("kind", RoutineKind), one_of("state", RoutineState), STRICT)

    key: Mapped[str]
    kind: Mapped[str]
    version: Mapped[str] = mapped_column(default="1.0")
    family: Mapped[str] = mapped_column(default="", server_default="")
    state: Mapped[str] = mapped_column(
        default=RoutineState.ADOPTED.value, server_default=text(f"'{RoutineState.ADOPTED.value}'")
    )
    adopted_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="", server_default="")


class RoutineRole(TrilingualName, Base):
    """A role that the routine asks for, named by its key in the checklists."""

    __tablename__ = "routine_role"
    __table_args__ = (UniqueConstraint("routine_id", "key"), STRICT)

    routine_id: Mapped[int] = mapped_column(ForeignKey("routine.id", ondelete="CASCADE"))
    key: Mapped[str]
    order_key: Mapped[str]


class RoutineStage(TrilingualName, Base):
    """A stage of a routine, with who answers for it and the gate that ends it."""

    __tablename__ = "routine_stage"
    __table_args__ = (Index(None, "routine_id"), STRICT)

    routine_id: Mapped[int] = mapped_column(ForeignKey("routine.id", ondelete="CASCADE"))
    responsible_sv: Mapped[str] = mapped_column(default="")
    responsible_nb: Mapped[str] = mapped_column(default="")
    responsible_en: Mapped[str] = mapped_column(default="")
    gate_sv: Mapped[str] = mapped_column(default="")
    gate_nb: Mapped[str] = mapped_column(default="")
    gate_en: Mapped[str] = mapped_column(default="")
    phase: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]
    key: Mapped[str] = mapped_column(default="", server_default="")
    gate_key: Mapped[str] = mapped_column(default="", server_default="")


class ChecklistItem(TrilingualName, Base):
    """Something that must be settled or recorded in a stage, by whoever holds the role with ``role_key``.

    The key stays the same from version to version, so that versions can be compared.
    """

    __tablename__ = "checklist_item"
    __table_args__ = (Index(None, "stage_id"), STRICT)

    stage_id: Mapped[int] = mapped_column(ForeignKey("routine_stage.id", ondelete="CASCADE"))
    order_key: Mapped[str]
    key: Mapped[str] = mapped_column(default="", server_default="")
    role_key: Mapped[str] = mapped_column(default="", server_default="")
    is_required: Mapped[bool] = mapped_column(default=True, server_default=text("1"))
    evidence_sv: Mapped[str] = mapped_column(default="", server_default="")
    evidence_nb: Mapped[str] = mapped_column(default="", server_default="")
    evidence_en: Mapped[str] = mapped_column(default="", server_default="")


class RoutineAdoption(Base):
    """That a municipality works by a version of a routine; one that works by none has no row."""

    __tablename__ = "routine_adoption"
    __table_args__ = (UniqueConstraint("routine_id", "municipality_id"), STRICT)

    routine_id: Mapped[int] = mapped_column(ForeignKey("routine.id", ondelete="CASCADE"))
    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id", ondelete="CASCADE"))
    adopted_on: Mapped[date | None]
    contact_role: Mapped[str] = mapped_column(default="")
    case_number: Mapped[str] = mapped_column(default="")
    comment: Mapped[str] = mapped_column(default="")


class LocalDeviation(Base):
    """What a municipality does otherwise than the routine says, and why."""

    __tablename__ = "local_deviation"
    __table_args__ = (Index(None, "adoption_id"), STRICT)

    adoption_id: Mapped[int] = mapped_column(ForeignKey("routine_adoption.id", ondelete="CASCADE"))
    stage_id: Mapped[int | None] = mapped_column(ForeignKey("routine_stage.id", ondelete="SET NULL"))
    item_id: Mapped[int | None] = mapped_column(ForeignKey("checklist_item.id", ondelete="SET NULL"))
    text: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    order_key: Mapped[str]
