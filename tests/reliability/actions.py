"""What a group does in a workspace, at random but repeatable: real commands, undo and redo."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, select

from smartstad_desktop.domain.board import Meaning
from smartstad_desktop.domain.errors import RuleError
from smartstad_desktop.domain.values import BoardId, ColumnId, MunicipalityId, ProjectId
from smartstad_desktop.storage.tables.board import Board, BoardColumn
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.usecases.board import AddColumn, CreateBoard, DeleteColumn, EditColumn, NewColumn
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.inventory.inventory import AddProject, DeleteProjects, DuplicateProject, EditProject
from smartstad_desktop.usecases.placing import PlaceCards, RemoveFromBoard
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workspaces import SetUp, dump

MANY = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMany:
    """Add many projects in one step, as an import does."""

    municipality: int
    salt: int

    def execute(self, tx: Transaction) -> None:
        """Add them one by one."""
        for number in range(MANY):
            what = f"Beskrivning {self.salt} " * 40
            fields = {"title": f"Rad {self.salt}-{number}", "municipality_id": self.municipality, "what": what}
            AddProject(fields=fields).execute(tx)
        tx.describe(count=MANY, title="", files="prov.xlsx")


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to act on."""

    projects: list[ProjectId]
    municipalities: list[MunicipalityId]
    boards: list[BoardId]
    columns: list[ColumnId]


def known(connection: Connection) -> Known:
    """Read what there is to act on."""
    tables = (Project, Municipality, Board, BoardColumn)
    ids = [list(connection.execute(select(table.id).order_by(table.id)).scalars()) for table in tables]
    return Known(*ids)


def set_up(path: Path) -> None:
    """Make the workspace that everything starts from: its first step cannot be taken back."""
    with Workspace.create(path) as workspace:
        workspace.run(SetUp())


class Actor:
    """Acts at random; the same seed on the same workspace does the same."""

    def __init__(self, workspace: Workspace, seed: int) -> None:
        self._workspace = workspace
        self._chance = random.Random(seed)  # noqa: S311  what is done must be repeatable
        self._weights: dict[Callable[[Known], None], int] = {
            self._add: 5,
            self._edit: 6,
            self._duplicate: 1,
            self._delete: 2,
            self._place: 8,
            self._take_off: 1,
            self._new_board: 1,
            self._change_columns: 2,
            self._import: 1,
            self._undo: 4,
            self._redo: 3,
        }

    def act(self, *, may_go_back: bool = True) -> str:
        """Do something and return what; a refusal by a rule is an answer too."""
        back = {self._undo, self._redo}
        weights = {kind: weight for kind, weight in self._weights.items() if may_go_back or kind not in back}
        (choice,) = self._chance.choices(list(weights), list(weights.values()))
        try:
            choice(self._workspace.read(known))
        except RuleError as refusal:
            return f"{choice.__name__}-{refusal.code}"
        return choice.__name__

    def import_many(self) -> None:
        """Do what writes most."""
        self._import(self._workspace.read(known))

    def _add(self, there: Known) -> None:
        number = self._chance.randrange(10_000)
        fields = {"title": f"Projekt {number} å'ä\"ö", "municipality_id": self._chance.choice(there.municipalities)}
        self._workspace.run(AddProject(fields=fields))

    def _edit(self, there: Known) -> None:
        if there.projects:
            changes = self._chance.choice(
                [
                    {"title": f"Ny titel {self._chance.random()}"},
                    {"what": "Text med\nrader → – 🏙 " * self._chance.randrange(1, 40)},
                    {"budget_total": self._chance.randrange(10**9)},
                    {"status": self._chance.choice(["pilot", "idea", "operation"])},
                ]
            )
            self._workspace.run(EditProject(project=self._chance.choice(there.projects), changes=changes))

    def _duplicate(self, there: Known) -> None:
        if there.projects:
            self._workspace.run(DuplicateProject(project=self._chance.choice(there.projects)))

    def _delete(self, there: Known) -> None:
        if there.projects:
            self._workspace.run(DeleteProjects(projects=self._some(there)))

    def _place(self, there: Known) -> None:
        if not there.boards or not there.projects:
            return self._new_board(there)
        column = self._chance.choice([None, *there.columns])
        board = self._chance.choice(there.boards)
        self._workspace.run(PlaceCards(board=board, projects=self._some(there), column=column))
        return None

    def _take_off(self, there: Known) -> None:
        if there.boards and there.projects:
            self._workspace.run(RemoveFromBoard(board=there.boards[0], projects=self._some(there)))

    def _new_board(self, there: Known) -> None:
        names = ("Nu", "Härnäst", "Senare", "Inte nu")
        columns = tuple(NewColumn(name=name, meaning=Meaning.DO) for name in names)
        self._workspace.run(CreateBoard(name="Tavla", columns=columns, projects=tuple(there.projects[:20])))

    def _change_columns(self, there: Known) -> None:
        if there.columns:
            column = self._chance.choice(there.columns)
            command = self._chance.choice(
                [
                    DeleteColumn(column=column),
                    EditColumn(column=column, name=f"Spalt {self._chance.randrange(100)}"),
                    AddColumn(board=self._chance.choice(there.boards), name="Till"),
                ]
            )
            self._workspace.run(command)

    def _import(self, there: Known) -> None:
        self._workspace.run(AddMany(municipality=there.municipalities[0], salt=self._chance.randrange(10**6)))

    def _undo(self, _there: Known) -> None:
        self._workspace.undo()

    def _redo(self, _there: Known) -> None:
        self._workspace.redo()

    def _some(self, there: Known) -> tuple[ProjectId, ...]:
        return tuple(self._chance.sample(there.projects, min(len(there.projects), self._chance.randrange(1, 4))))


def digest(workspace: Workspace) -> str:
    """Return a fingerprint of everything in the workspace except its journal."""
    return hashlib.sha256(repr(sorted(dump(workspace).items())).encode()).hexdigest()[:16]


def log_digest(workspace: Workspace) -> str:
    """Return a fingerprint of the journal's steps."""
    told: list[tuple[int, datetime, str, str]] = [
        (step.id, step.at, step.command, step.state.value) for step in workspace.steps()
    ]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]
