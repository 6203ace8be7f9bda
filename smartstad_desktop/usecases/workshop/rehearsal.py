"""Rehearsing a workshop: on a marked copy of the file, with made-up answers, to be thrown away."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

from sqlalchemy import select

from smartstad_desktop.domain import files
from smartstad_desktop.domain.values import RoundId
from smartstad_desktop.domain.workshop.rehearsal import simulate
from smartstad_desktop.domain.workshop.rehearsals import AlreadyARehearsal, NotARehearsal, is_rehearsal, rehearsal_uid
from smartstad_desktop.domain.workshop.voting import Ballot, Channel, Seat, Voter
from smartstad_desktop.reads.shell import is_a_rehearsal
from smartstad_desktop.reads.workshop.casters import Caster
from smartstad_desktop.reads.workshop.rounds import RoundSheet
from smartstad_desktop.storage.backups import write_checked
from smartstad_desktop.storage.tables.programme import Programme
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.surroundings import Surroundings
from smartstad_desktop.usecases.workshop.ballots import CastBallots, NewMark, WholeBallot, voting
from smartstad_desktop.usecases.workspace import Workspace

_ENDING: Final = ".smartstad"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRehearsal:
    """Mark a copy as one for rehearsing; undo never takes the mark away."""

    is_floor: ClassVar[bool] = True

    def execute(self, tx: Transaction) -> None:
        """Mark it.

        Raises:
            AlreadyARehearsal: it is marked.
        """
        programme = tx.session.scalars(select(Programme)).one()
        if is_rehearsal(programme.uid):
            raise AlreadyARehearsal
        programme.uid = rehearsal_uid(programme.uid)
        tx.describe(title=programme.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulateRound:
    """Answer for everybody who has not, with made-up ballots; the same *seed* makes the same ones up."""

    round: RoundId
    seed: int = 1

    def execute(self, tx: Transaction) -> int:
        """Answer; the value is for how many.

        Raises:
            NotARehearsal: the file is the real one.
            RoundNotOpen: the round is not in its silent phase.
        """
        if not is_rehearsal(tx.session.scalars(select(Programme.uid)).one()):
            raise NotARehearsal
        sheet = voting(tx, self.round)
        waiting = [caster for caster in sheet.casters if caster.is_present and not caster.is_done]
        # Nobody has come to a rehearsal: then all who are expected answer.
        asked = waiting or [caster for caster in sheet.casters if not caster.is_done]
        made = simulate(sheet.rules, [_voter(caster) for caster in asked], self.seed)
        ballots = tuple(_whole(sheet, caster, ballot) for caster, ballot in zip(asked, made, strict=True))
        CastBallots(round=self.round, ballots=ballots, channel=Channel.CONSOLE).execute(tx)
        tx.describe(count=len(ballots), **sheet.lap.named("round"))
        return len(ballots)


def start_rehearsal(workspace: Workspace, folder: Path, name: str) -> Path:
    """Make a marked copy of *workspace* in *folder*, called *name*, and return where it is; the file is not touched.

    Raises:
        AlreadyARehearsal: the file is such a copy itself.
        FileExists: there are hundreds of them already.
        FileUnwritable: the folder does not take the copy.
    """
    if workspace.glance(is_a_rehearsal):
        raise AlreadyARehearsal
    path = _free(folder, name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_checked(path, workspace.private_copy())
    except (OSError, sqlite3.Error) as error:
        raise files.FileUnwritable(path=path) from error
    try:
        with Workspace.open(path, Surroundings(clock=lambda: workspace.now)) as copy:
            copy.run(MarkRehearsal())
    except BaseException:
        # A copy without its mark could be taken for the real file.
        path.unlink(missing_ok=True)
        raise
    return path


def throw_away(path: Path) -> None:
    """Delete the copy at *path*, which nobody has open; anything else stays.

    Raises:
        NotARehearsal: it is not a copy for rehearsing.
        FileTrouble: it cannot be opened, or is open elsewhere.
    """
    with Workspace.open_read_only(path) as seen:
        if not seen.glance(is_a_rehearsal):
            raise NotARehearsal
    # Refused while somebody has it open.
    Workspace.open(path).close()
    path.unlink()


def _free(folder: Path, name: str) -> Path:
    """Return a name that is not taken: a copy that somebody has kept is not written over."""
    for number in range(1, 1000):
        path = folder / (f"{name}{_ENDING}" if number == 1 else f"{name} {number}{_ENDING}")
        if not path.exists():
            return path
    raise files.FileExists(path=folder / f"{name}{_ENDING}")


def _voter(caster: Caster) -> Voter:
    """Return who is made to answer; a numbered sheet is told apart from the others by its number."""
    whose = caster.whose
    if whose.municipality is not None:
        return Voter(int(whose.municipality), whose.municipality, caster.persons)
    return Voter(Seat(whose.seat or whose.number or 0), caster.municipality, caster.persons)


def _whole(sheet: RoundSheet, caster: Caster, ballot: Ballot) -> WholeBallot:
    items = {item.number: item.id for item in sheet.items}
    marks = tuple(
        NewMark(
            item=items[mark.item],
            value=mark.value,
            axis=mark.axis,
            other=None if mark.other is None else items[mark.other],
        )
        for mark in ballot.marks
    )
    return WholeBallot(whose=caster.whose, marks=marks, is_blank=ballot.is_blank, concern=ballot.concern)
