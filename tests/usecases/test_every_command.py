"""On the demonstration region, every command there is can be taken back and repeated exactly, and has a name."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import pytest

from smartstad_desktop import usecases
from smartstad_desktop.domain.values import Language
from smartstad_desktop.storage.journal import StepState
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.text.steps import step_name
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.commands import examples
from tests.support.workspaces import dump

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


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_undo_restores_redo_repeats_and_the_step_has_a_name(demo: Workspace, name: str) -> None:
    command = EXAMPLES[name](demo)
    before = dump(demo)
    outcome = demo.run(command)
    after = dump(demo)
    assert outcome.step is not None
    assert after != before

    step = demo.steps(1)[0]
    for language in Language:
        said = step_name(step.command, step.parameters, phrasebook(language))
        assert said
        assert "{" not in said
    demo.undo()
    assert dump(demo) == before
    demo.redo()
    assert dump(demo) == after
    assert step.state is StepState.DONE
