"""Seats change hands, decisions change earlier ones, assignments go to many; all of it as one step each."""

from __future__ import annotations

from datetime import date

import pytest

from smartstad_desktop.domain.governance.bodies import MembershipState
from smartstad_desktop.domain.governance.decisions import (
    AssignmentTextMissing,
    Clause,
    DecisionAmendsItself,
    DecisionState,
    Receiver,
    ReceiverMissing,
)
from smartstad_desktop.domain.governance.organisations import (
    AdmissionSubject,
    Answer,
    PartnershipBackwards,
    PartnerState,
    Reach,
)
from smartstad_desktop.domain.governance.seats import ChairTaken, SeatTaken, TermBackwards
from smartstad_desktop.domain.values import Language, Period, Precision
from smartstad_desktop.reads.governance import bodies as reads
from smartstad_desktop.reads.governance import decisions as decision_reads
from smartstad_desktop.reads.governance.admission import project_admission
from smartstad_desktop.reads.governance.organisations import organisations
from smartstad_desktop.reads.listing.listing import KINDS
from smartstad_desktop.text.governance.phrases import stated_day
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.usecases.governance.admission import AnswerAdmission, SetAdmissionCriteria
from smartstad_desktop.usecases.governance.assignments import AddAssignments, EditAssignment
from smartstad_desktop.usecases.governance.bodies import AddBody, AddBodySeats
from smartstad_desktop.usecases.governance.decisions import AddDecision, DeleteDecisions, EditDecision
from smartstad_desktop.usecases.governance.memberships import ChangeHolder, EditMembership, FillSeat
from smartstad_desktop.usecases.governance.organisation_picture import organisation_picture, told
from smartstad_desktop.usecases.governance.organisations import AddOrganisation, EditOrganisation
from smartstad_desktop.usecases.governance.people import EditPerson
from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.workspace import Workspace

TODAY = date(2026, 11, 22)


def seat_row(workspace: Workspace, seat: int, day: date = TODAY) -> reads.SeatRow:
    found = workspace.read(reads.bodies_shown, day).seat(seat)
    assert found is not None
    return found


@pytest.fixture
def seats(workspace: Workspace) -> tuple[int, int]:
    body = workspace.run(AddBody(fields={"name_sv": "Styrgruppen", "kind": "steering_group"})).value
    made = AddBodySeats(body=body, labels=("Chef, Bjuv", "Handledare"), fields={"appointed_by": "Kommunen"})
    first, second = workspace.run(made).value
    return first, second


def fill(workspace: Workspace, seat: int, name: str = "Anna Påhittad", **fields: object) -> int:
    person = {"name": name, "title": "Samhällsbyggnadschef", "email": "anna@example.se"}
    made: int = workspace.run(FillSeat(seat=seat, new_person=person, fields=fields)).value
    return made


def test_a_seat_goes_from_vacant_over_asked_to_appointed(workspace: Workspace, seats: tuple[int, int]) -> None:
    assert seat_row(workspace, seats[0]).standing is None

    term = fill(workspace, seats[0])
    assert seat_row(workspace, seats[0]).standing is MembershipState.ASKED
    assert not seat_row(workspace, seats[0]).is_filled

    workspace.run(EditMembership(membership=term, changes={"state": "appointed", "is_chair": True}))
    held = seat_row(workspace, seats[0])
    assert held.holder is not None
    assert (held.holder.name, held.holder.is_chair) == ("Anna Påhittad", True)
    with pytest.raises(ChairTaken):
        fill(workspace, seats[1], "Bo Påhittad", state="accepted", is_chair=True)
    with pytest.raises(SeatTaken):
        fill(workspace, seats[0], "Bo Påhittad", state="accepted")


