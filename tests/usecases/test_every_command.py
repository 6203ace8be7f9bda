"""On the demonstration region, every command there is can be taken back and repeated exactly, and has a name."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from smartstad_desktop import usecases
from smartstad_desktop.domain.values import Language
from smartstad_desktop.storage.journal import StepState
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.text.steps import step_name
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.workspace import Surroundings, Workspace
from tests.support.commands import examples
from tests.support.lent import Lent
from tests.support.workspaces import FixedClock, dump

EXAMPLES = examples()
#: Floors are steps that cannot be taken back; their own tests look at them.
FLOORS = {"AnonymisePerson", "WeedOut", "CreateProgramme", "CreateDemonstration", "FreezePlan", "MarkRehearsal"}


def _commands() -> set[str]:
    found: set[str] = set()
    for module in pkgutil.walk_packages(usecases.__path__, f"{usecases.__name__}."):
        names = vars(import_module(module.name))
        found.update(
            name
            for name, kind in names.items()
            if isinstance(kind, type)
            and "execute" in vars(kind)
            and kind.__module__.startswith(usecases.__name__)
            and kind is not Command
        )
    return found


def test_every_command_has_an_example_here() -> None:
    assert set(EXAMPLES) | FLOORS == _commands()


@pytest.fixture(scope="module")
def lent(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lent]:
    """The demonstration region, opened once: every example gives it back as it was."""
    lent = Lent(demo_file, tmp_path_factory.mktemp("lent"), Surroundings(clock=FixedClock(), actor="test"))
    yield lent
    lent.close()


@pytest.fixture
def given(lent: Lent) -> Iterator[Workspace]:
    """The demonstration region for one example."""
    yield lent.take()
    lent.give_back()


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_undo_restores_redo_repeats_and_the_step_has_a_name(given: Workspace, lent: Lent, name: str) -> None:
    command = EXAMPLES[name](given)
    before = lent.rows()
    outcome = given.run(command)
    after = dump(given)
    assert outcome.step is not None
    assert after != before

    step = given.steps(1)[0]
    for language in Language:
        said = step_name(step.command, step.parameters, phrasebook(language))
        assert said
        assert "{" not in said
    given.undo()
    assert dump(given) == before
    given.redo()
    assert dump(given) == after
    assert step.state is StepState.DONE
