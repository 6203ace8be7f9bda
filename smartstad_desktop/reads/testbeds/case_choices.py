"""What a case can be begun from and tied to: projects, needs, functions, testbeds, organisations, municipalities."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from smartstad_desktop.domain.inventory import Possibility
from smartstad_desktop.domain.values import MunicipalityId, Named
from smartstad_desktop.reads.needs import Town, towns
from smartstad_desktop.reads.testbeds.testbeds import organisations
from smartstad_desktop.storage.tables.goals import GoalFunction
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.needs import CitizenNeed
from smartstad_desktop.storage.tables.testbeds import Testbed


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseChoices:
    """Names by id; ``wanting`` are the projects whose municipality has said that a testbed is or may be wanted."""

    towns: dict[MunicipalityId, Town]
    testbeds: dict[int, str]
    organisations: dict[int, str]
    needs: dict[int, str]
    projects: dict[int, str]
    wanting: tuple[int, ...]
    functions: dict[int, Named]


def case_choices(connection: Connection) -> CaseChoices:
    """Return what there is to choose."""
    projects = connection.execute(
        select(Project.id, Project.title, Project.testbed_use).where(~Project.is_external).order_by(Project.title)
    ).all()
    needs = connection.execute(select(CitizenNeed.id, CitizenNeed.need, CitizenNeed.quote).order_by(CitizenNeed.need))
    functions = connection.execute(select(GoalFunction.__table__).order_by(GoalFunction.order_key, GoalFunction.id))
    testbeds = connection.execute(select(Testbed.id, Testbed.name).order_by(Testbed.order_key, Testbed.id))
    wanted = {Possibility.YES: 0, Possibility.MAYBE: 1}
    return CaseChoices(
        towns=towns(connection),
        testbeds={row.id: row.name for row in testbeds},
        organisations=organisations(connection),
        needs={row.id: row.need or row.quote for row in needs},
        projects={row.id: row.title for row in projects},
        wanting=tuple(
            row.id
            for row in sorted(projects, key=lambda row: wanted.get(row.testbed_use, 2))
            if row.testbed_use in wanted
        ),
        functions={row.id: Named(row.name_sv, row.name_nb, row.name_en) for row in functions},
    )
