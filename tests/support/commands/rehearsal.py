"""An example of every command about rehearsing."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.usecases.workshop.rehearsal import MarkRehearsal, SimulateRound
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.commands.finding import Example
from tests.support.commands.rounds import an_open_round


def _simulated(workspace: Workspace) -> SimulateRound:
    workspace.run(MarkRehearsal())
    return SimulateRound(round=an_open_round(workspace, Method.HUNDRED))


EXAMPLES: Final[dict[str, Example]] = {"SimulateRound": _simulated}
