"""The plan and what was decided in meetings as files of the archive."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from smartstad_desktop.domain.follow_up.reports import ReportState
from smartstad_desktop.domain.packages.files import PackageFile, numbered, safe_name
from smartstad_desktop.domain.plan.parts import PlanFileKind
from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.domain.values import SessionId
from smartstad_desktop.domain.workshop.meeting import SessionState
from smartstad_desktop.reads.follow_up.reports import reports
from smartstad_desktop.reads.plan.decision import files as plan_files_of
from smartstad_desktop.reads.plan.plan import PlanRow, plan_rows
from smartstad_desktop.reads.workshop.sessions import sessions
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook
from smartstad_desktop.usecases.follow_up.report_document import report_document
from smartstad_desktop.usecases.packages.pages import as_pdf, plain_document
from smartstad_desktop.usecases.plan.files import file_content
from smartstad_desktop.usecases.plan.snapshots import kept_data
from smartstad_desktop.usecases.plan_document.protocol import protocol_sections
from smartstad_desktop.usecases.plan_document.publishing import plan_document, plan_material
from smartstad_desktop.usecases.workshop.minutes import minutes_document

_KEPT_PDF: Final = PlanFileKind.ARCHIVE


def archived_plans(connection: Connection) -> tuple[PlanRow, ...]:
    """Return the versions that go into the archive: all that are frozen, or the draft where none is."""
    rows = plan_rows(connection)
    return tuple(row for row in reversed(rows) if row.status is not PlanStatus.DRAFT) or rows[:1]


def plan_files(connection: Connection, phrases: Phrasebook, folder: str, now: datetime) -> list[PackageFile]:
    """Return each version as PDF with its data, and the files that are kept with it, byte for byte."""
    taken: set[str] = set()
    files: list[PackageFile] = []

    def add(name: str, content: bytes, about: str) -> None:
        files.append(PackageFile(f"{folder}/{numbered(name, taken)}", content, about))

    for row in archived_plans(connection):
        name = safe_name(f"{row.title} {row.version}")
        version = phrases.text("version {version}", version=row.version)
        told = f"{row.title}, {version}, {label(row.status, phrases).lower()}"
        kept = plan_files_of(connection, row.id)
        if not any(each.kind is _KEPT_PDF for each in kept):
            document = plan_document(connection, row.id, phrases.language, now)
            add(f"{name}.pdf", as_pdf(document), told)
        data = kept_data(connection, row.id)
        if data is not None:
            about = phrases.text("The data of the version; its SHA-256 is the fingerprint in the PDF")
            add(f"{name}.json", data.content, about)
        for each in reversed(kept):
            stem, dot, ending = each.name.rpartition(".")
            called = f"{safe_name(stem)}{dot}{safe_name(ending)}" if dot else safe_name(each.name)
            add(called, file_content(connection, each.id)[1], f"{told}: {label(each.kind, phrases).lower()}")
    return files


def minutes_files(connection: Connection, phrases: Phrasebook, folder: str, now: datetime) -> list[PackageFile]:
    """Return the minutes of each workshop that has ended."""
    taken: set[str] = set()
    files: list[PackageFile] = []
    for row in sessions(connection):
        if row.state is not SessionState.ENDED:
            continue
        document = minutes_document(connection, SessionId(row.id), phrases.language, now)
        day = row.held_on.isoformat() if row.held_on else ""
        name = numbered(f"{safe_name(f'{day} {row.name}')}.pdf", taken)
        files.append(PackageFile(f"{folder}/{name}", as_pdf(document), document.title))
    return files


def report_files(connection: Connection, phrases: Phrasebook, folder: str, now: datetime) -> list[PackageFile]:
    """Return the reports that have been given."""
    taken: set[str] = set()
    files: list[PackageFile] = []
    for row in reports(connection):
        if row.state is not ReportState.GIVEN:
            continue
        document = report_document(connection, row.id, phrases.language, now)
        name = numbered(f"{safe_name(row.title)}.pdf", taken)
        files.append(PackageFile(f"{folder}/{name}", as_pdf(document), row.title))
    return files


def ranking_files(
    connection: Connection, phrases: Phrasebook, folder: str, programme: str, now: datetime
) -> list[PackageFile]:
    """Return the ranking protocol of the newest version that is archived: rounds and orders, without ballots."""
    plans = archived_plans(connection)
    if not plans:
        return []
    sections = protocol_sections(plan_material(connection, plans[-1].id, phrases.language, now))
    if not sections:
        return []
    name = phrases.text("Ranking protocol")
    document = plain_document(name, phrases, programme, now, sections)
    about = phrases.text("What every round came to, and the order by criteria; no ballots")
    return [PackageFile(f"{folder}/{name}.pdf", as_pdf(document), about)]
