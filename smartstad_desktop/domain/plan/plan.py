"""Rules of the development plan: what a measure holds, who commits to what, and when a version may be changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from smartstad_desktop.domain.errors import AmountNegative, FieldInvalid, RuleError

TITLE_LIMIT: Final = 120
#: Room for about two pages; a measure has one.
TEXT_LIMIT: Final = 4000


class PlanStatus(StrEnum):
    """How far a plan version has come towards approval."""

    DRAFT = "draft"
    FOR_APPROVAL = "for_approval"
    APPROVED = "approved"
    REPLACED = "replaced"


class CommitmentRole(StrEnum):
    """What a municipality says to a measure."""

    LEADS = "leads"
    JOINS = "joins"
    LATER = "later"
    OBSERVES = "observes"
    DECLINES = "declines"


#: Those that take part in the work, and so count and pay.
TAKING_PART: Final = frozenset({CommitmentRole.LEADS, CommitmentRole.JOINS, CommitmentRole.LATER})


class PlanFrozen(RuleError):
    """A frozen version is never changed. Parameters: ``version``."""

    code = "plan_frozen"


class PlanNotFrozen(RuleError):
    """Only a frozen version can be decided on, or followed by a new one. Parameters: ``version``."""

    code = "plan_not_frozen"


class PlanEmpty(RuleError):
    """There is nothing to make a plan of: no plan, and nothing placed on the first board."""

    code = "plan_empty"


class VersionMissing(FieldInvalid):
    """A frozen version needs a number."""

    code = "version_missing"


class VersionTaken(FieldInvalid):
    """Another frozen version has the number. Parameters: ``version``."""

    code = "version_taken"


class MeasureTitleMissing(FieldInvalid):
    """A measure and a plan need a name."""

    code = "measure_title_missing"


class MeasureTextTooLong(FieldInvalid):
    """A text is longer than the page of a measure. Parameters: ``length``, ``limit``."""

    code = "measure_text_too_long"


class YearsReversed(FieldInvalid):
    """A plan ends before it starts. Parameters: ``first``, ``last``."""

    code = "years_reversed"


class DayUnreadable(FieldInvalid):
    """A day is not written as year, month, day. Parameters: ``text``."""

    code = "day_unreadable"


class NothingChosen(RuleError):
    """Nothing was chosen to make measures of."""

    code = "nothing_chosen"


MEASURE_TEXTS: Final = (
    *("title", "band", "why", "what", "effect", "owner", "time"),
    *("money_source", "risk", "next_decision", "deviation_reason"),
)
MEASURE_MONEY: Final = ("money_one_off", "money_running")
PLAN_TEXTS: Final = (
    *("title", "subtitle", "case_number", "summary", "deciding_body", "decided_at"),
    *("present", "dissent", "not_prioritised"),
)
PLAN_YEARS: Final = ("first_year", "last_year")
COMMITMENT_TEXTS: Final = ("year", "adoption", "owner_unit", "comment")
#: What the steering group decides about a version that is frozen already.
DECISION_FIELDS: Final = frozenset({"deciding_body", "decided_on", "decided_at", "present", "dissent"})
_YEARS: Final = range(1990, 2200)


def cleaned_measure(name: str, value: Any) -> Any:
    """Return *value* as a measure keeps it in the field *name*.

    Raises:
        FieldInvalid: there is no such field, or the value does not fit it.
    """
    if name in MEASURE_TEXTS:
        return _text(name, value)
    if name in MEASURE_MONEY:
        return _money(name, value)
    raise FieldInvalid(field=name)


def cleaned_plan(name: str, value: Any) -> Any:
    """Return *value* as a plan keeps it in the field *name*.

    Raises:
        FieldInvalid: there is no such field, or the value does not fit it.
    """
    if name in PLAN_TEXTS:
        return _text(name, value)
    if name == "clauses":
        return [line for line in (str(part).strip() for part in value or ()) if line]
    if name in PLAN_YEARS and (value is None or (isinstance(value, int) and value in _YEARS)):
        return value
    if name == "decided_on" and (value is None or isinstance(value, date)):
        return value
    raise FieldInvalid(field=name)


def cleaned_commitment(name: str, value: Any) -> Any:
    """Return *value* as a commitment keeps it in the field *name*.

    Raises:
        FieldInvalid: there is no such field, or the value does not fit it.
    """
    if name == "role":
        try:
            return CommitmentRole(value).value
        except ValueError as error:
            raise FieldInvalid(field=name) from error
    if name == "budget":
        return _money(name, value)
    if name in COMMITMENT_TEXTS:
        return _text(name, value)
    raise FieldInvalid(field=name)


def _text(name: str, value: Any) -> str:
    text = str(value or "").strip()
    limit = TITLE_LIMIT if name == "title" else TEXT_LIMIT
    if name == "title" and not text:
        raise MeasureTitleMissing(field=name)
    if len(text) > limit:
        raise MeasureTextTooLong(field=name, length=len(text), limit=limit)
    return text


def _money(name: str, value: Any) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        raise FieldInvalid(field=name)
    if value < 0:
        raise AmountNegative(field=name)
    return value


def check_years(first: int | None, last: int | None) -> None:
    """Refuse a plan that ends before it starts.

    Raises:
        YearsReversed: it does.
    """
    if first is not None and last is not None and last < first:
        raise YearsReversed(field="last_year", first=first, last=last)


def refusal_to_change(status: PlanStatus, version: str) -> PlanFrozen | None:
    """Return why a version in *status* may not be changed, or None if it may."""
    return None if status is PlanStatus.DRAFT else PlanFrozen(version=version)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFacts:
    """What a complete measure is judged by."""

    why: str = ""
    what: str = ""
    effect: str = ""
    owner: str = ""
    time: str = ""
    money_one_off: int | None = None
    money_running: int | None = None
    risk: str = ""
    next_decision: str = ""
    roles: tuple[CommitmentRole, ...] = ()


def missing_in(measure: MeasureFacts) -> tuple[str, ...]:
    """Return what a measure lacks before it can be decided on, in the order of the form."""
    held = {
        "why": bool(measure.why),
        "what": bool(measure.what),
        "effect": bool(measure.effect),
        "owner": bool(measure.owner),
        "time": bool(measure.time),
        "money": measure.money_one_off is not None or measure.money_running is not None,
        "risk": bool(measure.risk),
        "next_decision": bool(measure.next_decision),
        "leader": CommitmentRole.LEADS in measure.roles,
    }
    return tuple(name for name, is_held in held.items() if not is_held)


def version_after(version: str) -> str:
    """Return the number a draft gets that follows *version*: 1.0 becomes 1.1; other schemes get a ``+``."""
    head, dot, tail = version.rpartition(".")
    if dot and tail.isdigit():
        return f"{head}.{int(tail) + 1}"
    return f"{int(version) + 1}.0" if version.isdigit() else f"{version}+"


def years_text(start: int | None, end: int | None) -> str:
    """Return the time of a measure as its years, ``2027–2028``."""
    years = [str(year) for year in (start, end) if year is not None]
    return "–".join(dict.fromkeys(years))


def fingerprint(content: Mapping[str, Any] | Sequence[Any]) -> str:
    """Return the SHA-256 of *content* in one fixed spelling, so that paper can be tied to the data behind it."""
    spelled = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_spelled)
    return hashlib.sha256(spelled.encode()).hexdigest()


def _spelled(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return asdict(value)  # pyright: ignore[reportArgumentType]  anything else would be a fault of ours


def short_print(digest: str) -> str:
    """Return the first characters of a fingerprint in groups of four, as people compare them."""
    return " ".join(digest[start : start + 4] for start in range(0, 16, 4))
