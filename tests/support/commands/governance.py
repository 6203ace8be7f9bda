"""Examples of the commands about organisations, people, bodies, seats and decisions."""

from __future__ import annotations

from datetime import date

from smartstad_desktop.domain.governance.decisions import Clause, Receiver
from smartstad_desktop.domain.governance.organisations import AdmissionSubject, Answer
from smartstad_desktop.domain.values import Period, Precision
from smartstad_desktop.usecases.governance import (
    admission,
    assignments,
    bodies,
    decisions,
    memberships,
    organisations,
    people,
)
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.commands.finding import Example, first, untyped


def _organisation(workspace: Workspace) -> int:
    fields = {"name": "Påhittade sensorer AB", "kind": "company", "partner_state": "registered"}
    return untyped(workspace.run(organisations.AddOrganisation(fields=fields)).value)


def _criterion(workspace: Workspace) -> int:
    asked = admission.SetAdmissionCriteria(lines={AdmissionSubject.PARTNER: ("Driver innovation",)})
    workspace.run(asked)
    return first(workspace, "admission_criterion", "name_sv = 'Driver innovation'")


def _body(workspace: Workspace, name: str = "Påhittad styrgrupp") -> int:
    return untyped(workspace.run(bodies.AddBody(fields={"name_sv": name, "kind": "steering_group"})).value)


def _seat(workspace: Workspace, body: int | None = None) -> int:
    made = bodies.AddBodySeats(body=body or _body(workspace), labels=("Chef från Bjuv",), fields={"role": "member"})
    return untyped(workspace.run(made).value)[0]


def _membership(workspace: Workspace, seat: int | None = None) -> int:
    return untyped(
        workspace.run(
            memberships.FillSeat(
                seat=seat or _seat(workspace),
                new_person={"name": "Påhittad Person", "title": "Samhällsbyggnadschef"},
                fields={"state": "appointed", "valid_from": date(2025, 1, 1)},
            )
        ).value
    )


def _person(workspace: Workspace) -> int:
    return untyped(workspace.run(people.AddPerson(fields={"name": "Påhittad Person"})).value)


def _decision(workspace: Workspace) -> int:
    return untyped(workspace.run(decisions.AddDecision(fields={"title": "Programmet startar"})).value)


def _assignment(workspace: Workspace) -> int:
    given = assignments.AddAssignments(
        decision=_decision(workspace), text="Utse ledamöter", receivers=(Receiver(municipality=1),)
    )
    return untyped(workspace.run(given).value)[0]


def _move_body(workspace: Workspace) -> bodies.MoveBody:
    return bodies.MoveBody(before=_body(workspace), body=_body(workspace, "Arbetsgrupp ett"))


def _move_seat(workspace: Workspace) -> bodies.MoveBodySeat:
    body = _body(workspace)
    return bodies.MoveBodySeat(before=_seat(workspace, body), seat=_seat(workspace, body))


EXAMPLES: dict[str, Example] = {
    "AddOrganisation": lambda _: organisations.AddOrganisation(
        fields={"name": "Påhittade högskolan", "kind": "academia", "reach": "national", "municipality_id": 1}
    ),
    "EditOrganisation": lambda w: organisations.EditOrganisation(
        organisation=_organisation(w), changes={"partner_state": "accepted", "joined_on": date(2026, 3, 1)}
    ),
    "DeleteOrganisations": lambda w: organisations.DeleteOrganisations(organisations=(_organisation(w),)),
    "SetAdmissionCriteria": lambda _: admission.SetAdmissionCriteria(
        lines={AdmissionSubject.PROJECT: ("Är hållbart", "Har flera aktörer")}
    ),
    "AnswerAdmission": lambda w: admission.AnswerAdmission(
        criterion=_criterion(w), organisation=_organisation(w), answer=Answer.PARTLY, comment="Har en pilot"
    ),
    "AddPerson": lambda _: people.AddPerson(fields={"title": "Enhetschef", "is_protected": True}),
    "EditPerson": lambda w: people.EditPerson(person=_person(w), changes={"title": "Digitaliseringschef"}),
    "DeletePerson": lambda w: people.DeletePerson(person=_person(w)),
    "AddBody": lambda _: bodies.AddBody(fields={"name_sv": "Referensgrupp ett", "kind": "reference_group"}),
    "EditBody": lambda w: bodies.EditBody(body=_body(w), changes={"meets": "Varannan månad", "is_open": True}),
    "MoveBody": _move_body,
    "DeleteBodies": lambda w: bodies.DeleteBodies(bodies=(_body(w),)),
    "AddBodySeats": lambda w: bodies.AddBodySeats(
        body=_body(w), labels=("Ordförande", "Handledare"), fields={"sector": "administrative"}
    ),
    "EditBodySeat": lambda w: bodies.EditBodySeat(
        seat=_seat(w), changes={"role": "supervisor", "appointed_by": "Kommunstyrelsen"}
    ),
    "MoveBodySeat": _move_seat,
    "DeleteBodySeats": lambda w: bodies.DeleteBodySeats(seats=(_seat(w),)),
    "FillSeat": lambda w: memberships.FillSeat(seat=_seat(w), person=_person(w), fields={"state": "asked"}),
    "EditMembership": lambda w: memberships.EditMembership(
        membership=_membership(w), changes={"is_chair": True, "decision_id": _decision(w)}
    ),
    "ChangeHolder": lambda w: memberships.ChangeHolder(
        membership=_membership(w), day=date(2026, 9, 1), new_person={"name": "Annan Påhittad"}
    ),
    "DeleteMembership": lambda w: memberships.DeleteMembership(membership=_membership(w)),
    "AddDecision": lambda _: decisions.AddDecision(
        fields={
            "title": "Finansiering av programmet",
            "decided": Period(date(2017, 6, 13), date(2017, 6, 14), Precision.DAY, "13–14 juni 2017"),
            "clauses": (Clause(text="att avsätta medel"), Clause(text="att ge nämnderna i uppdrag")),
        }
    ),
    "EditDecision": lambda w: decisions.EditDecision(
        decision=_decision(w), changes={"outcome": "approved", "amends_id": _decision(w), "documents": ("Förstudien",)}
    ),
    "DeleteDecisions": lambda w: decisions.DeleteDecisions(decisions=(_decision(w),)),
    "AddAssignments": lambda w: assignments.AddAssignments(
        decision=_decision(w),
        text="Redovisa hur medlen används",
        receivers=(Receiver(municipality=1), Receiver(body=_body(w)), Receiver(words="Stadens samtliga nämnder")),
        due_on=date(2027, 3, 31),
    ),
    "EditAssignment": lambda w: assignments.EditAssignment(assignment=_assignment(w), changes={"state": "done"}),
    "DeleteAssignments": lambda w: assignments.DeleteAssignments(assignments=(_assignment(w),)),
}
