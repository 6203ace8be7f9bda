"""Whatever is done, undone and done again, over any number of sessions: each state comes back to the letter."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from smartstad_desktop.domain.errors import NothingToRedo, NothingToUndo
from smartstad_desktop.usecases.inventory.inventory import EditProject
from smartstad_desktop.usecases.surroundings import Surroundings
from smartstad_desktop.usecases.workspace import Workspace
from tests.reliability.actions import Actor, known, set_up
from tests.support.workspaces import FixedClock, dump

pytestmark = pytest.mark.slow
State = dict[str, list[tuple[object, ...]]]


class LongUse(RuleBasedStateMachine):
    """A workspace beside the list of states it went through."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="long-use-")
        self.path = Path(self.folder.name) / "prov.smartstad"
        self.clock = FixedClock()

    @initialize()
    def begin(self) -> None:
        set_up(self.path)
        self.workspace = self.opened()
        self.states: list[State] = [dump(self.workspace)]
        self.now = 0

    def opened(self) -> Workspace:
        return Workspace.open(self.path, Surroundings(clock=self.clock, backups=Path(self.folder.name) / "backups"))

    def keep(self, *, merged: bool = False) -> None:
        """Note the state after an action; an action after undo drops what was undone."""
        state = dump(self.workspace)
        if state == self.states[self.now]:
            return
        del self.states[self.now + 1 :]
        if merged:
            self.states[self.now] = state
        else:
            self.states.append(state)
            self.now += 1

    @rule(seed=st.integers(0, 10_000))
    def act(self, seed: int) -> None:
        self.clock.forward(seconds=5)
        Actor(self.workspace, seed).act(may_go_back=False)
        self.keep()

    @precondition(lambda self: bool(self.workspace.read(known).projects))
    @rule(text=st.text("aåä 'x", min_size=1, max_size=8), soon=st.booleans())
    def type_text(self, text: str, *, soon: bool) -> None:
        self.clock.forward(seconds=1 if soon else 5)
        project = self.workspace.read(known).projects[0]
        steps = len(self.workspace.steps())
        self.workspace.run(EditProject(project=project, changes={"comment": text}, is_typing=True))
        self.keep(merged=len(self.workspace.steps()) == steps)

    @rule()
    def undo(self) -> None:
        if self.now:
            self.workspace.undo()
            self.now -= 1
        else:
            refused = False
            try:
                self.workspace.undo()
            except NothingToUndo:
                refused = True
            assert refused

    @rule()
    def redo(self) -> None:
        if self.now + 1 < len(self.states):
            self.workspace.redo()
            self.now += 1
        else:
            refused = False
            try:
                self.workspace.redo()
            except NothingToRedo:
                refused = True
            assert refused

    @rule()
    def close_and_open(self) -> None:
        self.workspace.close()
        self.workspace = self.opened()

    @invariant()
    def state_is_the_one_we_know(self) -> None:
        if hasattr(self, "workspace"):
            assert dump(self.workspace) == self.states[self.now]
            assert self.workspace.read(lambda c: c.exec_driver_sql("PRAGMA foreign_key_check").all()) == []

    def teardown(self) -> None:
        if hasattr(self, "workspace"):
            while self.workspace.to_undo() is not None:
                self.workspace.undo()
            left = dump(self.workspace)
            self.workspace.close()
            assert left == self.states[0]
        self.folder.cleanup()


LongUse.TestCase.settings = settings(
    max_examples=15,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestLongUse = LongUse.TestCase
