"""What a user can do about the steering group's decision on a frozen version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import select

from smartstad_desktop.domain.cleaning import clean
from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.plan.decision import (
    APPROVING,
    DECIDED_FIELDS,
    check_decidable,
    check_frozen,
    check_unreplaced,
)
from smartstad_desktop.domain.plan.parts import SigningManner
from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.domain.values import Language, Named, PlanId
from smartstad_desktop.reads.programme.programme import programme
from smartstad_desktop.storage.tables.governance import GovernanceBody
from smartstad_desktop.storage.tables.plan import Plan
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.text.plan.decision import default_clauses
from smartstad_desktop.usecases.command import Transaction

_WORDS: Final = ("decided_at", "paragraph", "present", "absent", "dissent")


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidePlan:
    """Record what a body decided on a frozen version. When it approves, the version before is replaced.

    The body is one of the programme's (*body*), or only words (*deciding_body*). Without *clauses* those stand that
    were proposed, or the usual ones for the outcome. What is not given stays as it was written, unless there was
    another outcome before. An approved version can be decided on again to correct the record, while it stays approved.
    """

    plan: PlanId
    outcome: Outcome
    decided_on: date | None
    body: int | None = None
    deciding_body: str | None = None
    decided_at: str | None = None
    paragraph: str | None = None
    present: str | None = None
    absent: str | None = None
    dissent: str | None = None
    clauses: tuple[str, ...] | None = None

    def execute(self, tx: Transaction) -> None:
        """Write the decision.

        Raises:
            PlanNotFrozen, PlanReplaced, PlanApproved: this version cannot be decided on in this way.
            FieldInvalid: a value does not fit; there is always a day.
        """
        plan = tx.get(Plan, self.plan)
        outcome = clean(DECIDED_FIELDS, "outcome", self.outcome)
        check_decidable(PlanStatus(plan.status), plan.version, outcome, self.decided_on)
        language, is_another = _language(tx), plan.outcome not in {None, outcome}
        values: dict[str, object] = {
            "decided_on": self.decided_on,
            "clauses": self.clauses if self.clauses is not None else _clauses(plan, outcome, language),
            **self._body(tx, plan, language),
            **{name: getattr(self, name) for name in _WORDS if is_another or getattr(self, name) is not None},
        }
        plan.outcome = outcome
        for name, value in values.items():
            setattr(plan, name, clean(DECIDED_FIELDS, name, value))
        if outcome in APPROVING:
            approve(tx, plan)
        tx.describe(title=plan.title, version=plan.version, form=outcome.value)

    def _body(self, tx: Transaction, plan: Plan, language: Language) -> dict[str, object]:
        """Return who decided: a body is called by its name, unless other words are given for it."""
        if self.body is None:
            return {} if self.deciding_body is None else {"body_id": None, "deciding_body": self.deciding_body}
        body = tx.get(GovernanceBody, self.body)
        words = self.deciding_body
        if not words or (self.body != plan.body_id and words == plan.deciding_body):
            words = Named(body.name_sv, body.name_nb, body.name_en).in_language(language)
        return {"body_id": self.body, "deciding_body": words}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSigning:
    """Say how a frozen version is signed, or that it is not decided yet."""

    plan: PlanId
    signing: SigningManner | None

    def execute(self, tx: Transaction) -> None:
        """Write it.

        Raises:
            PlanNotFrozen, PlanReplaced: nobody signs a draft, or what is history.
        """
        plan = tx.get(Plan, self.plan)
        check_frozen(PlanStatus(plan.status), plan.version)
        check_unreplaced(PlanStatus(plan.status), plan.version)
        plan.signing = clean(DECIDED_FIELDS, "signing", self.signing)
        tx.describe(title=plan.title, version=plan.version)


def approve(tx: Transaction, plan: Plan) -> None:
    """Make a version the only approved one; the one it replaces and any other that was approved are history."""
    if plan.status == PlanStatus.APPROVED:
        return
    held = select(Plan).where(Plan.status == PlanStatus.APPROVED.value, Plan.id != plan.id)
    for other in tx.session.scalars(held).all():
        other.status = PlanStatus.REPLACED.value
    plan.status = PlanStatus.APPROVED.value
    before = tx.session.get(Plan, plan.replaces_id) if plan.replaces_id else None
    if before is not None:
        before.status = PlanStatus.REPLACED.value


def _clauses(plan: Plan, outcome: Outcome, language: Language) -> tuple[str, ...]:
    """Return the clauses that were written or, for what is approved as it stood, proposed; else the usual ones."""
    is_as_proposed = outcome is Outcome.APPROVED and plan.outcome is None
    if plan.clauses and (is_as_proposed or plan.outcome == outcome):
        return tuple(plan.clauses)
    return default_clauses(plan.version, outcome, phrasebook(language))


def _language(tx: Transaction) -> Language:
    held = programme(tx.session.connection())
    return Language(held.language) if held else Language.SV
