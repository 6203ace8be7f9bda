"""Examples of the commands about the decision on a version of the plan."""

from __future__ import annotations

from datetime import date

from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.plan.parts import AdoptionOutcome, PlanFileKind, SigningManner
from smartstad_desktop.domain.values import PlanId
from smartstad_desktop.reads.plan.likely_signers import SignerDraft
from smartstad_desktop.usecases.plan import adoptions, decisions, files, reservations, signers
from smartstad_desktop.usecases.plan.commitments import SetCommitment
from smartstad_desktop.usecases.plan.versions import FreezePlan
from smartstad_desktop.usecases.signing.keeping import KeepSignedPlan
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.commands.finding import Example, untyped
from tests.support.commands.finding import first as _first

_DAY = date(2026, 12, 3)


def _plan(workspace: Workspace) -> PlanId:
    return PlanId(_first(workspace, "plan"))


def _frozen(workspace: Workspace) -> PlanId:
    plan, measure = _plan(workspace), untyped(_first(workspace, "plan_item"))
    workspace.run(SetCommitment(measure=measure, municipality=untyped(1), changes={"role": "joins"}))
    workspace.run(FreezePlan(plan=plan, version="1.0"))
    return plan


def _signer(workspace: Workspace, role: str = "Ordförande") -> int:
    return workspace.run(signers.AddSigner(plan=_plan(workspace), fields={"role": role})).value


def _two_signers(workspace: Workspace) -> tuple[int, int]:
    return _signer(workspace), _signer(workspace, "Projektledare")


def _reservation(workspace: Workspace, words: str = "För dyrt") -> int:
    return workspace.run(reservations.AddReservation(plan=_plan(workspace), fields={"text": words})).value


def _two_reservations(workspace: Workspace) -> tuple[int, int]:
    return _reservation(workspace), _reservation(workspace, "För sent")


def _adopt(workspace: Workspace) -> adoptions.RecordAdoption:
    return adoptions.RecordAdoption(
        plan=_frozen(workspace), municipality=untyped(1), outcome=AdoptionOutcome.ADOPTED, paragraph="§ 7"
    )


def _adoption(workspace: Workspace) -> int:
    return workspace.run(_adopt(workspace)).value


def _attach(workspace: Workspace) -> files.AttachPlanFile:
    return files.AttachPlanFile(
        plan=_plan(workspace), kind=PlanFileKind.MINUTES, name="protokoll.pdf", content=b"%PDF-1.7 protokoll"
    )


def _moved_signers(workspace: Workspace) -> signers.MoveSigners:
    one, two = _two_signers(workspace)
    return signers.MoveSigners(signers=(two,), before=one)


def _moved_reservations(workspace: Workspace) -> reservations.MoveReservations:
    one, two = _two_reservations(workspace)
    return reservations.MoveReservations(reservations=(two,), before=one)


EXAMPLES: dict[str, Example] = {
    "DecidePlan": lambda w: decisions.DecidePlan(plan=_frozen(w), outcome=Outcome.APPROVED, decided_on=_DAY),
    "SetSigning": lambda w: decisions.SetSigning(plan=_frozen(w), signing=SigningManner.ELSEWHERE),
    "SetSigners": lambda w: signers.SetSigners(plan=_plan(w), signers=(SignerDraft(role="Ordförande"),)),
    "AddSigner": lambda w: signers.AddSigner(plan=_plan(w), fields={"role": "Ordförande", "organisation": "Osby"}),
    "EditSigner": lambda w: signers.EditSigner(signer=_signer(w), changes={"place": "Ängelholm"}),
    "MoveSigners": _moved_signers,
    "RemoveSigners": lambda w: signers.RemoveSigners(signers=(_signer(w),)),
    "AddReservation": lambda w: reservations.AddReservation(plan=_plan(w), fields={"text": "Mot beslutet"}),
    "EditReservation": lambda w: reservations.EditReservation(reservation=_reservation(w), changes={"who": "Osby"}),
    "MoveReservations": _moved_reservations,
    "RemoveReservations": lambda w: reservations.RemoveReservations(reservations=(_reservation(w),)),
    "RecordAdoption": _adopt,
    "EditPlanAdoption": lambda w: adoptions.EditPlanAdoption(
        adoption=_adoption(w), changes={"body": "Kommunstyrelsen"}
    ),
    "RemoveAdoptions": lambda w: adoptions.RemoveAdoptions(adoptions=(_adoption(w),)),
    "AttachPlanFile": _attach,
    "KeepSignedPlan": lambda w: KeepSignedPlan(
        plan=_frozen(w), name="underskriven.pdf", content=b"%PDF-1.7 underskriven", told={}
    ),
    "RemovePlanFile": lambda w: files.RemovePlanFile(file=w.run(_attach(w)).value),
}
