"""Rules of a version of the development plan: what it says as a whole, and when it may be changed."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid, RuleError
from smartstad_desktop.domain.plan import wording
from smartstad_desktop.domain.plan.parts import SigningManner


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


class YearsReversed(FieldInvalid):
    """A plan ends before it starts. Parameters: ``first``, ``last``."""

    code = "years_reversed"


class DayUnreadable(FieldInvalid):
    """A day is not written as year, month, day. Parameters: ``text``."""

    code = "day_unreadable"


class NothingChosen(RuleError):
    """Nothing was chosen to make measures of."""

    code = "nothing_chosen"


#: What the steering group decides about a version that is frozen already.
DECISION_FIELDS: Final = frozenset(
    {"deciding_body", "body_id", "decided_on", "decided_at", "paragraph", "present", "absent", "dissent", "signing"}
)
YEARS: Final = range(1990, 2200)


def _year(_name: str, value: Any) -> int | None:
    if value is None or (isinstance(value, int) and value in YEARS):
        return value
    raise ValueError(value)


#: What can be set on a plan as a whole.
PLAN_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("subtitle", "case_number", "summary", "not_prioritised"), wording.limited),
    **dict.fromkeys(("responsible", "change_note"), wording.limited),
    **dict.fromkeys(("deciding_body", "decided_at", "paragraph", "present", "absent", "dissent"), wording.limited),
    **dict.fromkeys(("first_year", "last_year"), _year),
    **dict.fromkeys(("decided_on", "revise_on"), cleaning.day),
    "title": wording.title,
    "clauses": cleaning.texts,
    "body_id": cleaning.row,
    "signing": cleaning.choice(SigningManner),
}


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


def short_print(digest: str) -> str:
    """Return the first characters of a fingerprint in groups of four, as people compare them."""
    return " ".join(digest[start : start + 4] for start in range(0, 16, 4))
