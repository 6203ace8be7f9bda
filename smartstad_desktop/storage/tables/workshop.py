"""Workshops: sessions with seats and an agenda, rounds with ballots, and what is written down."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from smartstad_desktop.domain.values import Language
from smartstad_desktop.domain.workshop.meeting import AgendaKind, Format, NoteKind, Phase, SeatKind
from smartstad_desktop.domain.workshop.voting import Channel, Method, Unit, Visibility
from smartstad_desktop.storage.tables.base import STRICT, Base, TrilingualName, one_of

# Moments are ISO times in UTC, such as 2026-11-22T09:30:00+00:00.


class Session(Base):
    """A workshop: when and where, and how its clock stands.

    ``clock_started_at`` is when the clock began to run (None while it stands still), ``clock_left_s`` what it showed
    then, in seconds; so a restart finds the clock right. ``ends_at`` is when the group has been promised to be done;
    None is when the parts of the agenda end.
    """

    __tablename__ = "session"
    __table_args__ = (
        one_of("format", Format),
        one_of("second_language", Language, optional=True),
        CheckConstraint("quorum_municipalities IS NULL OR quorum_municipalities > 0", name="quorum_municipalities"),
        CheckConstraint("quorum_persons IS NULL OR quorum_persons > 0", name="quorum_persons"),
        STRICT,
    )

    name: Mapped[str]
    occasion: Mapped[str] = mapped_column(default="")
    purpose: Mapped[str] = mapped_column(default="")
    decision_rule: Mapped[str] = mapped_column(default="")
    format: Mapped[str] = mapped_column(default=Format.ON_SITE.value)
    place: Mapped[str] = mapped_column(default="")
    held_on: Mapped[date | None]
    starts_at: Mapped[str] = mapped_column(default="09:00")
    ends_at: Mapped[str | None]
    second_language: Mapped[str | None]
    quorum_municipalities: Mapped[int | None]
    quorum_persons: Mapped[int | None]
    board_id: Mapped[int | None] = mapped_column(ForeignKey("board.id", ondelete="SET NULL"))
    opened_at: Mapped[str | None]
    ended_at: Mapped[str | None]
    clock_started_at: Mapped[str | None]
    clock_left_s: Mapped[int | None]
    order_key: Mapped[str]


class Seat(Base):
    """A seat of a municipality (or of somebody else, without one): a role, never a person's name."""

    __tablename__ = "seat"
    __table_args__ = (Index(None, "session_id"), one_of("kind", SeatKind), STRICT)

    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="SET NULL"))
    label: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default=SeatKind.VOTER.value)
    order_key: Mapped[str]


class Attendance(Base):
    """From when to when somebody sat on a seat; without an end they are still there."""

    __tablename__ = "attendance"
    __table_args__ = (Index(None, "seat_id"), STRICT)

    seat_id: Mapped[int] = mapped_column(ForeignKey("seat.id", ondelete="CASCADE"))
    arrived_at: Mapped[str]
    left_at: Mapped[str | None]


class AgendaItem(Base):
    """A part of the agenda with its length; a round of voting may belong to it.

    The part that is on is the one that has begun and not ended.
    """

    __tablename__ = "agenda_item"
    __table_args__ = (
        Index(None, "session_id"),
        one_of("kind", AgendaKind),
        CheckConstraint("minutes > 0", name="minutes"),
        STRICT,
    )

    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(default=AgendaKind.TALK.value)
    title: Mapped[str]
    minutes: Mapped[int]
    instruction: Mapped[str] = mapped_column(default="")
    started_at: Mapped[str | None]
    ended_at: Mapped[str | None]
    order_key: Mapped[str]


class Round(Base):
    """A round of voting with its rules; they are locked when it is opened. ``seed`` gives the neutral order.

    ``locked`` keeps what else it is counted with, as it was when it was opened (``reads/workshop/locked_facts``).
    """

    __tablename__ = "round"
    __table_args__ = (
        UniqueConstraint("session_id", "number"),
        Index(None, "agenda_item_id"),
        one_of("method", Method),
        one_of("unit", Unit),
        one_of("visibility", Visibility),
        one_of("phase", Phase),
        CheckConstraint("low < high", name="scale"),
        CheckConstraint("marks IS NULL OR marks > 0", name="marks"),
        CheckConstraint("most_per_item > 0", name="most_per_item"),
        STRICT,
    )

    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    agenda_item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id", ondelete="SET NULL"))
    repeats_id: Mapped[int | None] = mapped_column(ForeignKey("round.id", ondelete="SET NULL"))
    number: Mapped[int]
    question: Mapped[str] = mapped_column(default="")
    instruction: Mapped[str] = mapped_column(default="")
    method: Mapped[str]
    unit: Mapped[str] = mapped_column(default=Unit.MUNICIPALITY.value)
    unit_key: Mapped[dict[str, Any]] = mapped_column(default=dict)
    visibility: Mapped[str] = mapped_column(default=Visibility.MUNICIPALITY.value)
    has_recusal: Mapped[bool] = mapped_column(default=False)
    marks: Mapped[int | None]
    most_per_item: Mapped[int] = mapped_column(default=1)
    low: Mapped[int] = mapped_column(default=1)
    high: Mapped[int] = mapped_column(default=10)
    cut_x: Mapped[float | None]
    cut_y: Mapped[float | None]
    columns: Mapped[list[str]] = mapped_column(default=list)
    minutes: Mapped[int] = mapped_column(default=10)
    seed: Mapped[int]
    phase: Mapped[str] = mapped_column(default=Phase.CLARIFY.value)
    opened_at: Mapped[str | None]
    revealed_at: Mapped[str | None]
    closed_at: Mapped[str | None]
    locked: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")


