"""What is written about a version after it was frozen: it tells nothing that the data does not, and changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Connection

from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.plan.decision import AdopterUnknown
from smartstad_desktop.domain.plan.parts import AdoptionOutcome
from smartstad_desktop.domain.plan.plan import PlanFrozen, PlanStatus
from smartstad_desktop.domain.values import Language, PlanId
from smartstad_desktop.reads.plan.decision import DecisionSheet, decision_sheet
from smartstad_desktop.text.trouble import sentence
from smartstad_desktop.usecases.governance.people import AddPerson
from smartstad_desktop.usecases.inventory.inventory import SetConfidential
from smartstad_desktop.usecases.plan.adoptions import RecordAdoption
from smartstad_desktop.usecases.plan.commitments import SetCommitment
from smartstad_desktop.usecases.plan.decisions import DecidePlan
from smartstad_desktop.usecases.plan.reservations import AddReservation
from smartstad_desktop.usecases.plan.signers import AddSigner
from smartstad_desktop.usecases.plan.snapshots import as_frozen
from smartstad_desktop.usecases.plan.versions import FreezePlan, StartPlanVersion
from smartstad_desktop.usecases.plan_document.publishing import plan_document, plan_material
from smartstad_desktop.usecases.programme.municipalities import AddMunicipality
from smartstad_desktop.usecases.programme.succession import MergeMunicipalities
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.plans import a_plan, a_project, municipality, shown

DAY = date(2026, 12, 3)
_SECRETS = "Ada Skyddsson, kameror vid torget, anna.exempel@exempel.se"


def test_texts_of_the_decision_tell_no_hidden_name_and_no_address(workspace: Workspace) -> None:
    plan, (measure,) = a_plan(workspace, "Kameror")
    home = municipality(workspace, "angelholm")
    workspace.run(AddPerson(fields={"name": "Ada Skyddsson", "title": "Samordnare", "is_protected": True}))
    project = a_project(workspace, "Kameror vid torget")
    workspace.run(SetConfidential(projects=(project,), is_confidential=True, reason="18 kap."))
    workspace.run(SetCommitment(measure=measure, municipality=home, changes={"role": "joins"}))
    workspace.run(FreezePlan(plan=plan, version="1.0"))
    drawn = [[[0.1, 0.5], [0.2, 0.25]]]
    for name in ("Ada Skyddsson", "Bo Påhittad"):
        fields = {"role": "Ordförande", "organisation": _SECRETS, "name": name, "place": _SECRETS, "strokes": drawn}
        workspace.run(AddSigner(plan=plan, fields=fields))
    workspace.run(AddReservation(plan=plan, fields={"who": _SECRETS, "text": _SECRETS}))
    adopted = AdoptionOutcome.ADOPTED
    workspace.run(RecordAdoption(plan=plan, municipality=home, outcome=adopted, body=_SECRETS, comment=_SECRETS))
    workspace.run(SetCommitment(measure=measure, municipality=home, changes={"adoption": _SECRETS}))
    said = dict.fromkeys(("deciding_body", "decided_at", "paragraph", "present", "absent", "dissent"), _SECRETS)
    workspace.run(DecidePlan(plan=plan, outcome=Outcome.APPROVED, decided_on=DAY, clauses=(_SECRETS, "Så"), **said))

    def frozen(connection: Connection) -> DecisionSheet:
        with as_frozen(connection, plan) as read:
            return decision_sheet(read, plan)

    sheet = workspace.read(frozen)
    told = repr(sheet).casefold()
    assert not [secret for secret in ("skyddsson", "vid torget", "exempel.se") if secret in told]
    assert (sheet.plan.decided_on, sheet.plan.present) == (DAY, "•••, •••, •••@•••")
    assert sheet.plan.clauses == ("•••, •••, •••@•••", "Så")
    # Whoever signs is meant to be told, but for whoever is protected.
    assert [(row.name, bool(row.strokes)) for row in sheet.signers] == [("•••", False), ("Bo Påhittad", True)]
    assert len(sheet.adoptions[0].measures) == 1
    assert "Skyddsson" in workspace.read(decision_sheet, plan).plan.present


def _next(workspace: Workspace, plan: PlanId, version: str, *, is_approved: bool = True) -> PlanId:
    """Freeze what follows a version, and approve it."""
    new = workspace.run(StartPlanVersion(plan=plan)).value
    workspace.run(FreezePlan(plan=new, version=version))
    if is_approved:
        workspace.run(DecidePlan(plan=new, outcome=Outcome.APPROVED, decided_on=DAY))
    return new


def test_version_that_was_replaced_before_a_decision_is_not_printed_as_approved(workspace: Workspace) -> None:
    plan = a_plan(workspace, "Kameror")[0]
    workspace.run(FreezePlan(plan=plan, version="1.0"))
    _next(workspace, plan, "2.0")
    assert shown(workspace, plan).plan.status is PlanStatus.REPLACED
    document = workspace.read(plan_document, plan, Language.SV, workspace.now, has_files=False)
    assert document.warning == "Ersatt utan beslut"
    assert document.cover is not None
    assert dict(document.cover.facts)["Version"] == "1.0, ersatt utan beslut"
    lead = document.sections[0].blocks[0]
    assert "ersattes innan någon beslutade" in repr(lead)


def test_version_that_was_approved_once_is_printed_as_approved_also_from_an_older_file(workspace: Workspace) -> None:
    plan = a_plan(workspace, "Kameror")[0]
    workspace.run(FreezePlan(plan=plan, version="1.0"))
    workspace.run(DecidePlan(plan=plan, outcome=Outcome.APPROVED, decided_on=DAY))
    _next(workspace, plan, "2.0")
    material = workspace.read(plan_material, plan, Language.SV, workspace.now)
    assert material.plan.status is PlanStatus.REPLACED
    assert material.is_decided
    older = replace(material, read=replace(material.read, plan=replace(material.plan, outcome=None)))
    assert older.is_decided


def test_only_one_version_stands_approved(workspace: Workspace) -> None:
    first = a_plan(workspace, "Kameror")[0]
    workspace.run(FreezePlan(plan=first, version="1.0"))
    workspace.run(DecidePlan(plan=first, outcome=Outcome.APPROVED, decided_on=DAY))
    one, two = (_next(workspace, first, version, is_approved=False) for version in ("2.0", "3.0"))
    for each in (one, two):
        workspace.run(DecidePlan(plan=each, outcome=Outcome.APPROVED, decided_on=DAY))
    assert [shown(workspace, each).plan.status.value for each in (first, one, two)] == [
        *("replaced", "replaced"),
        "approved",
    ]
    workspace.undo()
    assert shown(workspace, one).plan.status is PlanStatus.APPROVED


def test_frozen_version_gets_no_new_commitment_by_an_adoption(workspace: Workspace) -> None:
    plan, (measure,) = a_plan(workspace, "Kameror")
    home, other = municipality(workspace, "angelholm"), municipality(workspace, "bastad")
    workspace.run(SetCommitment(measure=measure, municipality=home, changes={"role": "joins"}))
    workspace.run(FreezePlan(plan=plan, version="1.0"))
    with pytest.raises(PlanFrozen):
        workspace.run(SetCommitment(measure=measure, municipality=other, changes={"adoption": "KF § 1"}))
    workspace.run(SetCommitment(measure=measure, municipality=home, changes={"adoption": "KF § 1"}))
    rows = shown(workspace, plan).measures[0].commitments
    assert [(row.municipality, row.adoption) for row in rows] == [(home, "KF § 1")]


@pytest.mark.parametrize("outcome", [AdoptionOutcome.ADOPTED, AdoptionOutcome.DECLINED])
def test_municipality_that_came_after_the_version_decides_by_the_one_it_knows(
    workspace: Workspace, outcome: AdoptionOutcome
) -> None:
    plan, (measure,) = a_plan(workspace, "Kameror")
    home = municipality(workspace, "angelholm")
    workspace.run(SetCommitment(measure=measure, municipality=home, changes={"role": "joins"}))
    workspace.run(FreezePlan(plan=plan, version="1.0"))
    fresh = workspace.run(AddMunicipality(fields={"name": "Nya kommunen", "mark": "NYK", "colour": "#0F766E"})).value
    workspace.run(MergeMunicipalities(before=(home,), into=fresh, since=date(2026, 1, 1)))
    with pytest.raises(AdopterUnknown) as refused:
        workspace.run(RecordAdoption(plan=plan, municipality=fresh, outcome=outcome))
    assert "Version 1.0" in sentence(refused.value)
    assert "kommun som versionen känner" in sentence(refused.value)
    workspace.run(RecordAdoption(plan=plan, municipality=home, outcome=outcome))
    assert [row.municipality for row in workspace.read(decision_sheet, plan).adoptions] == [home]
