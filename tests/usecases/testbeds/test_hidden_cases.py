"""A project that becomes confidential takes its tests and procurements with it."""

from __future__ import annotations

from smartstad_desktop.domain.testbeds.routines import RoutineKind
from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.reads.testbeds.cases import cases
from smartstad_desktop.usecases.inventory.inventory import SetConfidential
from smartstad_desktop.usecases.workspace import Workspace


def test_cases_follow_their_project_into_secrecy_and_back_by_undo(demo: Workspace) -> None:
    case = next(row for row in demo.read(cases, RoutineKind.TESTBED) if row.project is not None)
    assert not case.is_confidential
    demo.run(SetConfidential(projects=(ProjectId(case.project or 0),), is_confidential=True, reason="Avtal pågår"))

    hidden = next(row for row in demo.read(cases, RoutineKind.TESTBED) if row.id == case.id)
    assert hidden.is_confidential
    demo.undo()
    assert case in demo.read(cases, RoutineKind.TESTBED)
