"""An example of every command about rounds of voting, their phases and their ballots."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.domain.values import BoardId, Language, MunicipalityId, ProjectId, RoundId, SessionId
from smartstad_desktop.domain.workshop.meeting import Phase, Whose
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.reads.workshop.rounds import round_sheet
from smartstad_desktop.usecases.board import CreateBoard, default_columns
from smartstad_desktop.usecases.workshop import ballots, deciding, round_phases, rounds
from smartstad_desktop.usecases.workshop.sessions import CreateSession, EditSession
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.commands.finding import Example, first


def a_round(workspace: Workspace, method: Method = Method.DOTS, projects: int = 3) -> RoundId:
    """Return a planned round with projects, in a session of its own."""
    session: SessionId = workspace.run(CreateSession(name="Workshop 3", preset="")).value
    chosen = tuple(ProjectId(first(workspace, "project", "is_external = 0") + number) for number in range(projects))
    made: RoundId = workspace.run(rounds.PlanRound(session=session, method=method, projects=chosen)).value
    return made


def an_open_round(workspace: Workspace, method: Method = Method.DOTS) -> RoundId:
    """Return a round in its silent phase."""
    made = a_round(workspace, method)
    workspace.run(round_phases.SetPhase(round=made, phase=Phase.SILENT))
    return made


def a_mark(workspace: Workspace, round_id: RoundId, number: int = 1, value: float = 1) -> ballots.NewMark:
    """Return a mark on the item with *number*."""
    sheet = workspace.read(round_sheet, round_id)
    assert sheet is not None
    item = sheet.item_of(number)
    assert item is not None
    return ballots.NewMark(item=item.id, value=value)


def _first(workspace: Workspace) -> Whose:
    return Whose(municipality=MunicipalityId(first(workspace, "municipality", "is_participating = 1")))


def _item(workspace: Workspace) -> rounds.EditRoundItem:
    mark = a_mark(workspace, a_round(workspace))
    return rounds.EditRoundItem(item=mark.item, title="Sensornät", is_unclear=True)


def _cast(workspace: Workspace) -> RoundId:
    made = an_open_round(workspace)
    mark = a_mark(workspace, made)
    workspace.run(ballots.CastMarks(round=made, whose=_first(workspace), marks=(mark,)))
    return made


def _marks(workspace: Workspace) -> ballots.CastMarks:
    made = an_open_round(workspace)
    return ballots.CastMarks(round=made, whose=_first(workspace), marks=(a_mark(workspace, made),))


def _many(workspace: Workspace) -> ballots.CastBallots:
    made = an_open_round(workspace)
    whole = ballots.WholeBallot(whose=_first(workspace), marks=(a_mark(workspace, made, 2),))
    return ballots.CastBallots(round=made, ballots=(whole,))


def _revealed(workspace: Workspace) -> RoundId:
    made = _cast(workspace)
    sheet = workspace.read(round_sheet, made)
    assert sheet is not None
    columns = default_columns(Language.SV, 2026)
    board: BoardId = workspace.run(CreateBoard(name="Workshop 3", columns=columns)).value
    workspace.run(EditSession(session=sheet.session, changes={"board": board}))
    workspace.run(ballots.FinishBallot(round=made, whose=_first(workspace)))
    workspace.run(round_phases.SetPhase(round=made, phase=Phase.REVEAL))
    return made


def _board(workspace: Workspace) -> deciding.MakeSessionBoard:
    session: SessionId = workspace.run(CreateSession(name="Workshop 3", preset="")).value
    return deciding.MakeSessionBoard(
        session=session,
        columns=default_columns(Language.SV, 2026),
        projects=(ProjectId(first(workspace, "project", "is_external = 0")),),
    )


def _snapshot(workspace: Workspace) -> deciding.TakeSnapshot:
    made = _revealed(workspace)
    sheet = workspace.read(round_sheet, made)
    assert sheet is not None
    return deciding.TakeSnapshot(session=sheet.session, round=made, label="Efter runda 1")


EXAMPLES: Final[dict[str, Example]] = {
    "PlanRound": lambda w: rounds.PlanRound(
        session=w.run(CreateSession(name="Workshop 3", preset="")).value,
        method=Method.HUNDRED,
        projects=(ProjectId(first(w, "project", "is_external = 0")),),
    ),
    "EditRound": lambda w: rounds.EditRound(round=a_round(w), changes={"question": "Vad ger mest?", "marks": 5}),
    "SetRoundItems": lambda w: rounds.SetRoundItems(
        round=a_round(w), projects=(ProjectId(first(w, "project", "is_external = 0")),)
    ),
    "AddRoundItem": lambda w: rounds.AddRoundItem(round=a_round(w), title="Hela listan"),
    "EditRoundItem": _item,
    "RepeatRound": lambda w: rounds.RepeatRound(round=_cast(w)),
    "DeleteRounds": lambda w: rounds.DeleteRounds(rounds=(a_round(w),)),
    "SetPhase": lambda w: round_phases.SetPhase(round=a_round(w, Method.CRITERIA), phase=Phase.SILENT),
    "CastMarks": _marks,
    "FinishBallot": lambda w: ballots.FinishBallot(round=_cast(w), whose=_first(w), concern="Driften är oklar"),
    "ClearBallots": lambda w: ballots.ClearBallots(round=_cast(w), whose=(_first(w),)),
    "CastBallots": _many,
    "MakeSessionBoard": _board,
    "ProposePlaces": lambda w: deciding.ProposePlaces(round=_revealed(w)),
    "TakeSnapshot": _snapshot,
}