class RoundItem(Base):
    """What a round is about: a project with the number people vote by; its words stay when the project goes.

    An unclear item takes no part.
    """

    __tablename__ = "round_item"
    __table_args__ = (
        UniqueConstraint("round_id", "number"),
        Index(None, "project_id"),
        CheckConstraint("number > 0", name="number"),
        STRICT,
    )

    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"))
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="SET NULL"))
    number: Mapped[int]
    title: Mapped[str]
    is_unclear: Mapped[bool] = mapped_column(default=False)


class RoundCriterion(TrilingualName, Base):
    """A criterion as it was when the round was opened: weight, direction and described steps."""

    __tablename__ = "round_criterion"
    __table_args__ = (UniqueConstraint("round_id", "key"), CheckConstraint("weight >= 0", name="weight"), STRICT)

    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"))
    key: Mapped[str]
    weight: Mapped[float]
    direction: Mapped[str]
    steps: Mapped[dict[str, Any]] = mapped_column(default=dict)
    order_key: Mapped[str]


class Ballot(Base):
    """What one seat, one municipality or one sheet of paper (by its number) said in a round.

    An anonymous round has only numbered sheets, so that nothing in the file tells whose a ballot is.
    """

    __tablename__ = "ballot"
    __table_args__ = (
        Index(
            "uq_ballot_whose",
            "round_id",
            text("ifnull(seat_id, 0)"),
            text("ifnull(municipality_id, 0)"),
            text("ifnull(number, 0)"),
            unique=True,
        ),
        one_of("channel", Channel),
        CheckConstraint("persons > 0", name="persons"),
        STRICT,
    )

    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"))
    seat_id: Mapped[int | None] = mapped_column(ForeignKey("seat.id", ondelete="CASCADE"))
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="CASCADE"))
    number: Mapped[int | None]
    channel: Mapped[str] = mapped_column(default=Channel.CONSOLE.value)
    persons: Mapped[int] = mapped_column(default=1)
    is_done: Mapped[bool] = mapped_column(default=False)
    is_blank: Mapped[bool] = mapped_column(default=False)
    concern: Mapped[str] = mapped_column(default="")


class BallotMark(Base):
    """What a ballot gives an item: on an axis or criterion, or against another item of a pair."""

    __tablename__ = "ballot_mark"
    __table_args__ = (
        Index(
            "uq_ballot_mark_what",
            "ballot_id",
            "round_item_id",
            "axis",
            text("ifnull(other_id, 0)"),
            unique=True,
        ),
        STRICT,
    )

    ballot_id: Mapped[int] = mapped_column(ForeignKey("ballot.id", ondelete="CASCADE"))
    round_item_id: Mapped[int] = mapped_column(ForeignKey("round_item.id", ondelete="CASCADE"))
    other_id: Mapped[int | None] = mapped_column(ForeignKey("round_item.id", ondelete="CASCADE"))
    axis: Mapped[str] = mapped_column(default="")
    value: Mapped[float]


class SessionNote(Base):
    """A remark, an action point, something parked, a reason or a reservation, where it was said."""

    __tablename__ = "session_note"
    __table_args__ = (Index(None, "session_id"), one_of("kind", NoteKind), STRICT)

    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    agenda_item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id", ondelete="SET NULL"))
    round_item_id: Mapped[int | None] = mapped_column(ForeignKey("round_item.id", ondelete="CASCADE"))
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="SET NULL"))
    kind: Mapped[str]
    text: Mapped[str]
    owner: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None]
    is_done: Mapped[bool] = mapped_column(default=False)
    at: Mapped[str]
    order_key: Mapped[str]


class Snapshot(Base):
    """How a board or a result stood at a moment, as data; nothing later changes it."""

    __tablename__ = "snapshot"
    __table_args__ = (Index(None, "session_id"), STRICT)

    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    round_id: Mapped[int | None] = mapped_column(ForeignKey("round.id", ondelete="SET NULL"))
    at: Mapped[str]
    label: Mapped[str]
    contents: Mapped[dict[str, Any]] = mapped_column(default=dict)
