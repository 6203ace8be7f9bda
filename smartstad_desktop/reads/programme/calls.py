"""Open calls with their applications; counts may be known without the applicants."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from smartstad_desktop.domain.programme.work import ApplicationState
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.reads.needs import Town, towns
from smartstad_desktop.storage.tables.work import CallApplication, OpenCall


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """An application to a call."""

    id: int
    applicant: str
    state: ApplicationState
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """A call; ``applied`` and ``selected`` are what was counted, or else the applications that are written down."""

    id: int
    name: str
    municipality: MunicipalityId | None
    issuer: str
    what: str
    opens_on: date | None
    closes_on: date | None
    applied_count: int | None
    selected_count: int | None
    link: str
    applications: tuple[ApplicationRow, ...]

    @property
    def applied(self) -> int:
        """Return how many applied."""
        return len(self.applications) if self.applied_count is None else self.applied_count

    @property
    def selected(self) -> int:
        """Return how many were selected."""
        named = sum(each.state is ApplicationState.SELECTED for each in self.applications)
        return named if self.selected_count is None else self.selected_count

    def is_open_on(self, today: date) -> bool:
        """Return whether one can apply."""
        return (self.opens_on or date.min) <= today <= (self.closes_on or date.min)


@dataclass(frozen=True, slots=True)
class CallsShown:
    """All calls, and the municipalities that may make one."""

    calls: tuple[CallRow, ...]
    towns: dict[MunicipalityId, Town]


def calls(connection: Connection) -> CallsShown:
    """Return the calls in their order."""
    found: defaultdict[int, list[ApplicationRow]] = defaultdict(list)
    query = select(CallApplication.__table__).order_by(CallApplication.order_key, CallApplication.id)
    for row in connection.execute(query):
        found[row.call_id].append(ApplicationRow(row.id, row.applicant, ApplicationState(row.state), row.comment))
    rows = connection.execute(select(OpenCall.__table__).order_by(OpenCall.order_key, OpenCall.id))
    made = tuple(
        CallRow(
            id=row.id,
            name=row.name,
            municipality=row.municipality_id,
            issuer=row.issuer,
            what=row.what,
            opens_on=row.opens_on,
            closes_on=row.closes_on,
            applied_count=row.applied_count,
            selected_count=row.selected_count,
            link=row.link,
            applications=tuple(found[row.id]),
        )
        for row in rows
    )
    return CallsShown(made, towns(connection))
