"""A joint procurement with its parties and the limits of the day, and what of it may be told outside."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, RowMapping, exists, select
from sqlalchemy.orm import aliased

from smartstad_desktop.domain.errors import RowGone, RuleError
from smartstad_desktop.domain.procurement.cases import SECRET, Said, check_unlock, is_secret, secret_since
from smartstad_desktop.domain.procurement.procurement import Category, Form, Interest, Law, MandateState
from smartstad_desktop.domain.procurement.thresholds import Compared, Purchase, compare
from smartstad_desktop.domain.values import Language, Named
from smartstad_desktop.reads.procurement.thresholds import thresholds
from smartstad_desktop.reads.testbeds.case import case_sheet
from smartstad_desktop.reads.testbeds.case_rows import CaseSheet
from smartstad_desktop.storage.tables.goals import Goal
from smartstad_desktop.storage.tables.inventory import Project, ProjectGoal
from smartstad_desktop.storage.tables.procurement import ProcurementCase, ProcurementParty
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.routines import RoutineStage
from smartstad_desktop.storage.tables.testbeds import CaseProject, StoredFile
from smartstad_desktop.text.phrases import phrasebook

#: A contribution from this step on is worth naming.
CLEARLY: Final = 2
#: The phase of notice, tenders and award.
CARRY_OUT: Final = "carry_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """A municipality and what it has said; one that has not been asked has said nothing."""

    municipality: int
    name: str
    full_name: str
    mark: str
    colour: str
    is_asked: bool = False
    interest: Interest | None = None
    contact_role: str = ""
    volume: str = ""
    value: int | None = None
    current_supplier: str = ""
    current_ends_on: date | None = None
    mandate: MandateState = MandateState.NONE
    mandate_on: date | None = None
    mandate_file: str = ""
    is_party: bool = False
    decided_on: date | None = None
    contract_on: date | None = None
    comment: str = ""

    def said(self) -> Said:
        """Return what locking asks."""
        return Said(municipality=self.municipality, interest=self.interest, mandate=self.mandate)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcurementSheet:
    """A procurement: the case, its own values by field, all municipalities, and the value against the limits.

    ``value`` sums those that are in: the parties once they are locked, before that everyone who has not said no.
    ``may_unlock`` tells whether the parties can be opened again.
    ``left_out`` counts what may not be told; where nothing has been taken out it tells how much would be.
    """

    case: CaseSheet
    values: dict[str, Any]
    parties: tuple[PartyRow, ...]
    projects: tuple[tuple[int, str], ...]
    goals: tuple[str, ...]
    country: str
    value: int
    unknown_values: tuple[str, ...]
    compared: tuple[Compared, ...]
    is_secret: bool
    left_out: int
    may_unlock: bool

    @property
    def is_locked(self) -> bool:
        """Return whether it is settled who may call off."""
        return self.values["locked_on"] is not None

    @property
    def counted(self) -> tuple[PartyRow, ...]:
        """Return the municipalities whose values are summed."""
        return tuple(each for each in self.parties if _counts(each, is_locked=self.is_locked))

    @property
    def day(self) -> date:
        """Return the day whose limits count, set when the sheet is read."""
        return self.values["limits_on"]


def procurement(connection: Connection, case: int, language: Language, today: date) -> ProcurementSheet:
    """Return all that is kept of a procurement, for those who work in it.

    Raises:
        RowGone: it has been deleted meanwhile, or is no procurement.
    """
    query = select(ProcurementCase.__table__).where(ProcurementCase.case_id == case)
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise RowGone(kind=ProcurementCase.__tablename__, row_id=case)
    sheet = case_sheet(connection, case, language)
    values = _values(row, today)
    parties = _parties(connection, case, language)
    is_locked = values["locked_on"] is not None
    counted = [each for each in parties if _counts(each, is_locked=is_locked)]
    total = sum(each.value or 0 for each in counted)
    country = _country(connection, sheet.facts.municipality, values["currency"])
    purchase = Purchase(country=country, law=values["law"], category=values["category"], currency=values["currency"])
    projects = _projects(connection, case, sheet.facts.project)
    after = after_notice(connection)
    secret = is_secret(values, today, is_evaluated=after.get(sheet.facts.stage or 0) == CARRY_OUT)
    return ProcurementSheet(
        case=sheet,
        values=values,
        parties=parties,
        projects=projects,
        goals=_goals(connection, [number for number, _title in projects], language),
        country=country,
        value=total,
        unknown_values=tuple(each.name for each in counted if each.value is None),
        compared=compare(thresholds(connection), purchase, total, values["limits_on"]),
        is_secret=secret,
        left_out=_secrets(sheet, values) if secret else 0,
        may_unlock=_may_unlock(values, is_past_notice=sheet.facts.stage is None or sheet.facts.stage in after),
    )


def told_procurement(connection: Connection, case: int, language: Language, today: date) -> ProcurementSheet:
    """Return a procurement as it may leave the window: while tenders are secret, what is about them is not there.

    Everything that is written to a file or shown on a wall reads this.
    """
    sheet = procurement(connection, case, language, today)
    if not sheet.is_secret:
        return sheet
    since = secret_since(sheet.values)
    stages = tuple(
        replace(
            stage,
            points=tuple(
                replace(point, evidence=tuple(each for each in point.evidence if each.added_on < since))
                for point in stage.points
            ),
        )
        for stage in sheet.case.stages
    )
    told = replace(
        sheet.case,
        stages=stages,
        evidence=tuple(each for each in sheet.case.evidence if each.added_on < since),
        log=tuple(each for each in sheet.case.log if each.happened_on < since),
    )
    hidden = {name: "" if name == "supplier" else None for name in SECRET}
    return replace(sheet, case=told, values=sheet.values | hidden)


def after_notice(connection: Connection) -> dict[int, str]:
    """Return the stages that come after the first one of carrying out, where the notice is, with their phases."""
    notice = aliased(RoutineStage)
    comes_first = (
        exists()
        .where(notice.routine_id == RoutineStage.routine_id, notice.phase == CARRY_OUT)
        .where(notice.order_key < RoutineStage.order_key)
    )
    return {
        row.id: row.phase for row in connection.execute(select(RoutineStage.id, RoutineStage.phase).where(comes_first))
    }


def mandate_file(connection: Connection, case: int, municipality: int) -> tuple[str, bytes]:
    """Return the name and the bytes of a mandate letter.

    Raises:
        RowGone: there is none.
    """
    query = (
        select(ProcurementParty.mandate_file_name, StoredFile.content)
        .join(StoredFile, StoredFile.id == ProcurementParty.mandate_file_id)
        .where(ProcurementParty.case_id == case, ProcurementParty.municipality_id == municipality)
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        raise RowGone(kind=ProcurementParty.__tablename__, row_id=municipality)
    return row.mandate_file_name, row.content


def _values(row: RowMapping, today: date) -> dict[str, Any]:
    return {
        **{str(name): value for name, value in row.items()},
        "form": Form(row["form"]) if row["form"] else None,
        "category": Category(row["category"]),
        "law": Law(row["law"]),
        "limits_on": row["announced_on"] or today,
    }


def _may_unlock(values: dict[str, Any], *, is_past_notice: bool) -> bool:
    try:
        check_unlock(values, is_past_notice=is_past_notice)
    except RuleError:
        return False
    return values["locked_on"] is not None


def _counts(party: PartyRow, *, is_locked: bool) -> bool:
    if is_locked:
        return party.is_party
    return party.is_asked and party.interest is not Interest.NO


def _country(connection: Connection, lead: int | None, currency: str) -> str:
    """Return whose law applies: that of the municipality that leads, else that of the currency."""
    found = connection.execute(select(Municipality.country).where(Municipality.id == lead)).scalar()
    return found or {"NOK": "NO"}.get(currency, "SE")


def _parties(connection: Connection, case: int, language: Language) -> tuple[PartyRow, ...]:
    on = (ProcurementParty.municipality_id == Municipality.id) & (ProcurementParty.case_id == case)
    query = (
        select(
            Municipality.id.label("town"),
            Municipality.short_name,
            Municipality.name,
            Municipality.mark,
            Municipality.colour,
            ProcurementParty.__table__,
        )
        .outerjoin(ProcurementParty, on)
        .where(Municipality.is_participating | ProcurementParty.id.is_not(None))
    )
    in_order = phrasebook(language).sort_key
    return tuple(sorted((_party(row) for row in connection.execute(query)), key=lambda each: in_order(each.name)))


def _party(row: Row[Any]) -> PartyRow:
    face = PartyRow(municipality=row.town, name=row.short_name, full_name=row.name, mark=row.mark, colour=row.colour)
    if row.case_id is None:
        return face
    return replace(
        face,
        is_asked=True,
        interest=Interest(row.interest) if row.interest else None,
        contact_role=row.contact_role,
        volume=row.volume,
        value=row.value,
        current_supplier=row.current_supplier,
        current_ends_on=row.current_ends_on,
        mandate=MandateState(row.mandate),
        mandate_on=row.mandate_on,
        mandate_file=row.mandate_file_name if row.mandate_file_id else "",
        is_party=row.is_party,
        decided_on=row.decided_on,
        contract_on=row.contract_on,
        comment=row.comment,
    )


def _projects(connection: Connection, case: int, first: int | None) -> tuple[tuple[int, str], ...]:
    also = select(CaseProject.project_id).where(CaseProject.case_id == case)
    query = (
        select(Project.id, Project.title).where(Project.id.in_(also) | (Project.id == first)).order_by(Project.title)
    )
    return tuple((row.id, row.title) for row in connection.execute(query))


def _goals(connection: Connection, projects: list[int], language: Language) -> tuple[str, ...]:
    """Return the goals that the projects of a case serve clearly or directly."""
    query = (
        select(Goal.name_sv, Goal.name_nb, Goal.name_en)
        .join(ProjectGoal, ProjectGoal.goal_id == Goal.id)
        .where(ProjectGoal.project_id.in_(projects), ProjectGoal.contribution >= CLEARLY)
        .order_by(Goal.order_key)
        .distinct()
    )
    return tuple(Named(*row).in_language(language) for row in connection.execute(query))


def _secrets(sheet: CaseSheet, values: dict[str, Any]) -> int:
    """Count what is about the tenders: fields that hold something, and evidence and log lines since the lock."""
    since = secret_since(values)
    evidence = [*sheet.evidence, *(each for stage in sheet.stages for point in stage.points for each in point.evidence)]
    return (
        sum(1 for name in SECRET if values[name] not in {None, ""})
        + sum(1 for each in evidence if each.added_on >= since)
        + sum(1 for each in sheet.log if each.happened_on >= since)
    )
