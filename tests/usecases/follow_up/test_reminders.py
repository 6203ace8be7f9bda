"""An answer holds for the date it was given for; what is confidential or settled reminds nobody."""

from __future__ import annotations

from datetime import date

import pytest

from smartstad_desktop.domain.follow_up.reminders import ReminderKind, Told
from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.values import MunicipalityId, ProjectId
from smartstad_desktop.reads.follow_up.reminders import reminders
from smartstad_desktop.usecases.follow_up.reminders import AddReminder, AnswerReminder, EditReminder
from smartstad_desktop.usecases.governance.memberships import EditMembership, FillSeat
from smartstad_desktop.usecases.inventory.inventory import SetConfidential
from smartstad_desktop.usecases.plan.decisions import DecidePlan
from smartstad_desktop.usecases.plan.versions import FreezePlan, StartPlanVersion
from smartstad_desktop.usecases.programme.municipalities import EditMunicipality
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.plans import a_plan

EARLY, DUE, LATER, LATEST = date(2027, 1, 10), date(2027, 2, 1), date(2027, 3, 1), date(2027, 4, 1)
TOWN = MunicipalityId(1)


def told(workspace: Workspace, about: str) -> Told:
    return next(each for each in workspace.read(reminders) if each.due.about == about)


@pytest.mark.parametrize("moved", [EARLY, LATEST])
def test_an_answer_holds_only_for_the_date_it_was_given_for(demo: Workspace, moved: date) -> None:
    about = f"{ReminderKind.LIST.value}:{TOWN}"
    for answer, expected in (({"done_on": EARLY}, (DUE, EARLY)), ({"put_off_until": LATER}, (LATER, None))):
        demo.run(EditMunicipality(municipality=TOWN, changes={"list_due_on": DUE}))
        demo.run(AnswerReminder(about=about, title="Lista", **answer))
        assert (told(demo, about).shown_on, told(demo, about).done_on) == expected

        demo.run(EditMunicipality(municipality=TOWN, changes={"list_due_on": moved}))
        assert (told(demo, about).shown_on, told(demo, about).done_on) == (moved, None)


def test_an_own_reminder_that_is_done_opens_again_when_it_moves(demo: Workspace) -> None:
    row = demo.run(AddReminder(text="Boka lokal", due_on=DUE)).value
    about = f"{ReminderKind.OWN.value}:{row}"
    demo.run(EditReminder(reminder=row, changes={"done_on": EARLY}))
    demo.run(EditReminder(reminder=row, changes={"text": "Boka sal"}))
    assert told(demo, about).done_on == EARLY
    demo.run(EditReminder(reminder=row, changes={"due_on": LATER}))
    assert (told(demo, about).shown_on, told(demo, about).done_on) == (LATER, None)


def test_a_case_reminds_nobody_once_its_project_is_confidential(demo: Workspace) -> None:
    cases = {
        row.id: ProjectId(row.project_id)
        for row in demo.read(
            lambda connection: connection.exec_driver_sql(
                "SELECT id, project_id FROM routine_case WHERE project_id IS NOT NULL AND NOT is_confidential"
            ).all()
        )
    }
    kinds = {ReminderKind.TEST_END, ReminderKind.TENDERS, ReminderKind.STANDSTILL, ReminderKind.CONTRACT}

    def told_of() -> set[ReminderKind]:
        return {each.due.kind for each in demo.read(reminders) if each.due.kind in kinds and each.due.row in cases}

    assert ReminderKind.TEST_END in told_of()
    demo.run(SetConfidential(projects=tuple(set(cases.values())), is_confidential=True, reason="Sekretess"))
    assert told_of() == set()


def test_a_seat_is_reminded_of_until_somebody_has_said_yes_to_it(demo: Workspace) -> None:
    seat = demo.read(
        lambda connection: connection.exec_driver_sql(
            "SELECT id FROM body_seat WHERE id NOT IN (SELECT seat_id FROM membership)"
        ).scalar()
    )
    assert seat is not None

    def sit(state: str, first: date, last: date | None) -> int:
        fields = {"state": state, "valid_from": first, "valid_to": last}
        return demo.run(FillSeat(seat=seat, new_person={"name": f"Påhittad {state}"}, fields=fields)).value

    def is_due(holder: int) -> bool:
        return any(each.due.about == f"{ReminderKind.MEMBERSHIP.value}:{holder}" for each in demo.read(reminders))

    holder = sit("accepted", EARLY, DUE)
    assert is_due(holder)
    next_one = sit("asked", LATER, None)
    assert is_due(holder)
    for state, expected in (("declined", True), ("accepted", False), ("appointed", False)):
        demo.run(EditMembership(membership=next_one, changes={"state": state}))
        assert is_due(holder) is expected


def test_a_version_waits_for_its_decision_and_is_revised_a_year_after(workspace: Workspace) -> None:
    plan = a_plan(workspace, "a")[0]

    def kinds() -> set[ReminderKind]:
        return {each.due.kind for each in workspace.read(reminders)}

    waits, revision = ReminderKind.PLAN_DECISION, ReminderKind.PLAN_REVISION
    assert not kinds() & {waits, revision}
    workspace.run(FreezePlan(plan=plan, version="1.0"))
    assert kinds() & {waits, revision} == {waits}
    workspace.run(DecidePlan(plan=plan, outcome=Outcome.APPROVED, decided_on=DUE))
    assert kinds() & {waits, revision} == {revision}
    found = told(workspace, f"{revision.value}:{plan}")
    assert found.due.due_on.year == workspace.now.year + 1
    workspace.run(StartPlanVersion(plan=plan))
    assert not kinds() & {waits, revision}
