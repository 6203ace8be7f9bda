"""What a user can do with cases of any kind: begin one, change what is said of it, remove it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import delete, func, select

from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.errors import FieldInvalid, RowGone
from smartstad_desktop.domain.procurement.cases import LeadOutside
from smartstad_desktop.domain.programme.succession import MunicipalityEnded, has_ended
from smartstad_desktop.domain.testbeds.cases import (
    LONGEST,
    CaseLessonMissing,
    NoRoutine,
    RoutineNotInForce,
    check_case,
    cleaned_case,
)
from smartstad_desktop.domain.testbeds.routines import CaseState, RoutineKind, RoutineState
from smartstad_desktop.domain.testbeds.testbeds import Intake
from smartstad_desktop.storage.tables.base import Base
from smartstad_desktop.storage.tables.goals import GoalFunction
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.needs import CitizenNeed
from smartstad_desktop.storage.tables.procurement import ProcurementCase, ProcurementParty
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.routines import Routine, RoutineAdoption, RoutineStage
from smartstad_desktop.storage.tables.testbeds import RoutineCase, Testbed, TestbedCase
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.inventory.inventory import new_key


@dataclass(frozen=True, slots=True, kw_only=True)
class AddCase:
    """Begin a case in the first stage of its routine.

    Without *routine* it is the version that the municipality works by, else the adopted one that was added last. What
    is left out is taken from the need or the project it comes from.
    """

    kind: RoutineKind
    title: str = ""
    routine: int | None = None
    municipality: int | None = None
    project: int | None = None
    need: int | None = None
    goal_function: int | None = None
    testbed: int | None = None

    def execute(self, tx: Transaction) -> int:
        """Return the new case's id.

        Raises:
            NoRoutine: nobody has adopted a routine for this kind of case.
            MunicipalityEnded: the municipality is one of the past.
            RoutineNotInForce: the version asked for is a draft, was replaced, or is for another kind of case.
        """
        _check_routine(tx, self)
        fields = _origin(tx, self)
        town = fields["municipality_id"]
        _refuse_ended(tx, town)
        routine = self.routine or _adopted_by(tx, self.kind, town) or _newest(tx, self.kind)
        stages = tx.session.scalars(
            select(RoutineStage).where(RoutineStage.routine_id == routine).order_by(RoutineStage.order_key)
        ).all()
        if routine is None or not stages:
            raise NoRoutine
        last = tx.session.scalar(select(func.max(RoutineCase.order_key)))
        case = RoutineCase(
            key=new_key(),
            kind=self.kind.value,
            title="",
            routine_id=routine,
            stage_id=stages[0].id,
            order_key=ordering.between(last, None),
        )
        write(tx, case, fields)
        _add_details(tx, case, self)
        tx.describe(title=case.title)
        return case.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditCase:
    """Change what is said of a case. With ``is_typing``, pieces of one field's text become one step."""

    case: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.case)

    def execute(self, tx: Transaction) -> None:
        """Write the changes.

        Raises:
            LeadOutside: the parties of a procurement are locked, and who is to lead it is not one of them.
        """
        case = tx.get(RoutineCase, self.case)
        write(tx, case, self.changes)
        if "municipality_id" in self.changes:
            _check_lead(tx, case)
        tx.describe(title=case.title, fields=sorted(self.changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveCases:
    """Remove cases with their answers, decisions, evidence and log."""

    cases: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Remove them."""
        found = [tx.get(RoutineCase, case) for case in self.cases]
        tx.describe(count=len(found), title=found[0].title if found else "")
        tx.session.execute(delete(RoutineCase).where(RoutineCase.id.in_(self.cases)))


_TABLES: Final[Mapping[str, type[Base]]] = {
    "municipality_id": Municipality,
    "project_id": Project,
    "need_id": CitizenNeed,
    "goal_function_id": GoalFunction,
}


def write(tx: Transaction, case: RoutineCase, changes: Mapping[str, Any]) -> None:
    """Write *changes* into a case; what cannot be is refused."""
    for name, value in changes.items():
        clean = cleaned_case(name, value)
        table = _TABLES.get(name)
        if table is not None and clean is not None and tx.session.get(table, clean) is None:
            raise FieldInvalid(field=name)
        setattr(case, name, clean)
    if "lesson" in changes and case.state == CaseState.STOPPED and not case.lesson:
        raise CaseLessonMissing(field="lesson")
    check_case(
        title=case.title,
        starts_on=case.starts_on,
        ends_on=case.ends_on,
        is_confidential=bool(case.is_confidential),
        reason=case.confidentiality_reason or "",
    )
    tx.session.add(case)
    tx.session.flush()


def _check_routine(tx: Transaction, asked: AddCase) -> None:
    if asked.routine is not None:
        routine = tx.get(Routine, asked.routine)
        if routine.state != RoutineState.ADOPTED or routine.kind != asked.kind:
            raise RoutineNotInForce


def _refuse_ended(tx: Transaction, number: int | None) -> None:
    town = None if number is None else tx.session.get(Municipality, number)
    if town is None or town.valid_to is None:
        return
    if town.valid_to < tx.today or has_ended(town.valid_to, is_participating=town.is_participating):
        raise MunicipalityEnded(name=town.name, day=town.valid_to)


def _origin(tx: Transaction, asked: AddCase) -> dict[str, Any]:
    """Return the first fields: what was asked for, else what the need or the project says."""
    fields: dict[str, Any] = {
        "title": asked.title,
        "municipality_id": asked.municipality,
        "project_id": asked.project,
        "need_id": asked.need,
        "goal_function_id": asked.goal_function,
    }
    if asked.project is not None:
        project = tx.get(Project, asked.project)
        fields["title"] = asked.title or project.title[:LONGEST]
        fields["municipality_id"] = asked.municipality or project.municipality_id
        fields |= {"what": project.what, "why": project.why}
        if project.is_confidential:
            fields |= {"is_confidential": True, "confidentiality_reason": project.confidentiality_reason or "–"}
    if asked.need is not None:
        need = tx.get(CitizenNeed, asked.need)
        said = need.need or need.quote
        fields["title"] = fields["title"] or said[:LONGEST]
        fields["municipality_id"] = fields["municipality_id"] or need.municipality_id
        fields["why"] = fields.get("why") or said
    return fields


def _check_lead(tx: Transaction, case: RoutineCase) -> None:
    locked_on = tx.session.scalar(select(ProcurementCase.locked_on).where(ProcurementCase.case_id == case.id))
    if locked_on is None or case.municipality_id is None:
        return
    is_party = select(ProcurementParty.is_party).where(
        ProcurementParty.case_id == case.id, ProcurementParty.municipality_id == case.municipality_id
    )
    if not tx.session.scalar(is_party):
        raise LeadOutside(field="municipality_id", name=tx.get(Municipality, case.municipality_id).short_name)


def _adopted_by(tx: Transaction, kind: RoutineKind, town: int | None) -> int | None:
    """Return the version that a municipality works by, if it is still in force."""
    return tx.session.scalar(
        select(Routine.id)
        .join(RoutineAdoption, RoutineAdoption.routine_id == Routine.id)
        .where(Routine.kind == kind, Routine.state == RoutineState.ADOPTED, RoutineAdoption.municipality_id == town)
        .order_by(Routine.id.desc())
        .limit(1)
    )


def _newest(tx: Transaction, kind: RoutineKind) -> int | None:
    return tx.session.scalar(
        select(Routine.id)
        .where(Routine.kind == kind, Routine.state == RoutineState.ADOPTED)
        .order_by(Routine.id.desc())
        .limit(1)
    )


def _add_details(tx: Transaction, case: RoutineCase, asked: AddCase) -> None:
    """Give the case the row that only its kind has."""
    if asked.kind is RoutineKind.PROCUREMENT:
        tx.session.add(ProcurementCase(case_id=case.id))
    else:
        if asked.testbed is not None and tx.session.get(Testbed, asked.testbed) is None:
            raise RowGone(kind=Testbed.__tablename__, row_id=asked.testbed)
        intake = None if asked.need is None else Intake.OWN_NEED.value
        tx.session.add(TestbedCase(case_id=case.id, testbed_id=asked.testbed, intake=intake))
    tx.session.flush()
