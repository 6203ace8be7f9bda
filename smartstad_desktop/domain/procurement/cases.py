"""A joint procurement: what can be said of it, who may call off, in which order its days lie, and what is secret."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid, RuleError
from smartstad_desktop.domain.procurement.procurement import Category, Form, Interest, Law, MandateState

#: Days of a procurement in the order in which they can happen; two may fall on one day.
DAYS: Final = (
    "locked_on",
    "announced_on",
    "questions_until",
    "tenders_due_on",
    "awarded_on",
    "standstill_until",
    "contract_from",
    "contract_to",
    "extension_to",
)
#: What nobody outside may see until the award (the tenders themselves are never kept here).
SECRET: Final = ("tender_count", "supplier", "awarded_value")
#: What is written only when it is settled who the parties are.
AFTER_LOCK: Final = ("tenders_due_on", *SECRET)
#: What tells that tenders are asked for or here; from then on they are secret.
_BEGUN: Final = ("locked_on", "announced_on", *AFTER_LOCK)

#: What can be set on a procurement; the day of the lock is set by locking.
PROCUREMENT_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(
        (
            *("purchasing_body", "value_note", "value_reviewed_by", "cost_split", "decision_power", "requirements"),
            *("supplier", "effect_seen", "supplier_follow_up"),
        ),
        cleaning.text,
    ),
    **dict.fromkeys(("value_reviewed_on", "may_leave_until", *DAYS[1:]), cleaning.day),
    **dict.fromkeys(("tender_count", "awarded_value", "remind_months"), cleaning.whole),
    "currency": lambda name, value: cleaning.text(name, value).upper(),
    "form": cleaning.choice(Form),
    "category": cleaning.choice(Category),
    "law": cleaning.choice(Law),
}
#: What can be set on what a municipality has said.
PARTY_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("contact_role", "volume", "current_supplier", "comment"), cleaning.text),
    **dict.fromkeys(("current_ends_on", "mandate_on", "decided_on", "contract_on"), cleaning.day),
    "value": cleaning.whole,
    "interest": cleaning.choice(Interest),
    "mandate": cleaning.choice(MandateState),
}


class DaysOutOfOrder(FieldInvalid):
    """A day of a procurement lies before one that comes first. Parameters: ``earlier``, ``day``."""

    code = "days_out_of_order"


class ContractBeforeAward(FieldInvalid):
    """A contract or a standstill without an award."""

    code = "contract_before_award"


class AnnouncedUnlocked(FieldInvalid):
    """A procurement is announced when it is clear who may call off."""

    code = "announced_unlocked"


class TendersUnlocked(FieldInvalid):
    """What is about tenders is written when it is clear who may call off."""

    code = "tenders_unlocked"


class LockedAhead(FieldInvalid):
    """Parties are locked when that has happened."""

    code = "locked_ahead"


class LeadOutside(FieldInvalid):
    """The municipality that leads is one of the parties. Parameters: ``name``."""

    code = "lead_outside"


class NobodyLocked(RuleError):
    """There is nobody who would be a party."""

    code = "nobody_locked"


class FormMissing(RuleError):
    """The parties are locked when it is decided how they buy together."""

    code = "form_missing"


class MandatesMissing(RuleError):
    """Municipalities that another one buys for have given no mandate. Parameters: ``names``."""

    code = "mandates_missing"


class PartiesLocked(RuleError):
    """The parties are locked; nobody comes in or leaves."""

    code = "parties_locked"


class AlreadyAnnounced(RuleError):
    """What has been announced cannot be opened again."""

    code = "already_announced"


class TendersBegun(RuleError):
    """The parties are not opened again when tenders are due, here or being evaluated."""

    code = "tenders_begun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What locking asks of a municipality: who, what it has said, and whether its mandate is here."""

    municipality: int
    interest: Interest | None
    mandate: MandateState


