"""What came in and what went out: received files, imports, and lists that were sent."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from smartstad_desktop.storage.tables.base import STRICT, UNJOURNALED, Base


class ReceivedFile(Base):
    """A file exactly as it was received, kept once per content."""

    __tablename__ = "received_file"
    __table_args__ = (
        UniqueConstraint("sha256"),
        STRICT
        | {"info": {UNJOURNALED: "the bytes are kept even when the import is undone, and would fill the journal"}},
    )

    sha256: Mapped[str]
    name: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary)


class ImportJob(Base):
    """One list that was brought in: what it was, what came of it, and the values it gave per project key."""

    __tablename__ = "import_job"
    __table_args__ = (Index(None, "municipality_id"), STRICT)

    at: Mapped[str]
    file_name: Mapped[str]
    file_format: Mapped[str]
    sha256: Mapped[str]
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="SET NULL"))
    counts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    rows: Mapped[dict[str, Any]] = mapped_column(default=dict)


class SentList(Base):
    """A workbook that was made for a municipality, with the exact values that went out."""

    __tablename__ = "sent_list"
    __table_args__ = (UniqueConstraint("stamp"), Index(None, "municipality_id"), STRICT)

    stamp: Mapped[str]
    at: Mapped[str]
    language: Mapped[str]
    file_name: Mapped[str]
    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id", ondelete="CASCADE"))
    rows: Mapped[dict[str, Any]] = mapped_column(default=dict)


class HeadingMemory(Base):
    """What a heading means in a municipality's lists: a field, an own field (``extra``) or nothing (``ignore``)."""

    __tablename__ = "heading_memory"
    __table_args__ = (UniqueConstraint("municipality_id", "sheet_kind", "heading"), STRICT)

    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id", ondelete="CASCADE"))
    sheet_kind: Mapped[str]
    heading: Mapped[str]
    meaning: Mapped[str]
