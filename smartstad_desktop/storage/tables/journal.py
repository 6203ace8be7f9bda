"""The journal: one row per step a user took, one row per table row it touched."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from smartstad_desktop.storage.journal import StepState
from smartstad_desktop.storage.tables.base import STRICT, UNJOURNALED, Base, one_of

_WHY: Final = {"info": {UNJOURNALED: "it is the journal"}}


class ChangeStep(Base):
    """One action of a user: the unit of undo, history and audit."""

    __tablename__ = "change_step"
    __table_args__ = (one_of("state", StepState), STRICT | _WHY)

    at: Mapped[str]
    actor: Mapped[str]
    command: Mapped[str]
    parameters: Mapped[dict[str, Any]]
    source: Mapped[str] = mapped_column(default="")
    schema_version: Mapped[int]
    state: Mapped[str]
    merge_key: Mapped[str | None]
    is_floor: Mapped[bool] = mapped_column(default=False)


class ChangeRow(Base):
    """One row before and after a step, as JSON from column to SQL literal; None where the row did not exist."""

    __tablename__ = "change_row"
    __table_args__ = (Index(None, "step_id"), Index(None, "table_name", "row_id"), STRICT | _WHY)

    step_id: Mapped[int] = mapped_column(ForeignKey("change_step.id", ondelete="CASCADE"))
    table_name: Mapped[str]
    row_id: Mapped[int]
    before: Mapped[str | None]
    after: Mapped[str | None]
