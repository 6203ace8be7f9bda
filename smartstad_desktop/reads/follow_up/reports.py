"""Reports as they are listed and written: their period, what is written, and the figures then and now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from smartstad_desktop.domain.follow_up.figures import Difference, Figure, differences, told
from smartstad_desktop.domain.follow_up.reports import Heading, ReportKind, ReportState
from smartstad_desktop.domain.values import Named
from smartstad_desktop.reads.follow_up.figures import figures
from smartstad_desktop.storage.tables.follow_up import ReportText, SteeringReport
from smartstad_desktop.storage.tables.governance import GovernanceBody


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A report in the list; ``body`` is who it is for."""

    id: int
    kind: ReportKind
    title: str
    period_from: date | None
    period_to: date | None
    due_on: date | None
    given_on: date | None
    state: ReportState
    body_id: int | None
    body: Named | None
    written: int

    def is_late(self, today: date) -> bool:
        """Return whether it should have been given."""
        return self.state is not ReportState.GIVEN and self.due_on is not None and self.due_on < today


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSheet:
    """A report with its texts, its figures (kept when it was given, else as they are now) and the report before."""

    row: ReportRow
    texts: Mapping[Heading, str]
    figures: Mapping[Figure, int]
    before: ReportRow | None
    since: tuple[Difference, ...]


def reports(connection: Connection) -> tuple[ReportRow, ...]:
    """Return all reports, in their order."""
    written: dict[int, int] = {}
    for (report,) in connection.execute(select(ReportText.report_id)):
        written[report] = written.get(report, 0) + 1
    query = (
        select(SteeringReport.__table__, GovernanceBody.name_sv, GovernanceBody.name_nb, GovernanceBody.name_en)
        .outerjoin(GovernanceBody, GovernanceBody.id == SteeringReport.body_id)
        .order_by(SteeringReport.order_key)
    )
    return tuple(
        ReportRow(
            id=row.id,
            kind=ReportKind(row.kind),
            title=row.title,
            period_from=row.period_from,
            period_to=row.period_to,
            due_on=row.due_on,
            given_on=row.given_on,
            state=ReportState(row.state),
            body_id=row.body_id,
            body=None if row.name_sv is None else Named(sv=row.name_sv, nb=row.name_nb, en=row.name_en),
            written=written.get(row.id, 0),
        )
        for row in connection.execute(query)
    )


def report_sheet(connection: Connection, report_id: int) -> ReportSheet | None:
    """Return a report, or None when it has been deleted."""
    rows = reports(connection)
    row = next((each for each in rows if each.id == report_id), None)
    if row is None:
        return None
    texts = connection.execute(select(ReportText.heading, ReportText.text).where(ReportText.report_id == report_id))
    now = _kept(connection, row.id) if row.state is ReportState.GIVEN else figures(connection)
    before = _before(rows, row)
    since = () if before is None else differences(_kept(connection, before.id), now)
    return ReportSheet(
        row=row,
        texts={Heading(heading): words for heading, words in texts},
        figures=now,
        before=before,
        since=since,
    )


def _kept(connection: Connection, report_id: int) -> dict[Figure, int]:
    stored = connection.execute(select(SteeringReport.figures).where(SteeringReport.id == report_id)).scalar_one()
    return told(stored)


def _before(rows: tuple[ReportRow, ...], row: ReportRow) -> ReportRow | None:
    """Return the report that was given last before *row*; one not given yet comes after all that were."""
    given = [each for each in rows if each.given_on is not None and each.id != row.id]
    if row.given_on is not None:
        given = [each for each in given if each.given_on is not None and each.given_on <= row.given_on]
    return max(given, key=lambda each: (each.given_on or date.min, rows.index(each)), default=None)