def cleaned_procurement(name: str, value: Any) -> Any:
    """Return *value* as a procurement keeps it.

    Raises:
        FieldInvalid: there is no such field, or the value does not fit it.
    """
    return cleaning.clean(PROCUREMENT_FIELDS, name, value)


def cleaned_party(name: str, value: Any) -> Any:
    """Return *value* as a party keeps it.

    Raises:
        FieldInvalid: there is no such field, or the value does not fit it.
    """
    return cleaning.clean(PARTY_FIELDS, name, value)


def check_days(days: Mapping[str, date | None], changed: Collection[str] = ()) -> None:
    """Refuse days that cannot follow each other; what was *changed* is named rather than what was there.

    Raises:
        AnnouncedUnlocked, ContractBeforeAward, DaysOutOfOrder: they cannot.
    """
    if days["announced_on"] is not None and days["locked_on"] is None:
        raise AnnouncedUnlocked(field="announced_on")
    for name in ("standstill_until", "contract_from"):
        if days[name] is not None and days["awarded_on"] is None:
            raise ContractBeforeAward(field="awarded_on" if "awarded_on" in changed else name)
    known = [(name, day) for name in DAYS if (day := days[name]) is not None]
    for (first, earlier), (then, later) in pairwise(known):
        if later < earlier:
            field = first if first in changed and then not in changed else then
            raise DaysOutOfOrder(field=field, earlier=(first,), day=earlier)


def is_secret(values: Mapping[str, Any], today: date, *, is_evaluated: bool = False) -> bool:
    """Return whether tenders are secret: until the day of the award has come, as soon as anything about them is there.

    That nobody has locked the parties makes nothing public; ``is_evaluated`` tells that the case is past its notice.
    """
    if values["awarded_on"] is not None and values["awarded_on"] <= today:
        return False
    return is_evaluated or any(values[name] not in {None, ""} for name in _BEGUN)


def secret_since(values: Mapping[str, Any]) -> date:
    """Return from which day evidence and log lines are about tenders; without a lock or notice all of them may be."""
    return min((day for name in DAYS[:2] if (day := values[name]) is not None), default=date.min)


def check_unlock(values: Mapping[str, Any], *, is_past_notice: bool) -> None:
    """Refuse to open the parties again when suppliers have been told of them, or tenders are on their way.

    Raises:
        AlreadyAnnounced, TendersBegun: it is too late.
    """
    if values["announced_on"] is not None:
        raise AlreadyAnnounced
    if is_past_notice or any(values[name] not in {None, ""} for name in (*AFTER_LOCK, "awarded_on")):
        raise TendersBegun


def check_tenders(changes: Mapping[str, Any], locked_on: date | None) -> None:
    """Refuse what is about tenders while the parties are not locked; it may be taken away.

    Raises:
        TendersUnlocked: they are not.
    """
    for name in AFTER_LOCK:
        if locked_on is None and changes.get(name) not in {None, ""}:
            raise TendersUnlocked(field=name)


def without_call_off(said: Iterable[Said], parties: Collection[int]) -> tuple[int, ...]:
    """Return the municipalities that have been asked or were interested but could not call off."""
    return tuple(
        each.municipality for each in said if each.municipality not in parties and each.interest is not Interest.NO
    )


def without_mandate(said: Iterable[Said], parties: Collection[int], lead: int | None) -> tuple[int, ...]:
    """Return the parties whose mandate is not here; the one that leads needs none."""
    return tuple(
        each.municipality
        for each in said
        if each.municipality in parties and each.municipality != lead and each.mandate is not MandateState.RECEIVED
    )


def first_parties(said: Iterable[Said], form: Form | None, lead: int | None) -> frozenset[int]:
    """Return who is proposed as party: the one that leads, and who wants to join with a mandate if one is needed."""
    return frozenset(
        each.municipality
        for each in said
        if each.municipality == lead
        or (each.interest is Interest.YES and (form is not Form.BY_MANDATE or each.mandate is MandateState.RECEIVED))
    )
