"""Minutes tell what was, whatever is changed afterwards; what is added or corrected later is told as that."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from smartstad_desktop.domain.values import BoardId, Language, MunicipalityId, SessionId
from smartstad_desktop.domain.workshop.attendance import Spell
from smartstad_desktop.domain.workshop.meeting import NoteKind, Phase
from smartstad_desktop.domain.workshop.turns import Turn, taken_up_again
from smartstad_desktop.domain.workshop.voting import Method, Unit
from smartstad_desktop.exchange.documents.document_text import as_text
from smartstad_desktop.reads.board import board as read_board
from smartstad_desktop.usecases.board import DeleteBoard, EditColumn, default_columns
from smartstad_desktop.usecases.inventory.inventory import DeleteProjects, EditProject
from smartstad_desktop.usecases.inventory.merging import MergeProjects
from smartstad_desktop.usecases.order.criteria import AddCriterion
from smartstad_desktop.usecases.placing import PlaceCards
from smartstad_desktop.usecases.programme.municipalities import EditMunicipality
from smartstad_desktop.usecases.workshop.agenda import AddAgendaItem, EditAgendaItem, GoToAgendaItem, ShortenAgendaItems
from smartstad_desktop.usecases.workshop.attendance import CorrectAttendance
from smartstad_desktop.usecases.workshop.ballot_data import ballot_data
from smartstad_desktop.usecases.workshop.deciding import MakeSessionBoard, ProposePlaces
from smartstad_desktop.usecases.workshop.minutes import minutes_document
from smartstad_desktop.usecases.workshop.rehearsal import MarkRehearsal
from smartstad_desktop.usecases.workshop.rounds import PlanRound
from smartstad_desktop.usecases.workshop.seats import AddSeats, Leave, NewSeat
from smartstad_desktop.usecases.workshop.session_notes import AddNote, EditNote
from smartstad_desktop.usecases.workshop.sessions import CreateSession, EndSession, OpenSession, ReopenSession
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.rounds import Room, a_room
from tests.support.sessions import plan, sheet
from tests.support.workspaces import FixedClock


def told(workspace: Workspace, session: SessionId) -> str:
    """Return the minutes as one line of text."""
    document = workspace.read(minutes_document, session, Language.SV, datetime(2026, 12, 1, tzinfo=UTC))
    return re.sub(r"\s+", " ", as_text(document))


def hour(moment: datetime) -> str:
    """Return a time of day as Swedish minutes tell it."""
    return f"{moment.astimezone():%H.%M}"


def held(workspace: Workspace, clock: FixedClock) -> tuple[Room, BoardId]:
    """Hold a workshop: a round by population, musts by budget, and the result on a board of the session."""
    for town in (1, 2, 3):
        workspace.run(EditMunicipality(municipality=MunicipalityId(town), changes={"population": 10_000 * town}))
    room = a_room(workspace, Method.DOTS, unit=Unit.POPULATION, marks=2)
    room.cast([[1, 1], [1, 0, 1], [0, 1, 1]])
    room.go_to(Phase.REVEAL)
    musts = PlanRound(session=room.session, method=Method.MOSCOW, projects=room.projects, seed=7)
    second = Room(workspace, room.session, workspace.run(musts).value)
    second.go_to(Phase.SILENT)
    second.cast([[0, 0, 0, 1]] * 3)
    second.go_to(Phase.REVEAL)
    clock.forward(minutes=5)
    columns = default_columns(Language.SV, 2027)
    board: BoardId = workspace.run(
        MakeSessionBoard(session=room.session, question="Vad?", columns=columns, projects=room.projects)
    ).value
    workspace.run(ProposePlaces(round=room.round))
    whose = MunicipalityId(1)
    workspace.run(AddNote(session=room.session, kind=NoteKind.REMARK, text="Hur?", municipality=whose))
    for item in room.sheet.items:
        told_of = f"Motiv {item.number}."
        workspace.run(AddNote(session=room.session, kind=NoteKind.REASON, text=told_of, round_item=item.id))
    return room, board


def test_nothing_that_is_changed_afterwards_changes_the_minutes(workspace: Workspace, clock: FixedClock) -> None:
    room, board = held(workspace, clock)
    one, two, three, four = room.projects
    clock.forward(minutes=5)
    workspace.run(EndSession(session=room.session))
    before = told(workspace, room.session)
    assert "Det gruppen kom fram till" in before
    assert "Räknat efter projektens budgetar" in before
    found = workspace.read(read_board, board)
    assert found is not None

    clock.forward(days=1)
    for command in (
        EditMunicipality(municipality=MunicipalityId(1), changes={"population": 900_000}),
        EditMunicipality(
            municipality=MunicipalityId(1), changes={"name": "Nya kommunen", "short_name": "Nya", "mark": "NY"}
        ),
        EditProject(project=one, changes={"title": "Något annat", "municipality_id": MunicipalityId(3)}),
        EditProject(project=two, changes={"budget_total": 99_000_000}),
        MergeProjects(keep=three, gone=two),
        PlaceCards(board=board, projects=(one,), column=found.columns[-1].id),
        EditColumn(column=found.columns[0].id, name="Aldrig"),
        DeleteProjects(projects=(four,)),
        AddCriterion(fields={"name_sv": "Påhittat"}),
        DeleteBoard(board=board),
        CreateSession(name="Nästa"),
    ):
        workspace.run(command)
        assert told(workspace, room.session) == before, command


def test_who_had_answered_and_what_was_taken_up_again_is_told(workspace: Workspace, clock: FixedClock) -> None:
    room = a_room(workspace, Method.DOTS)
    seats = tuple(seat.id for seat in sheet(workspace, room.session).seats)
    workspace.run(Leave(seats=seats[:1]))
    room.cast([[1], [1], [1]])
    times: list[str] = []
    for phase in (Phase.REVEAL, Phase.DISCUSS, Phase.SILENT, Phase.REVEAL, Phase.CLOSED):
        clock.forward(minutes=7)
        room.go_to(phase)
        times.append(hour(clock.now))
    workspace.run(AddSeats(session=room.session, seats=(NewSeat(label="Senkommen"),)))
    workspace.run(EndSession(session=room.session))
    text = told(workspace, room.session)

    revealed, _, again, anew, closed = times
    assert f"visad {revealed}, svaren togs upp igen {again}, visad igen {anew}, stängd {closed}" in text
    assert "3 röstsedlar. När de visades hade 3 av 3 svarat." in text
    hidden = Room(workspace, room.session, room.round)
    workspace.run(ReopenSession(session=room.session))
    hidden.go_to(Phase.SILENT)
    workspace.run(EndSession(session=room.session))
    text = told(workspace, room.session)
    assert "Svaren togs upp igen och har inte visats på nytt" in text
    assert "svarat" not in text


def test_what_is_written_or_corrected_later_is_told_as_that(workspace: Workspace, clock: FixedClock) -> None:
    room = a_room(workspace, Method.DOTS)
    start = clock.now
    one, two, three = (seat.id for seat in sheet(workspace, room.session).seats)
    note = workspace.run(AddNote(session=room.session, kind=NoteKind.ACTION, text="Skicka listan")).value
    clock.forward(minutes=30)
    workspace.run(EndSession(session=room.session))
    clock.forward(days=1)
    for kind in (NoteKind.ACTION, NoteKind.REMARK, NoteKind.PARKED):
        workspace.run(AddNote(session=room.session, kind=kind, text=f"Senare {kind}"))
    workspace.run(EditNote(note=note, changes={"is_done": True}))
    workspace.run(CorrectAttendance(seat=one, spells=(Spell(start, start + timedelta(minutes=20)),)))
    workspace.run(CorrectAttendance(seat=two, spells=()))
    wrong = CorrectAttendance(seat=three, spells=())
    workspace.run(wrong)
    workspace.undo()
    text = told(workspace, room.session)

    stamp = f"23 nov 2026 {hour(clock.now)}"
    for kind in (NoteKind.ACTION, NoteKind.REMARK, NoteKind.PARKED):
        assert f"Senare {kind} (skrivet efteråt, {stamp})" in text
    assert "Skicka listan (" not in text
    assert re.search("Skicka listan; [^-]*Klart: ja, 23 nov 2026", text), text
    begun = hour(start)
    assert f"{begun}–{hour(start + timedelta(minutes=20))} (rättat {stamp})" in text
    assert f"kom inte (rättat {stamp})" in text
    assert text.count("rättat") == 2
    assert f"När: 22 nov 2026, {begun}–{hour(start + timedelta(minutes=30))}" in text


def test_a_session_taken_up_again_another_day_is_told_with_its_days(workspace: Workspace, clock: FixedClock) -> None:
    room = a_room(workspace, Method.DOTS)
    start = clock.now
    clock.forward(minutes=30)
    workspace.run(EndSession(session=room.session))
    clock.forward(days=1)
    workspace.run(ReopenSession(session=room.session))
    clock.forward(minutes=10)
    workspace.run(EndSession(session=room.session))
    text = told(workspace, room.session)

    times = f"{hour(start)}–{hour(start + timedelta(minutes=30))}"
    later = [f"23 nov 2026 {hour(clock.now - timedelta(minutes=back))}" for back in (10, 0)]
    assert f"När: 22 nov 2026, {times}, öppnad igen {later[0]}–{later[1]}" in text
    assert f"Närvarande: {times} -" in text


def test_a_part_took_as_long_as_it_was_on_and_was_planned_before_it_was_shortened(
    workspace: Workspace, clock: FixedClock
) -> None:
    session = plan(workspace)
    first, second = sheet(workspace, session).agenda[:2]
    workspace.run(EditAgendaItem(item=second.id, changes={"minutes": 33}))
    clock.forward(seconds=1)
    workspace.run(OpenSession(session=session))
    clock.forward(seconds=1)
    workspace.run(ShortenAgendaItems(minutes={second.id: 21}))
    added = workspace.run(AddAgendaItem(session=session, title="Något nytt", minutes=5)).value
    workspace.run(EditAgendaItem(item=added, changes={"minutes": 9}))
    for part, minutes in ((first, 4), (second, 20), (first, 6), (second, 1)):
        workspace.run(GoToAgendaItem(item=part.id))
        clock.forward(minutes=minutes)
    workspace.run(EndSession(session=session))
    text = told(workspace, session)

    for part, planned, took in ((first, 10, 10), (second, 33, 21)):
        assert re.search(rf"{part.title}; [^-]*Planerad: {planned} min; Tog: {took} min", text), text
    assert "Något nytt; Planerad: 5 min; Tog: hann inte" in text


def test_reasons_about_the_whole_are_told(workspace: Workspace) -> None:
    room = a_room(workspace, Method.DOTS)
    text = "Vi står inte bakom listan."
    whose = MunicipalityId(1)
    workspace.run(AddNote(session=room.session, kind=NoteKind.RESERVATION, text=text, municipality=whose))

    assert "Motiveringar och reservationer" in told(workspace, room.session)
    assert f"Reservation, Ängelholm: {text}" in told(workspace, room.session)


def test_minutes_and_data_of_a_rehearsal_say_so(workspace: Workspace) -> None:
    room = a_room(workspace, Method.DOTS)
    assert "REPETITION" not in told(workspace, room.session)
    workspace.run(MarkRehearsal())
    workspace.run(EndSession(session=room.session))

    assert "REPETITION – den här workshoppen har inte hållits" in told(workspace, room.session)
    assert workspace.read(ballot_data, room.session, Language.SV)["is_rehearsal"] is True


def test_only_what_was_seen_can_be_taken_up_again() -> None:
    at = datetime(2026, 11, 22, 9, tzinfo=UTC)
    phases = [Phase.CLARIFY, Phase.SILENT, Phase.CLARIFY, Phase.SILENT, Phase.REVEAL, Phase.DECIDE, Phase.SILENT]
    turns = [Turn(at + timedelta(minutes=number), phase) for number, phase in enumerate(phases)]

    assert taken_up_again(turns[:-1]) == ()
    assert [(each.at.minute, each.is_revealed) for each in taken_up_again(turns)] == [(6, False)]
    more = [*turns, Turn(at + timedelta(minutes=9), Phase.CLARIFY), Turn(at + timedelta(minutes=10), Phase.REVEAL)]
    assert [(each.at.minute, each.is_revealed) for each in taken_up_again(more)] == [(6, False), (10, True)]