def test_a_change_of_holder_ends_one_and_begins_the_other_in_one_step(
    workspace: Workspace, seats: tuple[int, int]
) -> None:
    term = fill(workspace, seats[0], state="appointed", valid_from=date(2025, 1, 1), is_chair=True)
    with pytest.raises(TermBackwards):
        workspace.run(ChangeHolder(membership=term, day=date(2025, 1, 1), new_person={"name": "Bo Påhittad"}))

    workspace.run(ChangeHolder(membership=term, day=date(2026, 9, 1), new_person={"name": "Bo Påhittad"}))
    after = seat_row(workspace, seats[0])
    assert (after.holder and after.holder.name, after.before and after.before.last) == (
        "Bo Påhittad",
        date(2026, 8, 31),
    )
    assert after.holder is not None
    assert not after.holder.is_chair, "a chair is elected anew"
    earlier = seat_row(workspace, seats[0], date(2026, 8, 31))
    assert earlier.holder is not None
    assert earlier.holder.is_chair

    workspace.undo()
    assert len(seat_row(workspace, seats[0]).terms) == 1
    assert seat_row(workspace, seats[0]).terms[0].last is None


def test_a_body_tells_who_sits_there_and_a_protected_name_is_never_shown(
    workspace: Workspace, seats: tuple[int, int]
) -> None:
    term = fill(workspace, seats[0], state="appointed", is_chair=True)
    row = next(each for each in seat_row(workspace, seats[0]).terms if each.id == term)
    workspace.run(EditPerson(person=row.person or 0, changes={"is_protected": True}))

    body = seat_row(workspace, seats[0]).body
    members = workspace.read(reads.members_on, body, TODAY)
    assert members is not None
    assert members.chair is not None
    assert (members.chair.name, members.vacant) == ("Samhällsbyggnadschef", ("Handledare",))
    shown, phrases = workspace.read(reads.bodies_shown, TODAY), phrasebook(Language.SV)
    picture = organisation_picture(shown, phrases)
    assert picture.drawing.alternative == told(shown, phrases)
    assert "Chef, Bjuv: Samhällsbyggnadschef, ordförande; Handledare: vakant" in picture.drawing.alternative
    assert {("body", body), ("seat", seats[0]), ("seat", seats[1])} == set(picture.rooms)
    for text in (str(picture.drawing), str(workspace.read(KINDS["bodies"], Language.SV))):
        assert "Anna" not in text
        assert "example.se" not in text


def test_partners_are_counted_by_state_and_reach_and_answer_what_is_asked(workspace: Workspace) -> None:
    workspace.run(SetAdmissionCriteria(lines={AdmissionSubject.PARTNER: ("Driver på",)}))
    (asked,) = (each.id for each in workspace.read(organisations).criteria)
    first, second = (
        workspace.run(AddOrganisation(fields={"name": name, "kind": "company", "partner_state": "registered"})).value
        for name in ("Sensorbolaget", "Appbyrån")
    )
    changes = {"partner_state": "accepted", "reach": "global", "is_anchored": True, "joined_on": date(2026, 3, 1)}
    workspace.run(EditOrganisation(organisation=first, changes=changes))
    workspace.run(AnswerAdmission(criterion=asked, organisation=first, answer=Answer.PARTLY, comment="En pilot"))

    shown = workspace.read(organisations)
    assert (shown.counts.partners, shown.counts.anchored) == (1, 1)
    assert shown.counts.by_state == {PartnerState.ACCEPTED: 1, PartnerState.REGISTERED: 1}
    assert shown.counts.by_reach == {Reach.GLOBAL: 1}
    by_id = {row.id: row for row in shown.rows}
    assert (by_id[first].answers[asked].answer, by_id[second].answers) == (Answer.PARTLY, {})
    with pytest.raises(PartnershipBackwards):
        workspace.run(EditOrganisation(organisation=first, changes={"left_on": date(2026, 1, 1)}))
    workspace.run(AnswerAdmission(criterion=asked, organisation=first, answer=None))
    assert not any(row.answers for row in workspace.read(organisations).rows)


def test_a_project_answers_its_own_criteria(workspace: Workspace) -> None:
    project = workspace.run(AddProject(fields={"title": "Sensornät", "municipality_id": 1})).value
    workspace.run(SetAdmissionCriteria(lines={AdmissionSubject.PROJECT: ("Hållbart", "Flera aktörer")}))
    asked = workspace.read(project_admission, project).criteria[0].id
    workspace.run(AnswerAdmission(criterion=asked, project=project, answer=Answer.YES))

    # One is put in other words, one is gone, one is new and stands first: the answer stays where it was given.
    lines = ("Ny teknik", "Hållbart")
    workspace.run(SetAdmissionCriteria(lines={AdmissionSubject.PROJECT: lines}))
    found = workspace.read(project_admission, project)
    assert tuple(each.name.sv for each in found.criteria) == lines
    assert {asked: Answer.YES} == {number: given.answer for number, given in found.answers.items()}
    assert found.criteria[1].id == asked


