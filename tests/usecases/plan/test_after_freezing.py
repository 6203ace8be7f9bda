"""What is written about a version after it was frozen: it tells nothing that the data does not, and changes nothing."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.plan.parts import AdoptionOutcome
from smartstad_desktop.reads.plan.decision import DecisionSheet, decision_sheet
from smartstad_desktop.usecases.governance.people import AddPerson
from smartstad_desktop.usecases.inventory.inventory import SetConfidential
from smartstad_desktop.usecases.plan.adoptions import RecordAdoption
from smartstad_desktop.usecases.plan.commitments import SetCommitment
from smartstad_desktop.usecases.plan.decisions import DecidePlan
from smartstad_desktop.usecases.plan.reservations import AddReservation
from smartstad_desktop.usecases.plan.signers import AddSigner
from smartstad_desktop.usecases.plan.snapshots import as_frozen
from smartstad_desktop.usecases.plan.versions import FreezePlan
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.plans import a_plan, a_project, municipality

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
