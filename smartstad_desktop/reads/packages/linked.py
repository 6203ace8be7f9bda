"""What belongs to a project, a need, a decision or a case: the ids of everything that is linked to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Select, or_, select

from smartstad_desktop.domain.packages.about import Subject
from smartstad_desktop.domain.testbeds.routines import RoutineKind
from smartstad_desktop.storage.tables.governance import Assignment, Decision, DecisionClause
from smartstad_desktop.storage.tables.inventory import Project, ProjectGoal
from smartstad_desktop.storage.tables.needs import CitizenNeed, NeedGoal, NeedProject
from smartstad_desktop.storage.tables.plan import PlanItem, PlanItemCase
from smartstad_desktop.storage.tables.programme import Programme
from smartstad_desktop.storage.tables.testbeds import CaseProject, RoutineCase
from smartstad_desktop.storage.tables.workshop import Round, RoundItem

#: A shorter name would be found in texts that are about something else.
_SHORTEST: Final = 6

Ids = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Ids by kind, each in an order of its own; ``rounds`` are items of rounds."""

    projects: Ids = ()
    needs: Ids = ()
    goals: Ids = ()
    measures: Ids = ()
    tests: Ids = ()
    procurements: Ids = ()
    decisions: Ids = ()
    rounds: Ids = ()


def linked(connection: Connection, subject: Subject, number: int) -> Linked:
    """Return what belongs to the subject, itself included."""
    match subject:
        case Subject.PROJECT:
            return _of_project(connection, number)
        case Subject.NEED:
            return _of_need(connection, number)
        case Subject.DECISION:
            return _of_decision(connection, number)
        case Subject.TEST | Subject.PROCUREMENT:
            return _of_case(connection, number, subject)


def programme_uid(connection: Connection) -> str:
    """Return the id of the programme, which a rehearsal shows in."""
    return str(connection.scalar(select(Programme.uid)) or "")


def _of_project(connection: Connection, number: int) -> Linked:
    cases = _ids(
        connection,
        select(RoutineCase.id)
        .where(
            or_(
                RoutineCase.project_id == number,
                RoutineCase.id.in_(select(CaseProject.case_id).where(CaseProject.project_id == number)),
            )
        )
        .order_by(RoutineCase.order_key, RoutineCase.id),
    )
    measures = _ids(connection, select(PlanItem.id).where(PlanItem.project_id == number).order_by(PlanItem.id))
    rounds = _rounds(connection, RoundItem.project_id == number)
    title = connection.scalar(select(Project.title).where(Project.id == number)) or ""
    return Linked(
        projects=(number,),
        needs=_ids(
            connection,
            select(NeedProject.need_id).where(NeedProject.project_id == number).order_by(NeedProject.need_id),
        ),
        goals=_ids(connection, _contributed(number)),
        measures=measures,
        tests=_kind(connection, cases, RoutineKind.TESTBED),
        procurements=_kind(connection, cases, RoutineKind.PROCUREMENT),
        decisions=_decisions(connection, [title], rounds),
        rounds=rounds,
    )


def _contributed(project: int) -> Select[Any]:
    given = (ProjectGoal.project_id == project) & (ProjectGoal.contribution != 0)
    return select(ProjectGoal.goal_id).where(given).order_by(ProjectGoal.goal_id)


def _of_need(connection: Connection, number: int) -> Linked:
    cases = _ids(connection, select(RoutineCase.id).where(RoutineCase.need_id == number).order_by(RoutineCase.id))
    projects = _ids(
        connection,
        select(NeedProject.project_id).where(NeedProject.need_id == number).order_by(NeedProject.project_id),
    )
    words = connection.scalar(select(CitizenNeed.need).where(CitizenNeed.id == number)) or ""
    return Linked(
        projects=projects,
        needs=(number,),
        goals=_ids(connection, select(NeedGoal.goal_id).where(NeedGoal.need_id == number).order_by(NeedGoal.goal_id)),
        tests=_kind(connection, cases, RoutineKind.TESTBED),
        procurements=_kind(connection, cases, RoutineKind.PROCUREMENT),
        decisions=_decisions(connection, [words], ()),
    )


def _of_decision(connection: Connection, number: int) -> Linked:
    row = connection.execute(select(Decision.session_id, Decision.amends_id).where(Decision.id == number)).one_or_none()
    if row is None:
        return Linked()
    later = _ids(connection, select(Decision.id).where(Decision.amends_id == number).order_by(Decision.id))
    text = _told(connection).get(number, "")
    named = [
        each.id
        for each in connection.execute(select(Project.id, Project.title).order_by(Project.id))
        if len(each.title) >= _SHORTEST and each.title.casefold() in text
    ]
    of_session = Round.session_id == row.session_id
    return Linked(
        projects=tuple(named),
        decisions=(number, *([row.amends_id] if row.amends_id else []), *later),
        rounds=_rounds(connection, of_session) if row.session_id else (),
    )


def _of_case(connection: Connection, number: int, subject: Subject) -> Linked:
    row = connection.execute(select(RoutineCase.__table__).where(RoutineCase.id == number)).one_or_none()
    if row is None:
        return Linked()
    also = _ids(connection, select(CaseProject.project_id).where(CaseProject.case_id == number))
    first: Ids = (row.project_id,) if row.project_id else ()
    projects = tuple(sorted({*also, *first}))
    measures = select(PlanItemCase.plan_item_id).where(PlanItemCase.case_id == number)
    return Linked(
        projects=projects,
        needs=(row.need_id,) if row.need_id else (),
        measures=_ids(connection, measures.order_by(PlanItemCase.plan_item_id)),
        tests=(number,) if subject is Subject.TEST else (),
        procurements=(number,) if subject is Subject.PROCUREMENT else (),
        decisions=_decisions(connection, [row.title], ()),
    )


def _rounds(connection: Connection, which: Any) -> Ids:
    query = select(RoundItem.id).join(Round, Round.id == RoundItem.round_id).where(which)
    return _ids(connection, query.order_by(Round.session_id, Round.number, RoundItem.number))


def _kind(connection: Connection, cases: Ids, kind: RoutineKind) -> Ids:
    query = select(RoutineCase.id).where(RoutineCase.id.in_(cases), RoutineCase.kind == kind.value)
    return _ids(connection, query.order_by(RoutineCase.order_key, RoutineCase.id))


def _decisions(connection: Connection, titles: Iterable[str], rounds: Ids) -> Ids:
    """Return the decisions that name one of *titles*, or that were taken where a round about it was held."""
    sessions = select(Round.session_id).join(RoundItem, RoundItem.round_id == Round.id).where(RoundItem.id.in_(rounds))
    held = set(_ids(connection, select(Decision.id).where(Decision.session_id.in_(sessions))))
    wanted = [title.casefold() for title in titles if len(title) >= _SHORTEST]
    named = {number for number, text in _told(connection).items() if any(title in text for title in wanted)}
    return tuple(sorted(held | named))


def _told(connection: Connection) -> dict[int, str]:
    """Return all that each decision says, in small letters."""
    texts: dict[int, list[str]] = {
        row.id: [row.title, row.assessment, row.dissent]
        for row in connection.execute(
            select(Decision.id, Decision.title, Decision.assessment, Decision.dissent).order_by(Decision.id)
        )
    }
    for table in (DecisionClause, Assignment):
        for row in connection.execute(select(table.decision_id, table.text).order_by(table.id)):
            texts[row.decision_id].append(row.text)
    return {number: "\n".join(parts).casefold() for number, parts in texts.items()}


def _ids(connection: Connection, query: Select[Any]) -> Ids:
    return tuple(dict.fromkeys(connection.scalars(query)))
