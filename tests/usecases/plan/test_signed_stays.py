"""Who has signed a frozen version stays on its signature page, and what shows it stays with the approved version."""

from __future__ import annotations

from datetime import date

import pytest

from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.plan.decision import PlanFileStays, ReservationsStand
from smartstad_desktop.domain.plan.parts import PlanFileKind
from smartstad_desktop.domain.plan.signers import SignerSettled
from smartstad_desktop.domain.values import PlanId
from smartstad_desktop.reads.plan.decision import SignerRow, decision_sheet, signers
from smartstad_desktop.reads.plan.likely_signers import SignerDraft
from smartstad_desktop.text.trouble import sentence
from smartstad_desktop.usecases.plan.decisions import DecidePlan
from smartstad_desktop.usecases.plan.files import AttachPlanFile, RemovePlanFile
from smartstad_desktop.usecases.plan.reservations import AddReservation, EditReservation, RemoveReservations
from smartstad_desktop.usecases.plan.signers import AddSigner, EditSigner, RemoveSigners, SetSigners
from smartstad_desktop.usecases.plan.versions import FreezePlan
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.plans import a_plan, municipality

DAY = date(2026, 12, 3)
_DRAWN = [[[0.1, 0.5], [0.2, 0.25]]]


def _page(workspace: Workspace) -> tuple[PlanId, int, int]:
    """Return a frozen version with two rows on its signature page."""
    plan = a_plan(workspace, "Kameror")[0]
    one, two = (workspace.run(AddSigner(plan=plan, fields={"role": role})).value for role in ("Ordförande", "Ledare"))
    workspace.run(FreezePlan(plan=plan, version="1.0"))
    return plan, one, two


def _rows(workspace: Workspace, plan: PlanId) -> list[SignerRow]:
    return list(workspace.read(signers, plan))


def _refused(workspace: Workspace, plan: PlanId, signer: int) -> None:
    before = _rows(workspace, plan)
    home = municipality(workspace, "angelholm")
    changes = ({"role": "Vice"}, {"organisation": "Osby"}, {"name": "Bo"}, {"municipality_id": home})
    for command in (
        *(EditSigner(signer=signer, changes=change) for change in changes),
        RemoveSigners(signers=(signer,)),
        SetSigners(plan=plan, signers=(SignerDraft(role="Vice"),)),
    ):
        with pytest.raises(SignerSettled) as refused:
            workspace.run(command)
        assert "blir kvar som den är" in sentence(refused.value)
    assert _rows(workspace, plan) == before


def test_row_that_is_signed_stays_and_the_others_can_be_changed(workspace: Workspace) -> None:
    plan, one, two = _page(workspace)
    workspace.run(EditSigner(signer=one, changes={"name": "Ada Påhittad", "signed_on": DAY}))
    _refused(workspace, plan, one)
    # A form may send what it did not change.
    again = {"role": "Ordförande", "name": "Ada Påhittad", "place": "Osby", "strokes": _DRAWN}
    workspace.run(EditSigner(signer=one, changes=again))
    assert [(row.place, bool(row.strokes)) for row in _rows(workspace, plan)] == [("Osby", True), ("", False)]
    workspace.run(EditSigner(signer=two, changes={"role": "Projektledare"}))
    workspace.run(RemoveSigners(signers=(two,)))
    # A day that was a mistake can be taken back, and then the row is free.
    workspace.run(EditSigner(signer=one, changes={"signed_on": None}))
    workspace.run(RemoveSigners(signers=(one,)))
    assert not _rows(workspace, plan)


@pytest.mark.parametrize("kind", [PlanFileKind.ARCHIVE, PlanFileKind.SIGNED])
def test_rows_that_stand_in_a_kept_file_stay_and_so_does_the_file_when_approved(
    workspace: Workspace, kind: PlanFileKind
) -> None:
    plan, one, two = _page(workspace)
    attach = AttachPlanFile(plan=plan, kind=kind, name="plan.pdf", content=b"%PDF-1.7 plan")
    file = workspace.run(attach).value
    _refused(workspace, plan, two)
    workspace.run(EditSigner(signer=one, changes={"place": "Osby", "signed_on": DAY, "strokes": _DRAWN}))
    workspace.run(RemovePlanFile(file=file))
    workspace.run(EditSigner(signer=two, changes={"role": "Projektledare"}))

    file = workspace.run(attach).value
    minutes = AttachPlanFile(plan=plan, kind=PlanFileKind.MINUTES, name="protokoll.pdf", content=b"%PDF-1.7 protokoll")
    other = workspace.run(minutes).value
    workspace.run(DecidePlan(plan=plan, outcome=Outcome.APPROVED, decided_on=DAY))
    workspace.run(RemovePlanFile(file=other))
    with pytest.raises(PlanFileStays) as refused:
        workspace.run(RemovePlanFile(file=file))
    assert "plan.pdf" in sentence(refused.value)
    workspace.run(EditSigner(signer=two, changes={"place": "Osby", "signed_on": DAY}))


def test_who_stands_apart_stays_once_the_version_is_approved_and_signed(workspace: Workspace) -> None:
    plan, _one, _two = _page(workspace)
    told = {"who": "Osby", "text": "Vi väntar med kameror."}
    row = workspace.run(AddReservation(plan=plan, fields=told)).value
    workspace.run(AttachPlanFile(plan=plan, kind=PlanFileKind.ARCHIVE, name="plan.pdf", content=b"%PDF-"))
    # Before the meeting ends, what is said there can still be noted.
    workspace.run(EditReservation(reservation=row, changes={"text": "Vi väntar."}))
    workspace.run(DecidePlan(plan=plan, outcome=Outcome.APPROVED, decided_on=DAY))

    for command in (
        AddReservation(plan=plan, fields=told),
        EditReservation(reservation=row, changes={"text": "Nej."}),
        RemoveReservations(reservations=(row,)),
    ):
        with pytest.raises(ReservationsStand) as refused:
            workspace.run(command)
        assert "nästa version" in sentence(refused.value)
    assert [each.text for each in workspace.read(decision_sheet, plan).reservations] == ["Vi väntar."]
