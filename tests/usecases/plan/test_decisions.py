"""The decision on a frozen version: outcome, clauses, signature page, reservations, adoptions, and kept files."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import text

from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.governance.bodies import BodyKind, MembershipState
from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.plan.decision import (
    AdoptionEmpty,
    DecisionDayMissing,
    MeasureElsewhere,
    PlanApproved,
    PlanFileEmpty,
    PlanReplaced,
    ReservationTextMissing,
)
from smartstad_desktop.domain.plan.parts import AdoptionOutcome, PlanFileKind, ReservationKind, SigningManner
from smartstad_desktop.domain.plan.plan import PlanNotFrozen, PlanStatus
from smartstad_desktop.domain.plan.signers import SignerRoleMissing, StrokesUnreadable
from smartstad_desktop.domain.values import Language, PlanId
from smartstad_desktop.reads.plan.decision import DecisionSheet, decision_sheet
from smartstad_desktop.reads.plan.likely_signers import SignerDraft, default_signers, likely_present
from smartstad_desktop.reads.plan.versions import version_with_print, versions
from smartstad_desktop.usecases.governance import bodies, memberships
from smartstad_desktop.usecases.plan.adoptions import EditPlanAdoption, RecordAdoption, RemoveAdoptions
from smartstad_desktop.usecases.plan.commitments import SetCommitment
from smartstad_desktop.usecases.plan.decisions import DecidePlan, SetSigning
from smartstad_desktop.usecases.plan.files import AttachPlanFile, RemovePlanFile, file_content
from smartstad_desktop.usecases.plan.reservations import AddReservation, EditReservation, RemoveReservations
from smartstad_desktop.usecases.plan.signers import AddSigner, EditSigner, MoveSigners, RemoveSigners, SetSigners
from smartstad_desktop.usecases.plan.versions import FreezePlan, StartPlanVersion
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.plans import a_plan, municipality, shown

DAY = date(2026, 12, 3)


def _sheet(workspace: Workspace, plan: PlanId) -> DecisionSheet:
    return workspace.read(decision_sheet, plan)


def test_approval_recommends_replaces_the_one_before_and_can_be_corrected_and_undone(workspace: Workspace) -> None:
    old = a_plan(workspace, "Sensorer")[0]
    with pytest.raises(PlanNotFrozen):
        workspace.run(DecidePlan(plan=old, outcome=Outcome.APPROVED, decided_on=DAY))
    workspace.run(FreezePlan(plan=old, version="1.0"))
    with pytest.raises(DecisionDayMissing):
        workspace.run(DecidePlan(plan=old, outcome=Outcome.APPROVED, decided_on=None))
    with pytest.raises(FieldInvalid):
        workspace.run(DecidePlan(plan=old, outcome=Outcome.NOTED, decided_on=DAY))

    workspace.run(DecidePlan(plan=old, outcome=Outcome.REFERRED_BACK, decided_on=DAY, dissent="Osby"))
    sent_back = shown(workspace, old).plan
    assert (sent_back.status, sent_back.outcome) == (PlanStatus.FOR_APPROVAL, Outcome.REFERRED_BACK)
    assert "återremittera" in sent_back.clauses[0]

    workspace.run(DecidePlan(plan=old, outcome=Outcome.APPROVED, decided_on=DAY, deciding_body="Styrgruppen"))
    approved = shown(workspace, old).plan
    assert (approved.status, approved.deciding_body, approved.dissent) == (PlanStatus.APPROVED, "Styrgruppen", "")
    assert approved.clauses[1] == "att rekommendera kommunerna att anta åtgärderna enligt åtagandelistan"
    assert not any("kommunerna har beslutat" in clause.lower() for clause in approved.clauses)
    with pytest.raises(PlanApproved):
        workspace.run(DecidePlan(plan=old, outcome=Outcome.REJECTED, decided_on=DAY))
    workspace.run(DecidePlan(plan=old, outcome=Outcome.APPROVED, decided_on=DAY, paragraph="§ 14", clauses=("Så",)))
    assert (shown(workspace, old).plan.paragraph, shown(workspace, old).plan.clauses) == ("§ 14", ("Så",))

    assert shown(workspace, old).plan.deciding_body == "Styrgruppen"
    body = workspace.run(bodies.AddBody(fields={"name_sv": "Ledningsgruppen", "kind": BodyKind.STEERING_GROUP})).value
    again = DecidePlan(plan=old, outcome=Outcome.APPROVED, decided_on=DAY, body=body, deciding_body="Styrgruppen")
    workspace.run(again)
    decided = shown(workspace, old).plan
    assert (decided.body, decided.deciding_body, decided.paragraph) == (body, "Ledningsgruppen", "§ 14")
    assert decided.clauses == ("Så",)

    new = workspace.run(StartPlanVersion(plan=old, note="Årlig revidering")).value
    draft = shown(workspace, new).plan
    assert (draft.version, draft.change_note, draft.outcome, draft.paragraph) == ("1.1", "Årlig revidering", None, "")
    workspace.run(FreezePlan(plan=new, version="2.0"))
    workspace.run(DecidePlan(plan=new, outcome=Outcome.APPROVED_WITH_CHANGES, decided_on=DAY))
    assert shown(workspace, old).plan.status is PlanStatus.REPLACED
    with pytest.raises(PlanReplaced):
        workspace.run(DecidePlan(plan=old, outcome=Outcome.APPROVED, decided_on=DAY))
    workspace.undo()
    assert shown(workspace, old).plan.status is PlanStatus.APPROVED
    assert shown(workspace, new).plan.outcome is None


def test_version_that_is_frozen_is_due_for_revision_in_a_year(workspace: Workspace) -> None:
    plan = a_plan(workspace, "a")[0]
    workspace.run(FreezePlan(plan=plan, version="1.0"))
    today = workspace.now.astimezone().date()
    assert shown(workspace, plan).plan.revise_on == today.replace(year=today.year + 1)


def test_usual_signers_are_chair_managers_and_one_per_municipality_and_nobody_protected(workspace: Workspace) -> None:
    plan = a_plan(workspace, "a")[0]
    body = workspace.run(bodies.AddBody(fields={"name_sv": "Styrgruppen", "kind": BodyKind.STEERING_GROUP})).value
    for name, is_protected, role, is_chair in (
        ("Ada Påhittad", False, "member", True),
        ("Hemlig Person", True, "project_manager", False),
    ):
        (seat,) = workspace.run(bodies.AddBodySeats(body=body, labels=(name[:3],), fields={"role": role})).value
        person = {"name": name, "title": "Direktör", "is_protected": is_protected}
        held = {"state": MembershipState.APPOINTED, "is_chair": is_chair}
        workspace.run(memberships.FillSeat(seat=seat, new_person=person, fields=held))

    rows = workspace.read(default_signers, plan, Language.SV, DAY)
    assert [row.role for row in rows[:3]] == ["Ordförande", "Projektledare", "Handledare"]
    assert (rows[0].organisation, rows[0].name, rows[1].name) == ("Styrgruppen", "Ada Påhittad", "")
    assert {row.organisation for row in rows[3:]} == {row.name for row in shown(workspace, plan).municipalities}
    present = workspace.read(likely_present, body, DAY)
    assert present.present.splitlines() == ["Ada Påhittad, Direktör", "Direktör"]
    ids = workspace.run(SetSigners(plan=plan, signers=rows)).value
    assert [row.role for row in _sheet(workspace, plan).signers] == [row.role for row in rows]
    workspace.run(SetSigners(plan=plan, signers=(SignerDraft(role="Ordförande"),)))
    assert len(_sheet(workspace, plan).signers) == 1
    workspace.undo()
    assert [row.id for row in _sheet(workspace, plan).signers] == list(ids)


def test_signature_page_changes_until_approval_and_is_signed_after_it(workspace: Workspace) -> None:
    plan = a_plan(workspace, "a")[0]
    first = workspace.run(AddSigner(plan=plan, fields={"role": "Ordförande"})).value
    second = workspace.run(AddSigner(plan=plan, fields={"role": "Projektledare", "organisation": "Osby"})).value
    workspace.run(MoveSigners(signers=(second,), before=first))
    assert [row.id for row in _sheet(workspace, plan).signers] == [second, first]
    with pytest.raises(SignerRoleMissing):
        workspace.run(EditSigner(signer=first, changes={"role": " "}))
    with pytest.raises(FieldInvalid):
        workspace.run(EditSigner(signer=first, changes={"municipality_id": 999}))
    workspace.run(FreezePlan(plan=plan, version="1.0"))
    workspace.run(RemoveSigners(signers=(second,)))
    workspace.run(DecidePlan(plan=plan, outcome=Outcome.APPROVED, decided_on=DAY))
    workspace.run(EditSigner(signer=first, changes={"signed_on": DAY, "strokes": [[[0.1, 0.5], [0.2, 0.25]]]}))
    (row,) = _sheet(workspace, plan).signers
    assert (row.strokes, row.has_signed) == ("[[[0.1,0.5],[0.2,0.25]]]", True)
    for refused in (EditSigner(signer=first, changes={"role": "Vice"}), RemoveSigners(signers=(first,))):
        with pytest.raises(PlanApproved):
            workspace.run(refused)
    workspace.run(SetSigning(plan=plan, signing=SigningManner.MINUTES))
    assert shown(workspace, plan).plan.signing is SigningManner.MINUTES


@pytest.mark.parametrize(
    "drawn",
    ["{", '"x"', [[[0.1, 2]]], [[[0.1]]], [[["0.1", 0.2]]], [[True, False]], [[[0.5, 0.5]] * 10_001], 7, "[" * 100_000],
)
def test_drawn_name_is_strokes_within_the_pad_and_nothing_else(workspace: Workspace, drawn: Any) -> None:
    plan = a_plan(workspace, "a")[0]
    with pytest.raises(StrokesUnreadable):
        workspace.run(AddSigner(plan=plan, fields={"role": "Ordförande", "strokes": drawn}))


def test_reservations_stand_at_the_plan_or_at_a_measure_of_it(workspace: Workspace) -> None:
    plan, (measure,) = a_plan(workspace, "a")
    (other,) = a_plan(workspace, "b")[1]
    home = municipality(workspace, "angelholm")
    with pytest.raises(ReservationTextMissing):
        workspace.run(AddReservation(plan=plan, fields={"text": " "}))
    with pytest.raises(MeasureElsewhere):
        workspace.run(AddReservation(plan=plan, fields={"text": "Nej", "plan_item_id": other}))
    fields = {"kind": ReservationKind.STATEMENT, "who": "Ängelholm", "municipality_id": home, "text": "För dyrt"}
    row = workspace.run(AddReservation(plan=plan, fields=fields)).value
    workspace.run(FreezePlan(plan=plan, version="1.0"))
    workspace.run(EditReservation(reservation=row, changes={"plan_item_id": measure}))
    sheet = _sheet(workspace, plan)
    assert [each.text for each in sheet.reservations_at(measure)] == ["För dyrt"]
    assert not sheet.reservations_at(None)
    workspace.run(RemoveReservations(reservations=(row,)))
    assert not _sheet(workspace, plan).reservations


def test_municipality_adopts_its_part_in_several_decisions(workspace: Workspace) -> None:
    plan, (one, two, theirs) = a_plan(workspace, "a", "b", "c")
    home = municipality(workspace, "angelholm")
    for measure in (one, two):
        said = {"role": "joins", "adoption": "KS § 1"}
        workspace.run(SetCommitment(measure=measure, municipality=home, changes=said))
    with pytest.raises(PlanNotFrozen):
        workspace.run(RecordAdoption(plan=plan, municipality=home, outcome=AdoptionOutcome.ADOPTED))
    workspace.run(FreezePlan(plan=plan, version="1.0"))
    with pytest.raises(MeasureElsewhere):
        workspace.run(RecordAdoption(plan=plan, municipality=home, outcome=AdoptionOutcome.ADOPTED, measures=(theirs,)))
    first = workspace.run(
        RecordAdoption(
            plan=plan,
            municipality=home,
            outcome=AdoptionOutcome.ADOPTED_IN_PART,
            body="KS",
            decided_on=DAY,
            paragraph="§ 214",
            measures=(one,),
        )
    ).value
    rest = workspace.run(RecordAdoption(plan=plan, municipality=home, outcome=AdoptionOutcome.ADOPTED)).value
    assert {row.id: row.measures for row in _sheet(workspace, plan).adoptions} == {first: (one,), rest: (two,)}
    with pytest.raises(AdoptionEmpty):
        workspace.run(EditPlanAdoption(adoption=rest, changes={"measures": ()}))
    workspace.run(
        EditPlanAdoption(
            adoption=rest, changes={"outcome": AdoptionOutcome.POSTPONED, "measures": (), "comment": "Våren"}
        )
    )
    assert [row.adopted for row in workspace.read(versions)] == [1]
    workspace.run(RemoveAdoptions(adoptions=(first, rest)))
    assert not _sheet(workspace, plan).adoptions
    assert len(_sheet(workspace, plan).written_adoptions) == 2
    workspace.undo()
    assert [row.measures for row in _sheet(workspace, plan).adoptions] == [(), (one,)]


def test_file_is_kept_untouched_and_its_bytes_go_when_undo_cannot_ask_for_them(workspace: Workspace) -> None:
    plan = a_plan(workspace, "a")[0]
    content = bytes(range(256)) * 40
    attach = AttachPlanFile(
        plan=plan, kind=PlanFileKind.SIGNED, name="plan-undertecknad.pdf", content=content, told={"signers": ["Ada"]}
    )
    file = workspace.run(attach).value
    assert workspace.run(attach).value == file
    assert workspace.read(file_content, file) == ("plan-undertecknad.pdf", content)
    (row,) = _sheet(workspace, plan).files
    assert (row.size, row.told, row.kind) == (len(content), {"signers": ["Ada"]}, PlanFileKind.SIGNED)
    with pytest.raises(PlanFileEmpty):
        workspace.run(AttachPlanFile(plan=plan, kind=PlanFileKind.OTHER, name="tom", content=b""))

    kept = text("SELECT count(*) FROM stored_file")
    workspace.run(RemovePlanFile(file=file))
    assert workspace.read(lambda connection: connection.scalar(kept)) == 1
    workspace.undo()
    assert workspace.read(file_content, file)[1] == content
    workspace.redo()
    printed = workspace.run(FreezePlan(plan=plan, version="1.0")).value
    # What is left is the data the version was frozen with.
    assert workspace.read(lambda connection: connection.scalar(kept)) == 1
    assert workspace.read(version_with_print, printed) == plan
    assert workspace.read(version_with_print, "") is None
    (version,) = workspace.read(versions)
    assert (version.has_snapshot, version.measures, version.files) == (True, 1, 0)
