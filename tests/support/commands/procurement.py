"""Examples of the commands about buying together."""

from __future__ import annotations

from datetime import date

from smartstad_desktop.domain.procurement.candidates import Candidate, Contract, Ground, Mark, Possible
from smartstad_desktop.domain.testbeds.routines import RoutineKind
from smartstad_desktop.usecases.procurement import candidates, cases, parties, thresholds
from smartstad_desktop.usecases.testbeds.cases import AddCase
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.commands.finding import Example, first, untyped

LIMIT = {"amount": 2_400_000, "rule": "eu", "source": "Upphandlingsmyndigheten", "valid_from": date(2026, 1, 1)}


def limit(workspace: Workspace) -> int:
    return untyped(workspace.run(thresholds.AddThreshold(fields=LIMIT)).value)


def case(workspace: Workspace) -> int:
    command = AddCase(kind=RoutineKind.PROCUREMENT, title="Trygghetslarm", municipality=1)
    return untyped(workspace.run(command).value)


def asked(workspace: Workspace, *towns: int) -> int:
    """Begin a procurement with one's own option, in which towns want to take part."""
    made = case(workspace)
    workspace.run(cases.EditProcurement(case=made, changes={"form": "own_with_option"}))
    for town in towns or (1, 2):
        workspace.run(
            parties.EditParty(case=made, municipality=town, changes={"interest": "yes", "value": 400_000 * town})
        )
    return made


def locked(workspace: Workspace) -> int:
    made = asked(workspace)
    workspace.run(cases.LockParties(case=made, parties=frozenset({1, 2})))
    return made


def _candidate(workspace: Workspace) -> Candidate:
    project = first(workspace, "project", "municipality_id = 2 AND NOT is_external")
    return Candidate(
        key="technology:lorawan",
        ground=Ground.TECHNOLOGY,
        title="LoRaWAN",
        municipalities=(1, 2),
        contracts=(Contract(2, "Exempelbolaget", date(2027, 6, 30)),),
        projects=(Possible(project, "Sensorer", 2, None),),
    )


EXAMPLES: dict[str, Example] = {
    "AddThreshold": lambda _: thresholds.AddThreshold(fields=LIMIT),
    "EditThreshold": lambda w: thresholds.EditThreshold(threshold=limit(w), changes={"certainty": "verified"}),
    "RemoveThresholds": lambda w: thresholds.RemoveThresholds(thresholds=(limit(w),)),
    "EditProcurement": lambda w: cases.EditProcurement(
        case=case(w), changes={"form": "by_mandate", "requirements": "Öppna gränssnitt", "category": "works"}
    ),
    "LockParties": lambda w: cases.LockParties(case=asked(w), parties=frozenset({1, 2})),
    "UnlockParties": lambda w: cases.UnlockParties(case=locked(w)),
    "EditParty": lambda w: parties.EditParty(
        case=case(w), municipality=2, changes={"interest": "maybe", "volume": "110 larm", "mandate": "received"}
    ),
    "RemoveParty": lambda w: parties.RemoveParty(case=asked(w), municipality=2),
    "KeepMandate": lambda w: parties.KeepMandate(
        case=asked(w), municipality=2, name="Fullmakt Svalöv.pdf", content=b"%PDF-1.7 invented"
    ),
    "MarkCandidate": lambda _: candidates.MarkCandidate(
        key="technology:lorawan", title="LoRaWAN", mark=Mark.DISMISSED, reason="Upphandlat 2025."
    ),
    "BeginProcurement": lambda w: candidates.BeginProcurement(
        candidate=_candidate(w), title="Sensornät tillsammans", lead=1
    ),
}
