"""Buying together: what only a procurement has, its parties, and dated limits of law."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from smartstad_desktop.domain.procurement.candidates import Mark
from smartstad_desktop.domain.procurement.procurement import (
    Category,
    Certainty,
    Form,
    Interest,
    Law,
    MandateState,
    ThresholdRule,
)
from smartstad_desktop.storage.tables.base import STRICT, Base, one_of


class ProcurementCase(Base):
    """What only a procurement has. Money is in whole units of ``currency``; dates are days.

    From ``locked_on`` the parties are those that may call off; tenders are secret from then until ``awarded_on``.
    """

    __tablename__ = "procurement_case"
    __table_args__ = (
        UniqueConstraint("case_id"),
        one_of("form", Form, optional=True),
        one_of("category", Category),
        one_of("law", Law),
        CheckConstraint("awarded_value IS NULL OR awarded_value >= 0", name="awarded_value"),
        CheckConstraint("tender_count IS NULL OR tender_count >= 0", name="tender_count"),
        CheckConstraint("remind_months >= 0", name="remind_months"),
        STRICT,
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("routine_case.id", ondelete="CASCADE"))
    form: Mapped[str | None]
    purchasing_body: Mapped[str] = mapped_column(default="")
    category: Mapped[str] = mapped_column(default=Category.GOODS_SERVICES.value)
    law: Mapped[str] = mapped_column(default=Law.GENERAL.value)
    currency: Mapped[str] = mapped_column(default="SEK")
    value_note: Mapped[str] = mapped_column(default="")
    value_reviewed_by: Mapped[str] = mapped_column(default="")
    value_reviewed_on: Mapped[date | None]
    cost_split: Mapped[str] = mapped_column(default="")
    decision_power: Mapped[str] = mapped_column(default="")
    may_leave_until: Mapped[date | None]
    requirements: Mapped[str] = mapped_column(default="")
    locked_on: Mapped[date | None]
    announced_on: Mapped[date | None]
    questions_until: Mapped[date | None]
    tenders_due_on: Mapped[date | None]
    tender_count: Mapped[int | None]
    awarded_on: Mapped[date | None]
    standstill_until: Mapped[date | None]
    supplier: Mapped[str] = mapped_column(default="")
    awarded_value: Mapped[int | None]
    contract_from: Mapped[date | None]
    contract_to: Mapped[date | None]
    extension_to: Mapped[date | None]
    remind_months: Mapped[int] = mapped_column(default=18)
    effect_seen: Mapped[str] = mapped_column(default="")
    supplier_follow_up: Mapped[str] = mapped_column(default="")


class ProcurementParty(Base):
    """What a municipality has said about buying together; ``value`` is its estimate for the whole contract."""

    __tablename__ = "procurement_party"
    __table_args__ = (
        UniqueConstraint("case_id", "municipality_id"),
        one_of("interest", Interest, optional=True),
        one_of("mandate", MandateState),
        CheckConstraint("value IS NULL OR value >= 0", name="value"),
        STRICT,
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("routine_case.id", ondelete="CASCADE"))
    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id", ondelete="CASCADE"))
    interest: Mapped[str | None]
    contact_role: Mapped[str] = mapped_column(default="")
    volume: Mapped[str] = mapped_column(default="")
    value: Mapped[int | None]
    current_supplier: Mapped[str] = mapped_column(default="")
    current_ends_on: Mapped[date | None]
    mandate: Mapped[str] = mapped_column(default=MandateState.NONE.value)
    mandate_on: Mapped[date | None]
    mandate_file_id: Mapped[int | None] = mapped_column(ForeignKey("stored_file.id", ondelete="RESTRICT"))
    mandate_file_name: Mapped[str] = mapped_column(default="")
    is_party: Mapped[bool] = mapped_column(default=False)
    decided_on: Mapped[date | None]
    contract_on: Mapped[date | None]
    comment: Mapped[str] = mapped_column(default="")


class ProcurementCandidate(Base):
    """What somebody has said of something that could be bought together; ``key`` names what it was found by."""

    __tablename__ = "procurement_candidate"
    __table_args__ = (UniqueConstraint("key"), one_of("mark", Mark), STRICT)

    key: Mapped[str]
    mark: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    case_id: Mapped[int | None] = mapped_column(ForeignKey("routine_case.id", ondelete="CASCADE"))


class Threshold(Base):
    """A limit of law in whole units of ``currency``, with the days it holds and where it is from."""

    __tablename__ = "threshold"
    __table_args__ = (
        Index(None, "country"),
        one_of("rule", ThresholdRule),
        one_of("law", Law),
        one_of("category", Category),
        one_of("certainty", Certainty),
        CheckConstraint("amount > 0", name="amount"),
        CheckConstraint("valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to", name="period"),
        STRICT,
    )

    country: Mapped[str]
    rule: Mapped[str]
    law: Mapped[str]
    category: Mapped[str]
    amount: Mapped[int]
    currency: Mapped[str]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    source: Mapped[str]
    certainty: Mapped[str]
    comment: Mapped[str] = mapped_column(default="")
