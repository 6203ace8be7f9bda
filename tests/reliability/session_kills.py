"""Kill the program in every phase of a workshop and see where it opens again.

Run as ``python -m tests.reliability.session_kills``. For each phase a forked child holds a session up to that phase,
tells what it has acknowledged, and goes on; it is killed without warning, and the file is opened again. What must hold
then: the session is open, the round is in the phase that was acknowledged, every ballot that was acknowledged is there,
the clock is right, and all of it is back within five seconds.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
import time
import traceback
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from smartstad_desktop.domain.values import BoardId, Language, MunicipalityId, ProjectId, RoundId, SessionId
from smartstad_desktop.domain.workshop.clock import left
from smartstad_desktop.domain.workshop.meeting import Phase, Whose
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.reads.workshop.rounds import round_sheet, said
from smartstad_desktop.reads.workshop.sessions import session as read_session
from smartstad_desktop.usecases.board import CreateBoard, default_columns
from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.placing import PlaceCards
from smartstad_desktop.usecases.programme.municipalities import AddMunicipality
from smartstad_desktop.usecases.surroundings import Surroundings
from smartstad_desktop.usecases.workshop.agenda import AddAgendaItem, GoToAgendaItem
from smartstad_desktop.usecases.workshop.ballots import CastMarks, FinishBallot, NewMark
from smartstad_desktop.usecases.workshop.clock import SetClock, StartClock
from smartstad_desktop.usecases.workshop.round_phases import SetPhase
from smartstad_desktop.usecases.workshop.rounds import PlanRound
from smartstad_desktop.usecases.workshop.sessions import CreateSession, EditSession, OpenSession
from smartstad_desktop.usecases.workspace import Workspace

MINUTES = 10
#: What a restart may take, in seconds.
FIVE_SECONDS = 5.0
_TOWNS = (("Ängelholm", "ÄN"), ("Helsingborg", "HB"), ("Höganäs", "HÖ"))


@dataclass(slots=True)
class Seen:
    """What was found after one kill."""

    phase: str
    misses: list[str] = field(default_factory=list[str])
    seconds: float = 0.0


def hold(path: Path, until: Phase, pipe: int) -> None:
    """Hold a session up to a phase, acknowledge it, and go on casting and moving until somebody kills this."""
    workspace = Workspace.open(path, Surroundings())
    session, round_id, board, projects = _prepared(workspace)
    sheet = workspace.read(round_sheet, round_id)
    assert sheet is not None
    ballots = 0
    for phase in list(Phase)[: list(Phase).index(until) + 1]:
        if phase is not Phase.CLARIFY:
            workspace.run(SetPhase(round=round_id, phase=phase))
        if phase is Phase.SILENT:
            for number in range(1, len(_TOWNS) + 1):
                whose = Whose(municipality=MunicipalityId(number))
                mark = NewMark(item=sheet.items[number % len(sheet.items)].id, value=1)
                workspace.run(CastMarks(round=round_id, whose=whose, marks=(mark,)))
                workspace.run(FinishBallot(round=round_id, whose=whose))
                ballots += 1
    workspace.run(SetClock(session=session, seconds=MINUTES * 60))
    workspace.run(StartClock(session=session))
    os.write(pipe, (json.dumps({"session": session, "round": round_id, "ballots": ballots}) + "\n").encode())
    column = workspace.glance(lambda raw: raw.execute("SELECT id FROM board_column ORDER BY id").fetchall())
    step = 0
    while True:
        step += 1
        where = column[step % len(column)][0]
        workspace.run(PlaceCards(board=board, projects=(projects[step % len(projects)],), column=where))


def _prepared(workspace: Workspace) -> tuple[SessionId, RoundId, BoardId, list[ProjectId]]:
    for name, mark in _TOWNS:
        workspace.run(AddMunicipality(fields={"name": name, "short_name": name, "mark": mark, "colour": "#0B5D66"}))
    projects = [
        ProjectId(workspace.run(AddProject(fields={"title": f"Projekt {number}", "municipality_id": 1})).value)
        for number in range(4)
    ]
    board: BoardId = workspace.run(CreateBoard(name="Beslut", columns=default_columns(Language.SV, 2026))).value
    session: SessionId = workspace.run(CreateSession(name="Workshop 3")).value
    workspace.run(EditSession(session=session, changes={"board": board}))
    workspace.run(OpenSession(session=session))
    part = workspace.run(AddAgendaItem(session=session, title="Prickröstning", minutes=20)).value
    workspace.run(GoToAgendaItem(item=part))
    planned = PlanRound(session=session, method=Method.DOTS, projects=tuple(projects), agenda_item=part)
    return session, workspace.run(planned).value, board, projects


def kill_in(phase: Phase, folder: Path) -> Seen:
    """Let a child come to *phase*, kill it, and return what the file holds then."""
    path = folder / f"{phase.value}.smartstad"
    Workspace.create(path, Surroundings()).close()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            hold(path, phase, writing)
        except BaseException:  # noqa: BLE001  whatever it is, this copy of the program must not clean up for the other
            traceback.print_exc()
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as told:
        line = told.readline()
    time.sleep(0.05)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return _look(path, phase, line)


def _look(path: Path, phase: Phase, line: str) -> Seen:
    seen = Seen(phase.value)
    if not line:
        seen.misses.append("the child never came to the phase")
        return seen
    acknowledged = json.loads(line)
    started = time.perf_counter()
    with Workspace.open(path, Surroundings()) as workspace:
        session = workspace.read(read_session, SessionId(acknowledged["session"]))
        sheet = workspace.read(round_sheet, RoundId(acknowledged["round"]))
        seen.seconds = time.perf_counter() - started
        answers = workspace.read(said, RoundId(acknowledged["round"]))
    if session is None or sheet is None:
        seen.misses.append("the session or its round is gone")
        return seen
    if session.opened_at is None or session.ended_at is not None or session.on is None:
        seen.misses.append("the session is not where it was")
    if sheet.phase is not phase:
        seen.misses.append(f"in {sheet.phase}")
    if (len(answers), sheet.done) != (acknowledged["ballots"], acknowledged["ballots"]):
        seen.misses.append(f"{sheet.done} of {acknowledged['ballots']} ballots")
    shown = left(session.clock_started_at, session.clock_left_s, datetime.now(UTC))
    if not MINUTES * 60 - 30 <= shown <= MINUTES * 60:
        seen.misses.append(f"the clock shows {shown} s")
    return seen


def main() -> None:
    """Kill once in every phase and tell what was seen as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        found = [asdict(kill_in(phase, Path(folder))) for phase in Phase]
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
