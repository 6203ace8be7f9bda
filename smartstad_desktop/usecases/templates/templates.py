"""Starting a programme: from a template, or the demonstration region."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar, Final

from sqlalchemy import select

from smartstad_desktop.domain.templates import ProgrammeExists
from smartstad_desktop.domain.values import Language
from smartstad_desktop.storage.tables.programme import Programme
from smartstad_desktop.usecases import seeds
from smartstad_desktop.usecases.command import Command, Transaction
from smartstad_desktop.usecases.templates.demo_history import PastClock, take_earlier_steps
from smartstad_desktop.usecases.templates.demo_rows import add_demonstration, as_before
from smartstad_desktop.usecases.templates.template_rows import fill
from smartstad_desktop.usecases.workspace import Surroundings, Workspace

#: A key beside those of the templates: the demonstration region.
DEMO: Final = "demo"


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateProgramme:
    """Fill a fresh workspace from a template; ``name`` and ``language`` override what the template says."""

    template: str
    name: str = ""
    language: Language | None = None
    is_floor: ClassVar[bool] = True

    def execute(self, tx: Transaction) -> None:
        """Make all rows of the template.

        Raises:
            ProgrammeExists: the workspace is not fresh.
            TemplateUnknown: there is no such template.
        """
        _refuse_second(tx)
        template = seeds.template(self.template)
        language = self.language or template.programme.language
        made = fill(tx.session, template, language=language, this_year=tx.today.year)
        if self.name.strip():
            made.programme.name = self.name.strip()
        tx.describe(title=made.programme.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateDemonstration:
    """Fill a fresh workspace with the demonstration region: invented projects, a board and a plan.

    With ``is_before`` it is made as it was before its latest steps, which are then taken one by one.
    """

    is_before: bool = False
    is_floor: ClassVar[bool] = True

    def execute(self, tx: Transaction) -> int:
        """Make all rows and return how many projects there are.

        Raises:
            ProgrammeExists: the workspace is not fresh.
        """
        _refuse_second(tx)
        demo = as_before(seeds.demonstration()) if self.is_before else seeds.demonstration()
        template = seeds.template(demo.template)
        # The invented dates stand still, so the board does too.
        this_year = demo.programme["first_year"] - 1
        made = fill(tx.session, template, language=template.programme.language, this_year=this_year)
        count = add_demonstration(tx, demo, made)
        tx.describe(count=count)
        return count


def _refuse_second(tx: Transaction) -> None:
    if tx.session.scalar(select(Programme.id)) is not None:
        raise ProgrammeExists


def create_workspace(
    path: Path,
    template_key: str,
    *,
    name: str = "",
    language: Language | None = None,
    surroundings: Surroundings | None = None,
) -> Workspace:
    """Make a workspace at *path* from a template, or the demonstration region, and return it open; never overwrites.

    Raises:
        FileTrouble: the name is taken or the folder cannot be written to.
        TemplateUnknown: there is no such template; no file has been made.
    """
    if template_key == DEMO:
        return create_demo(path, surroundings=surroundings)
    seeds.template(template_key)
    return _create(path, CreateProgramme(template=template_key, name=name, language=language), surroundings)


def create_demo(path: Path, *, surroundings: Surroundings | None = None) -> Workspace:
    """Make the demonstration region at *path*, with some days of history, and return it open; never overwrites.

    Raises:
        FileTrouble: the name is taken or the folder cannot be written to.
    """
    around = surroundings or Surroundings()
    clock = PastClock(around.clock())
    with _create(path, CreateDemonstration(is_before=True), replace(around, clock=clock, backups=None)) as workspace:
        take_earlier_steps(workspace, seeds.demonstration(), clock)
    return Workspace.open(path, around)


def _create(path: Path, command: Command, surroundings: Surroundings | None) -> Workspace:
    workspace = Workspace.create(path, surroundings)
    try:
        workspace.run(command)
    except BaseException:
        # Half a workspace would block the name and confuse whoever opens it.
        workspace.close()
        path.unlink(missing_ok=True)
        raise
    return workspace
