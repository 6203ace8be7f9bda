"""What concerns one municipality in a version of the plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection, select

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.packages.files import NothingToPackage
from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.domain.values import Language, MunicipalityId, PlanId
from smartstad_desktop.exchange.documents.document import Document, Section
from smartstad_desktop.reads.follow_up.reuse import SharedResult, shared_results
from smartstad_desktop.reads.lists.importing import Known
from smartstad_desktop.reads.lists.listed_projects import KnownProject
from smartstad_desktop.reads.plan.decision import DecisionSheet, ReservationRow, decision_sheet
from smartstad_desktop.reads.plan.measure import MeasureRow
from smartstad_desktop.reads.plan.measure_parts import CommitmentRow
from smartstad_desktop.reads.plan.plan import MunicipalityRow, PlanRead, current_plan, plan
from smartstad_desktop.reads.programme.programme import ProgrammeFacts, programme
from smartstad_desktop.reads.programme.risks import RiskRow, risks
from smartstad_desktop.storage.tables.inventory import Project, ProjectMunicipality
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.text.phrases import Phrasebook, phrasebook
from smartstad_desktop.usecases.packages.concealing import veil
from smartstad_desktop.usecases.plan.snapshots import as_told, plan_data


@dataclass(frozen=True, kw_only=True)
class ToldPlan:
    """The version that people work with, as its own data tells it; nobody finds a name in it that is not told."""

    read: PlanRead
    decision: DecisionSheet
    programme: ProgrammeFacts | None
    risks: tuple[RiskRow, ...]
    municipalities: tuple[MunicipalityRow, ...]
    shared: tuple[SharedResult, ...]


@dataclass(frozen=True, kw_only=True)
class TownPart:
    """One municipality's part: the version, what it says to each measure, and what it should know besides.

    ``projects`` are those it leads or takes part in and may share; none of them is confidential.
    """

    town: MunicipalityRow
    read: PlanRead
    decision: DecisionSheet
    programme: ProgrammeFacts | None
    due: date | None
    risks: tuple[RiskRow, ...]
    shared: tuple[SharedResult, ...]
    projects: tuple[KnownProject, ...]
    phrases: Phrasebook
    now: datetime

    @property
    def is_draft(self) -> bool:
        """Return whether the version has not been frozen."""
        return self.read.plan.status is PlanStatus.DRAFT

    @property
    def measures(self) -> tuple[tuple[int, MeasureRow], ...]:
        """Return all measures that may be told, numbered as in the whole plan.

        What has become confidential since the version was frozen has its number there, and is not told here.
        """
        numbered = enumerate(self.read.measures, start=1)
        return tuple((number, measure) for number, measure in numbered if not measure.is_confidential)

    @property
    def mine(self) -> tuple[tuple[int, MeasureRow, CommitmentRow], ...]:
        """Return the measures that the municipality has answered, with its answer."""
        return tuple((number, measure, said) for number, measure in self.measures if (said := self.said(measure)))

    @property
    def unanswered(self) -> tuple[tuple[int, MeasureRow], ...]:
        """Return the measures that it has not answered yet."""
        return tuple((number, measure) for number, measure in self.measures if self.said(measure) is None)

    @property
    def reservations(self) -> tuple[ReservationRow, ...]:
        """Return who stands apart: it, from anything, and others from the whole or from a measure it takes part in."""
        mine = {measure.id for _number, measure, _said in self.mine}
        hidden = {measure.id for measure in self.read.measures if measure.is_confidential}
        return tuple(
            row
            for row in self.decision.reservations
            if row.measure not in hidden
            and (row.municipality == self.town.id or row.measure is None or row.measure in mine)
        )

    def said(self, measure: MeasureRow) -> CommitmentRow | None:
        """Return what the municipality says to a measure."""
        return next((row for row in measure.commitments if row.municipality == self.town.id), None)

    def document(
        self, title: str, subject: str, sections: tuple[Section, ...], *, is_of_plan: bool = False
    ) -> Document:
        """Return a document without a cover; what is of the plan is marked as a draft as long as that is one."""
        phrases, programme = self.phrases, self.programme.name if self.programme else ""
        version = phrases.text("version {version}", version=self.read.plan.version)
        told = (version, self.read.plan.case_number) if is_of_plan else (programme,)
        return Document(
            title=title,
            language=phrases.language.value,
            subject=subject,
            author=programme,
            created=self.now,
            cover=None,
            contents_title="",
            footer=" · ".join(part for part in (title, *told) if part),
            page_label=phrases.text("Page {page} of {pages}", page="{page}", pages="{pages}"),
            sections=sections,
            warning=phrases.text("DRAFT – working material") if is_of_plan and self.is_draft else "",
        )


def told_plan(connection: Connection, today: date) -> ToldPlan:
    """Return the version that people work with, made of the data that goes with it as its document is.

    What has been decided since lies over it. What is confidential by now is marked, also where it was frozen open.

    Raises:
        NothingToPackage: there is no plan.
    """
    current = current_plan(connection)
    live = None if current is None else plan(connection, PlanId(current))
    if live is None:
        raise NothingToPackage
    number, hide = live.plan.id, veil(connection)
    closed = {measure.id for measure in live.measures if measure.is_confidential}
    silent = {row.id for row in decision_sheet(connection, number).reservations if row.measure in closed}
    with as_told(connection, number, plan_data(connection, number, today)) as told:
        read = plan(told, number)
        if read is None:
            raise NothingToPackage
        measures = (replace(row, is_confidential=row.is_confidential or row.id in closed) for row in read.measures)
        sheet = decision_sheet(told, number)
        return ToldPlan(
            read=replace(read, measures=tuple(hide.row(row) for row in measures)),
            decision=replace(
                sheet,
                reservations=tuple(hide.row(row) for row in sheet.reservations if row.id not in silent),
                adoptions=tuple(hide.row(row) for row in sheet.adoptions),
            ),
            programme=programme(told),
            risks=tuple(hide.row(risk) for risk in risks(told) if risk.is_open),
            municipalities=live.municipalities,
            shared=tuple(hide.row(each) for each in shared_results(connection)),
        )


def town_part(  # noqa: PLR0917  what all packages share is read once
    connection: Connection,
    municipality: MunicipalityId,
    language: Language,
    now: datetime,
    known: Known,
    told: ToldPlan,
) -> TownPart:
    """Return what concerns a municipality in the version that people work with.

    Raises:
        RowGone: the municipality has been deleted meanwhile.
    """
    town = next((row for row in told.municipalities if row.id == municipality), None)
    if town is None:
        raise RowGone(kind="municipality", row_id=municipality)
    due = connection.scalar(select(Municipality.list_due_on).where(Municipality.id == municipality))
    return TownPart(
        town=town,
        read=told.read,
        decision=told.decision,
        programme=told.programme,
        due=due,
        risks=told.risks,
        shared=tuple(each for each in told.shared if each.owner_id != municipality),
        projects=_projects(connection, municipality, known),
        phrases=phrasebook(language),
        now=now,
    )


def _projects(connection: Connection, municipality: MunicipalityId, known: Known) -> tuple[KnownProject, ...]:
    joined = select(ProjectMunicipality.project_id).where(ProjectMunicipality.municipality_id == municipality)
    query = select(Project.id).where(
        Project.is_shareable.is_(True),
        Project.is_confidential.is_(False),
        (Project.municipality_id == municipality) | Project.id.in_(joined),
    )
    wanted = set(connection.scalars(query))
    return tuple(project for project in known.projects if project.id in wanted)
