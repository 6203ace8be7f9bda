"""How a routine goes from version to version: a draft is begun, adopted, and running cases may be moved to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from smartstad_desktop.domain.testbeds.comparison import Matches, landing, matches
from smartstad_desktop.domain.testbeds.routines import CaseState, RoutineState
from smartstad_desktop.domain.testbeds.versions import (
    DraftExists,
    VersionElsewhere,
    check_adoptable,
    check_version,
    next_version,
)
from smartstad_desktop.reads.testbeds.routines import routine_text
from smartstad_desktop.storage.tables.routines import Routine
from smartstad_desktop.storage.tables.testbeds import CaseCheck, CaseEvidence, CaseRole, RoutineCase
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.inventory.inventory import new_key
from smartstad_desktop.usecases.testbeds.routine_rows import copy_parts, draft, family_of, versions_of

_OVER = (CaseState.STOPPED.value, CaseState.COMPLETED.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class StartRoutineVersion:
    """Begin a draft with all that stands in a version; without *version* it gets the next free number."""

    routine: int
    version: str = ""

    def execute(self, tx: Transaction) -> int:
        """Return the draft's id.

        Raises:
            DraftExists, RoutineVersionTaken: there is one already, or the number has been given.
        """
        source = tx.get(Routine, self.routine)
        known = versions_of(tx, source)
        for each in known:
            if each.state == RoutineState.DRAFT:
                raise DraftExists(version=each.version)
        taken = frozenset(each.version for each in known)
        number = self.version.strip() or next_version(source.version, taken)
        check_version(number, taken)
        source.family = family_of(source)
        made = Routine(
            key=new_key(),
            family=source.family,
            kind=source.kind,
            version=number,
            state=RoutineState.DRAFT.value,
            name_sv=source.name_sv,
            name_nb=source.name_nb,
            name_en=source.name_en,
        )
        tx.session.add(made)
        tx.session.flush()
        copy_parts(tx, source, made)
        tx.describe(title=made.name_sv, version=number)
        return made.id


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptRoutine:
    """Put a draft in force from *adopted_on*; the version before is replaced, and *cases* come along to the new one."""

    routine: int
    adopted_on: date
    cases: tuple[int, ...] = ()

    def execute(self, tx: Transaction) -> None:
        """Adopt it.

        Raises:
            RoutineNotDraft, RoutineEmpty, StageWithoutPoints: it cannot be adopted.
        """
        routine = draft(tx, self.routine)
        check_adoptable(routine_text(tx.session.connection(), routine.id))
        for each in versions_of(tx, routine):
            if each.state == RoutineState.ADOPTED:
                each.state = RoutineState.REPLACED.value
        routine.state, routine.adopted_on = RoutineState.ADOPTED.value, self.adopted_on
        tx.session.flush()
        _move(tx, self.cases, routine)
        tx.describe(title=routine.name_sv, version=routine.version)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveCasesToVersion:
    """Let cases run in another version of their routine.

    Answers, evidence and roles follow the points and roles that both versions have; what only the old one asks for is
    lost, but evidence stays with the case. Decisions stay with the gate they were taken at.
    """

    cases: tuple[int, ...]
    routine: int

    def execute(self, tx: Transaction) -> None:
        """Move them.

        Raises:
            VersionElsewhere: the version is not in force, or of another routine.
        """
        routine = tx.get(Routine, self.routine)
        if routine.state != RoutineState.ADOPTED:
            raise VersionElsewhere
        titles = _move(tx, self.cases, routine)
        tx.describe(title=titles[0] if titles else "", version=routine.version, count=len(titles))


def _move(tx: Transaction, cases: tuple[int, ...], routine: Routine) -> list[str]:
    """Move cases and return their titles."""
    titles: list[str] = []
    known = {each.id for each in versions_of(tx, routine)}
    connection = tx.session.connection()
    new = routine_text(connection, routine.id)
    for number in cases:
        case = tx.get(RoutineCase, number)
        if case.routine_id not in known or case.state in _OVER:
            raise VersionElsewhere
        titles.append(case.title)
        if case.routine_id == routine.id:
            continue
        old = routine_text(connection, case.routine_id)
        case.routine_id, case.stage_id = routine.id, landing(old, new, case.stage_id)
        _follow(tx, case.id, matches(old, new))
    tx.session.flush()
    return titles


def _follow(tx: Transaction, case: int, same: Matches) -> None:
    """Tie the answers, evidence and roles of a case to the new version's points and roles."""
    for check in tx.session.scalars(select(CaseCheck).where(CaseCheck.case_id == case)):
        if check.item_id in same.points:
            check.item_id = same.points[check.item_id]
        else:
            tx.session.delete(check)
    for evidence in tx.session.scalars(select(CaseEvidence).where(CaseEvidence.case_id == case)):
        evidence.item_id = same.points.get(evidence.item_id or 0)
    for role in tx.session.scalars(select(CaseRole).where(CaseRole.case_id == case)):
        if role.role_id in same.roles:
            role.role_id = same.roles[role.role_id]
        else:
            tx.session.delete(role)