def test_a_decision_that_is_changed_stays_readable_and_holds_again_when_the_change_goes(workspace: Workspace) -> None:
    fields = {"title": "250 miljoner", "outcome": "approved", "decided": "april 2019, enligt annan uppgift 2018"}
    first = workspace.run(AddDecision(fields=fields)).value
    second = workspace.run(AddDecision(fields={"title": "Även krisen", "state": "decided", "amends_id": first})).value
    shown = workspace.read(decision_reads.decisions, TODAY)
    before, after = shown.decision(first), shown.decision(second)
    assert before is not None
    assert after is not None
    assert (before.state, before.amended_by, after.state) == (DecisionState.AMENDED, (second,), DecisionState.DECIDED)
    assert before.decided == "april 2019, enligt annan uppgift 2018", "what no day can be read from is kept as written"

    with pytest.raises(DecisionAmendsItself):
        workspace.run(EditDecision(decision=first, changes={"amends_id": second}))
    workspace.run(DeleteDecisions(decisions=(second,)))
    before = workspace.read(decision_reads.decisions, TODAY).decision(first)
    assert before is not None
    assert before.state is DecisionState.DECIDED


def test_clauses_keep_who_they_are_when_they_change_places(workspace: Workspace) -> None:
    clauses = (Clause(text="att avsätta medel"), Clause(text="att ge nämnderna i uppdrag"))
    number = workspace.run(AddDecision(fields={"title": "Finansiering", "clauses": clauses})).value

    def now() -> tuple[Clause, ...]:
        row = workspace.read(decision_reads.decisions, TODAY).decision(number)
        assert row is not None
        return row.clauses

    one, two = now()
    workspace.run(EditDecision(decision=number, changes={"clauses": (two, Clause(text="att utse en ledare"), one)}))
    assert [(each.id, each.text) for each in now()][::2] == [(two.id, two.text), (one.id, one.text)]
    workspace.run(EditDecision(decision=number, changes={"clauses": (one,)}))
    assert now() == (one,)


def test_an_assignment_goes_to_many_and_tells_when_it_is_late(workspace: Workspace) -> None:
    number = workspace.run(AddDecision(fields={"title": "Uppdrag"})).value
    receivers = (Receiver(municipality=1), Receiver(words="Stadens samtliga nämnder"))
    give = AddAssignments(decision=number, text="Redovisa", receivers=receivers, due_on=date(2026, 11, 21))
    first, _second = workspace.run(give).value

    def row() -> decision_reads.DecisionRow:
        found = workspace.read(decision_reads.decisions, TODAY).decision(number)
        assert found is not None
        return found

    assert (row().open_count, row().overdue_count) == (2, 2)
    workspace.run(EditAssignment(assignment=first, changes={"state": "done"}))
    assert (row().open_count, row().overdue_count) == (1, 1)
    assert row().assignments[0].done_on == TODAY
    workspace.run(EditAssignment(assignment=first, changes={"state": "started"}))
    assert row().assignments[0].done_on is None
    with pytest.raises(ReceiverMissing):
        workspace.run(AddAssignments(decision=number, text="Redovisa", receivers=()))
    with pytest.raises(AssignmentTextMissing):
        workspace.run(AddAssignments(decision=number, text=" ", receivers=receivers))


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period(date(2017, 6, 13), date(2017, 6, 14), Precision.DAY, "13–14 juni 2017"), "13–14\u00a0juni 2017"),
        (Period(date(2019, 4, 23), date(2019, 4, 23), Precision.DAY, "2019-04-23"), "23\u00a0april 2019"),
        (Period(date(2018, 9, 1), date(2018, 11, 30), Precision.SEASON, "hösten 2018"), "hösten 2018"),
        (Period(date(2018, 3, 1), date(2018, 5, 31), Precision.MONTH, "mars–maj 2018"), "mars–maj 2018"),
        ("före sommaren", "före sommaren"),
        (None, ""),
    ],
)
def test_a_day_is_shown_as_it_was_stated(period: Period | str | None, expected: str) -> None:
    assert stated_day(period, phrasebook(Language.SV)) == expected
