"""Shared routines for testbeds and joint procurement: stages and their checklists."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from smartstad_desktop.storage.tables.base import STRICT, Base, TrilingualName, one_of


class RoutineKind(StrEnum):
    """What a routine is for."""

    TESTBED = "testbed"
    PROCUREMENT = "procurement"


class Routine(TrilingualName, Base):
    """A way of working that the municipalities share."""

    __tablename__ = "routine"
    __table_args__ = (UniqueConstraint("key"), one_of("kind", RoutineKind), STRICT)

    key: Mapped[str]
    kind: Mapped[str]
    version: Mapped[str] = mapped_column(default="1.0")


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


class ChecklistItem(TrilingualName, Base):
    """Something that must be settled or recorded in a stage."""

    __tablename__ = "checklist_item"
    __table_args__ = (Index(None, "stage_id"), STRICT)

    stage_id: Mapped[int] = mapped_column(ForeignKey("routine_stage.id", ondelete="CASCADE"))
    order_key: Mapped[str]
