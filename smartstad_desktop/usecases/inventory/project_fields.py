"""Writes fields into a project's rows: the status model, periods, money with its date, and links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import delete, select, update

from smartstad_desktop.domain import project_fields as fields
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.inventory import HALTED, ProjectFacts, Status, problems, remembered_after
from smartstad_desktop.domain.values import Period
from smartstad_desktop.storage.tables.base import Base
from smartstad_desktop.storage.tables.inventory import (
    Project,
    ProjectAdopter,
    ProjectGoal,
    ProjectMunicipality,
    ProjectSdg,
    ProjectTheme,
)
from smartstad_desktop.storage.tables.testbeds import RoutineCase
from smartstad_desktop.usecases.command import Transaction


def change(tx: Transaction, project: Project, changes: Mapping[str, Any]) -> None:
    """Give *project* the values in *changes* (see ``domain.project_fields``), keeping every rule.

    A fault the project had before, and that the change is not about, does not stand in the way: lists come in with
    gaps, and each gap must be possible to fill alone.

    Raises:
        FieldInvalid: a rule refuses a value; its ``field`` says where.
    """
    clean = fill(tx, project, changes)
    tx.session.add(project)
    tx.session.flush()
    if "municipality_id" in clean:
        _drop_participant(tx, project)
    if clean.get("is_confidential"):
        _hide_cases(tx, project)
    for name in sorted(fields.LINKS & clean.keys()):
        _write_links(tx, project, name, clean[name])


def _hide_cases(tx: Transaction, project: Project) -> None:
    """Make the tests and procurements of a project that is confidential from now on so too, in the same step."""
    kept = update(RoutineCase).where(RoutineCase.project_id == project.id, RoutineCase.is_confidential.is_(False))
    tx.session.execute(kept.values(is_confidential=True, confidentiality_reason=project.confidentiality_reason or "–"))


def fill(tx: Transaction, project: Project, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Write the columns of *project*, keeping every rule, and return all values cleaned; links are not written.

    Raises:
        FieldInvalid: a rule refuses a value; its ``field`` says where.
    """
    was = facts(project)
    clean = {name: fields.cleaned(name, value) for name, value in changes.items()}
    with tx.session.no_autoflush:
        for name in sorted(clean.keys() - fields.LINKS):
            _write_column(project, name, clean[name])
        _keep_dates_of_money(tx, project, clean)
    faults = problems(facts(project))
    if not faults:
        return clean
    before = {(fault.code, fault.parameters["field"]) for fault in problems(was)}
    touched = set(changes) | ({"lesson", "status_reason"} if "status" in changes else set())
    for fault in faults:
        name = fault.parameters["field"]
        if (fault.code, name) not in before or name in touched:
            raise fault
    return clean


def facts(project: Project) -> ProjectFacts:
    """Return what the rules look at; columns that were never set count as empty."""
    return ProjectFacts(
        title=project.title or "",
        status=Status(project.status or Status.IDEA),
        municipality_id=project.municipality_id,
        lesson=project.lesson or "",
        status_reason=project.status_reason or "",
        start=project.start_first,
        end=project.end_last,
        budget_total=project.budget_total,
        cost_to_date=project.cost_to_date,
        is_confidential=bool(project.is_confidential),
        confidentiality_reason=project.confidentiality_reason or "",
        is_external=bool(project.is_external),
    )


def _write_column(project: Project, name: str, value: Any) -> None:
    if name == "status":
        _write_status(project, value)
    elif name in fields.PERIODS:
        _write_period(project, name, value)
    elif name == "is_confidential" and not value:
        project.is_confidential = False
        project.confidentiality_reason = ""
    else:
        setattr(project, name, value.value if isinstance(value, StrEnum) else value)


def _write_status(project: Project, new: Status) -> None:
    old = Status(project.status) if project.status else None
    remembered = Status(project.remembered_status) if project.remembered_status else None
    kept = remembered_after(old, remembered, new)
    project.status = new.value
    project.remembered_status = kept.value if kept else None
    if old in HALTED and new not in HALTED:
        # The reason and the day to look again belong to the pause that has ended.
        project.status_reason = ""
        project.review_on = None


def _write_period(project: Project, name: str, period: Period | None) -> None:
    setattr(project, f"{name}_first", period.first if period else None)
    setattr(project, f"{name}_last", period.last if period else None)
    setattr(project, f"{name}_precision", period.precision.value if period else None)
    setattr(project, f"{name}_written", period.written if period else "")


def _keep_dates_of_money(tx: Transaction, project: Project, clean: Mapping[str, Any]) -> None:
    """Date an amount that was changed by hand: a sum without its day cannot be compared."""
    for amount, day, written in (
        ("budget_total", "budget_on", "budget_written"),
        ("cost_to_date", "cost_on", "cost_written"),
    ):
        if amount not in clean:
            continue
        if day not in clean:
            setattr(project, day, tx.today if clean[amount] is not None else None)
        if written not in clean:
            setattr(project, written, "")


def _drop_participant(tx: Transaction, project: Project) -> None:
    """Take the municipality that leads out of those that take part."""
    tx.session.execute(
        delete(ProjectMunicipality).where(
            ProjectMunicipality.project_id == project.id,
            ProjectMunicipality.municipality_id == project.municipality_id,
        )
    )


@dataclass(frozen=True, slots=True)
class Link:
    """Where links of one kind lie: the table, the column of what is linked, and the column of the link's value."""

    table: type[Base]
    column: str
    value: str = ""


LINK_TABLES: Final = {
    "themes": Link(ProjectTheme, "theme_id"),
    "participants": Link(ProjectMunicipality, "municipality_id"),
    "goals": Link(ProjectGoal, "goal_id", "contribution"),
    "sdgs": Link(ProjectSdg, "sdg"),
    "adopters": Link(ProjectAdopter, "municipality_id"),
}


def _write_links(tx: Transaction, project: Project, name: str, wanted: Mapping[int, int] | frozenset[int]) -> None:
    """Make the linked rows be *wanted*, touching only those that differ."""
    link = LINK_TABLES[name]
    if name == "participants":
        wanted = frozenset(wanted) - {project.municipality_id}
    _refuse_strangers(tx, link, name, frozenset(wanted))
    owner: Any = getattr(link.table, "project_id")  # noqa: B009  the tables of links share this column, no base class does
    held: dict[int, Any] = {
        getattr(row, link.column): row for row in tx.session.scalars(select(link.table).where(owner == project.id))
    }
    for number in held.keys() - set(wanted):
        # "Does not contribute" is an answer too, given in the matrix; only there it is taken back.
        if not link.value or getattr(held[number], link.value):
            tx.session.delete(held[number])
    for number in sorted(wanted):
        extra = {link.value: wanted[number]} if isinstance(wanted, Mapping) else {}
        if number not in held:
            tx.session.add(link.table(project_id=project.id, **{link.column: number}, **extra))
        for column, value in extra.items():
            if number in held and getattr(held[number], column) != value:
                setattr(held[number], column, value)
    tx.session.flush()


def _refuse_strangers(tx: Transaction, link: Link, name: str, wanted: frozenset[int]) -> None:
    """Refuse links to rows that are not there, instead of letting the database do it without a field's name."""
    column = link.table.__table__.columns[link.column]
    for key in column.foreign_keys:
        target = key.column
        known = set(tx.session.scalars(select(target).where(target.in_(wanted))))
        if wanted - known:
            raise FieldInvalid(field=name)
