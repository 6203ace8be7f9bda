"""Rules of what is decided about a frozen version: the steering group's decision, reservations, adoptions, files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid, RuleError
from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.plan import wording
from smartstad_desktop.domain.plan.parts import AdoptionOutcome, PlanFileKind, ReservationKind, SigningManner
from smartstad_desktop.domain.plan.plan import PlanNotFrozen, PlanStatus

#: What a steering group can say of a plan.
OUTCOMES: Final = (Outcome.APPROVED, Outcome.APPROVED_WITH_CHANGES, Outcome.REFERRED_BACK, Outcome.REJECTED)
APPROVING: Final = frozenset({Outcome.APPROVED, Outcome.APPROVED_WITH_CHANGES})
#: Decisions of a municipality by which it takes on its part.
ADOPTING: Final = frozenset({AdoptionOutcome.ADOPTED, AdoptionOutcome.ADOPTED_IN_PART})
#: A kept file may be as large as most registries take.
LARGEST_FILE: Final = 50 * 1024 * 1024


class PlanReplaced(RuleError):
    """A version that another one has replaced is history. Parameters: ``version``."""

    code = "plan_replaced"


class PlanApproved(RuleError):
    """What was approved stays approved; a change is a new version. Parameters: ``version``."""

    code = "plan_approved"


class ReservationsStand(RuleError):
    """What people have approved and signed says who stands apart. Parameters: ``version``."""

    code = "reservations_stand"


class DecisionDayMissing(FieldInvalid):
    """A decision was made on a day."""

    code = "plan_decision_day_missing"


class ReservationTextMissing(FieldInvalid):
    """Who stands apart says why."""

    code = "reservation_text_missing"


class MeasureElsewhere(FieldInvalid):
    """The measure belongs to another version, or the municipality commits to nothing in it. Parameters: ``title``."""

    code = "measure_elsewhere"


class AdopterUnknown(FieldInvalid):
    """A version knows the municipalities there were when it was frozen. Parameters: ``municipality``, ``version``."""

    code = "plan_adopter_unknown"


class AdoptionEmpty(FieldInvalid):
    """A municipality adopts something. Parameters: ``municipality``."""

    code = "adoption_empty"


class PlanFileEmpty(FieldInvalid):
    """There is nothing in the file. Parameters: ``name``."""

    code = "plan_file_empty"


class PlanFileTooLarge(FieldInvalid):
    """The file is larger than what is kept. Parameters: ``name``, ``limit``."""

    code = "plan_file_too_large"


class PlanFileStays(RuleError):
    """What was signed stays with the version that was approved by it. Parameters: ``name``, ``version``."""

    code = "plan_file_stays"


#: Files that show what was signed.
SIGNED_KINDS: Final = frozenset({PlanFileKind.ARCHIVE, PlanFileKind.SIGNED})


def check_removable(kind: PlanFileKind, name: str, status: PlanStatus, version: str) -> None:
    """Refuse to take away what shows how a version was signed, once it is approved.

    Raises:
        PlanFileStays: it shows that.
    """
    if kind in SIGNED_KINDS and status in {PlanStatus.APPROVED, PlanStatus.REPLACED}:
        raise PlanFileStays(name=name, version=version)


def _outcome(_name: str, value: Any) -> Outcome:
    outcome = Outcome(value)
    if outcome not in OUTCOMES:
        raise ValueError(value)
    return outcome


def _adoption(_name: str, value: Any) -> AdoptionOutcome:
    return AdoptionOutcome(value)


def _reservation(_name: str, value: Any) -> ReservationKind:
    return ReservationKind(value)


#: What can be set with a decision on a version.
DECIDED_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("deciding_body", "decided_at", "paragraph", "present", "absent", "dissent"), wording.limited),
    "decided_on": cleaning.day,
    "outcome": _outcome,
    "body_id": cleaning.row,
    "clauses": cleaning.texts,
    "signing": cleaning.choice(SigningManner),
}
RESERVATION_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("who", "text"), wording.limited),
    **dict.fromkeys(("plan_item_id", "municipality_id"), cleaning.row),
    "kind": _reservation,
}
ADOPTION_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("body", "paragraph", "case_number", "comment"), wording.limited),
    "decided_on": cleaning.day,
    "outcome": _adoption,
}


def check_decidable(status: PlanStatus, version: str, outcome: Outcome, decided_on: date | None) -> None:
    """Refuse a decision that a version in *status* cannot get.

    Raises:
        PlanNotFrozen, PlanReplaced, PlanApproved: it is a draft, or history, or approved and would no longer be.
        DecisionDayMissing: nobody says when.
    """
    check_frozen(status, version)
    if status is PlanStatus.REPLACED:
        raise PlanReplaced(version=version)
    if status is PlanStatus.APPROVED and outcome not in APPROVING:
        raise PlanApproved(version=version)
    if decided_on is None:
        raise DecisionDayMissing(field="decided_on")


def check_frozen(status: PlanStatus, version: str) -> None:
    """Refuse for a draft what is decided only about something that stands still.

    Raises:
        PlanNotFrozen: it is a draft.
    """
    if status is PlanStatus.DRAFT:
        raise PlanNotFrozen(version=version)


def check_unreplaced(status: PlanStatus, version: str) -> None:
    """Refuse to add to a version that is history.

    Raises:
        PlanReplaced: it is.
    """
    if status is PlanStatus.REPLACED:
        raise PlanReplaced(version=version)


def reservations_stand(status: PlanStatus, kept: Iterable[PlanFileKind]) -> bool:
    """Return whether who stands apart is history: of a replaced version, and of one that was approved and signed."""
    return status is PlanStatus.REPLACED or (status is PlanStatus.APPROVED and not SIGNED_KINDS.isdisjoint(kept))


def check_reservations(status: PlanStatus, version: str, kept: Iterable[PlanFileKind]) -> None:
    """Refuse to change who stands apart from what has been approved and signed; *kept* are its kept files.

    Raises:
        PlanReplaced: the version is history.
        ReservationsStand: what people signed says who stands apart.
    """
    check_unreplaced(status, version)
    if reservations_stand(status, kept):
        raise ReservationsStand(version=version)


def check_unapproved(status: PlanStatus, version: str) -> None:
    """Refuse to change who signs what has been approved.

    Raises:
        PlanReplaced, PlanApproved: it has.
    """
    check_unreplaced(status, version)
    if status is PlanStatus.APPROVED:
        raise PlanApproved(version=version)
