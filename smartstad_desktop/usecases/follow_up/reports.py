"""What a user can do with reports: plan them, write in them, give them, take them back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, func, select

from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.follow_up.figures import kept
from smartstad_desktop.domain.follow_up.reports import (
    TEXT_LIMIT,
    Heading,
    ReportIsGiven,
    ReportKind,
    ReportNotGiven,
    ReportState,
    ReportTextTooLong,
    check_plan,
    check_report,
    cleaned_report,
    periods,
)
from smartstad_desktop.reads.follow_up.figures import figures
from smartstad_desktop.reads.follow_up.kept_material import packed
from smartstad_desktop.reads.follow_up.material import material
from smartstad_desktop.storage.tables.follow_up import ReportText, SteeringReport
from smartstad_desktop.usecases.command import Transaction, typing_key


@dataclass(frozen=True, slots=True, kw_only=True)
class AddReport:
    """Plan a report, last in the order."""

    kind: ReportKind
    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the new report's id.

        Raises:
            FieldInvalid: a field does not fit.
        """
        report = SteeringReport(kind=self.kind.value, title="", order_key=_last(tx))
        _write(report, self.fields)
        tx.session.add(report)
        tx.session.flush()
        tx.describe(title=report.title)
        return report.id


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReports:
    """Plan the reports of the whole programme: as many steering reports as are asked for, and the final one.

    ``titles`` names the steering reports in order and the final report last, so that the words are the user's.
    """

    first: date
    last: date
    titles: tuple[str, ...]

    def execute(self, tx: Transaction) -> tuple[int, ...]:
        """Return the ids of the reports that were made.

        Raises:
            FieldInvalid: a title is missing, or the time is too short for as many, or runs backwards.
        """
        steering, final = self.titles[:-1], self.titles[-1]
        check_plan(self.first, self.last, len(steering))
        made: list[SteeringReport] = []
        for title, (start, end) in zip(steering, periods(self.first, self.last, len(steering)), strict=True):
            made.append(self._planned(tx, ReportKind.STEERING, title, start, end))
        made.append(self._planned(tx, ReportKind.FINAL, final, self.first, self.last))
        tx.describe(count=len(made), title=made[0].title)
        return tuple(report.id for report in made)

    @staticmethod
    def _planned(tx: Transaction, kind: ReportKind, title: str, first: date, last: date) -> SteeringReport:
        report = SteeringReport(kind=kind.value, title="", order_key=_last(tx))
        _write(report, {"title": title, "period_from": first, "period_to": last, "due_on": last})
        tx.session.add(report)
        tx.session.flush()
        return report


@dataclass(frozen=True, slots=True, kw_only=True)
class EditReport:
    """Change fields of a report that has not been given."""

    report: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.report)

    def execute(self, tx: Transaction) -> None:
        """Write the changes.

        Raises:
            FieldInvalid: a field does not fit.
            ReportIsGiven: it stays as it was.
        """
        report = _open_report(tx, self.report)
        _write(report, self.changes)
        tx.describe(title=report.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteReportText:
    """Write under a heading of a report; nothing takes the text away again."""

    report: int
    heading: Heading
    text: str
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types."""
        return f"WriteReportText {self.report} {self.heading.value}" if self.is_typing else None

    def execute(self, tx: Transaction) -> None:
        """Write it; a planned report becomes a draft.

        Raises:
            ReportIsGiven: it stays as it was.
            ReportTextTooLong: it is longer than a report can carry.
        """
        report = _open_report(tx, self.report)
        text = self.text.strip()
        if len(text) > TEXT_LIMIT:
            raise ReportTextTooLong(field=self.heading.value, length=len(text), limit=TEXT_LIMIT)
        row = tx.session.scalar(
            select(ReportText).where(ReportText.report_id == report.id, ReportText.heading == self.heading.value)
        )
        if row is None and text:
            tx.session.add(ReportText(report_id=report.id, heading=self.heading.value, text=text))
        elif row is not None and text:
            row.text = text
        elif row is not None:
            tx.session.delete(row)
        if text and report.state == ReportState.PLANNED:
            report.state = ReportState.DRAFT.value
        tx.describe(title=report.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveReport:
    """Note that a report has been given: what it tells is kept, so that it stays and the next one can compare."""

    report: int
    given_on: date

    def execute(self, tx: Transaction) -> None:
        """Keep the figures, and everything else it is composed of as it is on that day.

        Raises:
            ReportIsGiven: it has been given already.
        """
        report = _open_report(tx, self.report)
        tx.session.flush()
        connection = tx.session.connection()
        report.figures = kept(figures(connection))
        report.material = packed(material(connection, report.period_from, report.period_to, self.given_on))
        report.state, report.given_on = ReportState.GIVEN.value, self.given_on
        tx.describe(title=report.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackReport:
    """Open a report again that was given by mistake; its figures are counted anew when it is given."""

    report: int

    def execute(self, tx: Transaction) -> None:
        """Open it.

        Raises:
            ReportNotGiven: it has not been given.
        """
        report = tx.get(SteeringReport, self.report)
        if report.state != ReportState.GIVEN:
            raise ReportNotGiven(title=report.title)
        report.state, report.given_on = ReportState.DRAFT.value, None
        report.figures, report.material = {}, {}
        tx.describe(title=report.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveReports:
    """Delete reports with what was written in them."""

    reports: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Delete them.

        Raises:
            ReportIsGiven: one of them has been given.
        """
        found = [_open_report(tx, report) for report in self.reports]
        tx.describe(count=len(found), title=found[0].title if found else "")
        tx.session.execute(delete(SteeringReport).where(SteeringReport.id.in_(self.reports)))


def _open_report(tx: Transaction, report_id: int) -> SteeringReport:
    report = tx.get(SteeringReport, report_id)
    if report.state == ReportState.GIVEN:
        raise ReportIsGiven(title=report.title)
    return report


def _write(report: SteeringReport, changes: Mapping[str, Any]) -> None:
    for name, value in changes.items():
        setattr(report, name, cleaned_report(name, value))
    check_report(report.title, report.period_from, report.period_to)


def _last(tx: Transaction) -> str:
    return ordering.between(tx.session.scalar(select(func.max(SteeringReport.order_key))), None)
