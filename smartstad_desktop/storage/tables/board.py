"""Boards: columns, and which project lies where."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from smartstad_desktop.domain.board import Meaning
from smartstad_desktop.storage.tables.base import STRICT, Base, one_of


class Board(Base):
    """A question that a group answers by placing projects in columns."""

    __tablename__ = "board"
    __table_args__ = (CheckConstraint("timer_minutes > 0", name="timer_minutes"), STRICT)

    name: Mapped[str]
    question: Mapped[str] = mapped_column(default="")
    occasion: Mapped[str] = mapped_column(default="")
    timer_minutes: Mapped[int] = mapped_column(default=20)
    order_key: Mapped[str]


class BoardColumn(Base):
    """A column of a board, as "Nu 2027"."""

    __tablename__ = "board_column"
    __table_args__ = (Index(None, "board_id"), one_of("meaning", Meaning), STRICT)

    board_id: Mapped[int] = mapped_column(ForeignKey("board.id", ondelete="CASCADE"))
    name: Mapped[str]
    years: Mapped[str] = mapped_column(default="")
    meaning: Mapped[str] = mapped_column(default=Meaning.DO.value)
    order_key: Mapped[str]


class Placement(Base):
    """A project on a board; without a column it lies in the tray and waits to be placed."""

    __tablename__ = "placement"
    __table_args__ = (UniqueConstraint("board_id", "project_id"), Index(None, "column_id"), STRICT)

    board_id: Mapped[int] = mapped_column(ForeignKey("board.id", ondelete="CASCADE"))
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    column_id: Mapped[int | None] = mapped_column(ForeignKey("board_column.id", ondelete="SET NULL"))
    order_key: Mapped[str]
