"""What concerns one municipality in a version of the plan."""

from __future__ import annotations

from dataclasses import dataclass
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
        """Return all measures that may be told, numbered as in the whole plan."""
        shown = [measure for measure in self.read.measures if not measure.is_confidential]
        return tuple(enumerate(shown, start=1))

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


def town_part(
    connection: Connection, municipality: MunicipalityId, language: Language, now: datetime, known: Known
) -> TownPart:
    """Return what concerns a municipality in the version that people work with.

    Raises:
        NothingToPackage: there is no plan.
        RowGone: the municipality has been deleted meanwhile.
    """
    current = current_plan(connection)
    read = None if current is None else plan(connection, PlanId(current))
    if read is None:
        raise NothingToPackage
    town = next((row for row in read.municipalities if row.id == municipality), None)
    if town is None:
        raise RowGone(kind="municipality", row_id=municipality)
    due = connection.scalar(select(Municipality.list_due_on).where(Municipality.id == municipality))
    return TownPart(
        town=town,
        read=read,
        decision=decision_sheet(connection, read.plan.id),
        programme=programme(connection),
        due=due,
        risks=tuple(risk for risk in risks(connection) if risk.is_open),
        shared=tuple(each for each in shared_results(connection) if each.owner_id != municipality),
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
