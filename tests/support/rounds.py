"""Rounds of voting for tests of the console: a session with seats, a round, and a page that shows one panel of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.values import MunicipalityId, ProjectId, RoundId, SessionId
from smartstad_desktop.domain.workshop.meeting import Phase, Whose
from smartstad_desktop.domain.workshop.voting import Method, Unit
from smartstad_desktop.reads.workshop import rounds as reads
from smartstad_desktop.reads.workshop import sessions
from smartstad_desktop.reads.workshop.rounds import RoundSheet, Said
from smartstad_desktop.ui.kit.page import Page, PageTarget
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.workshop.middle import MiddlePanel, spec_for
from smartstad_desktop.usecases.workshop.ballots import CastBallots, NewMark, WholeBallot
from smartstad_desktop.usecases.workshop.round_phases import SetPhase
from smartstad_desktop.usecases.workshop.rounds import AddRoundItem, PlanRound
from smartstad_desktop.usecases.workshop.seats import AddSeats, Arrive, NewSeat
from smartstad_desktop.usecases.workshop.sessions import CreateSession, OpenSession
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.boards import AddInvented


@dataclass(frozen=True, slots=True)
class Room:
    """A session that is going on with one round."""

    workspace: Workspace
    session: SessionId
    round: RoundId
    projects: tuple[ProjectId, ...] = ()

    @property
    def sheet(self) -> RoundSheet:
        """Return the round as it is now."""
        found = self.workspace.read(reads.round_sheet, self.round)
        assert found is not None
        return found

    def said(self) -> dict[Whose, Said]:
        """Return what stands on the ballots."""
        return self.workspace.read(reads.said, self.round)

    def values(self, column: int) -> dict[int, float]:
        """Return what the ballot of a column gives each item, by its number; the first axis only."""
        numbers = {item.id: item.number for item in self.sheet.items}
        given = self.said().get(self.sheet.casters[column].whose, {})
        return {numbers[item]: value for (item, axis, _other), value in given.items() if axis in {"", "impact"}}

    def go_to(self, phase: Phase) -> None:
        """Take the round to a phase."""
        self.workspace.run(SetPhase(round=self.round, phase=phase))

    def cast(self, rows: Sequence[Sequence[float | tuple[float, float]]]) -> None:
        """Let each who answers in turn say one value for each item; two values are benefit and effort."""
        sheet = self.sheet
        ballots = tuple(
            WholeBallot(whose=caster.whose, marks=tuple(mark for given in _marks(sheet, row) for mark in given))
            for caster, row in zip(sheet.casters, rows, strict=False)
        )
        self.workspace.run(CastBallots(round=self.round, ballots=ballots))


def _marks(sheet: RoundSheet, row: Sequence[float | tuple[float, float]]) -> list[tuple[NewMark, ...]]:
    found: list[tuple[NewMark, ...]] = []
    for item, value in zip(sheet.items, row, strict=False):
        if isinstance(value, tuple):
            found.append(
                (
                    NewMark(item=item.id, value=value[0], axis="impact"),
                    NewMark(item=item.id, value=value[1], axis="effort"),
                )
            )
        else:
            found.append((NewMark(item=item.id, value=value),))
    return found


def a_room(
    workspace: Workspace,
    method: Method,
    *,
    count: int = 4,
    phase: Phase = Phase.SILENT,
    projects: tuple[ProjectId, ...] = (),
    seats: int = 0,
    **rules: Any,
) -> Room:
    """Make a session where all have come, with a round by *method* on *projects*, or on *count* invented ones.

    With *seats* so many sit there, and each answers for itself.
    """
    if count and not projects:
        projects = workspace.run(AddInvented(count=count)).value
    session: SessionId = workspace.run(CreateSession(name="Workshop 3 av 4")).value
    if seats:
        new = tuple(NewSeat(municipality=MunicipalityId(number % 3 + 1)) for number in range(seats - 3))
        workspace.run(AddSeats(session=session, seats=new))
        rules["unit"] = Unit.SEAT.value
    workspace.run(OpenSession(session=session))
    sheet = workspace.read(sessions.session, session)
    assert sheet is not None
    workspace.run(Arrive(seats=tuple(seat.id for seat in sheet.seats)))
    planned = PlanRound(session=session, method=method, projects=projects, seed=7, rules=rules)
    made = Room(workspace, session, workspace.run(planned).value, projects)
    if not projects:
        workspace.run(AddRoundItem(round=made.round, title="Hela listan"))
    if phase is not Phase.CLARIFY:
        made.go_to(Phase.SILENT)
    if phase not in {Phase.CLARIFY, Phase.SILENT}:
        made.go_to(phase)
    return made


class PanelPage(Page):
    """A page that shows the panel of one round, as the console does."""

    interests = frozenset(Kind)

    def __init__(self, services: Services, room: Room) -> None:
        super().__init__(services)
        self.room = room
        self.places = QVBoxLayout(self)
        self.panel: MiddlePanel | None = None
        self.asked: list[object] = []
        self.led_to: list[PageTarget] = []
        self.is_mirrored = False

    def lead_to(self, target: PageTarget) -> None:
        """Remember where it would have led."""
        self.led_to.append(target)

    @override
    def run(self, command: Any, *, offer_undo: bool = False) -> Any:
        """Remember what was asked for."""
        self.asked.append(command)
        return super().run(command, offer_undo=offer_undo)

    @override
    def refresh(self) -> None:
        """Show the round as it is now."""
        sheet = self.room.sheet
        session = self.services.workspace.read(sessions.session, self.room.session)
        assert session is not None
        wanted = spec_for(sheet.phase, sheet.method).load()
        if not isinstance(self.panel, wanted):
            if self.panel is not None:
                self.panel.hide()
                self.panel.deleteLater()
            self.panel = wanted(self)
            self.places.addWidget(self.panel)
        self.panel.is_mirrored = self.is_mirrored
        self.panel.show_round(session, sheet)
