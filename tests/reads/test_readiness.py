"""The check list before a workshop: what is left to do, which, and where."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from smartstad_desktop.domain.readiness import CheckLine, Matter, Target
from smartstad_desktop.domain.values import MunicipalityId, ProjectId, RoundItemId, SessionId
from smartstad_desktop.domain.workshop.meeting import Phase, SeatKind
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.reads.readiness import readiness
from smartstad_desktop.storage.tables.workshop import RoundItem
from smartstad_desktop.text.workshop.readiness import check_line
from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.surroundings import Surroundings
from smartstad_desktop.usecases.workshop.round_phases import SetPhase
from smartstad_desktop.usecases.workshop.rounds import EditRoundItem, PlanRound
from smartstad_desktop.usecases.workshop.seats import AddSeats, NewSeat
from smartstad_desktop.usecases.workshop.sessions import CreateSession
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.sessions import plan


def checked(
    workspace: Workspace, session: SessionId, *, backup_age: timedelta | None = None
) -> dict[Matter, CheckLine]:
    """Return the check list by matter."""
    at = None if backup_age is None else workspace.now - backup_age
    lines = workspace.read(readiness, session, backed_up_at=at, now=workspace.now)
    return {line.matter: line for line in lines}


def add(workspace: Workspace, title: str, what: str, municipality: int = 1) -> ProjectId:
    """Return a project that says what it is, or does not."""
    fields = {"title": title, "what": what, "municipality_id": MunicipalityId(municipality)}
    made: ProjectId = workspace.run(AddProject(fields=fields)).value
    return made


@pytest.fixture
def session(workspace: Workspace) -> SessionId:
    """A planned priority workshop of three municipalities."""
    return plan(workspace)


def test_every_matter_is_told_and_an_empty_preparation_is_not_ready(workspace: Workspace, session: SessionId) -> None:
    found = checked(workspace, session)

    assert set(found) == set(Matter)
    assert found[Matter.LISTS].names == ("Båstad", "Helsingborg", "Ängelholm")
    assert check_line(found[Matter.LISTS]) == "3 kommuner har inte lämnat sin lista"
    assert check_line(found[Matter.ROUNDS]) == "3 rundor har inget att rösta om"
    assert found[Matter.AGENDA].is_ready
    assert not found[Matter.BACKUP].is_ready
    assert checked(workspace, workspace.run(CreateSession(name="Tom")).value)[Matter.AGENDA].count == 1


def test_a_list_that_has_come_in_is_missed_no_more(workspace: Workspace, session: SessionId) -> None:
    add(workspace, "Sensornät", "Gemensamt radionät", municipality=2)

    line = checked(workspace, session)[Matter.LISTS]
    assert (line.names, line.target) == (("Båstad", "Ängelholm"), Target.IMPORT)
    assert line.ids == (3, 1)


def test_unclear_projects_are_those_without_a_sentence_and_those_marked(
    workspace: Workspace, session: SessionId
) -> None:
    silent, clear, marked = (
        add(workspace, title, what)
        for title, what in (("Bussen", "  "), ("Nätet", "Ett radionät"), ("Appen", "En app för felanmälan"))
    )
    add(workspace, "Utanför rundan", "")
    made = workspace.run(PlanRound(session=session, method=Method.DOTS, projects=(silent, clear, marked))).value

    def item(connection: Connection) -> int | None:
        return connection.scalar(select(RoundItem.id).where(RoundItem.project_id == marked))

    workspace.run(EditRoundItem(item=RoundItemId(workspace.read(item) or 0), is_unclear=True))
    before = checked(workspace, session)[Matter.UNCLEAR]
    workspace.run(SetPhase(round=made, phase=Phase.SILENT))

    assert (before.names, before.ids) == (("Appen", "Bussen"), (marked, silent))
    assert check_line(before) == "2 projekt att rösta om är oklara"
    assert checked(workspace, session)[Matter.UNCLEAR].is_ready


def test_likely_duplicates_are_told_in_pairs_within_the_rounds(workspace: Workspace, session: SessionId) -> None:
    what = "Ett gemensamt radionät för sensorer i alla kommuner"
    one = add(workspace, "Gemensamt LoRaWAN-nät för sensorer", what)
    other = add(workspace, "Gemensamt LoRaWAN-nät för sensorer", what, municipality=2)
    add(workspace, "Gemensamt LoRaWAN-nät för sensorer", what, municipality=3)
    workspace.run(PlanRound(session=session, method=Method.DOTS, projects=(one, other)))

    line = checked(workspace, session)[Matter.DUPLICATES]
    assert (line.count, set(line.ids), line.target) == (1, {one, other}, Target.PAIRS)


def test_a_seat_without_a_municipality_is_told_an_observer_is_not(workspace: Workspace, session: SessionId) -> None:
    seats = (NewSeat(label="Räddningstjänsten"), NewSeat(label="Handledare", kind=SeatKind.OBSERVER))
    ids = workspace.run(AddSeats(session=session, seats=seats)).value

    line = checked(workspace, session)[Matter.SEATS]
    assert (line.names, line.ids) == (("Räddningstjänsten",), ids[:1])


def test_a_backup_is_fresh_for_a_day_and_a_night(workspace: Workspace, session: SessionId) -> None:
    assert checked(workspace, session, backup_age=timedelta(hours=23))[Matter.BACKUP].is_ready
    assert not checked(workspace, session, backup_age=timedelta(hours=25))[Matter.BACKUP].is_ready


def test_a_backup_made_now_holds_the_preparation(tmp_path: Path, demo_file: Path, surroundings: Surroundings) -> None:
    copy = Path(shutil.copyfile(demo_file, tmp_path / demo_file.name))
    with Workspace.open(copy, surroundings) as opened:
        opened.back_up("by-hand")
        at = opened.last_backup_at()
        lines = opened.read(readiness, SessionId(3), backed_up_at=at, now=opened.now)

    assert at == opened.now
    assert next(line for line in lines if line.matter is Matter.BACKUP).is_ready


def test_the_demonstration_region_is_nearly_ready(demo: Workspace) -> None:
    found = checked(demo, SessionId(3))

    assert found[Matter.ROUNDS].is_ready
    assert found[Matter.UNCLEAR].is_ready
    assert found[Matter.SEATS].is_ready
