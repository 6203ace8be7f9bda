"""What happens to municipalities themselves: a new name, a merger, a split. What was decided stays as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from smartstad_desktop.domain.programme import succession as rules
from smartstad_desktop.domain.programme.municipalities import NameMissing
from smartstad_desktop.domain.programme.work import Succession
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.storage.tables.base import Base
from smartstad_desktop.storage.tables.follow_up import ResultReuse
from smartstad_desktop.storage.tables.governance import Assignment, BodySeat, GovernanceBody, Organisation, Person
from smartstad_desktop.storage.tables.inventory import Project, ProjectAdopter, ProjectMunicipality
from smartstad_desktop.storage.tables.needs import CitizenNeed, ServiceUse
from smartstad_desktop.storage.tables.procurement import ProcurementParty
from smartstad_desktop.storage.tables.programme import Municipality, Programme
from smartstad_desktop.storage.tables.routines import Routine, RoutineAdoption
from smartstad_desktop.storage.tables.testbeds import CaseMunicipality, RoutineCase, Testbed
from smartstad_desktop.storage.tables.work import (
    BudgetLine,
    MunicipalityName,
    MunicipalitySuccession,
    OpenCall,
    TimelineEntry,
)
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.programme.municipalities import AddMunicipality
from smartstad_desktop.usecases.testbeds.routine_rows import family_of

#: What is about today goes along in a merger; what was voted, committed, sent and imported stays with who did it.
_GOES_ALONG: Final[tuple[type[Base], ...]] = (
    *(Project, CitizenNeed, Testbed, RoutineCase, BodySeat, GovernanceBody, Organisation, Person),
    *(Assignment, TimelineEntry, OpenCall, BudgetLine),
)
#: Where a municipality stands once for each of something: the one that is there already stays.
_ONCE: Final[tuple[tuple[type[Base], tuple[str, ...]], ...]] = (
    (ProjectMunicipality, ("project_id",)),
    (ProjectAdopter, ("project_id",)),
    (ServiceUse, ("service_id",)),
    (CaseMunicipality, ("case_id",)),
    (ProcurementParty, ("case_id",)),
    (ResultReuse, ("project_id", "case_id")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameMunicipality:
    """Give a municipality another name from a day on; lists under the old name still find it."""

    municipality: MunicipalityId
    name: str
    short_name: str
    since: date | None

    def execute(self, tx: Transaction) -> None:
        """Keep the old name with its last day, and write the new one.

        Raises:
            FieldInvalid: the name or the day is missing, or the name is the one it has.
            RenamedEarlier: it got the name it has on that day or later.
        """
        row = tx.get(Municipality, self.municipality)
        name, short_name = self.name.strip(), self.short_name.strip()
        if not name or not short_name:
            raise NameMissing(field="name" if not name else "short_name")
        if (name, short_name) == (row.name, row.short_name):
            raise rules.SameName(field="name", name=name)
        since = _day(self.since)
        last = tx.session.scalar(
            select(func.max(MunicipalityName.valid_to)).where(MunicipalityName.municipality_id == row.id)
        )
        began = None if last is None else last + timedelta(days=1)
        if began is not None and since <= began:
            raise rules.RenamedEarlier(field="since", name=row.name, day=began)
        tx.session.add(
            MunicipalityName(
                municipality_id=row.id, name=row.name, valid_from=began, valid_to=since - timedelta(days=1)
            )
        )
        tx.describe(title=row.name, name=name)
        row.aliases = _with_names(row.aliases, row.name, row.short_name)
        row.name, row.short_name = name, short_name


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeMunicipalities:
    """Let municipalities go into another one from a day on. With ``goes_along`` what is about today goes with them."""

    before: tuple[MunicipalityId, ...]
    into: MunicipalityId
    since: date | None
    goes_along: bool = True

    def execute(self, tx: Transaction) -> None:
        """End the municipalities, note the successor, and move what goes along.

        Raises:
            FieldInvalid: no municipality or no day is given.
            MergedIntoItself: the successor is one of them.
            MunicipalityEnded: one of them ended earlier, or the successor has.
        """
        if not self.before:
            raise rules.NothingToMerge(field="before")
        since = _day(self.since)
        into = tx.get(Municipality, self.into)
        _refuse_ended(into, since)
        ended = [tx.get(Municipality, each) for each in self.before]
        for row in ended:
            if row.id == into.id:
                raise rules.MergedIntoItself(name=row.name)
            _refuse_ended(row, since)
            _succeed(tx, row, into, Succession.MERGER, since)
            row.valid_to, row.is_participating = since - timedelta(days=1), False
            into.aliases = _with_names(into.aliases, row.name, row.short_name, *row.aliases)
            if self.goes_along:
                _move(tx, row.id, into.id)
        tx.describe(count=len(ended), title=ended[0].name, name=into.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitMunicipality:
    """Let a new municipality leave another one from a day on; the old one goes on, and keeps what it has."""

    municipality: MunicipalityId
    fields: Mapping[str, Any]
    since: date | None

    def execute(self, tx: Transaction) -> MunicipalityId:
        """Return the new municipality's id.

        Raises:
            FieldInvalid: a field of the new municipality does not fit, or the day is missing.
            MunicipalityEnded: the old one ended earlier.
        """
        since = _day(self.since)
        row = tx.get(Municipality, self.municipality)
        _refuse_ended(row, since)
        new = AddMunicipality(fields=dict(self.fields) | {"valid_from": since, "country": row.country}).execute(tx)
        made = tx.get(Municipality, new)
        _succeed(tx, row, made, Succession.SPLIT, since)
        tx.describe(title=row.name, name=made.name)
        return new


def _day(day: date | None) -> date:
    if day is None:
        raise rules.SuccessionDayMissing(field="since")
    return day


def _refuse_ended(row: Municipality, since: date) -> None:
    if row.valid_to is not None and row.valid_to < since:
        raise rules.MunicipalityEnded(name=row.name, day=row.valid_to)


def _succeed(tx: Transaction, before: Municipality, after: Municipality, kind: Succession, since: date) -> None:
    tx.session.add(MunicipalitySuccession(before_id=before.id, after_id=after.id, kind=kind.value, happened_on=since))


def _with_names(aliases: list[str], *names: str) -> list[str]:
    return list(dict.fromkeys([*aliases, *(name for name in names if name)]))


def _move(tx: Transaction, before: int, into: int) -> None:
    session = tx.session
    session.flush()
    for table in _GOES_ALONG:
        column = table.__table__.c.municipality_id
        session.execute(update(table).where(column == before).values(municipality_id=into))
    for table, what in _ONCE:
        columns = table.__table__.c
        there = {
            tuple(row)
            for row in session.execute(select(*(columns[name] for name in what)).where(columns.municipality_id == into))
        }
        for number, *key in session.execute(
            select(columns.id, *(columns[name] for name in what)).where(columns.municipality_id == before)
        ).all():
            if tuple(key) not in there:
                session.execute(update(table).where(columns.id == number).values(municipality_id=into))
    _drop_twice(session, before, into)
    _drop_own_results(session, into)
    for adoption in session.scalars(select(RoutineAdoption).where(RoutineAdoption.municipality_id == before)).all():
        if family_of(tx.get(Routine, adoption.routine_id)) not in _families(tx, into):
            adoption.municipality_id = into
            session.flush()
    session.execute(update(Programme).where(Programme.host_municipality_id == before).values(host_municipality_id=into))
    session.expire_all()


def _families(tx: Transaction, municipality: int) -> set[str]:
    """Return the routines that a municipality works by, in whichever version."""
    query = select(RoutineAdoption.routine_id).where(RoutineAdoption.municipality_id == municipality)
    return {family_of(tx.get(Routine, each)) for each in tx.session.scalars(query)}


def _drop_own_results(session: Session, into: int) -> None:
    """Let nobody take over a result of its own."""
    for of, led in ((ResultReuse.project_id, Project), (ResultReuse.case_id, RoutineCase)):
        leads = select(led.id).where(led.municipality_id == into)
        session.execute(delete(ResultReuse).where(ResultReuse.municipality_id == into, of.in_(leads)))


def _drop_twice(session: Session, before: int, into: int) -> None:
    """Let nobody take part in what it takes part in already, or in what it leads."""
    for link, of, led in (
        (ProjectMunicipality, ProjectMunicipality.project_id, Project),
        (CaseMunicipality, CaseMunicipality.case_id, RoutineCase),
    ):
        leads = select(led.id).where(led.municipality_id == into)
        session.execute(delete(link).where(link.municipality_id == before))
        session.execute(delete(link).where(link.municipality_id == into, of.in_(leads)))
